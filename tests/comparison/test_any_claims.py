"""Whatever claims the data allows, every stage after reading takes them."""

import datetime

from chronology.made import make_claim, make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from clemency.chronology.cascades import find_cascades
from clemency.chronology.checks import find_checks
from clemency.chronology.link import link_claims
from clemency.chronology.stocks import explain_stock, find_stock_series
from clemency.chronology.totals import sum_known_acts
from clemency.chronology.wording import describe_count, describe_date
from clemency.claims.claim import KINDS, MEASURES, RELATIONS, SOURCE_CLASSES, STATUSES
from clemency.comparison.compare import compare_claims, find_nearest_misses
from clemency.comparison.coverage import find_side_by_side, tabulate_coverage

TEXT = (
    "Ruler pardons 16, 11 days after 5.\nJuly 2. He freed Ivan Petrov and 13 others yesterday, before Independence Day."
)
DATES = st.one_of(
    st.none(),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31)).map(lambda day: (day.isoformat(), day, day)),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31)).map(
        lambda day: (f"{day}/{day + datetime.timedelta(days=400)}", day, day + datetime.timedelta(days=400))
    ),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31)).map(lambda day: (f"{day}/..", day, None)),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31)).map(lambda day: (f"[..{day}]", None, day)),
)


@st.composite
def draw_claim(draw, number):
    """A claim with any kind, measure, count and date."""
    relation = draw(st.sampled_from((None, *RELATIONS)))
    low, high = sorted((draw(st.integers(0, 40)), draw(st.integers(0, 40))))
    counts = {None: (None, None), "range": (low, high), ">": (low, None), ">=": (low, None), "<": (None, high),
              "<=": (None, high), "=": (low, low), "~": (low, low)}  # fmt: skip
    edtf, first, last = draw(DATES) or (None, None, None)
    measure = draw(st.sampled_from(MEASURES))
    when = "period" if measure == "cumulative" else "date"
    place = draw(st.integers(0, len(TEXT) - 10))
    return make_claim(
        draw(st.sampled_from("ab")), place, claim_id=f"c{number}", quote=TEXT[place : place + 9], measure=measure,
        kind=draw(st.sampled_from(KINDS)), low=counts[relation][0], high=counts[relation][1], relation=relation,
        breakdown=draw(st.dictionaries(st.sampled_from(("women", "men", "extremism")), st.integers(0, 30))),
        part_of=draw(st.sampled_from((None, None, "c0", "c1", "nowhere"))), status=draw(st.sampled_from(STATUSES)),
        source_class=draw(st.sampled_from(SOURCE_CLASSES)), source_name=draw(st.sampled_from(("", "x", "y"))),
        earliest=first and first.isoformat(), latest=last and last.isoformat(), **{when: edtf},
    )  # fmt: skip


@settings(max_examples=150)
@given(st.data(), st.integers(0, 8), st.sampled_from(("en", "ru", "be", "be-Latn")))
def test_no_claims_raise_anything(data, size, language):
    """Missing numbers, open dates, rings of parts and unknown languages included; every act is in one event."""
    claims = [data.draw(draw_claim(number)) for number in range(size)]
    documents = [make_document(TEXT, name, "2025-07-02", language) for name in "ab"]
    events = link_claims(claims, documents)
    told = [name for event in events for name in event.claims]
    assert len(told) == len(set(told))
    for event in events:
        describe_date(event.date)
        describe_count(event.low, event.high, event.relation)
        if event.measure == "cumulative":
            sum_known_acts(event, events)
    find_checks(documents, claims)
    find_cascades(claims)
    for series in find_stock_series(claims, documents):
        explain_stock(series, events, claims, documents)
    find_nearest_misses(compare_claims(claims, events, documents))
    tabulate_coverage(events, claims)
    find_side_by_side(events, claims)
