"""The PDF is tagged and archivable, carries its data, and takes no markup from a text."""

import io
import shutil
import subprocess

import nbformat
import pypdf
import pytest

from clemency.report.assembly import merge_notebooks
from clemency.report.blocks import MIME, Table
from clemency.report.pdf import PDFReport

from .test_html import FRONT


@pytest.fixture(scope="module")
def pdf(project):
    """The report as pypdf reads it."""
    return pypdf.PdfReader(project / "reports" / "report.pdf")


def test_the_file_declares_both_standards_and_is_tagged(pdf):
    """PDF/UA-1 for readers with a screen reader, PDF/A-3a for archives."""
    catalogue = pdf.trailer["/Root"]
    metadata = catalogue["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:part>3<" in metadata
    assert "<pdfaid:conformance>A<" in metadata
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == "en"


def test_the_title_the_outline_and_the_links_are_there(pdf, project):
    """A window shows the title, a sidebar the sections, and each page leads on."""
    title = (project / "parameters" / "default.yaml").read_text(encoding="utf-8")
    assert pdf.metadata.title in title
    sections = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert "Evidence" in sections
    links = [note.get_object()["/Subtype"] for page in pdf.pages for note in page.get("/Annots", ())]
    assert links.count("/Link") > 20


def test_the_data_is_attached_as_it_stands_beside_the_report(pdf, project):
    """Whoever has the PDF has the tables."""
    data = project / "reports" / "data"
    attached = {name: contents[0] for name, contents in pdf.attachments.items()}
    assert attached == {path.name: path.read_bytes() for path in data.iterdir()}


def test_letters_of_all_its_languages_are_in_the_text(pdf):
    """Ł, ŭ and š are letters of the fonts that come with the packages, and all fonts are embedded."""
    for word in ("Łukašenka", "Cichanoŭski"):
        assert any(word in page.extract_text() for page in pdf.pages)
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_pdfinfo_says_tagged(project):
    """A second program agrees that the file is tagged."""
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is not installed (poppler-utils)")
    done = subprocess.run(
        ["pdfinfo", project / "reports" / "report.pdf"], capture_output=True, text=True, check=True
    )  # fmt: skip
    assert "Tagged:          yes" in done.stdout


def test_a_text_that_holds_markup_is_shown_and_not_run():
    """Typst code, labels and paths in a text stand in the PDF as text, and Cyrillic is read back."""
    hostile = '#panic("x") *b* $x$ <label> @ref \\ #read("/etc/passwd") `raw` // Лукашэнка'
    table = Table("t", hostile, [(hostile, 1)], [[[hostile]]]).describe()
    outputs = [nbformat.v4.new_output("display_data", {MIME: table})]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# One"), nbformat.v4.new_code_cell("1", outputs=outputs)]
    )
    content, _ = PDFReport().from_notebook_node(merge_notebooks([notebook], {**FRONT, "title": hostile}))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert '#panic("x")' in text
    assert "Лукашэнка" in text
