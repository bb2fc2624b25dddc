"""What a number counts by a phrase of the lexicon, such as «there were» or «the figure was»: a rule for each."""

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.counts.acts import ACCUSED
from clemency.claims.counts.alone import PAUSES
from clemency.claims.counts.numbers import is_of_them
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.series import ACT_BACK, read_further
from clemency.claims.counts.told import (
    STOCK_BACK,
    find_last_count,
    follows_refused,
    go_on,
    read_act_before,
    read_held,
    read_same,
    read_told,
)

_PLACE = 2  # words of a place that opens a sentence
_RELATIVE = 9  # words between «which» and what it has reached
_TOPIC_BACK = 5  # sentences back to what «the figure» is of, when it says so


def read_phrase(hit, state, n, number):
    """What a number counts by a rule of the lexicon, or None."""
    return _RULES.get(hit.entry.value, _read_others)(state, n, number, hit)


def _read_exact(state, n, number, hit):
    """«The exact figure was 7,749»: the count that was told more vaguely before, or somebody's tally of the same."""
    for draft in state.drafts.back_to(n - _TOPIC_BACK):
        near = draft.value and draft.relation != "=" and abs(number.value - draft.value) * 3 <= draft.value
        if near and (draft.relation == "~" or number.value >= draft.value):
            return go_on(draft, hit.entry.rule)
    return _read_tally(state, n, number, hit)


def _read_again(state, n, _number, hit):
    """«7,850 were expected to gain; in the end 4,312 did»: the act of the count before, which the verb stands for."""
    draft, word = find_last_count(state, n - 1), state.words[hit.last : hit.last + 1]
    if not draft or draft.stock or (word and word[0] not in PAUSES):
        return None
    reading = go_on(draft, hit.entry.rule)
    ahead = not state.text.language.words["modals"].isdisjoint(state.words[hit.first : hit.last])
    reading.status = draft.status if ahead or draft.status in OCCURRED else "occurred"
    return reading


def _read_figure(state, n, number, hit):
    """«The figure was 30 a year ago»: the same as the count before it, at another time."""
    return read_same(state, n, number, hit.entry.rule, False, _reach_topic(state, hit))


def _read_tally(state, n, number, hit):
    """«The government speaks of 626»: those whom somebody else counted before, who were freed or are held."""
    rule = hit.entry.rule
    if state.words[hit.first - 1] in state.text.language.words["speaker"]:
        return None  # «by August I could count a little over 70»
    told = read_act_before(state, n, rule) or read_same(state, n, number, rule, True, _reach_topic(state, hit))
    return told or _read_held_told(state, n, number, rule)


def _reach_topic(state, hit):
    """How many sentences back the count may lie that a phrase goes on from: more where it says «the figure»."""
    figures = state.text.language.words["figures"]
    return 2 if figures.isdisjoint(state.words[hit.first : hit.last]) else _TOPIC_BACK


def _read_politicals(state, _n, _number, hit):
    """«About 60 politicals», where the adjective does for the noun, and no other adjective is joined to it."""
    joined = state.words[hit.last : hit.last + 1] and state.words[hit.last] in state.text.language.words["and"]
    return None if joined else Reading("political_prisoners", hit.entry.rule, "occurred", True, 0, series=True)


def _read_them(state, n, _number, hit):
    """«They were 14»: those of an act that the sentence names, or that was told before it."""
    return _read_named(state, n, hit) or read_told(state, n, hit.entry.rule)


def _read_there(state, n, number, hit):
    """«There were 30»: those of an act told right before, more people of the same act, or those held."""
    if _is_of_others(state, n, hit):
        return None
    just_told = _read_named(state, n, hit) or _read_just_told(state, n, hit)
    # «In July he freed 18. In August there were 30 more»
    return just_told or read_further(state, n, number) or _read_others(state, n, number, hit)


def _is_of_others(state, n, hit):
    """Whether «of whom there are» points back to people who are not held: «our volunteers, of whom there are 340»."""
    small, comma, hits = state.text.language.words, hit.first - 2, state.text.hits[n]
    if state.words[comma + 1] not in small["relatives"] | small["who"]:
        return False
    comma -= state.words[comma] in small["owners"]
    nouns = [noun for noun in hits.of("persons") if noun.last == comma]
    held = hits.of_any("labels", "held_persons") if nouns and state.words[comma] == "," else ()
    return bool(nouns) and state.words[comma] == "," and not any(one.last == comma for one in held)


def _read_such(state, n, number, hit):
    """«Таких 170», but not where the phrase names things."""
    things = (other for other in state.text.hits[n].of("refuse_after") if other.entry.rule.endswith(".things"))
    named = any(hit.first < other.first < number.opens for other in things)  # «таких указов было 11»
    return None if named else _read_those_told(state, n, number, hit)


def _read_others(state, n, number, hit):
    """Those held, or, with a date or as a part of them, those of the act or the count before."""
    rule = hit.entry.rule
    dated = any(0 <= hit.first - when.last <= 1 for when in state.whens[n])
    last = state.drafts.of_sentence(n)[-1:]
    if dated and last and last[0].kind in EVENT_KINDS and not last[0].stock:
        return go_on(last[0], rule)  # «In September 52 inmates had left; in June there were 14»
    reading = read_held(state, n, number, rule, STOCK_BACK)
    # «In July there were 46» goes on from whatever was counted before
    reading = reading or (read_same(state, n, number, rule, False) if dated else None)
    reading = reading or (read_same(state, n, number, rule, True, 1) if _is_elsewhere(state, n, hit) else None)
    of_them = is_of_them(number, state.text.hits[n])
    return reading or (read_act_before(state, n, rule) if dated or of_them else None)


