"""Stocks over time."""

import pytest

from chronology.made import make_claim, make_document
from clemency.chronology.link import link_claims
from clemency.chronology.stocks import explain_stock, find_stock_series

DOCUMENTS = [make_document("Belarus holds many people.", "a")]


def make_stock(number, day, at=None, **fields):
    """Viasna's count of political prisoners on a day."""
    fields = {"kind": "political_prisoners", "source_class": "human_rights", "source_name": "Viasna"} | fields
    return make_claim("a", at=number if at is None else at, n=number, day=day, measure="stock", **fields)


def read_series(*claims):
    """The numbers of each series."""
    return [[point.low for point in series.points] for series in find_stock_series(claims, DOCUMENTS)]


def test_a_series_holds_one_source_in_the_order_of_time():
    """The reading order makes no difference."""
    assert read_series(make_stock(1244, "2025-01-18"), make_stock(1378, "2024-08-16")) == [[1378, 1244]]


def test_two_sources_are_two_series():
    """Each has criteria of its own."""
    assert (
        len(read_series(make_stock(1378, "2024-08-16"), make_stock(1150, "2025-06-21", source_name="Dissidentby"))) == 2
    )


def test_another_definition_is_another_series():
    """Convicted of extremism is not political prisoner."""
    others = [make_stock(n, day, kind="convicted", label=label) for n, day, label in (
        (5000, "2024-01-01", "convicted of extremism"), (6000, "2025-01-01", "prisoners"))]  # fmt: skip
    assert len(read_series(*others)) == 2


@pytest.mark.parametrize("fields", [{"measure": "cumulative"}, {"status": "planned"}, {"part_of": "x"}])
def test_totals_plans_and_parts_are_no_stock(fields):
    """ "Ever recognised" is never drawn with "behind bars now"."""
    claim = make_stock(3200, "2024-05-21")
    for name, value in fields.items():
        setattr(claim, name, value)
    assert read_series(claim) == []


def test_a_number_told_twice_is_one_point():
    """Repetition adds nothing."""
    assert read_series(make_stock(1244, "2025-01-18"), make_stock(1244, "2025-01-18", at=5)) == [[1244]]


def test_a_number_of_far_fewer_at_the_same_time_is_a_series_of_its_own():
    """65 of them older than 60 are not the next point after 1,409."""
    assert read_series(
        make_stock(1409, "2024-07-02"), make_stock(65, "2024-07-03"), make_stock(1140, "2026-03-06")
    ) == [
        [1409, 1140],
        [65],
    ]


def explain(first, second, *claims):
    """The sentences on the step between two stocks."""
    claims = [first, second, *claims]
    (series,) = find_stock_series(claims, DOCUMENTS)
    return explain_stock(series, link_claims(claims, DOCUMENTS), claims, DOCUMENTS)


FREED = make_claim("a", at=7, n=30, day="2024-08-16", quote="30 political prisoners freed")


def test_a_stock_that_did_not_fall_though_people_were_freed_is_explained():
    """Where the documents show it."""
    (sentence,) = explain(make_stock(1400, "2024-07-01"), make_stock(1390, "2024-09-01"), FREED)
    assert sentence == (
        "Viasna counted 1,400 (1 July 2024) and later 1,390 (1 September 2024): the number fell by 10 only, though at "
        "least 30 people were freed between. Others must have been added to it, or not all of those freed were in it."
    )


def test_a_stock_that_fell_by_as_many_as_were_freed_needs_no_word():
    """Nothing is explained that isn't odd."""
    assert explain(make_stock(1400, "2024-07-01"), make_stock(1370, "2024-09-01"), FREED) == []


def test_ordinary_convicts_freed_explain_nothing():
    """An amnesty for thousands of convicts says nothing of political prisoners."""
    amnesty = make_claim("a", at=7, n=7850, day="2024-08-16", kind="amnesty", quote="7,850 convicts freed")
    assert explain(make_stock(1400, "2024-07-01"), make_stock(1390, "2024-09-01"), amnesty) == []
