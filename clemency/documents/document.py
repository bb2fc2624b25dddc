"""A document as it was read: its exact text, where its body stands, and what is known about it."""

import dataclasses

from clemency.table import column


@dataclasses.dataclass(slots=True)
class Sentence:
    """One sentence: `[start, end)` into the document's text, the zone and the paragraph it belongs to."""

    start: int
    end: int
    zone: str  # "headline", "heading" or "body"
    paragraph: int
    text: str  # text[start:end]


@dataclasses.dataclass(slots=True)
class Document:
    """One document; offsets count Unicode code points of `text`."""

    document: str = column("File name without its ending; names the document everywhere")
    sha256: str = column("Hash of the file's bytes")
    characters: int = column("Length of the decoded text in code points", "integer")
    language: str = column("Language of the text: en, ru, be, or be-Latn for Belarusian in Latin letters")
    outlet: str = column("Who published the document; empty if unknown")
    title: str = column("Its title; empty if unknown")
    url: str = column("Where it was published; empty if unknown")
    published: str = column("Day of publication as EDTF; empty if unknown")
    published_basis: str = column("How the day is known: stated, sidecar, inferred or unknown")
    published_reason: str = column("One sentence on how the day is known")
    body_start: int = column("Where the part that is read for claims begins", "integer")
    body_end: int = column("Where it ends; what follows (a sidebar of headlines) is kept but not read", "integer")
    countries: str = column("Countries that it names, by their ISO codes, the one that it is about first", default="")
    text: str = ""
    blocks: list = dataclasses.field(default_factory=list)  # zones.Block
    datelines: list = dataclasses.field(default_factory=list)  # zones.Dateline
    sentences: list = dataclasses.field(default_factory=list)
