"""Labels: pieces of text in the colour of who speaks, some led by that speaker’s shape, measured and broken."""

import dataclasses

from clemency.charts.canvas import ASCENT, DESCENT, measure_text, wrap_text
from clemency.charts.marks import SIZE, shape_path
from clemency.charts.style import LABEL, POINT

GAP = 1.2  # millimetres: between pieces, and between a mark and its label
_TIGHT = 0.6  # before a shape without words, which belongs to the words before it
_SMALL = 0.7  # size of a shape inside a label, too small to be taken for a mark
ABOVE, BELOW = ASCENT * LABEL * POINT, DESCENT * LABEL * POINT  # room around a baseline


@dataclasses.dataclass(slots=True, frozen=True)
class Piece:
    """A few words, or none, with or without a shape before them."""

    text: str
    source_class: str
    bold: bool = False
    shape: bool = False

    @property
    def lead(self):
        """Room for the shape."""
        return (SIZE * _SMALL + (1.0 if self.text else 0)) if self.shape else 0.0

    @property
    def width(self):
        """Width of shape and words."""
        return self.lead + measure_text(self.text, LABEL, self.bold)


def _place_pieces(pieces):
    """Where each piece of a line begins, and where the line ends."""
    places, at = [], 0.0
    for piece in pieces:
        at += (GAP if piece.text else _TIGHT) if places else 0.0
        places.append(at)
        at += piece.width
    return places, at


def measure_line(pieces):
    """Width of pieces that stand in one line."""
    return _place_pieces(pieces)[1]


def break_pieces(pieces, room):
    """Pieces as lines that are at most `room` wide; a piece is broken only if it is longer than a line."""
    lines = [[]]
    for piece in pieces:
        if lines[-1] and measure_line([*lines[-1], piece]) > room:
            lines.append([])
        first, *rest = wrap_text(piece.text, room - piece.lead, LABEL, piece.bold)
        lines[-1].append(dataclasses.replace(piece, text=first))
        lines += [[Piece(text, piece.source_class, piece.bold)] for text in rest]
    return lines


def write_line(canvas, x, baseline, pieces, backed):
    """Write pieces from x on, `backed` with paper or not."""
    for piece, place in zip(pieces, _place_pieces(pieces)[0], strict=True):
        at = x + place
        if piece.shape:
            middle = at + SIZE * _SMALL / 2
            canvas.shape(shape_path(piece.source_class, middle, baseline - 1.0, _SMALL), piece.source_class)
        if piece.text:
            canvas.write(at + piece.lead, baseline, piece.text, piece.source_class, bold=piece.bold, backed=backed)
