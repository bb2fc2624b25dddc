"""What a number counts when its own clause does not say it: lists, headlines and acts told before do."""

import bisect
import dataclasses

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.counts.bare import read_after, read_bare
from clemency.claims.counts.kinds import read_kind
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.refusals import is_countable, is_running_total, starts_with_more
from clemency.claims.counts.series import read_alone, read_answer, read_such
from clemency.claims.counts.told import find_held_before
from clemency.documents.sentences import BULLETS

RECOGNISED = (".recognised", ".recognised.words")
_MANY = 100  # people: not so many others, but so many still
_POSSIBLE = ".possible"  # the rules for what may or may not come
_EITHER = ("release", "commutation")
_SUBJECT = 3  # words from a count to who had predicted it
_BETWEEN = 6  # words from one act to another one that «or» joins to it
_DECREE = 3  # sentences back to the decree by which people will be freed


def read_around(state, n, number, reading, anaphora, before):
    """What a number counts by its own clause, or else by the list, the headline or the people told of before it."""
    if reading and reading.trigger and state.words[max(number.noun, number.last) :][:1] == ["—"]:
        behind = reading.trigger.last < number.opens  # «six left by pardon, two — after the visit»
        reading = (read_parallel(state, n, number, before) if behind else None) or reading
    if reading and reading.rule == "stock.held" and not number.has_noun:
        reading = read_after(state, n, number) or reading
    reading = read_such(state, n, number) or reading or borrow_kind(state, n, number, anaphora, before)
    if reading and not is_countable(state, number, reading, anaphora):
        reading = continue_list(state, n, number, before) or read_parallel(state, n, number, before) or reading
    if not reading or not is_countable(state, number, reading, anaphora):
        reading = read_bare(state, n, number) or read_from(state, n, number) or reading
    return reading


def read_from(state, n, number):
    """What a number counts that rose or fell to another one: «the list shrank from 1,268 people to 1,189», or None."""
    reading = number.until and read_kind(number.until, state.words, state.text.hits[n])
    return dataclasses.replace(reading, series=True) if reading and reading.stock else None


def read_of_them(state, n, number, reading, whole):
    """What a stock counts that is one of people told of before: of those freed, or of political prisoners."""
    reading = read_identified_among(state, n, number, reading, whole) or reading
    if reading.stock and state.drafts and state.drafts[-1].label:
        reading.kind = "political_prisoners"
    return reading


def settle_reading(state, n, number, reading):
    """A reading made more exact by the text before it: which act it is, who are held, and whether it was decreed."""
    if reading is None:
        return None
    if reading.rule.endswith("extent"):
        reading.kind = find_act_before(state, number) or find_decree(state, n) or reading.kind
    if reading.rule.endswith(RECOGNISED) and (is_running_total(state, number) or joins_stock(state, n, number)):
        reading = Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0)
    if reading.rule in ("stock.held", "stock.prisoners") and number.has_noun:
        reading = read_list(state, n, number) or reading
    if reading.rule == "stock.held" and is_held_for_politics(state, n, number):
        reading.kind = "political_prisoners"
    if reading.rule == "stock.held" and not number.has_noun:
        reading.kind = find_held_before(state, n) or reading.kind
    if reading.kind in _EITHER and is_either(state, n, reading):
        reading.kind = find_act_before(state, number) or reading.kind
    if reading.status == "planned" and is_decreed(state, n, number, reading):
        reading.status = "announced"
    if reading.status in OCCURRED and (is_forecast(state, n, number) or shares_modal(state, n, reading)):
        reading.status = "planned"
    return reading


def is_forecast(state, n, number):
    """Whether a count is what was expected before the act: «an expected 6,500», «660 the government had predicted»."""
    hits, behind = state.text.hits[n], max(number.last, number.noun)
    if any(hit.last in (number.opens, number.first) for hit in hits.of("forecast")):
        return True
    near = (hit.first for hit in hits.of("forecast_after") if 0 <= hit.first - behind <= _SUBJECT)
    return any(not any(word[0].isdecimal() for word in state.words[behind:first]) for first in near)


def shares_modal(state, n, reading):
    """Whether an infinitive goes on from one that is planned: «должны попасть 6000, а выйти на волю — 1600»."""
    endings, act = tuple(state.text.language.words["infinitive_endings"]), reading.trigger
    if not (endings and act) or reading.stock:
        return False
    last = state.drafts.of_sentence(n)[-1:]
    leads = any(word.endswith(endings) for word in state.words[max(0, act.first - 1) : act.last])
    return leads and bool(last) and last[0].status == "planned" and last[0].kind in EVENT_KINDS


