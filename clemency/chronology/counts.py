"""What a stated number allows, and whether two statements can be about the same people."""

import dataclasses
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


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """A count as others are set against it: its exact number or None, the numbers it may well mean, and its parts."""

    exact: int | None
    first: int
    last: int
    parts: frozenset


def read_statement(item):
    """The statement of a count with `low`, `high`, `relation` and `breakdown`; None if it states no number."""
    if item.relation is None:
        return None
    bounds = read_plausible_bounds(item.low, item.high, item.relation)
    return Statement(item.low if is_exact(item) else None, *bounds, frozenset(item.breakdown.values()))


def judge_counts(one, other):
    """How two statements stand to each other: equal, part, agree, near, or None if they disagree.

    Part means that one is stated as a part of the other.
    """
    if one.exact is None or other.exact is None:
        return "agree" if one.first <= other.last and other.first <= one.last else None
    if one.exact == other.exact:
        return "equal"
    small, large = (one, other) if one.exact < other.exact else (other, one)
    if small.exact > 2 and small.exact in large.parts:
        return "part"
    near = small.exact >= 10 and large.exact - small.exact <= max(1, NEAR * large.exact)
    return "near" if near else None
