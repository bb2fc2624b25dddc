"""Numbers without a word for what they count: a list, a question or the people spoken of before them says it."""

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.kinds import Reading, is_political, read_status
from clemency.claims.numbers import is_of_them

NEAR = 3  # words that may stand between a number and the words that let it stand alone
STOCK_BACK = 3  # sentences back to people held, of whom «there were 969» goes on to speak
ACT_BACK = 6  # sentences back to an act whose people a group «could identify»
HEADLINE_BACK = 8  # sentences that may stand between a headline and a count of those whose act only it tells
TOPIC_BACK = 5  # sentences back to what «the figure» is of, when it says so
ROW = 9  # words of a sentence that holds no more than a date and a number
ANSWER = 10  # words that may open an answer before its number
_PAUSES = ".,;:!?)\"'—"


def read_bare(state, n, number):
    """What a number without a noun of its own counts, by the words beside it and what was counted before, or None."""
    reading, hits = read_after(state, n, number), state.text.hits[n]
    if reading:
        return reading
    if not stands_alone(state, n, number):
        return read_it_was(state, n, number)
    parts = hits.of("inclusion")
    for hit in hits.of("bare"):
        among = any(part.first <= hit.first and hit.last <= part.last for part in parts)  # «сярод іх трое»
        if not among and _leads_to(state.words, hit, number):
            reading = _read_by(hit, state, n, number)
            if reading:
                return reading
    for read in (read_row, read_series, read_further, read_answer, read_selected, read_counted):
        reading = read(state, n, number)
        if reading:
            return reading
    return None


def read_it_was(state, n, number):
    """«He freed 12 priests in May. In June it was 19 clergymen»: another such act, at a time of its own."""
    last = _last_count(state, n - 2)
    leads = [hit for hit in state.text.hits[n].of("bare") if hit.entry.value == "same" and hit.last == number.opens]
    if not (number.has_noun and last and last.kind in EVENT_KINDS and leads):
        return None
    dated = any(0 <= leads[0].first - when.last <= 1 for when in state.whens[n])
    return _go_on(last, leads[0].entry.rule) if dated else None


def read_selected(state, n, number):
    """«4,000 are to go home. The first 550 were processed on Monday»: the first of those whom an act frees."""
    last = _last_count(state, n - 2)
    selected = last and last.kind in EVENT_KINDS and _is_first(state, number)
    return Reading(last.kind, "bare.first", "occurred", False, 0, series=True) if selected else None


def _is_first(state, number):
    """Whether a number is led by «the first» and followed by the verb that says what was done."""
    small, told = state.text.language.words, state.words[number.last : number.last + 1]
    return state.words[number.first - 1] in small["first_of"] and small["auxiliaries"].issuperset(told)


def read_counted(state, n, number):
    """«How many political prisoners are there? Viasna counts 1,187»: whom a body counts, where they are spoken of."""
    hits = state.text.hits[n]
    verbs = [hit.first for hit in hits.of_any("verbs", "bare") if hit.last == number.opens]
    named = hits.of_any("actor", "sources") if verbs else ()
    if not any(hit.last in verbs for hit in named):
        return None
    return read_held(state, n, number, "bare.counted", 1)


def read_after(state, n, number):
    """What a number counts by the words right behind it: «508 remain», «было еще около 60 политических», or None."""
    end = max(number.noun, number.last)
    for hit in state.text.hits[n].of("bare_after"):
        if hit.first == end and may_be_bare(state, number) and _closes(state, n, hit.last):
            return _read_by(hit, state, n, number)
        last = _last_count(state, n - 2)
        if hit.first == end and hit.entry.value == "tally" and number.has_noun and last and last.kind in EVENT_KINDS:
            return _go_on(last, hit.entry.rule)  # «Last month two more priests followed»
    return None


