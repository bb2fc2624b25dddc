"""Words such as «of them» and «including», which tie a number to a count named before it."""

import itertools

from clemency.claims.counts.distance import measure_distance

_TIES = frozenset(["among", "anaphora", "inclusion"])
_AMONG = 9  # words that may stand between «among those» and the number of a part
_LIST = 25  # words of a list that may stand between «including» and the number of its last item
_NO_LIST = frozenset(".;:")


def find_anaphora(number, words, hits):
    """A hit such as «of them» or «including» that ties the number to a count named before, or None."""
    if not hits.hold_any(_TIES):
        return None
    among = next((hit for hit in hits.of("among") if _is_among(number, hit, words)), None)
    if among:
        return among
    ends = number.last, max(number.noun, number.last)  # «six of them mothers» holds what points back
    behind = next((hit for hit in hits.of("anaphora") if hit.first in ends), None)
    if behind:
        return behind
    return next((hit for hit in hits.of_any("anaphora", "inclusion") if _is_near(number, hit, words, hits)), None)


def _is_among(number, hit, words):
    """Whether a number is of those among others: «among those freed, he said, 87 have a disability»."""
    gap, ahead = words[hit.last : number.opens], hit.last <= number.opens
    if ahead and len(gap) <= _AMONG and not any(word in _NO_LIST or word[0].isdecimal() for word in gap):
        return True
    told, small = words[max(number.noun, number.last) : hit.first], words.language.words
    if not told or told[-1] not in small["auxiliaries"] or len(told) > _AMONG:
        return False
    return not any(word in _NO_LIST or word == "," for word in told)  # «31 women from Homiel were among the convicted»


def _is_near(number, hit, words, hits):
    """Whether words that point back stand beside a number, or lead a list that it ends."""
    gap, reach = words[hit.last : number.opens], 1
    if hit.section == "inclusion":
        if hit.last <= number.opens and _lists_names(gap, words, hit, hits):
            return True  # «including Ihar Losik, a journalist, and six Lithuanians»
        if gap[:1] == gap[-1:] == [","] and len(gap) <= _AMONG:
            reach = _AMONG  # «among them, Viasna says, 40 are women»
    if 0 <= number.opens - hit.last <= reach and not {".", ";"} & {*gap}:
        return True
    span = number.first, max(number.noun, number.last)
    return hit.first >= number.last and measure_distance(words, span, (hit.first, hit.last)) <= 2


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
