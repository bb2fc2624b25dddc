"""What is read: archives and files, and the pieces that they are cut into, none larger than memory allows."""

import dataclasses
import gzip
import hashlib
import pathlib
import zlib

from clemency.archive.entry import KEYS
from clemency.archive.store import open_database
from clemency.claims.rulings import FILE as RULINGS
from clemency.documents.decode import ENDINGS
from clemency.documents.read import SIDECAR, find_files, read_rows
from clemency.documents.sidecar import InputError

ARCHIVES = (".jsonl", ".jsonl.gz", ".parquet")
PIECE = 2**20  # bytes of lines, at most,
_LEAST, _PIECES = 2**16, 32  # and fewer of a small archive: so many pieces that all workers are busy to the end
LONGEST_LINE = 32 * 2**20  # bytes: a text of the most characters, each of them escaped
_ROWS, _FILES = 20, 100  # taken at once


@dataclasses.dataclass(slots=True)
class Piece:
    """Some lines of JSON, rows of Parquet or files; `data` holds them, or the span of bytes of the file `name`."""

    number: int
    name: str
    kind: str  # "lines", "rows", "files", or "problem" for what could not be taken out of the file
    first: int  # line or row
    data: object
    bytes: int


@dataclasses.dataclass(slots=True)
class Inputs:
    """The archives and the files of documents, with the rows of sources.csv for these."""

    archives: list
    files: list
    rows: dict
    sidecars: list  # files of sources and of rulings


def is_archive(path):
    """Whether a file is an archive, by its ending."""
    return path.name.lower().endswith(ARCHIVES)


def holds_archives(paths):
    """Whether there is an archive among the paths or in the folders among them."""
    return any(
        any(map(is_archive, path.iterdir())) if path.is_dir() else is_archive(path) for path in map(pathlib.Path, paths)
    )


def find_inputs(paths, sources=None):
    """The archives and documents among the paths (files, or folders of them), in order of their names."""
    archives, others = [], []
    for path in map(pathlib.Path, paths):
        inside = [file for file in path.iterdir() if not file.name.startswith(".")] if path.is_dir() else []
        archives += [file for file in inside if is_archive(file)]
        if is_archive(path) and path.exists() and not path.is_dir():
            archives.append(path)
        elif not any(map(is_archive, inside)) or any(file.suffix.lower() in ENDINGS for file in inside):
            others.append(path)
    files = find_files(others) if others else []
    rows = read_rows(files, sources) if files or sources else {}
    folders = sorted({file.parent for file in [*archives, *files]})
    beside = [folder / name for folder in folders for name in (SIDECAR, RULINGS)] + (
        [pathlib.Path(sources)] if sources else []
    )
    return Inputs(
        sorted(set(archives), key=str), files, rows, [file for file in dict.fromkeys(beside) if file.exists()]
    )


def describe_inputs(inputs):
    """What the input consists of, with hashes: a list of {"name", "bytes", "sha256"}, one row for all documents."""
    listed = [_describe_file(path) for path in [*inputs.archives, *inputs.sidecars]]
    if inputs.files:
        total, size = hashlib.sha256(), 0
        for path in inputs.files:
            row = _describe_file(path)
            total.update(f"{row['name']}\0{row['sha256']}\n".encode("utf-8", "surrogateescape"))
            size += row["bytes"]
        listed.append({"name": f"{len(inputs.files)} documents", "bytes": size, "sha256": total.hexdigest()})
    return listed


def _describe_file(path):
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return {"name": str(path), "bytes": file.tell(), "sha256": digest}
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). See who may read it.") from None


def count_bytes(inputs):
    """How much there is to read, for showing how far it is."""
    return sum(path.stat().st_size for path in [*inputs.archives, *inputs.files])


