"""Parts of a count: «including three women», «14 of them have children»; a part is never a claim beside its whole."""

import itertools

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.numbers import WHOLE
from clemency.lexicon import NUMBER

OWN_GROUPS = ("over_50", "over_60")
CAUSES = ("extremism",)
TOLD_GROUPS = ("parents", "chronically_ill")
_AMONG = 9  # words that may stand between «among those» and the number of a part
_LIST = 25  # words of a list that may stand between «including» and the number of its last item
_NO_LIST = frozenset(".;:")
_NEAR = 8  # sentences: a part stands no farther after its whole
_COPULA = 2  # words of «are» or «have been» between people and their group
_NOT = 6  # words that may stand between «not» and «one of»
_OF = 5  # words back from the number of a whole to «of»
_RATIO = 6  # words that a count and what it counts may fill before «из 140»
_ENDS = ".,;:)—"
_LISTED = 4  # sentences back to a whole whose list names its groups
_JOINED = ("women", "men", "foreigners")  # groups that, named with another one, are no part
NOUN_GROUPS = ("women", "minors", "pensioners", "disabled", "foreigners")


def find_group(number, following, words, hits):
    """The group that a number's noun or predicate names, as (name, hit), or None.

    The group nearest after the number counts, up to the next number; failing that, one named just before it
    (extremism charges were the reason why 15 people on the list were in prison).
    """
    if made_up := _find_made_up(number, words, hits):
        return made_up.entry, made_up
    limit = following.first if following else number.last + 12
    rows = []
    for hit in hits.of("groups"):
        if number.last <= hit.first and hit.last <= limit and not set(words[number.last : hit.first]) & {".", ";"}:
            if hit.entry in NOUN_GROUPS and (_is_joined(words, number.noun, hit) or _is_whole(number, hit, words)):
                continue  # «two miners from Minsk and a pensioner»
            if hit.entry in _JOINED and _names_all(hit, words, hits):
                continue
            rows.append((hit.first - number.last, hit.entry, hit))
    named = [row for row in rows if not _stands_inside(row[2], number.anaphora)]
    rows = named or rows  # «ten of the women have children»
    if rows:
        _, name, hit = min(rows, key=lambda row: (row[0], -row[2].last))
        aged = [row for row in rows if row[1] in OWN_GROUPS and hit.last <= row[2].first <= hit.last + 1]
        return aged[0][1:] if aged else (name, hit)  # «eight men over 60» are not all the men
    return _find_group_before(number, words, hits)


def _find_group_before(number, words, hits):
    """The group named before a number: «малолетних детей — восемь», or what some were held for."""
    groups = [hit for hit in hits.of("groups") if hit.last <= number.opens]
    beside = [hit for hit in groups if words[number.opens - 1] == "—" and hit.last == number.opens - 1]
    found = beside[-1] if beside else None
    if found is None and number.anaphora:
        found = next((hit for hit in reversed(groups) if not _is_counted(words, hit)), None)
    elif found is None:  # «за преступления экстремистской направленности отбывали наказание 22 человека»
        held = [hit.first for hit in hits.of("held") if hit.last <= number.opens]
        causes = (hit for hit in groups if hit.entry in CAUSES and "," not in words[hit.last : number.opens])
        found = next((hit for hit in causes if any(hit.last <= first for first in held)), None)
    return found and (found.entry, found)


def _stands_inside(hit, other):
    """Whether a hit is a part of another one."""
    return other is not None and other.first <= hit.first and hit.last <= other.last


def _find_made_up(number, words, hits):
    """The group that «women account for 11, foreigners for six» names before a number, or None."""
    for hit in hits.of("make_up"):
        again = hit.last < number.opens and words[hit.last - 1] == words[number.opens - 1]  # «… for six»
        if hit.last == number.opens or again:
            end = number.opens - 1 if again else hit.first
            found = next((group for group in hits.of("groups") if group.last == end), None)
            if found:
                return found
    return None


def _is_whole(number, hit, words):
    """Whether a noun such as «women» says of whom a number is a part: «nine of these women have a disability»."""
    whole = number.anaphora if number.anaphora and number.anaphora.first == number.last else None
    return bool(whole) and hit.first == whole.last and words[hit.first - 1] in words.language.words["definite"]


def _is_joined(words, first, hit):
    """Whether a noun such as «foreigners» is not all that is counted: «4,300 Belarusians and foreigners»."""
    return not words.language.words["and"].isdisjoint(words[first : hit.first])


