"""Read one piece of the input into a file that waits to be merged with those of the others.

The file holds the rows of each document that has claims, then a record for every document, in the order of their
digests, then a summary as JSON, and where that begins. Beside it lies a file of what could not be read, if anything.
"""

import dataclasses
import hashlib
import json
import pathlib
import struct

from clemency.archive.entry import Entry, check_entry
from clemency.archive.stamp import hash_rules
from clemency.archive.store import TABLES, Text, write_file
from clemency.claims.read import read_claims
from clemency.claims.rulings import apply_rulings
from clemency.claims.scope import can_hold_claims
from clemency.documents.decode import read_text
from clemency.documents.read import check_length, part_document, read_bytes
from clemency.documents.sidecar import InputError
from clemency.table import row

# Of a document: digests of its id and of the rest, its line, where its rows begin, and their bytes in each table.
RECORD = struct.Struct(f">16s16sQQ{len(TABLES)}I")
TAIL = struct.Struct(">Q")
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


@dataclasses.dataclass(slots=True)
class Job:
    """What all pieces have in common: the rules to read by, the rulings by document, and the folder of the names."""

    rules: str
    rulings: dict
    base: str

    def check(self):
        """InputError if the code here is not that which began the job, perhaps on another machine."""
        if self.rules != hash_rules():
            raise InputError(
                "the workers of --scheduler read by other rules than this command. Install the same there."
            )


def read_piece(job, piece, target):
    """Read a piece into the file `target`; returns its summary."""
    job.check()
    summary = {"documents": 0, "bytes": 0, "refused": 0, "problem": "", "ruled": []}
    summary |= {"name": piece.name, "files": [name for name, _ in piece.data] if piece.kind == "files" else []}
    records, problems = [], []
    with write_file(target) as rows:
        for entry, lines, problem in read_entries(job, piece):
            if problem:
                problems.append(write_problem(problem))
                summary["problem"] = summary["problem"] or say_problem(problem)
                summary["refused"] += 1
                continue
            summary["ruled"] += [entry.id] * (entry.id in job.rulings)
            sizes = [len(lines[table]) if lines else 0 for table in TABLES]
            records.append(
                RECORD.pack(entry.name_digest(), entry.content_digest(), entry.line, summary["bytes"], *sizes)
            )
            if lines:
                rows.writelines(lines.values())
                summary["bytes"] += sum(sizes)
        summary["documents"] = len(records)
        rows.writelines(sorted(records))
        rows.write(json.dumps(summary).encode())
        rows.write(TAIL.pack(summary["bytes"] + RECORD.size * len(records)))
        keep_problems(target, problems)
    return summary | {"files": []}


def keep_problems(target, problems):
    """Keep lines of what could not be read beside a file, if there are any: waiting for the disk takes time."""
    if problems:
        with write_file(target.with_suffix(".refused")) as file:
            file.writelines(problems)


def write_problem(problem):
    """What could not be read as a line of refused.jsonl."""
    return _encode(problem).encode() + b"\n"


def say_problem(problem):
    """What could not be read as a line for a person."""
    line = "" if problem["line"] is None else f", line {problem['line']}"
    return f"{problem['file']}{line}: {problem['problem']}"


def read_entries(job, piece):
    """Every document of a piece, in order, as (entry, its rows as lines by table or None, None or what is wrong)."""
    for file, line, make in _list_entries(job, piece):
        try:
            entry = make()
        except InputError as error:
            yield None, None, {"file": file, "line": line, "problem": str(error).removeprefix(f"{file}: ")}
            continue
        try:
            yield entry, read_entry(job, entry), None
        except InputError:  # a ruling that does not fit its document
            raise
        except Exception as error:  # a document among a million must not stop the others
            problem = f"reading it failed, which is a defect of this program ({type(error).__name__}: {error})."
            yield None, None, {"file": file, "line": line, "problem": problem}


def _list_entries(job, piece):
    """The documents of a piece as (file, line, function that makes the entry or raises InputError)."""
    if piece.kind == "files":
        for number, (name, cells) in enumerate(piece.data):
            yield name, None, lambda number=number, name=name, cells=cells: _read_file(job, number, name, cells)
    elif piece.kind == "rows":
        for line, given in enumerate(piece.data, piece.first):
            yield piece.name, line, lambda line=line, given=given: check_entry(line, given)
    elif piece.kind == "lines":
        for line, text in enumerate(_load_lines(job, piece).split(b"\n"), piece.first):
            if text.strip():
                yield piece.name, line, lambda line=line, text=text: check_entry(line, _parse(text))
    else:
        yield piece.name, piece.first, lambda: _raise(piece.data)


def _raise(problem):
    raise InputError(problem)


def _load_lines(job, piece):
    """The bytes of the lines of a piece, without the mark that some programs put before the first."""
    data = piece.data
    if isinstance(data, tuple):
        with pathlib.Path(job.base, piece.name).open("rb") as file:
            file.seek(data[0])
            data = file.read(data[1] - data[0])
    return data.removeprefix(b"\xef\xbb\xbf") if piece.first == 1 else data


def _parse(line):
    """The value of a line of JSON."""
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start} of the line). Save the archive as UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error}). Write one object a line.") from None


def _read_file(job, number, name, cells):
    """A file that is one document; its number in the piece stands for a line."""
    path = pathlib.Path(job.base, name)
    data = read_bytes(path)
    text, known = read_text(data, path, path.suffix.lower())
    check_length(text, path)
    return Entry(number, path.stem, text, hashlib.sha256(data).hexdigest(), cells or {}, known)


def read_entry(job, entry):
    """The rows of a document with claims as lines of JSON, {table: bytes}; None for one without."""
    rulings = job.rulings.get(entry.id, ())
    if not rulings and not can_hold_claims(entry.text, entry.row.get("language", "")):
        return None
    digest = entry.sha256 or hashlib.sha256(entry.text.encode()).hexdigest()
    document = part_document(entry.id, entry.text, digest, entry.row, entry.known)
    (reading,) = apply_rulings(rulings, [document], [read_claims(document)])
    if not reading.claims:
        return None
    tables = (reading.claims, [document], reading.rejected, reading.labels, [Text(entry.id, entry.text)])
    return {table: _write_lines(records) for table, records in zip(TABLES, tables, strict=True)}


def _write_lines(records):
    return "".join(_encode(row(record)) + "\n" for record in records).encode()
