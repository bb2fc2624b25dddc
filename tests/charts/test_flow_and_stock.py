"""Flows, totals and stocks keep to panels of their own, from zero, and are never added."""

import pytest
from chronology.made import make_document
from matplotlib.patches import PathPatch

from charts.synthetic import make_claim, make_event
from clemency.charts.axis import CountAxis
from clemency.charts.canvas import Canvas
from clemency.charts.flow_and_stock import draw_flow_and_stock
from clemency.charts.style import COLOURS

DAY = {"date": "2025-07-02", "earliest": "2025-07-02", "latest": "2025-07-02"}


def count(low, high=None, relation="="):
    """The three fields of a number."""
    return {"low": low, "high": low if relation == "=" else high, "relation": relation}


def make_stock(number, day, low, **values):
    """A stock of political prisoners on a day."""
    stock = {"kind": "political_prisoners", "measure": "stock", "source_class": "human_rights", "source_name": "Viasna"}
    stock |= {"label": "political prisoners", "date": day, "earliest": day, "latest": day, **count(low)}
    return make_claim(number, **{**stock, **values})


def catch(monkeypatch, events, claims, documents=()):
    """The canvas of a chart before it is painted."""
    caught = []
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "finish", lambda canvas, _height, **_: caught.append(canvas))
        draw_flow_and_stock(events, claims, documents)
    return caught[0]


def find_joins(canvas):
    """Slanted lines under the marks: what joins one stock to the next."""
    ends = [(line, line.get_xdata(), line.get_ydata()) for line, _ in canvas.ground]
    return [line for line, xs, ys in ends if xs[0] != xs[1] and ys[0] != ys[1]]


def test_amnesties_and_pardons_have_panels_of_their_own(monkeypatch):
    """Thousands and tens never share an axis."""
    claims = [make_claim(1, kind="amnesty", **DAY, **count(2975)), make_claim(2, **DAY, **count(16))]
    texts = [text for text, *_ in catch(monkeypatch, [make_event([claim]) for claim in claims], claims).texts]
    assert {"Amnesties", "Pardons"} <= set(texts)
    assert texts.count("0") == 2 and "20" in texts and "4,000" in texts


def test_counts_of_other_countries_stand_apart_and_name_them(monkeypatch):
    """Two countries' prisoners never share a panel; a document that names no country may be about any."""
    found = {"kind": "political_prisoners", "measure": "stock", **DAY}
    numbers = {"a": 1328, "b": 1329, "c": 19930, "d": 766}
    claims = [make_claim(n, document=name, **found, **count(n)) for name, n in numbers.items()]
    documents = [
        make_document(text, name)
        for name, text in zip("abcd", ("In Minsk.", "In Belarus.", "In Myanmar.", "Nowhere."), strict=True)
    ]
    texts = [text for text, *_ in catch(monkeypatch, [], claims, documents).texts]
    assert {"Political prisoners", "Political prisoners, elsewhere"} <= set(texts)
    assert any("Myanmar" in text for text in texts) and any("country not named" in text for text in texts)
    assert not any("Belarus" in text for text in texts)
    assert draw_flow_and_stock([], claims, documents).title == "Political prisoners: 1,328–1,329"


@pytest.mark.parametrize("highest", [1, 7, 16, 1328, 250_000])
@pytest.mark.parametrize("height", [15, 60])
def test_an_axis_of_persons_begins_at_zero_and_holds_the_highest(highest, height):
    """Lengths can only be read from zero; values are whole persons."""
    axis = CountAxis(highest, height, 0)
    assert axis.values[0] == 0 and axis.values[-1] >= highest
    assert axis.place(0) == height and axis.place(highest) >= 0
    assert len(axis.values) <= 7


def test_a_stem_is_as_long_as_its_number(monkeypatch):
    """Twice as many persons make a stem twice as long."""
    claims = [make_claim(number, **DAY, **count(low)) for number, low in ((1, 10), (2, 20))]
    canvas = catch(monkeypatch, [make_event([claim]) for claim in claims], claims)
    lines = [line for line, _ in canvas.ground if line.get_color() == COLOURS["media"]]
    stems = sorted(abs(line.get_ydata()[0] - line.get_ydata()[1]) for line in lines)
    assert stems[1] == pytest.approx(2 * stems[0])


