"""When a document was published: from its sidecar, its page, its dateline, or what the text gives away."""

import calendar
import collections
import itertools
import re

from clemency.documents.dates import find_dates_in, format_day
from clemency.documents.sidecar import SIDECAR
from clemency.lexicon.match import TOKEN
from clemency.messages import quote, say

_YEAR = re.compile(r"(?:19|20)(?<![\d.,]\d\d)\d\d(?![\d.,]*\d)")
_COPYRIGHT = re.compile(r"(?:©|\bcopyright\b)[^\n]{0,60}", re.IGNORECASE)
_OPENING = 600  # characters
_NEWS = 14  # days for which a report may tell what happened with the year, though it is its own
_MIDDLE = 15  # a day from which a report may look back on its month


def date_document(text, blocks, datelines, language, row, known):
    """When the document was published: (EDTF, basis, reason); `known` is what its page tells of itself."""
    if row.get("published"):
        return row["published"], "sidecar", row.get("published_reason") or say("The date is from {file}.", file=SIDECAR)
    if known.get("published"):
        return known["published"], "stated", known["published_reason"]
    if not datelines:
        return _date_by_opening(text, blocks, language)
    line = _latest_dateline(datelines)
    words = quote(text[line.start : line.end].strip())
    if line.year:
        return format_day(line.year, line.month, line.day), "stated", say("The dateline reads {words}.", words=words)
    year, reason = _infer_year(text, blocks, language, line.month, line.day)
    said = say("The dateline reads {words} without a year; {reason}.", words=words, reason=reason)
    return _mark_year(year, line), "inferred" if year else "unknown", said


def _mark_year(year, day):
    """A day whose year is inferred, as EDTF; nothing if no year could be."""
    if not year:
        return ""
    edtf = format_day(year, day.month, day.day)
    return f"{edtf[:4]}?{edtf[4:]}"


def _latest_dateline(datelines):
    """The first dateline, or the last one of a chronicle: of three or more, each later in the year than the last."""
    days = [(line.year or 0, line.month, line.day) for line in datelines]
    goes_on = len(days) > 2 and all(one < two for one, two in itertools.pairwise(days))
    return datelines[-1] if goes_on else datelines[0]


def _date_by_opening(text, blocks, language):
    """Without a dateline, the first day that the opening names is taken for about the day of publication."""
    days = [date for date in _find_dates(text[:_OPENING], language) if date.day and not date.last_day]
    if not days:
        return "", "unknown", say("The text gives no date of its own.")
    day = days[0]
    if day.year:
        edtf = format_day(day.year, day.month, day.day)
        reason = say("The text has no dateline; the first day that its opening names is {day}.", day=edtf)
        return f"{edtf}~", "inferred", reason
    year, reason = _infer_year(text, blocks, language, day.month, day.day)
    said = say("The text has no dateline; its opening names a day without a year; {reason}.", reason=reason)
    return _mark_year(year, day), "inferred" if year else "unknown", said


def _find_dates(text, language):
    """The dates that a text names in full or in part."""
    return find_dates_in(TOKEN.findall(language.prepare(text)), language)


def _infer_year(text, blocks, language, month, day):
    """(year, what tells it) for a day without one: a year that has the day, or None.

    The years that a report names are mostly those gone by, for its own it need not name. So only those count that
    stand around it, as in other headlines and under a sign of copyright, and those of dates near by.
    """
    beside = [text[block.start : block.end] for block in blocks if block.zone in ("sidebar", "furniture")]
    owned = (_YEAR.findall(line)[-1:] for line in _COPYRIGHT.findall(text))  # «© 1999–2025»: the last
    around = map(int, [*_YEAR.findall("\n".join(beside)), *itertools.chain.from_iterable(owned)])
    if year := _choose_year(around, month, day):
        return year, say("what stands around the text names {year} most", year=str(year))
    if year := _choose_year(_list_years_near(text, blocks, language, month, day), month, day):
        return year, say("the text names {year} with a date near by", year=str(year))
    return None, say("nothing in the text tells of which; a row in {file} can", file=SIDECAR)


def _list_years_near(text, blocks, language, month, day):
    """The years of dates near a day: in a headline of its month or the one before, elsewhere as `_is_near` says."""
    headline = "\n".join(text[block.start : block.end] for block in blocks if block.zone == "headline")
    above = [date for date in _find_dates(headline, language) if date.month in (month, month - 1)]
    near = [date for date in _find_dates(text, language) if _is_near(date, month, day)]
    return [date.year for date in [*above, *near] if date.year]


def _choose_year(years, month, day):
    """The year that is named most of those that have a day; None if there is none, or two are named as often."""
    counts = collections.Counter(year for year in years if day <= calendar.monthrange(year, month)[1]).most_common(2)
    alone = len(counts) == 1 or (counts and counts[0][1] > counts[1][1])
    return counts[0][0] if alone else None


def _is_near(date, month, day):
    """Whether a date with a year may be of the year of a day: of its month, now past its middle, or just before it."""
    if date.month != month:
        return False
    return 0 <= day - date.day <= _NEWS if date.day else day >= _MIDDLE
