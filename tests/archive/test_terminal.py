"""What a person sees of a run: how far it is, what to do when it stopped."""

import errno
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import termios

from archive.made import cut_small, list_rows, read_archive, write_lines
from clemency.archive.read import read_piece

ROOT = pathlib.Path(__file__).parents[2]
ROWS = list_rows(other=2)[:8]


def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path):
    """It goes to standard error, and only if that is a terminal."""
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    words = [sys.executable, "-m", "clemency", "claims", archive, "--out"]
    outer, inner = pty.openpty()
    termios.tcsetwinsize(inner, (24, 80))
    with subprocess.Popen([*words, tmp_path / "1"], cwd=ROOT, stdout=subprocess.PIPE, stderr=inner) as command:
        assert command.stdout.read() == b""
    shown = os.read(outer, 100_000).decode()
    assert "read: 100%" in shown and "write: 100%" in shown
    done = subprocess.run([*words, tmp_path / "2"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "" and re.fullmatch(r"clemency: 8 documents, \d+ claims\.\n", done.stderr)


def test_a_full_disk_is_said_in_a_line(tmp_path, capsys, monkeypatch):
    """Status 1, what is wrong and what can be done."""

    def fail(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "part-00000")

    monkeypatch.setattr("clemency.archive.run.read_piece", fail)
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(archive, "--out", tmp_path / "out", "--workers", 1) == 1
    said = "cannot be written (No space left on device: part-00000). The same command goes on from there."
    assert capsys.readouterr().err == f"clemency: {tmp_path / 'out'}: {said}\n"


def test_who_stops_it_is_told_that_nothing_is_lost(tmp_path, capsys, monkeypatch):
    """Ctrl-C ends the run with a line, and what was done is kept."""
    cut_small(monkeypatch)

    def interrupt(*call):
        if call[1].number == 1:
            os.kill(os.getpid(), signal.SIGINT)
        return read_piece(*call)

    archive, out = write_lines(tmp_path / "a.jsonl", ROWS), tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("clemency.archive.run.read_piece", interrupt)
        assert read_archive(archive, "--out", out, "--workers", 1) == 1
    assert capsys.readouterr().err == f"clemency: {out}: stopped. The same command goes on from there.\n"
    assert read_archive(archive, "--out", out, "--workers", 1) == 0
    assert "going on from there" in capsys.readouterr().err
