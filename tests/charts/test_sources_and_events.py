"""Sources against events: a place for each class and act, and numbers only where a page has room for them."""

from charts.synthetic import make_claim, make_event
from clemency.charts.canvas import Canvas
from clemency.charts.sources_and_events import draw_sources_and_events, has_enough


def make_act(number, *classes, day="2025-07-02", count=16):
    """(event, claims) of an act that some classes of sources report."""
    dates = {"date": day, "earliest": day, "latest": day}
    claims = [
        make_claim(10 * number + place, low=count, high=count, relation="=", source_class=name, **dates)
        for place, name in enumerate(classes)
    ]
    return make_event(claims), claims


def draw(acts):
    """The chart of some acts."""
    return draw_sources_and_events([event for event, _ in acts], [one for _, claims in acts for one in claims], [])


def read_texts(monkeypatch, acts):
    """The texts of the chart of some acts."""
    texts = []
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "finish", lambda canvas, _height, **_: texts.extend(canvas.texts))
        draw(acts)
    return [text for text, *_ in texts]


def make_acts(number):
    """So many acts, one a day, the first of them told by two classes."""
    acts = [make_act(0, "official", "human_rights", day="2024-01-01")]
    days = [f"{2024 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(1, number)]
    return acts + [make_act(n, "official", day=day) for n, day in enumerate(days, 1)]


def test_three_acts_one_of_them_told_by_two_classes_are_enough():
    """With fewer, or if each act rests on one class, a matrix would say nothing."""

    def judge(acts):
        return has_enough([event for event, _ in acts], [one for _, claims in acts for one in claims])

    assert judge(make_acts(3))
    assert not judge(make_acts(2))
    assert not judge([make_act(n, "official") for n in range(4)])


def test_each_class_states_its_own_number(monkeypatch):
    """Two classes that count differently stand side by side, and neither is given the other's number."""
    event, claims = make_act(9, "official", "human_rights")
    claims[1].low = claims[1].high = 18
    texts = read_texts(monkeypatch, [(event, claims), *make_acts(2)])
    assert {"16", "18"} <= set(texts)


def test_a_part_of_the_people_is_not_given_as_the_number(monkeypatch):
    """13 of the 30 are no version of the 30."""
    event, claims = make_act(9, "official", "human_rights", count=30)
    claims[1].low = claims[1].high = 13
    claims[1].part_of = claims[0].claim_id
    texts = read_texts(monkeypatch, [(event, claims), *make_acts(2)])
    assert "30" in texts and "13" not in texts


def test_acts_that_rest_on_one_class_make_the_title():
    """Two of three acts have one class."""
    assert draw(make_acts(3)).title == "One class of source alone reports two of three acts"


def test_too_many_acts_for_a_page_become_months_and_then_years(monkeypatch):
    """A row then says how many of its acts a class reports; no act is dropped."""
    assert "1 January 2024: pardon" in read_texts(monkeypatch, make_acts(20))
    months = read_texts(monkeypatch, make_acts(100))
    assert "January 2024" in months and "28 of 28" in months
    years = read_texts(monkeypatch, make_acts(2000))
    assert "2024" in years and "336 of 336" in years
    assert draw(make_acts(100)).shown == 101


def test_a_place_can_stand_for_thousands_of_claims():
    """Each has its id in the drawing, however many a year has."""
    chart = draw(make_acts(3000))
    assert chart.shown == len(chart.marks) == 3001
    assert all(f'id="mark-{claim}"' in chart.svg for claim in chart.marks)
