"""Dates in sentences: written ones and relative ones, resolved against the dateline or the day of publication."""

import dataclasses
import datetime
import math

from clemency.claims.periods import COUNTED, PERIODS, WRITTEN, find_bare_days, find_periods, find_steps, step_on
from clemency.claims.reference import DAY, nearest_year
from clemency.documents.dates import find_written_dates, format_day
from clemency.documents.edtf import read_bounds
from clemency.lexicon import DATE, RELATIVE, SEASON, STEP
from clemency.messages import mark, month_name, quote, say, say_day, say_in


@dataclasses.dataclass(slots=True)
class When:
    """A date expression in the words `[first, last)`, as EDTF; `start` is given where it opens a period."""

    first: int
    last: int
    date: str | None
    basis: str
    reason: str
    role: str = "point"  # point, since, span (a whole week, month or year), range
    start: str | None = None
    edge: str | None = None  # of «the end of April»: about the day that a stock is as of
    back: str | None = None  # of a weekday that lies ahead: the day that it is for what has been done
    season: bool = False


_NEAR = 3  # sentences within which a day without a year goes on from a date with one


def may_hold_dates(text, number):
    """Whether any word or phrase of a sentence could begin a date expression."""
    return bool(text.marks[number] & _MARKS) or text.hits[number].hold_any(_SECTIONS)


def find_dates(text, number, reference, before, period, planned=False, frames=None):
    """Every date expression of a sentence, in order.

    `before` is the last expression of the sentences before it, for «since then»; `period` the last one that opened
    or named a period, for «in the same period»; `frames` the year and the month of the headline, by their unit.
    """
    finder = _Finder(text, number, reference, before, period, planned)
    phrased = finder.hits.hold_any(_SECTIONS)
    finder.find_written()
    finder.find_month_pairs()
    find_steps(finder)
    find_bare_days(finder, frames or {})
    if phrased:
        find_periods(finder, frames or {})
    finder.find_days()
    if phrased:
        finder.find_relative()
    finder.find_first_months()
    finder.find_seasons()
    finder.join_ranges()
    finder.open_onwards()
    if phrased:
        finder.open_periods()
    return sorted(finder.found, key=lambda when: when.first)


