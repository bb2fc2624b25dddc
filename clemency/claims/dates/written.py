"""Dates that a sentence writes out, whole or in part: days, months, years and seasons, with the years left out."""

import dataclasses
import datetime

from clemency.claims.dates.periods import COUNTED, WRITTEN
from clemency.claims.dates.reference import DAY, nearest_year
from clemency.claims.dates.steps import shift_year
from clemency.documents.dates import find_written_dates, format_day
from clemency.documents.edtf import read_bounds
from clemency.lexicon import DATE, SEASON
from clemency.messages import mark, say

YEAR_PARTS = {"year_begins": "-01", "year_middles": "-07", "year_ends": "-12"}
_JOINED = 2  # words from a date to the next one that is joined to it
_NEAR = 1  # sentences within which a day without a year goes on from a date with one


def find_written(finder):
    """Find the dates that are written out, and tell the years of those without one."""
    dates = [*find_written_dates(finder.words, finder.find_marked(DATE), finder.last, finder.language)]
    years = [date.year for date in dates if date.year]
    for date in dates:
        year, reason = _tell_year(finder, date, dates, years)
        if year:
            unsure = not finder.reference.day or "?" in finder.reference.edtf
            inferred = not date.year and unsure and year not in years
            _add_written(finder, date, year, inferred, reason)
        else:
            finder.add(date.first, date.last, None, "unknown", reason)


def _tell_year(finder, date, dates, years):
    """The year of a date, its own or that of the words beside it or nearest to the document, and the reason for it."""
    if date.year:
        return date.year, WRITTEN
    joined = len(years) == 1 and date.month and finder.words[date.last - 1] != ","
    reference = finder.reference
    if joined and (year := _year_joined(date, dates)):
        return year, mark("{words}: the year stands with the date beside it.")
    if not reference.day and (year := _year_before(finder, date)):
        return year, mark("{words} is written without a year; the one of the date before it is likely.")
    if reference.day and (year := _year_beside(finder, date)):
        return year, mark("{words}: the year is told by the words beside it.")
    if reference.day and (
        year := nearest_year(date.month, date.day, reference.day, not finder.planned, reference.latest)
    ):
        return year, mark("{words} is written without a year; counted from {reference}.")
    return None, mark("{words} is written without a year, and none can be told.")


def _add_written(finder, date, year, inferred, reason):
    """A date as the words before it take it: for a day's eve, the opening of a period, a range or a name."""
    edtf = (date if date.year else dataclasses.replace(date, year=year)).edtf
    if inferred:
        edtf = edtf.replace(f"{year:04}", f"{year:04}?")
    edge = _find_edge(finder, date, edtf)
    edtf = _narrow_year(finder, date, edtf)
    if date.day and _leads(finder, "eve", date):
        edtf = (datetime.date(year, date.month, date.day) - DAY).isoformat()
        reason = mark("{words} is the day after it.")
        date = dataclasses.replace(date, first=date.first - 1)
    opener = finder.words[date.first - 1] if date.first > finder.first else ""
    if _leads(finder, "begun", date):  # «arrested over the protests that began in September»
        finder.add(date.first, date.last, None, "stated", reason, "since", edtf)
    elif date.last_day and opener in finder.rules["range_opens"]:
        first, last = edtf.strip("[]").split("..")  # «from 1 to 15 October»
        finder.add(date.first, date.last, last, "stated", reason, "range", first)
    else:
        named = (
            _is_name(finder, date) or (date.year and _leads(finder, "causes_of", date)) or _names_event(finder, date)
        )
        finder.add(date.first, date.last, edtf, "stated", reason, "name" if named else "point" if date.day else "span")
        if edge and finder.found and finder.found[-1].first == date.first:
            finder.found[-1].edge = edge


def _year_joined(date, dates):
    """The year that the last of the dates joined to one has: «in January, February and March 2024»."""
    for other in dates:
        if 0 < other.first - date.last <= _JOINED:
            date = other
    return date.year


def _year_beside(finder, date):
    """«In July last year», «летась у ліпені»; «last January», said in January, is the one a year ago."""
    for hit in finder.hits.of("spans"):
        beside = 0 <= hit.first - date.last <= 1 or 0 <= date.first - hit.last <= 1
        opens = hit.first <= finder.first + 1 and hit.last <= date.first  # «Last year he freed 222 in May, 12 in June»
        if (beside or opens) and hit.entry.startswith("year"):
            finder.consumed.add(hit.first)
            return int(shift_year(finder.reference.day, int(hit.entry[-1]) * (-1 if "-" in hit.entry else 1)))
    last = date.first > finder.first and finder.words[date.first - 1] in finder.rules["last"]
    now = finder.reference.day
    ahead = not date.day or date.day >= now.day  # «на прошлое 8 марта», said on 8 March
    return now.year - 1 if last and date.month == now.month and ahead else None


def _year_before(finder, date):
    """In a text without a day, the year that a sentence shortly before has named: «in 2023 … on 31 December»."""
    before = finder.before
    if not before or not before.date or finder.number - finder.text.sentence_at(before.first) > _NEAR:
        return None
    first, last = read_bounds(before.date)
    same = first and last and first.year == last.year and (date.month or 12) >= first.month
    return first.year if same else None


