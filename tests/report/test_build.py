"""A build changes everything or nothing, gives the same bytes again, and is not repeated without need."""

import json
import os
import re
import shutil
import subprocess
import sys
import time

import pytest

from .project import ROOT, copy_project, run_report

MADE = ("reports", "figures")
TARGETS = (
    "report", "watch", "sweep", "verify", "diff", "review", "test", "fuzz", "score", "bench", "lint", "lab", "lock",
    "audit", "help", "clean",
)  # fmt: skip


def read_files(project):
    """Every file that a build made, {path: bytes}."""
    files = (path for folder in MADE for path in (project / folder).rglob("*") if path.is_file())
    return {str(path.relative_to(project)): path.read_bytes() for path in files}


def break_cell(project, code):
    """Put a failing line into the last notebook of a project."""
    path = project / "notebooks" / "3-comparison.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][6]["source"] = code
    assert notebook["cells"][6]["cell_type"] == "code"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_all_that_belongs_to_a_report_is_there(project):
    """Both forms, the executed notebooks, the data, and each chart as SVG and PNG."""
    names = set(read_files(project))
    assert {"reports/report.html", "reports/report.pdf", "reports/data/claims.csv"} <= names
    assert {"reports/1-documents.ipynb", "reports/2-chronology.ipynb", "reports/3-comparison.ipynb"} <= names
    charts = {name.rpartition(".")[0] for name in names if name.startswith("figures/")}
    assert len(charts) == 3
    assert all({f"{chart}.svg", f"{chart}.png"} <= names for chart in charts)


def test_another_time_zone_and_folder_give_the_same_bytes(project, tmp_path):
    """Nothing of the machine, the day or the folder gets into a file."""
    again = copy_project(tmp_path)
    done = run_report(again, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert {name for name, content in read_files(project).items() if read_files(again)[name] != content} == set()


def test_a_failing_cell_is_named_and_leaves_the_old_report(project, tmp_path):
    """The message gives notebook, cell and line; every file that was there is untouched, and no leftover stays."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    before = read_files(tmp_path)
    break_cell(tmp_path, "first = 1\nfirst / 0")
    done = run_report(tmp_path)
    assert done.returncode == 1
    assert "3-comparison.ipynb, cell 7, line 2: first / 0" in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr
    assert read_files(tmp_path) == before


def test_a_window_makes_a_report_of_its_own_with_fewer_claims(project, tmp_path):
    """reports/since-2025 has fewer claims, says what was left out, and the default report stays."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    before = read_files(tmp_path)
    done = run_report(tmp_path, "NAME=since-2025", "DATE_FROM=2025-01-01")
    assert done.returncode == 0, done.stderr
    after = read_files(tmp_path)
    assert {name: after[name] for name in before} == before
    claims, fewer = (after[f"reports/{name}data/claims.csv"].count(b"en.") for name in ("", "since-2025/"))
    assert 0 < fewer < claims
    assert b"as outside the window" in after["reports/since-2025/report.html"]


def run_make(project, *words):
    """Run make in a project folder, without the variables of a make that runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not re.match("MAKE|MFLAGS", name)}
    command = [shutil.which("make"), *words]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def made(project, tmp_path):
    """A copy of the project with its report, in which make finds everything set up."""
    folder = shutil.copytree(project, tmp_path / "project")
    program = folder / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
    (folder / ".venv" / "ready").touch()
    os.utime(folder / ".venv" / "ready", (time.time() + 5,) * 2)
    return folder


def test_a_second_make_has_nothing_to_do_and_says_so(made):
    """However old the files of the report are, and however new those that it was made from."""
    before = read_files(made)
    assert "nothing to be done" in run_make(made).stderr
    assert read_files(made) == before


def test_a_make_that_finds_a_changed_document_builds(made):
    """It says what has changed."""
    (made / "seeds" / "a new one.txt").write_text("MINSK, 3 July 2025. The president pardoned 5 people.\n")
    done = run_make(made)
    assert "changed since the last build: documents" in done.stderr
    assert "read 3 documents" in done.stderr
    assert "nothing to be done" in run_make(made).stderr


def test_make_hands_every_parameter_in_capitals_to_the_command(made):
    """Values go by way of the environment, so that spaces and quotes in them mean nothing to the shell."""
    done = run_make(made, "-n", "report", "NAME=x", "TITLE=It's $(id); `id`", "DATEFROM=1")
    assert 'report "parameters/default.yaml"' in done.stdout
    for word in ('"NAME=$NAME"', '"TITLE=$TITLE"', '"DATEFROM=$DATEFROM"'):
        assert word in done.stdout


def test_every_target_is_in_the_help():
    """One line a target."""
    said = run_make(ROOT, "help").stdout
    assert all(f"make {target} " in said for target in TARGETS)
