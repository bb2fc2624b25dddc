"""The command behind `make verify`: build again under other conditions, and compare every byte with what is here."""

import csv
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from clemency.archive.store import MANIFEST, read_manifest
from clemency.documents.read import InputError, find_files
from clemency.report.parameters import read_parameters
from clemency.report.project import find_root, list_made
from clemency.report.run import say
from clemency.report.staging import finish_all
from clemency.report.sweep import PAGE, write_index
from clemency.report.words import count

SOURCES = ("clemency", "notebooks", "parameters", "seeds", "pyproject.toml", "requirements.txt")
CONDITIONS = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "20250702",
    "USER": "somebody-else",
    "COLUMNS": "40",
}
EXCERPT = 40  # characters shown on either side of the first difference


def main(arguments):
    """Verify every report that stands here; returns 0 if all bytes are the same, 1 if not, 2 for wrong usage."""
    if arguments:
        print("usage: python -m clemency verify", file=sys.stderr)
        return 2
    root = find_root()
    finish_all(root, say)
    names = list_reports(root)
    problems = [problem for name in names for problem in check_seeds(root, name)]
    with tempfile.TemporaryDirectory(prefix="verify ") as folder:
        copy = copy_sources(root, pathlib.Path(folder, "elsewhere"), list_folders_of_claims(root, names))
        for name in names:
            failure = build_elsewhere(copy, name)
            problems += [failure] if failure else compare_reports(root, copy, name)
        if (root / PAGE).exists():
            write_index(copy, {})
            problems += compare_files(root, copy, [pathlib.PurePath(PAGE)])
    for problem in problems:
        print(f"clemency: {problem}", file=sys.stderr)
    if not problems:
        files = sum(len(list_made(root, name)) for name in names)
        print(f"clemency: {count(files, 'file')} built again elsewhere, and every byte is the same", file=sys.stderr)
    return 1 if problems else 0


def list_reports(root):
    """The reports that stand here and that a file in parameters/ makes: "" for the default one, then by name."""
    stems = sorted(path.stem for path in (root / "parameters").glob("*.yaml"))
    return ["", *(stem for stem in stems if stem != "default" and (root / "reports" / stem).is_dir())]


def check_seeds(root, name):
    """One line for each document whose bytes are no longer those that the report's documents.csv records."""
    table = root / "reports" / name / "data" / "documents.csv"
    if not table.exists():
        return [f"{table.relative_to(root)}: there is no such file; build the report first, by make"]
    parameters = read_parameters(root / "parameters" / f"{name or 'default'}.yaml")[0]
    if parameters.claims:
        return check_claims(root / parameters.claims)
    folder = root / parameters.seeds
    files = {file.stem: file for file in find_files([folder])}
    problems = []
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            document = row["document"].removeprefix("'")
            if document not in files:
                problems.append(f"{folder.name}: the document {document} is gone")
                continue
            digest = hashlib.sha256(files[document].read_bytes()).hexdigest()
            if digest != row["sha256"]:
                problems.append(
                    f"{folder.name}/{files[document].name} has changed: its SHA-256 is {digest}, "
                    f"and {table.relative_to(root)} records {row['sha256']}"
                )
    return problems


def check_claims(folder):
    """One line for each file of a folder of claims whose bytes are no longer those that its manifest records."""
    try:
        tables = read_manifest(folder)["tables"].values()
    except InputError as error:
        return [str(error)]
    problems = []
    for part in (part for table in tables for part in table["files"]):
        file = folder / part["name"]
        if not file.is_file():
            problems.append(f"{folder.name}: the file {part['name']} is gone")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != part["sha256"]:
            problems.append(f"{folder.name}/{part['name']} has changed: {MANIFEST} records another SHA-256")
    return problems


def list_folders_of_claims(root, names):
    """The folders of claims that some reports are made from."""
    files = [root / "parameters" / f"{name or 'default'}.yaml" for name in names]
    return sorted({parameters.claims for parameters, _ in map(read_parameters, files)} - {""})


def copy_sources(root, target, more=()):
    """A project of the same sources, and `more` folders, elsewhere; its files are written in the opposite order."""
    target.mkdir()
    for source in reversed((*SOURCES, *more)):
        files = [root / source] if (root / source).is_file() else sorted((root / source).rglob("*"), reverse=True)
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                (target / file.relative_to(root)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target / file.relative_to(root))
    return target


def build_elsewhere(copy, name):
    """Build one report in a copy of the project, under other conditions; returns what went wrong, or None."""
    home = copy.parent / "home"
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "clemency", "report", f"parameters/{name or 'default'}.yaml"],
        cwd=copy, umask=0o077, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
        env={**os.environ, **CONDITIONS, "HOME": str(home), "PYTHONPATH": str(copy)},
    )  # fmt: skip
    if done.returncode:
        return f"the report {name or 'default'} cannot be built again: {done.stderr.strip()}"
    return None


def compare_reports(root, copy, name):
    """One line for each file of a report that is not, byte for byte, what its sources give."""
    here, again = list_made(root, name), list_made(copy, name)
    problems = [f"{file} is missing: the sources give it" for file in again if file not in here]
    problems += [f"{file} is not made by the sources any more" for file in here if file not in again]
    return problems + compare_files(root, copy, sorted(set(here) & set(again)))


def compare_files(root, copy, files):
    """One line for each of some files that differs between two folders."""
    problems = []
    for file in files:
        stands, came = (root / file).read_bytes(), (copy / file).read_bytes()
        if stands != came:
            problems.append(f"{file}{describe_difference(stands, came, file.suffix)}")
    return problems


def describe_difference(stands, came, suffix):
    """Where two contents of a file first differ, and what each has there, as the end of a sentence."""
    pairs = enumerate(zip(stands, came, strict=False))
    offset = next((index for index, (one, other) in pairs if one != other), min(len(stands), len(came)))
    where = {".pdf": _find_object, ".png": _find_chunk}.get(suffix, _find_line)(stands, offset)
    texts = [_cut_out(content, offset, suffix) for content in (stands, came)]
    return f", {where} (byte {offset:,}): here stands {texts[0]}, and the sources give {texts[1]}"


def _find_line(content, offset):
    """The line and column of a place in a text file, from 1."""
    before = content[:offset]
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "ignore")) + 1
    line = before.count(b"\n") + 1
    return f"line {line:,}, column {column:,}"


def _find_object(content, offset):
    """The object of a PDF that a place lies in."""
    found = re.findall(rb"(\d+) \d+ obj\b", content[:offset])
    return f"object {found[-1].decode()}" if found else "before its first object"


def _find_chunk(content, offset):
    """The chunk of a PNG that a place lies in: each has 4 bytes of length, 4 of name, and 4 of checksum."""
    start = 8
    while 8 <= start < offset:
        length = int.from_bytes(content[start : start + 4])
        if offset < start + length + 12:
            return f"chunk {content[start + 4 : start + 8].decode('ascii', 'replace')}"
        start += length + 12
    return "its signature"


def _cut_out(content, offset, suffix):
    """What stands at a place: words of a text, bytes of anything else."""
    if offset >= len(content):
        return "the end of the file"
    if suffix in (".pdf", ".png"):
        return f"the byte {content[offset]:#04x}"
    piece = content[max(0, offset - EXCERPT) : offset + EXCERPT].decode("utf-8", "ignore")
    return f"‘{' '.join(piece.split())}’"
