"""Numbers without a word for what they count: a list, a question or the people spoken of before them says it."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.kinds import Reading

NEAR = 3  # words that may stand between a number and the words that let it stand alone
STOCK_BACK = 3  # sentences back to people held, of whom «there were 969» goes on to speak
ACT_BACK = 6  # sentences back to an act whose people a group «could identify»
ANSWER = 10  # words that may open an answer before its number
_PAUSES = ".,;:!?)\"'—"


def read_bare(state, n, number):
    """What a number without a noun of its own counts, by the words beside it and what was counted before, or None."""
    if not stands_alone(state, n, number):
        return None
    for hit in state.text.hits[n].of("bare"):
        if _leads_to(state.words, hit, number):
            reading = _read_by(hit.entry, state, n, number)
            if reading:
                return reading
    return read_series(state, n, number) or read_further(state, n, number) or read_answer(state, n, number)


def _read_by(meaning, state, n, number):
    """What a number counts by a rule of the lexicon, or None."""
    rule = meaning.rule
    if meaning.value == "same":
        return read_same(state, n, rule)
    if meaning.value == "identified":
        return read_identified(state, n, rule)
    # «таких 170» are those whom the sentence itself speaks of
    return read_held(state, n, number, rule, 0 if meaning.value == "such" else STOCK_BACK)


def stands_alone(state, n, number):
    """Whether the number is followed by no word that it could count: «1,532 pages» counts pages."""
    words, small, hits = state.words, state.text.language.words, state.text.hits[n]
    end, noun = max(number.noun, number.last), words[number.last : number.noun]
    if number.has_noun and not (small["names"] | small["more"] | small["anybody"]).issuperset(noun):
        return False
    if (number.in_words and number.value < 2) or _is_year(words, number):
        return False
    if end >= state.text.sentences[n][1] or words[end] in _PAUSES:
        return number.first > state.text.sentences[n][0] or number.value >= 100  # «1.» numbers an item
    dated = any(when.first == end for when in state.whens[n])
    return dated or words[end] in small["after_bare"] or any(hit.first == end for hit in hits.of("anaphora"))


def _is_year(words, number):
    return number.relation == "=" and len(words[number.first]) == 4 and 1900 <= number.value <= 2100


def _leads_to(words, hit, number):
    """Whether a phrase stands right before a number: «there were 969», «таких, по его словам, 290»."""
    gap = words[hit.last : number.opens]
    if len(gap) > 1 and gap[0] == gap[-1] == ",":
        return gap.count(",") == 2
    return hit.last <= number.opens and len(gap) <= NEAR and not any(word in _PAUSES for word in gap)


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
            if hit.entry == "political_prisoners" and hit.last <= number.opens:
                return Reading("political_prisoners", rule, "occurred", True, 0, label=hit)
    if rule.endswith(".rest") or any(state.text.hits[other].of("held") for other in range(max(0, n - 1), n + 1)):
        return Reading("political_prisoners" if state.political else "other", rule, "occurred", True, 0)
    return None


def _find_stock(state, since):
    """The last count of people held from a sentence on, or None."""
    drafts = state.drafts.back_to(since)
    return next((draft for draft in drafts if draft.stock and draft.value is not None), None)


def find_held_before(state, n):
    """The kind of the people held of whom the sentences before speak, or None: «about 900 remain behind bars»."""
    draft = _find_stock(state, n - STOCK_BACK)
    return draft and draft.kind


def read_same(state, n, rule):
    """«969, against 1,532 a year ago»: a number set beside the count before it counts the same at another time."""
    draft = _last_count(state, n - 1)
    if draft is None or not (draft.sentence == n or state.whens[n]):
        return None
    return _go_on(draft, rule)


def read_identified(state, n, rule):
    """«The group could identify 212»: as many of those touched by the act before as somebody knows by name."""
    for draft in state.drafts.back_to(n - ACT_BACK):
        if draft.kind in EVENT_KINDS and draft.value is not None and draft.status in ("occurred", "announced"):
            return Reading(draft.kind, rule, "occurred", False, 0, after=draft)
    return None


def read_series(state, n, number):
    """«… against 1,532 a year ago and 1,200 in May»: a number with a date of its own joined to the one before it."""
    draft = _last_count(state, n)
    joined = state.words[number.opens - 1] in (",", *state.text.language.words["and"])
    dated = any(0 <= when.first - number.last <= 1 for when in state.whens[n])
    return _go_on(draft, "bare.series") if joined and dated and draft else None


def read_further(state, n, number):
    """«… and 20 more a month later»: further people go on from the count before them."""
    near = state.words[number.last : number.noun]
    if number.opens > state.text.sentences[n][0]:
        near = [state.words[number.opens - 1], *near]
    draft, sentences = _last_count(state, n - 1), state.document.sentences
    if state.text.language.words["more"].isdisjoint(near) or draft is None or draft.stock:
        return None
    same = sentences[draft.sentence].paragraph == sentences[n].paragraph
    return _go_on(draft, "bare.further") if same else None


def _last_count(state, since):
    """The last count before, if it stands in a sentence from `since` on, or None."""
    draft = state.drafts[-1] if state.drafts else None
    return draft if draft and draft.value is not None and draft.sentence >= since else None


def _go_on(draft, rule):
    return Reading(draft.kind, rule, draft.status, draft.stock, 0, label=draft.label, after=draft)


def read_answer(state, n, number):
    """«— How many are left? — 1,103»: an answer counts what its question asks for."""
    question = state.document.sentences[n - 1].text.rstrip(' "”»') if n else ""
    asked = state.text.hits[n - 1]
    if (
        not question.endswith("?")
        or number.opens - state.text.sentences[n][0] > ANSWER
        or not asked.of_any("how_many", "how_many_left")
    ):
        return None
    label = next((hit for hit in asked.of("labels") if hit.entry == "political_prisoners"), None)
    act = next((hit.entry for hit in asked.of("kind")), None)
    if act:
        return Reading(act.kind, "bare.answer", act.status or "occurred", False, 0)
    if label or asked.of_any("held", "how_many_left"):
        kind = "political_prisoners" if label or state.political else "other"
        return Reading(kind, "bare.answer", "occurred", True, 0, label=label)
    return None
