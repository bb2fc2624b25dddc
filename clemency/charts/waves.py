"""The waves of a year: acts of one kind as stems, one year under the other over the same months and persons."""

import datetime

from clemency.charts import words
from clemency.charts.axis import TimeAxis, read_day
from clemency.charts.canvas import Canvas, measure_text
from clemency.charts.frame import draw_head, draw_heading, draw_holidays, finish_chart, pack_holidays
from clemency.charts.labels import Piece
from clemency.charts.marks import has_inferred_year, shows_class
from clemency.charts.panel import Point, draw_panel, find_left
from clemency.charts.style import LEFT, RIGHT
from clemency.charts.versions import find_versions
from clemency.chronology.acts import PERIOD
from clemency.chronology.totals import sum_least
from clemency.chronology.wording import describe_count, describe_date
from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.messages import month_name

LEAST = 3  # acts of one kind in one year, below which there are no waves to see
_FEW = 12  # acts whose labels have room for the day


def has_enough(events):
    """Whether a year has `LEAST` counted acts of one kind."""
    return any(len(acts) >= LEAST for years in _sort_into_years(events).values() for acts in years.values())


def draw_waves(events, claims, documents, holidays=()):
    """Draw the counted acts of the kind that has most in one year; `holidays` are (name, month, day)."""
    by_kind = _sort_into_years(events)
    kind = max(by_kind, key=lambda one: (_count_most(by_kind[one]), -EVENT_KINDS.index(one)), default=EVENT_KINDS[0])
    years = _keep_full_years(by_kind.get(kind, {}))
    points = _make_points(years, {claim.claim_id: claim for claim in claims})
    title = (
        words.title_waves(kind, {year: len(acts) for year, acts in years.items()})
        if years
        else words.PHRASES["no_waves"]
    )
    spanned = words.say_years(*(datetime.date(year, 1, 1) for year in (min(years), max(years)))) if years else ""
    canvas = Canvas()
    top = draw_head(canvas, title, words.subtitle_waves(spanned))
    top, left_out = _draw_years(canvas, top, years, points, holidays) if years else (top, 0)
    says = {
        "name": "waves",
        "title": title,
        "subtitle": words.subtitle_waves(spanned),
        "alt": words.alt_waves(sum(map(len, years.values())), len(years), title),
        "table_header": words.head_columns(words.TABLE_COUNTS),
    }
    drawn = [point for year in years for point in points[year]]
    rows = [(_make_row(point.version), point.version.all_claims) for point in drawn]
    about = {claim.claim_id for claim in claims if claim.kind == kind and claim.relation and claim.measure == "flow"}
    hollow = any(has_inferred_year(point.version.when) for point in drawn)
    return finish_chart(canvas, top, says, rows, about, documents, words.say_remarks(left_out, hollow))


def _sort_into_years(events):
    """{kind: {year: [events]}} of counted acts that happened, and whose place in a year is known, in order of time."""
    found = {}
    acts = [event for event in events if event.measure == "event" and event.status in OCCURRED and event.relation]
    for event in sorted(acts, key=lambda event: (event.earliest or "", event.latest or "", event.event_id)):
        year = _find_year(read_day(event.earliest), read_day(event.latest))
        if year and event.kind in EVENT_KINDS:
            found.setdefault(event.kind, {}).setdefault(year, []).append(event)
    return found


def _find_year(first, last):
    """The year that some days lie in, if they are no more than `PERIOD`; else None."""
    known = first and last and first.year == last.year and (last - first).days <= PERIOD
    return first.year if known else None


def _keep_full_years(years):
    """The years that have `LEAST` acts, or the fullest ones if none has: a single act is no wave."""
    least = min(LEAST, _count_most(years)) if years else LEAST
    return {year: acts for year, acts in years.items() if len(acts) >= least}


def _count_most(years):
    """How many acts the fullest year has."""
    return max(map(len, years.values()))


def _make_points(years, claim_of):
    """{year: points} of every version of an act that has a number and lies in the year."""
    few = sum(map(len, years.values())) <= _FEW
    heard, points = set(), {}
    for year, acts in years.items():
        versions = [version for act in acts for version in find_versions(act, claim_of)]
        points[year] = [_make_point(one, few, heard) for one in versions if one.claim.relation and _is_in(one, year)]
    return points


def _is_in(version, year):
    """Whether a version's own date puts it into a year."""
    when = version.when
    return bool(when) and _find_year(when.first, when.last) == year


def _make_point(version, few, heard):
    """A count with its label: the number, the day if there are few, and who speaks the first time of each class."""
    claim = version.claim
    number = words.say_count(claim.low, claim.high, claim.relation)
    lead = claim.relation not in ("=", "~") or not shows_class(version.when, claim.source_class)
    pieces = [Piece(number, claim.source_class, bold=True, shape=lead)]
    for one in (version, *version.others):
        source_class = one.claim.source_class
        name = [words.CLASSES[source_class]] if source_class not in heard else []
        heard.add(source_class)
        name = [describe_date(version.date), *name] if few and one is version else name
        if name or one is not version:
            pieces.append(Piece(", ".join(name), source_class, shape=one is not version))
    return Point(version, pieces, words.say_version(version))


def _draw_years(canvas, top, years, points, holidays):
    """A panel for each year, all of one height and scale; returns where they end and the labels left out."""
    drawn = [point for year in points for point in points[year]]
    left, highest = find_left(drawn), max(point.high for point in drawn)
    height = min(19 + 3.0 * max(map(len, points.values())), 62)
    named, name_rows = pack_holidays(_make_axis(min(years), left), holidays)
    start = top + name_rows * 4
    at, left_out = start + 5, 0
    for year, acts in years.items():
        canvas.cuts.append(at)
        canvas.line([(LEFT, at), (RIGHT, at)], "rule", 0.2)
        draw_heading(canvas, at + 4.6, str(year), words.say_year(len(acts), sum_least(acts)))
        left_out += draw_panel(canvas, at + 8, height, _make_axis(year, left), points[year], True, highest)[1]
        at += 8 + height + 4
    _draw_months(canvas, _make_axis(min(years), left), start, at)
    draw_holidays(canvas, named, top, start, at)
    return at + 1.5, left_out


def _make_axis(year, left):
    """The axis of one year."""
    return TimeAxis(datetime.date(year, 1, 1), datetime.date(year, 12, 31), left, RIGHT)


def _draw_months(canvas, axis, top, bottom):
    """Faint lines at the first days of the months, named right of them."""
    for month in range(1, 13):
        name = month_name(month, alone=True, width="abbreviated")
        x = axis.place(axis.first.replace(month=month))
        canvas.line([(x, top + 4), (x, bottom)], "rule", 0.2, under=True)
        if x + 0.8 + measure_text(name) <= RIGHT:
            canvas.write(x + 0.8, top + 3, name, "muted")


def _make_row(version):
    """One row of the table of values."""
    claim = version.claim
    return [
        words.KINDS[version.kind],
        words.MEASURES["flow"],
        describe_count(claim.low, claim.high, claim.relation),
        describe_date(version.date),
        words.say_speakers(version.all_claims),
        words.say_classes(version.all_claims),
    ]
