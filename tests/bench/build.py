"""The build of the default report, and the same notebooks by the plain commands of papermill and nbconvert."""

import functools
import pathlib
import shutil
import sys

from bench.measuring import Case, run_command

ROOT = pathlib.Path(__file__).parents[2]
ROUNDS = 5
PLAIN = "papermill, nbconvert and Chromium"
YARDSTICKS = (PLAIN,)
_PROGRAMS = pathlib.Path(sys.executable).parent


def list_cases(folder):
    """The build as make runs it, and what it is to be compared with."""
    project = _copy_project(folder / "project")
    report = [sys.executable, "-m", "clemency", "report"]
    return [
        Case("this build, from nothing", lambda: run_command(report, project), lambda: _empty(project)),
        Case(
            PLAIN,
            functools.partial(_run_plain_commands, project, folder / "plain"),
            missing="" if shutil.which("chromium") else "there is no chromium here",
        ),
    ]


def _copy_project(target):
    """A project of the same sources without anything built."""
    for name in ("notebooks", "parameters", "seeds"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "pyproject.toml", target)
    shutil.copy(ROOT / "requirements.txt", target)
    return target


def _empty(project):
    """Take away everything that was built."""
    for name in ("reports", "figures"):
        shutil.rmtree(project / name, ignore_errors=True)


def _run_plain_commands(project, target):
    """Each notebook by papermill, to HTML by nbconvert, and that to PDF by Chromium, one command after another."""
    target.mkdir(exist_ok=True)
    peaks = []
    for notebook in sorted((project / "notebooks").glob("*.ipynb")):
        done, page = target / notebook.name, target / f"{notebook.stem}.html"
        printed = [f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        peaks += [
            run_command([_PROGRAMS / "papermill", "--no-progress-bar", notebook, done], project),
            run_command([_PROGRAMS / "jupyter", "nbconvert", "--to", "html", done], project),
            run_command(["chromium", "--headless", "--no-sandbox", "--disable-gpu", *printed], project),
        ]
    return max(peaks)
