"""The rules by which two statements are taken to be about one act, strongest first."""

import dataclasses
import functools

from clemency.messages import mark


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """A rule holds if the numbers, the days and the kinds stand to each other in one of its ways."""

    name: str
    counts: tuple
    days: tuple
    same_kind: bool
    least: int  # smaller numbers are too common to tell one act from another
    reason: str


RULES = (
    Rule("same_count_same_day", ("equal",), ("day",), False, 3, mark("Both report {new} on the same day.")),
    Rule("same_count_next_day", ("equal",), ("next_day",), False, 3, mark("Both report {new}, a day apart.")),
    Rule("part_same_day", ("part",), ("day",), False, 3, mark("One counts {new}, a part that the other names.")),
    Rule("agreeing_count_same_day", ("agree",), ("day",), False, 3, mark("{New} agrees with {old}, on the same day.")),
    Rule(
        "near_count_same_day", ("near",), ("day",), False, 10, mark("{New} and {old} differ little, on the same day.")
    ),
    Rule(
        "same_count_in_period",
        ("equal",),
        ("period",),
        False,
        3,
        mark("Both report {new}, and the dates allow one day."),
    ),
    Rule("agreeing_count_next_day", ("agree",), ("next_day",), True, 3, mark("{New} agrees with {old}, a day apart.")),
    Rule(
        "near_count_next_day", ("near",), ("next_day",), True, 10, mark("{New} and {old} differ little, a day apart.")
    ),
    Rule("part_in_period", ("part",), ("period",), False, 5, mark("One counts {new}, a part that the other names.")),
    Rule(
        "agreeing_count_in_period", ("agree",), ("period",), False, 3, mark("{New} agrees with {old}; the dates fit.")
    ),
    Rule(
        "near_count_in_period", ("near",), ("period",), False, 10, mark("{New} and {old} differ little; the dates fit.")
    ),
    Rule(
        "same_count_in_year",
        ("equal",),
        ("long",),
        True,
        5,
        mark("Both report {new}; the longer date holds the other."),
    ),
    Rule(
        "same_count_before_publication",
        ("equal",),
        ("before",),
        True,
        10,
        mark("Both report {new}; one, undated, came out soon after."),
    ),
    Rule(
        "near_large_count",
        ("near",),
        ("long", "before"),
        True,
        300,
        mark("{New} and {old} differ little; the dates fit."),
    ),
    Rule(
        "uncounted_same_day", ("uncounted",), ("day",), False, 0, mark("Same day, and one of the two states no number.")
    ),
    Rule(
        "uncounted_next_day",
        ("uncounted",),
        ("next_day",),
        True,
        0,
        mark("A day apart, and one of the two states no number."),
    ),
    Rule(
        "uncounted_in_period", ("uncounted",), ("period", "long"), True, 0, mark("One states no number; the dates fit.")
    ),
)


def find_rule(act, witness, counted, day):
    """The strongest rule that would put a witness to an act, as (rank, rule); None if there is none."""
    claim = witness.head
    number = min((value for value in (claim.low, claim.high) if value is not None), default=0)
    for rank, rule in _list_rules(counted, day):
        if (rule.same_kind and claim.kind not in act.kinds) or (rule.least and number < rule.least):
            continue
        return rank, rule
    return None


@functools.cache
def _list_rules(counted, day):
    """The rules for numbers and days that stand so to each other, as (rank, rule)."""
    return [(rank, rule) for rank, rule in enumerate(RULES) if counted in rule.counts and day in rule.days]
