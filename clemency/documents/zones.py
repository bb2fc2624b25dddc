"""Tell the parts of a document: headline, datelines, body, page furniture, and the sidebar that follows."""

import dataclasses
import re

from clemency.documents.dates import find_dates_in, may_name_day
from clemency.documents.sentences import BULLETS
from clemency.lexicon.match import TOKEN

_STOPS = ".!?…:;"
_AFTER_STOP = re.compile(r"[\"'”’»)\]]*$|(?<![:;])[\"'”’»)\]]*\s*\[?\d*\]?$")
_BULLET = re.compile(rf"[{BULLETS}]\s")
_HEADING_LENGTH = 130
_FURNITURE = 200  # page furniture shows itself at the beginning of its line
_WRAPPED = 90  # a longer line is no line of a wrapped paragraph
_DATELINE_LENGTH = 120  # a date that stands later in its line heads nothing
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]\S*")
_LINE = re.compile(r"[^\n\r]+")
_BLANK_LINE = re.compile(r"\n\s*\n")
_WORDS_BEFORE_DATE = 7  # the most that any form of dateline has before its first digit
_PLACE_DATELINE = re.compile(
    rf"(?:{_BULLET.pattern})?"
    r"(?:[^\W\d_][^.!?\n]{2,60}?(?:\([^)]{2,30}\)|/[^/]{2,30}/)?\s*[-–—]\s|[^.\n]{3,60}\.\s)"
)


@dataclasses.dataclass(slots=True)
class Block:
    """A run of lines `[start, end)` of one zone: headline, heading, dateline, furniture, body or sidebar."""

    zone: str
    start: int
    end: int


@dataclasses.dataclass(slots=True)
class Dateline:
    """A date that heads what follows it; the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int


def find_blocks(text, language):
    """The text as blocks in order; a block of the body is one paragraph."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    blocks = []
    for n, (start, end) in enumerate(lines):
        zone = _zone_of_line(text, lines, n, language, blocks)
        if (
            zone in ("body", "heading", "item")
            and _is_link_list(text, blocks, start)
            and not _ends_sentence(text[start:end].strip())
        ):
            zone = "furniture"
        joins = (
            blocks
            and blocks[-1].zone == zone == "body"
            and not _BULLET.match(text[start:end].lstrip())
            and not _BLANK_LINE.search(text, blocks[-1].end, start)
        )
        if joins or (blocks and zone == "body" and _continues(text[start:end], blocks[-1])):
            blocks[-1].zone, blocks[-1].end = "body", end
        else:
            blocks.append(Block(zone, start, end))
    _mark_sidebar(blocks)
    _mark_headline(blocks)
    return blocks


def _ends_sentence(line):
    """Whether a line ends as a sentence does: nothing but quotation marks, brackets or a footnote after a stop."""
    last = max(map(line.rfind, _STOPS))
    return last >= 0 and bool(_AFTER_STOP.match(line, last + 1))


def _is_link_list(text, blocks, start):
    """Whether the line right before only announces links, or is one of them: «Read also» alone on its line."""
    if not blocks or blocks[-1].zone != "furniture":
        return False
    before = text[blocks[-1].start : blocks[-1].end].strip()
    apart = _BLANK_LINE.search(text, blocks[-1].end, start)
    return not apart and len(before) <= 160 and not _ends_sentence(before)


def _continues(line, before):
    """A paragraph that a lost link broke goes on with a comma or a small letter."""
    return before.zone in ("body", "item") and (line.lstrip()[0] in ",;)" or line.lstrip()[0].islower())


def _zone_of_line(text, lines, n, language, blocks):
    start, end = lines[n]
    line = text[start:end].strip()
    if language.is_furniture(line[:_FURNITURE].lower()):
        return "dateline" if read_dateline(text, start, end, language) else "furniture"
    dateline = read_dateline(text, start, end, language) if len(line) < 90 else None
    if dateline and dateline.end == end:
        return "dateline"
    if _ends_sentence(line) or len(line) > _HEADING_LENGTH:
        return "body"
    if _BULLET.match(line):
        return "item"
    return "heading" if _is_heading(text, lines, n, language, blocks) else "body"


