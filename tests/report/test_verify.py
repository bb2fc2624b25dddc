"""`make verify` builds again elsewhere, and says in words what is no longer as it was."""

import re
import shutil

import pytest

from clemency.report.verify import check_seeds, compare_reports, main

from .project import ROOT


@pytest.fixture
def copy(project, tmp_path):
    """A copy of the project with its report."""
    return shutil.copytree(project, tmp_path / "copy")


def change_byte(path, offset):
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


def test_a_report_that_its_sources_give_is_verified(copy, monkeypatch, capsys):
    """Another folder, time zone, locale, umask, hash seed and order of files change no byte."""
    shutil.copytree(ROOT / "clemency", copy / "clemency", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(copy)
    assert main([]) == 0
    assert "every byte is the same" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("reports/report.html", r"line \d+, column \d+ \(byte [\d,]+\): here stands ‘.+’, and the sources give ‘.+’"),
        ("reports/report.pdf", r"object \d+ \(byte [\d,]+\): here stands the byte 0x"),
        ("figures/timeline.png", r"chunk iTXt \(byte [\d,]+\): here stands the byte 0x"),
        ("reports/data/claims.csv", r"line \d+, column \d+"),
    ],
)
def test_one_changed_byte_is_found_and_described(project, copy, file, words):
    """The file, the place in it, what stands there and what came out."""
    change_byte(copy / file, 700)
    (problem,) = compare_reports(copy, project, "")
    assert re.search(words, problem)
    assert problem.startswith(file)


def test_files_that_came_or_went_are_named(project, copy):
    """A figure that nothing makes, and a table that is gone."""
    (copy / "figures" / "other.svg").write_text("<svg/>")
    (copy / "reports" / "data" / "claims.csv").unlink()
    missing, extra = compare_reports(copy, project, "")
    assert missing == "reports/data/claims.csv is missing: the sources give it"
    assert extra == "figures/other.svg is not made by the sources any more"


def test_a_file_that_was_cut_off_differs_at_its_end(project, copy):
    """The end of the file is what stands there."""
    page = copy / "reports" / "report.html"
    page.write_bytes(page.read_bytes()[:-10])
    (problem,) = compare_reports(copy, project, "")
    assert "here stands the end of the file" in problem


def test_a_document_that_changed_or_is_gone_is_named_with_its_hash(copy):
    """One line each; documents.csv records what was read."""
    assert check_seeds(copy, "") == []
    first, second = sorted((copy / "seeds").glob("*.txt"))
    first.write_bytes(first.read_bytes() + b"\n")
    second.unlink()
    changed, gone = check_seeds(copy, "")
    assert changed.startswith(f"seeds/{first.name} has changed: its SHA-256 is ")
    assert gone == f"seeds: the document {second.stem} is gone"
