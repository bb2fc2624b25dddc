"""One report on the seeds, built as a reader would build it, and shared by all tests and workers."""

import fcntl
import os

import pytest

from .project import copy_project, run_report


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A project folder in which the default report was built, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with (shared / "report.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / "project"
        if not folder.exists():
            folder.mkdir()
            done = run_report(copy_project(folder))
            (folder / "messages.txt").write_text(f"{done.returncode}\n{done.stderr}", encoding="utf-8")
    messages = (folder / "messages.txt").read_text(encoding="utf-8")
    assert messages.startswith("0\n"), messages
    return folder
