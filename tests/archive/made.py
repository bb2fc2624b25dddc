"""Small archives of the labelled texts, in every form that is read, and what a folder of claims holds."""

import csv
import gzip
import json
import pathlib

from clemency.__main__ import main
from clemency.archive import inputs, merge
from clemency.archive.run import INPUT, REFUSED
from clemency.archive.store import open_database

TESTS = pathlib.Path(__file__).parent.parent
OF_THE_INPUT = (INPUT, REFUSED)  # name files and lines
OTHER = "The council put off the vote on tram line {n}. It will cost {n} million euros, the mayor said."


def list_rows(other=8):
    """Some labelled texts in four spellings, and a few that are about other things, as rows of an archive."""
    with (TESTS / "labelled/sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["file"]: row for row in csv.DictReader(file)}
    rows = [_make_row(path, sources[path.name]) for path in sorted((TESTS / "labelled/articles").glob("*.txt"))[::2]]
    return rows + [{"id": f"other-{n}", "text": OTHER.format(n=n), "outlet": "Example News"} for n in range(other)]


def _make_row(path, source):
    cells = {key: source.get(key, "") for key in ("published", "outlet", "url", "language")}
    return {"id": path.stem, "text": path.read_bytes().decode(), "published_reason": "It is known.", **cells}


def write_lines(path, rows):
    """An archive of JSON Lines, compressed if its name says so; a row that is text is written as it is."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def write_parquet(path, rows):
    """An archive as Parquet."""
    lines = write_lines(path.with_suffix(".jsonl"), rows)
    with open_database() as database:
        database.execute(f"COPY (SELECT * FROM read_json('{lines}')) TO '{path}' (FORMAT parquet)")
    lines.unlink()
    return path


def write_files(folder, rows):
    """An archive as a folder of texts with a sources.csv."""
    folder.mkdir()
    names = ("outlet", "url", "published", "published_reason", "language")
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("file", *names), extrasaction="ignore", restval="")
        writer.writeheader()
        for row in rows:
            (folder / f"{row['id']}.txt").write_bytes(row["text"].encode())
            writer.writerow({"file": f"{row['id']}.txt"} | row)
    return folder


def cut_small(patch):
    """Have even a small archive cut into many pieces and merged into several parts."""
    patch.setattr(inputs, "PIECE", 9000)
    patch.setattr(inputs, "_FILES", 4)
    patch.setattr(merge, "PART", 25_000)


def read_archive(*words):
    """Run `claims`; returns the exit status."""
    return main(["claims", *map(str, words)])


def list_bytes(folder):
    """What a folder of claims holds that must not depend on how it came about, {name: bytes}."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name not in OF_THE_INPUT}


def read_table(folder, table):
    """The rows of a table of a folder of JSON Lines, in order."""
    return [json.loads(line) for path in sorted(folder.glob(f"{table}/*.jsonl")) for line in path.open("rb")]


def read_lines(path):
    """The rows of one file of JSON Lines."""
    return [json.loads(line) for line in path.open("rb")]
