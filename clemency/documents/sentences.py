"""Split text into sentences, keeping where each stands."""

import itertools
import re

from clemency.lexicon import load_yaml

BULLETS = "-–—•*·▪■●◦‣"  # signs that an item of a list may begin with
# A full stop ends a sentence only before space and a capital, digit, quotation mark or the end, and not after a
# single capital letter, a known abbreviation or the dots of a hesitation (". . ."). A line's end does so before a blank
# line or a bullet, after a colon before a capital, and between rows that end in a number. The first character stands
# before all, so that the search can skip to it, and a run of space is taken whole (++), since giving back parts of it
# takes time by the square.
_END = re.compile(
    r"[.!?…\n](?:"
    r"(?<!\n)[.!?…]*[\"'”’»)\]]*(?=\s++(?:[\"'“‘«(\[—–-]++\s*+)?[A-ZА-ЯЁІЎŁŠŽČĆŹŚŃÀ-Þ0-9]|\s*+$)"
    rf"|(?<=\n)(?:[ \t\r]*\n\s*+|(?=[{BULLETS}] )|(?<=[;:]\n)(?=[ \t]*[A-ZА-ЯЁІЎŁŠŽČ\n])"
    r"|(?<=\d\n)(?=[ \t]*[A-ZА-ЯЁІЎŁŠŽČ][^\n.!?]{0,120}[—–:-][ \t]*\d[\d \u00a0]*[ \t]*(?:\n|\Z))))"
)
LONGEST = 1200  # characters; what reads a sentence takes far longer for each word that it has
_WINDOW = 12  # characters that an abbreviation, or the dots of a hesitation, never goes beyond


def _end_with(words):
    """A pattern of what stands right behind one of some words: looked at from there, it need not be searched."""
    by_length = itertools.groupby(sorted(words, key=len), len)
    return "|".join(rf"(?<=\b(?:{'|'.join(map(re.escape, alike))}))" for _, alike in by_length)


_ABBREVIATION = re.compile(
    rf"(?:(?<=\b[A-ZА-ЯЁІЎ])|{_end_with(load_yaml('abbreviations.yaml'))}|(?<=\.\s\.)|(?<=\.\s\.\s))\."
)


def split_sentences(text, start=0, end=None):
    """Spans `(start, end)` of the sentences of `text[start:end]`, without the white space around them.

    A sentence that a lost link broke over lines, so that the next line begins with a comma, stays one. One of more
    than LONGEST characters is cut between words.
    """
    end = len(text) if end is None else end
    spans, begin = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop < end and (_abbreviates(text, begin, stop) or _is_stitched(text, match)):
            continue
        spans.append((begin, stop))
        begin = stop
    spans.append((begin, end))
    pieces = itertools.chain.from_iterable(_cut(text, *span) for span in spans) if end - start > LONGEST else spans
    return [span for piece in pieces if (span := _strip(text, *piece))]


def _abbreviates(text, begin, end):
    """Whether a sentence would end with an abbreviation or a hesitation, perhaps right before a line's end."""
    ending = text[max(begin, end - _WINDOW) : end].removesuffix("\n")
    return _ABBREVIATION.match(ending, len(ending) - 1)


def _is_stitched(text, match):
    """Whether what follows a blank line goes on with the sentence before it."""
    return match[0].startswith("\n") and text[match.end()] in ",;)" and text[max(0, match.start() - 1)] not in ";:"


def _cut(text, start, end):
    """Pieces of what is too long for a sentence, such as a text in one endless line, cut between words."""
    pieces = []
    while end - start > LONGEST:
        space = max(text.rfind(gap, start, start + LONGEST) for gap in " \n\t")
        cut = space if space > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _strip(text, start, end):
    opens = text[start:end].lstrip()
    start = end - len(opens)
    end = start + len(opens.rstrip())
    return (start, end) if start < end else None
