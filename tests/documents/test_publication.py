"""The day of publication of a text that comes without one."""

import collections
import csv

import pytest
from scoring import FOLDERS

from clemency.documents.read import make_document


def date(text, language="en"):
    """(published, basis) of a text of which nothing else is known."""
    document = make_document("a", text.encode(), {"language": language})
    return document.published, document.published_basis


@pytest.mark.parametrize(
    ("around", "published"),
    [
        ("He pardoned 16.\n\n© Agency 2025. Reproduction with a link only.", "2025?-07-20"),
        ("He pardoned 16.\n\nCopyright 2019–2025 The Agency", "2025?-07-20"),
        ("He pardoned 16. In July 2025 nobody else was freed.", "2025?-07-20"),
        ("He pardoned 16. On July 11, 2025 he had received an envoy.", "2025?-07-20"),
        ("He pardoned 16. In August 2020 thousands had been arrested.", ""),
        ("He pardoned 16. It was the first pardon since 2020, the 2020 vote and the 2020 protests.", ""),
        ("He pardoned 16. On July 28, 2024 he had freed nobody.", ""),
    ],
)
def test_a_year_is_inferred_only_from_what_tells_of_the_time_of_writing(around, published):
    """A report names years gone by; only what stands around it, or a date near by, tells of its own."""
    assert date(f"MINSK, July 20. {around}")[0] == published


def test_a_headline_names_the_months_of_a_review():
    """Under it the year goes for a day of its month, or of the one after."""
    assert date("Pardons and releases: March 2026\n\nMinsk, 2 April. Eleven were pardoned.")[0] == "2026?-04-02"


def test_headlines_beside_a_text_tell_its_year():
    """Other news are of the same days; of two years that are named as often neither is taken."""
    text = "MINSK, July 2. He pardoned 16 prisoners.\n\nRead also:\n- Budget of 2025 adopted\n- 2025 prize awarded"
    assert date(text)[0] == "2025?-07-02"
    assert date(f"{text}\n- Games of 2026\n- Vote of 2026") == ("", "unknown")


@pytest.mark.parametrize("text", ["Pardon for 16\n\nMINSK, July 2. He pardoned 16.", "On July 2 he pardoned 16."])
def test_a_day_without_a_year_asks_for_the_sidecar(text):
    """The reason says what would be right."""
    document = make_document("a", text.encode(), {"language": "en"})
    assert (document.published, document.published_basis) == ("", "unknown")
    assert "without a year; nothing in the text tells of which; a row in sources.csv can." in document.published_reason


def test_years_that_are_inferred_are_mostly_right():
    """Of the labelled texts read without what is known of them, two thirds at least get the year that they are of."""
    right = collections.Counter()
    for folder in FOLDERS:
        with (folder / "sources.csv").open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["published"]]
        for row in rows:
            document = make_document("a", (folder / "articles" / row["file"]).read_bytes(), {})
            if document.published_basis == "inferred":
                right[document.published[:4] == row["published"][:4]] += 1
    assert right[True] + right[False] > 20
    assert right[True] > 2 * right[False]
