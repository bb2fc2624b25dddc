"""Claims of an archive: onto standard output as they come, or into a folder, in the form of store.py.

What is done for a folder lies in its folder .work until all is done: a file for each piece of the input, then one for
each part. A run that was cut off goes on from there, if rules and input are the same; if not, it begins anew, and says
so. A folder that is finished is never overwritten.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import json
import os
import pathlib
import shutil
import sys

import tqdm

from clemency.archive.inputs import PIECE, count_bytes, cut_inputs, describe_inputs, find_inputs
from clemency.archive.merge import count_parts, merge_part, name_part, read_summary
from clemency.archive.pool import Done, in_order, open_pool
from clemency.archive.read import Job, read_entries, read_piece, say_problem
from clemency.archive.stamp import hash_rules
from clemency.archive.store import (
    DRAFT,
    ENCODINGS,
    FORMAT,
    MANIFEST,
    TABLES,
    VERSION,
    read_manifest,
    write_json,
    write_whole,
)
from clemency.claims.rulings import FILE, check_documents, read_rulings
from clemency.documents.sidecar import InputError
from clemency.table import columns

WORK, STAMP = ".work", "stamp.json"
INPUT, REFUSED = "input.json", "refused.jsonl"
REFUSED_SOME = 3  # exit status


def write_claims(options, output):
    """Write the claims as lines of JSON, in the order of the input; returns the exit status."""
    inputs, job = _prepare(options)
    refused = 0
    with open_pool(_count_workers(options, inputs)) as pool, _show("read", count_bytes(inputs)) as bar:
        calls = ((read_lines, job, piece) for piece in cut_inputs(inputs))
        for lines, problems, size in in_order(pool, calls):
            output.write(lines)
            output.flush()
            for problem in problems:
                if options.strict:
                    raise InputError(problem)
                print(f"clemency: {problem}", file=sys.stderr)
            refused += len(problems)
            bar.update(size)
    return REFUSED_SOME if refused else 0


def read_lines(job, piece):
    """The claims of a piece as lines of JSON, what could not be read, and the size of the piece."""
    lines, problems = [], []
    for _, rows, problem in read_entries(job, piece):
        if problem:
            problems.append(say_problem(problem))
        elif rows:
            lines.append(rows["claims"])
    return b"".join(lines), problems, piece.bytes


def write_folder(options):
    """Write the claims into the folder `options.out`; returns the exit status."""
    folder = pathlib.Path(options.out)
    inputs, job = _prepare(options)
    stamp = {"rules": job.rules, "encoding": options.format or ENCODINGS[0], "files": describe_inputs(inputs)}
    if (folder / MANIFEST).exists():
        refused = _check_finished(folder, stamp)
        shutil.rmtree(folder / WORK, ignore_errors=True)
        print(f"clemency: {folder} holds the claims of this input already.", file=sys.stderr)
    else:
        try:
            with _hold(folder), open_pool(_count_workers(options, inputs), options.scheduler) as pool:
                _begin(folder, stamp)
                refused = _fill(folder, options, inputs, job, stamp, pool)
        except OSError as error:
            reason = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
            raise InputError(f"{folder}: cannot be written ({reason}). The same command goes on from there.") from None
        except KeyboardInterrupt:
            raise InputError(f"{folder}: stopped. The same command goes on from there.") from None
    return REFUSED_SOME if refused else 0


def _prepare(options):
    """What is to be read, and what all pieces have in common."""
    inputs = find_inputs(options.paths, options.sources)
    rulings = {}
    for file in inputs.sidecars:
        for ruling in read_rulings(file) if file.name == FILE else ():
            rulings.setdefault(ruling.document, []).append(ruling)
    return inputs, Job(hash_rules(), rulings, str(pathlib.Path.cwd()))


def _count_workers(options, inputs):
    """As many workers as were asked for, or as there are processors and pieces for them."""
    if options.workers:
        return options.workers
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, -(-count_bytes(inputs) // PIECE)))


def _show(verb, total):
    """A bar that shows how far it is, where standard error is a terminal."""
    return tqdm.tqdm(desc=verb, total=total, unit="B", unit_scale=True, disable=not sys.stderr.isatty())


def _check_finished(folder, stamp):
    """How many documents a finished folder lacks; InputError if it holds something else than is asked for."""
    manifest = read_manifest(folder)
    files = json.loads((folder / INPUT).read_bytes())["files"]
    for what, there in (("rules", manifest["rules"]), ("encoding", manifest["encoding"]), ("files", files)):
        if there != stamp[what]:
            other = {"rules": "read by other rules", "encoding": "in the other format", "files": "of other input"}[what]
            raise InputError(f"{folder}: holds claims {other}. Give another folder, or take this one away.")
    return manifest["documents"]["refused"]


@contextlib.contextmanager
def _hold(folder):
    """Keep the folder of work to oneself; the system lets go of it if the process ends in any way."""
    work = folder / WORK
    if folder.exists() and not (folder.is_dir() and (work.exists() or not any(folder.iterdir()))):
        raise InputError(f"{folder}: holds something else than claims. Give a folder that is empty or new.")
    work.mkdir(parents=True, exist_ok=True)
    handle = os.open(work, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise InputError(f"{folder}: another run is writing into it. Wait for it, or give another folder.") from None
    finally:
        os.close(handle)


def _begin(folder, stamp):
    """Keep what an earlier run has done of the same, and take away what it has done of anything else."""
    work = folder / WORK
    _clear_drafts(folder)
    if (work / STAMP).exists() and json.loads((work / STAMP).read_bytes()) == stamp:
        print(f"clemency: {folder} was begun before; going on from there.", file=sys.stderr)
        return
    if (work / STAMP).exists():
        print(f"clemency: {folder} was begun with other rules, input or format; beginning anew.", file=sys.stderr)
    for path in work.iterdir():
        path.unlink()
    for table in TABLES:
        shutil.rmtree(folder / table, ignore_errors=True)
    write_json(work / STAMP, stamp)


def _clear_drafts(folder):
    """Take away what a process that was killed had begun to write."""
    for draft in [*folder.glob(f"{DRAFT}*"), *folder.glob(f"*/{DRAFT}*")]:
        draft.unlink(missing_ok=True)


def _fill(folder, options, inputs, job, stamp, pool):
    """Read the pieces, merge the parts, and finish the folder; returns how many documents could not be read."""
    work = folder.absolute() / WORK
    size = count_bytes(inputs)
    summaries = _read_pieces(work, options, inputs, job, pool)
    if count_bytes(inputs) != size:
        raise InputError(f"{folder}: the input changed while it was read. The same command begins anew.")
    rulings = [ruling for rulings in job.rulings.values() for ruling in rulings]
    check_documents(rulings, [name for summary in summaries for name in summary["ruled"]])
    parts = _merge_parts(folder, stamp["encoding"], summaries, pool)
    done = [(_name_piece(work, number), summary) for number, summary in enumerate(summaries)]
    done += [(name_part(work, number), part) for number, part in enumerate(parts)]
    refused = [path.with_suffix(".refused") for path, one in done if one["refused"]]
    with write_whole(folder / REFUSED) as draft, draft.open("wb") as target:
        for path in refused:
            with path.open("rb") as source:
                shutil.copyfileobj(source, target)
    write_json(folder / INPUT, {"files": stamp["files"]})
    documents = {name: sum(part[name] for part in parts) for name in ("read", "repeated", "with_claims")}
    documents["refused"] = sum(one["refused"] for one in [*summaries, *parts])
    _clear_drafts(folder)
    write_json(folder / MANIFEST, _make_manifest(stamp, documents, parts))
    shutil.rmtree(work)
    claims = sum(part["tables"]["claims"]["rows"] for part in parts)
    refused = f"; {documents['refused']:,} could not be read, see {folder / REFUSED}" if documents["refused"] else ""
    print(f"clemency: {documents['read']:,} documents, {claims:,} claims{refused}.", file=sys.stderr)
    return documents["refused"]


def _name_piece(work, number):
    return work / f"piece-{number:06}.rows"


def _read_pieces(work, options, inputs, job, pool):
    """The summary of every piece, in order; pieces that were read before are not read again."""

    def list_calls():
        for piece in cut_inputs(inputs):
            target = _name_piece(work, piece.number)
            sizes.append(piece.bytes)
            yield Done(read_summary(target)) if target.exists() else (read_piece, job, piece, target)

    sizes, summaries = [], []
    with _show("read", count_bytes(inputs)) as bar:
        for summary in in_order(pool, list_calls()):
            if options.strict and summary["problem"]:
                raise InputError(summary["problem"])
            bar.update(sizes[len(summaries)])
            summaries.append(summary)
    return summaries


def _merge_parts(folder, encoding, summaries, pool):
    """What every part holds, in order; parts that were written before are not written again."""
    work = folder.absolute() / WORK
    pieces = [_name_piece(work, number) for number in range(len(summaries))]
    count = count_parts(summaries)
    calls = []
    for number in range(count):
        done = name_part(work, number)
        calls.append(
            Done(json.loads(done.read_bytes()))
            if done.exists()
            else (merge_part, pieces, folder.absolute(), work, number, count, encoding)
        )
    parts = []
    with _show("write", sum(summary["bytes"] for summary in summaries)) as bar:
        for part in in_order(pool, calls):
            bar.update(bar.total // count)
            parts.append(part)
    return parts


def _make_manifest(stamp, documents, parts):
    """What the folder holds, without anything that depends on how it came about."""
    tables = {
        table: {
            "rows": sum(part["tables"][table]["rows"] for part in parts),
            "columns": list(columns(row_class)),
            "files": [part["tables"][table] for part in parts],
        }
        for table, row_class in TABLES.items()
    }
    versions = {"duckdb": importlib.metadata.version("duckdb")} if stamp["encoding"] == "parquet" else {}
    return {
        "format": FORMAT,
        "version": VERSION,
        "encoding": stamp["encoding"],
        "rules": stamp["rules"],
        "input": hashlib.sha256("".join(part["input"] for part in parts).encode()).hexdigest(),
        "made_with": versions,
        "documents": documents,
        "tables": tables,
    }
