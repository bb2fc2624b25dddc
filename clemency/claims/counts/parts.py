"""Whether a count is a part, «14 of them have children», which is never a claim beside its whole."""

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

TOLD_GROUPS = ("parents", "chronically_ill")
_LISTED = 4  # sentences back to a whole whose list names its groups


def is_part(state, n, number, group, reading, whole, anaphora):
    """Whether a count with a group, such as women, is a part of the whole before it rather than a claim."""
    if describes_all(state, n, number, group) or is_beside_whole(state, n, number, whole, anaphora):
        return False
    if is_given_for(state, number, whole):
        return False
    if not anaphora and state.words[number.opens - 1] in state.text.language.words["subordinators"]:
        return False  # «relatives wait outside, where some 40 women spent the night»
    trigger = reading.trigger if reading else None
    inside = trigger and number.last <= trigger.first < number.noun  # «five of the pardoned are over 50»
    if lists_groups(state, n, group) and whole.kind in EVENT_KINDS:
        return True
    if tells_of_cause(state, n, number, group, reading, whole):
        return True
    own = group in OWN_GROUPS and group in counts_own_group(number, state.words, state.text.hits[n])
    if own and trigger and not anaphora and not inside and not follows_part(state, n, number):
        return False
    held = reading and reading.stock and reading.rule != "stock.prisoners"  # «prisoners» alone may be of the whole
    if held and not (anaphora or whole.stock or trigger):
        return False  # «we documented 83 arrests. There are thirty people with severe illnesses on our list»
    alone = number.in_words and number.value == 1 and group in ("women", "men")
    if alone and not anaphora and whole.sentence != n:
        return False  # «freedom that depends on the mood of one man»
    if tells_of_part(state, n, number, group, trigger):
        return True
    of_whole = trigger and whole.sentence == n and trigger.last <= whole.last + 2
    of_whole = of_whole and not is_joined(state.words, whole.last, trigger)  # «… and got four men»
    listed = trigger and trigger.entry.rule.endswith(".pardon.words") and whole.kind in ("pardon", "release")
    if listed and group in NOUN_GROUPS and whole.sentence >= n - _LISTED:
        return True  # «the decree includes nine women»
    loose = not (trigger or held) or inside or of_whole or follows_part(state, n, number)
    sentences = state.document.sentences
    same = sentences[whole.sentence].paragraph == sentences[n].paragraph
    near = whole.sentence == n or (whole.sentence == n - 1 and same and not (trigger or held))
    if group in state.text.language.nationalities:
        loose = near or lists_nationalities(state, n) or follows_part(state, n, number)
    return bool(anaphora or loose)


def is_given_for(state, number, whole):
    """Whether a count is of those given for the others: «sixteen people were swapped for eight Russians»."""
    return (
        whole.kind == "exchange"
        and state.words[number.opens - 1] in state.text.language.rules["numbers"]["one_for_one"]
    )


def is_beside_whole(state, n, number, whole, anaphora):
    """Whether a count only stands beside one of another group: «clemency for 14 women, 9 pensioners and 3 minors»."""
    if anaphora or whole.sentence != n or number.listed or state.parts_in.get(n):
        return False
    grouped = any(count == whole.value for group, count in whole.breakdown.items() if group in NOUN_GROUPS)
    joins = {",", *state.text.language.words["and"]}
    return grouped and state.words[number.opens - 1] in joins and whole.value > number.value


def tells_of_part(state, n, number, group, trigger):
    """Whether what is said of a number is the group itself, before any act: «eleven have children», «у восьми дети»."""
    if group not in TOLD_GROUPS:
        return False
    end = max(number.noun, number.last)
    told = [hit.first for hit in state.text.hits[n].of("groups") if hit.entry == group and hit.first >= end]
    return bool(told) and told[0] - end <= 3 and (not trigger or trigger.first > told[0])


def tells_of_cause(state, n, number, group, reading, whole):
    """Whether a number says for what some of those freed sat: «He freed 18. Fifteen people were in for extremism»."""
    sentences = state.document.sentences
    near = whole.sentence < n and sentences[whole.sentence].paragraph == sentences[n].paragraph
    if group not in CAUSES or not near or whole.kind not in EVENT_KINDS or whole.stock:
        return False
    if not state.text.language.words["still"].isdisjoint(state.words[number.opens - 3 : state.text.sentences[n][1]]):
        return False  # «300 people are still in prison for extremism»
    return reading is None or reading.rule == "stock.held" or reading.kind == "convicted"


def follows_part(state, n, number):
    """Whether the number goes on a list of parts begun in this sentence: «…, 14 suffer from chronic diseases»."""
    small, at = state.text.language.words, number.opens - 1
    if state.words[at] == "—":  # «…, инвалидов — 112»
        at = next((hit.first - 1 for hit in state.text.hits[n].of("groups") if hit.last == at), at)
    at -= state.words[at] in small["with_part"]  # «…, у 11 хронические заболевания»
    before = state.words[at]
    return bool(state.parts_in.get(n)) and (before == "," or before in small["goes_on"])
