"""What was read in each document, kept by content, so that no document is read twice in the same way.

An entry is named by all that a reading rests on: the document's bytes and name, what is known of it, the code and the
words that read it, and the language that reasons are given in. It begins with its own hash, and is put in place whole:
one that is cut off or altered is no entry. `.readings` may be deleted at any time.
"""

import contextlib
import dataclasses
import hashlib
import json
import os
import sys

from clemency.claims.claim import Claim, Label, Rejected
from clemency.claims.read import Reading, read_claims
from clemency.documents.document import Document, Sentence
from clemency.documents.read import make_document
from clemency.documents.zones import Block, Dateline
from clemency.messages import tell_language
from clemency.report.stamp import CODE, hash_files, hash_folder

FOLDER = ".readings"
READERS = ("documents", "claims", "lexicon", "messages", "table.py")  # the parts of the package that read
MOST_BYTES = 200_000_000  # of all entries; those not used for longest go first
_PARTS = {"blocks": Block, "datelines": Dateline, "sentences": Sentence}
_ROWS = {"claims": Claim, "rejected": Rejected, "labels": Label}


class Readings:
    """Documents and what was read in them, from `.readings` where they are there."""

    def __init__(self, root):
        self._folder = root / FOLDER
        code = f"{hash_folder(CODE, READERS)} {hash_files(root, [root / 'requirements.txt'])}"
        self._common = [*sys.version_info[:2], code, tell_language()]
        self._kept, self._keys = {}, {}

    def make_document(self, name, data, row, where, ending):
        """As `clemency.documents.read.make_document`."""
        key = self._name_entry(name, data, row, ending)
        if kept := self._load(key):
            document, self._kept[name] = kept
            return document
        self._keys[name] = key
        return make_document(name, data, row, where, ending)

    def read_claims(self, document):
        """As `clemency.claims.read.read_claims`, for a document that was made here."""
        if reading := self._kept.get(document.document):
            return reading
        reading = read_claims(document)
        with contextlib.suppress(OSError, ValueError):  # no room, or a number too long: it is read again next time
            self._keep(self._keys[document.document], document, reading)
        return reading

    def tidy(self):
        """Take away the entries that were not used for longest, if there are too many."""
        with contextlib.suppress(OSError):  # another build may be tidying, too
            total = 0
            for entry in sorted(self._folder.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True):
                total += entry.stat().st_size
                if total > MOST_BYTES:
                    entry.unlink()

    def _name_entry(self, name, data, row, ending):
        rests_on = [*self._common, name, ending, row, hashlib.sha256(data).hexdigest()]
        return hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()

    def _load(self, key):
        """The document and the reading of an entry; None if it is not there or not whole."""
        path = self._folder / key
        try:
            digest, _, content = path.read_bytes().partition(b"\n")
            if digest.decode() != _hash_entry(key, content):
                return None
            kept = _revive(json.loads(content))
            os.utime(path)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return kept

    def _keep(self, key, document, reading):
        """Write an entry beside its place, and move it there."""
        content = json.dumps(_flatten(document, reading)).encode()
        self._folder.mkdir(exist_ok=True)
        draft = self._folder / f"{key}.{os.getpid()}"
        draft.write_bytes(_hash_entry(key, content).encode() + b"\n" + content)
        draft.replace(self._folder / key)


def _hash_entry(key, content):
    """The hash that an entry of this name and content begins with."""
    return hashlib.sha256(key.encode() + content).hexdigest()


def _flatten(document, reading):
    """A document and its reading as lists and plain values."""
    known = {field.name: getattr(document, field.name) for field in dataclasses.fields(document)}
    known |= {name: [_list_values(part) for part in known[name]] for name in _PARTS}
    return known, {name: [_list_values(row) for row in getattr(reading, name)] for name in _ROWS}


def _revive(entry):
    """The document and its reading again."""
    known, rows = entry
    known |= {name: [kind(*values) for values in known[name]] for name, kind in _PARTS.items()}
    return Document(**known), Reading(
        **{name: [kind(*values) for values in rows[name]] for name, kind in _ROWS.items()}
    )


def _list_values(record):
    return [getattr(record, field.name) for field in dataclasses.fields(record)]
