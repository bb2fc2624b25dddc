"""Counts: each number of a sentence becomes a claim, a part of one, or a refusal."""

from clemency.claims.counts.anaphora import find_anaphora, join_among
from clemency.claims.counts.around import goes_on, names_again, read_around, read_of_them
from clemency.claims.counts.endangered import read_endangered
from clemency.claims.counts.groups import counts_own_group, find_group, pair_women_and_men
from clemency.claims.counts.kinds import read_kind
from clemency.claims.counts.named import count_named
from clemency.claims.counts.parts import is_part
from clemency.claims.counts.reading import Reading
from clemency.claims.counts.refusals import is_labelled, is_running_total, is_selected, refuse_count, starts_with_more
from clemency.claims.counts.settle import settle_reading
from clemency.claims.counts.wholes import (
    find_front,
    find_whole,
    find_whole_of_row,
    is_population,
    join_wholes,
    mark_listed,
    tells_of_group,
)
from clemency.claims.draft import Draft
from clemency.lexicon.match import Hits
from clemency.messages import say

_ALSO = 6  # words before a number among which «also» tells of it


def read_numbers(state, n, numbers, hits):
    """Draft the sentence's counts; parts go to their wholes."""
    if not numbers:
        return
    for number in numbers:
        number.population = is_population(state, number, hits)
        number.anaphora = find_anaphora(number, state.words, hits)
    join_wholes(numbers, state.words, hits)
    join_among(numbers, state.words)
    opens = [number.opens for number in numbers if not (number.anaphora or number.population)]
    parts = [number for number in numbers if number.anaphora and number.anaphora.section == "anaphora"]
    for number in numbers:
        number.rivals, number.parts = opens, parts
    counted = [number for number in numbers if not number.population]
    groups = {id(number): None for number in numbers}
    for number, following in zip(counted, [*counted[1:], None], strict=False):
        groups[id(number)] = (find_group(number, following, state.words, hits) or (None,))[0]
    front = find_front(state, n, numbers)
    mark_listed(numbers, state.words, state.dated)
    before, i = len(state.drafts), 0
    while i < len(numbers):
        number, following = numbers[i], numbers[i + 1] if i + 1 < len(numbers) else None
        if following and pair_women_and_men(number, following, groups, state.words, hits):
            read_pair(state, n, number, following, groups, hits)
            i += 2
            continue
        if following and tells_of_group(state, number, following, groups[id(number)], hits):
            read_group_of(state, n, number, following, groups, hits)
            i += 2
            continue
        near = hits
        if front:  # what is said of the whole is not said of its part, and the other way round
            whole = number is numbers[0]
            near = Hits(hit for hit in hits if (hit.last <= front[0] if whole else hit.first >= front[1]))
        read_number(state, n, number, groups[id(number)], near, before)
        i += 1


def read_pair(state, n, one, two, groups, hits):
    """«Eight women and eight men» is one count of sixteen, or the parts of one already stated."""
    parts = {groups[id(number)]: int(number.low) for number in (one, two) if number.low is not None}
    total = sum(parts.values())
    whole = find_whole(state, total, one.anaphora)
    reading = settle_reading(state, n, one, read_kind(one, state.words, hits))
    told = whole is not None and whole.value == total and reading is not None and whole.kind != reading.kind
    stated = whole is not None and (whole.sentence == n or told)  # what else is said of them is no other count
    points_back = one.anaphora and whole is not None
    if reading and reading.trigger and not stated and not points_back and one.relation == two.relation == "=":
        draft = make_draft(state, n, one, reading, hits)
        draft.low = draft.high = total
        draft.last = max(two.noun, two.last)
        draft.breakdown = parts
    elif whole is not None:
        whole.breakdown |= parts
        state.parts_in.setdefault(n, []).append(whole)


def read_group_of(state, n, number, whole, groups, hits):
    """«Thirteen of the 52 freed prisoners are foreigners» counts those freed, and tells a part of them."""
    told, before = find_whole(state, whole.value), len(state.drafts)
    if told is None or told.value != whole.value:
        whole.population = False
        read_number(state, n, whole, None, hits, before)
        told = state.drafts[-1] if len(state.drafts) > before else None
    if told:
        told.breakdown[groups[id(number)]] = int(number.value)