def _names_all(hit, words, hits):
    """Whether a group is named along with others who are not counted apart: «104 men and women», «Poles and others»."""
    joins, people = words.language.words["and"], hits.of_any("persons", "groups")
    behind = hit.last < len(words) and words[hit.last] in joins and any(one.first == hit.last + 1 for one in people)
    return behind or (words[hit.first - 1] in joins and any(one.last == hit.first - 1 for one in people))


def _is_counted(words, hit):
    return hit.first > 0 and words[hit.first - 1][0].isdecimal()


def find_anaphora(number, words, hits):
    """A hit such as «of them» or «including» that ties the number to a count named before, or None."""
    for hit in hits.of("among"):
        gap = words[hit.last : number.opens]
        if (
            hit.last <= number.opens
            and len(gap) <= _AMONG
            and not any(word in ".;:" or word[0].isdecimal() for word in gap)
        ):
            return hit  # «among those freed, he said, 87 have a disability»
        told = words[max(number.noun, number.last) : hit.first]
        if told and words.language.words["auxiliaries"].issuperset(told):
            return hit  # «31 women were among the convicted»
    ends = number.last, max(number.noun, number.last)  # «six of them mothers» holds what points back
    behind = next((hit for hit in hits.of("anaphora") if hit.first in ends), None)
    if behind:
        return behind
    for hit in hits.of_any("anaphora", "inclusion"):
        gap = words[hit.last : number.opens]
        # «among them, Viasna says, 40 are women»
        aside = hit.section == "inclusion" and gap[:1] == gap[-1:] == [","] and len(gap) <= _AMONG
        if hit.section == "inclusion" and hit.last <= number.opens and _lists_names(gap, words, hit, hits):
            return hit  # «including Ihar Losik, a journalist, and six Lithuanians»
        before = 0 <= number.opens - hit.last <= (_AMONG if aside else 1) and not {".", ";"} & {*gap}
        after = (
            hit.first >= number.last
            and measure_distance(words, (number.first, max(number.noun, number.last)), (hit.first, hit.last)) <= 2
        )
        if before or after:
            return hit
    return None


def join_among(numbers, words):
    """Go on with those who are among others: «among the freed are 16 Poles and six Lithuanians»."""
    joins = {",", *words.language.words["and"]}
    for one, two in itertools.pairwise(numbers):
        leads = two.has_noun and not two.anaphora and one.anaphora and one.anaphora.section == "among"
        gap = words[max(one.noun, one.last) : two.opens]
        if leads and len(gap) == 1 and gap[0] in joins:
            two.anaphora = one.anaphora


def _lists_names(gap, words, inclusion, hits):
    """Whether a gap holds no more than items of a list, such as names, before a further one."""
    joins = {",", *words.language.words["and"]}
    if not gap or gap[-1] not in joins or len(gap) > _LIST or not _NO_LIST.isdisjoint(gap):
        return False
    if any(word[0].isdecimal() for word in gap):
        return False
    end = inclusion.last + len(gap)
    return not any(inclusion.last <= hit.first < end for hit in hits.of_any("kind", "held", "verbs"))


def mark_listed(numbers, words, dated):
    """Mark the parts of «eight persons: five Poles and three Belarusians», which add up to the count before the colon.

    Counts with dates of their own, whose word positions are `dated`, are no parts.
    """
    for at, whole in enumerate(numbers):
        rest = numbers[at + 1 :]
        if len(rest) < 2 or ":" not in words[max(whole.noun, whole.last) : rest[0].opens] or whole.relation != "=":
            continue
        parts, total = [], 0
        for part in rest:
            named = part.has_noun and part.relation == "="
            if total >= whole.value or not named or not dated.isdisjoint(range(whole.last, part.last)):
                break
            parts.append(part)
            total += part.value
        for part in parts if total == whole.value and len(parts) > 1 else ():
            part.listed = True


def counts_own_group(number, words, hits):
    """Groups that describe everybody counted: «63 persons aged over 60», «15 women», «52, all foreigners»."""
    end, all_of = max(number.noun, number.last), words.language.words["all_of"]
    return {
        hit.entry: int(number.value)
        for hit in hits.of("groups")
        if not (hit.entry in _JOINED and _names_all(hit, words, hits))
        and (
            (hit.entry in OWN_GROUPS and number.last <= hit.first <= end + 2)
            or (
                hit.entry in NOUN_GROUPS
                and number.last <= hit.first
                and hit.last <= number.noun
                and not _is_joined(words, number.last, hit)
            )
            or (number.last <= hit.first <= end + 5 and not all_of.isdisjoint(words[end : hit.first]))
        )
        and not set(words[number.last : hit.first]) & {".", ";", *words.language.words["including"]}
        and ("," not in words[number.last : hit.first] or not all_of.isdisjoint(words[end : hit.first]))
    }


