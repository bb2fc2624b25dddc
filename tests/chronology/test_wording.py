"""Dates and counts in words."""

import pytest

from clemency.chronology.wording import describe_count, describe_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-07-02", "2 July 2025"),
        ("2024-07", "July 2024 (day not stated)"),
        ("2024-07~", "July 2024 (approximately)"),
        ("2020", "2020 (day not stated)"),
        ("2025?-07-02", "2 July 2025 (year inferred)"),
        ("2025?", "2025 (year inferred, day not stated)"),
        ("[2022-09-06..2022-09-13]", "between 6 and 13 September 2022"),
        ("[2022-12-30..2023-01-02]", "between 30 December 2022 and 2 January 2023"),
        ("[..2022-09-13]", "on or before 13 September 2022"),
        ("2024-07~/2025-07-02", "from about July 2024 to 2 July 2025"),
        ("2025-01-01/2025-12-01", "from 1 January to 1 December 2025"),
        ("2020/..", "since 2020"),
        ("../2024-05-21", "until 21 May 2024"),
        (None, "date not known"),
        ("", "date not known"),
    ],
)
def test_a_date_in_words_says_no_more_than_the_date(edtf, words):
    """Unknown days, approximate months and inferred years are said to be so."""
    assert describe_date(edtf) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((16, 16, "="), "16"),
        ((300, None, ">"), "more than 300"),
        ((13, None, ">="), "at least 13"),
        ((1400, 1400, "~"), "about 1,400"),
        ((None, 50, "<="), "at most 50"),
        ((None, 50, "<"), "fewer than 50"),
        ((18, 19, "range"), "18 to 19"),
        ((18, 19, "="), "18 to 19"),
        ((None, None, None), "number not stated"),
    ],
)
def test_a_count_in_words_keeps_its_relation(count, words):
    """ "More than 300" never becomes 300."""
    assert describe_count(*count) == words


def test_what_is_no_date_is_an_error():
    """A reader never sees a date that could not be understood."""
    with pytest.raises(ValueError, match="yesterdayish"):
        describe_date("yesterdayish")
