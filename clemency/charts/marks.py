"""The marks that stand for a date: a known day, a range, an approximate or open one, and the span of a total."""

import dataclasses
import datetime
import math

from matplotlib.path import Path

from clemency.charts.axis import TimeAxis, read_day
from clemency.charts.style import CLASS_SHAPES, RIGHT
from clemency.documents.edtf import is_approximate, is_inferred, read_bounds

SIZE = 2.6  # millimetres: width of a square
BAR = 1.5  # height of a bar
SHORTEST = 3.0  # a shorter bar could be taken for a day
SHORTEST_DASHED = 4.2
ARROW = 7.0  # length of an open end
_DAY = datetime.timedelta(days=1)


def _ring(x, y, radii, turn=0.0):
    """A closed shape of corners at the given radii, evenly turned about a point, the first one upwards."""
    steps = len(radii)
    angles = [turn + 2 * math.pi * step / steps for step in range(steps)]
    corners = [(x + r * math.sin(a), y - r * math.cos(a)) for r, a in zip(radii, angles, strict=True)]
    return Path([*corners, corners[0]], closed=True)


def _plus(x, y, size, turn=0.0):
    """A plus sign, or a cross if it is turned."""
    arm, half = size * 0.58, size * 0.21
    corners = [(-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half)]
    corners += [(-x, -y) for x, y in corners]
    cos, sin = math.cos(turn), math.sin(turn)
    points = [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners]
    return Path([*points, points[0]], closed=True)


def shape_path(source_class, x, y, scale=1.0):
    """The shape of a source class with its middle at a point; all shapes look equally large."""
    size = SIZE * scale
    match CLASS_SHAPES[source_class]:
        case "square":
            return _ring(x, y, [size * 0.68] * 4, math.pi / 4)
        case "circle":
            return Path.circle((x, y), size * 0.54)
        case "diamond":
            return _ring(x, y, [size * 0.68] * 4)
        case "triangle":
            return _ring(x, y + size * 0.1, [size * 0.74] * 3)
        case "star":
            return _ring(x, y, [size * 0.76, size * 0.34] * 5)
        case "plus":
            return _plus(x, y, size)
        case _:
            return _plus(x, y, size, math.pi / 4)


def bar_path(source_class, left, right, y, height=BAR):
    """A flat bar whose ends echo the shape of its source class, so that it can be told in grey."""
    half, middle = height / 2, height * 0.55
    top, bottom = y - half, y + half
    match CLASS_SHAPES[source_class]:
        case "square":
            points = [(left, top), (right, top), (right, bottom), (left, bottom)]
        case "circle":
            arc = [(math.sin(a), math.cos(a)) for a in (math.pi * step / 8 for step in range(9))]
            points = [(right - half + half * s, y - half * c) for s, c in arc]
            points += [(left + half - half * s, y + half * c) for s, c in arc]
        case "diamond":
            points = [(left + middle, top), (right - middle, top), (right, y)]
            points += [(right - middle, bottom), (left + middle, bottom), (left, y)]
        case _:
            points = [(left + middle, top), (right, top), (right - middle, bottom), (left, bottom)]
    return Path([*points, points[0]], closed=True)


def draw_limit(canvas, point, way, source_class, upright):
    """A stroke at a number that is only a limit, and an arrow of length `way` from it into the open.

    `point` is (x, y); `upright` says that numbers grow upwards, and not to the right.
    """

    def turn(along, across):
        return (point[0] + across, point[1] + along) if upright else (point[0] + along, point[1] + across)

    back = way - math.copysign(1.3, way)
    canvas.line([turn(0, -1.4), turn(0, 1.4)], source_class, 0.5)
    canvas.line([turn(0, 0), turn(back, 0)], source_class, 0.4)
    head = [turn(way, 0), turn(back, -0.9), turn(back, 0.9), turn(way, 0)]
    canvas.shape(Path(head, closed=True), source_class)


def draw_segment(canvas, start, end, source_class):
    """A range of numbers from one point to another, between two strokes."""
    canvas.line([start, end], source_class, 1.1)
    upright = start[0] == end[0]
    for x, y in (start, end):
        stroke = [(x - 1.3, y), (x + 1.3, y)] if upright else [(x, y - 1.3), (x, y + 1.3)]
        canvas.line(stroke, source_class, 0.4)


