"""The PDF is tagged and archivable, carries its data, and takes no markup from a text."""

import io
import re
import shutil
import subprocess

import nbformat
import pypdf
import pytest

from clemency.report.assembly import merge_notebooks
from clemency.report.blocks import MIME, Prose, Table, share_line, style
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


def test_a_sentence_names_its_claims_with_their_pages(pdf):
    """Whoever reads on paper is told where to turn, and the claim is on that page."""
    texts = [page.extract_text() for page in pdf.pages]
    references = set(re.findall(r"claim\s(\d+),\s+page\s(\d+)", texts[0]))
    assert len(references) > 3
    heads = ((place, re.findall(r"^(\d+)\. [A-Z]", text, re.MULTILINE)) for place, text in enumerate(texts, 1))
    titles = {number: place for place, numbers in heads for number in numbers}
    assert all(titles[claim] == int(page) for claim, page in references)


def test_every_page_but_the_first_has_a_running_head_and_all_have_numbers(pdf):
    """The head gives the report and the section, the foot the page and how many there are."""
    texts = [page.extract_text() for page in pdf.pages]
    assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert all(text.startswith(pdf.metadata.title) for text in texts)
    assert any("Evidence" in "".join(text.splitlines()[:2]) for text in texts[1:])


def test_a_table_that_goes_over_a_page_repeats_its_head(pdf):
    """The columns of the refused numbers are named on each page that holds some of them."""
    pages = [page.extract_text() for page in pdf.pages]
    assert sum("Why they are no claim" in page for page in pages) > 1


def write_pdf(*blocks, **front):
    """A report of some blocks as pypdf reads it."""
    outputs = [nbformat.v4.new_output("display_data", {MIME: block.describe()}) for block in blocks]
    cells = [nbformat.v4.new_markdown_cell("# One"), nbformat.v4.new_code_cell("1", outputs=outputs)]
    notebook = merge_notebooks([nbformat.v4.new_notebook(cells=cells)], {**FRONT, **front})
    content, _ = PDFReport().from_notebook_node(notebook)
    return pypdf.PdfReader(io.BytesIO(content))


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_that_was_asked_for(paper, size):
    """A4 and Letter, in points."""
    [page] = write_pdf(Prose("Text."), paper=paper).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_a_foreign_quotation_is_marked_with_its_language():
    """A screen reader reads Russian words by Russian rules."""
    pdf = write_pdf(Prose([style("Лукашенко помиловал", "quote", "ru"), " is Russian."]))
    objects = [pdf.get_object(number) for number in range(1, pdf.trailer["/Size"])]
    languages = {str(item["/Lang"]) for item in objects if isinstance(item, dict) and "/Lang" in item}
    contents = b"".join(page.get_contents().get_data() for page in pdf.pages)
    assert "ru" in languages or b"/Lang (ru)" in contents


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
    pdf = write_pdf(Table("t", hostile, [(hostile, 1)], [[[hostile]]]), title=hostile)
    text = "".join(page.extract_text() for page in pdf.pages)
    assert '#panic("x")' in text
    assert "Лукашэнка" in text


def test_a_narrow_column_keeps_room_for_its_words_however_wide_the_others_are():
    """Of a line too short for all of them the wide ones yield, for their cells can be broken between words."""
    kind, persons, date, who, status = share_line([60, 14, 48, 51, 8])
    assert (status, persons) == (13, 19)
    assert kind == date == who < 32
    assert share_line([20, 8]) == [25, 13]
