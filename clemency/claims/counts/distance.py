"""How far words of a sentence lie apart, with more for what parts clauses and nothing for an aside."""

_NO_ASIDE = frozenset(";:—(")
_STATES = ("convicted", "detained")
_OPENER = 3  # words that a list opens with: «в том числе»


def measure_distance(words, a, b):
    """How far two spans of words lie apart: words between them, with more for what parts clauses."""
    first, last = (a[1], b[0]) if a[1] <= b[0] else (b[1], a[0])
    return words.measure(first, last) if first < last else 0


def measure_apart(words, span, hit):
    """How far a hit lies from a count, without an aside between them: «two priests, A and B, were freed»."""
    distance = measure_distance(words, span, (hit.first, hit.last))
    after = span[1] <= hit.first
    gap = words[span[1] : hit.first] if after else words[hit.last : span[0]]
    # «…, including a reporter, jailed for eight years» tells of the last one
    participle = gap[-1:] == [","] and hit.section == "kind" and hit.entry.kind in _STATES
    if after and not participle and (listed := _find_list(gap, words.language.words)):
        return min(distance, listed[0] + len(gap) - listed[1])  # «123 people, including A, B and C, walked free»
    if after and gap[:1] == [","] and "," in gap[1:]:
        return min(distance, len(gap) - gap.index(",", 1))
    if gap.count(",") == 2 and _NO_ASIDE.isdisjoint(gap):  # «a shorter term, by its count, awaits 3,250»
        opens, small = gap.index(","), words.language.words
        rest = gap[gap.index(",", opens + 1) + 1 :]
        joins = not rest or any(rest[0] in small[use] for use in ("conjunctions", "relatives", "subordinators"))
        return distance if joins else min(distance, opens + len(rest) + 1)
    return distance


def _find_list(gap, small):
    """Where «, including A, B and C,» begins and ends in a gap, or None; a verb goes on right behind it."""
    if gap.count(",") < 2 or not _NO_ASIDE.isdisjoint(gap):
        return None
    commas = [i for i, word in enumerate(gap) if word == ","]
    heads = ((i, " ".join(gap[i + 1 : i + 1 + _OPENER])) for i in commas[:-1])
    opens = next((i for i, head in heads if any(f"{head} ".startswith(f"{one} ") for one in small["list_opens"])), None)
    goes_on = small["auxiliaries"].issuperset(gap[commas[-1] + 1 :])
    return (opens, commas[-1] + 1) if goes_on and opens is not None else None
