"""What was counted or told before: the people that a number without a noun of its own goes on to count."""

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.counts.alone import is_named
from clemency.claims.counts.numbers import is_of_them
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.status import read_status

STOCK_BACK = 3  # sentences back to people held, of whom «there were 969» goes on to speak
_HEADLINE_BACK = 8  # sentences that may stand between a headline and a count of those whose act only it tells


def find_last_count(state, since):
    """The last count before, if it stands in a sentence from `since` on, or None."""
    draft = state.drafts[-1] if state.drafts else None
    return draft if draft and draft.value is not None and draft.sentence >= since else None


def go_on(draft, rule):
    """What a number counts that goes on from a count before it: the same, with its kind and status."""
    return Reading(draft.kind, rule, draft.status, draft.stock, 0, label=draft.label, after=draft)


def read_same(state, n, number, rule, tally, back=2):
    """«969, against 1,532 a year ago»: a number set beside the count before it counts the same at another time.

    Another time has a date; somebody else's tally of the same, «the government speaks of 626», needs none.
    """
    anybody = tally and state.text.language.words["anybody"].issuperset(state.words[number.last : number.noun])
    if number.has_noun and not (anybody or is_named(state, number)):
        return None
    if not state.drafts and tally:
        return read_told(state, n, rule)
    drafts = [draft for draft in state.drafts.back_to(n - back) if draft.value is not None]
    draft = next((draft for draft in drafts if not draft.whole), None)  # not a part of those counted
    if tally and draft is None and drafts:
        draft = drafts[0]
    if draft is None or not (tally or draft.sentence == n or state.whens[n]):
        return None
    if draft.sentence < n and follows_refused(state, n, number):
        return None
    return go_on(draft, rule)


def follows_refused(state, n, number):
    """Whether a number was refused before in the sentence: «sanctions hit 40 firms, against 30 a year ago»."""
    begin, end = (state.text.starts[word] for word in (state.text.sentences[n][0], number.first))
    for row in reversed(state.rejected):
        if row.start < begin:
            return False
        if row.start < end:
            return True
    return False


def read_held(state, n, number, rule, back):
    """«It had 969, and in April it peaked at 1,532»: as many people held as a list or a country had at a moment.

    Who they are is said at most `back` sentences before.
    """
    if any(hit.entry != "political_prisoners" for hit in state.text.hits[n].of("labels")):
        return None
    draft = _find_stock(state, n - back)
    if draft:
        return Reading(draft.kind, rule, "occurred", True, 0, label=draft.label, after=draft)
    for other in range(n, max(-1, n - back - 1), -1):
        for hit in state.text.hits[other].of("labels"):
            if is_political(hit) and hit.last <= number.opens:
                return Reading("political_prisoners", rule, "occurred", True, 0, label=hit)
    names = state.political and not state.text.language.words["names"].isdisjoint(
        state.words[number.last : number.noun]
    )
    if (
        names
        or rule.endswith(".rest")
        or any(state.text.hits[other].of("held") for other in range(max(0, n - 1), n + 1))
        or (n and is_of_them(number, state.text.hits[n]) and _speaks_of_held(state.text.hits[n - 1]))
    ):
        return Reading("political_prisoners" if state.political else "other", rule, "occurred", True, 0)
    if rule.endswith(".left") and any(draft.kind in EVENT_KINDS for draft in state.drafts.back_to(n - back)):
        return Reading("political_prisoners" if state.political else "other", rule, "occurred", True, 0)
    return None


def _speaks_of_held(hits):
    """Whether a sentence speaks of people held and of no act: «People held under the emergency got nothing»."""
    return bool(hits.of("held_persons")) and not any(hit.entry.kind in EVENT_KINDS for hit in hits.of("kind"))


def _find_stock(state, since):
    """The last count of people held from a sentence on, or None."""
    drafts = state.drafts.back_to(since)
    return next((draft for draft in drafts if draft.stock and draft.value is not None), None)


def find_held_before(state, n):
    """The kind of the people held of whom the sentences before speak, or None: «about 900 remain behind bars»."""
    for draft in state.drafts.back_to(n - STOCK_BACK):
        if draft.stock or draft.label:
            return "political_prisoners" if draft.label else draft.kind
    return None


def read_act_before(state, n, rule, back=2):
    """«It let prisoners go. There were 412 of them»: those of an act that a sentence before tells without a number."""
    for other in range(n - 1, max(-1, n - back - 1), -1):
        if any(draft.value is not None for draft in state.drafts.of_sentence(other)):
            return None
        hits = state.text.hits[other]
        if not hits.of_any("persons", "held_persons", "how_many"):
            continue
        acts = [hit for hit in hits.of("kind") if hit.entry.kind in EVENT_KINDS and not hit.entry.of_swap]
        told = [(hit.entry.kind, read_status(hit, (hit.first, hit.first), state.words, hits)) for hit in acts]
        if told:
            kind, status = next((row for row in told if row[1] in OCCURRED), told[0])
            return Reading(kind, rule, status, False, 0)
    return None


def read_told(state, n, rule):
    """«Их 33» are those touched by the act that the sentences before tell, or, near its beginning, the headline."""
    draft = find_last_count(state, n - STOCK_BACK)
    if draft:
        return go_on(draft, rule) if draft.kind in EVENT_KINDS else None
    return read_act_before(state, n, rule) or _read_headline(state, n, rule)


def _read_headline(state, n, rule):
    """The act that a headline tells, for a count near the beginning of what it heads."""
    for m in range(n - 1, max(-1, n - _HEADLINE_BACK - 1), -1):
        if state.document.sentences[m].zone == "headline":
            acts = [hit.entry for hit in state.text.hits[m].of("kind") if hit.entry.kind in EVENT_KINDS]
            return Reading(acts[-1].kind, rule, acts[-1].status or "occurred", False, 0) if acts else None
    return None
