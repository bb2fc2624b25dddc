"""What `make bench` says follows from the turns that it took."""

import itertools
import json
import sys

import pytest
from bench import profile
from bench.__main__ import main, replace_table
from bench.archive import run_measured
from bench.corpus import write_archive
from bench.measuring import Case, Run, format_table, run_command, take_turns
from bench.reading import list_cases

from clemency.claims.scope import can_hold_claims


def test_cases_take_turns_and_are_prepared_before_each():
    """One after the other in each round, so that a machine that slows down slows all of them."""
    done = []
    cases = [
        Case("one", lambda: done.append("one"), lambda: done.append("ready")),
        Case("two", lambda: done.append("two")),
        Case("three", missing="not installed"),
    ]
    said = []
    runs = take_turns(cases, 2, said.append)
    assert done == ["ready", "one", "two"] * 2
    assert len(said) == 4
    assert {name: len(turns) for name, turns in runs.items()} == {"one": 2, "two": 2}


def test_ratios_are_taken_round_by_round():
    """The median of the rounds' ratios with their range, not a ratio of medians; what is missing is named."""
    cases = [Case("ours", documents=100), Case("theirs"), Case("other", missing="it is not installed here")]
    runs = {"ours": [Run(1, None), Run(4, 2e6), Run(2, 1e6)], "theirs": [Run(2, None), Run(16, None), Run(2, None)]}
    table = format_table(cases, runs, ["theirs", "other"]).splitlines()
    assert table[0] == "|  | seconds | times theirs | documents a second (at best) | peak memory |"
    assert table[2] == "| ours | 2.00 | 0.50 (0.25–1.00) | 50 (100) | 2 MB |"
    assert table[3] == "| theirs | 2.00 | 1 |  |  |"
    assert table[-1] == "Not measured: other, it is not installed here."


def test_a_command_that_fails_is_not_taken_for_a_fast_one(tmp_path):
    """It stops the measuring with what it said; one that does not fail gives the peak of its memory."""
    with pytest.raises(RuntimeError, match="no such thing"):
        run_command([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
    assert run_command([sys.executable, "-c", "x = bytearray(50_000_000)"], tmp_path) > 50_000_000


def test_a_table_replaces_the_one_of_its_name_alone():
    """Other tables of the README stay as they are, and a name without a place is an error."""
    text = "<!-- bench: build -->\nold\n<!-- end of bench: build -->\n<!-- bench: archive -->\n"
    replaced = replace_table(text, "build", "new\n")
    assert "old" not in replaced
    assert replaced.startswith("<!-- bench: build -->\nnew\n\nPython 3.")
    assert replaced.endswith("<!-- bench: archive -->\n")
    with pytest.raises(ValueError, match="no place"):
        replace_table(text, "reading", "new\n")


def test_a_part_of_a_profile_does_not_count_what_another_part_does_within_it(monkeypatch):
    """Each second is that of one part or of the rest, so that the shares make up the whole."""
    clock = itertools.count()
    monkeypatch.setattr(profile.time, "perf_counter", lambda: next(clock))
    watch = profile.Stopwatch()  # at 0
    inner = watch.watch("inner", lambda value: value + 1)
    outer = watch.watch("outer", lambda value: inner(value) + inner(value))
    assert outer(1) == 4  # looks at the clock at 1 (outer begins), 2 and 3, 4 and 5 (the inner ones), and 6 (it ends)
    assert watch.stop() == {profile.REST: 2, "outer": 3, "inner": 2}


def test_a_profile_tells_the_share_of_each_part():
    """A part that a run does not have is nought."""
    columns = {"before": {"reading": 3, "writing": 1}, "now": {"reading": 2}}
    lines = profile.format_profile(columns, ["reading", "writing"], "seconds").splitlines()
    assert lines[0] == "| seconds | before | now |"
    assert lines[2:] == [
        "| reading | 3.00 (75%) | 2.00 (100%) |",
        "| writing | 1.00 (25%) | 0.00 (0%) |",
        "| in all | 4.00 | 2.00 |",
    ]


def test_what_there_is_not_to_measure_is_wrong_usage(capsys):
    """The names that there are stand in the message."""
    assert main(["bild"]) == 2
    assert "build" in capsys.readouterr().err


def test_cases_of_reading_hold_the_same_amount_of_text():
    """So that the ratios of their times say how time grows with the length of a text."""
    sizes = [sum(len(data.decode()) for data, _ in case.run.args[0]) for case in list_cases(None)]
    assert len(sizes) == 4
    assert max(sizes) - min(sizes) < 5_000
    assert [len(case.run.args[0]) for case in list_cases(None)][1:] == [30, 3, 1]


def test_a_made_up_archive_is_the_same_for_the_same_seed(tmp_path):
    """Whatever its size, it begins with the same documents; another seed gives others, and the share is kept."""
    short, long = (write_archive(tmp_path / f"{count}", count, share=0.05) for count in (300, 600))
    other = write_archive(tmp_path / "other", 300, share=0.05, seed=2)
    assert long.read_bytes().startswith(short.read_bytes())
    assert (
        len(set(short.read_text(encoding="utf-8").splitlines()) & set(other.read_text(encoding="utf-8").splitlines()))
        == 0
    )
    rows = [json.loads(line) for line in long.open(encoding="utf-8")]
    assert len({row["id"] for row in rows}) == 600
    assert 15 < sum(row["outlet"] != "Example News" for row in rows) < 50


def test_made_up_documents_about_pardons_hold_claims_and_most_other_news_cannot(tmp_path):
    """So the archive is worth measuring with."""
    for share, low, high in ((1, 0.9, 1), (0, 0.05, 0.2)):
        rows = [json.loads(line) for line in write_archive(tmp_path / "a", 200, share).open(encoding="utf-8")]
        assert low <= sum(can_hold_claims(row["text"], row["language"]) for row in rows) / 200 <= high


def test_the_memory_of_a_command_is_that_of_all_its_processes(tmp_path):
    """A process that it starts counts, too; a command that fails stops the measuring."""
    child = "import time; x = b'1' * 90_000_000; time.sleep(1)"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert run_measured([sys.executable, "-c", start], tmp_path) > 90_000_000
    with pytest.raises(RuntimeError, match="no such thing"):
        run_measured([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