def _is_elsewhere(state, n, hit):
    """Whether a sentence opens with another place: «Police detained 37 people in Brest. In Homiel there were 12»."""
    first, small = state.text.sentences[n][0], state.text.language.words
    last = find_last_count(state, n - 1)
    opens = state.words[first] in small["after_bare"] and 1 <= hit.first - first - 1 <= _PLACE
    named = opens and all(state.text.is_capital(i) for i in range(first + 1, hit.first))
    return bool(named and last and last.sentence < n and not last.stock)


def _read_named(state, n, hit):
    """«They showed the pardoned: there are 32»: those whom the words right before a pause name by an act, or None."""
    acts = [other.entry for other in state.text.hits[n].of("kind") if other.last == hit.first - 1]
    told = [act for act in acts if act.kind in EVENT_KINDS and state.words[hit.first - 1] in PAUSES]
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
        draft = find_last_count(state, n - 1)
        if draft and (draft.kind in EVENT_KINDS or (not draft.stock and draft.status in OCCURRED)):
            return go_on(draft, rule)
        acts = state.text.hits[n - 1].of("kind") if n and not draft else ()
        acts = [act for act in acts if not act.entry.rule.endswith(ACCUSED)]
        if acts:
            act = next((hit.entry for hit in acts if hit.entry.status == "denied"), acts[-1].entry)
            return Reading(act.kind, rule, act.status or "occurred", False, 0, series=True)
    return read_held(state, n, number, rule, 0)


def _read_level(state, n, number, hit):
    """What a list or a number stood at, or will stand at: «it will fall to fewer than 900»."""
    told = _find_act_of_level(state, n, hit)
    if told:
        return Reading(told.entry.kind, told.entry.rule, told.entry.status or "occurred", False, 0, told, series=True)
    reading = read_held(state, n, number, hit.entry.rule, STOCK_BACK) if _is_level(state, n, hit) else None
    planned = [other for other in state.text.hits[n].of("status") if other.entry.value == "planned"]
    if reading and any(0 <= hit.first - other.last <= 1 for other in planned):
        reading.status = "planned"
    return reading


def _find_act_of_level(state, n, hit):
    """The act that has reached a number: «the pardons, which by its count had reached 293 persons», or None."""
    words, small, at = state.words, state.text.language.words, hit.first
    led = next((i for i in range(at - 1, max(at - _RELATIVE, 0), -1) if words[i] in small["relatives"]), None)
    acts = [act for act in state.text.hits[n].of("kind") if act.first < at and act.entry.kind != "other"]
    ends = (act for act in reversed(acts) if act.last == at or (led is not None and act.last <= led))
    act = next(ends, None)
    if act is None or not (small["levels_of"] - small["relatives"]).isdisjoint(words[act.last : at]):
        return None  # «anyone sentenced, as well as those on its list, which has grown to 2,214 names»
    return act if act.last == at or words[led - 1] == "," else None


def _is_level(state, n, hit):
    """Whether a list or a number is what rises or falls: «it peaked at 1,532», not «the budget rose to 3 million»."""
    before = state.words[state.text.sentences[n][0] : hit.first]
    return not state.text.language.words["levels_of"].isdisjoint(before)


def _read_identified(state, n, _number, hit):
    """«The group could identify 212»: as many of those freed by the act before as somebody knows by name."""
    for draft in state.drafts.back_to(n - ACT_BACK):
        freed = draft.kind in EVENT_KINDS and draft.kind != "commutation"
        if freed and draft.value is not None and draft.status in ("occurred", "announced"):
            return Reading(draft.kind, hit.entry.rule, "occurred", False, 0, after=draft)
    return None


def _find_uncounted(state, n):
    """The act that the sentence before states without a number: «A group of them walked free. In all, 14», or None."""
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.sentence != n - 1 or last.value is not None or state.drafts.of_sentence(n):
        return None
    return last if last.kind in EVENT_KINDS and last.status == "occurred" else None


def _read_sum(state, n, number, hit):
    """«18 in July and 30 in August; in all 48»: a total of the counts just stated, which it must equal."""
    vague = _find_uncounted(state, n)
    if vague:
        return Reading(vague.kind, vague.rule, vague.status, False, 0, vague.trigger, vague.label, series=True)
    last, total = find_last_count(state, n - 1), 0
    for draft in state.drafts.back_to(n - STOCK_BACK):
        if not last or draft.kind != last.kind or draft.relation != "=" or draft.whole:
            return None
        total += draft.value
        if draft is not last and total >= number.value:
            return go_on(last, hit.entry.rule) if total == number.value else None
    return None


_RULES = {
    "held": _read_there,
    "exact": _read_exact,
    "again": _read_again,
    "them": _read_them,
    "such": _read_such,
    "same": _read_figure,
    "tally": _read_tally,
    "politicals": _read_politicals,
    "sum": _read_sum,
    "identified": _read_identified,
    "level": _read_level,
}
