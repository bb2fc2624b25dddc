"""The drawings go into a PDF that is PDF/UA-1 and PDF/A-3a at once."""

import pytest
import typst

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
