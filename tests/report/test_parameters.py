"""Parameters are checked before anything starts, and an error says what would be right."""

import datetime

import pytest

from clemency.report.parameters import ParameterError, Parameters, read_parameters
from clemency.report.results import overlaps_window

from .project import ROOT, run_report


def refuse(tmp_path, text="", *overrides):
    """The message with which a parameter file, or an override of it, is refused."""
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as error:
        read_parameters(path, overrides)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: a\ntitle: b", "line 2: title is given twice"),
        ("date_form: 2025", "did you mean date_from?"),
        ("date_from: 20250101", "write a year, month or day"),
        ("date_from: 2025-02-30", "not in the calendar"),
        ("date_from: 2025\ndate_to: 2024", "is before date_from"),
        ("kinds: [pardn]", "did you mean pardon?"),
        ("kinds: [[pardon]]", "not a list of words"),
        ("include_planned: perhaps", "neither yes nor no"),
        ("language: fr", "There are: en"),
        ("title: ''", "1 to 200 characters"),
        ("title: !!python/object/apply:os.getcwd []", "!tags are not read"),
        ("a: &x [1]\nb: *x", "*references"),
        ("- pardon", "one parameter a line"),
        ("title: [", "not valid YAML"),
        ("? [a]\n: b", "one parameter a line"),
        ("[" * 4000, "nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_a_hint(tmp_path, text, words):
    """The one line names the file and what is wrong in it."""
    message = refuse(tmp_path, text)
    assert words in message
    assert "x.yaml" in message


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("DATE_FROM=yesterdayish", "write a year, month or day"),
        ("DATEFROM=2025-01-01", "did you mean DATE_FROM?"),
        ("KINDS=pardn", "did you mean pardon?"),
        ("NAME=../elsewhere", "use small letters"),
        ("NAME=data", "not data or default"),
        ("TITLE=Another", "NAME=since-2025"),
    ],
)
def test_an_override_that_cannot_be_is_refused_with_a_hint(tmp_path, override, words):
    """An unknown name, a wrong value and an unsafe folder each get their own words."""
    assert words in refuse(tmp_path, "", override)


def test_overrides_win_over_the_file_and_lists_are_split_at_commas(tmp_path):
    """A parameter in capitals replaces the file's; kinds come in the order of the data, each once."""
    path = tmp_path / "spring.yaml"
    path.write_text("date_from: 2024\nkinds: [amnesty]\ninclude_planned: no\n", encoding="utf-8")
    parameters, name = read_parameters(path, ["NAME=x", "DATE_FROM=2025-03", "KINDS=release, pardon,pardon"])
    assert (parameters.date_from, parameters.kinds, name) == ("2025-03", ["pardon", "release"], "x")
    assert parameters.include_planned is False


def test_a_report_is_named_after_its_file_and_the_default_one_has_no_name():
    """parameters/default.yaml fills reports/ itself, every other file a folder of its name."""
    assert read_parameters(ROOT / "parameters" / "default.yaml")[1] == ""
    assert read_parameters(ROOT / "parameters" / "since-2025.yaml")[1] == "since-2025"


def test_papermills_own_types_are_understood():
    """`-p date_from 2025` arrives as a whole number, `-p kinds pardon,release` as text."""
    parameters = Parameters(date_from=2025, kinds="pardon,release")
    assert parameters.first_day == datetime.date(2025, 1, 1)
    assert parameters.kinds == ["pardon", "release"]


@pytest.mark.parametrize(
    ("date", "stays"),
    [("2025-06-30", False), ("2025-07-01", True), ("2025", True), ("2024-07~/2025-07-02", True), ("2024", False),
     ("[2025-06-20..2025-07-01]", True), ("2026", False), ("2025-07/..", True), ("../2025-06", False), ("", True)],
)  # fmt: skip
def test_a_date_is_in_the_window_if_any_day_that_it_allows_is(date, stays):
    """What is known only to the year stays as long as the year reaches into the window."""
    assert overlaps_window(date, Parameters(date_from="2025-07", date_to="2025")) is stays


def test_the_command_refuses_wrong_words_at_once(project):
    """One line on stderr, status 1 for a wrong parameter and 2 for wrong usage, and nothing is built."""
    wrong = run_report(project, "DATE_FROM=yesterdayish", "NAME=never")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (1, 1)
    assert run_report(project, "one.yaml", "two.yaml").returncode == 2
    assert not (project / "reports" / "never").exists()


def test_a_source_that_nobody_quotes_is_refused_with_those_there_are(project):
    """A mistyped source would otherwise leave an empty comparison without a word."""
    wrong = run_report(project, "HUMAN_RIGHTS_SOURCES=Vesna", "NAME=never")
    assert wrong.returncode == 1
    assert "Viasna" in wrong.stderr
