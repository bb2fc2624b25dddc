"""A copy of the project that reports can be built in, and the command that builds them."""

import fcntl
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[2]


def copy_project(target):
    """A project folder with everything that a report is made from; the package stays where it is installed."""
    for name in ("notebooks", "parameters", "seeds"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns(".*"))
    for name in ("pyproject.toml", "Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, target / name)
    for folder in ("reports", "figures"):
        (target / folder).mkdir()
    return target


def run_report(project, *words, **environment):
    """Run `python -m clemency report` in a project folder."""
    return subprocess.run(
        [sys.executable, "-m", "clemency", "report", *words],
        cwd=project, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def build_once(factory, name, prepare):
    """The project folder `name` in which a report was built, made once for all test workers.

    `prepare` fills the folder and returns what `python -m clemency report` ended with.
    """
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / name
        if not folder.exists():
            folder.mkdir()
            done = prepare(folder)
            (folder / "messages.txt").write_text(f"{done.returncode}\n{done.stderr}", encoding="utf-8")
    messages = (folder / "messages.txt").read_text(encoding="utf-8")
    assert messages.startswith("0\n"), messages
    return folder
