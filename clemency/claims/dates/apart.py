"""Days that are told by how far they lie from another: «two days before Christmas», «12 days after the decree of»."""

import datetime

from clemency.claims.dates.reference import nearest_year
from clemency.claims.dates.steps import step_back, step_on
from clemency.documents.edtf import read_bounds
from clemency.messages import mark, say_day

COUNTED = mark("{words} is counted from {reference}.")
_REACH = 7  # words up to the date of an event
_BREAKS = (",", ";", ":", "—", "(")


def find_holiday(finder, at):
    """The holiday that a word, or the one before it, leads to, as its hit and its day; of two the nearest, or None."""
    now, rows = finder.reference.day, []
    for hit in finder.hits.of("holiday"):
        _, month, day, country = hit.entry
        # another country's Independence Day is another day
        if now and 0 <= hit.first - at <= 1 and country in ("", finder.text.home or country):
            date = datetime.date(nearest_year(month, day, now, past=False), month, day)
            rows.append((hit.first, abs(date - now), hit, date))
    return min(rows, key=lambda row: row[:2])[2:] if rows else None


def add_apart(finder, i, unit):
    """«Two days before Christmas», «спустя 12 дней после указа от 7 марта»: so many days or weeks off an event's day.

    `i` is the place of the unit.
    """
    rules, amount = finder.rules, finder.amount(i - 1)
    amount = amount or (1 if finder.words[i - 1] in (*rules["passed"], *rules["over"]) else None)  # «за неделю до»
    side = finder.words[i + 1] if i + 1 < finder.last else ""
    before = side in rules["before_event"]
    if unit not in ("day", "week") or not amount or not (before or side in rules["after_event"]):
        return False
    base = _find_event(finder, i + 2)
    if not base or finder.planned:
        return False
    day, last = base
    edtf = (step_back if before else step_on)(day, amount, unit)
    if finder.reference.day and read_bounds(edtf)[0] > finder.reference.day:
        return False
    finder.found = [when for when in finder.found if not i <= when.first < last]
    finder.add(i - 1, last, edtf, "relative", COUNTED, reference=say_day(day))
    return True


def _find_event(finder, at):
    """The day of the event that a word leads to, a holiday's or the one written behind it, with where it ends."""
    holiday = find_holiday(finder, at)
    if holiday:
        return holiday[1], holiday[0].last
    for when in finder.found:
        gap = finder.words[at : when.first]
        if at <= when.first <= at + _REACH and when.role != "since" and len(when.date or "") == 10:
            parted = any(word in _BREAKS or word[:1].isdecimal() for word in gap)
            return None if parted else (read_bounds(when.date)[0], when.last)
    return None
