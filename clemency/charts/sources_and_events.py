"""Sources against events: which class of sources reports which act, and which says nothing of it."""

import dataclasses

from clemency.charts import words
from clemency.charts.axis import read_day
from clemency.charts.canvas import Canvas, measure_text, wrap_text
from clemency.charts.frame import draw_head, finish_chart
from clemency.charts.labels import Piece, break_pieces, write_line
from clemency.charts.marks import SIZE, shape_path
from clemency.charts.style import LEFT, RIGHT
from clemency.chronology.places import find_abroad
from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.comparison.coverage import tabulate_coverage
from clemency.messages import country_name

LEAST_ACTS = 3
_LINE = 4.2  # millimetres
_GAP = 1.4  # between rows
_NARROWEST = 26.0  # of the column that names acts
_TALLEST = 190.0  # as high as a page has room for; beyond, a row stands for a month or a year
_LEVELS = ("act", "month", "year")


@dataclasses.dataclass(slots=True)
class Cell:
    """What one class of sources says of the acts of a row."""

    source_class: str
    claims: list
    said: list  # numbers, or how many of the acts it reports


@dataclasses.dataclass(slots=True)
class Row:
    """An act, or the acts of a month or a year, with a cell for each class that reports any."""

    name: str
    cells: dict
    lines: list = dataclasses.field(default_factory=list)
    broken: dict = dataclasses.field(default_factory=dict)  # {source class: lines of pieces}

    @property
    def height(self):
        """Height of the row, by its longest cell."""
        return max(len(self.lines), *map(len, self.broken.values())) * _LINE + _GAP


def has_enough(events, claims):
    """Whether there are `LEAST_ACTS` acts, and two classes of sources report at least one of them."""
    coverage = _list_coverage(events, claims)
    return len(coverage) >= LEAST_ACTS and any(len(row.claims) > 1 for row in coverage)


def draw_sources_and_events(events, claims, documents, led_to=None):
    """Draw a matrix of acts, in the order of time, by the classes of sources that report them.

    Marks lead to claims; where a report shows only some of them, to those among `led_to`.
    """
    coverage = _list_coverage(events, claims)
    classes = [name for name in words.CLASSES if any(name in row.claims for row in coverage)]
    alone = sum(len(row.claims) == 1 for row in coverage)
    title = words.title_sources(alone, len(coverage))
    days = [read_day(day) for row in coverage for day in (row.event.earliest, row.event.latest) if day]
    subtitle = words.subtitle_sources(words.say_years(min(days), max(days)) if days else "")
    canvas = Canvas()
    top = draw_head(canvas, title, subtitle)
    rows, width = _choose_rows(coverage, classes, find_abroad(claims, documents))
    led_to = {claim.claim_id for claim in claims} if led_to is None else led_to
    top = _draw_matrix(canvas, top, rows, classes, width, led_to)
    says = {
        "name": "sources-and-events",
        "title": title,
        "subtitle": subtitle,
        "alt": words.alt_sources(len(coverage), len(classes), title),
        "table_header": words.head_columns(words.TABLE_SOURCES),
    }
    values = [(_make_row(row, cell), cell.claims) for row in rows for cell in row.cells.values()]
    about = {claim.claim_id for claim in claims if _is_about(claim)}
    return finish_chart(canvas, top, says, values, about, documents, led_to=led_to)


def _is_about(claim):
    """Whether a claim reports an act that happened."""
    return claim.kind in EVENT_KINDS and claim.measure in ("event", "flow") and claim.status in OCCURRED


def _list_coverage(events, claims):
    """Acts that happened with their claims by class of source, in the order of time, undated ones last."""
    acts = [event for event in events if event.measure == "event" and event.status in OCCURRED]
    acts.sort(key=lambda event: (event.earliest or event.latest or "9999", event.latest or "9999", event.event_id))
    return tabulate_coverage(acts, claims)


def _choose_rows(coverage, classes, abroad):
    """Rows of single acts, or of months or years if a page has no room for them; and the width of their columns.

    `abroad` is {claim id: country} of what is not of the country that most documents are about.
    """
    levels = _LEVELS if len(coverage) * (_LINE + _GAP) <= _TALLEST else _LEVELS[1:]  # one line an act, at least
    for level in levels:
        rows = _make_rows(coverage, level, abroad)
        width = _find_width(rows, classes)
        room = RIGHT - LEFT - width * len(classes)
        for row in rows:
            row.lines = wrap_text(row.name, room - 3)
            row.broken = {name: break_pieces(_list_pieces(cell), width - 1) for name, cell in row.cells.items()}
        if room >= _NARROWEST and sum(row.height for row in rows) <= _TALLEST:
            break
    return rows, width


