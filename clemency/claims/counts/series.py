"""Numbers without a noun in rows, series, questions with their answers, and sentences that hold little else."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.alone import NEAR, PAUSES, ends_count, is_first
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.told import find_last_count, go_on, read_held, read_told

ACT_BACK = 6  # sentences back to an act whose people a group «could identify»
_UNKNOWN = 3  # words that are no date, before the dash of such a sentence
_ROW = 12  # words of a sentence that holds no more than a date and a number
_OPENS_SPEECH = ('"', "—", "-")
_ANSWER = 10  # words that may open an answer before its number


def read_row(state, n, number):
    """«Released: 52. Still in prison: 1,300»: a number behind a colon or a dash counts what stands before it."""
    first, words = state.text.sentences[n][0], state.words
    if number.opens - 1 <= first or words[number.opens - 1] not in (":", "—"):
        return None
    end, behind_colon = max(number.noun, number.last), words[number.opens - 1] == ":"
    ends = _ends_row(words, end, state.text.sentences[n][1])
    if not (ends or (behind_colon and ends_count(state, n, end))):
        return None
    pauses = ";:.!?" if behind_colon else PAUSES  # «in prison, by its count: 1,168»
    begin = max((i + 1 for i in range(first, number.opens - 1) if words[i] in pauses), default=first)
    told = any(draft.rule != "bare.row" for draft in state.drafts.of_sentence(n))
    # «Released: in Minsk — 24, in Hrodna — 31», but not «52 were released: in Minsk — 24»
    headed = not told and number.opens - begin <= NEAR + 1 and ":" in words[first : number.opens]
    before = range(first if headed else begin, number.opens)
    hits = state.text.hits[n].of_any("kind", "held", "labels", "held_persons")
    for section in ("kind", "held", "labels", "held_persons"):
        hit = next((hit for hit in hits if hit.section == section and hit.first in before), None)
        if hit and section == "kind":
            return Reading(hit.entry.kind, "bare.row", hit.entry.status or "occurred", False, 0, trigger=hit)
        if hit and (section != "labels" or is_political(hit)):
            kind = "political_prisoners" if section == "labels" or state.political else "other"
            return Reading(kind, "bare.row", "occurred", True, 0)
    return None


def _ends_row(words, end, last):
    return end >= last or words[end] in ".,;("


def read_series(state, n, number):
    """«… against 1,532 a year ago and 1,200 in May»: a number with a date of its own joined to the one before it."""
    draft = find_last_count(state, n)
    word = state.words[number.opens - 1]
    joined = word in (",", *state.text.language.words["and"])
    ends = (number.last, _skip_aside(state, n, number.last))
    dated = any(
        any(0 <= when.first - end <= 1 for end in ends) if joined else word == "—" and when.last == number.opens - 1
        for when in state.whens[n]
    )
    dated = dated or bool(draft and _follows_date(state, n, number, draft.last))
    dated = dated or bool(draft and _follows_source(state, n, number, draft.last))
    if dated and draft:
        return go_on(draft, "bare.series")
    return _read_short(state, n, number)


def _read_short(state, n, number):
    """«On January 14, 30.», «До этого, в мае, — 160.», «В Гомеле — 12.»: a time or a place, and a number."""
    first, last = state.text.sentences[n]
    earlier = find_last_count(state, n - 1)
    if not earlier or last - first > _ROW or not _ends_row(state.words, number.last, last):
        return None
    dates = {i for when in state.whens[n] for i in range(when.first, when.last)}
    small = state.text.language.words
    rest = [
        i
        for i in range(first, number.opens)
        if not (i in dates or state.words[i] in PAUSES or state.words[i] in small["after_bare"] | small["more"])
    ]
    named = {hit.first for hit in state.text.hits[n].of_any("kind", "persons", "held_persons", "labels", "held")}
    dashed = state.words[number.opens - 1] == "—" and len(rest) <= _UNKNOWN and named.isdisjoint(rest)
    placed = dashed and state.words[first] in small["after_bare"] and rest and state.text.is_capital(rest[0])
    return go_on(earlier, "bare.series") if (dates and (dashed or not rest)) or placed else None


def _follows_source(state, n, number, since):
    """Whether somebody else's name leads a number: «officials speak of 30 pardoned, Viasna — of 26», «Viasna 26»."""
    at = number.opens - 1
    named = state.text.hits[n].of("actor")
    if any(since <= hit.first and hit.last == number.opens for hit in named):
        return True
    at -= state.words[at] in state.text.language.rules["numbers"]["after_relation"]
    hits = state.text.hits[n].of_any("actor", "sources", "heads", "speaker_again")
    return state.words[at] == "—" and any(since <= hit.first and at - 1 <= hit.last <= at for hit in hits)


def _follows_date(state, n, number, since):
    """Whether a date of its own leads a number: «11 in July, in September 40, and last week another three»."""
    small = state.text.language.words["more"]
    ends = [when.last for when in state.whens[n] if when.first > since]
    return any(end == number.opens or (end == number.opens - 1 and state.words[end] in {",", *small}) for end in ends)


