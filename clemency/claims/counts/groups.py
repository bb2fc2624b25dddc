"""Groups of people such as women or miners: which one a number counts, and whom it describes."""

from clemency.claims.counts.distance import measure_distance

OWN_GROUPS = ("over_50", "over_60")
CAUSES = ("extremism",)
_JOINED = ("women", "men", "foreigners")  # groups that, named with another one, are no part
NOUN_GROUPS = ("women", "minors", "pensioners", "disabled", "foreigners")


def find_group(number, following, words, hits):
    """The group that a number's noun or predicate names, as (name, hit), or None.

    The group nearest after the number counts, up to the next number; failing that, one named just before it
    (extremism charges were the reason why 15 people on the list were in prison).
    """
    if not hits.of("groups"):
        return None
    if made_up := _find_made_up(number, words, hits):
        return made_up.entry, made_up
    limit = following.first if following else number.last + 12
    rows = []
    for hit in hits.of("groups"):
        if number.last <= hit.first and hit.last <= limit and not set(words[number.last : hit.first]) & {".", ";"}:
            if hit.entry in NOUN_GROUPS and (is_joined(words, number.noun, hit) or _is_whole(number, hit, words)):
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


def is_joined(words, first, hit):
    """Whether a noun such as «foreigners» is not all that is counted: «4,300 Belarusians and foreigners»."""
    return not words.language.words["and"].isdisjoint(words[first : hit.first])


def _names_all(hit, words, hits):
    """Whether a group is named along with others who are not counted apart: «104 men and women», «Poles and others»."""
    joins, people = words.language.words["and"], hits.of_any("persons", "groups")
    behind = hit.last < len(words) and words[hit.last] in joins and any(one.first == hit.last + 1 for one in people)
    return behind or (words[hit.first - 1] in joins and any(one.last == hit.first - 1 for one in people))


def _is_counted(words, hit):
    return hit.first > 0 and words[hit.first - 1][0].isdecimal()


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
                and not is_joined(words, number.last, hit)
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


def describes_all(state, n, number, group):
    """Whether a group is that of everybody counted: «another three, every one of them a Lithuanian citizen»."""
    end, all_of = max(number.noun, number.last), state.text.language.words["all_of"]
    hits = (hit for hit in state.text.hits[n].of("groups") if hit.entry == group and end < hit.first <= end + 6)
    return any(not all_of.isdisjoint(state.words[end : hit.first]) for hit in hits)


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