def is_either(state, n, reading):
    """Whether «or» joins a release and a shorter term: «6,800 could have their terms cut or be sent home under it»."""
    act = reading.trigger
    others = () if act is None else (hit for hit in state.text.hits[n].of("kind") if hit.entry.kind in _EITHER)
    joins = state.text.language.words["either_or"]
    for hit in others:
        gap = state.words[min(act.last, hit.last) : max(act.first, hit.first)]
        if hit.entry.kind != act.entry.kind and len(gap) <= _BETWEEN and not joins.isdisjoint(gap):
            return not any(word[0].isdecimal() for word in gap)
    return False


def joins_stock(state, n, number):
    """Whether a count goes on from one of people held: «108 were in prison, and 39 were named political prisoners»."""
    last = state.drafts.of_sentence(n)[-1:]
    joins = {",", *state.text.language.words["and"]}
    return bool(last) and last[0].stock and not joins.isdisjoint(state.words[number.opens - 1 : number.opens])


def read_identified_among(state, n, number, reading, whole):
    """«At least 313 political prisoners were among them»: so many of those whom an act has freed, or None."""
    if not (whole and whole.kind in EVENT_KINDS and reading.label) or whole.stock:
        return None
    if any(hit.first >= number.last for hit in state.text.hits[n].of("held")):
        return None  # «three of them, all political prisoners, are back in jail»
    return Reading(whole.kind, "bare.identified", "occurred", False, 0, label=reading.label, after=whole)


def goes_on(state, n, number, hits):
    """Whether «таких» right before a number, or a dash after the count of an act, points back to what was told."""
    last = state.drafts.of_sentence(n)[-1:]
    if state.words[number.opens - 1] == "—" and last and last[0].kind in EVENT_KINDS:
        return True
    return any(hit.last == number.opens and hit.entry.value == "such" for hit in hits.of("bare"))


def is_held_for_politics(state, n, number):
    """Whether «1,186 people are behind bars» goes on from two sentences that speak of political prisoners."""
    if not (
        number.has_noun and state.text.language.words["anybody"].issuperset(state.words[number.last : number.noun])
    ):
        return False
    small = state.text.language.words
    many = number.relation != "=" or number.value >= _MANY  # «еще восемь человек» are eight others
    still = many and not (small["more"] | small["still"]).isdisjoint(state.words[number.opens - 2 : number.opens])
    labels = (hit for m in range(max(0, n - 2), n) for hit in state.text.hits[m].of("labels"))
    return state.political and still or any(map(is_political, labels))


def is_decreed(state, n, number, reading):
    """Whether a decree was signed by which somebody will be freed: «By the decree, 20 will walk free».

    «Another 52 are going to be freed» are not those of a decree told before.
    """
    if reading.kind not in ("pardon", "release", "commutation"):
        return False
    if any(hit.entry.rule.endswith(_POSSIBLE) for hit in state.text.hits[n].of("status")):
        return False  # «he signed an order that may reach 4,000»
    back = 0 if starts_with_more(state, number) else _DECREE
    for m in range(n, max(-1, n - back - 1), -1):
        if state.text.hits[m].of("draft_law"):
            return False
        denied = any(hit.entry.value == "denied" for hit in state.text.hits[m].of("status"))
        own = reading.trigger.first if reading.trigger else None  # «14 will be pardoned» tells of no decree
        decreed = any(hit.first != own for hit in state.text.hits[m].of("decreed"))
        if decreed and (m == n or not denied):
            return True
    return False


def find_act_before(state, number):
    """The act that «it covers» speaks of: a pardon or an amnesty, whichever was named last before the number."""
    if state.acts is None:
        acts = state.text.list_hits("kind")
        state.acts = [hit for hit in acts if hit.entry.kind in ("pardon", "amnesty") and hit.entry.names_act]
    place = bisect.bisect_left(state.acts, number.opens, key=lambda hit: hit.first)
    named = (state.acts[i] for i in range(place - 1, -1, -1) if state.acts[i].last <= number.opens)
    return next((hit.entry.kind for hit in named), None)


def find_decree(state, n):
    """«He signed a decree. It concerns 21 people»: a decree of which no more is said is one of pardon."""
    near = state.text.hits[max(0, n - 1) : n + 1]
    return "pardon" if any(hits.of("decree") for hits in near) else None


