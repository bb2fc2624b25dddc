"""How far words of a sentence lie apart, with more for what parts clauses and nothing for an aside."""

_NO_ASIDE = frozenset(";:—(")


def measure_distance(words, a, b):
    """How far two spans of words lie apart: words between them, with more for what parts clauses."""
    first, last = (a[1], b[0]) if a[1] <= b[0] else (b[1], a[0])
    return words.measure(first, last) if first < last else 0


def measure_apart(words, span, hit):
    """How far a hit lies from a count, without an aside between them: «two priests, A and B, were freed»."""
    distance = measure_distance(words, span, (hit.first, hit.last))
    after = span[1] <= hit.first
    gap = words[span[1] : hit.first] if after else words[hit.last : span[0]]
    if after and gap[:1] == [","] and "," in gap[1:]:
        return min(distance, len(gap) - gap.index(",", 1))
    if gap.count(",") == 2 and _NO_ASIDE.isdisjoint(gap):  # «a shorter term, by its count, awaits 3,250»
        opens, small = gap.index(","), words.language.words
        rest = gap[gap.index(",", opens + 1) + 1 :]
        joins = not rest or any(rest[0] in small[use] for use in ("conjunctions", "relatives", "subordinators"))
        return distance if joins else min(distance, opens + len(rest) + 1)
    return distance