def _read_by(hit, state, n, number):
    """What a number counts by a rule of the lexicon, or None."""
    rule, value = hit.entry
    if value == "tally" and state.words[hit.first - 1] in state.text.language.words["speaker"]:
        return None  # «by August I could count a little over 70»
    if value in ("same", "tally"):
        figures = state.text.language.words["figures"]
        back = TOPIC_BACK if not figures.isdisjoint(state.words[hit.first : hit.last]) else 2
        told = read_act_before(state, n, rule) if value == "tally" else None
        same = told or read_same(state, n, number, rule, value == "tally", back)
        return same or (_read_held_told(state, n, number, rule) if value == "tally" else None)
    if value == "politicals":
        joined = state.words[hit.last : hit.last + 1] and state.words[hit.last] in state.text.language.words["and"]
        return None if joined else Reading("political_prisoners", rule, "occurred", True, 0, series=True)
    if value == "sum":
        return read_sum(state, n, number, rule)
    if value == "identified":
        return read_identified(state, n, rule)
    if value == "level":
        return _read_level(state, n, number, hit)
    named = _read_named(state, n, hit) if value in ("held", "them") else None
    if named:
        return named
    if value == "held" and (told := _read_just_told(state, n, hit)):
        return told
    further = read_further(state, n, number) if value == "held" else None
    if further:
        return further  # «In July he freed 18. In August there were 30 more»
    if value == "such":
        things = (other for other in state.text.hits[n].of("refuse_after") if other.entry.rule.endswith(".things"))
        named = any(hit.first < other.first < number.opens for other in things)  # «таких указов было 11»
        return None if named else _read_those_told(state, n, number, hit)
    if value == "them":
        return _read_told(state, n, rule)
    dated = any(0 <= hit.first - when.last <= 1 for when in state.whens[n])
    last = state.drafts.of_sentence(n)[-1:]
    if dated and last and last[0].kind in EVENT_KINDS and not last[0].stock:
        return _go_on(last[0], rule)  # «In September 52 inmates had left; in June there were 14»
    reading = read_held(state, n, number, rule, STOCK_BACK)
    # «In July there were 46» goes on from whatever was counted before
    reading = reading or (read_same(state, n, number, rule, False) if dated else None)
    of_them = is_of_them(number, state.text.hits[n])
    return reading or (read_act_before(state, n, rule) if dated or of_them else None)


def _read_named(state, n, hit):
    """«They showed the pardoned: there are 32»: those whom the words right before a pause name by an act, or None."""
    acts = [other.entry for other in state.text.hits[n].of("kind") if other.last == hit.first - 1]
    told = [act for act in acts if act.kind in EVENT_KINDS and state.words[hit.first - 1] in _PAUSES]
    return Reading(told[0].kind, hit.entry.rule, told[0].status or "occurred", False, 0, series=True) if told else None


def _read_just_told(state, n, hit):
    """«It let a group of prisoners go. There were 14 of them»: those of an act told right before, or None.

    A date or a word such as «now» or «left» speaks of those held.
    """
    first, last = state.text.sentences[n]
    still = state.text.language.words["still"]
    if state.whens[n] or not still.isdisjoint(state.words[first:last]) or not n:
        return None
    before = state.text.hits[n - 1]
    named = any(act.entry.kind in EVENT_KINDS and act.entry.names_act for act in before.of("kind"))
    labels = any(is_political(label) for label in before.of("labels"))  # without one, nobody is said to be held
    if not (named and labels) or before.of("held") or state.text.hits[n].of_any("held", "labels"):
        return None
    return read_act_before(state, n, hit.entry.rule, 1)


def _read_held_told(state, n, number, rule):
    """«Hundreds of political prisoners stay inside. Memorial counted 776»: those of whom the sentence before speaks."""
    hits = state.text.hits[n - 1] if n else ()
    if not hits or hits.of("kind") or state.drafts.of_sentence(n - 1) or follows_refused(state, n, number):
        return None
    held = hits.of_any("held", "stock") and any(is_political(hit) for hit in hits.of("labels"))
    return Reading("political_prisoners", rule, "occurred", True, 0) if held else None


def _read_those_told(state, n, number, hit):
    """«Таких 170» are those whom the sentence itself speaks of, or those touched by the act told right before it."""
    rule = hit.entry.rule
    if any(hit.first < held.first < number.opens for held in state.text.hits[n].of("held_persons")):
        return Reading("political_prisoners" if state.political else "other", rule, "occurred", True, 0, series=True)
    if not any(is_political(hit) for hit in state.text.hits[n].of("labels")):
        draft = _last_count(state, n - 1)
        if draft and draft.kind in EVENT_KINDS:
            return _go_on(draft, rule)
        acts = state.text.hits[n - 1].of("kind") if n and not draft else ()
        if acts:
            act = acts[-1].entry
            return Reading(act.kind, rule, act.status or "occurred", False, 0, series=True)
    return read_held(state, n, number, rule, 0)


def _read_told(state, n, rule):
    """«Их 33» are those touched by the act that the sentences before tell, or, near its beginning, the headline."""
    draft = _last_count(state, n - STOCK_BACK)
    if draft:
        return _go_on(draft, rule) if draft.kind in EVENT_KINDS else None
    return read_act_before(state, n, rule) or _read_headline(state, n, rule)


