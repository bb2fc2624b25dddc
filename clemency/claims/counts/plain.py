"""Statements without a number: an amnesty that was held or planned, political prisoners to be freed."""

from clemency.claims.claim import OCCURRED
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.reading import is_political
from clemency.claims.counts.status import read_status
from clemency.claims.draft import Draft
from clemency.messages import say

_NEAR = 2  # words between «several» and a noun of persons
_PAUSES = '.,;:!?)"—'
_STEPS = ("amnesty", "commutation")  # kinds of which a count is one of an amnesty


def read_plain(state, n, hits, before):
    """Draft an act stated without a number: an amnesty, or political prisoners to be freed."""
    sentence = state.document.sentences[n]
    if not state.in_scope or sentence.zone == "headline":
        return
    if state.drafts[before:]:
        return
    one_of = state.text.language.words["one_of"]
    for hit in hits.of("none_left"):
        if hit.last < len(state.words) and state.words[hit.last] in one_of:
            continue  # «she would have none of it»
        state.drafts.append(Draft(n, hit.first, hit.last, "political_prisoners", "plain.none", "denied", stock=True))
        return
    for hit in hits.of("kind"):
        act = hit.entry.kind in ("amnesty", "pardon", "release") and hit.entry.names_act
        if act and is_statement(hits):
            habitual = any(other.entry.value == "habitual" for other in hits.of("status"))
            status = "habitual" if habitual else read_status(hit, (hit.first, hit.first), state.words, hits)
            if status == "habitual":
                reject_habitual(state, n)
            elif is_told(state, hit, status, hits):
                draft = Draft(n, hit.first, hit.last, hit.entry.kind, hit.entry.rule, status, trigger=hit)
                draft.label = next((label for label in hits.of("labels") if is_political(label)), None)
                state.drafts.append(draft)
            return


def is_statement(hits):
    """Whether a word for an act speaks of persons, and of an act rather than of a tax."""
    return not hits.of("not_persons")


def is_told(state, hit, status, hits):
    """An uncounted act is a claim if it is an amnesty with a time or a plan, or concerns political prisoners."""
    label = any(
        is_political(other) and measure_distance(state.words, (hit.first, hit.last), (other.first, other.last)) <= 14
        for other in hits.of("labels")
    )
    if hit.entry.kind == "amnesty":
        dated = any(when.role in ("point", "span") and when.date for when in state.whens[-1])
        return status in ("planned", "denied", "announced") or (status == "occurred" and dated)
    if status in ("planned", "demanded"):
        return label or (status == "planned" and _is_of_several(state, hit, hits))
    return label and status == "occurred" and bool(hits.of("vague")) and hit.entry.kind == "release"


def _is_of_several(state, hit, hits):
    """Whether an act is of several persons: «to free some prisoners», «to free a number more», not «several songs»."""
    small, nouns = state.text.language.words, hits.of_any("persons", "held_persons")
    for vague in hits.of("vague"):
        if any(0 <= noun.first - vague.last <= _NEAR for noun in nouns):
            return True
        end = vague.last + (state.words[vague.last : vague.last + 1] == ['"'])
        end += state.words[end] in small["more"] if end < len(state.words) else 0
        last = end >= len(state.words) or state.words[end] in _PAUSES or state.words[end] in small["after_bare"]
        if last and hit.last <= vague.first:
            return True
    return False


def reject_habitual(state, n):
    """Refuse a statement of what is usually done."""
    first, last = state.text.sentences[n]
    state.reject(n, first, last, "statement.habitual", say("It says what is usually done, not what happened."))


def drop_vague_repeats(state):
    """A statement without a number gives way to a counted claim of the same kind and status.

    An amnesty that is in force gives way to any count of it: of those expected, freed, or whose terms were cut.
    """
    kept, counts = [], {}
    for draft in state.drafts:
        if draft.value is not None:
            counts.setdefault((draft.kind, draft.status in OCCURRED), []).append(draft)
    steps = [draft for (kind, _), drafts in counts.items() if kind in _STEPS for draft in drafts]
    if steps:
        counts.setdefault(("amnesty", True), steps)
    expected = steps and counts.get(("release", False), [])
    if expected:
        counts.setdefault(("amnesty", False), expected)
    for draft in state.drafts:
        counted = counts.get((draft.kind, draft.status in OCCURRED), ())
        if draft.value is not None or not counted or draft.kind == "political_prisoners":
            kept.append(draft)
        elif draft.date and len(counted) == 1 and not counted[0].date and not counted[0].period:
            counted[0].take_date(draft.date_basis, draft.date_reason, draft.date)
    state.drafts = kept
