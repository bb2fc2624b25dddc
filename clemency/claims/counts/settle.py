"""A reading made more exact by the text around it: which act it is, who are held, and whether it was decreed."""

import bisect

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.counts.lists import read_list
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.refusals import is_running_total, starts_with_more
from clemency.claims.counts.told import find_held_before

_RECOGNISED = (".recognised", ".recognised.words")
_MANY = 100  # people: not so many others, but so many still
_POSSIBLE = ".possible"  # the rules for what may or may not come
_DECREED = ("pardon", "amnesty")
_VAGUE = (".extent", ".words-extent")  # the rules for words that any act may be told with
_EITHER = ("release", "commutation")
_SUBJECT = 3  # words from a count to who had predicted it
_BETWEEN = 6  # words from one act to another one that «or» joins to it
_FORECASTS = frozenset(["forecast", "forecast_after"])
_EXPELLED = 2  # sentences back to the amnesty with which foreigners are expelled
_DECREE = 3  # sentences back to the decree by which people will be freed


def settle_reading(state, n, number, reading):
    """A reading made more exact by the text before it: which act it is, who are held, and whether it was decreed."""
    if reading is None:
        return None
    if reading.rule.endswith("extent"):
        told = find_act_before(state, number) or find_decree(state, n) or find_act_behind(state, n, number)
        if not told and reading.rule.endswith(_VAGUE):
            return None  # «it covers 40 women», where neither a pardon nor an amnesty is spoken of
        reading.kind = told or reading.kind
    if reading.rule.endswith(_RECOGNISED) and (is_running_total(state, number) or joins_stock(state, n, number)):
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
    if not hits.hold_any(_FORECASTS):
        return False
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
    if state.text.hits[n].of("expelled") and any(map(_has_freed, state.drafts.back_to(n - _EXPELLED))):
        return True  # «6,134 were pardoned. Another 52 foreigners will be released and deported»
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


def _has_freed(draft):
    """Whether a count is of those whom an amnesty or a pardon has freed already."""
    return draft.kind in ("amnesty", "pardon") and draft.status in OCCURRED


def find_act_before(state, number):
    """The act that «it covers» speaks of: a pardon or an amnesty, whichever was named last before the number."""
    if state.acts is None:
        acts = state.text.list_hits("kind")
        state.acts = [hit for hit in acts if hit.entry.kind in _DECREED and hit.entry.names_act]
    place = bisect.bisect_left(state.acts, number.opens, key=lambda hit: hit.first)
    named = (state.acts[i] for i in range(place - 1, -1, -1) if state.acts[i].last <= number.opens)
    return next((hit.entry.kind for hit in named), None)


def find_act_behind(state, n, number):
    """The act that a sentence names behind a number: «3,273 convicts would benefit from a presidential pardon»."""
    acts = (hit for hit in state.text.hits[n].of("kind") if hit.first >= number.last and hit.entry.names_act)
    return next((hit.entry.kind for hit in acts if hit.entry.kind in _DECREED), None)


def find_decree(state, n):
    """«He signed a decree. It concerns 21 people»: a decree of which no more is said is one of pardon."""
    near = state.text.hits[max(0, n - 1) : n + 1]
    return "pardon" if any(hits.of("decree") for hits in near) else None
