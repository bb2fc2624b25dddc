"""`make review` writes a sheet, takes what a person wrote in it, and never overwrites a word of theirs."""

import csv
import shutil

import pytest

from clemency.claims.rulings import COLUMNS, read_rows
from clemency.report.parameters import Parameters
from clemency.report.results import read_results
from clemency.report.review import main

from .project import copy_project, run_report

PERSON = {"reviewer": "Ada", "reviewed": "2026-01-02", "reason": "=I read it"}


@pytest.fixture
def seeds(tmp_path, monkeypatch):
    """A project on the two seeds; commands run in it."""
    monkeypatch.chdir(copy_project(tmp_path))
    assert main([]) == 0
    return tmp_path


def fill_in(project, changes):
    """Write into the rows of the sheet, by claim; "" stands for a new row."""
    path = project / "reports" / "review.csv"
    rows = [row for _, row in read_rows(path)]
    for row in rows:
        row.update(changes.get(row["claim"], {}))
    rows += [{**dict.fromkeys(COLUMNS, ""), **changes[""]}] if "" in changes else []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return rows


def list_claims():
    """The claims of the seeds by their numbers."""
    return {claim.low: claim for claim in read_results(Parameters()).claims if claim.low is not None}


def test_the_sheet_begins_with_what_most_hangs_on(seeds):
    """The nearest pair of a comparison comes first, acts without a number last; each claim has one row."""
    rows = [row for _, row in read_rows(seeds / "reports" / "review.csv")]
    assert sorted(row["claim"] for row in rows) == sorted(claim.claim_id for claim in read_results(Parameters()).claims)
    assert {row["low"] for row in rows[:2]} == {"1328", "16"}
    assert not rows[-1]["low"]


def test_rulings_go_from_the_sheet_into_rulings_csv_and_into_the_claims(seeds):
    """Confirm, amend, reject and add; a reason that looks like a formula is kept as text."""
    claims = list_claims()
    fill_in(seeds, {
        claims[16].claim_id: {"ruling": "confirm", **PERSON},
        claims[14].claim_id: {"ruling": "amend", **PERSON, "low": "13", "high": "13"},
        claims[300].claim_id: {"ruling": "reject", **PERSON},
        "": {
            "ruling": "add", **PERSON, "document": claims[1328].document, "quote": "The last amnesty took place",
            "kind": "release",
        },
    })  # fmt: skip
    assert main([]) == 0
    results = read_results(Parameters())
    reviews = {claim.low: claim.review.partition(" by Ada")[0] for claim in results.claims if claim.review}
    assert reviews == {16: "Read by machine, confirmed", 13: "Read by machine, amended", None: "Added"}
    assert claims[300].claim_id not in results.claim_of
    assert "'=I read it" in (seeds / "seeds" / "rulings.csv").read_text(encoding="utf-8")
    assert all("=I read it" in claim.review for claim in results.claims if claim.review)
    left = [row["claim"] for _, row in read_rows(seeds / "reports" / "review.csv")]
    assert sorted(left) == sorted(claim.claim_id for claim in results.claims if not claim.review)


def test_what_a_person_wrote_stays_until_it_is_a_ruling(seeds):
    """A half-filled row, a changed cell, and a row of one's own stay as they are; rulings.csv only grows."""
    claims = list_claims()
    fill_in(seeds, {
        claims[16].claim_id: {"reason": "ask Boris"},
        claims[14].claim_id: {"low": "13"},
        "": {"quote": "not sure yet"},
        claims[300].claim_id: {"ruling": "confirm", **PERSON},
    })  # fmt: skip
    assert main([]) == 0
    ruled = (seeds / "seeds" / "rulings.csv").read_bytes()
    kept = [row for _, row in read_rows(seeds / "reports" / "review.csv")][:3]
    assert {(row["reason"], row["low"], row["quote"] == "not sure yet") for row in kept} == {
        ("ask Boris", "16", False), ("", "13", False), ("", "", True),
    }  # fmt: skip
    fill_in(seeds, {claims[16].claim_id: {"ruling": "confirm", **PERSON}})
    assert main([]) == 0
    assert (seeds / "seeds" / "rulings.csv").read_bytes().startswith(ruled)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"ruling": "confirm", "low": "13", "high": "13"}, "low was confirmed as 13, and is read as 14"),
        ({"ruling": "confirm", "source_name": ""}, "source_name was confirmed as none"),
        ({"ruling": "amend", "low": "13"}, "relation = does not go with 13 and 14"),
        ({"ruling": "amend"}, "nothing is amended"),
    ],
)
def test_a_row_that_says_two_things_is_refused_and_nothing_is_written(seeds, capsys, cells, words):
    """The message names the line of the sheet."""
    claim = list_claims()[14].claim_id
    rows = fill_in(seeds, {claim: {**PERSON, **cells}})
    before = (seeds / "reports" / "review.csv").read_bytes()
    assert main([]) == 1
    message = capsys.readouterr().err
    assert words in message
    assert "review.csv, line " in message
    assert len(rows) == len(read_rows(seeds / "reports" / "review.csv"))
    assert (seeds / "reports" / "review.csv").read_bytes() == before
    assert not (seeds / "seeds" / "rulings.csv").exists()


def test_a_report_follows_the_rulings(project, tmp_path):
    """Charts, tables, comparison, evidence and coverage change with a claim rejected, one amended, one added."""
    shutil.copytree(project, tmp_path / "ruled")
    rulings = """ruling,reviewer,reviewed,reason,document,quote,kind,low,date,source_class
reject,Ada,2026-01-02,not a count,000_5147ea8f047ee4ac,"consider 1,328 people to be political prisoners",,,,
amend,Ada,2026-01-02,miscounted,002_44caa82d5ed7996f,he pardoned prominent opposition politician,,15,,
add,Ada,2026-01-02,missed,000_5147ea8f047ee4ac,The last amnesty took place,release,77,2020-05,human_rights
"""
    (tmp_path / "ruled" / "seeds" / "rulings.csv").write_text(rulings, encoding="utf-8")
    done = run_report(tmp_path / "ruled")
    assert done.returncode == 0, done.stderr
    reports = tmp_path / "ruled" / "reports"
    page = (reports / "report.html").read_text(encoding="utf-8")
    assert "Read by machine, amended by Ada on 2026-01-02: miscounted (low 14 is now 15)" in page
    assert "Rejected by Ada on 2026-01-02: not a count" in page
    assert "Added by Ada on 2026-01-02: missed" in page
    assert "A person reviewed" in page
    assert "1,328 people" not in (reports / "data" / "comparisons.csv").read_text(encoding="utf-8")
    assert ",77,77,=," in (reports / "data" / "events.csv").read_text(encoding="utf-8")
    for chart in ("timeline.svg", "flow-and-stock.svg"):
        assert (tmp_path / "ruled" / "figures" / chart).read_bytes() != (project / "figures" / chart).read_bytes()


def test_a_broken_quote_stops_the_build_with_its_line(project, tmp_path):
    """What was built before stays."""
    shutil.copytree(project, tmp_path / "ruled")
    row = "confirm,Ada,2026-01-02,ok,000_5147ea8f047ee4ac,no such words"
    (tmp_path / "ruled" / "seeds" / "rulings.csv").write_text(
        f"ruling,reviewer,reviewed,reason,document,quote\n{row}\n"
    )
    done = run_report(tmp_path / "ruled")
    assert done.returncode == 1
    assert "rulings.csv, line 2: the quote is not in 000_5147ea8f047ee4ac: ‘no such words’" in done.stderr
    assert (tmp_path / "ruled" / "reports" / "report.html").exists()
