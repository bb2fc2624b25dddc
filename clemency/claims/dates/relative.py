"""Dates counted from the day that a sentence speaks from: weekdays, «a year ago», «last month», holidays."""

import datetime

from clemency.claims.dates.apart import find_holiday
from clemency.claims.dates.periods import COUNTED
from clemency.claims.dates.reference import DAY, nearest_year
from clemency.claims.dates.steps import shift_month, shift_week, shift_year, step_back, step_on
from clemency.claims.dates.written import YEAR_PARTS
from clemency.documents.dates import format_day
from clemency.documents.edtf import read_bounds
from clemency.lexicon import RELATIVE
from clemency.messages import mark, month_name, say, say_day, say_in

_WEEK_PARTS = {"year_begins": (0, 1), "year_middles": (1, 3), "year_ends": (3, 6)}  # days from its Monday on
_BESIDE_VERB = 5  # words between a verb of saying and the day on which it was said


def find_days(finder):
    """Find weekdays, and days counted from another."""
    rules, weekdays = finder.rules, finder.language.weekdays
    for i in finder.find_marked(RELATIVE):
        spanned = (i in range(hit.first, hit.last) for hit in finder.hits.of("spans"))  # «half a year ago»
        if finder.words[i] in weekdays:
            _add_weekday(finder, i)
        elif finder.words[i] in rules["ago"] and not any(spanned):
            _add_ago(finder, i, finder.reference.day, finder.reference.name)
        elif finder.words[i] in rules["ago_of_last"]:
            _add_before_last(finder, i, finder.last)
        elif finder.words[i] in rules["after"]:
            _add_after(finder, i)


def _add_weekday(finder, i):
    if not finder.reference.day or not finder.is_exact():
        return
    led = finder.words[max(finder.first, i - 2) : i]
    if len(led) == 2 and led[0] in finder.rules["on_holiday"] and led[1] in finder.rules["one"]:
        return  # «on a Saturday evening» of some week
    back = (finder.reference.day.weekday() - finder.language.weekdays[finder.words[i]]) % 7
    if not back and i > finder.first and finder.words[i - 1] in finder.rules["last"]:
        back = 7  # «last Friday», said on a Friday
    ahead = finder.planned and back and not _is_said(finder, i)
    day = finder.reference.day + (7 - back if ahead else -back) * DAY
    week = next((hit for hit in finder.hits.of("spans") if hit.first == i + 1 and hit.entry == "week-1"), None)
    if week:  # «on Wednesday last week»
        monday = finder.reference.day - (finder.reference.day.weekday() + 7) * DAY
        day = monday + finder.language.weekdays[finder.words[i]] * DAY
        finder.consumed.add(week.first)
    last, known = week.last if week else i + 1, len(finder.found)
    finder.add(
        i, last, finder.mark_inferred(day.isoformat()), "relative", mark("{words} is the nearest to {reference}.")
    )
    if ahead and not week and len(finder.found) > known:
        finder.found[-1].back = finder.mark_inferred((finder.reference.day - back * DAY).isoformat())


def _is_said(finder, i):
    """Whether a day is that on which something was said or asked for, not that on which it is to be done.

    «Demanded on Tuesday that five be freed», «called on Minsk on Monday to free», «in a speech on Friday he said».
    """
    demands = [hit for hit in finder.hits.of("status") if hit.entry.value == "demanded"]
    return any(_tells_when(finder, i, hit) for hit in [*finder.hits.of("verbs"), *demands])


def _tells_when(finder, i, verb):
    """Whether nothing that opens another clause, and no act or number, parts a day from a verb of saying.

    Of an act told before the day it is the day: «20 will leave on Saturday, the commissioner said».
    """
    words, small = finder.words, finder.language.words
    leads = i < verb.first
    first, last = (i + 1, verb.first) if leads else (verb.last, i)
    if not 0 <= last - first <= _BESIDE_VERB:
        return False
    if leads and words[verb.last] == "," and words[verb.last + 1] not in small["that"]:
        return False  # «on Friday, the minister said, 20 will leave»
    gap = words[first:last]
    breaks = {";", *small["that"], *small["modals"], *([] if leads else [","])}
    opens = finder.first if leads else first
    told = any(opens <= hit.first < last for hit in finder.hits.of("kind"))
    return not (told or breaks.intersection(gap) or any(word[:1].isdecimal() for word in gap) or gap[-1:] == [","])


