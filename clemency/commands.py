"""The commands that print tables as JSON Lines."""

import argparse
import json
import sys

from clemency.documents.sidecar import InputError
from clemency.table import row

TABLES = ("documents", "claims", "rejected", "events", "comparisons", "checks")


def main(arguments, others):
    """Run one command; wrong usage names `others`, too.

    Returns 0 done, 1 the input is wrong, 2 wrong usage (by argparse), 3 done, except for documents that it names.
    """
    parser = _make_parser(others)
    options = parser.parse_args(arguments)
    try:
        if options.table == "claims" and _is_large(options, parser):
            from clemency.archive import run

            return run.write_folder(options) if options.out else run.write_claims(options, sys.stdout.buffer)
        lines = _explain(options) if getattr(options, "explain", False) else _read_table(options)
        for line in lines:
            print(line)
    except InputError as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of the pipe has what it wanted
        sys.stderr.close()
    return 0


def _make_parser(others):
    parser = argparse.ArgumentParser(
        prog="python -m clemency", description="Read amnesties and pardons out of news documents."
    )
    commands = parser.add_subparsers(dest="table", required=True, metavar="COMMAND")
    for table in TABLES:
        command = commands.add_parser(table, help=f"{table} as JSON Lines on standard output")
        command.add_argument("paths", nargs="+", metavar="PATH", help="documents, or folders of them")
        command.add_argument("--sources", metavar="FILE", help="sources.csv; default: the one beside the documents")
        if table == "claims":
            _add_archive(command)
    for name in others:
        commands.add_parser(name, help=f"what make {name} calls", add_help=False)
    return parser


def _add_archive(command):
    """The options of `claims`, which reads archives, too."""
    add = command.add_argument
    add("--explain", action="store_true", help="print the text with what was read, and by which rule")
    add("--out", metavar="DIR", help="write the claims into a folder of parts; the same command goes on if cut off")
    add("--format", choices=("parquet", "jsonl"), help="of the parts; default: parquet")
    add("--workers", type=int, metavar="N", help="processes; default: one a processor")
    add("--scheduler", metavar="ADDRESS", help="work on this Dask cluster, or on one that is started here: local")
    add("--strict", action="store_true", help="stop at the first document that cannot be read")


def _is_large(options, parser):
    """Whether to read in pieces: archives, and what goes into a folder; wrong usage for what doesn't go together."""
    from clemency.archive.inputs import holds_archives

    large = bool(options.out or options.workers is not None or options.strict or holds_archives(options.paths))
    if (options.format or options.scheduler) and not options.out:
        parser.error("--format and --scheduler need --out")
    if options.explain and large:
        parser.error("--explain goes with documents alone")
    if options.workers is not None and options.workers < 1:
        parser.error("--workers: at least 1")
    return large


def _read(options):
    """The documents among the paths, and the reading of each after the rulings that lie beside it."""
    from clemency.claims.read import read_claims
    from clemency.claims.rulings import FILE, apply_rulings, read_rulings
    from clemency.documents.read import find_files, read_documents

    documents = read_documents(options.paths, options.sources)
    folders = sorted({file.parent for file in find_files(options.paths)})
    rulings = [ruling for folder in folders for ruling in read_rulings(folder / FILE)]
    return documents, apply_rulings(rulings, documents, [read_claims(document) for document in documents])


def _explain(options):
    """The lines that explain what was read in each document."""
    from clemency.claims.explain import explain_reading

    for document, reading in zip(*_read(options), strict=True):
        yield from explain_reading(document, reading)


def _read_table(options):
    """The rows of a table as lines of JSON."""
    return (json.dumps(row(record), ensure_ascii=False) for record in _read_records(options))


def _read_records(options):
    """The rows of a table."""
    documents, readings = _read(options)
    if options.table == "documents":
        return documents
    claims = [claim for reading in readings for claim in reading.claims]
    if options.table == "claims":
        return claims
    if options.table == "rejected":
        return [record for reading in readings for record in reading.rejected]
    return _derive(options.table, documents, claims)


def _derive(table, documents, claims):
    """Events, checks or comparisons of the claims."""
    from clemency.chronology.checks import find_checks
    from clemency.chronology.link import link_claims
    from clemency.comparison.compare import compare_claims

    if table == "checks":
        return find_checks(documents, claims)
    events = link_claims(claims, documents)
    return events if table == "events" else compare_claims(claims, events, documents)
