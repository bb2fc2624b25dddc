"""Kernels wait to be asked, know what was read already, and end with the build, however that ends."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from clemency.report.kernels import list_imports

from .project import ROOT, run_report
from .test_build import break_cell


@pytest.fixture
def copy(project, tmp_path):
    """A copy of the project with its report."""
    return shutil.copytree(project, tmp_path / "project")


def is_running(pid):
    """Whether there is such a process, and not only what it ended with."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


def wait_until(holds):
    """Wait for up to half a minute."""
    for _ in range(300):
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_what_notebooks_import_from_the_package_is_known_before_they_run():
    """Modules as well as names, which may be modules; what others provide is left to the notebook."""
    found = list_imports(ROOT / "notebooks" / "2-chronology.ipynb")
    assert {"clemency.charts.timeline", "clemency.report.tables", "clemency.report.results"} <= set(found)
    assert all(name.startswith("clemency") for name in found)


@pytest.mark.parametrize("content", ["", "[]", '{"cells": [{"cell_type": "code", "source": "from x import ("}]}'])
def test_a_notebook_that_cannot_be_read_imports_nothing(tmp_path, content):
    """Whoever runs it says what is wrong."""
    path = tmp_path / "x.ipynb"
    assert list_imports(path) == []
    path.write_text(content)
    assert list_imports(path) == []


def test_kernels_end_when_the_build_is_killed(copy):
    """A kernel that computes ends, too, since nobody is left who gives it orders."""
    break_cell(copy, "import os, pathlib, time\npathlib.Path('pid').write_text(str(os.getpid()))\ntime.sleep(300)")
    build = subprocess.Popen([sys.executable, "-m", "clemency", "report"], cwd=copy, stderr=subprocess.DEVNULL)
    assert wait_until(lambda: (copy / "pid").exists() and (copy / "pid").read_text())
    kernel = int((copy / "pid").read_text())
    assert is_running(kernel)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    assert wait_until(lambda: not is_running(kernel))


def test_a_kernel_that_dies_is_told_and_leaves_the_old_report(copy):
    """The notebook is named."""
    before = (copy / "reports" / "report.html").read_bytes()
    break_cell(copy, "import os\nos._exit(3)")
    done = run_report(copy)
    assert done.returncode == 1
    assert "3-comparison.ipynb" in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "reports" / "report.html").read_bytes() == before