def read_number(state, n, number, group, hits, before):
    """Draft one count, or add it to its whole, or refuse it by name."""
    anaphora, reading = number.anaphora, read_kind(number, state.words, hits)
    whole = find_whole_of_row(state, n, number, anaphora) or find_whole(state, number.value, anaphora)
    endangered = read_endangered(state, n, number, group, whole)
    if endangered:
        make_draft(state, n, number, endangered, hits).whole = whole if anaphora else None
        return
    if add_to_whole(state, n, number, group, reading, whole, anaphora):
        return
    if reading and reading.rule == "stock.held" and not number.has_noun and goes_on(state, n, number, hits):
        reading = None  # «36 such in one prison, in another — two»: what was told before says more
    if not number.population or is_labelled(number, reading):
        reading = read_around(state, n, number, reading, anaphora, before)
        if reading and reading.stock and anaphora:
            if names_again(state, n, number.value):
                return
            reading = read_of_them(state, n, number, reading, whole)
    reading = settle_reading(state, n, number, reading)
    refusal = refuse_count(state, n, number, group, reading, whole, anaphora)
    if refusal:
        state.reject(n, number.opens, number.last, *refusal)
        return
    if number.population:
        reading = Reading("political_prisoners", "stock.population", "occurred", True, 0, label=reading.label)
    draft = make_draft(state, n, number, reading, hits)
    draft.after = reading.after
    draft.whole = whole if anaphora else find_known(draft)


def add_to_whole(state, n, number, group, reading, whole, anaphora):
    """Add a part to the breakdown of its whole; returns whether the number was one, and so is no count by itself."""
    if whole is None:
        return False
    own = reading and reading.trigger and reading.trigger.first > whole.last
    if number.listed and whole.sentence == n and not own:
        if group:
            whole.breakdown.setdefault(group, int(number.value))
        else:
            reason = say("A part of the count before it, of which no group is known.")
            state.reject(n, number.opens, number.last, "number.part", reason)
        return True
    if number.population or not group or not is_part(state, n, number, group, reading, whole, anaphora):
        return False
    whole.breakdown.setdefault(group, int(number.value))
    state.parts_in.setdefault(n, []).append(whole)
    return True


def find_known(draft):
    """The act of whose people «the group could identify 212»; such a count has no day of its own."""
    return draft.after if draft.rule.endswith(".identified") else None


def make_draft(state, n, number, reading, hits):
    """A draft of a number's claim, with «one named person and 13 others» counted as 14."""
    named, opens = count_named(state, n, number, reading.trigger)
    kind, status, stock = reading.kind, reading.status, reading.stock
    if kind == "release" and status == "demanded" and are_those_left(state, number, reading):
        # Those left whose release is asked for are people held: a stock, not an act.
        kind, status, stock = "political_prisoners", "occurred", True
    draft = Draft(n, opens, max(number.noun, number.last), kind, reading.rule, status, stock=stock)
    draft.low, draft.high = (None if bound is None else int(bound) + named for bound in (number.low, number.high))
    draft.relation, draft.trigger, draft.label = number.relation, reading.trigger, reading.label
    draft.headline = state.document.sentences[n].zone == "headline"
    draft.definite, draft.total = number.definite, is_running_total(state, number)
    draft.more, draft.also = not named and _says_more(state, number), _says_also(state, n, number)
    if not named:
        draft.breakdown = counts_own_group(number, state.words, hits)
    state.drafts.append(draft)
    return draft


def _says_more(state, number):
    """Whether «another» or «more» stands beside a number."""
    beside = state.words[number.opens - 1 : number.opens] + state.words[number.last : number.last + 2]
    return not state.text.language.words["more"].isdisjoint(beside)


def _says_also(state, n, number):
    """Whether «also» stands a few words before a number."""
    before = state.words[max(state.text.sentences[n][0], number.opens - _ALSO) : number.opens]
    return not state.text.language.words["also"].isdisjoint(before)


def are_those_left(state, number, reading):
    """Whether a count is of all who are still held: «a further 1,150 prisoners», «the remaining 900»."""
    return starts_with_more(state, number) or is_selected(state, number) or number.definite or bool(reading.label)
