"""Whether a count is a part, «14 of them have children», which is never a claim beside its whole."""

import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.groups import (
    CAUSES,
    NOUN_GROUPS,
    OWN_GROUPS,
    counts_own_group,
    describes_all,
    is_joined,
    lists_groups,
    lists_nationalities,
)

_TOLD_GROUPS = ("parents", "chronically_ill")
_LISTED = 4  # sentences back to a whole whose list names its groups


@dataclasses.dataclass(slots=True)
class Case:
    """A count with a group, what was read of it, and the count before it that it may be a part of."""

    state: object
    n: int
    number: object
    group: str
    reading: object
    whole: object
    anaphora: object

    @property
    def trigger(self):
        """The act that the count was read by, or None."""
        return self.reading.trigger if self.reading else None

    @property
    def is_held(self):
        """Whether people held are counted; those only called «prisoners» may be of the whole."""
        return bool(self.reading and self.reading.stock and self.reading.rule != "stock.prisoners")

    @property
    def holds_act(self):
        """Whether the act stands inside the count: «five of the pardoned are over 50»."""
        return bool(self.trigger) and self.number.last <= self.trigger.first < self.number.noun

    @property
    def follows_part(self):
        """Whether the count goes on a list of parts."""
        return follows_part(self.state, self.n, self.number)

    @property
    def shares_paragraph(self):
        """Whether the whole stands in the paragraph of the count."""
        return self.state.same_paragraph(self.whole.sentence, self.n)


def is_part(state, n, number, group, reading, whole, anaphora):
    """Whether a count with a group, such as women, is a part of the whole before it: the first rule that holds says it.

    Where none does, it is a part if words tie it to the whole, or nothing else is told of it.
    """
    case = Case(state, n, number, group, reading, whole, anaphora)
    told = next((answer for holds, answer in _RULES if holds(case)), None)
    return _is_tied(case) if told is None else told


def _is_of_all(case):
    """Whether everybody counted is of the group."""
    return describes_all(case.state, case.n, case.number, case.group)


def _is_beside_whole(case):
    """Whether a count only stands beside one of another group: «clemency for 14 women, 9 pensioners and 3 minors»."""
    state, whole = case.state, case.whole
    if case.anaphora or whole.sentence != case.n or case.number.listed or state.parts_in.get(case.n):
        return False
    grouped = any(count == whole.value for group, count in whole.breakdown.items() if group in NOUN_GROUPS)
    joins = {",", *state.text.language.words["and"]}
    return grouped and state.words[case.number.opens - 1] in joins and whole.value > case.number.value


def _is_given_for(case):
    """Whether a count is of those given for the others: «sixteen people were swapped for eight Russians»."""
    swaps = case.state.text.language.rules["numbers"]["one_for_one"]
    swapped = case.whole.kind == "exchange" or (case.trigger and case.trigger.entry.kind == "exchange")
    return swapped and case.state.words[case.number.opens - 1] in swaps


def _opens_aside(case):
    """Whether another clause opens with a count: «relatives wait outside, where some 40 women spent the night»."""
    opens = case.state.text.language.words["subordinators"]
    return not case.anaphora and case.state.words[case.number.opens - 1] in opens


def _is_listed(case):
    """Whether the sentence counts several groups of those whom an act touched."""
    return case.whole.kind in EVENT_KINDS and lists_groups(case.state, case.n, case.group)


def _tells_of_cause(case):
    """Whether a number says for what some of those freed sat: «He freed 18. Fifteen people were in for extremism»."""
    state, whole, reading = case.state, case.whole, case.reading
    if case.group not in CAUSES or whole.kind not in EVENT_KINDS or whole.stock:
        return False
    if whole.sentence >= case.n or not case.shares_paragraph:
        return False
    rest = state.words[case.number.opens - 3 : state.text.sentences[case.n][1]]
    if not state.text.language.words["still"].isdisjoint(rest):
        return False  # «300 people are still in prison for extremism»
    return reading is None or reading.rule == "stock.held" or reading.kind == "convicted"


def _has_own_act(case):
    """Whether an act is told of people of an age: «63 persons aged over 60 were let go»."""
    if case.group not in OWN_GROUPS or not case.trigger or case.anaphora or case.holds_act:
        return False
    own = counts_own_group(case.number, case.state.words, case.state.text.hits[case.n])
    return case.group in own and not case.follows_part


def _is_of_others_held(case):
    """«We documented 83 arrests. There are thirty people with severe illnesses on our list»: these are others."""
    return case.is_held and not (case.anaphora or case.whole.stock or case.trigger)


def _is_anybody(case):
    """Whether one man or woman is nobody counted: «freedom that depends on the mood of one man»."""
    alone = case.number.in_words and case.number.value == 1 and case.group in ("women", "men")
    return alone and not case.anaphora and case.whole.sentence != case.n


def _tells_of_group(case):
    """Whether what is said of a number is the group itself, before any act: «eleven have children», «у восьми дети»."""
    if case.group not in _TOLD_GROUPS:
        return False
    end, groups = max(case.number.noun, case.number.last), case.state.text.hits[case.n].of("groups")
    told = [hit.first for hit in groups if hit.entry == case.group and hit.first >= end]
    return bool(told) and told[0] - end <= 3 and (not case.trigger or case.trigger.first > told[0])


def _is_in_decree(case):
    """Whether a decree names those of a group: «the decree includes nine women»."""
    listed = case.trigger and case.trigger.entry.rule.endswith(".pardon.words")
    near = case.whole.kind in ("pardon", "release") and case.whole.sentence >= case.n - _LISTED
    return bool(listed) and near and case.group in NOUN_GROUPS


_RULES = (
    (_is_of_all, False),
    (_is_beside_whole, False),
    (_is_given_for, False),
    (_opens_aside, False),
    (_is_listed, True),
    (_tells_of_cause, True),
    (_has_own_act, False),
    (_is_of_others_held, False),
    (_is_anybody, False),
    (_tells_of_group, True),
    (_is_in_decree, True),
)


def _is_tied(case):
    """Whether words tie a count to the whole, or it stands near it with no act of its own."""
    if case.anaphora:
        return True
    if case.group in case.state.text.language.nationalities:
        return _is_near(case) or lists_nationalities(case.state, case.n) or case.follows_part
    told = case.trigger or case.is_held
    return not told or case.holds_act or _shares_act(case) or case.follows_part


def _is_near(case):
    """Whether the whole stands in the sentence of a count, or in the one before if nothing else is told of it."""
    before = case.whole.sentence == case.n - 1 and case.shares_paragraph
    return case.whole.sentence == case.n or (before and not (case.trigger or case.is_held))


def _shares_act(case):
    """Whether a count has its act from the whole before it, but not «… and got four men»."""
    trigger, whole = case.trigger, case.whole
    if not trigger or whole.sentence != case.n or trigger.last > whole.last + 2:
        return False
    return not is_joined(case.state.words, whole.last, trigger)


def follows_part(state, n, number):
    """Whether the number goes on a list of parts begun in this sentence: «…, 14 suffer from chronic diseases»."""
    small, at = state.text.language.words, number.opens - 1
    if state.words[at] == "—":  # «…, инвалидов — 112»
        at = next((hit.first - 1 for hit in state.text.hits[n].of("groups") if hit.last == at), at)
    at -= state.words[at] in small["with_part"]  # «…, у 11 хронические заболевания»
    before = state.words[at]
    return bool(state.parts_in.get(n)) and (before in ",;" or before in small["goes_on"])