@dataclasses.dataclass(slots=True, frozen=True)
class When:
    """The days that a date allows, and how sure it is; a day of None is an open end."""

    first: datetime.date | None
    last: datetime.date | None
    approximate: bool = False
    inferred: bool = False

    def extent(self, axis):
        """Left and right end of the mark."""
        if self.first is None:
            right = axis.place(self.last + _DAY)
            return max(axis.left, right - ARROW), max(right, axis.left + ARROW)
        if self.last is None:
            left = axis.place(self.first)
            return min(left, axis.right - ARROW), min(axis.right, left + ARROW)
        if self.first == self.last and not self.approximate:
            middle = axis.place_middle(self.first)
            return middle - SIZE / 2, middle + SIZE / 2
        left, right = axis.place(self.first), axis.place(self.last + _DAY)
        more = max(0.0, (SHORTEST_DASHED if self.approximate else SHORTEST) - (right - left)) / 2
        return left - more, right + more

    def draw(self, canvas, axis, y, source_class, hollow=False, dashed=False):
        """A filled shape for a known day, a bar for a range, dashed if approximate, an arrow at an open end."""
        left, right = self.extent(axis)
        dashed = dashed or self.approximate
        fill = None if hollow or self.inferred or dashed else source_class
        dashes = (0.8, 0.5) if dashed else None
        if self.first is None or self.last is None:
            self._draw_arrow(canvas, left, right, y, source_class)
        elif self.first == self.last and not self.approximate:
            canvas.shape(shape_path(source_class, (left + right) / 2, y), fill, source_class, 0.35, dashes)
        else:
            canvas.shape(bar_path(source_class, left, right, y), fill, source_class, 0.35, dashes)

    def _draw_arrow(self, canvas, left, right, y, source_class):
        """A line from the known end, marked by a stroke across, to a head at the open one."""
        tip, end = (left, right) if self.first is None else (right, left)
        back = 1.4 if tip < end else -1.4
        canvas.line([(end, y), (tip + back / 2, y)], source_class, 0.45)
        canvas.line([(end, y - 1.1), (end, y + 1.1)], source_class, 0.45)
        head = [(tip, y), (tip + back, y - 0.9), (tip + back, y + 0.9), (tip, y)]
        canvas.shape(Path(head, closed=True), source_class)


@dataclasses.dataclass(slots=True, frozen=True)
class Span:
    """The period of a total, from its start, which may be uncertain or open, to the day it was counted."""

    start: When
    end: When

    def extent(self, axis):
        """Left and right end of the mark."""
        left = axis.place(self.start.first) if self.start.first else axis.left
        right = axis.place(self.end.last + _DAY) if self.end.last else axis.right
        return left, max(right, left + SHORTEST)

    def draw(self, canvas, axis, y, source_class, hollow=False):
        """A line between strokes across, dashed where start or end are uncertain, an arrow where they are open."""
        left, right = self.extent(axis)
        start, end = self.start, self.end
        inner_left = axis.place(start.last + _DAY) if start.first and start.first != start.last else left
        inner_right = axis.place(end.first) if end.first and end.first != end.last else right
        width = 0.3 if hollow else 0.55
        if inner_left < inner_right:
            canvas.line([(inner_left, y), (inner_right, y)], source_class, width)
        for a, b in ((left, min(inner_left, right)), (max(inner_right, left), right)):
            if a < b:
                canvas.line([(a, y), (b, y)], source_class, width, (0.7, 0.5))
        for x, side, known in ((left, 1, start.first), (right, -1, end.last)):
            if known:
                canvas.line([(x, y - 1.1), (x, y + 1.1)], source_class, width)
            else:
                head = [(x, y), (x + 1.4 * side, y - 0.9), (x + 1.4 * side, y + 0.9), (x, y)]
                canvas.shape(Path(head, closed=True), source_class)


def read_when(date, earliest, latest):
    """What a claim or an event says of its day, or None if it says nothing."""
    first, last = read_day(earliest), read_day(latest)
    if first is None and last is None:
        return None
    date = date or ""
    return When(first, last, is_approximate(date), is_inferred(date))


def read_span(period):
    """The span of a period, or None if there is none; the end of a period that names one date is that date's."""
    if not period:
        return None
    start, _, end = period.partition("/")
    return Span(_read_end(start), _read_end(end or start))


def _read_end(text):
    """One end of a period."""
    if text in ("", ".."):
        return When(None, None)
    return When(*read_bounds(text), is_approximate(text), is_inferred(text))


def make_axis(marks, left):
    """The axis of time, from `left` to the right edge, that holds every known day of some marks; None without any."""
    days = []
    for mark in marks:
        ends = (mark.start, mark.end) if isinstance(mark, Span) else (mark,)
        days += [day for end in ends for day in (end.first, end.last) if day]
    return TimeAxis(min(days), max(days), left, RIGHT) if days else None


def is_point(mark):
    """Whether a mark stands on one day, and so shows the shape of its source class."""
    return isinstance(mark, When) and mark.first is not None and mark.first == mark.last and not mark.approximate


def has_ends(mark):
    """Whether a mark is a bar between two days, whose ends echo the shape of its source class."""
    return isinstance(mark, When) and mark.first is not None and mark.last is not None


def shows_class(mark, source_class):
    """Whether a mark alone tells its source class: the shape of a day does, the ends of a bar do for three classes."""
    return is_point(mark) or (has_ends(mark) and CLASS_SHAPES[source_class] in ("square", "circle", "diamond"))


def has_inferred_year(mark):
    """Whether a mark is hollow because a part of its date, such as the year, was inferred."""
    return isinstance(mark, When) and mark.inferred
