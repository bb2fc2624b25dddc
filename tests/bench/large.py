"""A report on a folder of some 100,000 claims, beside the one on the two seeds."""

import functools
import json
import shutil
import sys

from bench.build import Project
from bench.corpus import write_archive
from bench.measuring import Case, run_command

ROUNDS = 2
SEEDS = "the report on the two seeds, from nothing"
YARDSTICKS = (SEEDS,)
DOCUMENTS = 17_500  # all about pardons, with some six claims each


def list_cases(folder):
    """The report on the seeds, and the one on the claims of a made-up archive, which is read before, untimed."""
    project = Project(folder / "project")
    claims = read_archive(folder, project.root / "claims")
    count = json.loads((claims / "manifest.json").read_bytes())["tables"]["claims"]["rows"]
    large = ["make", "--no-print-directory", "report", "NAME=large", "CLAIMS=claims"]
    return [
        Case(
            SEEDS,
            functools.partial(run_command, ["make", "--no-print-directory", "report"], project.root),
            project.start_again,
        ),
        Case(
            f"a report on {count:,} claims",
            functools.partial(run_command, large, project.root),
            functools.partial(clear, project.root),
        ),
    ]


def read_archive(folder, claims):
    """The folder of the claims of an archive in which every document is about pardons."""
    archive = write_archive(folder / "archive.jsonl", DOCUMENTS, share=1)
    run_command([sys.executable, "-m", "clemency", "claims", archive, "--out", claims], folder)
    return claims


def clear(root):
    """Take away the report that was built the turn before."""
    for name in ("reports", "figures"):
        shutil.rmtree(root / name / "large", ignore_errors=True)
