"""Stocks over time: one series for each source and definition, never joined across either."""

import dataclasses
import datetime

from clemency.chronology.acts import fold_text
from clemency.chronology.counts import is_exact, read_bounds
from clemency.chronology.events import describe_source, say_source
from clemency.chronology.places import find_country, find_places
from clemency.chronology.populations import classify_label, classify_population
from clemency.chronology.wording import describe_date
from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.messages import say

MONTH = 31  # days


@dataclasses.dataclass(slots=True)
class StockSeries:
    """One source's counts of one population at several moments, in the order of time."""

    kind: str
    source_class: str
    source_name: str
    definition: str  # classes of the label, joined by "+"; a change of definition begins another series
    country: str  # ISO code of the country that the documents name most; empty if they name none
    points: list  # claims, each moment and number once


def find_stock_series(claims, documents):
    """Series of all dated stocks that are not of an act, longest first; cumulative "ever" counts are in none."""
    countries = {document.document: find_country(document) for document in documents}
    groups = {}
    for claim in sorted(claims, key=lambda claim: claim.claim_id):
        if claim.measure != "stock" or claim.kind in EVENT_KINDS or claim.status not in OCCURRED:
            continue
        if claim.relation is not None and claim.earliest and claim.latest and claim.part_of is None:
            country = countries.get(claim.document, "")
            definition = _define(claim)
            source = fold_text(claim.source_name) or claim.source_class
            groups.setdefault((claim.kind, claim.source_class, source, definition, country), []).append(claim)
    series = [_make_series(key, half) for key, group in groups.items() for half in _set_parts_apart(group) if half]
    return sorted(series, key=lambda row: (-len(row.points), row.kind, row.source_class, row.source_name, row.country))


def _define(claim):
    """The classes of a stock's label, joined by "+"; political prisoners are so whatever else they are called."""
    classes = set(classify_label(claim.label))
    if claim.kind == "political_prisoners":
        classes = classes - {"general"} | {"political"}
    return "+".join(sorted(classes))


def _make_series(key, group):
    """One series; the same number of the same days, told by several documents, is one point."""
    points = {}
    for claim in sorted(group, key=lambda claim: (claim.earliest, claim.latest, claim.claim_id)):
        points.setdefault((claim.earliest, claim.latest, claim.low, claim.high, claim.relation), claim)
    return StockSeries(key[0], key[1], group[0].source_name, key[3], key[4], list(points.values()))


def _set_parts_apart(group):
    """(whole numbers, others): a number less than half of one that the source states within a month counts a part."""
    parts = [claim for claim in group if any(_is_part(claim, other) for other in group)]
    return [claim for claim in group if claim not in parts], parts


def _is_part(claim, other):
    """Whether another number is of about the same time and more than twice as large."""
    days = [datetime.date.fromisoformat(day) for day in (claim.earliest, claim.latest, other.earliest, other.latest)]
    apart = max((days[0] - days[3]).days, (days[2] - days[1]).days)
    sizes = [item.low if item.low is not None else item.high for item in (claim, other)]
    return apart <= MONTH and 2 * sizes[0] < sizes[1]


def explain_stock(series, events, claims, documents):
    """Why a stock did not fall by the number of those freed: sentences, one for each such step of a series.

    A step counts only if both its numbers are exact, and only acts that lie between its two days for sure, in the same
    country, of people whom a document calls political prisoners, or convicted of extremism or over protests.
    """
    places = {document.document: find_places(document) for document in documents}
    by_id = {claim.claim_id: claim for claim in claims}
    here = [
        event
        for event in events
        if any(_is_about(by_id[name], series, places) for name in event.claims if name in by_id)
    ]
    return [
        sentence
        for earlier, later in zip(series.points, series.points[1:], strict=False)
        if is_exact(earlier) and is_exact(later) and (sentence := _explain_step(earlier, later, here))
    ]


def _is_about(claim, series, places):
    """Whether a claim counts people of the kind that a series counts, in its country."""
    return series.country in places.get(claim.document, [""]) and bool(classify_population(claim))


def _explain_step(earlier, later, events):
    """The sentence for one step, or "" if the fall is as large as the acts between."""
    between = [event for event in events if _lies_between(event, earlier, later)]
    freed = sum(read_bounds(event.low, event.high, event.relation)[0] or 0 for event in between)
    fall = earlier.low - later.low
    if not freed or fall >= freed:
        return ""
    change = (
        say("fell by {n} only", n=fall) if fall > 0 else say("rose by {n}", n=-fall) if fall else say("stayed the same")
    )
    return say(
        "{source} counted {earlier} ({day}) and later {later} ({other_day}): the number {change}, though at least "
        "{freed} people were freed between. Others must have been added to it, or not all of those freed were in it.",
        source=say_source(describe_source(later)),
        earlier=earlier.low,
        day=describe_date(earlier.date),
        later=later.low,
        other_day=describe_date(later.date),
        change=change,
        freed=freed,
    )


def _lies_between(event, earlier, later):
    """Whether an act freed people after one moment and before another, for sure."""
    return (
        event.measure == "event"
        and event.status == "occurred"
        and event.kind != "commutation"
        and event.earliest is not None
        and event.latest is not None
        and earlier.latest < event.earliest
        and event.latest < later.earliest
    )
