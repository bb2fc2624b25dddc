"""Dates that words give by what they count from: parts of a year, «in the course of the year», «a week later»."""

import calendar
import datetime

from clemency.claims.dates.apart import COUNTED, add_apart
from clemency.claims.dates.reference import DAY
from clemency.claims.dates.steps import step_on
from clemency.documents.dates import format_day
from clemency.documents.edtf import read_bounds
from clemency.lexicon import DATE, STEP
from clemency.messages import mark, say, say_day

WRITTEN = mark("{words} is written in the sentence.")
_OF_MONTH = mark("{words} is a day of the month named last.")
OF_EVENT = mark("{words} is counted from the event that is named by its date.")
_LONG = 4  # years from which people count by the year: «in five years», said in 2025, is since 2020
_WEEKS = 14  # days that «in the days after» may mean; «in the weeks after» means more
_OPENING = 12  # until this day a month's review is of the month before, and until February a year's of the year before


def find_periods(finder, frames):
    """Add to a sentence's expressions those that have no date of their own; `frames` is what the headline names."""
    for hit in finder.hits.of_any(*PERIODS):
        PERIODS[hit.section](finder, hit, frames)


def find_steps(finder):
    """Add to a sentence's expressions those that tell how long something took, or came after something else."""
    for i in finder.find_marked(STEP):
        word = finder.words[i]
        unit = finder.language.units.get(word)
        if unit and (_add_following(finder, i, unit) or add_apart(finder, i, unit)):
            continue
        if unit == "month":
            _add_months(finder, i)
        elif unit == "year":
            _add_over_years(finder, i)
        elif word in finder.rules["later"]:
            _add_later(finder, i - 1, i + 1)
        elif word in finder.rules["passed"]:
            _add_passed(finder, i)


def find_bare_days(finder, frames):
    """Add days that are told without a month: «on the 26th», «2-го числа», of the month named last."""
    rules = finder.rules
    for i in finder.find_marked(DATE):
        number = finder.words[i]
        at = i + 1 + (finder.words[i + 1 : i + 2] == ["-"])
        if not (number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 31):
            continue
        if at >= finder.last or finder.words[at] not in rules["ordinals"]:
            continue
        then = finder.words[at + 1] if at + 1 < finder.last else "."
        named = then in rules["day_nouns"]
        led = " ".join(finder.words[max(finder.first, i - 2) : i]) in rules["day_leads"]
        alone = not then[0].isalpha() or then in finder.language.number_words
        if named or (led and alone):
            _add_bare_day(finder, i, at + 1 + named, int(number), frames)


def _add_bare_day(finder, first, last, number, frames):
    day, date = finder.reference.day, _date_before(finder, first)
    month = (date[:7] if date and len(date) in (7, 10) and "?" not in date else None) or frames.get("month")
    if not month and day:
        ended = day.replace(day=1) - DAY if number > day.day else day
        month = format_day(ended.year, ended.month)
    if month and number <= calendar.monthrange(int(month[:4]), int(month[5:7]))[1]:
        finder.add(first, last, f"{month}-{number:02}", "relative", _OF_MONTH)


def _add_months(finder, i):
    """The first five months of the year, where no year is written: of this one, as far as it has gone."""
    at = i + 1
    while at < finder.last and finder.words[at] in finder.rules["of_the"]:
        at += 1
    of_year = at < finder.last and finder.language.units.get(finder.words[at]) == "year"
    opens = i - 1
    while opens > finder.first and finder.words[opens] in finder.rules["first"]:
        opens -= 1  # «за два первых месяца года»
    amount = finder.amount(opens) if i > finder.first else None
    leads = finder.words[max(finder.first, opens - 1)] in finder.rules["first"] or opens < i - 1
    beside = finder.words[at] if at < finder.last else ""
    if leads and not beside.isdecimal():
        of_year = True  # «for the first ten months 390 were released»
    if amount and not of_year:
        _add_over_months(finder, i, amount)
    elif amount and amount <= 12 and finder.reference.day:
        year = finder.reference.day.year - (amount > finder.reference.day.month)
        last = at + 1 if at < finder.last and finder.language.units.get(finder.words[at]) == "year" else i + 1
        finder.add(opens, last, format_day(year, amount), "relative", COUNTED, "range", format_day(year, 1))


def _add_following(finder, i, unit):
    """«In the two months that followed», «за последующие полгода»: from the day or the month named last."""
    at = i - 1 if finder.amount(i - 1) else i
    rules, after = finder.rules, finder.words[i + 1 : i + 3]
    led = at > finder.first and finder.words[at - 1] in rules["following"]
    trails = len(after) == 2 and after[1] in rules["followed"]
    base = _day_before(finder, at) if led or trails else None
    if not base or finder.planned or unit not in ("day", "week", "month", "year"):
        return False
    end = step_on(base, finder.amount(i - 1) or 1, unit).rstrip("~")
    if finder.reference.day and end > finder.reference.day.isoformat():
        return False
    first = at - 1 if led else at
    last = i + 3 if trails else i + 1
    finder.add(first, last, end, "relative", COUNTED, "range", base.isoformat()[: len(end)])
    return True