def _find_edge(finder, date, edtf):
    """The day, about, at which a month or year begins or ends, if the words before it say so."""
    if date.day or "?" in edtf:
        return None
    for hit in finder.hits.of_any("year_begins", "year_ends"):
        if hit.last == date.first:
            bounds = read_bounds(edtf)
            return bounds[hit.section == "year_ends"].isoformat() + "~"
    return None


def _leads(finder, section, date):
    """Whether a phrase of a section ends right before a date: «held over the protests of 11 July»."""
    return any(hit.last == date.first for hit in finder.hits.of(section))


def _is_name(finder, date):
    """«The January unrest» and «the 2020 protests» name an event; they date nothing else."""
    alone = not (date.month and date.year) and not date.day
    owns = date.last < finder.last and finder.words[date.last] == "'s"  # «July's disputed vote»
    led = date.first > finder.first and finder.words[date.first - 1] in finder.rules["before_names"]
    return alone and (led or owns)


def _names_event(finder, date):
    """«After 2020 unrest», «the July 28 presidential vote», «протесты 2020 года»: an event is known by its date."""
    words, first, last, nouns = finder.words, date.first, date.last, finder.language.event_nouns
    before = words[first - 1] if first > finder.first else ""
    if before in finder.rules["of"] and words[first - 2] in nouns:  # «the election of 28 July»
        return True
    if before.startswith(finder.language.events_of):
        return True
    if before in finder.rules["not_before_names"]:
        return False
    return last < finder.last and (
        words[last] in nouns or (words[last].isalpha() and last + 1 < finder.last and words[last + 1] in nouns)
    )


def _narrow_year(finder, date, edtf):
    """The end of 2024 is its December, the beginning its January, the middle its July."""
    if date.month is None:
        for hit in finder.hits.of_any(*YEAR_PARTS):
            if hit.last == date.first:
                return edtf + YEAR_PARTS[hit.section]
    return edtf


def find_month_pairs(finder):
    """«В январе-сентябре», two months in one word: of the year that follows, or of the last that there was."""
    for i in finder.find_marked(DATE):
        first, _, last = finder.words[i].partition("-")
        if not (first in finder.language.months and last in finder.language.months):
            continue
        first, last = finder.language.months[first], finder.language.months[last]
        years = [when for when in finder.found if when.first == i + 1 and len(when.date or "") == 4]
        year = finder.reference.day and nearest_year(last, None, finder.reference.day, past=True)
        for when in years:
            finder.found.remove(when)
            year = int(when.date)
        if year:
            start, end = format_day(year - (first > last), first), format_day(year, last)
            finder.add(i, years[0].last if years else i + 1, end, "stated", WRITTEN, "range", start)


def find_first_months(finder):
    """The first ten months of 2025: its January to its October."""
    for when in finder.found:
        i = when.first - 1
        i -= i > finder.first and finder.words[i] in finder.rules["of"]
        if i <= finder.first or not when.date or len(when.date) != 4:
            continue
        amount = finder.amount(i - 1) if finder.language.units.get(finder.words[i]) == "month" else None
        opens = i - 2 if finder.words[i - 2] in finder.rules["first"] else i - 1
        if amount and amount <= 12 and (opens == i - 2 or not finder.rules["first_needed"]):
            when.first, when.role, when.start = max(opens, finder.first), "range", f"{when.date}-01"
            when.date = f"{when.date}-{amount:02}"
            when.reason = say(WRITTEN, words=finder.quote(when.first, when.last))


def find_seasons(finder):
    """Over the summer; in the spring of 2023: three months, of the year beside it or the last that there was."""
    for i in finder.find_marked(SEASON):
        month = finder.language.seasons[finder.words[i]]
        if not finder.reference.day or not _opens_season(finder, i):
            continue
        of = i + 1 < finder.last and finder.words[i + 1] in finder.rules["of"]
        beside = [when for when in finder.found if when.first == i + 1 + of and len(when.date or "") == 4]
        now = finder.reference.day
        long = beside and now.year - int(beside[0].date) > 2
        if long and any(hit.first < i <= hit.last + 1 for hit in finder.hits.of("since")):
            continue  # «since the spring of 2020» is since 2020: people count long periods by the year
        past = now.year - (
            month > now.month or (finder.words[i - 1] in finder.rules["last"] and month + 2 >= now.month)
        )
        year = int(beside[0].date) if beside else past
        for when in beside:
            finder.found.remove(when)
        last = beside[0].last if beside else i + 1
        start, end = format_day(year, month), format_day(year, month + 2)
        finder.add(i, last, end, "relative", WRITTEN if beside else COUNTED, "range", start)
        finder.found[-1].season = finder.found[-1].first == i


def _opens_season(finder, i):
    """Whether the word before shows that a word such as «spring» names the season."""
    before = finder.rules["before_seasons"]
    return not before or (i > finder.first and finder.words[i - 1] in before)
