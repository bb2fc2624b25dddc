"""Steps from a day: so many days, weeks, months or years on or back, as EDTF."""

import calendar
import math

from clemency.claims.dates.reference import DAY
from clemency.documents.dates import format_day


def step_on(day, amount, unit, exact=False):
    """The EDTF date so many units after a day: exact for days, approximate for weeks, for others the month.

    With `exact` the others, too, are about the same day of another month.
    """
    if unit == "hour":
        return (day + int(amount / 24) * DAY).isoformat()
    if unit == "day":
        return (day + int(amount) * DAY).isoformat()
    if unit == "week":
        return (day + int(7 * amount) * DAY).isoformat() + "~"
    months = day.year * 12 + day.month - 1 + int(amount if unit == "month" else 12 * amount)
    year, month = months // 12, months % 12 + 1
    date = format_day(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return date + "~" if exact else date[:7]


def step_back(day, amount, unit):
    """The EDTF date so many units before a day: exact for days, approximate for longer units.

    There may be one and a half of them.
    """
    if unit == "hour":
        return (day - math.ceil(amount / 24) * DAY).isoformat()
    if unit == "day":
        return (day - math.ceil(amount) * DAY).isoformat()
    if unit == "week":
        return (day - math.ceil(7 * amount) * DAY).isoformat() + "~"
    return shift_month(day, -int(amount if unit == "month" else 12 * amount)) + "~"


def shift_week(day, offset):
    """The week of a day, or another so many weeks off: one of its days."""
    monday = day - day.weekday() * DAY + 7 * offset * DAY
    return f"[{monday.isoformat()}..{(monday + 6 * DAY).isoformat()}]"


def shift_month(day, offset):
    """The month of a day, or another so many months off."""
    months = day.year * 12 + day.month - 1 + offset
    return format_day(months // 12, months % 12 + 1)


def shift_year(day, offset):
    """The year of a day, or another so many years off."""
    return format_day(day.year + offset)
