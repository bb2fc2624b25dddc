"""Texts of a chart never touch each other, other marks or the edge, however many events there are."""

import itertools

import pytest
from matplotlib.patches import PathPatch

from clemency.charts.style import POINT, WIDTH

CHARTS = ("timeline", "flow-and-stock", "comparison", "waves", "sources-and-events")
SIZES = (3, 30, 300)
every_chart = pytest.mark.parametrize(
    ("name", "number", "language"),
    [*itertools.product(CHARTS, SIZES, ["en"]), *itertools.product(CHARTS, SIZES[:2], ["be"])],
)


def overlap(one, other, slack=0.05):
    """Whether two boxes share more than a hair."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > slack and down > slack


def find_overlaps(boxes, others):
    """Pairs of overlapping boxes of two lists that are sorted by their top."""
    found = []
    for one, *rest in boxes:
        for other, *other_rest in others:
            if other[1] > one[3]:
                break
            if rest[0] is not other_rest[0] and overlap(one, other):
                found.append((rest, other_rest))
    return found


@every_chart
def test_labels_do_not_overlap(measure_texts, name, number, language):
    """No text lies on another text, measured by the renderer."""
    boxes = sorted(measure_texts(name, number, language), key=lambda box: box[0][1])
    assert len(boxes) >= 5
    found = [(one[0].get_text(), other[0].get_text()) for one, other in find_overlaps(boxes, boxes)]
    assert found == []


@every_chart
def test_labels_keep_clear_of_other_marks(lay_out, measure_texts, name, number, language):
    """No text lies on the shape or bar of a mark that it does not belong to."""
    canvas, _ = lay_out(name, number, language)
    texts = sorted(measure_texts(name, number, language), key=lambda box: box[0][1])
    shapes = []
    for artist, mark in canvas.items:
        if mark and isinstance(artist, PathPatch):
            box = artist.get_path().get_extents()
            shapes.append(((box.x0, box.y0, box.x1, box.y1), artist, mark))
    shapes.sort(key=lambda box: box[0][1])
    pairs = find_overlaps(texts, shapes)
    assert [text.get_text() for (text, mark), (_, other) in pairs if mark is not other] == []


@every_chart
def test_texts_are_readable(lay_out, measure_texts, name, number, language):
    """At 160 mm no text is smaller than 8 points, none is turned, and none leaves the page."""
    _, height = lay_out(name, number, language)
    boxes = measure_texts(name, number, language)
    assert min(text.get_fontsize() for _, text, _ in boxes) >= 8
    assert {text.get_rotation() for _, text, _ in boxes} == {0}
    for (left, top, right, bottom), text, _ in boxes:
        assert left >= 0 and right <= WIDTH and top >= 0 and bottom <= height, text.get_text()


def test_widths_are_measured_as_the_renderer_draws_them(lay_out, measure_texts):
    """Layout reckons with the width that a text really has, or a little more."""
    canvas, _ = lay_out("timeline", 30, "en")
    drawn = [box[2] - box[0] for box, _, _ in measure_texts("timeline", 30, "en")]
    reckoned = [right - left for _, left, _, right, _ in canvas.texts]
    assert all(-0.35 <= wide - real <= 0.5 + wide / 40 for real, wide in zip(drawn, reckoned, strict=True))


def test_a_figure_grows_before_labels_collide(lay_out):
    """More events make a higher figure, not a denser one."""
    heights = [lay_out("timeline", number)[1] for number in SIZES]
    assert heights == sorted(heights)
    assert heights[-1] > 2 * heights[0]


def test_labels_that_find_no_room_are_counted(lay_out, draw):
    """If labels are left out, the footer says how many; with few events none is."""
    assert "left out" not in draw("flow-and-stock", 3).footer
    canvas, _ = lay_out("flow-and-stock", 300)
    texts = [text for text, *_ in canvas.texts]
    stated = next(int(text.split()[0]) for text in " ".join(texts).split(". ") if "left out" in text)
    assert stated > 0


def test_lines_are_as_thick_as_they_say(lay_out):
    """A line's width is given in millimetres and painted in points."""
    canvas, _ = lay_out("timeline", 3)
    widths = {artist.get_linewidth() * POINT for artist, _ in canvas.ground}
    assert min(widths) == pytest.approx(0.2)