def test_an_exact_number_is_filled_and_an_open_one_is_an_arrow(monkeypatch):
    """More than 30 has no mark at its upper end, since it has none."""
    exact, open_ended = make_claim(1, **DAY, **count(30)), make_claim(2, **DAY, **count(30, None, ">"))
    shapes = []
    for claim in (exact, open_ended):
        canvas = catch(monkeypatch, [make_event([claim])], [claim])
        paths = [artist for artist, mark in canvas.items if mark and isinstance(artist, PathPatch)]
        shapes.append([path.get_path().get_extents() for path in paths])
    assert [round(box.width, 1) for box in shapes[0]] == [3.5]
    assert min(box.y0 for box in shapes[1]) < shapes[0][0].y0


def test_a_total_has_a_span_and_no_length(monkeypatch):
    """More than 300 since a start stands in the lane of totals; no axis of persons grows to hold it."""
    act = make_claim(1, **DAY, **count(16))
    total = make_claim(2, measure="cumulative", period="2024-07~/2025-07-02", **count(300, None, ">"))
    events = [make_event([act]), make_event([total], measure="cumulative")]
    texts = [text for text, *_ in catch(monkeypatch, events, [act, total]).texts]
    assert "Totals since a start" in texts and "> 300" in texts and "300" not in texts
    assert draw_flow_and_stock(events, [act, total], []).title == "Single acts count up to 16"


def test_stocks_of_one_source_and_definition_are_joined(monkeypatch):
    """A line between two stocks says that the same people counted the same."""
    stocks = [make_stock(1, "2022-09-06", 1328), make_stock(2, "2024-05-21", 1377)]
    assert len(find_joins(catch(monkeypatch, [], stocks))) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"source_name": "Another group"},
        {"source_name": ""},
        {"label": "convicted of extremist crimes"},
        {"kind": "convicted"},
        {"relation": ">", "high": None},
    ],
)
def test_stocks_that_differ_in_source_or_definition_are_not_joined(monkeypatch, other):
    """No line leads from one count of people to another one."""
    stocks = [make_stock(1, "2022-09-06", 1328), make_stock(2, "2024-05-21", 1377, **other)]
    assert find_joins(catch(monkeypatch, [], stocks)) == []


def test_a_stock_that_several_documents_repeat_is_one_mark():
    """Two documents with the same count of the same group and day are one row with both claims."""
    stocks = [make_stock(number, "2022-09-06", 1328, document=f"document {number}") for number in (1, 2)]
    assert draw_flow_and_stock([], stocks, []).row_claims == [["claim-0001", "claim-0002"]]


def test_an_undated_count_is_on_no_axis():
    """A number without a day is listed beside the panels and counted as undated."""
    claim = make_claim(1, **count(14))
    chart = draw_flow_and_stock([make_event([claim])], [claim], [])
    assert (chart.shown, chart.undated) == (1, 1)


def test_planned_numbers_are_no_flow():
    """Only what occurred or was announced has a length."""
    claim = make_claim(1, status="planned", **DAY, **count(14))
    assert draw_flow_and_stock([make_event([claim])], [claim], []).marks == []


def test_an_upper_bound_is_never_the_largest_act():
    """Fewer than 1,689 says nothing of how many there were at least."""
    claims = [make_claim(1, **DAY, low=None, high=1689, relation="<"), make_claim(2, **DAY, **count(56))]
    chart = draw_flow_and_stock([make_event([claim]) for claim in claims], claims, [])
    assert chart.title == "Single acts count up to 56"


def test_without_numbers_the_chart_says_so():
    """No count, no mark, and a title that tells."""
    assert draw_flow_and_stock([], [], []).title == "The documents count neither acts nor stocks"


def test_one_large_number_does_not_crush_several_small_ones(monkeypatch):
    """1,634 beside 13, 25 and 30 has a panel of its own, from zero as well; beside one small number it has not."""
    numbers = (13, 25, 30, 1634)
    claims = [make_claim(n, **{**DAY, "date": None}, **count(low)) for n, low in enumerate(numbers)]
    texts = [text for text, *_ in catch(monkeypatch, [make_event([claim]) for claim in claims], claims).texts]
    assert texts.count("Pardons") == 2 and texts.count("0") == 2
    two = claims[2:]
    texts = [text for text, *_ in catch(monkeypatch, [make_event([claim]) for claim in two], two).texts]
    assert texts.count("Pardons") == 1


def test_a_part_of_a_stock_is_not_joined_to_the_whole(monkeypatch):
    """65 of a source's 1,409 are no fall of the number to 65."""
    numbers = (("2024-01-02", 1380), ("2024-07-02", 1409), ("2024-07-03", 65))
    stocks = [make_stock(number, day, low) for number, (day, low) in enumerate(numbers)]
    assert len(find_joins(catch(monkeypatch, [], stocks))) == 1
