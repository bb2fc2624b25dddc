"""Names of a list are initials in everything that is made, and quotations are still found where they are said to be."""

import io
import re
import shutil
import unicodedata

import pypdf
import pytest

from clemency.documents.sidecar import InputError
from clemency.report.names import FILE, Name, Shortener, find_names_left, read_names, shorten_names
from clemency.report.parameters import ParameterError, Parameters, read_parameters
from clemency.report.results import read_results

from .project import ROOT, copy_project, run_report

PRISONER = Name(("Siarhiej Cichanoŭski", "Сергей Тихановский"), official=False)
RULER = Name(("Alaksandar Łukašenka", "Аляксандр Лукашэнка"), official=True)
SECRET = re.compile("cichanou?ski(?!aja)|hershe|kasciu?hova", re.IGNORECASE)


def fold(text):
    """A text without accents, as a searcher would type it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


@pytest.fixture
def results(monkeypatch):
    """What the seeds hold, with all names."""
    monkeypatch.chdir(ROOT)
    return read_results(Parameters())


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Siarhiej Cichanoŭski left", "S. C. left"),
        ("SIARHIEJ\nCICHANOUSKI", "S. C."),
        ("Cichanoŭski’s wife Cichanoŭskaja", "C.’s wife Cichanoŭskaja"),
        (unicodedata.normalize("NFD", "Cichanoŭski"), "C."),
        ("освободили Сергея Тихановского.", "освободили С. Т.."),
        ("siarhiej-cichanouski-freed", "S. C.-freed"),
        ("Alaksandar Łukašenka, Лукашэнка", "Alaksandar Łukašenka, Лукашэнка"),
        ("Siarhiej Łukašenka", "Siarhiej Łukašenka"),
        ("nobody", "nobody"),
        ("a Rose and a rose", "a R. and a rose"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, short):
    """In capitals, without accents, over a line break, by the surname, declined in Cyrillic; officials keep theirs."""
    assert Shortener([PRISONER, RULER, Name(("Anna Rose",), official=False)]).shorten(text) == short


def test_a_prisoner_with_the_surname_of_an_official_is_short_by_the_whole_name():
    """The surname alone stays, since it may be the official's."""
    shortener = Shortener([RULER, Name(("Maryja Łukašenka",), official=False)])
    assert shortener.shorten("Maryja Łukašenka and Łukašenka") == "M. Ł. and Łukašenka"


def test_what_is_quoted_still_stands_where_it_is_said_to(results):
    """Places count the shortened texts; names of claims stay as they were."""
    short = shorten_names(results, read_names(ROOT / "seeds" / FILE))
    assert [claim.claim_id for claim in short.claims] == [claim.claim_id for claim in results.claims]
    for old, claim in zip(results.claims, short.claims, strict=True):
        text = short.document_of[claim.document].text
        assert text[claim.sentence_start : claim.sentence_end] == claim.quote
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        for place in claim.appearances:
            assert place["quote"] in text
            assert text[place["start"] : place["end"]] in place["quote"]
        assert (claim.kind, claim.low, claim.high, claim.date) == (old.kind, old.low, old.high, old.date)
    for document in short.documents:
        assert document.characters == len(document.text) >= document.body_end
        assert all(sentence.text == document.text[sentence.start : sentence.end] for sentence in document.sentences)


def test_nothing_is_shortened_unless_asked_and_nothing_given_is_changed(results):
    """Shortening makes new rows; those that were read keep their names."""
    shorten_names(results, read_names(ROOT / "seeds" / FILE))
    assert any("Cichanoŭski" in claim.quote for claim in results.claims)
    assert not results.shortened


