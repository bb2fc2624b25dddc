"""One report on the seeds, built as a reader would build it, and shared by all tests and workers."""

import shutil

import pytest

from .project import ROOT, build_once, copy_project, run_report


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A project folder in which the default report was built, once for all workers."""
    return build_once(tmp_path_factory, "project", lambda folder: run_report(copy_project(folder)))


@pytest.fixture(scope="session")
def belarusian(tmp_path_factory):
    """A project folder in which the report in Belarusian was built, once for all workers."""
    words = ["parameters/belarusian.yaml"]
    return build_once(tmp_path_factory, "belarusian", lambda folder: run_report(copy_project(folder), *words))


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """A project folder in which a report on the labelled texts was built, once for all workers."""
    return build_once(tmp_path_factory, "corpus", _report_on_corpus)


def _report_on_corpus(folder):
    """Build the report on the labelled texts, which has every section that a larger corpus brings."""
    project = copy_project(folder)
    shutil.copytree(ROOT / "tests" / "labelled" / "articles", project / "corpus")
    shutil.copy(ROOT / "tests" / "labelled" / "sources.csv", project / "corpus")
    return run_report(project, "NAME=corpus", "SEEDS=corpus")