def _add_ago(finder, i, day, name):
    """Three days ago; one year ago is only about a month, and several years ago only about a year."""
    unit = finder.language.units.get(finder.words[i - 1]) if i - 1 >= finder.first else None
    if finder.is_half(i - 1):
        return  # «две с половиной недели назад» is told more exactly beside it, or is vague
    if not unit or not finder.reference.day or not finder.is_exact():
        return
    amount = finder.amount(i - 2) if i - 2 >= finder.first else None
    first = i - 2 if amount else i - 1
    if amount is None and not finder.rules["ago_without_amount"]:
        return
    edtf = step_back(day, amount or 1, unit)
    if unit in ("month", "year") and day != finder.reference.day:
        edtf = step_on(day, -(amount or 1), unit, exact=True)  # «a year earlier», said of a day
    elif unit == "year" and amount and amount >= 2:
        edtf = shift_year(day, -int(amount)) + "~"
    again = finder.hits.of("same_holiday")  # «a year ago the council freed 9,652 on the same holiday»
    exact = [hit for hit in finder.hits.of("to_the_day") if hit.last in (first, first - 1)]
    if exact and unit in ("month", "year"):  # «exactly a year ago»
        edtf = step_on(day, -(amount or 1), unit, exact=True).rstrip("~")
        finder.found = [when for when in finder.found if when.last not in (first, first - 1)]  # «on the same day»
    elif again and unit == "year":
        edtf = step_on(day, -(amount or 1), unit, exact=True).rstrip("~") + "~"
    finder.add(first, i + 1, edtf if again else finder.mark_inferred(edtf), "relative", COUNTED, reference=name)


def _add_before_last(finder, i, last):
    """«Two days earlier» counts from the date named last; «before» does so only where nothing follows it."""
    bare = i + 1 >= last or finder.words[i + 1] in (",", ".", ";", "—", *finder.rules["after_bare"])
    if finder.words[i] in finder.rules["only_bare"] and not bare:
        return
    near = [when for when in finder.found if when.last <= i - 1 and when.date and when.role in ("point", "span")]
    named = max(near, key=lambda when: when.last) if near else finder.before
    day = read_bounds(named.date)[1] if named and named.date else None
    if day and named.role == "point":
        _add_ago(finder, i, day, say("{day}, named before", day=say_day(day)))
    elif day and len(named.date) in (4, 7) and finder.language.units.get(finder.words[i - 1]) == "year":
        _add_years_before(finder, i, named.date[:4] if named.role == "range" else named.date)
    else:
        _add_ago(finder, i, finder.reference.day, finder.reference.name)


def _add_years_before(finder, i, date):
    """«A year earlier», said of a month or a year: the same one of another year."""
    amount = finder.amount(i - 2) if i - 2 >= finder.first else None
    if amount or finder.rules["ago_without_amount"]:
        year = int(date[:4]) - (amount or 1)
        finder.add(i - 2 if amount else i - 1, i + 1, format_day(year) + date[4:], "relative", COUNTED)


def _add_after(finder, i):
    """«The edict comes 18 days after 123 were let go»: what follows lies so many days back, if no day is told."""
    known = len(finder.found)
    dated = any(len(when.date or "") == 10 for when in finder.found)  # «on 16 August, four years after the vote»
    if finder.reference.day and finder.is_exact() and not dated:
        _add_ago(finder, i, finder.reference.day, finder.reference.name)
    for when in finder.found[known:]:
        when.role = "after"


def find_relative(finder):
    """Find phrases such as «last month»."""
    for hit in finder.hits.of_any(*PHRASES):
        PHRASES[hit.section](finder, hit)


def _add_day(finder, hit):
    first, last, offset = hit.first, hit.last, hit.entry
    if offset and any(eve.first == first for eve in finder.hits.of("eve")) and _leads_to_event(finder, last):
        return
    if finder.reference.day and finder.is_exact():
        said = _find_day_of_speech(finder, first)
        day = (said or finder.reference.day) + offset * DAY
        known = {"reference": say_day(said)} if said else {}
        finder.add(first, last, finder.mark_inferred(day.isoformat()), "relative", COUNTED, **known)


def _find_day_of_speech(finder, at):
    """The day, before a colon, on which what stands behind it was said: «He told BelTA on 30 June: "As of today …"»."""
    said = [when for when in finder.found if when.last <= at and when.role == "point" and len(when.date or "") == 10]
    if not said or ":" not in finder.words[said[-1].last : at]:
        return None
    return read_bounds(said[-1].date)[0]


def _leads_to_event(finder, i):
    """Whether a word such as «накануне» is said of what follows it, and not of yesterday: «Накануне Минск сообщил»."""
    if any(0 <= hit.first - i <= 1 for hit in finder.hits.of_any("heads", "actor", "country")):
        return False
    return i < finder.last and (finder.text.is_capital(i) or finder.words[i].startswith(tuple(finder.rules["events"])))


