"""Parts of a count: «including three women», «14 of them have children»; a part is never a claim beside its whole."""

from clemency.claims.kinds import measure_distance

OWN_GROUPS = ("over_50", "over_60")
TOLD_GROUPS = ("parents", "chronically_ill")
_AMONG = 9  # words that may stand between «among those» and the number of a part
NOUN_GROUPS = ("women", "minors", "pensioners", "disabled", "foreigners")


def find_group(number, following, words, hits):
    """The group that a number's noun or predicate names, as (name, hit), or None.

    The group nearest after the number counts, up to the next number; failing that, one named just before it
    (extremism charges were the reason why 15 people on the list were in prison).
    """
    limit = following.first if following else number.last + 12
    rows = []
    for hit in hits.of("groups"):
        if number.last <= hit.first and hit.last <= limit and not set(words[number.last : hit.first]) & {".", ";"}:
            rows.append((hit.first - number.last, hit.entry, hit))
    if rows:
        return min(rows, key=lambda row: (row[0], -row[2].last))[1:]
    beside = [hit for hit in hits.of("groups") if words[number.opens - 1] == "—" and hit.last == number.opens - 1]
    if beside:  # «малолетних детей — восемь»
        return beside[-1].entry, beside[-1]
    if find_anaphora(number, words, hits):
        named = [hit for hit in hits.of("groups") if hit.last <= number.opens and not _is_counted(words, hit)]
        return (named[-1].entry, named[-1]) if named else None
    return None


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
    for hit in hits.of_any("anaphora", "inclusion"):
        before = 0 <= number.opens - hit.last <= 1 and not set(words[hit.last : number.opens]) & {".", ";"}
        after = (
            hit.first >= number.last
            and measure_distance(words, (number.first, max(number.noun, number.last)), (hit.first, hit.last)) <= 2
        )
        if before or after:
            return hit
    return None


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
        if (
            (hit.entry in OWN_GROUPS and number.last <= hit.first <= end + 2)
            or (hit.entry in NOUN_GROUPS and number.last <= hit.first and hit.last <= number.noun)
            or (number.last <= hit.first <= end + 5 and not all_of.isdisjoint(words[end : hit.first]))
        )
        and not set(words[number.last : hit.first]) & {".", ";", *words.language.words["including"]}
        and ("," not in words[number.last : hit.first] or not all_of.isdisjoint(words[end : hit.first]))
    }


def pair_women_and_men(number, following, groups, words):
    """Whether two numbers are «eight women and eight men», which add up to a whole."""
    names = {groups.get(id(number)), groups.get(id(following))}
    return (
        names == {"women", "men"}
        and measure_distance(words, (number.first, number.noun), (following.first, following.last)) <= 4
    )
