"""Dates and counts in words, as every reader of the report sees them."""

import functools
import re

from clemency.messages import Vocabulary, month_name, say, say_in, tell_language, write_number

_PART = re.compile(r"(\d{4})([?~%]?)(?:-(\d{2})([?~%]?)(?:-(\d{2})([?~%]?))?)?")
_OPEN = ("", "..")
_COUNTS = Vocabulary(
    "count",
    {
        "=": "{low}",
        ">=": "at least {low}",
        ">": "more than {low}",
        "<=": "at most {high}",
        "<": "fewer than {high}",
        "~": "about {low}",
        "range": "{low} to {high}",
    },
)


def _parse(text):
    """One EDTF date as (year, month, day, marks); month and day are None where they are not stated."""
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not an EDTF date")
    year, month, day = (int(part) if part else None for part in match.group(1, 3, 5))
    return year, month, day, match.group(2, 4, 6)


def _say_plain(year, month, day, inside):
    """A date without any remark on how sure it is; one inside a span stands after a word such as "since"."""
    if day:
        return say_in("date", "{day} {month} {year}", day=day, month=month_name(month), year=str(year))
    name = month and month_name(month, alone=not inside)
    if inside:
        pattern = say_in("date inside a span", "{month} {year}") if month else say_in("date inside a span", "{year}")
    else:
        pattern = say_in("date", "{month} {year}") if month else say_in("date", "{year}")
    return pattern.format(month=name, year=year)


def _say_single(text, inside=False):
    """One date with its remarks; inside a span, remarks stay short."""
    year, month, day, marks = _parse(text)
    date = _say_plain(year, month, day, inside)
    joined = "".join(mark or "" for mark in marks)
    remarks = []
    if "~" in joined or "%" in joined:
        if inside:
            date = say("about {date}", date=date)
        else:
            remarks.append(say("approximately"))
    if "?" in joined or "%" in joined:
        remarks.append(say("year inferred") if marks[0] in ("?", "%") else say("inferred"))
    if not day and not inside and "~" not in joined and "%" not in joined:
        remarks.append(say("day not stated"))
    return f"{date} ({', '.join(remarks)})" if remarks else date


def _say_span(first, last, pattern):
    """Two dates in one phrase; what both share (month and year, or year) is said once."""
    if not any(mark in first + last for mark in "?~%"):
        (year, month, day, _), (last_year, last_month, last_day, _) = _parse(first), _parse(last)
        if day and last_day and (year, month) == (last_year, last_month):
            return pattern.format(first=day, last=_say_single(last, inside=True))
        if day and last_day and year == last_year:
            short = say_in("date inside a span", "{day} {month}", day=day, month=month_name(month))
            return pattern.format(first=short, last=_say_single(last, inside=True))
        if month and last_month and not day and not last_day and year == last_year:
            return pattern.format(first=month_name(month), last=_say_single(last, inside=True))
    return pattern.format(first=_say_single(first, True), last=_say_single(last, True))


def _say_set(first, last):
    """One unknown day of a set, of which either end may be open."""
    if first in _OPEN:
        return say("on or before {last}", last=_say_single(last, inside=True))
    if last in _OPEN:
        return say("on or after {first}", first=_say_single(first, inside=True))
    if _parse(first)[2] and _parse(last)[2]:
        return _say_span(first, last, say_in("days", "between {first} and {last}"))
    return _say_span(first, last, say_in("months or years", "between {first} and {last}"))


def _say_interval(first, last):
    """A period that lasted, of which either end may be open."""
    if first in _OPEN:
        return say("until {last}", last=_say_single(last, inside=True))
    if last in _OPEN:
        return say("since {first}", first=_say_single(first, inside=True))
    if first == last:
        return _say_single(first)
    return _say_span(first, last, say("from {first} to {last}"))


def describe_date(edtf):
    """An EDTF date, set or interval in words that never say more than it does; ValueError if it is none.

    `2025-07-02` is "2 July 2025", `2024-07~` "July 2024 (approximately)", `2020` "2020 (day not stated)",
    `[2022-09-06..2022-09-13]` "between 6 and 13 September 2022", `2025?-07-02` "2 July 2025 (year inferred)",
    `2024-07~/2025-07-02` "from about July 2024 to 2 July 2025"; None or "" is "date not known".
    """
    return _describe(edtf, tell_language()) if edtf else say("date not known")


@functools.lru_cache(maxsize=16384)
def _describe(edtf, _language):
    """The words for a date, which many claims share, in the language that is spoken."""
    if edtf.startswith("[") and edtf.endswith("]"):
        first, dots, last = edtf[1:-1].partition("..")
        return _say_set(first, last) if dots else _say_single(first)
    first, slash, last = edtf.partition("/")
    return _say_interval(first, last) if slash else _say_single(first)


def say_name(name):
    """A speaker's canonical name, as the language writes it if the lexicon knows the speaker."""
    return say_in("source", name)


def say_part(part):
    """A part of the people counted, such as "over 50" for over_50."""
    return say_in("part of the people counted", part.replace("_", " "))


def describe_count(low, high, relation):
    """A stated number in words with its relation: "16", "more than 300", "at least 13", "about 1,400"."""
    if relation is None or (low is None and high is None):
        return say("number not stated")
    if relation in ("~", "=") and low is not None and high is not None and low != high:
        relation = "range"
    low, high = (high if low is None else low), (low if high is None else high)
    return _COUNTS[relation].format(low=write_number(low), high=write_number(high))