def _add_span(finder, hit):
    if not finder.reference.day or hit.first in finder.consumed:
        return
    day, entry = finder.reference.day, hit.entry
    since = entry.startswith("since-")
    unit, offset = (
        entry.removeprefix("since-")[:-1].rstrip("-"),
        int(entry[-1]) * (-1 if "-" in entry.removeprefix("since-") else 1),
    )
    edtf = {"week": shift_week, "month": shift_month, "year": shift_year}[unit](day, offset)
    if since:
        finder.add(hit.first, hit.last, None, "relative", COUNTED, "since", edtf)
        return
    if unit == "year" and any(-2 <= hit.first - again.last <= 1 for again in finder.hits.of("same_holiday")):
        edtf = step_on(day, 12 * offset, "month", exact=True)  # «on the same feast last year»
        finder.add(hit.first, hit.last, edtf, "relative", COUNTED)
        return
    edge = next((edge for edge in finder.hits.of_any(*YEAR_PARTS) if edge.last == hit.first), None)
    first = edge.first if edge else hit.first  # «at the end of last year», «early last week»
    known = len(finder.found)
    finder.add(first, hit.last, _narrow(edtf, edge, unit) if edge else edtf, "relative", COUNTED, "span")
    if edge and edge.section != "year_middles" and unit != "week" and len(finder.found) > known:
        finder.found[-1].edge = read_bounds(edtf)[edge.section == "year_ends"].isoformat() + "~"


def _narrow(edtf, edge, unit):
    """The part of a year or a week that its beginning, its middle or its end is; a month stays whole."""
    if unit == "month":
        return edtf
    if unit == "year":
        return edtf + YEAR_PARTS[edge.section]
    first, last = (read_bounds(edtf)[0] + days * DAY for days in _WEEK_PARTS[edge.section])
    return f"[{first.isoformat()}..{last.isoformat()}]"


def _add_days_before(finder, hit):
    if finder.reference.day and finder.is_exact():
        week = f"[{(finder.reference.day - 7 * DAY).isoformat()}..{(finder.reference.day - DAY).isoformat()}]"
        reason = mark("{words}: one of the seven days before {reference}.")
        finder.add(hit.first, hit.last, week, "relative", reason, "span")


def _add_eve(finder, hit):
    """The day before a holiday; of two with one name, as Christmas, before the one nearest the document."""
    holiday, date = find_holiday(finder, hit.last) or (None, None)
    if holiday is None:
        return
    eve = date - DAY
    if eve > finder.reference.day and not finder.planned:
        return  # what is told as done was done some days before
    name, month, day, _ = holiday.entry
    reason = mark("{words}: {holiday} is {day}.")
    finder.add(
        hit.first,
        holiday.last,
        eve.isoformat(),
        "relative",
        reason,
        holiday=say_in("holiday", name),
        day=say_in("date inside a span", "{day} {month}", day=day, month=month_name(month)),
    )


def _add_holiday(finder, hit):
    """«Since last Independence Day»; «on Freedom Day last year»: a holiday of a year told beside it."""
    _, month, day, country = hit.entry
    if not finder.reference.day or (country and country != (finder.text.home or country)):
        return
    now, before = finder.reference.day, finder.words[max(finder.first, hit.first - 1)]
    years = [span for span in finder.hits.of("spans") if span.entry == "year-1"]
    beside = any(0 <= hit.first - span.last <= 1 or 0 <= span.first - hit.last <= 1 for span in years)
    if beside or before in finder.rules["last"]:
        year = now.year - (beside or datetime.date(now.year, month, day) >= now)
        finder.add(hit.first, hit.last, format_day(year, month, day), "relative", COUNTED)
    elif before in finder.rules["on_holiday"]:
        year = nearest_year(month, day, now, not finder.planned, finder.reference.latest)
        finder.add(hit.first, hit.last, format_day(year, month, day), "relative", COUNTED)


def _add_named_month(finder, hit):
    """«The December deal», where a language has an adjective for it; as a name with a capital it is a place's."""
    known = finder.text.is_capital(hit.first) and hit.first > finder.first
    year = finder.reference.day and not known and nearest_year(hit.entry, None, finder.reference.day, past=True)
    if year:
        finder.add(hit.first, hit.last, format_day(year, hit.entry), "relative", COUNTED, "name")


def _add_past(finder, hit):
    """Over the past three months; за последние три месяца."""
    i = hit.last
    if any(span.first == hit.first and span.entry == "year-1" for span in finder.hits.of("spans")):
        return  # «за минувший год» is the year before
    amount = finder.amount(i)
    unit_at = i + 1 if amount else i
    amount = amount or (finder.amount(i - 2) if hit.last - hit.first > 2 else None)  # «за два последних года»
    unit = finder.language.units.get(finder.words[unit_at]) if unit_at < finder.last else None
    lasted = hit.first > finder.first and finder.words[hit.first - 1] in finder.language.words["much_of"]
    if unit and finder.reference.day and not lasted:
        start = step_back(finder.reference.day, amount or 1, unit)
        finder.add(
            hit.first,
            unit_at + 1,
            None,
            "relative",
            mark("{words} is counted back from {reference}."),
            "since",
            start,
        )


PHRASES = {
    "day_offsets": _add_day,
    "spans": _add_span,
    "days_before": _add_days_before,
    "eve": _add_eve,
    "holiday": _add_holiday,
    "past": _add_past,
    "named_months": _add_named_month,
}
