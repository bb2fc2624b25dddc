"""The timeline shows each date as the documents give it, and nothing that did not occur as if it had."""

import datetime

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from charts.synthetic import make_claim, make_event
from clemency.charts.axis import TimeAxis
from clemency.charts.canvas import Canvas
from clemency.charts.marks import read_span, read_when
from clemency.charts.style import COLOURS
from clemency.charts.timeline import draw_timeline
from clemency.charts.versions import find_versions

AXIS = TimeAxis(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31), 0.0, 150.0)
COUNT = {"low": 16, "high": 16, "relation": "="}
DAY = {"date": "2025-07-02", "earliest": "2025-07-02", "latest": "2025-07-02"}


def draw_date(date, earliest, latest):
    """What is drawn for a date, on an axis of 25 mm a year: (shapes, lines)."""
    canvas = Canvas()
    read_when(date, earliest, latest).draw(canvas, AXIS, 10.0, "official")
    artists = [artist for artist, _ in canvas.items]
    shapes = [artist for artist in artists if isinstance(artist, PathPatch)]
    return shapes, [artist for artist in artists if isinstance(artist, Line2D)]


def is_hollow(shape):
    """Whether a shape is filled with paper only."""
    return shape.get_facecolor()[:3] == (1.0, 1.0, 1.0)


def draw_acts(*claims, **values):
    """The timeline of events of which each has one claim."""
    return draw_timeline([make_event([claim]) for claim in claims], list(claims), [], **values)


def catch_texts(monkeypatch, *claims, **values):
    """The texts of a timeline."""
    caught = []
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "finish", lambda canvas, _height, **_: caught.extend(canvas.texts))
        draw_acts(*claims, **values)
    return [text for text, *_ in caught]


def test_a_known_day_is_one_filled_shape():
    """A stated day is a shape as wide as any other, filled."""
    (shape,), lines = draw_date("2025-07-02", "2025-07-02", "2025-07-02")
    assert not is_hollow(shape) and not lines
    assert shape.get_path().get_extents().width < 3


def test_an_inferred_year_is_hollow_and_says_so(monkeypatch):
    """A day whose year was inferred is an empty shape, and its label tells why."""
    (shape,), _ = draw_date("2025?-06-21", "2025-06-21", "2025-06-21")
    assert is_hollow(shape)
    claim = make_claim(1, date="2025?-06-21", earliest="2025-06-21", latest="2025-06-21", **COUNT)
    assert any("year inferred" in text for text in catch_texts(monkeypatch, claim))


def test_a_year_alone_spans_the_whole_year():
    """No day is made up for an act of which only the year is known, and no dot marks its middle."""
    (bar,), lines = draw_date("2020", "2020-01-01", "2020-12-31")
    box = bar.get_path().get_extents()
    assert (box.x0, box.x1) == pytest.approx((0.0, 25.0), abs=0.1)
    assert not is_hollow(bar) and not lines


def test_a_range_of_few_days_never_looks_like_a_day():
    """A bar that would be too short to be seen is drawn wider, and stays flat."""
    (bar,), _ = draw_date("[2022-09-06..2022-09-13]", "2022-09-06", "2022-09-13")
    box = bar.get_path().get_extents()
    assert box.width >= 2 * box.height


def test_an_approximate_date_is_dashed():
    """About July is a dashed and empty bar."""
    (bar,), _ = draw_date("2024-07~", "2024-07-01", "2024-07-31")
    assert is_hollow(bar) and bar.get_linestyle() != "-"


def test_an_open_end_is_an_arrow():
    """On or before a day points to the left, on or after it to the right."""
    before, _ = draw_date("[..2022-09-13]", None, "2022-09-13")
    after, _ = draw_date("[2022-09-13..]", "2022-09-13", None)
    day = AXIS.place_middle(datetime.date(2022, 9, 13))
    assert before[0].get_path().get_extents().x1 < day < after[0].get_path().get_extents().x0


def test_a_total_spans_from_its_start_to_its_last_day():
    """The uncertain month of the start is dashed, the rest is a line."""
    canvas = Canvas()
    span = read_span("2024-07~/2025-07-02")
    span.draw(canvas, AXIS, 10.0, "media")
    assert span.extent(AXIS) == pytest.approx((112.5, 137.5), abs=0.3)
    lines = [artist for artist, _ in canvas.items]
    assert sum(not line.is_dashed() and line.get_xdata()[1] - line.get_xdata()[0] > 5 for line in lines) == 1
    assert sum(line.is_dashed() for line in lines) == 1


def test_an_open_total_has_an_arrow():
    """A total without a known start begins with a head at the edge."""
    canvas = Canvas()
    read_span("../2025-07-02").draw(canvas, AXIS, 10.0, "media")
    assert any(isinstance(artist, PathPatch) for artist, _ in canvas.items)