def _read_headline(state, n, rule):
    """The act that a headline tells, for a count near the beginning of what it heads."""
    for m in range(n - 1, max(-1, n - HEADLINE_BACK - 1), -1):
        if state.document.sentences[m].zone == "headline":
            acts = [hit.entry for hit in state.text.hits[m].of("kind") if hit.entry.kind in EVENT_KINDS]
            return Reading(acts[-1].kind, rule, acts[-1].status or "occurred", False, 0) if acts else None
    return None


def _read_level(state, n, number, hit):
    """What a list or a number stood at, or will stand at: «it will fall to fewer than 900»."""
    reading = read_held(state, n, number, hit.entry.rule, STOCK_BACK) if _is_level(state, n, hit) else None
    planned = [other for other in state.text.hits[n].of("status") if other.entry.value == "planned"]
    if reading and any(0 <= hit.first - other.last <= 1 for other in planned):
        reading.status = "planned"
    return reading


def _is_level(state, n, hit):
    """Whether a list or a number is what rises or falls: «it peaked at 1,532», not «the budget rose to 3 million»."""
    before = state.words[state.text.sentences[n][0] : hit.first]
    return not state.text.language.words["levels_of"].isdisjoint(before)


def stands_alone(state, n, number):
    """Whether the number is followed by no word that it could count: «1,532 pages» counts pages."""
    end = max(number.noun, number.last)
    if not may_be_bare(state, number):
        return False
    if number.of_people:
        return True
    if end >= state.text.sentences[n][1] or state.words[end] in _PAUSES:
        item = not number.in_words and number.value < 100 and end < len(state.words) and state.words[end] in ".)"
        return number.first > state.text.sentences[n][0] or not item  # «1.» numbers an item
    return (
        _is_first(state, number)
        or _closes(state, n, end)
        or any(hit.first == end for hit in state.text.hits[n].of("anaphora"))
    )


def _is_named(state, number):
    """Whether a number counts names on a list, or «more»."""
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    return not (small["names"] | small["more"]).isdisjoint(noun)


def may_be_bare(state, number):
    """Whether a number has no noun, or one that only says «people» or «names», and is no year."""
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    if number.subject is not None:
        return False
    if number.has_noun and not (small["names"] | small["more"] | small["anybody"]).issuperset(noun):
        return False
    year = number.relation == "=" and len(state.words[number.first]) == 4 and 1900 <= number.value <= 2100
    return not (number.in_words and number.value < 2) and not year


def _closes(state, n, end):
    """Whether what stands at a word begins nothing that could be counted: a pause, a preposition, a date."""
    word = state.words[end] if end < state.text.sentences[n][1] else "."
    if word in _PAUSES or word in state.text.language.words["after_bare"]:
        return True
    return any(when.first == end for when in state.whens[n])


def _leads_to(words, hit, number):
    """Whether a phrase stands right before a number: «there were 969», «таких, по его словам, 290»."""
    gap, ends = words[hit.last : number.opens], tuple(words.language.words["verb_endings"])
    if ends and hit.last - hit.first == 1 and any(len(word) > NEAR and word.endswith(ends) for word in gap):
        return False  # «их приняли больше десятка» counts what was adopted
    if len(gap) > 1 and gap[0] == gap[-1] == ",":
        return gap.count(",") == 2
    return hit.last <= number.opens and len(gap) <= NEAR and not any(word in _PAUSES and word != '"' for word in gap)


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


def read_same(state, n, number, rule, tally, back=2):
    """«969, against 1,532 a year ago»: a number set beside the count before it counts the same at another time.

    Another time has a date; somebody else's tally of the same, «the government speaks of 626», needs none.
    """
    anybody = tally and state.text.language.words["anybody"].issuperset(state.words[number.last : number.noun])
    if number.has_noun and not (anybody or _is_named(state, number)):
        return None
    if not state.drafts and tally:
        return _read_told(state, n, rule)
    drafts = [draft for draft in state.drafts.back_to(n - back) if draft.value is not None]
    draft = next((draft for draft in drafts if not draft.whole), None)  # not a part of those counted
    if tally and draft is None and drafts:
        draft = drafts[0]
    if draft is None or not (tally or draft.sentence == n or state.whens[n]):
        return None
    if draft.sentence < n and follows_refused(state, n, number):
        return None
    return _go_on(draft, rule)


