"""A panel of persons over time: counts as lengths from zero, and labels that find a free place or are left out."""

import dataclasses

from clemency.charts.axis import CountAxis
from clemency.charts.canvas import measure_text
from clemency.charts.labels import ABOVE, BELOW, measure_line, write_line
from clemency.charts.marks import SIZE, draw_limit, draw_segment, has_ends, is_point
from clemency.charts.style import LEFT
from clemency.messages import write_number

LIMITS = (">", ">=", "<", "<=")  # relations that leave one end open
_STEM = 0.5  # millimetres
_ARROW = 4.4  # length of an open end
_HEADROOM = 8.0  # above the highest number of the axis
_MARGIN = 2.0  # below the heading
_LIFTS = 7  # how many rows a label may rise above its mark
_LINE = 3.9  # from one label to the next above it
_CELL = 6.0  # width of the columns that obstacles are sorted into


@dataclasses.dataclass(slots=True)
class Point:
    """One count to be drawn, and its label."""

    version: object
    pieces: list
    hover: str

    @property
    def claim(self):
        """The claim that the count is taken from."""
        return self.version.claim

    @property
    def low(self):
        """The number that the mark stands at."""
        return self.claim.low if self.claim.low is not None else self.claim.high

    @property
    def high(self):
        """The highest number that the mark reaches."""
        return self.claim.high if self.claim.high is not None else self.claim.low


