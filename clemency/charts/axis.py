"""One axis of days and one of persons, in millimetres."""

import datetime

from clemency.charts.canvas import measure_text
from clemency.chronology.wording import describe_date

_STEPS = (1, 2, 5)
_SHORT = 22.0  # millimetres: a shorter axis has fewer numbers


def read_day(text):
    """An ISO day as a date; None stays None."""
    return datetime.date.fromisoformat(text) if text else None


class TimeAxis:
    """Days from left to right; the span is widened to whole years, or to whole months if it is short."""

    def __init__(self, first, last, left, right):
        self.left, self.right = left, right
        self.by_months = (last - first).days <= 400
        if self.by_months:
            self.first = first.replace(day=1)
            self.last = _add_months(last.replace(day=1), 1)
        else:
            self.first = datetime.date(first.year, 1, 1)
            self.last = datetime.date(last.year + 1, 1, 1)

    @property
    def days(self):
        """The first and the last day."""
        return self.first, self.last - datetime.timedelta(days=1)

    def place(self, day):
        """Where a day begins."""
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + share * (self.right - self.left)

    def place_middle(self, day):
        """The middle of a day, where its mark stands."""
        return (self.place(day) + self.place(day + datetime.timedelta(days=1))) / 2

    def ticks(self):
        """(where, text) at the first days of months or years, as many as can be read."""
        if self.by_months:
            days = _list_months(self.first, self.last)
            return self._thin([(day, describe_date(day.isoformat())) for day in days])
        years = range(self.first.year, self.last.year + 1)
        return self._thin([(datetime.date(year, 1, 1), str(year)) for year in years])

    def _thin(self, ticks):
        """Every tick, or every second, fifth, tenth …, so that texts keep apart."""
        widest = max(measure_text(text) for _, text in ticks) + 4
        room = (self.right - self.left) / max(len(ticks) - 1, 1)
        step = next(size * 10**power for power in range(6) for size in _STEPS if size * 10**power * room >= widest)
        return [(self.place(day), text) for day, text in ticks[::step]]


def _add_months(day, months):
    """The first day of the month that is so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def _list_months(first, last):
    """The first days of all months from one to another."""
    months = [first]
    while months[-1] < last:
        months.append(_add_months(months[-1], 1))
    return months


class CountAxis:
    """Persons from zero upwards."""

    def __init__(self, highest, bottom, top):
        self.bottom, self.top = bottom, top
        highest = max(highest, 1)
        most = 2 if abs(bottom - top) < _SHORT else 4
        step = next(size * 10**power for power in range(12) for size in _STEPS if size * 10**power * most >= highest)
        self.values = list(range(0, -(-highest // step) * step + 1, step))

    def place(self, count):
        """Where a number of persons stands."""
        return self.bottom - (self.bottom - self.top) * count / self.values[-1]
