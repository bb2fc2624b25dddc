"""Read a document's claims: each number of persons, with who says it, when, and in which sentence."""

import dataclasses

from clemency.claims.counts.keep import keep_counts
from clemency.claims.counts.numbers import find_numbers
from clemency.claims.counts.plain import drop_vague_repeats, read_plain
from clemency.claims.counts.read import read_numbers
from clemency.claims.dates.find import find_dates, may_hold_dates
from clemency.claims.dates.process import note_draft
from clemency.claims.dates.when import is_planned, note_dates, refine_date, settle_date
from clemency.claims.merge import merge_repeats
from clemency.claims.rows import finish_rejected, make_claim
from clemency.claims.state import State
from clemency.claims.voices.around import Around
from clemency.claims.voices.labels import find_labels
from clemency.claims.voices.speakers import find_voices
from clemency.claims.voices.who import credit_sources, hear_voice, resolve_forward, settle_source

_AWAITING = (".trial", ".trial.past", ".trial.awaited")  # rules for people who only wait for a court


@dataclasses.dataclass(slots=True)
class Reading:
    """What one document says: its claims, the numbers refused, and the wordings for imprisoned people."""

    claims: list
    rejected: list
    labels: list


def read_claims(document):
    """The claims of a document in order: read sentence by sentence, then what only the whole document decides.

    The document is told which countries it names.
    """
    state = State(document)
    document.countries = " ".join(state.text.countries)
    for n in range(len(state.text.sentences)):
        read_sentence(state, n)
    credit_sources(state)
    resolve_forward(state)
    state.around = Around(state)
    for draft in state.drafts:
        settle_source(state, draft)
        name_held(state, draft)
    state.drafts = merge_repeats(state.drafts)
    drop_vague_repeats(state)
    state.labels = find_labels(state.text, state.voices)
    claims = sorted(
        (make_claim(state, draft) for draft in state.drafts), key=lambda claim: (claim.start, claim.end, claim.kind)
    )
    return Reading(claims, finish_rejected(state), [label for labels in state.labels for label in labels])


def name_held(state, draft):
    """Call people held political prisoners, if a rights group or the opposition counts them and no noun says more."""
    if draft.rule.endswith(".endangered") or draft.kind != "other" or not draft.stock:
        return
    if draft.voice.source_class not in ("human_rights", "opposition"):
        return
    hits = state.text.hits[draft.sentence]
    if any(hit.entry.rule.endswith(_AWAITING) for hit in hits.of("kind")):
        return  # «2,000 people in the country's cells are waiting for a verdict»
    nouns = hits.of_any("persons", "held_persons")
    named = [hit for hit in nouns if draft.first <= hit.first and hit.last <= draft.last]
    if state.text.language.words["anybody"].issuperset(
        word for hit in named for word in state.words[hit.first : hit.last]
    ):
        draft.kind = "political_prisoners"


def read_sentence(state, n):
    """Find the sentence's dates, voices and numbers, and draft what it states."""
    text, hits = state.text, state.text.hits[n]
    reference = state.find_reference(n)
    whens = []
    if may_hold_dates(text, n):
        planned = is_planned(state, n)
        whens = find_dates(text, n, reference, state.last_when, state.last_period, planned, state.frames)
    voices = find_voices(text, n, state.history)
    state.whens.append(whens)
    state.voices.append(voices)
    state.dated = {i for when in whens for i in range(when.first, when.last)} if whens else frozenset()
    numbers = find_numbers(text, n, state.dated)
    before = len(state.drafts)
    if numbers:
        read_numbers(state, n, keep_counts(state, n, numbers, text.sentences[n][1], hits), hits)
    read_plain(state, n, hits, before)
    for draft in state.drafts[before:]:
        hear_voice(state, draft, voices)
        settle_date(state, draft, reference)
        note_draft(state, draft, n)
    note_dates(state, n, whens, hits)
    if whens and hits.of_any("it_was", "dated"):
        refine_date(state, n)
    state.remember(n, whens, voices)