def borrow_kind(state, n, number, anaphora, before):
    """The kind of a number that has no word for it beside it: from a list, a headline, or the heading over it."""
    return (
        continue_list(state, n, number, before)
        or read_parallel(state, n, number, before)
        or repeat_of_headline(state, n, number, anaphora)
        or read_item(state, n, number)
        or read_decreed(state, n, number)
        or read_list(state, n, number)
        or (read_answer(state, n, number) if number.has_noun else None)
        or read_alone(state, n, number)
    )


def continue_list(state, n, number, before):
    """«45,000 will go home, and 45,000 others for good»: a count joined to the one before it shares its kind."""
    earlier = state.drafts[before:]
    if not (earlier and earlier[-1].sentence == n):
        return None
    same = any(hit.last == number.opens for hit in state.text.hits[n].of("same_count"))
    if same and earlier[-1].stock:
        return Reading(earlier[-1].kind, earlier[-1].rule, "occurred", True, 0, series=True)
    small, at = state.text.language.words, number.opens - 1
    # «the release of 52 in September and of 14 in June»: the preposition is told again
    at -= state.words[at] in small["prepositions"] and state.words[at] == state.words[earlier[-1].first - 1]
    joins = same or state.words[at] in (",", "—", ":", *small["and"], *small["then"])
    trigger = earlier[-1].trigger
    # «55 were freed: in Minsk — 24, in Hrodna — 31» names the parts of a count
    dashed = state.words[number.opens - 1] == "—" and ":" not in state.words[earlier[-1].last : number.opens]
    dated = any(0 <= when.first - number.last <= 1 for when in state.whens[n])  # «37 on 16 September»
    told = earlier[-1].trigger or earlier[-1].after or dashed
    if not joins or not told or not (number.has_noun or same or dashed or dated):
        return None
    series = dashed or dated
    last, own = earlier[-1], None if same else trigger
    return Reading(last.kind, last.rule, last.status, last.stock, 0, own, None, series)


def read_parallel(state, n, number, before):
    """«61 were pardoned of their terms and 137 of their fines»: a count that the preposition of the one before follows.

    So does a dash in place of the verb: «six left by pardon, two — after the visit».
    """
    earlier, end, small = state.drafts[before:], max(number.noun, number.last), state.text.language.words
    joins = state.words[number.opens - 1] in (",", *small["and"])
    if not (joins and earlier and earlier[-1].trigger) or end >= state.text.sentences[n][1]:
        return None
    verbs = (draft for draft in reversed(earlier) if state.words[draft.last] != "—")
    told, word = next(verbs, earlier[-1]), state.words[end]
    if told.trigger is None:
        return None
    leads = word in small["prepositions"] | small["after_bare"] and word not in small["conjunctions"] | small["and"]
    if word != "—" and not (leads and word in state.words[told.last : number.opens]):
        return None
    hits = _find_told(state, n, end)
    if not hits:
        kind = "release" if word == "—" and ".mechanism." in told.rule else told.kind
        return Reading(kind, told.rule, told.status, told.stock, 0, told.trigger, series=True)
    own = word == "—" and hits[0].section == "kind" and hits[0].entry.kind in EVENT_KINDS
    return Reading(hits[0].entry.kind, hits[0].entry.rule, told.status, False, 0, hits[0], series=True) if own else None


def _find_told(state, n, start):
    """What is told in the rest of a clause: acts, or that people are held."""
    last = state.text.sentences[n][1]
    end = next((i for i in range(start, last) if state.words[i] in ",;:"), last)
    return [hit for hit in state.text.hits[n].of_any("kind", "held", "labels") if start <= hit.first < end]


def repeat_of_headline(state, n, number, anaphora):
    """«On the list are 31 people»: a body repeats its headline's number without the word for the act."""
    for draft in state.drafts.of_value(number.value, n):
        if not draft.stock and (number.has_noun and draft.headline or anaphora):
            return Reading(draft.kind, draft.rule, draft.status, False, 0)
    return None


def read_item(state, n, number):
    """«• 4 September – another 30»: an item of a list counts what the heading over the list names."""
    sentences = state.document.sentences
    if sentences[n].text[0] not in BULLETS or number.opens - state.text.sentences[n][0] > 6:
        return None
    head = state.find_head(n)
    acts = () if head is None else state.text.hits[head].of("kind")
    kinds = (hit.entry for hit in acts if hit.entry.kind in EVENT_KINDS)
    return next((Reading(entry.kind, entry.rule, "occurred", False, 0) for entry in kinds), None)


