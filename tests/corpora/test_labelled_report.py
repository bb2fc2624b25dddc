"""The report of the labelled texts and the seeds: nothing is drawn that its table and the evidence do not hold."""

import csv
import json
import re

import pytest

from clemency.report.blocks import MIME

CHARTS = ("timeline", "flow-and-stock", "waves", "comparison", "sources-and-events")
SECTIONS = (
    "Where accounts differ", "Perhaps one act", "The waves of a year", "One source's counts over time",
    "Amnesties step by step", "One act in several voices", "Who reports what", "Coverage",
)  # fmt: skip


def list_blocks(built):
    """Every block of the three executed notebooks."""
    notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(built.glob("*.ipynb"))]
    outputs = [output for notebook in notebooks for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]


@pytest.fixture(scope="module")
def blocks(built):
    """Every block of the report."""
    return list_blocks(built)


@pytest.fixture
def figure(blocks, request):
    """One chart with the table below it."""
    [found] = [block for block in blocks if block["type"] == "figure" and block["name"] == request.param]
    return found


@pytest.mark.parametrize("figure", CHARTS, indirect=True)
def test_every_claim_of_a_chart_has_a_row_and_its_evidence(figure, blocks):
    """What has a mark has one row in the table below, which leads to it, and one entry in the evidence."""
    evidence = [entry["claim"] for block in blocks if block["type"] == "evidence" for entry in block["entries"]]
    marks = figure["chart"]["marks"]
    told = [claim for row in figure["table"]["rows"] for claim in row[0][0]["claims"]]
    assert marks and set(marks) == set(told)
    assert set(marks) <= set(evidence) and len(evidence) == len(set(evidence))
    if figure["name"] != "comparison":  # there one claim may stand in several pairs
        assert len(told) == len(set(told))


@pytest.mark.parametrize("figure", CHARTS, indirect=True)
def test_the_counts_under_a_chart_add_up(figure, built):
    """k of n claims are shown, k is the number of marked claims, n no more than all claims of the data."""
    with (built / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = {row["claim_id"]: row for row in csv.DictReader(file)}
    chart = figure["chart"]
    shown, total, undated = map(int, re.search(r"(\d+) of (\d+) claims shown; (\d+) undated", chart["footer"]).groups())
    assert shown == len(set(chart["marks"])) <= total <= len(claims)
    assert undated == sum(not (claims[name]["date"] or claims[name]["period"]) for name in chart["marks"])


def test_sections_are_there_that_this_corpus_has_something_for(built):
    """They have headings of their own in the report."""
    page = (built / "report.html").read_text(encoding="utf-8")
    headings = [re.sub("<[^>]+>", "", heading) for heading in re.findall(r"<h\d[^>]*>(.*?)</h\d>", page, re.DOTALL)]
    assert set(SECTIONS) <= {heading.replace("&#39;", "'").strip() for heading in headings}


def test_the_amnesty_of_2015_adds_up(blocks):
    """758 released, 702 cut and 1,515 refused are the 2,975 considered."""
    [table] = [block for block in blocks if block["type"] == "table" and block["name"] == "cascades"]
    [row] = table["rows"]
    assert [run["text"] for cell in row[2:6] for run in cell] == ["2,975", "1,515", "702", "758"]
    assert row[6][0]["text"] == "758 + 702 + 1,515 = 2,975"


def test_the_report_is_no_heavy_load(built):
    """The PDF with five charts stays under 5 MB, the page under 4 MB."""
    assert (built / "report.pdf").stat().st_size < 5_000_000
    assert (built / "report.html").stat().st_size < 4_000_000
