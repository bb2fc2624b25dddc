"""The waves of a year: which acts they are, and that years stand on one scale."""

import datetime

from charts.synthetic import make_claim, make_event
from clemency.charts.canvas import Canvas
from clemency.charts.waves import draw_waves, has_enough


def make_act(number, day, count=30, kind="pardon", latest=None, **fields):
    """(event, claim) of an act of one claim, on a day or between two."""
    dates = {"date": day, "earliest": day, "latest": latest or day}
    claim = make_claim(number, kind=kind, low=count, high=count, relation="=", **dates, source_class="official")
    return make_event([claim], **fields), claim


def make_year(year, number, start=0):
    """So many pardons in the months of a year."""
    return [make_act(start + month, datetime.date(year, month, 16).isoformat()) for month in range(1, number + 1)]


def draw(acts):
    """The chart of some acts."""
    events, claims = zip(*acts, strict=True)
    return draw_waves(list(events), list(claims), [])


def test_three_acts_of_one_kind_in_a_year_are_enough():
    """Two are not, and neither are three of three kinds or of two years."""
    assert has_enough([event for event, _ in make_year(2024, 3)])
    assert not has_enough([event for event, _ in make_year(2024, 2) + make_year(2025, 2, 20)])
    mixed = [make_act(n, "2024-07-02", kind=kind)[0] for n, kind in enumerate(("pardon", "release", "exchange"))]
    assert not has_enough(mixed)


def test_a_year_with_a_single_act_is_no_year_of_waves():
    """It stays on the timeline; the footer says how many claims are shown."""
    chart = draw([*make_year(2024, 4), *make_year(2025, 1, 20)])
    assert chart.title == "Pardons in 2024: four acts"
    assert (chart.shown, chart.total) == (4, 5)


def test_an_act_without_a_month_has_no_place_in_a_year():
    """A year alone, or a day of no known year, is not put anywhere."""
    vague = [make_act(30, "2024-01-01", latest="2024-12-31"), make_act(31, "2023-12-20", latest="2024-01-10")]
    assert draw([*make_year(2024, 3), *vague]).shown == 3


def test_what_did_not_happen_and_what_is_a_total_are_no_waves():
    """Planned acts and totals are left out."""
    others = [make_act(40, "2024-05-01", status="planned"), make_act(41, "2024-06-01", measure="cumulative")]
    assert draw([*make_year(2024, 3), *others]).shown == 3


def test_the_year_with_most_waves_makes_the_title():
    """Years that have as many are all named."""
    assert draw(make_year(2024, 3) + make_year(2025, 5, 20)).title == "Pardons came most often in 2025: five acts"
    tie = draw(make_year(2024, 3) + make_year(2025, 3, 20))
    assert tie.title == "Pardons came most often in 2024 and 2025: three acts each"


def test_acts_that_may_be_one_count_once_in_the_least_of_a_year(monkeypatch):
    """Three acts of 30, of which two may be the same, are at least 60 persons."""
    texts = []
    monkeypatch.setattr(Canvas, "finish", lambda canvas, _height, **_: texts.extend(canvas.texts))
    acts = make_year(2024, 3)
    acts[0][0].doubts = [{"event": acts[1][0].event_id, "reason": "?"}]
    draw(acts)
    assert "three acts; at least 60 persons" in [text for text, *_ in texts]


def test_all_years_have_one_scale(monkeypatch):
    """A year of small waves is not blown up."""
    texts = []
    monkeypatch.setattr(Canvas, "finish", lambda canvas, _height, **_: texts.extend(canvas.texts))
    large = [make_act(50 + n, f"2025-0{n}-03", count=400) for n in (1, 2, 3)]
    draw(make_year(2024, 3) + large)
    assert [text for text, *_ in texts].count("400") == 2 + 3
