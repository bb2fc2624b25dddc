"""Dates as EDTF strings (ISO 8601-2), in the forms that this project writes, and the days that they allow."""

import calendar
import datetime
import functools
import re

_DAY = re.compile(r"(\d{4})([?~%]?)(?:-(\d{2})([?~%]?)(?:-(\d{2})([?~%]?))?)?")


def _parse_day(text):
    """A single EDTF date as its first and last day; ValueError if it is none."""
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not an EDTF date")
    year, month, day = (int(part) if part else None for part in match.group(1, 3, 5))
    if day:
        return (datetime.date(year, month, day),) * 2
    if month:
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


@functools.lru_cache(maxsize=4096)
def read_bounds(text):
    """The first and last day that an EDTF date, set `[a..b]` or interval `a/b` allows; None for an open end.

    Bounds are strict: `2024-07~` is July 2024. Raises ValueError for anything else.
    """
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition("..")
        if not dots:
            raise ValueError(f"{text!r} is not an EDTF set; write [2022-09-06..2022-09-13]")
    else:
        first, slash, last = text.partition("/")
        last = last if slash else first
    open_ends = ("", "..")
    if first in open_ends and last in open_ends:
        raise ValueError(f"{text!r} names no day")
    earliest = None if first in open_ends else _parse_day(first)[0]
    latest = None if last in open_ends else _parse_day(last)[1]
    if earliest and latest and latest < earliest:
        raise ValueError(f"{text!r} ends before it begins")
    return earliest, latest


def mark_approximate(text):
    """A date as an approximate one: with `~`, or with `%` if it is inferred, too; a set says itself how wide it is."""
    if text.endswith(("~", "%", "]")):
        return text
    return text[:-1] + "%" if text.endswith("?") else text + "~"


def is_approximate(text):
    """Whether a date, or an end of an interval, is marked as approximate."""
    return "~" in text or "%" in text


def is_inferred(text):
    """Whether a part of a date, such as its year, was inferred."""
    return "?" in text or "%" in text


def join_period(start, end):
    """An interval from one EDTF date to another; an unknown end is `..`.

    There is none if both ends are unknown, or if it would end before it begins. An interval's end may not be a set,
    so a set gives its first day as the start and its last as the end.
    """
    if start and start.startswith("["):
        start = read_bounds(start)[0].isoformat()
    if end and end.startswith("["):
        end = read_bounds(end)[1].isoformat()
    if start and end and read_bounds(start)[0] > read_bounds(end)[1]:
        return None
    return f"{start or '..'}/{end or '..'}" if start or end else None
