"""Documents: from bytes on a disk to text with zones, sentences and a date."""

import hashlib
import pathlib

import pytest

from clemency.documents.read import InputError, make_document, read_documents

ROOT = pathlib.Path(__file__).parent.parent.parent
TEXT = "Лукашенко помиловал 30 человек.\n\nВ списке 14 женщин."
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ruler pardons 16 prisoners</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2025-07-02T09:00:00Z">
<link rel="canonical" href="https://example.org/pardon"></head><body>
<nav><a href="/">Home</a> 200 prisoners freed elsewhere</nav>
<article><h1>Ruler pardons 16 prisoners</h1>
<p>The ruler has pardoned eight women and eight men, his press office reports today,
in a decree that names everybody who is to leave the colony this week, and nobody else.</p>
<p>There are 1,203 political prisoners in the country,
according to a rights group that has kept a list of them for years and publishes it every day.</p></article>
<footer>Subscribe! 45,000 readers did.</footer></body></html>"""


def test_the_seeds_are_read_as_they_stand():
    """Bytes, length and title are those of the files, and a seed's sidebar lies outside its body."""
    one, two = read_documents([ROOT / "seeds"])
    for document in (one, two):
        data = (ROOT / "seeds" / f"{document.document}.txt").read_bytes()
        assert document.sha256 == hashlib.sha256(data).hexdigest()
        assert document.text == data.decode()
        assert document.characters == len(document.text)
    assert (one.published, one.published_basis) == ("[2022-09-06..2022-09-13]", "sidecar")
    assert (two.published, two.outlet) == ("2025-07-02", "Pozirk")
    assert two.text[two.body_end :].lstrip().startswith("Reprisals: concerns grow")
    assert one.body_end == len(one.text.rstrip())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251"])
def test_the_encoding_does_not_matter(encoding):
    """The same text comes out of each encoding that is known."""
    assert make_document("text", TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(128, 256)) * 4])
def test_what_is_no_text_is_an_error_that_names_the_file(data):
    """Binary files are refused in one line that says what would be right."""
    with pytest.raises(InputError, match=r"^picture: .*UTF-8"):
        make_document("picture", data)


def test_an_empty_document_is_an_error():
    """A file without text says nothing, and that is said."""
    with pytest.raises(InputError, match="empty: holds no text"):
        make_document("empty", b" \n")


def test_a_saved_page_gives_its_article_and_its_metadata():
    """Title, outlet, address and day come from the page; navigation and footer are left out."""
    document = make_document("page", PAGE.encode(), ending=".html")
    assert (document.title, document.outlet, document.published) == (
        "Ruler pardons 16 prisoners",
        "Example News",
        "2025-07-02",
    )
    assert document.published_basis == "stated"
    assert "eight women and eight men" in document.text
    assert "45,000" not in document.text
    assert "200 prisoners" not in document.text


def test_the_sidecar_goes_before_the_page():
    """What a person wrote down outweighs a page's metadata."""
    document = make_document("page", PAGE.encode(), {"published": "2025-07-01", "outlet": "Other"}, ending=".html")
    assert (document.published, document.published_basis, document.outlet) == ("2025-07-01", "sidecar", "Other")


def test_a_scan_is_an_error():
    """A PDF without a text layer holds nothing to read."""
    import io

    import pypdf

    writer, data = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(data)
    with pytest.raises(InputError, match="scan.pdf: .*no text layer"):
        make_document("scan", data.getvalue(), where="scan.pdf", ending=".pdf")


def test_a_pdf_gives_its_text_layer(tmp_path):
    """The words of a PDF are read like those of any document."""
    import typst

    source = tmp_path / "page.typ"
    source.write_text(
        "= Ruler pardons 16 prisoners\n\nThe ruler has pardoned eight women and eight men.\n", encoding="utf-8"
    )
    document = make_document("page", typst.compile(str(source)), ending=".pdf")
    assert "eight women and eight men" in document.text


def test_a_folder_is_read_in_order_of_names(tmp_path):
    """Other files, such as sources.csv, are no documents."""
    for name in ("b.txt", "a.md", "notes.csv", ".hidden.txt"):
        (tmp_path / name).write_text("A text.", encoding="utf-8")
    assert [document.document for document in read_documents([tmp_path])] == ["a", "b"]


def test_two_documents_of_one_name_are_an_error(tmp_path):
    """The stem names a document everywhere, so it must be one document's."""
    for name in ("a.md", "a.txt"):
        (tmp_path / name).write_text("A text.", encoding="utf-8")
    with pytest.raises(InputError, match="also called a"):
        read_documents([tmp_path])


def test_a_missing_path_is_an_error(tmp_path):
    """What is not there is named."""
    with pytest.raises(InputError, match="nowhere: no such file or folder"):
        read_documents([tmp_path / "nowhere"])


def test_an_empty_folder_is_an_error(tmp_path):
    """A folder without documents says what would be one."""
    with pytest.raises(InputError, match=r"no document found.*\.txt"):
        read_documents([tmp_path])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("file,published\na.txt,2025-13-01\n", r"line 2: '2025-13-01' is not a date"),
        ("file,published\nb.txt,\n", r"there is no file b.txt"),
        ("file,day\na.txt,\n", r"line 1: unknown column 'day'"),
        ("name\na.txt\n", r"line 1: no column named file"),
        ("file,language\na.txt,klingon\n", r"line 2: language 'klingon'"),
        ("file,outlet\na.txt,x,y\n", r"line 2: the number of cells"),
        ("file\na.txt\na.txt\n", r"line 3: a.txt has a row already"),
    ],
)
def test_a_faulty_sidecar_names_its_line(tmp_path, rows, message):
    """Each fault of sources.csv is an error with the file and the line."""
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    (tmp_path / "sources.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_documents([tmp_path])
