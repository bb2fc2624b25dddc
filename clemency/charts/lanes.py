"""Lanes: marks with their labels in rows, packed so that nothing overlaps."""

import dataclasses

from clemency.charts.frame import draw_heading
from clemency.charts.labels import GAP, break_pieces, measure_line, write_line
from clemency.charts.marks import SIZE, is_point, shape_path
from clemency.charts.style import LEFT, RIGHT

ROW = 4.5  # millimetres
HEADING_ROOM = 6.5  # from the top of a lane to its first row
_SPACE = 3.0  # between one label and the next mark
_BASELINE = 1.0  # from the middle of a row down to the baseline of its text
_INDENT = SIZE + GAP


@dataclasses.dataclass(slots=True)
class Entry:
    """One mark with its label."""

    version: object
    pieces: list
    hover: str
    hollow: bool = False
    label_left: float = 0.0
    lines: list = dataclasses.field(default_factory=list)
    below: bool = False  # whether the label stands in the row below the mark

    @property
    def rows(self):
        """How many rows the entry takes."""
        return max(1, len(self.lines)) + self.below

    @property
    def width(self):
        """Width of the label's longest line."""
        return max((measure_line(line) for line in self.lines), default=0.0)


@dataclasses.dataclass(slots=True)
class Block:
    """Entries of one event, which stay together, and the row that they begin in."""

    entries: list
    left: float
    right: float
    row: int = 0

    @property
    def rows(self):
        """How many rows the block takes."""
        return sum(entry.rows for entry in self.entries)


def _fit_label(entry, left, right, axis):
    """Put the label right of its mark, or left of it, or below; returns the ends of both together."""
    limit = axis.right - 1
    entry.lines = break_pieces(entry.pieces, limit - axis.left - 1) if entry.pieces else []
    width = entry.width
    if right + GAP + width <= limit:
        entry.label_left, entry.below = right + GAP, False
    elif left - GAP - width >= axis.left:
        entry.label_left, entry.below = left - GAP - width, False
    else:
        entry.label_left, entry.below = max(axis.left, min(left, limit - width)), True
    return min(left, entry.label_left), max(right, entry.label_left + width)


def _pack(blocks):
    """Give each block, in the order of time, the first rows that are free; returns the number of rows."""
    rows = []
    for block in blocks:
        ends = (block.left - _SPACE, block.right + _SPACE)
        row = 0
        while any(
            left < ends[1] and ends[0] < right for taken in rows[row : row + block.rows] for left, right in taken
        ):
            row += 1
        rows += [[] for _ in range(row + block.rows - len(rows))]
        for taken in rows[row : row + block.rows]:
            taken.append((block.left, block.right))
        block.row = row
    return len(rows)


def pack_lane(groups, axis):
    """Blocks of dated entries, one for each group, and the number of rows that they take."""
    blocks = []
    for group in groups:
        ends = [_fit_label(entry, *entry.version.when.extent(axis), axis) for entry in group]
        blocks.append(Block(group, min(left for left, _ in ends), max(right for _, right in ends)))
    return blocks, _pack(blocks)


def pack_list(entries, left, right):
    """Blocks of undated entries, set like words in a paragraph, and the number of rows that they take."""
    blocks, at, row = [], left, 0
    for entry in entries:
        entry.lines = break_pieces(entry.pieces, right - left - _INDENT)
        width = _INDENT + entry.width
        if at > left and at + width > right:
            at, row = left, row + max(block.rows for block in blocks if block.row == row)
        entry.label_left = at + _INDENT
        blocks.append(Block([entry], at, at + width, row))
        at += width + _SPACE
    return blocks, max((block.row + block.rows for block in blocks), default=0)


def draw_blocks(canvas, blocks, top, axis=None):
    """Draw packed blocks from `top` down; without an axis each label is led by its shape."""
    for block in blocks:
        row = block.row
        for entry in block.entries:
            middle = top + (row + 0.5) * ROW
            source_class = entry.version.claim.source_class
            canvas.open_mark([claim.claim_id for claim in entry.version.all_claims], entry.hover)
            if axis:
                entry.version.when.draw(canvas, axis, middle, source_class, entry.hollow)
            else:
                canvas.shape(shape_path(source_class, block.left + SIZE / 2, middle), None, source_class, 0.35)
            baseline = middle + entry.below * ROW + _BASELINE
            for number, line in enumerate(entry.lines):
                write_line(canvas, entry.label_left, baseline + number * ROW, line, backed=bool(axis))
            canvas.close_mark()
            row += entry.rows
        if axis and len(block.entries) > 1:
            _join_versions(canvas, block, top, axis)


def _join_versions(canvas, block, top, axis):
    """A thin line behind the marks of one event, from the first to the last."""
    points, row = [], block.row
    for entry in block.entries:
        left, right = entry.version.when.extent(axis)
        points.append(((left + right) / 2 if is_point(entry.version.when) else left + 0.4, top + (row + 0.5) * ROW))
        row += entry.rows
    canvas.line(points, "connector", 0.2, under=True)


def draw_list(canvas, top, entries, heading, remark, hollow):
    """A panel of undated entries, hollow or filled with a faint tone; returns where it ends."""
    blocks, rows = pack_list(entries, LEFT + 3, RIGHT - 3)
    bottom = top + HEADING_ROOM + rows * ROW + 1.2
    canvas.cuts.append(top)
    if hollow:
        canvas.box(LEFT, top, RIGHT, bottom, outline="connector", dashes=(1.2, 0.8))
    else:
        canvas.box(LEFT, top, RIGHT, bottom, "panel")
    draw_heading(canvas, top + 4.6, heading, remark, LEFT + 3, backed=False)
    draw_blocks(canvas, blocks, top + HEADING_ROOM)
    return bottom + 2
