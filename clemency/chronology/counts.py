"""What a stated number allows, and whether two statements can be about the same people."""

import math

# How far a hedged number reaches. The reporting of one act rounds to tens ("about 40" of 37) and rights groups
# confirm part of the names first ("at least 13" of 30), seldom less than a third of a small act.
APPROXIMATE = 0.1
OPEN_UPWARD_SMALL = 3.0
OPEN_UPWARD_LARGE = 2.0
SMALL = 100
OPEN_DOWNWARD = 0.75
NEAR = 0.03


def is_exact(item):
    """Whether one number is stated without any hedge."""
    return item.relation == "=" and item.low is not None and item.low == item.high


def read_bounds(low, high, relation):
    """The numbers that a statement allows, None for an open end; "about" reaches 10 %, or 5 from a full ten."""
    if relation is None:
        return None, None
    if relation == "~":
        low, high = (high if low is None else low), (low if high is None else high)
        reach = max(high * APPROXIMATE, 5 if high % 10 == 0 else 0)
        return math.floor(low - reach), math.ceil(high + reach)
    if relation in (">", ">="):
        return low + (relation == ">"), None
    if relation in ("<", "<="):
        return None, high - (relation == "<")
    return low, high


def read_plausible_bounds(low, high, relation):
    """The numbers that a writer who states this may well have meant; None, None without a number."""
    first, last = read_bounds(low, high, relation)
    if last is None and first is not None:
        last = math.ceil(low * (OPEN_UPWARD_SMALL if low < SMALL else OPEN_UPWARD_LARGE))
    elif first is None and last is not None:
        first = math.floor(high * OPEN_DOWNWARD)
    return first, last


def judge_counts(one, other):
    """How two counts stand to each other: equal, part, agree, near, uncounted, or None if they disagree.

    Each of the two has `low`, `high`, `relation` and `breakdown`; part means that one is stated as a part of the other.
    """
    if one.relation is None or other.relation is None:
        return "uncounted"
    if is_exact(one) and is_exact(other):
        if one.low == other.low:
            return "equal"
        small, large = sorted((one, other), key=lambda item: item.low)
        if small.low > 2 and small.low in large.breakdown.values():
            return "part"
        near = large.low - small.low <= max(1, NEAR * large.low)
        return "near" if near and small.low >= 10 else None
    (low, high), (other_low, other_high) = (
        read_plausible_bounds(item.low, item.high, item.relation) for item in (one, other)
    )
    return "agree" if low <= other_high and other_low <= high else None
