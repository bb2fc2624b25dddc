"""What cannot be read is named by file and line, counted, and stops nothing unless that is asked for."""

import gzip
import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.made import (
    cut_small,
    list_bytes,
    list_rows,
    read_archive,
    read_lines,
    read_table,
    write_files,
    write_lines,
    write_parquet,
)
from clemency.archive import inputs
from clemency.archive.entry import KEYS, Entry, check_entry
from clemency.archive.read import read_piece
from clemency.documents.sidecar import InputError

ROWS = list_rows(other=2)[:8]
TEXT = "He has pardoned 16 prisoners on 3 July 2024, his press office said."
BAD = {
    "{not json": "not JSON",
    '["a list"]': "not an object",
    '{"id": "a"}': "no text",
    '{"text": " \\n "}': "no text",
    '{"text": 12}': "text is int, not text",
    '{"text": "a\\u0000b"}': "text holds the character U+0000",
    '{"text": "a\\ud800b"}': "text holds half a character",
    '{"text": "a", "published": "last week"}': "published 'last week' is not a date",
    '{"text": "a", "published": 2025}': "published is int, not text",
    '{"text": "a", "published": "2025-02-30T10:00:00Z"}': "published '2025-02-30T10:00:00Z' is not a date",
    '{"text": "a", "language": "pl"}': "language 'pl' is not one of",
    '{"text": "a", "id": "' + "x" * 300 + '"}': "id 'xxxxx",
    '{"text": "a", "id": "a\\nb"}': "id 'a\\nb'",
    '{"text": "a", "id": true}': "id is bool",
    '{"text": "' + "x" * 1_000_001 + '"}': "text: 1,000,001 characters",
    '{"text": ' + "[" * 100_000: "not JSON",
    '{"text": "a", "n": ' + "1" * 5000 + "}": "not JSON",
    "\udcff": "not UTF-8",
}


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Many pieces, several parts."""
    cut_small(monkeypatch)


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, capsys):
    """The claims are those of the good lines; the status says that something is missing, and a file says what."""
    mixed = [line for pair in zip(ROWS, BAD, strict=False) for line in pair]
    good = write_lines(tmp_path / "good.jsonl", ROWS)
    assert read_archive(good, "--out", tmp_path / "good", "--format", "jsonl") == 0
    archive = write_lines(tmp_path / "a.jsonl", [*mixed, *list(BAD)[len(ROWS) :], ""])
    assert read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl") == 3
    refused = read_lines(tmp_path / "out" / "refused.jsonl")
    lines = archive.read_bytes().split(b"\n")
    assert [lines[row["line"] - 1].decode("utf-8", "surrogatepass") for row in refused] == list(BAD)
    for row, problem in zip(refused, BAD.values(), strict=True):
        assert row["file"] == str(archive)
        assert problem in row["problem"] and row["problem"].endswith((".", ")"))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["documents"] == {"read": 8, "repeated": 0, "with_claims": 8, "refused": len(BAD)}
    assert f"{len(BAD)} could not be read, see {tmp_path / 'out' / 'refused.jsonl'}" in capsys.readouterr().err
    parts = {name: data for name, data in list_bytes(tmp_path / "out").items() if name != "manifest.json"}
    assert parts == {name: data for name, data in list_bytes(tmp_path / "good").items() if name != "manifest.json"}
    assert read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl") == 3


def test_onto_standard_output_bad_lines_are_named_beside_it(tmp_path, capsysbinary):
    """One line on standard error for each, and the status says so."""
    archive = write_lines(tmp_path / "a.jsonl", [ROWS[0], "{", ROWS[1]])
    assert read_archive(archive) == 3
    captured = capsysbinary.readouterr()
    assert captured.err.decode().startswith(f"clemency: {archive}, line 2: not JSON")
    assert {json.loads(line)["document"] for line in captured.out.splitlines()} == {ROWS[0]["id"], ROWS[1]["id"]}


@pytest.mark.parametrize("words", [(), ("--out", "out")])
def test_if_asked_to_be_strict_it_stops_at_the_first_bad_line(tmp_path, capsys, monkeypatch, words):
    """An error that names the line, status 1, and no finished folder."""
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "a.jsonl", [ROWS[0], "{", ROWS[1], "["])
    assert read_archive("a.jsonl", "--strict", *words) == 1
    assert capsys.readouterr().err.startswith("clemency: a.jsonl, line 2: not JSON")
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_a_line_without_end_is_refused_without_being_kept(tmp_path, monkeypatch):
    """The lines around it are read, and have their right numbers."""
    monkeypatch.setattr(inputs, "LONGEST_LINE", 30_000)
    archive = tmp_path / "a.jsonl"
    for end in (b"", b"\n" + json.dumps(ROWS[1]).encode() + b"\n{\n"):
        archive.write_bytes(json.dumps(ROWS[0]).encode() + b"\n" + b"x" * 100_000 + end)
        out = tmp_path / f"out-{len(end)}"
        assert read_archive(archive, "--out", out, "--format", "jsonl") == 3
        assert [row["line"] for row in read_lines(out / "refused.jsonl")] == ([2, 4] if end else [2])
        assert len(read_table(out, "documents")) == (2 if end else 1)


def test_an_archive_that_is_broken_off_is_read_as_far_as_it_goes(tmp_path):
    """What a download lost is told, and what is there is read."""
    whole = write_lines(tmp_path / "a.jsonl.gz", [*ROWS, *({"text": f"{n} " * 9000} for n in range(99))])
    whole.write_bytes(gzip.compress(gzip.decompress(whole.read_bytes()), 0)[:-50_000])
    assert read_archive(whole, "--out", tmp_path / "out", "--format", "jsonl") == 3
    problems = [row["problem"] for row in read_lines(tmp_path / "out" / "refused.jsonl")]
    assert any("broken off or damaged" in problem for problem in problems)
    assert len(read_table(tmp_path / "out", "documents")) == 8


def test_what_stands_twice_is_read_once(tmp_path):
    """The same document again changes nothing; two documents of one name are both refused, in any order."""
    other = {**ROWS[0], "text": TEXT}
    for n, rows in enumerate(([*ROWS, ROWS[3], other], [other, ROWS[3], *ROWS])):
        out = tmp_path / str(n)
        archive = write_lines(tmp_path / f"{n}.jsonl", rows)
        assert read_archive(archive, "--out", out, "--format", "jsonl") == 3
        refused = read_lines(out / "refused.jsonl")
        assert [row["line"] for row in refused] == [rows.index(one) + 1 for one in rows if one["id"] == ROWS[0]["id"]]
        lines = [row["line"] for row in refused]
        assert [f"line {line}." in row["problem"] for line, row in zip(lines[::-1], refused, strict=True)] == [True] * 2
        assert json.loads((out / "manifest.json").read_bytes())["documents"]["repeated"] == 1
        names = [row["document"] for row in read_table(out, "documents")]
        assert ROWS[0]["id"] not in names and names.count(ROWS[3]["id"]) == 1
    assert list_bytes(tmp_path / "0") == list_bytes(tmp_path / "1")


def test_files_of_one_name_and_files_that_cannot_be_read_are_named(tmp_path):
    """In a folder of documents, too, the rest is read."""
    folder = write_files(tmp_path / "in", ROWS)
    (folder / f"{ROWS[0]['id']}.md").write_text(TEXT)
    (folder / "empty.txt").write_text("")
    assert read_archive(folder, "--out", tmp_path / "out", "--format", "jsonl") == 3
    refused = read_lines(tmp_path / "out" / "refused.jsonl")
    names = {str(folder / name) for name in (f"{ROWS[0]['id']}.md", f"{ROWS[0]['id']}.txt", "empty.txt")}
    assert {row["file"] for row in refused} == names
    assert {row["line"] for row in refused} == {None}
    assert len(read_table(tmp_path / "out", "documents")) == len(ROWS) - 1


def test_a_defect_costs_one_document(tmp_path, monkeypatch):
    """A document that the reader cannot cope with is named, and the others are read."""
    read = sys.modules["clemency.archive.read"].read_claims

    def fail(document):
        return 1 / 0 if document.document == ROWS[1]["id"] else read(document)

    monkeypatch.setattr("clemency.archive.read.read_claims", fail)
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(archive, "--out", tmp_path / "out", "--workers", 1) == 3
    (refused,) = read_lines(tmp_path / "out" / "refused.jsonl")
    assert refused["line"] == 2 and "ZeroDivisionError" in refused["problem"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("a.parquet", "not readable as Parquet"),
        ("b.parquet", "the column text is missing"),
        ("c.parquet", "the column text is BIGINT"),
        ("none.jsonl", "no such file or folder"),
    ],
)
def test_an_archive_that_is_none_is_an_error(tmp_path, capsys, name, problem):
    """One line, status 1."""
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    write_parquet(tmp_path / "b.parquet", [{"id": 1, "body": "a"}])
    write_parquet(tmp_path / "c.parquet", [{"id": 1, "text": 12}])
    assert read_archive(tmp_path / name, "--out", tmp_path / "out") == 1
    error = capsys.readouterr().err
    assert problem in error and error.startswith(f"clemency: {tmp_path / name}: ") and error.count("\n") == 1


def test_a_folder_of_something_else_is_left_alone(tmp_path, capsys):
    """Nothing is written among files that are no claims."""
    (tmp_path / "notes.txt").write_text("mine")
    archive = write_lines(tmp_path / "a.jsonl", ROWS)
    assert read_archive(archive, "--out", tmp_path) == 1
    assert "holds something else than claims" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "notes.txt"]


def test_ids_may_be_numbers_or_missing(tmp_path):
    """A number names a document like its digits; without an id the content gives a name that never changes."""
    rows = [{"id": 17, "text": TEXT}, {"text": TEXT, "published": "2024-07-05T23:59:00+03:00", "language": "en-GB"}]
    archive = write_lines(tmp_path / "a.jsonl", rows)
    assert read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl") == 0
    documents = {row["document"]: row for row in read_table(tmp_path / "out", "documents")}
    assert set(documents) == {"17", "text-fa9b05a2551aecf43a3abf364e521297"}
    assert [row["published"] for name, row in documents.items() if name != "17"] == ["2024-07-05"]


@pytest.mark.parametrize(
    "words",
    [("--format", "jsonl"), ("--scheduler", "local"), ("--workers", "0"), ("--explain", "--out", "x")],
)
def test_options_that_do_not_go_together_are_wrong_usage(words):
    """Status 2, before anything is read."""
    with pytest.raises(SystemExit) as stopped:
        read_archive("seeds", *words)
    assert stopped.value.code == 2


values = st.one_of(st.none(), st.text(max_size=8), st.integers(), st.booleans(), st.lists(st.integers(), max_size=2))


@settings(max_examples=300)
@given(st.one_of(values, st.dictionaries(st.sampled_from(KEYS), values), st.fixed_dictionaries({"text": st.text()})))
def test_whatever_a_line_holds_it_is_an_entry_or_refused(given_value):
    """No value raises anything else, and an entry can be named and written."""
    try:
        entry = check_entry(1, given_value)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(entry, Entry) and entry.id
        assert len(entry.name_digest()) == len(entry.content_digest()) == 16


def test_rulings_beside_an_archive_count(tmp_path, capsys):
    """A claim that a person added is there, even in a text that is not read closely; an unknown name is an error."""
    archive = write_lines(tmp_path / "a.jsonl", [*ROWS, {"id": "other", "text": "The mayor opened a bridge."}])
    header = "ruling,reviewer,reviewed,reason,document,quote,kind,status\n"
    ruling = "add,A. Nowak,2026-01-02,It is about them.,{},The mayor opened a bridge.,release,occurred\n"
    (tmp_path / "rulings.csv").write_text(header + ruling.format("other"))
    assert read_archive(archive, "--out", tmp_path / "out", "--format", "jsonl") == 0
    (claim,) = (row for row in read_table(tmp_path / "out", "claims") if row["document"] == "other")
    assert claim["review"].startswith("Added by A. Nowak")
    (tmp_path / "rulings.csv").write_text(header + ruling.format("nobody"))
    assert read_archive(archive, "--out", tmp_path / "2") == 1
    assert "there is no document nobody" in capsys.readouterr().err


def test_an_archive_that_grows_while_it_is_read_is_an_error(tmp_path, capsys, monkeypatch):
    """What the folder says that it was made from is what was read."""
    archive = write_lines(tmp_path / "a.jsonl", ROWS)

    def grow(*call):
        with archive.open("a") as file:
            file.write("\n")
        return read_piece(*call)

    with monkeypatch.context() as patch:
        patch.setattr("clemency.archive.run.read_piece", grow)
        assert read_archive(archive, "--out", tmp_path / "out", "--workers", 1) == 1
    assert "the input changed while it was read" in capsys.readouterr().err
    assert read_archive(archive, "--out", tmp_path / "out", "--workers", 1) == 0


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_an_empty_archive_gives_empty_tables(tmp_path, name):
    """All that belongs to a folder of claims is there."""
    archive = write_lines(tmp_path / name, [])
    for form in ("parquet", "jsonl"):
        assert read_archive(archive, "--out", tmp_path / form, "--format", form) == 0
        assert len(list_bytes(tmp_path / form)) == 6
    assert read_archive(archive) == 0
