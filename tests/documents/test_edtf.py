"""EDTF: the dates that we write mean what the standard says."""

import datetime
import re
import time

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clemency.documents.edtf import is_approximate, is_inferred, join_period, mark_approximate, read_bounds


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-07-02", "2025-07-02", "2025-07-02"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-07~", "2024-07-01", "2024-07-31"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2025?-07-02", "2025-07-02", "2025-07-02"),
        ("[2022-09-06..2022-09-13]", "2022-09-06", "2022-09-13"),
        ("2024-07~/2025-07-02", "2024-07-01", "2025-07-02"),
        ("2024-07/..", "2024-07-01", None),
        ("../2025-07-02", None, "2025-07-02"),
    ],
)
def test_bounds_are_strict(text, earliest, latest):
    """A month is its days, an approximate month too; an open end has no bound."""
    assert [day and day.isoformat() for day in read_bounds(text)] == [earliest, latest]


@pytest.mark.parametrize(
    "text", ["", "yesterdayish", "2025-13", "2025-02-30", "2025-07-02/2025-07-01", "../..", "2025-7-2", "[2022-09-06]"]
)
def test_anything_else_is_refused(text):
    """What is no date raises ValueError and is never read as something near it."""
    with pytest.raises(ValueError):
        read_bounds(text)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_an_independent_reader_agrees(day, form):
    """The edtf package gives the same strict bounds."""
    text = day.strftime(form)
    other = edtf.parse_edtf(text)
    ours = [bound.timetuple()[:3] for bound in read_bounds(text)]
    assert ours == [time.struct_time(other.lower_strict())[:3], time.struct_time(other.upper_strict())[:3]]


def test_a_set_gives_a_period_its_outer_day():
    """One day of a week opens a period on the first of them and ends one on the last."""
    assert join_period("[2025-03-17..2025-03-23]", "2025-04") == "2025-03-17/2025-04"
    assert join_period("2025-01", "[2025-03-17..2025-03-23]") == "2025-01/2025-03-23"


def test_marks_of_doubt_are_told_apart():
    """~ is about the date, ? about how it is known."""
    assert is_approximate("2024-07~") and not is_inferred("2024-07~")
    assert is_inferred("2025?-07-02") and not is_approximate("2025?-07-02")


def test_a_period_with_two_unknown_ends_is_none():
    """An interval must know at least one of its ends."""
    assert join_period(None, None) is None
    assert re.fullmatch(r"2024-07/\.\.", join_period("2024-07", None))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2024", "2024~"),
        ("2024~", "2024~"),
        ("2024?", "2024%"),
        ("2024?-07", "2024?-07~"),
        ("[2022-09-06..2022-09-13]", "[2022-09-06..2022-09-13]"),
    ],
)
def test_a_date_is_marked_as_approximate_once(text, marked):
    """With an inferred part it is both; a set tells itself how wide it is. All of them can be read back."""
    assert mark_approximate(text) == marked
    assert read_bounds(marked) == read_bounds(text)
