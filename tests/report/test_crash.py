"""A build that is cut off at any moment leaves a whole report, and the next one needs no help."""

import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from clemency.report import diff
from clemency.report.staging import finish_all

from .project import run_report
from .test_build import read_files

MOMENTS = int(os.environ.get("CRASHES", "4"))


def start_report(project):
    """A build that runs on its own, in a group of processes that can be killed together."""
    command = [sys.executable, "-m", "clemency", "report"]
    return subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True, start_new_session=True)


@pytest.fixture(scope="module")
def rebuilt(project, tmp_path_factory):
    """A project with a report, one of whose documents has changed; its files after a build; the seconds that took."""
    folder = shutil.copytree(project, tmp_path_factory.mktemp("changed") / "project")
    seed = next(folder.glob("seeds/002*"))
    seed.write_bytes(seed.read_bytes().replace(b"more than 300", b"more than 400"))
    after = shutil.copytree(folder, folder.parent / "after")
    started = time.monotonic()
    assert run_report(after).returncode == 0
    return folder, read_files(after), time.monotonic() - started


@pytest.fixture
def changed(rebuilt, tmp_path):
    """A copy of that project that no other test has, its files, and the rest."""
    source, after, takes = rebuilt
    folder = shutil.copytree(source, tmp_path / "project")
    return folder, read_files(folder), after, takes


def test_a_build_killed_at_any_moment_leaves_a_whole_report(changed):
    """Each file is the old or the new one to the last byte, and the next command makes all of them one or the other.

    The next build gives the new report and no leftovers.
    """
    folder, before, after, takes = changed
    moments = random.Random(MOMENTS)
    for moment in range(MOMENTS):
        for name, content in before.items():
            (folder / name).write_bytes(content)
        build = start_report(folder)
        # one moment in three falls near the end, where files are put in place
        share = moments.uniform(0.85, 1.05) if moment % 3 == 0 else moments.uniform(0, 1)
        time.sleep(takes * share)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        stands = {name: content for name, content in read_files(folder).items() if "/.building-" not in name}
        assert set(stands) >= set(before)
        assert all(content in (before[name], after[name]) for name, content in stands.items())
        assert stands in (before, after) or (folder / "reports/.building-default/ready").exists()
        finish_all(folder, print)
        assert read_files(folder) in (before, after)
    done = run_report(folder)
    assert done.returncode == 0, done.stderr
    assert read_files(folder) == after
    assert not list(folder.glob("reports/.building-*"))


def test_a_report_that_was_ready_when_its_build_was_killed_is_put_in_place(changed):
    """Half of its files were moved already: the next command moves the rest, even if its own input is wrong."""
    folder, _, after, _ = changed
    ready = folder / "reports" / ".building-default" / "ready"
    for name, content in after.items():
        (ready / name).parent.mkdir(parents=True, exist_ok=True)
        (ready / name).write_bytes(content)
    (ready / "files.json").write_text(str(sorted(after)).replace("'", '"'))
    moved = sorted(after)[: len(after) // 2]
    for name in moved:
        (ready / name).replace(folder / name)
    (folder / "seeds" / "sources.csv").write_text("nonsense\n")
    assert run_report(folder).returncode == 1
    assert read_files(folder) == after


def test_a_build_killed_while_it_tidies_up_is_tidied_up_after(changed):
    """What was put in place already is not looked for again."""
    folder, _, after, _ = changed
    (folder / "reports" / ".building-default" / "emptied" / "reports").mkdir(parents=True)
    done = run_report(folder)
    assert done.returncode == 0, done.stderr
    assert read_files(folder) == after
    assert not list(folder.glob("reports/.building-*"))


def test_a_build_that_is_asked_to_stop_takes_its_leftovers_away(changed):
    """SIGTERM: nothing is touched, and it says so."""
    folder, before, _, _ = changed
    build = start_report(folder)
    while build.poll() is None and not list(folder.glob("reports/.building-*")):
        time.sleep(0.05)
    build.send_signal(signal.SIGTERM)
    said = build.communicate(timeout=60)[1]
    assert build.returncode == 130
    assert "stopped; nothing that was built before has been touched" in said
    assert read_files(folder) == before


def test_a_second_build_of_one_report_waits_for_the_first(project, tmp_path):
    """It says why it waits, and goes on when the first has let go."""
    folder = shutil.copytree(project, tmp_path / "project")
    held = folder / "reports" / ".building-default"
    held.mkdir()
    handle = os.open(held, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    build = start_report(folder)
    assert "another make is building this report; waiting for it" in build.stderr.readline()
    held.rmdir()
    os.close(handle)
    build.communicate(timeout=60)
    assert build.returncode == 0


def test_a_full_disk_is_told_and_leaves_the_old_report(changed):
    """No file may grow past 20 kB, as if nothing more would fit."""
    folder, before, _, _ = changed
    done = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f 40; exec "{sys.executable}" -m clemency report'],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Nothing that was built before has been touched." in done.stderr
    assert "Traceback" not in done.stderr
    assert read_files(folder) == before


def test_a_command_that_reads_reports_first_puts_in_place_what_was_ready(changed, monkeypatch, capsys):
    """It sees no report that is half old and half new."""
    folder, _, after, _ = changed
    ready = folder / "reports" / ".building-default" / "ready"
    for name, content in after.items():
        (ready / name).parent.mkdir(parents=True, exist_ok=True)
        (ready / name).write_bytes(content)
    (ready / "files.json").write_text(str(sorted(after)).replace("'", '"'))
    for name in sorted(after)[::2]:
        (ready / name).replace(folder / name)
    monkeypatch.chdir(folder)
    assert diff.main(["A=default", "B=default"]) == 0
    assert read_files(folder) == after | {"reports/diff.html": (folder / "reports" / "diff.html").read_bytes()}
    assert capsys.readouterr().err.startswith("clemency: the same as a page")


def test_files_that_stay_the_same_are_not_moved(changed):
    """A build whose outcome is what stands there already touches none of it."""
    folder, _, after, _ = changed
    assert run_report(folder).returncode == 0
    times = {name: (folder / name).stat().st_mtime_ns for name in after}
    (folder / "reports" / "built-from.txt").unlink()
    assert run_report(folder).returncode == 0
    assert read_files(folder) == after
    moved = {name for name in after if (folder / name).stat().st_mtime_ns != times[name]}
    assert moved == {"reports/built-from.txt"}
