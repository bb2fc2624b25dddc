"""The day that a part of a document speaks from, and what is told from it: years left out, open periods."""

import dataclasses
import datetime

from clemency.documents.dates import format_day
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say, say_day

DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(slots=True)
class Reference:
    """The day that a section of a document speaks from: its dateline, or the publication."""

    day: datetime.date | None
    edtf: str
    name: str  # as reasons name it
    has_dateline: bool
    latest: datetime.date | None = None  # the publication, after which nothing that is told has happened


def find_reference(document, section):
    """The reference day for a section of the document: 1 is what follows its first dateline, 0 what stands before."""
    bounds = read_bounds(document.published) if document.published else (None, None)
    known = bounds[0] if bounds[0] and bounds[0] == bounds[1] else None
    if section:
        line = document.datelines[section - 1]
        year = line.year or (nearest_year(line.month, line.day, bounds[1], past=True) if bounds[1] else None)
        if year:
            inferred = "?" if not line.year and "?" in document.published else ""
            edtf = format_day(year, line.month, line.day)
            day = datetime.date(year, line.month, line.day)
            return Reference(
                day, edtf[:4] + inferred + edtf[4:], say("the dateline, {day}", day=say_day(day)), True, bounds[1]
            )
    if known:
        return Reference(known, document.published, say("the publication, {day}", day=say_day(known)), False)
    return Reference(bounds[1] if document.published else None, document.published, say("the publication"), False)


def nearest_year(month, day, reference, past, latest=None):
    """The year that puts a day nearest the reference, and not after it, or after `latest`, if it is past."""
    end = max(reference, latest) if latest else reference
    best = None
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            date = datetime.date(year, month, day or 1)
        except ValueError:
            continue
        if date > end + (120 if not past else 3 if day else 0) * DAY:
            continue
        if best is None or abs(date - reference) < abs(best - reference):
            best = date
    return best.year if best else None


def close_period(when, reference):
    """A `since` expression as an EDTF interval up to the reference day; a `range` as it stands."""
    if when.role == "range":
        return join_period(when.start, when.date)
    end = reference.edtf if reference.edtf and not reference.edtf.startswith("[") else None
    return join_period(when.start, end)


def is_ahead(date, reference):
    """Whether a date lies after the day that the document speaks from, and after its publication."""
    first, days = read_bounds(date)[0], [day for day in (reference.day, reference.latest) if day]
    return bool(days and first and first > max(days) + DAY)


def is_behind(when, reference):
    """Whether a day counted from the one that the document speaks from lies before it: nothing is planned for then."""
    last = read_bounds(when.date)[1] if when.basis == "relative" else None
    return bool(last and reference.day and last < reference.day)


def lasts_through(when, reference):
    """Whether a week, month or year has the day that the document speaks from in it."""
    first, last = read_bounds(when.date)
    return bool(reference.day and first and last and first < last and first <= reference.day <= last)