def list_streams(pdf):
    """What a PDF says: its text, its outline, its structure, its metadata and its attachments."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    yield from (page.extract_text() for page in reader.pages)
    yield from (str(entry) for entry in (reader.metadata, reader.outline))
    for number in range(1, reader.trailer["/Size"]):
        item = reader.get_object(number)
        yield str(item)
        if hasattr(item, "get_data"):
            yield item.get_data().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def shortened(tmp_path_factory):
    """A project in which `make report PRIVACY=initials` was run."""
    folder = copy_project(tmp_path_factory.mktemp("short"))
    done = run_report(folder, "PRIVACY=initials")
    assert done.returncode == 0, done.stderr
    return folder


def test_no_name_of_the_list_is_left_in_any_byte(shortened):
    """HTML, PDF with its attachments and alternative texts, executed notebooks, tables, figures and file names."""
    made = [path for top in ("reports", "figures") for path in (shortened / top).rglob("*") if path.is_file()]
    assert {path.suffix for path in made} >= {".html", ".pdf", ".csv", ".json", ".ipynb", ".svg", ".png"}
    for path in made:
        content = path.read_bytes()
        texts = list_streams(content) if path.suffix == ".pdf" else [content.decode("utf-8", "replace")]
        for text in (path.name, *texts):
            assert not SECRET.search(fold(text)), path
    page = (shortened / "reports" / "initials" / "report.html").read_text(encoding="utf-8")
    assert "S. C. and 13 other" in page
    assert "shortened to initials" in page
    assert "Łukašenka" in page


def test_the_same_search_finds_the_names_where_they_are_not_shortened(project):
    """Otherwise the test above could not fail."""
    made = project / "reports"
    assert SECRET.search(fold((made / "report.html").read_text(encoding="utf-8")))
    assert any(SECRET.search(fold(text)) for text in list_streams((made / "report.pdf").read_bytes()))


def test_a_name_that_is_left_in_a_file_is_found(tmp_path):
    """The last look before a report is put in place sees texts and names of files."""
    (tmp_path / "a.csv").write_text("nothing,here\n", encoding="utf-8")
    assert find_names_left(tmp_path, [PRISONER]) == ""
    (tmp_path / "b.svg").write_text("<title>Siarhiej Cichanouski</title>", encoding="utf-8")
    assert find_names_left(tmp_path, [PRISONER]) == "b.svg: Siarhiej Cichanouski"
    (tmp_path / "a siarhiej-cichanouski.png").write_bytes(b"")
    assert find_names_left(tmp_path, [PRISONER]).startswith("a siarhiej")


def test_a_name_stops_the_build_if_it_is_left(shortened, tmp_path):
    """A report is rather not made than made with a name in it."""
    shutil.copytree(shortened, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "notebooks" / "1-documents.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("# Findings", "# Findings on N. Hershe"), encoding="utf-8")
    done = run_report(tmp_path, "PRIVACY=initials")
    assert done.returncode == 1
    assert "Hershe is a name that names.csv wants shortened" in done.stderr


def test_the_report_with_initials_has_a_name_of_its_own():
    """It never takes the place of the one with names."""
    assert read_parameters(ROOT / "parameters" / "default.yaml", ["PRIVACY=initials"])[1] == "initials"
    assert read_parameters(ROOT / "parameters" / "since-2025.yaml", ["PRIVACY=initials"])[1] == "since-2025-initials"


def test_a_title_that_holds_a_name_is_refused(monkeypatch):
    """The title is shown as it was given, so it may not give a name away."""
    monkeypatch.chdir(ROOT)
    with pytest.raises(ParameterError, match="title: .* holds a name"):
        read_results(Parameters(title="The case of Cichanouski", privacy="initials"))


def test_a_file_whose_name_holds_a_name_is_refused(monkeypatch, tmp_path):
    """The name of a document stands in every table and address, and is the name of a file that is not changed."""
    copy_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds" / "natalya-hershe-freed.txt").write_text("Two people were pardoned.\n", encoding="utf-8")
    with pytest.raises(InputError, match="natalya-hershe-freed: .* Rename the file"):
        read_results(Parameters(privacy="initials"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,official\nA,yes\n", "line 1: the columns are"),
        ("name,also,official\n,B,\n", "line 2: a name has letters"),
        ("name,also,official\nA,,perhaps\n", "line 2: official is yes or empty"),
        ("name,also,official\nA\n", "line 2: a row has 3 cells"),
        ("name,also,official\n", "no name is listed"),
    ],
)
def test_a_list_that_cannot_be_is_refused_with_its_line(tmp_path, text, words):
    """A name that is silently not read would be a name that is published."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_names(tmp_path / FILE)
    with pytest.raises(InputError, match="no such file"):
        read_names(tmp_path / "none.csv")
