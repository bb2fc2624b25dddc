"""The text layer of a PDF as paragraphs, told by where its lines stand on the page."""

import collections
import dataclasses
import itertools
import re
import statistics

_CLOSEST = 0.8  # sizes of the letters: anything nearer is a raised figure, not the next line
_APART = 1.15  # times the usual step from line to line is the space between paragraphs
_INDENT = 0.6  # of the size of the letters is how far a paragraph's first line is moved in
_SIZES = 0.5  # points by which letters differ in size if a heading ends and a text begins
_RUNNING = 3  # lines at the head and at the foot of a page
_ENDS = re.compile(r"[.!?…:;][\"”»’)\]]*$")
_BULLET = re.compile(r"[•·*-]\s")  # no dash: it may stand in the midst of a sentence
_ITEM = re.compile(r"[•·*–—-]|\d+[.)]")
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(\w+)-$")


@dataclasses.dataclass(slots=True)
class _Line:
    """A line of a page: where it begins, counted from below left, and the size of its letters, in points."""

    text: str
    left: float
    height: float
    size: float


def join_pages(pages):
    """The text of some pages of `pypdf`: a paragraph a line, with an empty line between.

    What stands at the head or foot of most pages, such as their number, is left out.
    """
    pages = _drop_running(list(filter(None, map(_read_lines, pages))))
    words = collections.Counter(re.findall(r"\w+(?:-\w+)+", " ".join(line.text for page in pages for line in page)))
    paragraphs = []
    for lines in pages:
        starts = _find_starts(lines)
        starts[0] = not paragraphs or bool(_ENDS.search(paragraphs[-1]))
        for line, begins in zip(lines, starts, strict=True):
            if begins:
                paragraphs.append(line.text)
            else:
                paragraphs[-1] = _join(paragraphs[-1], line.text, words)
    return "\n\n".join(paragraphs)


def _read_lines(page):
    """The lines of a page that hold text, from top to bottom as they were written."""
    lines, new = [], True

    def take(text, matrix, text_matrix, _font, size):
        nonlocal new
        (a, b, c, d, e, f), (x, y) = matrix, text_matrix[4:]
        for number, part in enumerate(text.split("\n")):
            new = new or number > 0
            if not part.strip() and (new or not part):
                continue
            if new:
                lines.append(_Line("", x * a + y * c + e, x * b + y * d + f, size))
                new = False
            lines[-1].text += part

    page.extract_text(visitor_text=take)
    for line in lines:
        line.text = " ".join(line.text.replace("\N{SOFT HYPHEN}", "-").split())  # many fonts have one sign for both
    return lines


def _find_starts(lines):
    """Whether a paragraph begins with each line: after a larger step, a change of size, or moved in from the left."""
    steps = [(before.height - line.height) / (line.size or 1) for before, line in itertools.pairwise(lines)]
    lines_apart = sorted(step for step in steps if step > _CLOSEST) or [0]
    usual = lines_apart[len(lines_apart) // 6]  # of short paragraphs, most steps are those between them
    left = statistics.mode(round(line.left) for line in lines)
    starts = [True]
    for (before, line), step in zip(itertools.pairwise(lines), steps, strict=True):
        apart = step > usual * _APART or abs(before.size - line.size) > _SIZES
        moved = line.left - left > _INDENT * line.size  # as are the further lines of an item, too
        outside = before.left - left < _INDENT * before.size and not _ITEM.match(before.text)
        begins = _BULLET.match(line.text) or (moved and (outside or _ENDS.search(before.text)))
        starts.append(bool(apart or begins))
    return starts


def _drop_running(pages):
    """The pages without the first and last lines that most of them share but for a number."""
    for place in (0, -1) * _RUNNING:
        shared = collections.Counter(_DIGITS.sub("#", lines[place].text) for lines in pages if lines)
        running = {text for text, number in shared.items() if len(pages) > 1 and number > len(pages) / 2}
        for lines in pages:
            if lines and _DIGITS.sub("#", lines[place].text) in running:
                del lines[place]
    return list(filter(None, pages))


def _join(before, line, words):
    """A paragraph with one more line; a word that was parted at the line's end is whole again."""
    parted = _BROKEN.search(before)
    if parted and line[:1].isalnum():
        rest = re.match(r"\w+", line).group()
        whole = f"{parted.group(1)}-{rest}"
        return before + line if not rest.islower() or words[whole] else before[:-1] + line
    return f"{before} {line}"