def pair_women_and_men(number, following, groups, words, hits):
    """Whether two numbers are «eight women and eight men», which add up to a whole."""
    names = {groups.get(id(number)), groups.get(id(following))}
    return (
        names == {"women", "men"}
        and not any(following.noun <= hit.first <= following.noun + 1 for hit in hits.of("groups"))  # «8 men over 60»
        and measure_distance(words, (number.first, number.noun), (following.first, following.last)) <= 4
    )


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
    of_whole = of_whole and not _is_joined(state.words, whole.last, trigger)  # «… and got four men»
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


def describes_all(state, n, number, group):
    """Whether a group is that of everybody counted: «another three, every one of them a Lithuanian citizen»."""
    end, all_of = max(number.noun, number.last), state.text.language.words["all_of"]
    hits = (hit for hit in state.text.hits[n].of("groups") if hit.entry == group and end < hit.first <= end + 6)
    return any(not all_of.isdisjoint(state.words[end : hit.first]) for hit in hits)


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


def lists_nationalities(state, n):
    """Whether a sentence parts people by nationality: «five Belarusians were freed, along with three Poles»."""
    return len(find_counted_groups(state, n) & state.text.language.nationalities) > 1


def lists_groups(state, n, group):
    """Whether a sentence counts several groups that overlap, as parts of a whole: «254 women and 21 foreigners»."""
    counted = find_counted_groups(state, n) - state.text.language.nationalities
    return group in counted and len(counted) > 1 and counted != {"women", "men"}


def find_counted_groups(state, n):
    """The groups of a sentence that a number stands before."""
    words, language = state.words, state.text.language
    return {
        hit.entry
        for hit in state.text.hits[n].of("groups")
        if any(
            word[0].isdecimal() or word in language.number_words for word in words[max(0, hit.first - 2) : hit.first]
        )
    }


def follows_part(state, n, number):
    """Whether the number goes on a list of parts begun in this sentence: «…, 14 suffer from chronic diseases»."""
    small, at = state.text.language.words, number.opens - 1
    if state.words[at] == "—":  # «…, инвалидов — 112»
        at = next((hit.first - 1 for hit in state.text.hits[n].of("groups") if hit.last == at), at)
    at -= state.words[at] in small["with_part"]  # «…, у 11 хронические заболевания»
    before = state.words[at]
    return bool(state.parts_in.get(n)) and (before == "," or before in small["goes_on"])


def find_whole(state, value, anaphora=None):
    """The count that a part belongs to: the nearest one before it that is not smaller, of the act that is named."""
    n = len(state.voices) - 1
    near = [draft for draft in state.drafts.back_to(n - _NEAR) if draft.value is not None]
    large = [draft for draft in near if draft.value >= value]
    if not anaphora:
        return _find_divided(near, large[0], n) if large else None
    acts = state.text.hits[n].of("kind")
    stated = _find_stated(state, large, anaphora)
    if stated:
        return stated  # «Thirty-five of the 117 are women»
    named = {hit.entry.kind for hit in acts if anaphora.first <= hit.first <= anaphora.last}  # «among the pardoned»
    whole = next((draft for draft in large if draft.kind in named), large[0] if large else None)
    return whole and _find_divided(near, whole, n)


def _find_divided(near, part, n):
    """The count that was divided into a row of counts before sentence n, if they add up to it; or else the part itself.

    «He pardoned 168. It frees 154, halves the terms of nine and lifts the fines of five; eleven are women.»
    """
    total = 0
    for at, draft in enumerate(near):
        if draft.sentence == n or draft.relation != "=" or draft.kind not in EVENT_KINDS:
            break
        if at > 1 and draft.value == total and any(one is part for one in near[:at]):
            return draft
        total += draft.value
    return part


def _find_stated(state, drafts, anaphora):
    """The draft, of some, whose number stands right behind «of the», or None."""
    words = state.words[anaphora.last : anaphora.last + 1]
    value = words and words[0].isdecimal() and int(words[0])
    return next((draft for draft in drafts if value and draft.value == value), None)


