"""The corpus of the labelled texts and the seeds: assembled, read, and built as a report once for all workers."""

import csv
import pathlib
import shutil

import pytest
from report.project import ROOT, build_once, copy_project, run_report

from clemency.report.parameters import read_parameters
from clemency.report.results import read_results

HERE = pathlib.Path(__file__).parent
PARTS = (
    (ROOT / "tests/labelled/articles", ROOT / "tests/labelled/sources.csv"),
    (ROOT / "seeds", ROOT / "seeds/sources.csv"),
)


def assemble(project):
    """Add the texts, one list of sources for all of them, and the parameters to a project folder."""
    folder = project / "corpus"
    folder.mkdir()
    rows = []
    for texts, sources in PARTS:
        for text in sorted(texts.glob("*.txt")):
            shutil.copy(text, folder)
        with sources.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, dict.fromkeys(name for row in rows for name in row), restval="")
        writer.writeheader()
        writer.writerows(rows)
    shutil.copy(HERE / "labelled.yaml", project / "parameters")
    return project


@pytest.fixture(scope="session")
def results(tmp_path_factory):
    """Everything that is read in the corpus."""
    with pytest.MonkeyPatch.context() as patch:
        project = assemble(copy_project(tmp_path_factory.mktemp("labelled")))
        patch.chdir(project)
        return read_results(read_parameters("parameters/labelled.yaml")[0])


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of the corpus's report."""
    project = build_once(
        tmp_path_factory,
        "labelled",
        lambda folder: run_report(assemble(copy_project(folder)), "parameters/labelled.yaml"),
    )
    return project / "reports" / "labelled"
