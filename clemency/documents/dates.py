"""Absolute dates as documents write them, in words and in digits, with or without a year."""

import dataclasses
import datetime
import re

_JOINED = re.compile(r"\d\s*[./-]\s*\d")
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclasses.dataclass(slots=True)
class WrittenDate:
    """A date in the words `[first, last)`; what the text does not give is None."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None  # of "3-5 July"

    @property
    def edtf(self):
        """The date as EDTF; only for a date with a year."""
        if self.last_day:
            return (
                f"[{format_day(self.year, self.month, self.day)}..{format_day(self.year, self.month, self.last_day)}]"
            )
        return format_day(self.year, self.month, self.day)


def format_day(year, month=None, day=None):
    """EDTF of a year, a month or a day."""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def may_name_day(folded, language):
    """Whether a line, as the language folds it, could hold a date with a day: one names its month or joins numbers."""
    return any(map(folded.__contains__, language.month_stems)) or bool(_JOINED.search(folded))


def find_dates_in(words, language):
    """Every absolute date among the words of a line, one after another."""
    months = language.months
    places = [i for i, word in enumerate(words) if word[0].isdecimal() or word in months]
    return find_written_dates(words, places, len(words), language)


def find_written_dates(words, places, last, language):
    """Every absolute date that begins at one of some places, longest form first; impossible days are no dates.

    The places are those of words that begin with a digit, or are months.
    """
    end = 0
    for i in places:
        date = _read_date(words, i, last, language) if i >= end else None
        if date and _is_possible(date):
            yield date
            end = date.last


def _is_possible(date):
    try:
        datetime.date(date.year or 2024, date.month or 1, date.day or 1)
        datetime.date(date.year or 2024, date.month or 1, date.last_day or 1)
    except (ValueError, OverflowError):
        return False
    return date.year is None or 1900 <= date.year <= 2100


def _read_date(words, i, last, language):
    if words[i] in language.months:
        return _read_month_first(words, i, last, language)
    return (
        _read_digits(words, i, last)
        or _read_day_first(words, i, last, language)
        or _read_year(words, i, last, language)
    )


def _number(words, i, last, low, high):
    """The whole number at word i if it lies within bounds."""
    if i < last and words[i].isdecimal() and len(words[i]) <= 4 and low <= int(words[i]) <= high:
        return int(words[i])
    return None


def _year_at(words, i, last):
    """A year at word i, after an optional comma or full stop: (year, end), or (None, i)."""
    for skip in (0, 1):
        if skip and not (i < last and words[i] in ",."):
            break
        year = _number(words, i + skip, last, 1900, 2100)
        if year and len(words[i + skip]) == 4:
            return year, i + skip + 1
    return None, i


def _read_digits(words, i, last):
    """2024-07-03, 03.07.2024, 03-07-2024 and 03/07/2024; the day stands first unless it could not."""
    match = "." in words[i] and _NUMERIC.fullmatch(words[i])
    if match:
        return _order_day_and_month(i, i + 1, *map(int, match.groups()))
    if i + 4 < last and words[i + 1] == words[i + 3] and words[i + 1] in "-/":
        parts = [words[i], words[i + 2], words[i + 4]]
        if all(part.isdecimal() and len(part) <= 4 for part in parts):
            if len(parts[0]) == 4:
                return WrittenDate(i, i + 5, *map(int, parts))
            if len(parts[2]) == 4:
                return _order_day_and_month(i, i + 5, *map(int, parts))
    return None


def _order_day_and_month(first, last, day, month, year):
    if month > 12:
        day, month = month, day
    return WrittenDate(first, last, year, month, day)


def _read_day_first(words, i, last, language):
    """3 July 2024, 3rd of July, 3-5 July."""
    day, j = _number(words, i, last, 1, 31), i + 1
    if not day:
        return None
    last_day = None
    if j < last and words[j] in "-—" and _number(words, j + 1, last, day + 1, 31):
        last_day, j = int(words[j + 1]), j + 2
    rules = language.rules["dates"]
    ranges = i and words[i - 1] in rules["range_opens"] and j < last and words[j] in rules["range_joins"]
    if ranges and last_day is None and _number(words, j + 1, last, day + 1, 31):
        last_day, j = int(words[j + 1]), j + 2  # «from 1 to 15 October»
    while j < last and (words[j] == "-" or words[j] in rules["ordinals"] or words[j] in rules["of"]):
        j += 1
    if j < last and words[j] in language.months:
        year, end = _year_at(words, j + 1, last)
        return WrittenDate(i, end, year, language.months[words[j]], day, last_day)
    return None


def _read_month_first(words, i, last, language):
    """July 3, 2024; July 2024; or July alone, where the word is not another word too."""
    month, j = language.months[words[i]], i + 1
    if j < last and words[j] == "." and len(words[i]) <= 4:
        j += 1
    first, day = _day_in_words(words, i, language)
    if day:
        year, end = _year_at(words, j, last)
        return WrittenDate(first, end if year else j, year, month, day)
    day = _number(words, j, last, 1, 31)
    if day and not (j + 1 < last and words[j + 1] in language.months):
        end = j + 1
        while end < last and words[end] in language.rules["dates"]["ordinals"]:
            end += 1
        last_day = None
        if end < last and words[end] in "-—" and _number(words, end + 1, last, day + 1, 31):
            last_day, end = int(words[end + 1]), end + 2
        plain = end == j + 1
        year, end = _year_at(words, end, last)
        if year or not (plain and _counts(words, i, language)):
            return WrittenDate(i, end, year, month, day, last_day)
    year, end = _year_at(words, j, last)
    needs = language.rules["dates"]["month_needs"].get(words[i])
    if not year and needs and not (i and words[i - 1] in needs.split("|")) and not _ends_months(words, i, language):
        return None
    return WrittenDate(i, end if year else i + 1, year, month, None)


def _counts(words, i, language):
    """Whether a number behind a month is no day of it: «in July 18 prisoners left», «в июле 18 заключённых вышли»."""
    rules = language.rules["dates"]
    return not rules["day_behind_month"] or (i > 0 and words[i - 1] in rules["before_whole_month"])


def _day_in_words(words, i, language):
    """Where a day before a month begins, if it is written in words, and its number: «twenty-first of July»."""
    rules = language.rules["dates"]
    at = i - 2 if rules["of"] and i > 1 and words[i - 1] in rules["of"] else i - 1
    if at < 0 or (rules["of"] and at == i - 1):
        return i, None
    *tens, word = words[at].split("-")
    day, first = language.ordinal_days.get(word), at
    if day and day < 10 and not tens and at and words[at - 1] in language.number_words:
        tens, first = [words[at - 1]], at - 1  # «двадцать первого июля»
    if day and tens:
        ten = language.number_words.get(tens[0])
        return (first, ten + day) if ten in (20, 30) and day < 10 else (at, day) if first < at else (i, None)
    return (at, day) if day else (i, None)


def _ends_months(words, i, language):
    """Whether a month closes a span of months: «between January and May»."""
    joins = ("—", "-", *language.rules["dates"]["range_joins"])
    return i > 1 and words[i - 1] in joins and words[i - 2] in language.months


def _read_year(words, i, last, language):
    """A year alone, where a word beside it shows that it is one."""
    year = _number(words, i, last, 1900, 2100) if len(words[i]) == 4 else None
    if not year:
        return None
    beside = language.rules["dates"]["beside_year"]
    endings = language.rules["dates"]["year_endings"]
    if i + 2 < last and words[i + 1] == "-" and words[i + 2] in endings:
        return WrittenDate(i, i + 3, year, None, None)  # «с лета 2024-го»
    if _is_beside_year(words, i, last):
        return WrittenDate(i, i + 1, year, None, None)  # «in 2024-2025»
    if (i and words[i - 1] in beside["before"]) or (i + 1 < last and words[i + 1] in beside["after"]):
        end = i + 2 if i + 1 < last and words[i + 1] in beside["after"] else i + 1
        return WrittenDate(i, end, year, None, None)
    return None


def _is_beside_year(words, i, last):
    """Whether a dash joins a year to the next one or to the one before it."""
    for other, dash in ((i - 2, i - 1), (i + 2, i + 1)):
        year = _number(words, other, last, 1900, 2100) if other >= 0 else None
        if year and len(words[other]) == 4 and words[dash] in "-—" and int(words[i]) - year == (1 if other < i else -1):
            return True
    return False