def _add_over_months(finder, i, amount):
    """«За два месяца», «over three months»: so many months back from the day of the document."""
    over = i - 2 >= finder.first and finder.words[i - 2] in finder.rules["over"]
    if over and amount <= 24 and finder.reference.day and not finder.planned:
        start = step_on(finder.reference.day, -amount, "month")
        finder.add(i - 2, i + 1, None, "relative", COUNTED, "since", start)


def _add_over_years(finder, i):
    """«За три года»: so many years back, where the word for it does not also say «more than»."""
    amount = finder.amount(i - 1) if i - 2 >= finder.first else None
    over = amount and finder.words[i - 2] in finder.rules["over_years"]
    if over and 1 < amount <= 10 and finder.reference.day and not finder.planned:
        start = step_on(finder.reference.day, -int(12 * amount), "month")[: 4 if amount >= _LONG else None]
        finder.add(i - 2, i + 1, None, "relative", COUNTED, "since", start)


def _take_year(finder, at):
    """The year alone that begins at a word or at the one after it, which then is no expression of its own."""
    when = _year_after(finder, at)
    if when:
        finder.found.remove(when)
    return int(when.date) if when else None


def _year_after(finder, at):
    years = [when for when in finder.found if when.role in ("span", "name") and when.date and len(when.date) == 4]
    return next((when for when in years if at <= when.first <= at + 1), None)


def _add_part_of_year(finder, hit, _frames):
    """The first half of 2025; в первом квартале."""
    first, last = map(int, hit.entry.split("-"))
    if _add_part_of_named_month(finder, hit, first, last):
        return
    written = year = _take_year(finder, hit.last)
    if not year and finder.reference.day:
        year = finder.reference.day.year
    if year and not written and first > finder.reference.day.month:
        year -= 1  # «at the end of the year», said in January
    told = ("stated", WRITTEN) if written else ("relative", COUNTED)
    if year and first < last:
        finder.add(hit.first, hit.last, format_day(year, last), *told, "range", format_day(year, first))
    elif year:  # «at the end of the year»
        known = len(finder.found)
        finder.add(hit.first, hit.last, format_day(year, last), *told, "span")
        for when in finder.found[known:]:
            when.edge = format_day(year, last, 31 if last == 12 else 1) + "~"


def _add_part_of_named_month(finder, hit, first, last):
    """«In the first half of November»: until its 15th day, or from its 16th."""
    month = next((when for when in finder.found if 0 <= when.first - hit.last <= 1 and len(when.date or "") == 7), None)
    if month and last - first == 5:
        finder.found.remove(month)
        days = (1, 15) if first == 1 else (16, read_bounds(month.date)[1].day)
        start, end = (f"{month.date}-{day:02}" for day in days)
        finder.add(hit.first, month.last, end, month.basis, WRITTEN, "range", start)
    return bool(month)


def _add_half(finder, hit, frames):
    """«В первой половине», where a year or a month follows: the word has other uses."""
    if any(when.first == hit.last and len(when.date or "") in (4, 7) for when in finder.found):
        _add_part_of_year(finder, hit, frames)


def _add_part_of_month(finder, hit, frames):
    """«By the end of the month»: of the month named last, of the headline's, or of the one that has just ended."""
    before = finder.before.date if finder.before and finder.before.role in ("point", "span") else None
    month = before[:7] if before and len(before) in (7, 10) and "?" not in before else frames.get("month")
    day = finder.reference.day
    if not month and day:
        ended = day.day <= _OPENING or (hit.entry == "end" and (day + 3 * DAY).month == day.month)
        last = day.replace(day=1) - DAY if ended else day
        month = format_day(last.year, last.month)
    if month:
        known, bounds = len(finder.found), read_bounds(month)
        finder.add(hit.first, hit.last, month, "relative", COUNTED, "span")
        for when in finder.found[known:]:
            when.edge = bounds[hit.entry == "end"].isoformat() + "~"