class Obstacles:
    """Boxes that labels must keep clear of."""

    def __init__(self):
        self.columns = {}

    def _list_columns(self, left, right):
        return range(int(left // _CELL), int(right // _CELL) + 1)

    def add(self, left, top, right, bottom):
        """Occupy a box."""
        for column in self._list_columns(left, right):
            self.columns.setdefault(column, []).append((left, top, right, bottom))

    def is_free(self, left, top, right, bottom):
        """Whether a box touches no other."""
        return not any(
            left < other_right and other_left < right and top < other_bottom and other_top < bottom
            for column in self._list_columns(left, right)
            for other_left, other_top, other_right, other_bottom in self.columns.get(column, ())
        )


def draw_panel(canvas, top, height, axis, points, stems, highest=None):
    """Draw counts from zero, as stems or as dots, with their labels; returns the count axis and the labels left out.

    The axis of persons reaches the highest point, or `highest` where several panels share one scale.
    """
    highest = highest or max(point.high for point in points)
    counts = CountAxis(highest, top + height, top + _HEADROOM)
    for value in counts.values:
        y = counts.place(value)
        canvas.line([(axis.left, y), (axis.right, y)], "rule", 0.2 if value else 0.35, under=True)
        canvas.write(axis.left - 1.2, y + 1.0, write_number(value), "muted", align="right")
    heads, lines = Obstacles(), Obstacles()
    for point in points:
        heads.add(*_find_head(axis, counts, point))
        if stems:
            for x in _draw_stem(canvas, axis, counts, point):
                lines.add(x - _STEM / 2, counts.place(point.low), x + _STEM / 2, counts.bottom)
    left_out = 0
    for point in sorted(points, key=lambda point: (-point.low, point.claim.claim_id)):
        canvas.open_mark([claim.claim_id for claim in point.version.all_claims], point.hover)
        _draw_count(canvas, axis, counts, point)
        left_out += not _place_label(canvas, (heads, lines), axis, top, point, _find_head(axis, counts, point))
        canvas.close_mark()
    return counts, left_out


def _find_head(axis, counts, point):
    """The box of a mark without its stem."""
    left, right = point.version.when.extent(axis)
    aside = SIZE / 4 if is_point(point.version.when) else 0
    above = _ARROW if point.claim.relation in (">", ">=") else SIZE * 0.78
    below = _ARROW if point.claim.relation in ("<", "<=") else SIZE * 0.78
    return left - aside, counts.place(point.high) - above, right + aside, counts.place(point.low) + below


def _draw_stem(canvas, axis, counts, point):
    """The length from zero to the number, or thin lines from zero to both ends of a bar; returns where they stand."""
    left, right = point.version.when.extent(axis)
    day = is_point(point.version.when)
    feet = [(left + right) / 2] if day else [left + 0.15, right - 0.15]
    dashes = (0.9, 0.7) if point.claim.relation == "~" else None
    for x in feet:
        ends = [(x, counts.bottom), (x, counts.place(point.low))]
        canvas.line(ends, point.claim.source_class, _STEM if day else 0.15, dashes, under=True)
    return feet


def _draw_count(canvas, axis, counts, point):
    """A mark at its number: filled if exact, open upwards or downwards, dashed if approximate, a segment if a range."""
    when, claim = point.version.when, point.claim
    left, right = when.extent(axis)
    low, high = counts.place(point.low), counts.place(point.high)
    day = is_point(when)
    x = (left + right) / 2 if day else right if when.first is None else left
    if point.high != point.low:
        if has_ends(when) and not day:
            canvas.box(left, high, right, low, outline=claim.source_class, width=0.35)
            return
        draw_segment(canvas, (x, low), (x, high), claim.source_class)
    elif claim.relation in LIMITS:
        way = -_ARROW if claim.relation in (">", ">=") else max(1.5, min(_ARROW, counts.bottom - low))
        draw_limit(canvas, (x, low), way, claim.source_class, upright=True)
    if not day or (point.high == point.low and claim.relation not in LIMITS):
        when.draw(canvas, axis, low, claim.source_class, dashed=claim.relation == "~")


def _list_places(head, width):
    """Where a label may stand, best first: (left end, baseline, how many rows it is lifted)."""
    left, upper, right, lower = head
    middle, beside = (left + right - width) / 2, (upper + lower) / 2 + 1.0
    yield from ((middle, upper - 1.2, 0), (right + 0.9, beside, 0), (left - 0.9 - width, beside, 0))
    for lift in range(1, _LIFTS + 1):
        for shift in (0, 0.35, -0.35):
            yield middle + shift * width, upper - 1.2 - lift * _LINE, lift


def _place_label(canvas, obstacles, axis, top, point, head):
    """Write a label, or at least its number, where it has room; False if there is none."""
    for pieces in (point.pieces, point.pieces[:1]):
        place = _find_place(obstacles, axis, top, measure_line(pieces), head)
        if place:
            _write_label(canvas, obstacles[0], point.claim.source_class, pieces, *place)
            return True
    return False


def _find_place(obstacles, axis, top, width, head):
    """The first place for a label that is free of heads, labels and stems, or else of heads and labels; or None."""
    heads, lines = obstacles
    foot = (head[0] + head[2]) / 2
    for kept in ((heads, lines), (heads,)):
        for x, baseline, lift in _list_places(head, width):
            box = (x - 0.4, baseline - ABOVE, x + width + 0.4, baseline + BELOW)
            if box[0] < axis.left - 1 or box[2] > axis.right + 1 or box[1] < top - _MARGIN:
                continue
            leader = (foot - 0.1, box[3], foot + 0.1, head[1] - 0.05)
            if all(kind.is_free(*box) for kind in kept) and (not lift or heads.is_free(*leader)):
                return x, baseline, leader if lift else None
    return None


def _write_label(canvas, heads, source_class, pieces, x, baseline, leader):
    """Write a label in its place, with a thin line from its mark if it is lifted."""
    width = measure_line(pieces)
    heads.add(x - 0.4, baseline - ABOVE, x + width + 0.4, baseline + BELOW)
    if leader:
        middle = (leader[0] + leader[2]) / 2
        canvas.line([(middle, leader[3]), (middle, leader[1])], source_class, 0.15)
        heads.add(*leader)
    write_line(canvas, x, baseline, pieces, backed=True)


def find_left(points):
    """Where an axis must begin, so that the numbers beside it have room."""
    highest = max((point.high for point in points), default=1)
    return LEFT + max(measure_text(write_number(value)) for value in CountAxis(highest, 0, 1).values) + 2.0
