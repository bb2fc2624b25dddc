"""A folder of claims: what `claims --out` writes, and what a report can be made from in place of documents.

    DIR/claims/part-00000.parquet      one row a claim
    DIR/documents/part-00000.parquet   one row a document that holds at least one claim
    DIR/rejected/part-00000.parquet    the numbers that were refused in those documents
    DIR/labels/part-00000.parquet      the wordings for imprisoned people in those documents
    DIR/texts/part-00000.parquet       the texts of those documents, as they were read: document, text
    DIR/refused.jsonl                  the lines and files that could not be read: {"file", "line", "problem"}
    DIR/input.json                     the files that were read: {"files": [{"name", "bytes", "sha256"}]}
    DIR/manifest.json                  written last: a folder without it is not finished

Parts end in `.parquet` or in `.jsonl`. Their columns are those of the row classes in TABLES, in that order, and their
rows those that `python -m clemency claims` prints. In Parquet `appearances` is a list of structs (start, end, quote),
`breakdown` a map from the part to its count, `earliest` and `latest` are dates, other dates EDTF strings.

A document is in the same part of every table. Parts are in the order of the SHA-256 of the document's name, and so are
the documents in a part; a document's rows stand together, in the order of the text. So the files do not depend on how
many workers read, nor on the order or the form of the input: only on the documents and how often each is there, on the
rules and, for Parquet, on the version of DuckDB. `refused.jsonl` and `input.json` name files and lines, and change with
these.

manifest.json: `format` "clemency-claims", `version` 2, `encoding` "parquet" or "jsonl", `rules` (SHA-256 of all that
decides what is read), `input` (SHA-256 of the documents), `documents` {"read", "repeated", "refused", "with_claims"},
`made_with` (versions that the bytes depend on), and `tables` {table: {"rows", "columns", "files": [{"name", "rows",
"sha256"}]}}.
"""

import contextlib
import dataclasses
import errno
import hashlib
import json
import os
import pathlib
import uuid

from clemency.claims.claim import Claim, Label, Rejected
from clemency.documents.document import Document
from clemency.documents.sidecar import InputError
from clemency.table import column, columns

FORMAT, VERSION = "clemency-claims", 2
MANIFEST = "manifest.json"
ENCODINGS = ("parquet", "jsonl")
DRAFT = ".draft-"  # begins the names of files that are being written
_WRITING, _READING = "256MB", "1GB"  # a part is small; of an archive's columns somebody else chose the size
_LONGEST_LINE = 64 * 2**20  # bytes
_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "date": "DATE",
    "array": 'STRUCT("start" BIGINT, "end" BIGINT, quote VARCHAR)[]',
    "object": "MAP(VARCHAR, BIGINT)",
}


@dataclasses.dataclass(slots=True)
class Text:
    """The text of a document, which the spans of its claims count in."""

    document: str = column("The document", key="documents.document")
    text: str = column("Its text as it was read")


TABLES = {"claims": Claim, "documents": Document, "rejected": Rejected, "labels": Label, "texts": Text}


def open_database(memory=_READING):
    """A database in memory that fetches nothing, keeps rows in order and takes no more memory than that."""
    import duckdb  # slow to import, and JSON Lines do without

    database = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    database.execute(f"SET threads = 1; SET memory_limit = '{memory}'; SET preserve_insertion_order = true")
    return database


@contextlib.contextmanager
def write_whole(path):
    """A path to write to; what was written is at `path` once all of it is on the disk, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{DRAFT}{uuid.uuid4().hex}")
    try:
        yield draft
        _sync(draft)
        draft.replace(path)
        _sync(path.parent)
    finally:
        draft.unlink(missing_ok=True)


@contextlib.contextmanager
def write_file(path):
    """A file of bytes to write to, which is at `path` once all of it is on the disk, or not at all."""
    with write_whole(path) as draft, draft.open("wb") as file:
        yield file


def _sync(path):
    """Have the disk keep a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path, value):
    """A value as JSON with an end of line, whole or not at all."""
    with write_whole(path) as draft:
        draft.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_part(folder, number, lines, encoding):
    """One part of every table; `lines` is {table: [bytes]}, each of them whole lines of JSON.

    Returns {table: {"name", "rows", "sha256"}} for the manifest.
    """
    folder, names = pathlib.Path(folder), {table: f"{table}/part-{number:05}.{encoding}" for table in TABLES}
    with open_database(_WRITING) if encoding == "parquet" else contextlib.nullcontext() as database:
        return {table: _write_table(folder, names[table], table, lines[table], database) for table in TABLES}


def _write_table(folder, name, table, lines, database):
    with write_whole(folder / name) as draft:
        with draft.open("wb") as file:
            file.writelines(lines)
        if database:
            _convert(table, draft, database)
        with draft.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": name, "rows": sum(piece.count(b"\n") for piece in lines), "sha256": digest}


def _convert(table, path, database):
    """Turn a file of JSON Lines into Parquet, in its place."""
    import duckdb

    rows = path.with_name(f"{path.name}-rows")
    path.rename(rows)
    try:
        database.execute(
            f"COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {_list_types(table)}, "
            f"maximum_object_size = {_LONGEST_LINE})) TO '{_quote(path)}' (FORMAT parquet, COMPRESSION zstd)",
            [str(rows)],
        )
    except duckdb.IOException as error:
        raise OSError(errno.EIO, str(error), str(path)) from None
    finally:
        rows.unlink()


def _list_types(table):
    """The types of a table's columns as DuckDB writes them."""
    return {name: _TYPES[described["type"]] for name, described in columns(TABLES[table]).items()}


def _quote(path):
    return str(path).replace("'", "''")


def read_manifest(folder):
    """The manifest of a finished folder of claims; InputError for a folder that is none."""
    path = pathlib.Path(folder, MANIFEST)
    if not path.exists():
        raise InputError(f"{folder}: no {MANIFEST}. Finish the folder with claims --out {folder}, or give another.")
    try:
        manifest = json.loads(path.read_bytes())
        known = (manifest["format"], manifest["version"]) == (FORMAT, VERSION)
    except (ValueError, TypeError, KeyError):
        known = False
    if not known:
        raise InputError(f"{path}: not the manifest of a folder of claims. Make the folder anew with claims --out.")
    return manifest


def list_parts(folder, table):
    """The files of a table of a finished folder of claims, in order."""
    return [pathlib.Path(folder, file["name"]) for file in read_manifest(folder)["tables"][table]["files"]]


def scan_table(folder, table):
    """The words that stand for a table of a finished folder in a query of DuckDB, whatever its encoding."""
    files = "[" + ", ".join(f"'{_quote(path)}'" for path in list_parts(folder, table)) + "]"
    if read_manifest(folder)["encoding"] == "parquet":
        return f"read_parquet({files})"
    return f"read_json({files}, format = 'newline_delimited', columns = {_list_types(table)})"
