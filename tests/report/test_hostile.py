"""Whatever a document, its name or a parameter holds, nothing of it is run, and one bad file stops no other."""

import os
import re
import xml.etree.ElementTree

import pytest

from clemency.documents.read import MOST_BYTES, InputError, read_documents
from clemency.documents.sentences import LONGEST, split_sentences
from clemency.report.parameters import ParameterError, read_parameters

from .project import copy_project, run_report

INJECTION = """<script>alert(1)</script> pardons 21 prisoners

MINSK, 2 July 2025. The president has pardoned 21 prisoners <img src=x onerror=alert(2)>, his press office said.

#read("/etc/passwd") #eval("1") $ x $ `code` [link](javascript:alert(3)) {{ 7*7 }} {% raw %} =cmd|' /C calc'!A0
\u202eevil\u2066 pardoned \x1b[31m22 prisoners\x07 on 3 July 2025.
"""
BAD = {
    "binary.txt": (bytes(range(256)) * 8, "neither UTF-8, UTF-16 nor windows-1251 text"),
    "empty.txt": (b"", "holds no text"),
    "blank.txt": (b" \n\t\n" * 2000, "holds no text"),
    "long.txt": (b"a " * 600_000, "characters, more than 1,000,000"),
    "huge.txt": (b"a" * (MOST_BYTES + 1), "larger than 20 MB"),
    "broken.pdf": (b"%PDF-1.7 nothing", "not readable as PDF"),
    "page.html": (b"<script>x</script>", "no article was found"),
}


@pytest.fixture
def hostile(tmp_path):
    """A folder of documents of which only those with a hostile text can be read."""
    folder = tmp_path / "seeds"
    folder.mkdir(exist_ok=True)
    for name in ("-rf 'x' \"y\" $(id).txt", "Łukašenka — 赦免.txt", "=1+1.txt"):
        (folder / name).write_text(INJECTION, encoding="utf-8")
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (tmp_path / "secret.txt").write_text("A secret: 5 prisoners were pardoned.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "turned\u202etxt.txt").write_text("x")
    return folder


def test_each_file_that_cannot_be_read_gets_its_line_and_the_others_are_read(hostile):
    """Links that lead out, folders, pipes and names that cannot be shown are among them."""
    errors = []
    documents = read_documents([hostile], errors=errors)
    assert sorted(document.document for document in documents) == sorted(
        ("-rf 'x' \"y\" $(id)", "Łukašenka — 赦免", "=1+1")
    )
    said = dict(errors)
    assert set(said) == {*BAD, "link.txt", "folder.txt", "pipe.txt", r"turned\u202etxt.txt"}
    assert all(words in said[name] for name, (_, words) in BAD.items())
    assert "leads out of its folder" in said["link.txt"]
    assert "not a file" in said["folder.txt"]
    assert "not a file" in said["pipe.txt"]
    assert all("\n" not in line and str(hostile) not in line for line in said.values())


def test_one_bad_document_stops_a_strict_reading(hostile):
    """The message names the file."""
    with pytest.raises(InputError, match="seeds/"):
        read_documents([hostile])


def test_a_report_on_hostile_documents_runs_nothing_and_names_what_it_left_out(tmp_path, hostile):
    """Page, charts, notebooks and tables hold the words of the documents as words."""
    copy_project(tmp_path / "project")
    for file in hostile.iterdir():
        if file.name != "pipe.txt":
            file.rename(tmp_path / "project" / "seeds" / file.name)
    before = set(tmp_path.iterdir())
    done = run_report(tmp_path / "project")
    assert done.returncode == 0, done.stderr
    assert set(tmp_path.iterdir()) == before
    reports = tmp_path / "project" / "reports"
    page = (reports / "report.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page
    assert "binary.txt" in page
    assert "leads out of its folder" in page
    assert "A secret" not in page
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\u202e\u2066]", page)
    for table in (reports / "data").glob("*.csv"):
        assert not re.search(r'(^|,)"?[=+@]\w', table.read_text(encoding="utf-8"), re.MULTILINE), table.name
    for chart in (tmp_path / "project" / "figures").glob("*.svg"):
        xml.etree.ElementTree.parse(chart)
        assert "<script" not in chart.read_text(encoding="utf-8")


@pytest.mark.parametrize("seeds", ["/etc", "../elsewhere", "seeds/../../elsewhere", "~/x"])
def test_a_parameter_file_reads_no_folder_outside_the_project(tmp_path, seeds):
    """The message says what would be right."""
    path = tmp_path / "x.yaml"
    path.write_text(f"seeds: {seeds}\n")
    with pytest.raises(ParameterError, match="seeds: .* name a folder of this project"):
        read_parameters(path)


def test_a_strict_report_stops_at_the_first_bad_document(tmp_path):
    """Its line is the message, and nothing is built."""
    copy_project(tmp_path)
    (tmp_path / "seeds" / "empty.txt").write_bytes(b"")
    done = run_report(tmp_path, "STRICT=yes", "NAME=strict")
    assert done.returncode == 1
    assert "empty.txt: holds no text" in done.stderr
    assert not (tmp_path / "reports" / "strict").exists()


def test_one_endless_line_is_read_in_pieces_and_in_time():
    """Pieces are cut between words, none is lost, and each is short enough to be read."""
    text = "They have pardoned 16 prisoners and " * 1000
    spans = split_sentences(text)
    assert "".join(text[start:end].replace(" ", "") for start, end in spans) == text.replace(" ", "")
    assert max(end - start for start, end in spans) <= LONGEST
    assert all(text[end : end + 1] in ("", " ") for _, end in spans)
    assert split_sentences("a" * 3 * LONGEST)[0] == (0, LONGEST)