def test_undated_claims_have_a_lane_of_their_own(monkeypatch):
    """A claim without a date stands under a heading that says so, and counts as undated."""
    dated, undated = make_claim(1, **DAY, **COUNT), make_claim(2, kind="release", **COUNT)
    chart = draw_acts(dated, undated)
    assert (chart.shown, chart.undated) == (2, 1)
    assert "Date not known" in catch_texts(monkeypatch, dated, undated)


def test_planned_acts_stand_apart_or_are_left_out(monkeypatch):
    """A planned act is in a lane of its own, in no act's number, and gone where the reader doesn't want it."""
    done, planned = make_claim(1, **DAY, **COUNT), make_claim(2, status="planned", kind="amnesty")
    chart = draw_acts(done, planned)
    assert "one act" in chart.title and "planned act stands apart" in chart.alt
    assert draw_acts(done, planned, include_planned=False).marks == [done.claim_id]
    assert "Planned, date not known" in catch_texts(monkeypatch, done, planned)


@pytest.mark.parametrize("status", ["demanded", "denied", "habitual", "hypothetical"])
def test_what_did_not_occur_is_not_drawn(status):
    """Demands, denials, habits and suppositions have no mark."""
    done = make_claim(1, **DAY, **COUNT)
    chart = draw_acts(done, make_claim(2, status=status, **DAY, **COUNT))
    assert chart.marks == [done.claim_id]
    assert (chart.shown, chart.total) == (1, 2)


def test_sources_that_agree_share_a_mark():
    """The same number and day, told by an official and a rights group, is one row that names both."""
    claims = [make_claim(1, source_class="official", source_name="Office", **DAY, **COUNT)]
    claims.append(make_claim(2, source_class="human_rights", source_name="Viasna", **DAY, **COUNT))
    (version,) = find_versions(make_event(claims), {claim.claim_id: claim for claim in claims})
    assert [claim.claim_id for claim in version.all_claims] == ["claim-0001", "claim-0002"]
    chart = draw_timeline([make_event(claims)], claims, [])
    assert [row[4] for row in chart.table_rows] == ["Office, Viasna"]


def test_sources_that_disagree_stand_side_by_side():
    """Two numbers for one act are two marks; nothing is averaged."""
    claims = [make_claim(1, source_class="official", **DAY, **COUNT)]
    claims.append(make_claim(2, source_class="human_rights", low=18, high=18, relation="=", **DAY))
    chart = draw_timeline([make_event(claims)], claims, [])
    assert [row[2] for row in chart.table_rows] == ["16", "18"]


def test_a_part_is_no_act_of_its_own():
    """A claim that is part of another has no mark."""
    whole, part = make_claim(1, **DAY, **COUNT), make_claim(2, part_of="claim-0001", low=8, high=8, relation="=", **DAY)
    assert draw_timeline([make_event([whole, part])], [whole, part], []).marks == ["claim-0001"]


def test_the_title_says_what_a_total_contains():
    """A total that surely holds one act and perhaps another holds at least one."""
    claims = [make_claim(number, **DAY, **COUNT) for number in (1, 2)]
    total = make_claim(3, measure="cumulative", period="2024-07~/2025-07-02", low=300, relation=">")
    events = [make_event([claim]) for claim in claims]
    ids = [event.event_id for event in events]
    events.append(make_event([total], measure="cumulative", contains=ids[:1], may_contain=ids[1:]))
    chart = draw_timeline(events, [*claims, total], [])
    assert chart.title == "The documents name two acts; one total contains at least one"


def test_holidays_are_named_or_not_drawn(monkeypatch):
    """Lines without names would say nothing: if names do not fit, the holidays stay away."""
    days = ["2025-05-08", "2025-07-02"]
    near = [make_claim(number, date=day, earliest=day, latest=day) for number, day in enumerate(days)]
    far = make_claim(9, date="2010", earliest="2010-01-01", latest="2010-12-31")
    holidays = [("Victory Day", 5, 9), ("Independence Day", 7, 3)]
    assert "Victory Day" in catch_texts(monkeypatch, *near, holidays=holidays)
    assert "Victory Day" not in catch_texts(monkeypatch, *near, far, holidays=holidays)


def test_labels_have_the_colour_of_who_speaks(draw):
    """Every class that speaks shows in its own colour."""
    assert {COLOURS["official"], COLOURS["human_rights"], COLOURS["media"]} <= set(draw("timeline", 30).svg.split('"'))


def test_no_documents_give_a_chart_that_says_so():
    """Without any event there is a title and no mark."""
    chart = draw_timeline([], [], [])
    assert chart.title == "The documents name no act of clemency"
    assert chart.marks == [] and chart.table_rows == []