def _is_heading(text, lines, n, language, blocks):
    """Whether a line without a sentence's end heads what follows, rather than being a line of a wrapped paragraph.

    It stands alone, or right above a list, a dateline or a paragraph that is written as one long line; a title, also
    right above its second line.
    """
    start, end = lines[n]
    before = text[slice(*lines[n - 1])].strip() if n else ""
    blank_before = n == 0 or "\n" in text[lines[n - 1][1] : start].replace("\n", "", 1)
    if not (blank_before or blocks[-1].zone != "body" or _ends_sentence(before)):
        return False
    if n + 1 == len(lines):
        return n > 0
    first, last = lines[n + 1]
    following = text[first:last].strip()
    if following[0].islower() or following[0] in ",;)":
        return False
    if "\n" in text[end:first].replace("\n", "", 1) or _BULLET.match(following):
        return True
    if n == 0 and len(following) <= _WRAPPED and not _ends_sentence(following):
        beyond = lines[n + 2][0] if n + 2 < len(lines) else len(text)
        return "\n" in text[last:beyond].replace("\n", "", 1)
    opens = len(following) > _WRAPPED or language.is_furniture(following.lower())
    return bool((end - start <= 60 or n == 0) and (opens or read_dateline(text, first, last, language)))


def _mark_sidebar(blocks):
    """What follows the last paragraph of sentences is a sidebar, if a list or page furniture shows that it is one."""
    last = max((n for n, block in enumerate(blocks) if block.zone == "body"), default=len(blocks) - 1)
    tail = blocks[last + 1 :]
    if any(block.zone in ("item", "furniture") for block in tail):
        for block in tail:
            block.zone = "sidebar"
    for block in blocks:
        if block.zone == "item":
            block.zone = "body"


def _mark_headline(blocks):
    """The headings that stand before any body are the headline."""
    for block in blocks:
        if block.zone == "body":
            return
        if block.zone == "heading":
            block.zone = "headline"


def read_dateline(text, start, end, language):
    """The dateline that a line consists of or begins with, or None.

    A line that is little more than a date counts, and a paragraph that opens with a date and an outlet or place
    before its first full stop or dash.
    """
    line = text[start:end]
    digit = _DIGIT.search(line, 0, _DATELINE_LENGTH)
    if not digit or len(_WORD.findall(line, 0, digit.start())) > _WORDS_BEFORE_DATE:
        return None
    folded = language.prepare(line[: 2 * _DATELINE_LENGTH])
    words = TOKEN.findall(folded) if may_name_day(folded, language) else ()
    date, *after = [date for date in find_dates_in(words, language) if date.day] or [None]
    if not date or date.last_day:
        return None  # nothing is written on «3–9 March»
    if after and after[0].first - date.last == 1 and words[date.last] in ("—", "-"):
        return None  # nor on «30 June – 6 July»
    opening = _PLACE_DATELINE.match(line)
    head = TOKEN.findall(language.prepare(opening.group())) if opening else []
    bullet = 1 if words[0] in BULLETS else 0
    others = len([word for word in words if word[0].isalpha()]) - len(
        [w for w in words[date.first : date.last] if w[0].isalpha()]
    )
    # «Mass raids of 23 January» heads a section, and is not written on that day
    told = date.first > 0 and not date.year and words[date.first - 1][0].isalpha()
    whole = others <= 6 and len(words) <= 30 and not line.rstrip().endswith((".", "!", "?")) and not told
    opens = date.first == bullet and date.last <= len(head) and len(head) - date.last <= 5
    places = 0 < date.first <= 5 and 0 <= len(head) - date.last <= 5 and opening.group().rstrip()[-1] in "-–—"
    if whole or opens or places:
        return Dateline(start, end if whole else start + opening.end(), date.year, date.month, date.day)
    return None


def find_datelines(text, blocks, language):
    """Every dateline of the document, in order."""
    found = []
    for block in blocks:
        if block.zone in ("dateline", "body", "furniture"):
            dateline = read_dateline(text, block.start, block.end, language)
            if dateline:
                found.append(dateline)
    return found
