"""The report in Belarusian: all that it says, and none of what others say, in page, PDF, charts and data."""

import csv
import html.parser
import json
import re

import pypdf
import pytest

from clemency.messages import extract, speaking
from clemency.report.parameters import Parameters
from clemency.report.results import read_results

from .project import ROOT

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID = ("title", "aria-label", "alt", "data-title", "data-one", "data-many", "data-copied", "data-failed")
NAMES = {
    "SVG", "PNG", "CSV", "PDF", "SHA", "clemency", "papermill", "nbconvert", "matplotlib", "typst", "make",
    "seeds", "claims", "events", "documents", "none", "initials", "names", "csv", "letter", "sources", "all",
}  # fmt: skip
WORDED = {
    "documents": ("published_reason",),
    "claims": ("date_reason", "review"),
    "rejected": ("reason",),
    "labels": (),
    "events": ("date_reason", "links", "doubts"),
    "comparisons": ("reasons", "summary"),
    "checks": ("statement", "reason"),
}


class Texts(html.parser.HTMLParser):
    """The texts of a page that stand in a language, but for code."""

    def __init__(self, page, language):
        super().__init__()
        self.language, self.found, self._around = language, [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note the language, and what the attributes say."""
        attrs = dict(attrs)
        language = attrs.get("lang", self._around[-1][1] if self._around else None)
        if tag not in VOID:
            self._around.append((tag, language))
        if language == self.language and tag != "svg":
            self.found += [attrs[name] for name in SAID if name in attrs]

    def handle_startendtag(self, tag, attrs):
        """What holds nothing says nothing."""

    def handle_endtag(self, tag):
        """Leave an element."""
        while any(tag == other for other, _ in self._around) and self._around.pop()[0] != tag:
            pass

    def handle_data(self, data):
        """Keep what stands in the language."""
        around = {tag for tag, _ in self._around}
        if self._around and self._around[-1][1] == self.language and not around & {"script", "style", "code", "dt"}:
            self.found.append(data)


@pytest.fixture(scope="module")
def page(belarusian):
    """The page as text."""
    return (belarusian / "reports" / "belarusian" / "report.html").read_text(encoding="utf-8")


def list_names(folder):
    """Words in Latin letters that are names: of documents, their titles, outlets and addresses, and of claims."""
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as rows:
        known = [row[name] for row in csv.DictReader(rows) for name in ("document", "title", "outlet", "url")]
    return NAMES | set(re.findall("[A-Za-z]+", " ".join(known)))


def test_what_is_left_in_latin_letters_is_a_name_or_a_quotation_that_says_its_language(page, belarusian):
    """No sentence, heading, cell, label or alternative text is left in English."""
    names = list_names(belarusian / "reports" / "belarusian" / "data")
    left = [(word, text) for text in Texts(page, "be").found for word in re.findall("[A-Za-z]{2,}", text)]
    assert [(word, text) for word, text in left if word not in names] == []


def test_no_whole_sentence_of_the_english_report_is_in_it(page):
    """Every sentence that has a translation is said in it."""
    texts = [message.id for message in extract.read_messages("be") if isinstance(message.id, str)]
    assert [text for text in texts if text.endswith(".") and text in page] == []


def test_the_page_and_the_pdf_say_that_they_are_in_belarusian(page, belarusian):
    """Screen readers choose their voice by it."""
    assert '<html lang="be">' in page
    pdf = pypdf.PdfReader(belarusian / "reports" / "belarusian" / "report.pdf")
    assert pdf.trailer["/Root"]["/Lang"] == "be"
    metadata = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:conformance>A<" in metadata
    assert "Храналогія" in [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    charts = sorted((belarusian / "figures" / "belarusian").glob("*.svg"))
    assert all('lang="be"' in chart.read_text(encoding="utf-8") for chart in charts)
    assert len(charts) == 3


def test_every_letter_is_in_the_fonts_of_the_pdf(belarusian):
    """Cyrillic with і and ў, and names in Latin letters with Ł and ŭ, are text and not empty boxes."""
    pdf = pypdf.PdfReader(belarusian / "reports" / "belarusian" / "report.pdf")
    text = "".join(page.extract_text() for page in pdf.pages)
    assert {*"іўыэё«»", *"Łŭ"} <= set(text)
    fonts = {font for page in pdf.pages for font in page["/Resources"].get("/Font", {}).values()}
    assert all("/FontFile2" in str(_describe_font(font)) or "/FontFile3" in str(_describe_font(font)) for font in fonts)


def _describe_font(font):
    """The descriptor of a composite font."""
    return font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()


def test_addresses_are_those_of_the_english_report(page, project):
    """A link to a claim, a section or a table leads to it in either language."""
    english = (project / "reports" / "report.html").read_text(encoding="utf-8")
    own, its = (set(re.findall(r' id="((?:(?!DejaVu)[^"])+)"', text)) for text in (page, english))
    assert own == its
    assert {"chronology", "evidence", "table-claims"} <= own


def test_what_is_read_does_not_depend_on_the_language(belarusian, project):
    """Only what is said of it differs in the data: reasons, sums in words, verdicts in a sentence."""
    folders = [project / "reports" / "data", belarusian / "reports" / "belarusian" / "data"]
    for table, worded in WORDED.items():
        rows = []
        for folder in folders:
            with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                rows.append([{k: v for k, v in row.items() if k not in worded} for row in csv.DictReader(file)])
        assert rows[0] == rows[1], table


def test_notebooks_are_in_belarusian_and_run_alone(belarusian):
    """Their text is translated; their code is as it is stored."""
    book = json.loads((belarusian / "reports" / "belarusian" / "2-chronology.ipynb").read_text(encoding="utf-8"))
    stored = json.loads((ROOT / "notebooks" / "2-chronology.ipynb").read_text(encoding="utf-8"))
    assert book["cells"][0]["source"] in ("# Храналогія", ["# Храналогія"])
    code = ["".join(c["source"]) for c in stored["cells"] if c["cell_type"] == "code" and not c["metadata"].get("tags")]
    assert set(code) <= {"".join(cell["source"]) for cell in book["cells"]}


def test_words_quoted_from_a_document_say_their_language_within_a_sentence_of_ours(page):
    """«convicted of extremist crimes» is English in a Belarusian sentence."""
    assert re.search(r'«<span class="words" lang="en">political prisoners</span>»', page)


def test_results_are_read_in_the_language_of_the_parameters():
    """Whoever reads results in a notebook has the reasons in that language."""
    with speaking("en"):
        results = read_results(Parameters(language="be"))
    assert "дакумент" in " ".join(claim.date_reason for claim in results.claims).lower()
