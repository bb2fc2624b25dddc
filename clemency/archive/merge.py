"""Merge what the pieces hold into parts that do not depend on how the input was cut, or in which order it came."""

import bisect
import dataclasses
import hashlib
import itertools
import json
import mmap
import operator
import pathlib

from clemency.archive.read import RECORD, TAIL, keep_problems, write_problem
from clemency.archive.store import TABLES, write_json, write_part

PART = 32 * 2**20  # bytes of rows as JSON, all tables together
_DIGESTS = 2**128


@dataclasses.dataclass(slots=True)
class _Found:
    """A document in one of the files of pieces."""

    name: bytes
    content: bytes
    piece: int
    line: int
    rows: list  # bytes by table, or empty
    place: tuple  # file and line


def read_summary(path):
    """The summary of a file of a piece, without the names of files."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return _load_summary(data)[0] | {"files": []}


def _load_summary(data):
    """The summary of a file of a piece, and where its records end."""
    (end,) = TAIL.unpack(data[-TAIL.size :])
    return json.loads(data[end : -TAIL.size]), end


def count_parts(summaries):
    """How many parts there will be: it follows from the rows alone."""
    return max(1, -(-sum(summary["bytes"] for summary in summaries) // PART))


def name_part(work, number):
    """The file that says that a part is written, and what it holds."""
    return work / f"part-{number:05}.json"


def merge_part(pieces, folder, work, number, parts, encoding):
    """Write one of `parts` parts of every table from the files of all pieces; returns and keeps what it holds."""
    found = [one for n, piece in enumerate(pieces) for one in _list_found(n, piece, number, parts)]
    found.sort(key=lambda one: (one.name, one.content, one.piece, one.line))
    total, kept, problems, repeated = hashlib.sha256(), [], [], 0
    for _, group in itertools.groupby(found, operator.attrgetter("name")):
        group = list(group)
        for one in group:
            total.update(one.name + one.content)
        if group[0].content == group[-1].content:
            kept.append(group[0])
            repeated += len(group) - 1
        else:
            problems += [_refuse(one, group) for one in group]
    rows = [one.rows for one in kept if one.rows]
    lines = {table: [row[n] for row in rows] for n, table in enumerate(TABLES)}
    tables = write_part(folder, number, lines, encoding)
    problems.sort(key=lambda problem: (problem["file"], problem["line"] or 0))
    keep_problems(name_part(work, number), [*map(write_problem, problems)])
    part = {"tables": tables, "input": total.hexdigest(), "read": len(kept), "repeated": repeated,
            "with_claims": len(rows), "refused": len(problems)}  # fmt: skip
    write_json(name_part(work, number), part)
    return part


def _refuse(one, group):
    """What to say of a document whose id is another one's, too."""
    file, line = one.place
    other = next(other.place for other in group if other.content != one.content)
    there = other[0] if other[1] is None else f"{other[0]}, line {other[1]}"
    problem = f"its id names another document, too: {there}. Give each document an id of its own."
    return {"file": file, "line": line, "problem": problem}


def _list_found(number, path, part, parts):
    """The documents of a file of a piece that belong to a part."""
    with pathlib.Path(path).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        summary, end = _load_summary(data)
        start, count = summary["bytes"], summary["documents"]
        low, high = (-(-at * _DIGESTS // parts) for at in (part, part + 1))

        def find(bound):
            return bisect.bisect_left(
                range(count), bound, key=lambda n: int.from_bytes(data[start + n * RECORD.size :][:16])
            )

        for n in range(find(low), find(high)):
            name, content, line, offset, *sizes = RECORD.unpack_from(data, start + n * RECORD.size)
            place = (summary["files"][line], None) if summary["files"] else (summary["name"], line)
            rows, at = [], offset
            for size in sizes if any(sizes) else ():
                rows.append(data[at : at + size])
                at += size
            yield _Found(name, content, number, line, rows, place)
