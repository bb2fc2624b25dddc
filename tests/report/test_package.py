"""The data package is valid, keeps every value, and gives a spreadsheet nothing to run."""

import csv

import frictionless
import pytest

from clemency.report.package import TABLES, write_cell
from clemency.table import columns


def test_frictionless_accepts_the_package(project, monkeypatch):
    """Types, primary keys and foreign keys hold for every row."""
    monkeypatch.chdir(project / "reports" / "data")
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 day", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'quoted'"])
def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(text):
    """Taking the first apostrophe away gives the text back."""
    cell = write_cell(text, "string")
    assert cell[0] == "'"
    assert cell[1:] == text


@pytest.mark.parametrize("text", ["=", ">=", "16", "Łukašenka", ""])
def test_harmless_text_stays_as_it_is(text):
    """A relation sign alone is no formula."""
    assert write_cell(text, "string") == text


def test_nothing_is_an_empty_cell_and_lists_are_json():
    """A count that is not stated is empty, never 0."""
    assert write_cell(None, "integer") == ""
    assert write_cell(0, "integer") == "0"
    assert write_cell(["Łukašenka"], "array") == '["Łukašenka"]'


def test_every_column_stands_in_the_file_in_its_order(project):
    """The tables have the columns that the row classes describe."""
    for name, (row_class, _, _) in TABLES.items():
        with (project / "reports" / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == list(columns(row_class))
