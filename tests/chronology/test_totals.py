"""Cumulative counts contain acts and are added to none."""

import pytest

from chronology.made import make_claim, make_document
from clemency.chronology.link import link_claims
from clemency.chronology.totals import sum_known_acts

YEAR = {"measure": "cumulative", "period": "2024-07~/2025-07-02", "earliest": "2024-07-01", "latest": "2025-07-02"}


def make_total(**fields):
    """More than 300 pardoned since about July 2024."""
    return make_claim("t", low=300, relation=">", **(YEAR | fields))


def link_with_total(*claims, total=None, documents=()):
    """The total's event and, by claim, the names of the events of the others."""
    total = total or make_total()
    events = link_claims([total, *claims], list(documents))
    by_claim = {name: event for event in events for name in event.claims}
    return by_claim[total.claim_id], [by_claim[claim.claim_id].event_id for claim in claims], events


def test_a_total_contains_an_act_of_its_kind_period_and_people_and_may_contain_one_of_unknown_people():
    """16 convicted of extremism are in it; of 14 "prisoners" the documents don't say."""
    known = make_claim("a", n=16, day="2025-07-02", quote="convicted of “extremist” crimes")
    unknown = make_claim("a", at=90, n=14, day="2025-06-21")
    total, names, _ = link_with_total(known, unknown)
    assert (total.contains, total.may_contain) == ([names[0]], [names[1]])


def test_an_act_outside_the_period_is_not_in_the_total():
    """Neither for sure nor perhaps."""
    total, _, _ = link_with_total(make_claim("a", n=16, day="2025-07-03", quote="freed political prisoners"))
    assert total.contains == total.may_contain == []


def test_an_act_at_an_approximate_edge_may_be_in_the_total():
    """ "Since about July 2024" does not say whether the 3rd is in it."""
    total, names, _ = link_with_total(make_claim("a", n=18, day="2024-07-03", quote="freed political prisoners"))
    assert (total.contains, total.may_contain) == ([], names)


def test_an_act_of_another_mechanism_is_not_in_the_total():
    """An amnesty is in no total of pardons; whether a release was a pardon is not known."""
    amnesty = make_claim("a", n=500, day="2025-01-02", kind="amnesty", quote="freed political prisoners")
    release = make_claim("a", at=90, n=18, day="2025-03-02", kind="release", quote="freed political prisoners")
    total, names, _ = link_with_total(amnesty, release)
    assert (total.contains, total.may_contain) == ([], [names[1]])


def test_an_undated_or_planned_act_is_in_no_total():
    """Nothing says that it falls into the period."""
    undated = make_claim("a", n=16, quote="freed political prisoners")
    planned = make_claim("a", at=90, n=16, day="2025-01-02", status="planned", quote="freed political prisoners")
    total, _, _ = link_with_total(undated, planned)
    assert total.contains == total.may_contain == []


@pytest.mark.parametrize("also", ["", " An American envoy came."])
def test_an_act_in_another_country_is_in_no_total(also):
    """Each country has its own total, whichever third country its documents name."""
    documents = [
        make_document(f"Belarus pardoned more than 300. Belarusian prisons emptied.{also}", "t"),
        make_document(f"Egypt pardoned 16. Egyptian prisons emptied.{also}", "a"),
    ]
    act = make_claim("a", n=16, day="2025-01-02", quote="freed political prisoners")
    total, _, _ = link_with_total(act, documents=documents)
    assert total.contains == total.may_contain == []


def test_a_total_keeps_its_number_its_relation_and_its_period():
    """It is never drawn or merged as an act of 300."""
    total, names, _ = link_with_total(make_claim("a", n=300, day="2025-07-02", quote="freed political prisoners"))
    assert (total.measure, total.low, total.high, total.relation) == ("cumulative", 300, None, ">")
    assert total.date == "2024-07~/2025-07-02"
    assert total.event_id not in names


def test_the_same_total_told_twice_is_one():
    """Two documents with one number for one period are not two totals."""
    again = make_claim("u", low=300, relation=">", **YEAR)
    total, (name,), _ = link_with_total(again)
    assert name == total.event_id


def test_the_known_share_adds_acts_alone():
    """Sure acts are its lower bound, possible ones count in the upper bound only."""
    known = make_claim("a", n=16, day="2025-07-02", quote="freed political prisoners")
    women = make_claim("a", at=40, n=8, day="2025-07-02", part_of=known.claim_id)
    unknown = make_claim("a", at=90, n=14, day="2025-06-21")
    stock = make_claim("a", at=150, n=1200, day="2025-06-21", kind="political_prisoners", measure="stock")
    other = make_claim("s", n=200, **(YEAR | {"period": "2025-01-01/2025-07-02", "earliest": "2025-01-01"}))
    total, _, events = link_with_total(known, women, unknown, other, total=None)
    assert stock.claim_id not in {name for event in events for name in event.claims}
    share = sum_known_acts(total, events)
    assert (share.low, share.high) == (16, 30)


def test_acts_that_may_be_one_count_once_in_the_lower_bound():
    """Two numbers for one day may be one act told in two ways."""
    acts = [
        make_claim(name, n=n, day="2025-01-02", quote="freed political prisoners") for name, n in (("a", 52), ("b", 20))
    ]
    total, _, events = link_with_total(*acts)
    share = sum_known_acts(total, events)
    assert (share.low, share.high) == (52, 72)


def test_a_lower_bound_leaves_the_share_open_upward():
    """ "At least 13" has no upper end."""
    act = make_claim("a", low=13, relation=">=", day="2025-01-02", quote="freed political prisoners")
    total, _, events = link_with_total(act)
    share = sum_known_acts(total, events)
    assert (share.low, share.high) == (13, None)
