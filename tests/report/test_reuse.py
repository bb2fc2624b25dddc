"""A figure that leaves the report says what it is, what it rests on, and what may be done with it."""

import xml.etree.ElementTree as ElementTree

import PIL.Image
import pytest

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def figures(project):
    """The figures of the default report, without their endings."""
    found = {path.with_suffix("") for path in (project / "figures").iterdir()}
    assert found
    return found


def test_every_svg_holds_title_source_and_licence(figures):
    """They stand in it as Dublin Core, where drawing programs look."""
    for figure in figures:
        drawing = ElementTree.parse(figure.with_suffix(".svg")).getroot()
        facts = {fact.tag.removeprefix(DUBLIN_CORE): fact.text for fact in drawing.iter() if DUBLIN_CORE in fact.tag}
        assert facts["title"] == drawing.find("{http://www.w3.org/2000/svg}title").text
        assert facts["source"].startswith("Sources: ")
        assert facts["rights"] == "Licence: MIT"


def test_every_png_holds_title_source_and_licence(figures):
    """They stand in it as text, and the picture can still be read."""
    for figure in figures:
        with PIL.Image.open(figure.with_suffix(".png")) as picture:
            picture.load()
            assert picture.text["Title"]
            assert picture.text["Source"].startswith("Sources: ")
            assert picture.text["Copyright"] == "Licence: MIT"


def test_the_report_leads_to_its_figures_and_data(project):
    """Each link beside a figure arrives at a file."""
    folder = project / "reports"
    page = (folder / "report.html").read_text(encoding="utf-8")
    links = [piece.partition('"')[0] for piece in page.split('<a href="')[1:] if "download" in piece.partition(">")[0]]
    assert {link.rpartition(".")[2] for link in links} == {"svg", "png", "csv"}
    assert all((folder / link).is_file() for link in links)