def find_whole_of_row(state, n, number, anaphora):
    """The whole of the parts before a number, which goes on their row: «46 women and 30 foreigners. 14 were minors»."""
    sentences = state.document.sentences
    if anaphora:  # «eleven of those pardoned are women, six of them mothers»
        joined = anaphora.first == number.last and state.words[number.opens - 1] == ","
        told = state.parts_in.get(n) if joined else None
        return told[-1] if told and told[-1].value >= number.value else None
    told = state.parts_in.get(n) if follows_part(state, n, number) else None
    if not told and n and sentences[n - 1].paragraph == sentences[n].paragraph and not state.drafts.of_sentence(n):
        told = state.parts_in.get(n - 1)
    return told[-1] if told and told[-1].value >= number.value else None


def is_population(state, number, hits):
    """Whether the number is the whole in «115 out of more than 1,300»."""
    marks = state.words.marks
    opens = (number.opens, number.first)
    if any(hit.entry.rule.endswith(WHOLE) and hit.last in opens for hit in hits.of("refuse_before")):
        return True
    wholes = [hit for hit in hits.of("whole_opens") if hit.last in opens and hit.first > 0]
    nobody = state.text.language.words["nobody"]
    if not any(number.last <= hit.first < number.noun for hit in hits.of("labels")):  # «not one of the 14 was freed»
        wholes = [hit for hit in wholes if nobody.isdisjoint(state.words[max(0, hit.first - _NOT) : hit.first])]
    if any(marks[hit.first - 1] & NUMBER for hit in wholes):
        return True
    if any(_ends_ratio(number, hit, state) for hit in wholes):
        return True
    nouns = [hit for hit in hits.of_any("persons", "labels") if any(hit.last == whole.first for whole in wholes)]
    # «nine politicals out of about eighty people»
    return any(marks[hit.first - 1] & NUMBER for hit in nouns)


def tells_of_group(state, number, whole, group, hits):
    """Whether only a group is told of some of those an act names: «13 of the 52 freed prisoners are foreigners»."""
    words, nouns = state.words, (hit.last for hit in hits.of("persons") if hit.first >= whole.last)
    end = next(nouns, whole.last)
    if not (group and whole.population and number.low is not None and number.value < whole.value) or end >= len(words):
        return False
    named = any(whole.last <= hit.first and hit.last <= end for hit in hits.of("kind"))
    ends = [hit.first for hit in hits.of("groups") if hit.entry == group and end < hit.first <= end + _COPULA]
    gap = words[end : ends[0]] if ends else ()
    copula = len(gap) > 0 and words.language.words["auxiliaries"].issuperset(gap)
    return named and copula


def _ends_ratio(number, hit, state):
    """Whether a number that ends its clause is the whole of one some words before: «19 ходатайств о … из 140»."""
    words, before = state.words, range(max(0, hit.first - _RATIO), hit.first)
    if number.has_noun or (number.last < len(words) and words[number.last] not in _ENDS):
        return False
    near = [i for i in before if words.marks[i] & NUMBER]
    return bool(near) and all(word.isalpha() for word in words[near[-1] + 1 : hit.first])


def find_front(state, n, numbers):
    """Where a whole that stands before its part ends, and where what is told begins: «of the 64 who had asked, 22 …».

    A comma parts the two, or the whole ends with its noun: «Из 64 осуждённых помиловали 22». None if the sentence
    has no such whole.
    """
    if len(numbers) < 2:
        return None
    if _find_of(state, n, numbers[0].opens) is None:
        return None
    end = max(numbers[0].noun, numbers[0].last)
    comma = next((i for i in range(end, numbers[1].opens) if state.words[i] == ","), None)
    if comma is not None:
        return comma, comma + 1
    # in English a participle right behind the noun may tell of all of them: «of the 64 convicts freed 22 were …»
    return (end, end) if state.text.language.words["verb_endings"] else None


def _find_of(state, n, opens):
    """Where the «of» stands that opens a sentence and leads to its first number: «of the country's 1,190», or None."""
    words, small, first = state.words, state.text.language.words, state.text.sentences[n][0]
    at = next((i for i in range(opens - 1, max(first, opens - _OF) - 1, -1) if words[i] in small["one_of"]), None)
    if at is None or not all(word.isalpha() or word == "'s" for word in words[at:opens]):
        return None
    leads = small["conjunctions"] | small["and"] | small["adverbs"] | small["after_bare"]
    opened = any(hit.first == first and hit.last > at for hit in state.text.hits[n].of("whole_opens"))  # «out of»
    return at if opened or words[at - 1] == "," or leads.issuperset(words[first:at]) else None
