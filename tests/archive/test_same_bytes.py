"""The same documents give the same bytes, however they are stored, ordered, cut and divided among workers."""

import os
import pathlib
import random
import signal
import subprocess
import sys
import time

import psutil
import pytest

from archive.made import (
    cut_small,
    list_bytes,
    list_rows,
    read_archive,
    read_table,
    write_files,
    write_lines,
    write_parquet,
)
from clemency.archive import run
from clemency.archive.read import read_piece

ROWS = list_rows()


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Many pieces, several parts."""
    cut_small(monkeypatch)


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """What one worker makes of the archive, by form of the parts."""
    folder = tmp_path_factory.mktemp("expected")
    archive = write_lines(folder / "a.jsonl", ROWS)
    with pytest.MonkeyPatch.context() as patch:
        cut_small(patch)
        for form in ("jsonl", "parquet"):
            assert read_archive(archive, "--out", folder / form, "--format", form, "--workers", 1) == 0
    return {form: list_bytes(folder / form) for form in ("jsonl", "parquet")}


def test_there_are_several_parts_of_every_table(expected):
    """What is compared below is cut into parts, and each document stands in one of them."""
    for form in ("jsonl", "parquet"):
        for table in ("claims", "documents", "rejected", "labels", "texts"):
            assert f"{table}/part-00002.{form}" in expected[form]


@pytest.mark.parametrize("workers", [2, 4])
def test_the_number_of_workers_changes_nothing(expected, tmp_path, workers):
    """One, two and four processes write the same."""
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(archive, "--out", tmp_path / "out", "--workers", workers) == 0
    assert list_bytes(tmp_path / "out") == expected["parquet"]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_lines_changes_nothing(expected, tmp_path, seed):
    """Neither does the order of the keys, nor how letters are written in JSON."""
    rows = [dict(random.Random(seed).sample(list(row.items()), len(row))) for row in ROWS]
    random.Random(seed).shuffle(rows)
    archive = write_lines(tmp_path / "other.jsonl", rows)
    archive.write_bytes(archive.read_text(encoding="utf-8").replace("а", "\\u0430").encode())
    assert read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl") == 0
    assert list_bytes(tmp_path / "out") == expected["jsonl"]


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.jsonl.gz", write_lines), ("a.parquet", write_parquet), ("files", write_files)],
)
def test_the_form_of_the_input_changes_nothing(expected, tmp_path, name, write):
    """Compressed lines, Parquet and a folder of texts with their sources.csv say the same."""
    assert read_archive(write(tmp_path / name, ROWS), "--out", tmp_path / "out", "--format", "jsonl") == 0
    assert list_bytes(tmp_path / "out") == expected["jsonl"]


def test_two_archives_are_one(expected, tmp_path):
    """A folder of archives is read as a whole."""
    folder = tmp_path / "in"
    folder.mkdir()
    write_lines(folder / "2.jsonl", ROWS[:9])
    write_lines(folder / "1.jsonl.gz", ROWS[9:])
    assert read_archive(folder, "--out", tmp_path / "out", "--format", "jsonl") == 0
    assert list_bytes(tmp_path / "out") == expected["jsonl"]


CUT_SMALL = """
import sys
sys.path.insert(0, {tests!r})
import pytest
from archive.made import cut_small, read_archive
if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        cut_small(patch)
        sys.exit(read_archive(*sys.argv[1:]))