class _Finder:
    """One sentence's date expressions, built up rule by rule."""

    def __init__(self, text, number, reference, before, period, planned):
        self.text, self.number, self.words, self.hits = text, number, text.words, text.hits[number]
        self.reference, self.before, self.period, self.planned = reference, before, period, planned
        self.language, self.found, self.consumed = text.language, [], set()
        self.rules = text.language.rules["dates"]
        self.first, self.last = text.sentences[number]
        self.written = []

    def find_marked(self, mark):
        """The places of the sentence's words that may begin something."""
        return self.text.find_marked(self.number, mark)

    def quote(self, first, last):
        return quote(" ".join(self.text.original(first, last).split()))

    def add(self, first, last, date, basis, pattern, role="point", start=None, **known):
        if any(when.first < last and first < when.last for when in self.found):
            return
        known = {"words": self.quote(first, last), "reference": self.reference.name, **known}
        self.found.append(When(first, last, date, basis, say(pattern, **known), role, start))

    def find_written(self):
        """Find the dates that are written out, and tell the years of those without one."""
        self.written = [*find_written_dates(self.words, self.find_marked(DATE), self.last, self.language)]
        years = [date.year for date in self.written if date.year]
        for date in self.written:
            year, reason = date.year, WRITTEN
            if (
                not year
                and len(years) == 1
                and date.month
                and self.words[date.last - 1] != ","
                and self._joins_next(date)
            ):
                year, reason = years[0], mark("{words}: the year stands with the date beside it.")
            if not year and not self.reference.day and self._year_before(date):
                year, reason = self._year_before(date), mark("{words}: the year stands with the date beside it.")
            if not year and self.reference.day:
                year, reason = self._year_beside(date), mark("{words}: the year is told by the words beside it.")
            if not year and self.reference.day:
                latest = self.reference.latest
                year = nearest_year(date.month, date.day, self.reference.day, not self.planned, latest)
                reason = mark("{words} is written without a year; counted from {reference}.")
            if not year:
                reason = mark("{words} is written without a year, and none can be told.")
                self.add(date.first, date.last, None, "unknown", reason)
                continue
            edtf = (date if date.year else dataclasses.replace(date, year=year)).edtf
            if not date.year and "?" in self.reference.edtf and year not in years:
                edtf = edtf.replace(f"{year:04}", f"{year:04}?")
            edge = self._find_edge(date, edtf)
            edtf = self._narrow_year(date, edtf)
            if date.day and any(hit.last == date.first for hit in self.hits.of("eve")):
                edtf = (datetime.date(year, date.month, date.day) - DAY).isoformat()
                reason = mark("{words} is the day after it.")
                date = dataclasses.replace(date, first=date.first - 1)
            named = self._is_name(date) or (date.year and self._leads("causes_of", date))
            role = "name" if named else "point" if date.day else "span"
            if self._leads("begun", date):  # «arrested over the protests that began in September»
                self.add(date.first, date.last, None, "stated", reason, "since", edtf)
                continue
            if date.last_day and date.first > self.first and self.words[date.first - 1] in self.rules["range_opens"]:
                first, last = edtf.strip("[]").split("..")  # «from 1 to 15 October»
                self.add(date.first, date.last, last, "stated", reason, "range", first)
                continue
            self.add(date.first, date.last, edtf, "stated", reason, role)
            if edge and self.found and self.found[-1].first == date.first:
                self.found[-1].edge = edge

    def find_month_pairs(self):
        """«В январе-сентябре», two months in one word: of the year that follows, or of the last that there was."""
        for i in self.find_marked(DATE):
            first, _, last = self.words[i].partition("-")
            if not (first in self.language.months and last in self.language.months):
                continue
            first, last = self.language.months[first], self.language.months[last]
            years = [when for when in self.found if when.first == i + 1 and len(when.date or "") == 4]
            year = self.reference.day and nearest_year(last, None, self.reference.day, past=True)
            for when in years:
                self.found.remove(when)
                year = int(when.date)
            if year:
                start, end = format_day(year - (first > last), first), format_day(year, last)
                self.add(i, years[0].last if years else i + 1, end, "stated", WRITTEN, "range", start)

    def _find_edge(self, date, edtf):
        """The day, about, at which a month or year begins or ends, if the words before it say so."""
        if date.day or "?" in edtf:
            return None
        for hit in self.hits.of_any("year_begins", "year_ends"):
            if hit.last == date.first:
                bounds = read_bounds(edtf)
                return bounds[hit.section == "year_ends"].isoformat() + "~"
        return None

    def _leads(self, section, date):
        """Whether a phrase of a section ends right before a date: «held over the protests of 11 July»."""
        return any(hit.last == date.first for hit in self.hits.of(section))

    def _is_name(self, date):
        """«The January unrest» and «the 2020 protests» name an event; they date nothing else."""
        alone = not (date.month and date.year) and not date.day
        owns = date.last < self.last and self.words[date.last] == "'s"  # «July's disputed vote»
        led = date.first > self.first and self.words[date.first - 1] in self.rules["before_names"]
        return alone and (led or owns)

    def _narrow_year(self, date, edtf):
        """The end of 2024 is its December, the beginning its January, the middle its July."""
        if date.month is None:
            for hit in self.hits.of_any(*_PARTS):
                if hit.last == date.first:
                    return edtf + _PARTS[hit.section]
        return edtf

    def _year_beside(self, date):
        """«In July last year», «летась у ліпені»; «last January», said in January, is the one a year ago."""
        for hit in self.hits.of("spans"):
            beside = 0 <= hit.first - date.last <= 1 or 0 <= date.first - hit.last <= 1
            opens = (
                hit.first <= self.first + 1 and hit.last <= date.first
            )  # «Last year he freed 222 in May, 12 in June»
            if (beside or opens) and hit.entry.startswith("year"):
                self.consumed.add(hit.first)
                return int(_year(self.reference.day, int(hit.entry[-1]) * (-1 if "-" in hit.entry else 1)))
        last = date.first > self.first and self.words[date.first - 1] in self.rules["last"]
        return self.reference.day.year - 1 if last and date.month == self.reference.day.month and not date.day else None

    def _year_before(self, date):
        """In a text without a day, the year that a sentence shortly before has named: «in 2023 … on 31 December»."""
        before = self.before
        if not before or not before.date or self.number - self.text.sentence_at(before.first) > _NEAR:
            return None
        first, last = read_bounds(before.date)
        same = first and last and first.year == last.year and (date.month or 12) >= first.month
        return first.year if same else None

    def _joins_next(self, date):
        return any(0 < other.first - date.last <= 2 for other in self.written)

    def find_days(self):
        """Find weekdays, and days counted from another."""
        rules, weekdays = self.rules, self.language.weekdays
        for i in self.find_marked(RELATIVE):
            spanned = (i in range(hit.first, hit.last) for hit in self.hits.of("spans"))  # «half a year ago»
            if self.words[i] in weekdays:
                self._add_weekday(i)
            elif self.words[i] in rules["ago"] and not any(spanned):
                self._add_ago(i, self.reference.day, self.reference.name)
            elif self.words[i] in rules["ago_of_last"]:
                self._add_before_last(i, self.last)
            elif self.words[i] in rules["after"]:
                self._add_after(i)

    def find_relative(self):
        """Find phrases such as «last month»."""
        for hit in self.hits.of_any(*_RELATIVE_RULES):
            _RELATIVE_RULES[hit.section](self, hit)

    def find_first_months(self):
        """The first ten months of 2025: its January to its October."""
        for when in self.found:
            i = when.first - 1
            i -= i > self.first and self.words[i] in self.rules["of"]
            if i <= self.first or not when.date or len(when.date) != 4:
                continue
            amount = self.amount(i - 1) if self.language.units.get(self.words[i]) == "month" else None
            opens = i - 2 if self.words[i - 2] in self.rules["first"] else i - 1
            if amount and amount <= 12 and (opens == i - 2 or not self.rules["first_needed"]):
                when.first, when.role, when.start = max(opens, self.first), "range", f"{when.date}-01"
                when.date = f"{when.date}-{amount:02}"
                when.reason = say(WRITTEN, words=self.quote(when.first, when.last))

    def find_seasons(self):
        """Over the summer; in the spring of 2023: three months, of the year beside it or the last that there was."""
        for i in self.find_marked(SEASON):
            month = self.language.seasons[self.words[i]]
            if not self.reference.day or not self._opens_season(i):
                continue
            of = i + 1 < self.last and self.words[i + 1] in self.rules["of"]
            beside = [when for when in self.found if when.first == i + 1 + of and len(when.date or "") == 4]
            now = self.reference.day
            long = beside and now.year - int(beside[0].date) > 2
            if long and any(hit.first < i <= hit.last + 1 for hit in self.hits.of("since")):
                continue  # «since the spring of 2020» is since 2020: people count long periods by the year
            past = now.year - (
                month > now.month or (self.words[i - 1] in self.rules["last"] and month + 2 >= now.month)
            )
            year = int(beside[0].date) if beside else past
            for when in beside:
                self.found.remove(when)
            last = beside[0].last if beside else i + 1
            start, end = format_day(year, month), format_day(year, month + 2)
            self.add(i, last, end, "relative", WRITTEN if beside else COUNTED, "range", start)
            self.found[-1].season = self.found[-1].first == i

    def _opens_season(self, i):
        """Whether the word before shows that a word such as «spring» names the season."""
        before = self.rules["before_seasons"]
        return not before or (i > self.first and self.words[i - 1] in before)

    def _add_day(self, hit):
        first, last, offset = hit.first, hit.last, hit.entry
        if offset and any(eve.first == first for eve in self.hits.of("eve")) and self._leads_to_event(last):
            return
        if self.reference.day and self.is_exact():
            day = self.reference.day + offset * DAY
            self.add(first, last, self._mark(day.isoformat()), "relative", COUNTED)

    def _leads_to_event(self, i):
        """Whether a word such as «накануне» is said of what follows it, and not of yesterday."""
        return i < self.last and (self.text.is_capital(i) or self.words[i].startswith(tuple(self.rules["events"])))

    def is_exact(self):
        """Whether the day that the sentence speaks from is known."""
        return self.reference.edtf and not self.reference.edtf.startswith("[")

    def _mark(self, edtf):
        """An inferred year of the reference stays marked in what is counted from it."""
        return edtf[:4] + "?" + edtf[4:] if "?" in self.reference.edtf and edtf[:1] != "[" else edtf

    def _add_span(self, hit):
        if not self.reference.day or hit.first in self.consumed:
            return
        day, entry = self.reference.day, hit.entry
        since = entry.startswith("since-")
        unit, offset = (
            entry.removeprefix("since-")[:-1].rstrip("-"),
            int(entry[-1]) * (-1 if "-" in entry.removeprefix("since-") else 1),
        )
        edtf = {"week": _week, "month": _month, "year": _year}[unit](day, offset)
        if since:
            self.add(hit.first, hit.last, None, "relative", COUNTED, "since", edtf)
            return
        ends = [edge for edge in self.hits.of_any(*_PARTS) if edge.last == hit.first]
        if ends and unit == "year":  # «at the end of last year»
            part = ends[0].section
            self.add(ends[0].first, hit.last, edtf + _PARTS[part], "relative", COUNTED, "span")
            if part != "year_middles":
                self.found[-1].edge = read_bounds(edtf)[part == "year_ends"].isoformat() + "~"
        else:
            self.add(hit.first, hit.last, edtf, "relative", COUNTED, "span")

    def _add_days_before(self, hit):
        if self.reference.day and self.is_exact():
            week = f"[{(self.reference.day - 7 * DAY).isoformat()}..{(self.reference.day - DAY).isoformat()}]"
            reason = mark("{words}: one of the seven days before {reference}.")
            self.add(hit.first, hit.last, week, "relative", reason, "span")

    def _add_eve(self, hit):
        """The day before a holiday; of two with one name, as Christmas, before the one nearest the document."""
        now, eves = self.reference.day, []
        for holiday in self.hits.of("holiday"):
            name, month, day, country = holiday.entry
            # another country's Independence Day is another day
            if now and 0 <= holiday.first - hit.last <= 1 and country in ("", self.text.home or country):
                eve = datetime.date(nearest_year(month, day, now, past=False), month, day) - DAY
                eves.append((holiday.first - holiday.last, abs(eve - now), holiday.first, eve, holiday))
        if not eves:
            return
        *_, eve, holiday = min(eves, key=lambda row: row[:3])
        if eve > now and not self.planned:
            return  # what is told as done was done some days before
        name, month, day, _ = holiday.entry
        reason = mark("{words}: {holiday} is {day}.")
        self.add(
            hit.first,
            holiday.last,
            eve.isoformat(),
            "relative",
            reason,
            holiday=say_in("holiday", name),
            day=say_in("date inside a span", "{day} {month}", day=day, month=month_name(month)),
        )

    def _add_holiday(self, hit):
        """«Since last Independence Day»; «on Freedom Day last year»: a holiday of a year told beside it."""
        _, month, day, country = hit.entry
        if not self.reference.day or (country and country != (self.text.home or country)):
            return
        now, before = self.reference.day, self.words[max(self.first, hit.first - 1)]
        years = [span for span in self.hits.of("spans") if span.entry == "year-1"]
        beside = any(0 <= hit.first - span.last <= 1 or 0 <= span.first - hit.last <= 1 for span in years)
        if beside or before in self.rules["last"]:
            year = now.year - (beside or datetime.date(now.year, month, day) >= now)
            self.add(hit.first, hit.last, format_day(year, month, day), "relative", COUNTED)
        elif before in self.rules["on_holiday"] and not any(act.first == hit.last for act in self.hits.of("kind")):
            year = nearest_year(month, day, now, not self.planned, self.reference.latest)
            self.add(hit.first, hit.last, format_day(year, month, day), "relative", COUNTED)

    def _add_named_month(self, hit):
        """«The December deal», where a language has an adjective for it; as a name with a capital it is a place's."""
        known = self.text.is_capital(hit.first) and hit.first > self.first
        year = self.reference.day and not known and nearest_year(hit.entry, None, self.reference.day, past=True)
        if year:
            self.add(hit.first, hit.last, format_day(year, hit.entry), "relative", COUNTED, "name")

    def _add_past(self, hit):
        """Over the past three months; за последние три месяца."""
        i = hit.last
        amount = self.amount(i)
        unit_at = i + 1 if amount else i
        amount = amount or (self.amount(i - 2) if hit.last - hit.first > 2 else None)  # «за два последних года»
        unit = self.language.units.get(self.words[unit_at]) if unit_at < self.last else None
        if unit and self.reference.day:
            start = _step_back(self.reference.day, amount or 1, unit)
            self.add(
                hit.first,
                unit_at + 1,
                None,
                "relative",
                mark("{words} is counted back from {reference}."),
                "since",
                start,
            )

    def amount(self, i):
        """The number at a word, in digits or in letters, if it counts days, months or the like: up to a thousand."""
        if i >= self.last:
            return None
        word = self.words[i]
        known = int(word) if word.isdecimal() and len(word) <= 4 else self.language.number_words.get(word)
        amount = known or (1 if word in self.rules["one"] else None)
        return amount if amount and amount <= 1000 else None

    def _add_before_last(self, i, last):
        """«Two days earlier» counts from the date named last; «before» does so only where nothing follows it."""
        bare = i + 1 >= last or self.words[i + 1] in (",", ".", ";", "—", *self.rules["after_bare"])
        if self.words[i] in self.rules["only_bare"] and not bare:
            return
        near = [when for when in self.found if when.last <= i - 1 and when.date and when.role in ("point", "span")]
        named = max(near, key=lambda when: when.last) if near else self.before
        day = read_bounds(named.date)[1] if named and named.date else None
        if day and named.role == "point":
            self._add_ago(i, day, say("{day}, named before", day=say_day(day)))
        elif day and len(named.date) in (4, 7) and self.language.units.get(self.words[i - 1]) == "year":
            self._add_years_before(i, named.date[:4] if named.role == "range" else named.date)
        else:
            self._add_ago(i, self.reference.day, self.reference.name)

    def _add_years_before(self, i, date):
        """«A year earlier», said of a month or a year: the same one of another year."""
        amount = self.amount(i - 2) if i - 2 >= self.first else None
        if amount or self.rules["ago_without_amount"]:
            year = int(date[:4]) - (amount or 1)
            self.add(i - 2 if amount else i - 1, i + 1, format_day(year) + date[4:], "relative", COUNTED)

    def _add_after(self, i):
        """«The edict comes 18 days after 123 were let go»: what follows lies so many days back."""
        known = len(self.found)
        if self.reference.day and self.is_exact():
            self._add_ago(i, self.reference.day, self.reference.name)
        for when in self.found[known:]:
            when.role = "after"

    def _add_ago(self, i, day, name):
        """Three days ago; one year ago is only about a month."""
        unit = self.language.units.get(self.words[i - 1]) if i - 1 >= self.first else None
        if self._is_half(i - 1):
            return  # «две с половиной недели назад» is told more exactly beside it, or is vague
        if not unit or not self.reference.day or not self.is_exact():
            return
        amount = self.amount(i - 2) if i - 2 >= self.first else None
        first = i - 2 if amount else i - 1
        if amount is None and not self.rules["ago_without_amount"]:
            return
        edtf = _step_back(day, amount or 1, unit)
        if unit in ("month", "year") and day != self.reference.day:
            edtf = step_on(day, -(amount or 1), unit, exact=True)  # «a year earlier», said of a day
        again = self.hits.of("same_holiday")  # «a year ago the council freed 9,652 on the same holiday»
        exact = [hit for hit in self.hits.of("to_the_day") if hit.last in (first, first - 1)]
        if exact and unit in ("month", "year"):  # «exactly a year ago»
            edtf = step_on(day, -(amount or 1), unit, exact=True).rstrip("~")
            self.found = [when for when in self.found if when.last not in (first, first - 1)]  # «on the same day»
        elif again and unit == "year":
            edtf = step_on(day, -(amount or 1), unit, exact=True).rstrip("~") + "~"
        self.add(first, i + 1, edtf if again else self._mark(edtf), "relative", COUNTED, reference=name)

    def _add_weekday(self, i):
        if not self.reference.day or not self.is_exact():
            return
        back = (self.reference.day.weekday() - self.language.weekdays[self.words[i]]) % 7
        if not back and i > self.first and self.words[i - 1] in self.rules["last"]:
            back = 7  # «last Friday», said on a Friday
        ahead = self.planned and back and not self._is_said(i)
        day = self.reference.day + (7 - back if ahead else -back) * DAY
        week = next((hit for hit in self.hits.of("spans") if hit.first == i + 1 and hit.entry == "week-1"), None)
        if week:  # «on Wednesday last week»
            monday = self.reference.day - (self.reference.day.weekday() + 7) * DAY
            day = monday + self.language.weekdays[self.words[i]] * DAY
            self.consumed.add(week.first)
        last, known = week.last if week else i + 1, len(self.found)
        self.add(i, last, self._mark(day.isoformat()), "relative", mark("{words} is the nearest to {reference}."))
        if ahead and not week and len(self.found) > known:
            self.found[-1].back = self._mark((self.reference.day - back * DAY).isoformat())

    def _is_said(self, i):
        """Whether a day is that on which something was said: «demanded on Tuesday that five people be freed»."""
        demands = [hit for hit in self.hits.of("status") if hit.entry.value == "demanded"]
        return any(0 <= i - hit.last <= 1 for hit in [*self.hits.of("verbs"), *demands])

    def join_ranges(self):
        """From 1 January to 1 December 2025: two dates that one word joins, after a word that opens a period."""
        for one, two in zip(self.found[:-1], self.found[1:], strict=True):
            between = self.words[one.last : two.first]
            opener = self.words[one.first - 1] if one.first > self.first else ""
            opens = opener in self.rules["range_opens"]
            joins = len(between) == 1 and (between[0] == "—" or between[0] in self.rules["range_joins"])
            # «in 2024-2025», «January–May»
            whole = between in (["-"], ["—"]) and len(one.date or "") == len(two.date or "") <= 7
            whole = whole or (self._joins_and(between) and _are_consecutive(one, two))
            if one.date and two.date and ((opens and joins) or whole):
                self.found.remove(two)
                one.last, one.role, one.start, one.date = two.last, "range", one.date, two.date
                one.reason = say(WRITTEN, words=self.quote(one.first, two.last))

    def _joins_and(self, between):
        return len(between) == 1 and between[0] in self.language.words["and"]

    def _period_before(self):
        """The last expression before the sentence; of several in one, that which opens a period."""
        if not (self.period and self.before):
            return self.before
        together = self.text.sentence_at(self.period.first) == self.text.sentence_at(self.before.first)
        return self.period if together else self.before

    def open_onwards(self):
        """«From the spring of 2020 on» opens a period."""
        for when in self.found:
            on = when.last < self.last and self.words[when.last] in self.rules["onwards"]
            opens = set(self.words[max(self.first, when.first - 2) : when.first]) & set(self.rules["range_opens"])
            if on and opens and when.date:
                when.role, when.start, when.date = "since", when.start or when.date, None

    def open_periods(self):
        """Since July; since then; over the same period."""
        for hit in sorted(
            self.hits.of_any("since_then", "same_period", "since"), key=lambda hit: hit.section != "since_then"
        ):
            if hit.section == "since_then" and self._tells_which(hit):
                continue
            if hit.section == "since_then":
                near = [when for when in self.found if when.last <= hit.first and when.role != "name"]
                before = (
                    max(near, key=lambda when: (when.last, len(when.date or ""))) if near else self._period_before()
                )
                if before:
                    self._open_from_before(hit, before)
            elif hit.section == "same_period":
                self._repeat_period(hit)
            elif hit.section == "since":
                self._open_since(hit)

    def _tells_which(self, hit):
        """Whether what happened on a day follows behind a comma: «с того дня, как он помиловал 15»."""
        after = self.words[hit.last : hit.last + 2]
        told = any(other.first == hit.last + 1 for other in self.hits.of("before"))  # «с тех пор, как отмечают там»
        return after[:1] == [","] and not told and not set(self.rules["day_when"]).isdisjoint(after)

    def _repeat_period(self, hit):
        """«In the same month», «over the same period»: what the text named last that lasted, or began then."""
        near = [when for when in self.found if when.last <= hit.first and when.role in ("span", "range", "since")]
        lasting = [self.before] if self.before and self.before.role != "point" else []
        if self.period and lasting and len(self.before.date or "") == 4:
            lasting = []  # «over the same time», after a period and «the protests of 2020»
        before = max(near, key=lambda when: when.last) if near else next(iter([*lasting, self.period, self.before]))
        if before and before.role == "span" and before.date:
            reason = mark("{words} points back: {reason}")
            self.add(hit.first, hit.last, before.date, "relative", reason, "span", reason=before.reason)
        elif before:
            self._open_from_before(hit, before)

    def _open_from_before(self, hit, before):
        start = before.start or before.date
        end = before.date if before.role == "range" else None
        if start:
            role, reason = "range" if end else "since", mark("{words} points back: {reason}")
            self.add(hit.first, hit.last, end, "relative", reason, role, start, reason=before.reason)

    def _is_half(self, i):
        """Whether the words up to i are «с половиной»."""
        half = self.language.rules["numbers"]["and_a_half"]
        return self.words[max(0, i - len(half)) : i] == half

    def _open_since(self, hit):
        counted = hit.first > self.first and self.words[hit.first - 1] in self.language.units
        if counted and self.language.units[self.words[hit.first - 1]] == "year":
            return  # «80 years since independence» opens no period
        if self._is_half(hit.last + 1) or self._is_dated(hit):
            return
        # «he has since pardoned seven» opens none
        if hit.first and self.words[hit.first - 1] in self.rules["before_adverb"]:
            return
        for when in self.found:
            near = hit.last <= when.first <= hit.last + 15 and not set(self.words[hit.last : when.first]) & {
                ",",
                ";",
                ".",
            }
            apart = self.rules["since_beside"] and when.first - hit.last > 1
            apart = apart and self.words[hit.last] not in self.rules["since_of"]
            if near and not apart and (when.role in ("point", "span", "name") or when.season) and when.date:
                start = when.start if when.season else when.date
                when.role, when.start, when.date, when.first = "since", start, None, hit.first
                words = self.quote(hit.first, when.last)
                when.reason = say("{words} opens the period; {reason}", words=words, reason=when.reason)
                return
        amount = self.amount(hit.first - 2) if counted and hit.first - 2 > self.first else None
        if amount and self.reference.day and self.words[hit.first - 3] in self.rules["of_the"]:  # «the six weeks since»
            start = _step_back(self.reference.day, amount, self.language.units[self.words[hit.first - 1]])
            self.add(hit.first - 2, hit.last, None, "relative", COUNTED, "since", start)
            return
        if self.rules["since_anything"] and hit.last < self.last and not counted:
            reason = mark("{words} opens a period, and its day is not given.")
            self.add(hit.first, hit.last + 1, None, "unknown", reason, "since")

    def _is_dated(self, hit):
        """Whether a word for «since» tells the day of a decree: «папярэдні, ад 2 ліпеня, датычыў 31»."""
        if self.words[hit.first] not in self.rules["of_day"]:
            return False
        when = next((when for when in self.found if when.first == hit.last and len(when.date or "") == 10), None)
        if not when:
            return False
        aside = self.words[hit.first - 1 : hit.first] == [","] == self.words[when.last : when.last + 1]
        return aside or any(0 <= hit.first - decree.last <= 1 for decree in self.hits.of("decree"))


