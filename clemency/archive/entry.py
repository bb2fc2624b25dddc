"""An entry of an archive: one document, as a line of JSON Lines, a row of Parquet or a file gives it."""

import dataclasses
import functools
import hashlib
import re

from clemency.documents.edtf import read_bounds
from clemency.documents.read import check_length
from clemency.documents.sidecar import LANGUAGES, InputError

KEYS = ("id", "text", "published", "published_reason", "outlet", "title", "url", "language")
LONGEST_ID = 200
PUBLISHED_REASON = "The day is from the archive."
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]\d\d:\d\d)")
_LANGUAGES = {code.lower(): code for code in LANGUAGES}


@dataclasses.dataclass(slots=True)
class Entry:
    """A document before it is read: `row` as of sources.csv, `known` what a file tells of itself."""

    line: int  # of its file, or 0 for a file that is one document
    id: str
    text: str
    sha256: str | None  # of the file's bytes; None for the text's own
    row: dict
    known: dict = dataclasses.field(default_factory=dict)

    def name_digest(self):
        """What stands for the id: 16 bytes, by which documents are ordered."""
        return hashlib.sha256(self.id.encode()).digest()[:16]

    def content_digest(self):
        """What stands for the rest of it, whatever the form of the archive: 16 bytes."""
        told = [
            *(self.row.get(key, "") for key in KEYS[2:]),
            *(f"{key}={self.known[key]}" for key in sorted(self.known)),
        ]
        return hashlib.blake2b("\0".join([*told, self.text]).encode(), digest_size=16).digest()


def check_entry(line, given):
    """An entry from the keys and values of an archive; InputError says what is wrong, without the place.

    An entry without an id is named after its content. Of a time only the day is taken, as it stands.
    """
    if not isinstance(given, dict):
        raise InputError('not an object. Write {"text": …, "published": …}.')
    cells = {key: _check_cell(key, given.get(key)) for key in KEYS}
    text = cells.pop("text")
    if not text.strip():
        raise InputError("no text. Put the document's text under the key text.")
    check_length(text, "text")
    row = {key: value.strip() for key, value in cells.items()}
    row["published"] = _check_date(row["published"])
    if row["published"] and not row["published_reason"]:
        row["published_reason"] = PUBLISHED_REASON
    row["language"] = _check_language(row["language"])
    name = row.pop("id")
    if len(name) > LONGEST_ID or not name.isprintable():
        raise InputError(f"id {name[:40]!r}: give it at most {LONGEST_ID} characters, all of which can be shown.")
    entry = Entry(line, name, text, None, row)
    entry.id = name or f"text-{entry.content_digest().hex()}"
    return entry


def _check_cell(key, value):
    """The text of a cell, empty for nothing."""
    if value is None:
        return ""
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"{key} is {type(value).__name__}, not text. Put it in quotation marks.")
    if "\0" in value:
        raise InputError(f"{key} holds the character U+0000, which no text has.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InputError(f"{key} holds half a character (a lone surrogate). Write the text as UTF-8.") from None
    return value


@functools.lru_cache(4096)
def _check_date(text):
    """The EDTF of a day of publication."""
    time = _TIME.match(text)
    day = time.group() if time else text
    if day:
        try:
            read_bounds(day)
        except ValueError:
            raise InputError(f"published {text[:40]!r} is not a date. Write 2025-07-02, 2025-07 or 2025.") from None
    return day


def _check_language(text):
    """The code that the lexicon knows for a language tag; «en-GB» is en."""
    tag = text.lower().replace("_", "-")
    code = _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0])
    if text and not code:
        raise InputError(f"language {text[:20]!r} is not one of {', '.join(LANGUAGES)}.")
    return code or ""
