"""What `make bench` says follows from the turns that it took."""

import sys

import pytest
from bench.__main__ import main, replace_table
from bench.measuring import Case, Run, format_table, run_command, take_turns


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
    assert table[0] == "|  | seconds | times theirs | documents a second | peak memory |"
    assert table[2] == "| ours | 2.00 | 0.50 (0.25–1.00) | 50 | 2 MB |"
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


def test_what_there_is_not_to_measure_is_wrong_usage(capsys):
    """The names that there are stand in the message."""
    assert main(["bild"]) == 2
    assert "build" in capsys.readouterr().err
