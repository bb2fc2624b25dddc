"""Read sources.csv: what a person knows about each document."""

import csv
import pathlib

from clemency.documents.edtf import read_bounds
from clemency.lexicon import list_languages

SIDECAR = "sources.csv"
COLUMNS = ("file", "outlet", "title", "url", "published", "published_reason", "language", "retrieved")
LANGUAGES = tuple(list_languages())


class InputError(Exception):
    """Something that a person gave is wrong; the message says what, where, and what would be right."""


def read_sidecar(path):
    """Rows of a sources.csv as {file name: row}; an unreadable row is an InputError that names its line."""
    path = pathlib.Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    rows = {}
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    try:
        _check_header(path, reader.fieldnames)
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            row = _check_row(where, row)
            if row["file"] in rows:
                raise InputError(f"{where}: {row['file']} has a row already. Keep one row for each file.")
            rows[row["file"]] = row
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not readable as CSV ({error}).") from None
    return rows


def _check_header(path, names):
    unknown = [name for name in names or [] if name not in COLUMNS]
    if not names or "file" not in names:
        raise InputError(f"{path}, line 1: no column named file. The columns are {', '.join(COLUMNS)}.")
    if unknown:
        raise InputError(f"{path}, line 1: unknown column {unknown[0]!r}. The columns are {', '.join(COLUMNS)}.")


def _check_row(where, row):
    if None in row or None in row.values():
        raise InputError(
            f"{where}: the number of cells differs from the header's. Put cells with commas in quotation marks."
        )
    row = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not row["file"]:
        raise InputError(f"{where}: no file is named. Write the document's file name in the first column.")
    if row["published"]:
        try:
            read_bounds(row["published"])
        except ValueError:
            raise InputError(
                f"{where}: {row['published']!r} is not a date. "
                "Write 2025-07-02, 2025-07, 2025 or [2025-07-01..2025-07-03]."
            ) from None
    if row["language"] and row["language"] not in LANGUAGES:
        raise InputError(f"{where}: language {row['language']!r} is not one of {', '.join(LANGUAGES)}.")
    return row
