"""Dates and counts in words, as every reader of the report sees them."""

import re

_PART = re.compile(r"(\d{4})([?~%]?)(?:-(\d{2})([?~%]?)(?:-(\d{2})([?~%]?))?)?")
_OPEN = ("", "..")

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORDS = {
    "en": {
        "months": _ENGLISH_MONTHS,
        "unknown_date": "date not known",
        "day": "{day} {month} {year}",
        "month": "{month} {year}",
        "short_day": "{day} {month}",
        "day_not_stated": "day not stated",
        "approximately": "approximately",
        "about": "about {date}",
        "year_inferred": "year inferred",
        "inferred": "inferred",
        "between": "between {first} and {last}",
        "by": "on or before {last}",
        "from_on": "on or after {first}",
        "from_to": "from {first} to {last}",
        "since": "since {first}",
        "until": "until {last}",
        "unknown_count": "number not stated",
        "=": "{low}",
        ">=": "at least {low}",
        ">": "more than {low}",
        "<=": "at most {high}",
        "<": "fewer than {high}",
        "~": "about {low}",
        "range": "{low} to {high}",
    }
}


def _choose_words(language):
    """The words of a language; ValueError names the languages there are."""
    try:
        return _WORDS[language]
    except KeyError:
        raise ValueError(f"no words for the language {language!r}; there are: {', '.join(sorted(_WORDS))}") from None


def _parse(text):
    """One EDTF date as (year, month, day, marks); month and day are None where they are not stated."""
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not an EDTF date")
    year, month, day = (int(part) if part else None for part in match.group(1, 3, 5))
    return year, month, day, match.group(2, 4, 6)


def _say_plain(year, month, day, words):
    """A date without any remark on how sure it is."""
    if not month:
        return str(year)
    name = words["months"][month - 1]
    return words["day" if day else "month"].format(day=day, month=name, year=year)


def _say_single(text, words, inside=False):
    """One date with its remarks; inside a span, remarks stay short."""
    year, month, day, marks = _parse(text)
    date = _say_plain(year, month, day, words)
    joined = "".join(mark or "" for mark in marks)
    remarks = []
    if "~" in joined or "%" in joined:
        if inside:
            date = words["about"].format(date=date)
        else:
            remarks.append(words["approximately"])
    if "?" in joined or "%" in joined:
        remarks.append(words["year_inferred" if marks[0] in ("?", "%") else "inferred"])
    if not day and not inside and "~" not in joined and "%" not in joined:
        remarks.append(words["day_not_stated"])
    return f"{date} ({', '.join(remarks)})" if remarks else date


def _say_span(first, last, pattern, words):
    """Two dates in one phrase; what both share (month and year, or year) is said once."""
    if not any(mark in first + last for mark in "?~%"):
        (year, month, day, _), (last_year, last_month, last_day, _) = _parse(first), _parse(last)
        if day and last_day and (year, month) == (last_year, last_month):
            return pattern.format(first=day, last=_say_single(last, words, inside=True))
        if day and last_day and year == last_year:
            short = words["short_day"].format(day=day, month=words["months"][month - 1])
            return pattern.format(first=short, last=_say_single(last, words, inside=True))
        if month and last_month and not day and not last_day and year == last_year:
            return pattern.format(first=words["months"][month - 1], last=_say_single(last, words, inside=True))
    return pattern.format(first=_say_single(first, words, True), last=_say_single(last, words, True))


def _say_set(first, last, words):
    """One unknown day of a set, of which either end may be open."""
    if first in _OPEN:
        return words["by"].format(last=_say_single(last, words, inside=True))
    if last in _OPEN:
        return words["from_on"].format(first=_say_single(first, words, inside=True))
    return _say_span(first, last, words["between"], words)


def _say_interval(first, last, words):
    """A period that lasted, of which either end may be open."""
    if first in _OPEN:
        return words["until"].format(last=_say_single(last, words, inside=True))
    if last in _OPEN:
        return words["since"].format(first=_say_single(first, words, inside=True))
    if first == last:
        return _say_single(first, words)
    return _say_span(first, last, words["from_to"], words)


def describe_date(edtf, language="en"):
    """An EDTF date, set or interval in words that never say more than it does; ValueError if it is none.

    `2025-07-02` is "2 July 2025", `2024-07~` "July 2024 (approximately)", `2020` "2020 (day not stated)",
    `[2022-09-06..2022-09-13]` "between 6 and 13 September 2022", `2025?-07-02` "2 July 2025 (year inferred)",
    `2024-07~/2025-07-02` "from about July 2024 to 2 July 2025"; None or "" is "date not known".
    """
    words = _choose_words(language)
    if not edtf:
        return words["unknown_date"]
    if edtf.startswith("[") and edtf.endswith("]"):
        first, dots, last = edtf[1:-1].partition("..")
        return _say_set(first, last, words) if dots else _say_single(first, words)
    first, slash, last = edtf.partition("/")
    return _say_interval(first, last, words) if slash else _say_single(first, words)


def describe_count(low, high, relation, language="en"):
    """A stated number in words with its relation: "16", "more than 300", "at least 13", "about 1,400"."""
    words = _choose_words(language)
    if relation is None or (low is None and high is None):
        return words["unknown_count"]
    if relation in ("~", "=") and low is not None and high is not None and low != high:
        relation = "range"
    low, high = (high if low is None else low), (low if high is None else high)
    return words[relation].format(low=f"{low:,}", high=f"{high:,}")