"""


def start_command(folder, *words):
    """The command in a process of its own, which also cuts small."""
    script = folder / "command.py"
    script.write_text(CUT_SMALL.format(tests=str(pathlib.Path(__file__).parents[1])))
    return subprocess.Popen([sys.executable, script, *map(str, words)], stderr=subprocess.PIPE, text=True)


def wait_for(condition):
    """Wait until something is so; what never is so ends the test after ten minutes."""
    end = time.monotonic() + 600
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.parametrize("pattern", ["piece-*.rows", "part-*.json"])
def test_a_run_that_was_killed_goes_on_where_it_stopped(expected, tmp_path, monkeypatch, capsys, pattern):
    """What was done is not done again, nothing half done is taken for done, and no process is left."""
    archive, out = write_lines(tmp_path / "a.jsonl", ROWS), tmp_path / "out"
    command = start_command(tmp_path, archive, "--out", out, "--workers", 2)
    wait_for(lambda: len(list((out / ".work").glob(pattern))) > 1)
    workers = psutil.Process(command.pid).children(recursive=True)
    os.kill(command.pid, signal.SIGKILL)
    command.communicate()
    assert not (out / "manifest.json").exists()
    gone, alive = psutil.wait_procs(workers, timeout=30)
    assert gone and not alive
    (out / "claims").mkdir(exist_ok=True)
    (out / "claims" / ".draft-0").write_bytes(b"half")
    done, again = {path.name for path in (out / ".work").glob("piece-*.rows")}, []
    monkeypatch.setattr(run, "read_piece", lambda *call: (again.append(call[2].name), read_piece(*call))[1])
    assert read_archive(archive, "--out", out, "--workers", 1) == 0
    assert "going on from there" in capsys.readouterr().err
    assert done and not done & set(again)
    assert list_bytes(out) == expected["parquet"]


def test_a_worker_that_was_killed_stops_the_run_and_loses_nothing(expected, tmp_path):
    """The command says so in a line, and does the rest when it is given again."""
    archive, out = write_lines(tmp_path / "a.jsonl", ROWS), tmp_path / "out"
    command = start_command(tmp_path, archive, "--out", out, "--workers", 2)
    wait_for(lambda: len(list((out / ".work").glob("piece-*.rows"))) > 1)
    workers = [one for one in psutil.Process(command.pid).children() if "spawn_main" in " ".join(one.cmdline())]
    workers[0].kill()
    said = command.communicate()[1]
    assert command.returncode == 1
    assert said.splitlines()[-1].startswith("clemency: a worker was ended from outside")
    assert read_archive(archive, "--out", out, "--workers", 1) == 0
    assert list_bytes(out) == expected["parquet"]


def test_a_finished_folder_is_left_alone(expected, tmp_path, capsys):
    """The same command again has nothing to do; other input or another format is an error of one line."""
    archive, out = write_lines(tmp_path / "a.jsonl", ROWS), tmp_path / "out"
    read_archive(archive, "--out", out, "--format", "jsonl")
    assert read_archive(archive, "--out", out, "--format", "jsonl") == 0
    assert capsys.readouterr().err.endswith("holds the claims of this input already.\n")
    assert read_archive(archive, "--out", out) == 1
    assert "holds claims in the other format." in capsys.readouterr().err
    write_lines(archive, ROWS[1:])
    assert read_archive(archive, "--out", out, "--format", "jsonl") == 1
    assert "holds claims of other input." in capsys.readouterr().err
    assert list_bytes(out) == expected["jsonl"]


@pytest.mark.parametrize("change", ["rules", "input"])
def test_other_rules_or_input_begin_anew(expected, tmp_path, monkeypatch, capsys, change):
    """Nothing that was read by other rules, or out of another archive, gets into the result."""
    archive, out = write_lines(tmp_path / "a.jsonl", ROWS[:-1] if change == "input" else ROWS), tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(run, "merge_part", lambda *_: 1 / 0)
        if change == "rules":
            patch.setattr("clemency.archive.run.hash_rules", lambda: "0" * 64)
            patch.setattr("clemency.archive.read.hash_rules", lambda: "0" * 64)
        with pytest.raises(ZeroDivisionError):
            read_archive(archive, "--out", out, "--workers", 1)
    write_lines(archive, ROWS)
    assert read_archive(archive, "--out", out, "--workers", 1) == 0
    assert "beginning anew" in capsys.readouterr().err
    assert list_bytes(out) == expected["parquet"]


def test_claims_in_parts_are_those_of_standard_output(tmp_path, capsysbinary):
    """Onto standard output they come in the order of the input."""
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(archive, "--workers", 2) == 0
    lines = capsysbinary.readouterr().out
    read_archive(write_files(tmp_path / "files", ROWS))
    assert sorted(lines.splitlines()) == sorted(capsysbinary.readouterr().out.splitlines())
    names = [line.split(b'"document": "')[1].split(b'"')[0].decode() for line in lines.splitlines()]
    assert list(dict.fromkeys(names)) == [row["id"] for row in ROWS if row["id"] in names]
    read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl")
    parts = b"".join(path.read_bytes() for path in sorted((tmp_path / "out").glob("claims/*")))
    assert sorted(parts.splitlines()) == sorted(lines.splitlines())
    kept = {row["document"] for row in read_table(tmp_path / "out", "documents")}
    assert kept == set(names) == {row["document"] for row in read_table(tmp_path / "out", "texts")}