def _add_frame(finder, hit, frames):
    """«In the course of the year»: of the headline's, of the one that ends or has just ended, or the twelve months."""
    day, unit = finder.reference.day, hit.entry
    then = finder.words[hit.last] if hit.last < finder.last else ""
    if then in finder.language.words["and"] or then in finder.rules["before_event"]:
        return  # «over a year and two months», «за месяц до выборов»
    date = frames.get(unit)
    if not date and day and unit == "year" and (day.month >= 11 or day.month <= 2):
        date = format_day(day.year - (day.month <= 2))
    if not date and day and unit == "month":
        last = day.replace(day=1) - DAY if day.day <= _OPENING else day
        date = format_day(last.year, last.month)
    if date:
        finder.add(hit.first, hit.last, date, "relative", COUNTED, "span")
    elif day and unit in ("year", "half"):
        months = day.year * 12 + day.month - 1 - (12 if unit == "year" else 6)
        start = format_day(months // 12, months % 12 + 1)
        finder.add(hit.first, hit.last, None, "relative", COUNTED, "since", start)


def _add_weekend(finder, hit, _frames):
    """The Saturday and the Sunday before the day of the document."""
    day = finder.reference.day
    if day and finder.is_exact():
        sunday = day - ((day.weekday() + 1) % 7) * DAY
        dates = f"[{(sunday - DAY).isoformat()}..{sunday.isoformat()}]"
        finder.add(hit.first, hit.last, dates, "relative", COUNTED, "span")


def _add_aftermath(finder, hit, frames):
    """«In the weeks after the vote», «on the night of the election»: from the day by which the text knows the event."""
    after = finder.words[hit.last : min(hit.last + 6, finder.last)]
    nouns, stems = finder.language.event_nouns, finder.language.events_of
    if not any(word in nouns or (stems and word.startswith(stems)) for word in after):
        return
    near = [when.date for when in finder.found if when.role == "name" and 0 <= when.first - hit.last <= 6]
    event = near[0] if near else frames.get("event")
    if not event or "?" in event or event[0] == "[":
        return
    if not hit.entry or len(event) == 4:
        finder.add(hit.first, hit.last, event, "relative", OF_EVENT, "point" if len(event) == 10 else "span")
        return
    told = next((amount for i in range(hit.first, hit.last) if (amount := finder.amount(i))), None)
    days = int(told * (7 if hit.entry > _WEEKS else 1)) if told else hit.entry
    end, now = read_bounds(event)[1] + days * DAY, finder.reference.day
    end = (min(end, now) if now else end).isoformat()[: len(event)]
    finder.add(hit.first, hit.last, end, "relative", OF_EVENT, "range", event)


def _add_same_day(finder, hit, _frames):
    """«On the same day», «the next day»: the day named last, or that after it; else about the day of the document."""
    last = _date_before(finder, hit.first)
    if last and len(last) == 7:
        return  # of «in May», then «on the same day», no day is known
    last = _day_before(finder, hit.first)
    if last:
        name = say("{day}, named before", day=say_day(last))
        finder.add(hit.first, hit.last, (last + hit.entry * DAY).isoformat(), "relative", COUNTED, reference=name)
    elif not (finder.found or hit.entry) and finder.is_exact():
        finder.add(hit.first, hit.last, finder.reference.day.isoformat() + "~", "relative", COUNTED)


def _add_later(finder, unit_at, last):
    """«Two days later», counted from the day or the month named last."""
    unit = finder.language.units.get(finder.words[unit_at]) if unit_at > finder.first else None
    amount = finder.amount(unit_at - 1) if unit else None
    if unit and amount:
        _add_step(finder, unit_at - 1, last, amount, unit)


def _add_passed(finder, i):
    """«Праз тыдзень», «через два дня», counted likewise."""
    amount = finder.amount(i + 1)
    at = i + 2 if amount else i + 1
    unit = finder.language.units.get(finder.words[at]) if at < finder.last else None
    if unit:
        _add_step(finder, i, at + 1, amount or 1, unit)


def _add_step(finder, first, last, amount, unit):
    base = _day_before(finder, first)
    if unit in ("hour", "day", "week") and len(_date_before(finder, first) or "") == 7:
        return
    if base and not finder.planned:
        date = step_on(base, amount, unit)
        if not finder.reference.day or date <= finder.reference.day.isoformat():
            finder.add(first, last, date, "relative", COUNTED)


def _date_before(finder, at):
    """The day or the month that the text names last before a word, as EDTF, or None."""
    near = [when for when in finder.found if when.last <= at and when.role in ("point", "span") and when.date]
    before = max(near, key=lambda when: when.last) if near else finder.before
    return before.date if before and before.role in ("point", "span", "name") else None


def _day_before(finder, at):
    """The day that the text names last before a word; the first of the month where it names only that."""
    date = _date_before(finder, at)
    if not date or len(date) not in (7, 10) or "?" in date:
        return None
    return datetime.date.fromisoformat(date if len(date) == 10 else f"{date}-01")


PERIODS = {
    "parts_of_year": _add_part_of_year,
    "halves": _add_half,
    "parts_of_month": _add_part_of_month,
    "frames": _add_frame,
    "weekend": _add_weekend,
    "same_day": _add_same_day,
    "aftermath": _add_aftermath,
}