def read_decreed(state, n, number):
    """«Decrees followed: 30 people in May, then 37», «two acts, with 31 and 32 names»: those whom decrees name.

    So do «the decree of pardon is out. On it are 27 names».
    """
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    if not (small["anybody"] | small["names"] | small["more"]).issuperset(noun):
        return None
    decrees = [hit.last for hit in state.text.hits[n].of("decrees") if hit.last <= number.opens]
    before = decrees or (n and state.text.hits[n - 1].of("decrees"))
    told = any(act.entry.kind == "pardon" for act in state.text.hits[n - 1].of("kind")) if n else False
    if not before or not (told or any(draft.kind == "pardon" for draft in state.drafts)):
        return None
    names = not small["names"].isdisjoint(state.words[number.last : number.last + 3])  # «with 31 and 32 names»
    named = names and state.words[number.opens - 1] in small["with"] | small["and"]
    listed = decrees and ":" in state.words[decrees[-1] : number.opens]
    each = any(hit.first == max(number.noun, number.last) for hit in state.text.hits[n].of("in_each"))
    on_it = names and any(hit.last == number.opens for hit in state.text.hits[n].of("on_it"))
    found = listed or named or each or on_it
    return Reading("pardon", "decree.list", "occurred", False, 0, series=True) if found else None


def read_list(state, n, number):
    """«Its list had 1,110 names»: a rights group that speaks of political prisoners counts them on its list."""
    hits = state.text.hits[n]
    near = [hit for hit in hits.of("on_list") if _is_beside(state, hit, number)]
    near += [hit for hit in hits.of("on_it") if hit.last == number.opens and _speaks_of_list(state, n, hit.first)]
    others = any(not is_political(hit) for hit in hits.of("labels")) or _lists_others(state, n - 1)
    begin = next((i for i in range(number.opens - 1, state.text.sentences[n][0], -1) if state.words[i] in ":;"), 0)
    beside = any(hit.first == number.last or 0 <= number.opens - hit.last <= 1 for hit in near)
    acts = [hit for hit in hits.of("kind") if begin <= hit.first < number.first]
    acts = [hit for hit in acts if not _tells_of_some(hit, number, hits)]
    if not near or others or acts:  # an act behind the number tells of another one
        return None
    political = state.political or any(_keeps_list(state, n, hit) for hit in near)
    if not (number.has_noun or beside) or not political:
        return None
    return Reading("political_prisoners", "stock.on-list", "occurred", True, 0)


def _keeps_list(state, n, hit):
    """Whether a rights group's name stands in or beside the words for a list: «Viasna's list», «в списке «Весны»»."""
    actors = (actor for actor in state.text.hits[n].of("actor") if actor.entry[0] == "human_rights")
    return any(hit.first - 2 <= actor.last and actor.first <= hit.last + 2 for actor in actors)


def _tells_of_some(act, number, hits):
    """Whether an act is told only of some of those counted: «1,017 names, of which 48 were added»."""
    return any(number.last <= hit.first < act.last for hit in hits.of("anaphora"))


def _is_beside(state, hit, number):
    """Whether at most six words, quotation marks apart, part a list from a number."""
    gap = state.words[hit.last : number.opens] if hit.last <= number.opens else state.words[number.last : hit.first]
    for pause in ",—":
        if gap.count(pause) == 2:  # «in the list, which it made public in May, were 357 names»
            opens = gap.index(pause)
            gap = gap[:opens] + gap[gap.index(pause, opens + 1) + 1 :]
    return len(gap) <= 12 and sum(word != '"' for word in gap) <= 6


def _speaks_of_list(state, n, end=None):
    """Whether a sentence, or the one before with its own words up to `end`, speaks of a list.

    «It added to the list. There are 213 on it now.»
    """
    if n < 0:
        return False
    first, last = state.text.sentences[n] if end is None else (state.text.sentences[max(0, n - 1)][0], end)
    return not state.text.language.words["lists"].isdisjoint(state.words[first:last])


def _lists_others(state, n):
    """Whether a sentence speaks of a list of others: «The security service keeps a list of terrorists»."""
    labels = state.text.hits[n].of("labels") if _speaks_of_list(state, n) else ()
    return bool(labels) and not any(is_political(hit) for hit in labels)


def names_again(state, n, value):
    """«Viasna can name ten political prisoners on the list»: a count already stated, by another voice."""
    for draft in reversed(state.drafts.of_value(value, n)):
        if not draft.stock and draft.sentence != n:
            draft.repeats.append(n)
            state.named_again.append((n, draft))
            return True
    return False