def cut_inputs(inputs):
    """The pieces of the input, in order."""
    number, most = 0, min(PIECE, max(_LEAST, count_bytes(inputs) // _PIECES))
    for path in inputs.archives:
        for kind, first, data, size in _cut_archive(path, most):
            yield Piece(number, str(path), kind, first, data, size)
            number += 1
    for start in range(0, len(inputs.files), _FILES):
        files = inputs.files[start : start + _FILES]
        data = [(str(file), inputs.rows.get(file.name)) for file in files]
        yield Piece(number, "", "files", 0, data, sum(file.stat().st_size for file in files))
        number += 1


def _cut_archive(path, most):
    name = path.name.lower()
    if name.endswith(".parquet"):
        yield from _cut_parquet(path, most)
    elif name.endswith(".gz"):
        yield from _cut_zipped(path, most)
    else:
        with path.open("rb") as file:
            size = path.stat().st_size  # what is written behind it meanwhile is not read
            for kind, first, start, data in cut_lines(file, most):
                if start >= size:
                    break
                span = (start, start + len(data)) if kind == "lines" else data
                yield kind, first, span, len(data)


def _cut_zipped(path, most):
    """Pieces that hold their lines: what is compressed can be read in order only."""
    first, taken = 0, 0
    with path.open("rb") as zipped, gzip.open(zipped) as file:
        try:
            for kind, first, _, data in cut_lines(file, most):
                first, before, taken = first, taken, zipped.tell()
                yield kind, first, data, taken - before
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            problem = f"the file is broken off or damaged behind this line ({error}). Fetch it anew."
            yield "problem", first, problem, 0


def cut_lines(file, most):
    """The file in pieces of whole lines of about `most` bytes, as (kind, first line's number, where it starts, bytes).

    A line that is longer than any document can be is a problem, and is not kept in memory.
    """
    rest, line, start = b"", 1, 0
    while block := file.read(min(PIECE, max(most, len(rest)))):
        rest += block
        end = rest.rfind(b"\n") + 1
        if end:
            yield "lines", line, start, rest[:end]
            line, start, rest = line + rest.count(b"\n", 0, end), start + end, rest[end:]
        elif len(rest) > LONGEST_LINE:
            skipped, rest = _skip_line(file, len(rest))
            problem = f"the line is longer than {LONGEST_LINE // 2**20} MB. Cut it into documents."
            yield "problem", line, start, problem
            line, start = line + 1, start + skipped
    if rest:
        yield "lines", line, start, rest


def _skip_line(file, skipped):
    """How many bytes a line has of which some were read already, and what was read behind it."""
    while block := file.read(PIECE):
        end = block.find(b"\n") + 1
        if end:
            return skipped + end, block[end:]
        skipped += len(block)
    return skipped, b""


def _cut_parquet(path, most):
    """Pieces that hold their rows, as {key: text}."""
    import duckdb  # slow to import, and other archives do without

    try:
        with open_database() as database:
            source = database.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)]).description
            types = {name: str(kind) for name, kind, *_ in source if name in KEYS}
            _check_columns(path, types)
            wanted = ", ".join(f'CAST("{name}" AS VARCHAR) AS "{name}"' for name in types)
            cursor = database.execute(f"SELECT {wanted} FROM read_parquet(?)", [str(path)])
            size, first = path.stat().st_size, 1
            total = database.cursor().execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone()[0]
            for rows in _gather_rows(cursor, types, most):
                yield "rows", first, rows, size * len(rows) // total
                first += len(rows)
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"{path}: not readable as Parquet ({reason}).") from None


def _gather_rows(cursor, names, most):
    """The rows of a query as lists of {key: text}, each of about a piece of so many bytes."""
    rows, size = [], 0
    while some := cursor.fetchmany(_ROWS):
        rows += [dict(zip(names, row, strict=True)) for row in some]
        size += sum(len(row["text"] or "") for row in rows[-len(some) :])
        if size > most // 2:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _check_columns(path, types):
    if types.get("text") != "VARCHAR":
        has = f"is {types['text']}" if "text" in types else "is missing"
        raise InputError(f"{path}: the column text {has}. Name the column that holds the documents' texts so.")