def follows_refused(state, n, number):
    """Whether a number was refused before in the sentence: «sanctions hit 40 firms, against 30 a year ago»."""
    begin, end = (state.text.starts[word] for word in (state.text.sentences[n][0], number.first))
    for row in reversed(state.rejected):
        if row.start < begin:
            return False
        if row.start < end:
            return True
    return False


def read_row(state, n, number):
    """«Released: 52. Still in prison: 1,300»: a number behind a colon or a dash counts what stands before it."""
    first, words = state.text.sentences[n][0], state.words
    if number.opens - 1 <= first or words[number.opens - 1] not in (":", "—"):
        return None
    end, behind_colon = max(number.noun, number.last), words[number.opens - 1] == ":"
    ends = _ends_row(words, end, state.text.sentences[n][1])
    if not (ends or (behind_colon and _closes(state, n, end))):
        return None
    pauses = ";:.!?" if behind_colon else _PAUSES  # «in prison, by its count: 1,168»
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


def read_identified(state, n, rule):
    """«The group could identify 212»: as many of those freed by the act before as somebody knows by name."""
    for draft in state.drafts.back_to(n - ACT_BACK):
        freed = draft.kind in EVENT_KINDS and draft.kind != "commutation"
        if freed and draft.value is not None and draft.status in ("occurred", "announced"):
            return Reading(draft.kind, rule, "occurred", False, 0, after=draft)
    return None


def read_sum(state, n, number, rule):
    """«18 in July and 30 in August; in all 48»: a total of the counts just stated, which it must equal."""
    last, total = _last_count(state, n - 1), 0
    for draft in state.drafts.back_to(n - STOCK_BACK):
        if not last or draft.kind != last.kind or draft.relation != "=" or draft.whole:
            return None
        total += draft.value
        if draft is not last and total >= number.value:
            return _go_on(last, rule) if total == number.value else None
    return None


def read_series(state, n, number):
    """«… against 1,532 a year ago and 1,200 in May»: a number with a date of its own joined to the one before it."""
    draft = _last_count(state, n)
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
        return _go_on(draft, "bare.series")
    first, last = state.text.sentences[n]
    earlier = _last_count(state, n - 1)  # «On January 14, 30.»
    if not earlier or last - first > ROW or not _ends_row(state.words, number.last, last):
        return None
    dates = {i for when in state.whens[n] for i in range(when.first, when.last)}
    small = state.text.language.words
    plain = all(
        i in dates or state.words[i] in _PAUSES or state.words[i] in small["after_bare"] | small["more"]
        for i in range(first, number.opens)
    )
    return _go_on(earlier, "bare.series") if dates and plain else None


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


def _find_question(state, n):
    """What is found in the question that a sentence answers, one or two before it in its paragraph, or None."""
    sentences = state.document.sentences
    for m in range(n - 1, max(-1, n - 3), -1):
        if m < n - 1 and sentences[m].paragraph != sentences[n].paragraph:
            return None
        if sentences[m].text.rstrip(' "”»').endswith("?"):
            return state.text.hits[m]
        if state.drafts.of_sentence(m):
            return None
    return None


def read_answer(state, n, number):
    """«— How many are left? — 1,103»: an answer counts what its question asks for."""
    asked = _find_question(state, n)
    if not asked or number.opens - state.text.sentences[n][0] > ANSWER or not asked.of_any("how_many", "how_many_left"):
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


def read_such(state, n, number):
    """«1,131 such prisoners»: as many political prisoners as those of whom the sentence before speaks."""
    such = state.text.language.words["such"]
    if not number.has_noun or such.isdisjoint(state.words[number.last : number.noun]) or not n:
        return None
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
    return _go_on(draft, "bare.alone") if draft else _read_told(state, n, "bare.alone")


def read_act_before(state, n, rule, back=2):
    """«It let prisoners go. There were 412 of them»: those of an act that a sentence before tells without a number."""
    for other in range(n - 1, max(-1, n - back - 1), -1):
        if any(draft.value is not None for draft in state.drafts.of_sentence(other)):
            return None
        hits = state.text.hits[other]
        if not hits.of_any("persons", "held_persons", "how_many"):
            continue
        acts = [hit for hit in hits.of("kind") if hit.entry.kind in EVENT_KINDS]
        told = [(hit.entry.kind, read_status(hit, (hit.first, hit.first), state.words, hits)) for hit in acts]
        if told:
            kind, status = next((row for row in told if row[1] in OCCURRED), told[0])
            return Reading(kind, rule, status, False, 0)
    return None
