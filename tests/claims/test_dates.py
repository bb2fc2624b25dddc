"""Dates: resolved against the dateline or the publication, with basis and reason, never by a guess."""

import pytest
from claims.reading import PUBLISHED, only_claim, read, read_sentence


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("On 2 July 2024", "2024-07-02"),
        ("On July 2, 2024", "2024-07-02"),
        ("On 02.07.2024", "2024-07-02"),
        ("On 2024-07-02", "2024-07-02"),
        ("On March 5", "2025-03-05"),
        ("On December 30", "2024-12-30"),
        ("On Monday", "2025-03-17"),
        ("Yesterday", "2025-03-19"),
        ("Last month", "2025-02"),
        ("Last week", "[2025-03-10..2025-03-16]"),
        ("In 2020", "2020"),
        ("In November", "2024-11"),
        ("Three days ago", "2025-03-17"),
        ("A year ago", "2024-03~"),
        ("On the eve of Constitution Day", "2025-03-14"),
    ],
)
def test_english_dates_become_edtf(when, date):
    """A written or relative date gives the precision that the words have, and no more."""
    assert only_claim(f"{when} he pardoned 16 prisoners.").date == date


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("16 августа помилованы 30 человек.", "2024-08-16"),
        ("Вчера помилованы 30 человек.", "2025-03-19"),
        ("В прошлом месяце помилованы 30 человек.", "2025-02"),
        ("В понедельник помилованы 30 человек.", "2025-03-17"),
        ("3 жніўня памілаваны 30 чалавек.", "2024-08-03"),
        ("Учора памілаваны 30 чалавек.", "2025-03-19"),
        ("У ліпені памілаваны 30 чалавек.", "2024-07"),
    ],
)
def test_russian_and_belarusian_dates_become_edtf(sentence, date):
    """The same rules hold in each language."""
    language = "be" if "памілаваны" in sentence else "ru"
    assert only_claim(sentence, scene="Турма, колония.", language=language).date == date


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Since July he has pardoned 115 prisoners.", f"2024-07/{PUBLISHED}"),
        ("Between July 2024 and January 2025 he pardoned 250 prisoners.", "2024-07/2025-01"),
        ("Over the past three months he has pardoned 80 prisoners.", f"2024-12~/{PUBLISHED}"),
        ("Since the beginning of the year he has pardoned 46 prisoners.", f"2025/{PUBLISHED}"),
        (
            "He began to release prisoners one year ago. He has pardoned more than 300 since then.",
            f"2024-03~/{PUBLISHED}",
        ),
        ("С 1 января по 1 декабря 2024 года помилованы 24 человека.", "2024-01-01/2024-12-01"),
    ],
)
def test_a_count_since_a_start_is_cumulative(sentence, period):
    """Its period runs from the start that is given to the day of the document."""
    scene = "The colony holds many prisoners." if sentence.isascii() else "Колония и тюрьма."
    claim = only_claim(sentence, scene=scene)
    assert (claim.measure, claim.period, claim.date) == ("cumulative", period, None)


def test_the_news_of_a_dateline_is_dated_by_it():
    """An act in the opening paragraph without a date of its own happened on the dateline's day."""
    (claim,) = read("March 18, Agency. He has pardoned 16 prisoners.").claims
    assert (claim.date, claim.date_basis) == ("2025-03-18", "dateline")


def test_the_news_of_an_undated_opening_is_approximate():
    """Without a dateline the publication gives an approximate day, marked as inferred."""
    (claim,) = read("He has pardoned 16 prisoners.").claims
    assert (claim.date, claim.date_basis) == (f"{PUBLISHED}~", "inferred")


def test_an_act_further_down_without_a_date_stays_undated():
    """Nothing is guessed."""
    claim = only_claim("He had pardoned 16 prisoners.")
    assert (claim.date, claim.date_basis) == (None, "unknown")


def test_a_stock_without_a_day_is_dated_by_the_document():
    """A number of people held is as of the publication, and says so."""
    claim = only_claim("There are 1,203 political prisoners.")
    assert claim.date == PUBLISHED
    assert "20 March 2025" in claim.date_reason


def test_without_any_year_a_date_stays_unknown():
    """A day and a month alone give no date if neither text nor sidecar has a year."""
    claim = only_claim("On March 5 he pardoned 16 prisoners.", published="")
    assert claim.date is None


def test_a_year_told_by_the_text_alone_is_marked_as_inferred():
    """A dateline without a year takes the year that the text names most, with a question mark."""
    (claim,) = read(
        "July 2, Agency. He has pardoned 16 prisoners.\n\nThe 2025 vote and the 2025 budget are near.", published=""
    ).claims
    assert claim.date == "2025?-07-02"


def test_two_reports_in_one_text_keep_their_own_datelines():
    """A stock after a second dateline is dated by that one."""
    text = (
        "Brussels, 4 July 2024\n\nThere are 1,400 political prisoners, the EU says.\n\n"
        "Geneva, 2 July 2024\n\nThere are 63 political prisoners over 60, UN experts say."
    )
    assert [claim.date for claim in read(text).claims] == ["2024-07-04", "2024-07-02"]


def test_every_date_has_a_reason_and_strict_bounds():
    """The reason is a sentence; earliest and latest enclose the date."""
    for claim in read_sentence("In July he pardoned 18 prisoners. On August 16 he pardoned 30 prisoners.").claims:
        assert claim.date_reason.endswith(".")
        assert claim.earliest <= claim.latest
