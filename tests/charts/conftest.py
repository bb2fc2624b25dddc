"""Made-up corpora of three sizes, and charts caught before they are painted."""

import functools

import pytest
from matplotlib.text import Text

from charts.synthetic import make_corpus
from clemency.charts.canvas import Canvas
from clemency.charts.comparison import draw_comparison
from clemency.charts.flow_and_stock import draw_flow_and_stock
from clemency.charts.sources_and_events import draw_sources_and_events
from clemency.charts.timeline import draw_timeline
from clemency.charts.waves import draw_waves
from clemency.messages import speaking

HOLIDAYS = [("Victory Day", 5, 9), ("Independence Day", 7, 3), ("Day of National Unity", 9, 17)]


make_corpus = functools.cache(make_corpus)


def _draw(name, number):
    """One of the charts of a made-up corpus."""
    events, claims, documents, comparisons = make_corpus(number)
    if name == "timeline":
        return draw_timeline(events, claims, documents, holidays=HOLIDAYS)
    if name == "flow-and-stock":
        return draw_flow_and_stock(events, claims, documents)
    if name == "waves":
        return draw_waves(events, claims, documents, HOLIDAYS)
    if name == "sources-and-events":
        return draw_sources_and_events(events, claims, documents)
    return draw_comparison(comparisons, claims, events, documents)


@pytest.fixture(scope="session")
def draw():
    """draw(name, number of events): the finished chart, drawn once for all tests."""
    return functools.cache(_draw)


@functools.cache
def _lay_out(name, number, language="en"):
    """The canvas and the height of a chart that is never painted."""
    caught = []
    with pytest.MonkeyPatch.context() as patch, speaking(language):
        patch.setattr(Canvas, "finish", lambda canvas, height, **_: caught.extend((canvas, height)))
        _draw(name, number)
    return tuple(caught)


@functools.cache
def _measure_texts(name, number, language="en"):
    """The texts of a chart as the renderer draws them; a canvas can be painted once."""
    canvas, height = _lay_out(name, number, language)
    figure = canvas.paint(height)
    renderer = figure.canvas.get_renderer()
    scale = 25.4 / figure.dpi
    boxes = []
    for artist, mark in canvas.items:
        if isinstance(artist, Text):
            box = artist.get_window_extent(renderer)
            edges = (box.x0 * scale, height - box.y1 * scale, box.x1 * scale, height - box.y0 * scale)
            boxes.append((edges, artist, mark))
    return boxes


@pytest.fixture(scope="session")
def lay_out():
    """lay_out(name, number of events, language): the canvas with all that is to be painted, and its height."""
    return _lay_out


@pytest.fixture(scope="session")
def measure_texts():
    """measure_texts(name, number of events, language): [(box in millimetres, text, mark)] of every text."""
    return _measure_texts