def _make_rows(coverage, level, abroad):
    """The rows of a level, in the order of time."""
    groups = {}
    for place, row in enumerate(coverage):
        key = place if level == "act" else _find_period(row.event, 7 if level == "month" else 4)
        groups.setdefault(key, []).append(row)
    if level == "act":
        return [_make_act(rows[0], abroad) for rows in groups.values()]
    order = sorted(groups, key=lambda key: (key in ("", "vague"), key == "", key))
    return [_make_group(key, groups[key]) for key in order]


def _find_period(event, length):
    """The month or year (so many characters of a day) that an act lies in for sure; "vague" or "" if in none."""
    if not event.earliest or not event.latest:
        return "vague" if event.earliest or event.latest else ""
    first, last = event.earliest[:length], event.latest[:length]
    if first != last and length == 7:
        return _find_period(event, 4)
    return first if first == last else "vague"


def _make_act(row, abroad):
    """The row of one act: each class has the numbers that it states."""
    cells = {}
    for name, claims in row.claims.items():
        counted = [claim for claim in claims if claim.relation and not _is_part(claim, row.event)]
        numbers = dict.fromkeys(words.say_count(claim.low, claim.high, claim.relation) for claim in counted)
        cells[name] = Cell(name, claims, list(numbers))
    country = next((country_name(abroad[name]) for name in row.event.claims if name in abroad), "")
    return Row(", ".join(filter(None, (words.say_act(row.event.kind, row.event.date), country))), cells)


def _is_part(claim, event):
    """Whether a claim counts a part of an act's people: an exact number below all that count the whole."""
    below = claim.relation == "=" and event.low is not None and claim.low < event.low
    return below or claim.part_of is not None


def _make_group(key, rows):
    """The row of a month or a year: each class has how many of the acts it reports."""
    cells = {}
    for row in rows:
        for name, claims in row.claims.items():
            cells.setdefault(name, Cell(name, [], [])).claims.extend(claims)
    for name, cell in cells.items():
        cell.said = [words.say_share(sum(name in row.claims for row in rows), len(rows))]
    return Row(words.say_period(key), cells)


def _list_pieces(cell):
    """The shape of the class, and what it says."""
    texts = [f"{text}," for text in cell.said[:-1]] + cell.said[-1:]
    return [Piece("", cell.source_class, shape=True), *(Piece(text, cell.source_class) for text in texts)]


def _find_width(rows, classes):
    """The width that every column needs: for the longest word of its head and the longest number of its cells."""
    heads = [word for name in classes for word in words.HEADS[name].split()]
    texts = heads + [text for row in rows for cell in row.cells.values() for text in cell.said]
    return max(map(measure_text, texts), default=0) + 2.5


def _draw_matrix(canvas, top, rows, classes, width, led_to):
    """The heads of the classes, then row by row; returns where they end."""
    left = RIGHT - width * len(classes)
    heads = {name: wrap_text(words.HEADS[name], width - 1) for name in classes}
    most = max(map(len, heads.values()), default=0)
    for column, name in enumerate(classes):
        x = left + column * width
        canvas.shape(shape_path(name, x + SIZE / 2, top + 2.2), name)
        for number, line in enumerate(heads[name]):
            canvas.write(x, top + 7.4 + number * _LINE, line, name)
    at = top + 5.4 + most * _LINE
    for row in rows:
        canvas.cuts.append(at)
        canvas.line([(LEFT, at), (RIGHT, at)], "rule", 0.2)
        for number, line in enumerate(row.lines):
            canvas.write(LEFT, at + 3.7 + number * _LINE, line)
        for column, name in enumerate(classes):
            if name in row.cells:
                _draw_cell(canvas, left + column * width, at + 3.7, row, row.cells[name], led_to)
        at += row.height
    canvas.line([(LEFT, at), (RIGHT, at)], "rule", 0.2)
    return at + 2


def _draw_cell(canvas, x, baseline, row, cell, led_to):
    """One mark with its label; no mark if it could lead nowhere."""
    hover = f"{row.name}; {_say_cell(cell)}; {words.say_speakers(cell.claims)}"
    if claims := [claim.claim_id for claim in cell.claims if claim.claim_id in led_to]:
        canvas.open_mark(claims, hover)
    for number, line in enumerate(row.broken[cell.source_class]):
        write_line(canvas, x, baseline + number * _LINE, line, backed=False)
    canvas.close_mark()


def _say_cell(cell):
    """What a class says of a row, in words."""
    return ", ".join(cell.said) or words.PHRASES["no_number"]


def _make_row(row, cell):
    """One row of the table of values."""
    return [row.name, words.CLASSES[cell.source_class], _say_cell(cell), words.say_speakers(cell.claims)]
