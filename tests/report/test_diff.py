"""`make diff` says what a person would say who compared two reports, and nothing else."""

import shutil
import subprocess

import pytest

from clemency.report.diff import main
from clemency.report.package import write_package
from clemency.report.parameters import Parameters
from clemency.report.results import read_results

from .project import copy_project

NEW = """July pardon

Alaksandar Łukašenka pardoned 31 prisoners on 9 July 2025, his press office reports. <script>alert(1)</script>
"""


def write_tables(project, name, **chosen):
    """The data of a report as a build leaves it."""
    folder = project / "reports" / name / "data"
    folder.mkdir(parents=True, exist_ok=True)
    parameters = Parameters(**chosen)
    write_package(folder, read_results(parameters), parameters, name)


@pytest.fixture
def seeds(tmp_path, monkeypatch):
    """A project with the data of its default report; commands run in it."""
    monkeypatch.chdir(copy_project(tmp_path))
    write_tables(tmp_path, "")
    return tmp_path


def test_a_new_document_brings_its_claim_and_its_act_and_changes_nothing_else(seeds, capsys):
    """One document, one claim and one act came; new pairs that cannot be compared are counted, not listed."""
    (seeds / "seeds" / "july.txt").write_text(NEW, encoding="utf-8")
    write_tables(seeds, "more")
    assert main(["A=default", "B=more"]) == 0
    text = capsys.readouterr().out
    assert "Documents: 1 document: 1 came\n  + july\n" in text
    assert "Claims: 1 claim: 1 came\n  + Pardon: 31, 9 July 2025, " in text
    assert text.count("\n  + Pardon: 31") == 2
    assert "~" not in text
    assert "of them cannot be compared, and are not listed" in text


def test_what_came_one_way_went_the_other(seeds, capsys):
    """A window leaves the claims of 2022 out."""
    write_tables(seeds, "since-2025", date_from="2025")
    assert main(["A=default", "B=since-2025"]) == 0
    there = capsys.readouterr().out
    assert main(["A=since-2025", "B=default"]) == 0
    back = capsys.readouterr().out
    assert there.count("\n  - ") == back.count("\n  + ") > 0


def test_a_changed_value_is_told_before_and_after(seeds, capsys):
    """A ruling that amends a number changes its claim and its act, which keep their names."""
    rows = "ruling,reviewer,reviewed,reason,document,quote,low\n"
    rows += "amend,Ada,2026-01-02,miscounted,002_44caa82d5ed7996f,13 other,15\n"
    (seeds / "seeds" / "rulings.csv").write_text(rows, encoding="utf-8")
    write_tables(seeds, "ruled")
    assert main(["A=default", "B=ruled"]) == 0
    text = capsys.readouterr().out
    assert text.count("low: 14 -> 15") == 2
    assert "review: nothing -> Read by machine, amended by Ada" in text
    assert "+" not in text.replace("->", "")


def test_a_document_that_only_moved_its_claims_tells_of_its_text_alone(seeds, capsys):
    """A line put at the top changes the names of claims, which nobody would call a change."""
    path = seeds / "seeds" / "000_5147ea8f047ee4ac.txt"
    path.write_bytes(b"\n\n" + path.read_bytes())
    write_tables(seeds, "moved")
    assert main(["A=default", "B=moved"]) == 0
    text = capsys.readouterr().out
    assert "sha256: " in text
    assert "Claims: no difference" in text
    assert "Events: no difference" in text


def test_the_page_holds_the_same_and_runs_nothing(seeds):
    """What stands in a document is text on the page; the page asks nothing of a network."""
    (seeds / "seeds" / "july.txt").write_text(NEW, encoding="utf-8")
    write_tables(seeds, "more")
    assert main(["A=default", "B=more"]) == 0
    page = (seeds / "reports" / "diff.html").read_text(encoding="utf-8")
    assert "Pardon: 31, 9 July 2025" in page
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page


def test_a_revision_of_git_can_be_compared_with(seeds, capsys):
    """What was committed, without any word about which; a made-up name is neither a report nor a revision."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run([shutil.which("git"), *command], cwd=seeds, check=True)
    (seeds / "seeds" / "july.txt").write_text(NEW, encoding="utf-8")
    write_tables(seeds, "")
    assert main([]) == 0
    assert "+ july" in capsys.readouterr().out
    assert main(["A=elsewhere"]) == 1
    assert "'elsewhere' is neither a report here (default) nor a revision" in capsys.readouterr().err
    assert main(["A=--output=x"]) == 1
    assert main(["C=x"]) == 2
