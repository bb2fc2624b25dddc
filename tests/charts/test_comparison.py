"""Only comparable pairs are drawn side by side; all else is said in words."""

import pytest

from charts.synthetic import make_claim
from clemency.charts import words
from clemency.charts.canvas import Canvas
from clemency.charts.comparison import draw_comparison
from clemency.comparison.comparison import CONDITIONS, Comparison

DAY = {"date": "2025-07-02", "earliest": "2025-07-02", "latest": "2025-07-02"}


def make_claims(official, rights):
    """An official and a rights group's claim with these exact numbers."""
    pairs = ((1, official, "official", "Office"), (2, rights, "human_rights", "Viasna"))
    return [
        make_claim(number, low=low, high=low, relation="=", source_class=source_class, source_name=name, **DAY)
        for number, low, source_class, name in pairs
    ]


def make_comparison(official, rights, verdict="comparable", difference=(0, 0), failed=()):
    """A comparison of two claims; conditions named in `failed` do not hold."""
    answers = {name: "no" if name in failed else "yes" for name in CONDITIONS}
    name = f"pair-{official.claim_id}-{rights.claim_id}"
    low, high = difference
    return Comparison(name, official.claim_id, rights.claim_id, **answers, verdict=verdict, difference_low=low,
                      difference_high=high, reasons=[], summary="The two can be set against each other.")  # fmt: skip


def catch_texts(monkeypatch, comparisons, claims):
    """The texts of a comparison."""
    caught = []
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "finish", lambda canvas, _height, **_: caught.extend(canvas.texts))
        draw_comparison(comparisons, claims, [], [])
    return [text for text, *_ in caught]


def test_without_a_comparable_pair_the_nearest_miss_is_shown(monkeypatch):
    """The panel names both numbers and the conditions that fail, and no difference."""
    claims = make_claims(16, 1328)
    far = make_comparison(*claims, "not_comparable", (None, None), failed=("measure", "date", "population"))
    texts = catch_texts(monkeypatch, [far], claims)
    assert {"16", "1,328", "Measure", "Date or period", "Population"} <= set(texts)
    assert texts.count("differs") == 3 and "Unit" not in texts
    chart = draw_comparison([far], claims, [], [])
    assert chart.title == "No official figure can be compared with a rights group’s"
    assert chart.table_rows[0][2] == ""
    assert chart.marks == [claim.claim_id for claim in claims]


@pytest.mark.parametrize("verdict", ["not_comparable", "unknown"])
def test_what_cannot_be_compared_is_never_plotted(verdict):
    """Unknown never becomes comparable."""
    claims = make_claims(16, 18)
    chart = draw_comparison([make_comparison(*claims, verdict, (None, None), ("date",))], claims, [], [])
    assert chart.alt.startswith("Table of the nearest")


def test_two_values_make_a_sentence_and_no_chart(monkeypatch):
    """Under three comparable values a sentence says more."""
    claims = make_claims(16, 18)
    pair = make_comparison(*claims, difference=(-2, -2))
    assert pair.summary in catch_texts(monkeypatch, [pair], claims)
    assert draw_comparison([pair], claims, [], []).title == "One pair of figures can be compared, and differs"


def test_more_values_make_a_range_plot(monkeypatch):
    """Each pair has its two numbers and the difference in words."""
    claims = [*make_claims(16, 18), make_claim(3, low=20, high=20, relation="=", source_class="human_rights", **DAY)]
    differences = ((claims[1], -2), (claims[2], -4))
    pairs = [make_comparison(claims[0], rights, difference=(number, number)) for rights, number in differences]
    texts = catch_texts(monkeypatch, pairs, claims)
    assert {"16", "18", "20", "0"} <= set(texts)
    assert any("official number 2 lower" in text for text in texts)
    title = draw_comparison(pairs, claims, [], []).title
    assert title == "Official and rights groups’ figures agree in none of two pairs"


def test_no_pair_at_all_is_said():
    """Without an official number beside a rights group's there is a panel that says so."""
    chart = draw_comparison([], [], [], [])
    assert chart.title == "No official figure stands beside a rights group’s"
    assert chart.alt.startswith("Panel in place of a comparison")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 0, "no difference"),
        (7, 7, "official number 7 higher"),
        (-35, -27, "official number 27 to 35 lower"),
        (-8, 8, "official number from 8 lower to 8 higher"),
        (32, None, "official number at least 32 higher"),
        (None, -30, "official number at least 30 lower"),
        (None, 17, "official number at most 17 higher"),
        (-5, None, "official number at most 5 lower"),
        (0, 8, "official number 0 to 8 higher"),
        (-1328, 0, "official number 0 to 1,328 lower"),
        (None, None, "the difference can’t be computed"),
    ],
)
def test_a_difference_is_said_only_as_far_as_it_is_bounded(low, high, said):
    """An open side leaves a bound, or nothing to compute."""
    assert words.say_difference(low, high) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ((16, 16, "="), "16"),
        ((300, None, ">"), "> 300"),
        ((13, None, ">="), "≥ 13"),
        ((None, 50, "<"), "< 50"),
        ((1400, 1400, "~"), "~ 1,400"),
        ((10, 20, "range"), "10–20"),
        ((None, None, None), ""),
    ],
)
def test_a_number_keeps_its_sign(number, said):
    """Labels carry the relation that the document states."""
    assert words.say_count(*number) == said
