"""The documents in full: every claim marked where it was read, and what was not read shown as such."""

import re

from clemency.charts.style import CLASS_SHAPES
from clemency.chronology.wording import describe_date, say_name
from clemency.messages import Vocabulary, tell_language
from clemency.report.excerpt import choose_documents
from clemency.report.words import SOURCE_CLASS_NAMES, capitalise

MOST_TEXTS = 20  # documents of an excerpt that are printed in full: some pages more, and not a book
SIGNS = {"square": "■", "circle": "●", "diamond": "◆", "triangle": "▲", "plus": "✚", "star": "★", "cross": "✖"}
UNREAD = Vocabulary(
    "part of a document",
    {
        "sidebar": "Not read: what follows the text, such as headlines of other articles.",
        "furniture": "Not read: what stands around the text on its page.",
    },
)


def name_sign(source_class):
    """The sign of a class of sources, of the same shape as in the charts."""
    return SIGNS[CLASS_SHAPES[source_class]]


def list_texts(results):
    """A legend of the classes of sources, and one entry a document: its parts with their paragraphs in pieces.

    A piece is {"text"}, and where claims stand also the `claim` that it leads to, that claim's `source_class`, the
    claims that begin here as `ids`, and the numbers of those that end here as `notes`.
    """
    numbers = {claim.claim_id: number for number, claim in enumerate(results.claims, 1)}
    shown = choose_documents(results, MOST_TEXTS)
    used = {claim.source_class for claim in results.claims}
    return {
        "language": tell_language(),
        "legend": [
            {"source_class": name, "sign": name_sign(name), "title": title}
            for name, title in SOURCE_CLASS_NAMES.items()
            if name in used
        ],
        "documents": [_describe_text(document, results.claims, numbers) for document in shown],
    }


def _describe_text(document, claims, numbers):
    """One document with its parts."""
    own = [claim for claim in claims if claim.document == document.document]
    name = document.document if document.title else ""
    parts = []
    for block in document.blocks:
        zone = "sidebar" if block.start >= document.body_end else block.zone
        if not parts or parts[-1]["zone"] != zone:
            parts.append({"zone": zone, "unread": UNREAD.get(zone, ""), "paragraphs": []})
        for line in re.finditer(r"[^\n\r]*\S[^\n\r]*", document.text[block.start : block.end]):
            span = (block.start + line.start(), block.start + line.end())
            parts[-1]["paragraphs"].append(_cut_pieces(document.text, span, own, numbers))
    return {
        "name": document.document,
        "title": document.title or document.document,
        "about": ", ".join(filter(None, [say_name(document.outlet), describe_date(document.published), name])),
        "language": document.language,
        "parts": parts,
    }


def _list_places(claim):
    """Where a claim stands: first where it was read, then where the document says it again."""
    return [(claim.start, claim.end), *((place["start"], place["end"]) for place in claim.appearances)]


def _cut_pieces(text, span, claims, numbers):
    """A line of text cut wherever a claim begins or ends."""
    start, end = span
    places = [
        (max(first, start), min(last, end), claim, first, last, (first, last) == (claim.start, claim.end))
        for claim in claims
        for first, last in _list_places(claim)
        if first < end and last > start
    ]
    cuts = sorted({start, end, *(place[0] for place in places), *(place[1] for place in places)})
    return [
        _describe_piece(text[one:other], one, other, places, numbers)
        for one, other in zip(cuts, cuts[1:], strict=False)
    ]


def _describe_piece(words, start, end, places, numbers):
    """One piece with the claims that stand there; it leads to the one of the fewest words."""
    here = sorted((last - first, numbers[claim.claim_id], claim, first, last, own)
                  for one, other, claim, first, last, own in places if one <= start and end <= other)  # fmt: skip
    if not here:
        return {"text": words}
    claim = here[0][2]
    ending = [claim for _, _, claim, _, last, _ in here if last == end]
    return {
        "text": words,
        "claim": claim.claim_id,
        "source_class": claim.source_class,
        "ids": [claim.claim_id for _, _, claim, first, _, own in here if own and first == start],
        "notes": [
            {
                "number": numbers[claim.claim_id],
                "sign": name_sign(claim.source_class),
                "who": capitalise(SOURCE_CLASS_NAMES[claim.source_class]),
            }
            for claim in ending
        ],
    }