def _skip_aside(state, n, end):
    """Where an aside that opens at a comma ends: «nineteen, two of them bishops, in January»."""
    words, last = state.words, state.text.sentences[n][1]
    if end < last and words[end] == ",":
        return next((i + 1 for i in range(end + 1, last) if words[i] == ","), end)
    return end


def read_further(state, n, number):
    """«… and 20 more a month later»: further people go on from the count before them."""
    near = state.words[number.last : number.noun]
    if number.opens > state.text.sentences[n][0]:
        near = [state.words[number.opens - 1], *near]
    draft = find_last_count(state, n - 1)
    if state.text.language.words["more"].isdisjoint(near) or draft is None or draft.stock:
        return None
    same = state.same_paragraph(draft.sentence, n)
    end = max(number.noun, number.last)
    held = any(0 <= hit.first - end <= 1 for hit in state.text.hits[n].of("held"))  # «a further 90 remain behind bars»
    return go_on(draft, "bare.further") if same and not held else None


def read_selected(state, n, number):
    """«4,000 are to go home. The first 550 were processed on Monday»: the first of those whom an act frees."""
    last = find_last_count(state, n - 2)
    selected = last and last.kind in EVENT_KINDS and is_first(state, number)
    return Reading(last.kind, "bare.first", "occurred", False, 0, series=True) if selected else None


def read_counted(state, n, number):
    """«How many political prisoners are there? Viasna counts 1,187»: whom a body counts, where they are spoken of."""
    hits = state.text.hits[n]
    verbs = [hit.first for hit in hits.of_any("verbs", "bare") if hit.last == number.opens]
    named = hits.of_any("actor", "sources") if verbs else ()
    if not any(hit.last in verbs for hit in named):
        return None
    return read_held(state, n, number, "bare.counted", 1)


def read_answer(state, n, number):
    """«— How many are left? — 1,103»: an answer counts what its question asks for."""
    asked = _find_question(state, n)
    if (
        not asked
        or number.opens - state.text.sentences[n][0] > _ANSWER
        or not asked.of_any("how_many", "how_many_left")
    ):
        return None
    opens = {hit.last for hit in asked.of_any("how_many", "how_many_left")}
    if any(hit.first in opens for hit in asked.of("refuse_after")):
        return None  # «How many amnesties have there been?»
    label = next((hit for hit in asked.of("labels") if is_political(hit)), None)
    act = next((hit.entry for hit in asked.of("kind")), None)
    if act:
        return Reading(act.kind, "bare.answer", act.status or "occurred", False, 0)
    if label or asked.of_any("held", "how_many_left"):
        kind = "political_prisoners" if label or state.political else "other"
        return Reading(kind, "bare.answer", "occurred", True, 0, label=label)
    return None


def _find_question(state, n):
    """What is found in the question that a sentence answers, one or two before it in its paragraph, or None."""
    answers = state.words[state.text.sentences[n][0]] in _OPENS_SPEECH
    if n and answers and state.text.hits[n - 1].of_any("how_many", "how_many_left"):
        return state.text.hits[n - 1]  # «Asked how many were left, she did not have to think. “1,211,” she said»
    for m in range(n - 1, max(-1, n - 3), -1):
        if m < n - 1 and not state.same_paragraph(m, n):
            return None
        if state.document.sentences[m].text.rstrip(' "”»').endswith("?"):
            return state.text.hits[m]
        if state.drafts.of_sentence(m):
            return None
    return None


def read_such(state, n, number):
    """«1,131 such prisoners»: as many as those held of whom the sentence before speaks, or of those convicted."""
    such = state.text.language.words["such"]
    if not number.has_noun or such.isdisjoint(state.words[number.last : number.noun]) or not n:
        return None
    last = find_last_count(state, n - 1)
    if last and last.kind in ("convicted", "detained") and not last.stock:
        return go_on(last, "bare.such")  # «the courts convicted 50. In the whole country there are 170 such convicts»
    held = any(hit.first < number.noun <= hit.last for hit in state.text.hits[n].of("held_persons"))
    labels = [hit for hit in state.text.hits[n - 1].of("labels") if is_political(hit)]
    told = labels or any(draft.kind == "political_prisoners" for draft in state.drafts.of_sentence(n - 1))
    return Reading("political_prisoners", "bare.such", "occurred", True, 0) if held and told else None


def read_alone(state, n, number):
    """«Seven hundred suspects.»: a sentence that is no more than a number and a noun goes on from a count before it."""
    first, last = state.text.sentences[n]
    if number.opens - first > 1 or not number.has_noun or last - number.noun > 2:
        return None
    draft = next((draft for draft in state.drafts.back_to(n - ACT_BACK) if draft.value is not None), None)
    return go_on(draft, "bare.alone") if draft else read_told(state, n, "bare.alone")
