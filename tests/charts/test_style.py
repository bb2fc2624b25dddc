"""Colours, ids, links and bytes of every chart."""

import hashlib
import io
import itertools
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image, ImageColor

from charts.synthetic import make_claim, make_event
from clemency.charts.style import (
    CLASS_COLOURS,
    CLASS_SHAPES,
    COLOURS,
    NEUTRAL_COLOURS,
    THEME,
    render_inline,
    theme_svg,
    write_chart,
)
from clemency.charts.timeline import draw_timeline
from clemency.claims.claim import SOURCE_CLASSES

CHARTS = ("timeline", "flow-and-stock", "comparison", "waves", "sources-and-events")


def measure_contrast(one, other):
    """Contrast ratio of two colours by WCAG 2.2."""

    def shine(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((shine(one), shine(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("name", [*SOURCE_CLASSES, "ink", "muted"])
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_every_text_colour_has_contrast(name, place, ground):
    """Classes and texts stand out 4.5 : 1 from page and panel, light and dark."""
    colour = {**CLASS_COLOURS, **NEUTRAL_COLOURS}[name][place]
    assert measure_contrast(colour, NEUTRAL_COLOURS[ground][place]) >= 4.5


def test_the_three_fixed_classes_look_as_agreed():
    """Official is an orange square, human rights a blue circle, media a grey diamond."""
    found = [(COLOURS[name].upper(), CLASS_SHAPES[name]) for name in ("official", "human_rights", "media")]
    assert found == [("#B34E00", "square"), ("#0072B2", "circle"), ("#595959", "diamond")]


def test_no_two_classes_share_a_shape():
    """Who speaks can be told without colour."""
    assert set(CLASS_SHAPES) == set(SOURCE_CLASSES)
    assert len(set(CLASS_SHAPES.values())) == len(SOURCE_CLASSES)


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_has_its_claim_and_a_link_to_it(draw, name):
    """Each claim of a mark is an id of the drawing, and each mark links to the evidence and says what it is."""
    chart = draw(name, 30)
    root = ElementTree.fromstring(chart.svg)
    ids = {element.get("id") for element in root.iter()}
    assert chart.marks and {f"mark-{claim}" for claim in chart.marks} <= ids
    links = [element for element in root.iter() if element.tag.endswith("}a")]
    targets = {link.get("{http://www.w3.org/1999/xlink}href").removeprefix("#claim-") for link in links}
    assert targets <= set(chart.marks)
    assert all(link[0].tag.endswith("title") and link[0].text for link in links)


@pytest.mark.parametrize("number", [3, 30, 300])
@pytest.mark.parametrize("name", CHARTS)
def test_the_table_holds_every_mark_and_the_counts_add_up(draw, name, number):
    """Each claim with a mark is in one row of the table; shown is their number and never above the total."""
    chart = draw(name, number)
    told = [claim for row in chart.row_claims for claim in row]
    assert set(chart.marks) == set(told)
    assert len(chart.row_claims) == len(chart.table_rows)
    assert chart.shown == len(set(told)) <= chart.total
    assert chart.undated <= chart.shown
    assert all(len(row) == len(chart.table_header) for row in chart.table_rows)
    assert f"{chart.shown:,} of {chart.total:,} claims shown; {chart.undated:,} undated." in chart.footer


@pytest.mark.parametrize("number", [3, 30, 300])
@pytest.mark.parametrize("name", CHARTS)
def test_a_title_is_a_finding_of_at_most_twelve_words(draw, name, number):
    """A title is short, and the alternative text names chart, data and finding."""
    chart = draw(name, number)
    assert 0 < len(chart.title.split()) <= 12
    assert f", where {chart.title[0].lower()}{chart.title[1:]}" in chart.alt


def test_a_drawing_obeys_a_strict_content_security_policy(draw):
    """No style attribute, style sheet, script or address of another file."""
    for name in CHARTS:
        svg = draw(name, 30).svg
        assert "<style" not in svg and " style=" not in svg and "<script" not in svg
        assert set(re.findall(r"https?://[^\"]+", svg)) == {
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xlink",
        }


def test_a_page_can_hold_all_charts(draw):
    """Inlined drawings share no id, refer to their own ids only, and are named for screen readers."""
    drawings = [render_inline(draw(name, 30)) for name in CHARTS]
    ids = list(itertools.chain(*(re.findall(r' id="([^"]+)"', drawing) for drawing in drawings)))
    assert len(ids) == len(set(ids))
    for name, drawing in zip(CHARTS, drawings, strict=True):
        own = set(re.findall(r' id="([^"]+)"', drawing))
        inner = {target for target in re.findall(r'href="#([^"]+)"', drawing) if not target.startswith("claim-")}
        assert inner <= own
        assert f'aria-labelledby="{name}-title {name}-desc"' in drawing
        assert {f"{name}-title", f"{name}-desc"} <= own
        assert f'id="{name}-mark-{draw(name, 30).marks[0]}"' in drawing
        ElementTree.fromstring(drawing)


def test_dark_pages_can_recolour_a_drawing(draw):
    """Every colour of a themed drawing is a custom property of the theme, with the plain colour to fall back on."""
    for name in CHARTS:
        themed = theme_svg(draw(name, 30).svg)
        assert not re.search(r'(fill|stroke)="#', themed)
        used = set(re.findall(r"var\((--c-[a-z-]+), (#[0-9a-f]{6})\)", themed))
        assert used and all(THEME[name][0] == colour for name, colour in used)


def test_a_drawing_on_its_own_links_into_the_report(draw, tmp_path):
    """Written beside a report, a drawing leads to the report's evidence; its address is escaped."""
    write_chart(draw("timeline", 3), tmp_path, "../reports/a&b.html")
    svg = (tmp_path / "timeline.svg").read_text(encoding="utf-8")
    assert 'href="../reports/a&amp;b.html#claim-' in svg
    assert 'href="#claim-' not in svg
    assert (tmp_path / "timeline.png").read_bytes().startswith(b"\x89PNG")


def test_names_cannot_inject_markup():
    """Words from documents stay words."""
    name = '<script>alert("x")</script> $x^2$ ]]>'
    claim = make_claim(1, source_name=name, date="2024-01-01", earliest="2024-01-01", latest="2024-01-01")
    chart = draw_timeline([make_event([claim])], [claim], [])
    assert "<script" not in render_inline(chart)
    assert name in " ".join(ElementTree.fromstring(chart.svg).itertext())


def test_pictures_hold_no_date_and_no_software(draw):
    """Only what the chart is about stands in its files."""
    chart = draw("timeline", 3)
    assert b"Software" not in chart.png and b"atplotlib" not in chart.png
    assert "atplotlib" not in chart.svg and "<dc:date" not in chart.svg


def test_the_same_bytes_in_another_place(draw, tmp_path):
    """Another hash seed, time zone, locale and matplotlib configuration give the same bytes."""
    (tmp_path / "matplotlibrc").write_text("font.size: 20\nsvg.fonttype: none\nsavefig.dpi: 50\n")
    code = (
        "import hashlib\n"
        "from charts.conftest import _draw\n"
        f"charts = [_draw(name, 3) for name in {CHARTS}]\n"
        "print(hashlib.sha256(b''.join(c.svg.encode() + c.png for c in charts)).hexdigest())\n"
    )
    place = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "MATPLOTLIBRC": str(tmp_path)}
    place["PYTHONPATH"] = os.pathsep.join(sys.path)
    run = subprocess.run([sys.executable, "-c", code], env={**os.environ, **place}, capture_output=True, check=True)
    here = b"".join(chart.svg.encode() + chart.png for chart in (draw(name, 3) for name in CHARTS))
    assert run.stdout.decode().strip() == hashlib.sha256(here).hexdigest()


def test_the_picture_has_exactly_the_colours_of_the_style(draw):
    """PNG keeps each colour of paper, ink and classes as it is, in one byte a point."""
    with Image.open(io.BytesIO(draw("timeline", 300).png)) as image:
        assert image.mode == "P"
        found = {colour for _, colour in image.convert("RGB").getcolors(256)}
    assert {ImageColor.getrgb(colour) for colour in COLOURS.values()} - {ImageColor.getrgb(COLOURS["rule"])} <= found


def test_the_picture_of_a_crowded_chart_stays_small(draw):
    """300 events take less than 500 kB."""
    assert all(len(draw(name, 300).png) < 500_000 for name in CHARTS)