def _are_consecutive(one, two):
    """Whether of two whole months, or two whole years, one follows the other: «in January and February»."""
    dates = [when.date for when in (one, two) if when.role in ("span", "name") and when.date and "?" not in when.date]
    if len(dates) < 2 or len(dates[0]) != len(dates[1]) or len(dates[0]) not in (4, 7):
        return False
    first, last = ((int(date[:4]), int(date[5:] or 0)) for date in dates)
    if len(dates[0]) == 4:
        return last[0] == first[0] + 1
    return last[0] * 12 + last[1] == first[0] * 12 + first[1] + 1


_PARTS = {"year_begins": "-01", "year_middles": "-07", "year_ends": "-12"}
_RELATIVE_RULES = {
    "day_offsets": _Finder._add_day,
    "spans": _Finder._add_span,
    "days_before": _Finder._add_days_before,
    "eve": _Finder._add_eve,
    "holiday": _Finder._add_holiday,
    "past": _Finder._add_past,
    "named_months": _Finder._add_named_month,
}


# What could begin an expression: the marks of words, and the sections of phrases.
_MARKS = DATE | RELATIVE | STEP | SEASON
_SECTIONS = frozenset([*_RELATIVE_RULES, *PERIODS, "since", "since_then", "same_period"])


def _week(day, offset):
    monday = day - day.weekday() * DAY + 7 * offset * DAY
    return f"[{monday.isoformat()}..{(monday + 6 * DAY).isoformat()}]"


def _month(day, offset):
    months = day.year * 12 + day.month - 1 + offset
    return format_day(months // 12, months % 12 + 1)


def _year(day, offset):
    return format_day(day.year + offset)


def _step_back(day, amount, unit):
    """The EDTF date so many units before a day: exact for days, approximate for longer units.

    There may be one and a half of them.
    """
    if unit == "hour":
        return (day - math.ceil(amount / 24) * DAY).isoformat()
    if unit == "day":
        return (day - math.ceil(amount) * DAY).isoformat()
    if unit == "week":
        return (day - math.ceil(7 * amount) * DAY).isoformat() + "~"
    return _month(day, -int(amount if unit == "month" else 12 * amount)) + "~"
