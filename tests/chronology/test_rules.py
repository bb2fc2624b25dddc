"""Each rule by which a claim joins an act, with a pair that it joins and one that it leaves apart."""

import pytest

from chronology.made import make_claim, make_document, make_range
from clemency.chronology.link import link_claims
from clemency.chronology.rules import RULES

AUGUST = make_range("2024-08", "2024-08-01", "2024-08-31")
YEAR = make_range("2024", "2024-01-01", "2024-12-31")
DAY, NEXT, LATER = ({"day": f"2024-08-{day}"} for day in (16, 17, 19))
ABOUT = {"low": 30, "high": 30, "relation": "~"}
PART = {"n": 30, "breakdown": {"extremism": 20}}
EXAMPLES = {
    "same_count_same_day": ({"n": 30} | DAY, {"n": 30} | DAY, {"n": 30} | LATER),
    "same_count_next_day": ({"n": 30} | DAY, {"n": 30} | NEXT, {"n": 31} | LATER),
    "part_same_day": (PART | DAY, {"n": 20} | DAY, {"n": 20} | NEXT),
    "agreeing_count_same_day": ({"n": 32} | DAY, ABOUT | DAY, {"n": 60} | DAY),
    "near_count_same_day": ({"n": 30} | DAY, {"n": 31} | DAY, {"n": 33} | DAY),
    "same_count_in_period": ({"n": 30} | DAY, {"n": 30} | AUGUST, {"n": 60} | AUGUST),
    "agreeing_count_next_day": ({"n": 32} | DAY, ABOUT | NEXT, ABOUT | NEXT | {"kind": "release"}),
    "near_count_next_day": ({"n": 30} | DAY, {"n": 31} | NEXT, {"n": 31, "kind": "release"} | NEXT),
    "part_in_period": (PART | DAY, {"n": 20} | AUGUST, {"n": 19} | AUGUST),
    "agreeing_count_in_period": ({"n": 32} | DAY, ABOUT | AUGUST, ABOUT | YEAR),
    "near_count_in_period": ({"n": 30} | DAY, {"n": 31} | AUGUST, {"n": 33} | AUGUST),
    "same_count_in_year": ({"n": 30} | DAY, {"n": 30} | YEAR, {"n": 30, "kind": "release"} | YEAR),
    "same_count_before_publication": ({"n": 30} | DAY, {"n": 30}, {"n": 30, "kind": "release"}),
    "near_large_count": ({"n": 5000} | DAY, {"n": 5001}, {"n": 5500}),
    "uncounted_same_day": ({"n": 30} | DAY, {"measure": "event"} | DAY, {"measure": "event"} | LATER),
    "uncounted_next_day": (
        {"n": 30} | DAY,
        {"measure": "event"} | NEXT,
        {"measure": "event", "kind": "release"} | NEXT,
    ),
    "uncounted_in_period": (
        {"n": 30} | DAY,
        {"measure": "event"} | AUGUST,
        {"measure": "event", "kind": "release"} | AUGUST,
    ),
}
DOCUMENTS = [make_document(name="a", published="2024-08-16"), make_document(name="b", published="2024-08-20")]


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_rule_joins_what_it_says_and_nothing_beyond(rule):
    """The pair is one event by that rule; with the other claim it stays two."""
    act, joins, stays = EXAMPLES[rule]
    (event,) = link_claims([make_claim("a", **act), make_claim("b", **joins)], DOCUMENTS)
    assert [link["rule"] for link in event.links] == [rule]
    assert len(link_claims([make_claim("a", **act), make_claim("b", **stays)], DOCUMENTS)) == 2


def test_every_rule_has_its_example():
    """No rule goes untested."""
    assert list(EXAMPLES) == [rule.name for rule in RULES]
