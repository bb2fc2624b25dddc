"""The drawings go into a PDF that is PDF/UA-1 and PDF/A-3a at once."""

import re

import pytest
import typst

from clemency.charts.style import part_svg

PAGE = """
#set document(title: "Chart", date: datetime(year: 2025, month: 1, day: 1))
#set text(lang: "en")
#set page(width: 180mm, height: auto, margin: 10mm)
= Chart
#image(bytes(sys.inputs.svg), format: "svg", width: 160mm, alt: sys.inputs.alt)
"""


@pytest.mark.parametrize("name", ["timeline", "flow-and-stock", "comparison", "waves", "sources-and-events"])
def test_a_drawing_can_stand_in_an_accessible_pdf(draw, name):
    """Typst takes the plain drawing with its alternative text; Latin and Cyrillic letters are outlines."""
    chart = draw(name, 30)
    assert "<text" not in chart.svg
    inputs = {"svg": chart.svg, "alt": chart.alt}
    pdf = typst.compile(PAGE.encode(), sys_inputs=inputs, pdf_standards=["ua-1", "a-3a"])
    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["timeline", "flow-and-stock", "comparison", "waves", "sources-and-events"])
def test_a_picture_taller_than_a_page_is_parted_between_its_panels(draw, name):
    """Its pieces fit a page, together are as tall as it was, and no text is cut."""
    chart = draw(name, 300)
    whole = float(re.search(r'height="([\d.]+)mm"', chart.svg).group(1))
    heights = [float(re.search(r'height="([\d.]+)mm"', piece).group(1)) for piece in part_svg(chart, 212)]
    assert max(heights) <= 212
    assert sum(heights) == pytest.approx(whole, abs=0.1)
    assert len(heights) == 1 or whole > 212


@pytest.mark.parametrize("name", ["timeline", "flow-and-stock", "waves", "sources-and-events"])
def test_no_text_crosses_a_place_where_a_picture_may_be_parted(draw, lay_out, name):
    """Labels stand on one side of it."""
    canvas, _ = lay_out(name, 300)
    cuts = draw(name, 300).cuts
    assert cuts
    crossing = [
        text for text, _, top, _, bottom in canvas.texts for cut in cuts if top < cut - 0.1 and cut + 0.1 < bottom
    ]
    assert crossing == []


def test_a_picture_that_fits_a_page_stays_whole(draw):
    """It is the same drawing."""
    chart = draw("timeline", 3)
    assert part_svg(chart, 212) == [chart.svg]
