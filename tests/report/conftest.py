"""One report on the seeds, built as a reader would build it, and shared by all tests and workers."""

import pytest

from .project import build_once, copy_project, run_report


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A project folder in which the default report was built, once for all workers."""
    return build_once(tmp_path_factory, "project", lambda folder: run_report(copy_project(folder)))


@pytest.fixture(scope="session")
def belarusian(tmp_path_factory):
    """A project folder in which the report in Belarusian was built, once for all workers."""
    words = ["parameters/belarusian.yaml"]
    return build_once(tmp_path_factory, "belarusian", lambda folder: run_report(copy_project(folder), *words))
