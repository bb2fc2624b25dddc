"""The command behind `make review`: a sheet of claims that nobody has reviewed, and the way back into rulings.csv."""

import csv
import io
import os
import sys

from clemency.claims.rulings import (
    COLUMNS,
    FIELDS,
    FILE,
    NOTHING,
    apply_rulings,
    check_row,
    read_rows,
    read_rulings,
    write_value,
)
from clemency.documents.read import InputError
from clemency.report.package import write_cell
from clemency.report.parameters import read_parameters
from clemency.report.project import ParameterError, find_root
from clemency.report.results import read_results, read_sources
from clemency.report.run import DEFAULT
from clemency.report.words import count

SHEET = "review.csv"
_TYPED = ("ruling", "reviewer", "reviewed", "reason")
_COUNT = ("low", "high", "relation")


def main(arguments):
    """Take the rulings of a report's sheet into rulings.csv, and write the claims that are left into the sheet.

    Returns 0 done, 1 the input is wrong (then no file is changed), 2 wrong usage.
    """
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        print("usage: python -m clemency review [parameters/x.yaml]", file=sys.stderr)
        return 2
    try:
        parameters, name = read_parameters(arguments[0] if arguments else find_root() / DEFAULT)
        taken, left, sheet = review_claims(parameters, find_root() / "reports" / name / SHEET)
    except (ParameterError, InputError) as error:
        print(f"clemency: {error}\nNeither {SHEET} nor {FILE} has been touched.", file=sys.stderr)
        return 1
    place = sheet.relative_to(find_root())
    print(f"clemency: took {count(taken, 'ruling')} into {parameters.seeds}/{FILE}", file=sys.stderr)
    print(f"clemency: {count(left, 'row')} in {place}; fill in, save, and run make review again", file=sys.stderr)
    return 0


def review_claims(parameters, sheet):
    """Feed a sheet back and write it anew; returns how many rulings were taken, how many rows are left, and the sheet.

    A row in which a person wrote anything stays in the sheet as it is until it is a ruling that can be applied.
    Raises InputError, with the line, for a ruling that cannot be; then nothing is written.
    """
    if (sheet.parent / f".~lock.{sheet.name}#").exists():
        raise InputError(f"{sheet}: open in a spreadsheet. Save it and close it first.")
    sources = read_sources(parameters)
    shown = {claim.claim_id: make_row(claim) for reading in sources.readings for claim in reading.claims}
    known = [row for _, row in read_rows(sources.folder / FILE)]
    taken, kept = [], []
    for where, row in read_rows(sheet):
        if not row["ruling"]:
            kept += [row] if row != shown.get(row["claim"]) else []
        elif (ruled := _as_ruling(row, shown.get(row["claim"]))) not in known:
            taken.append((where, ruled))
    rulings = read_rulings(sources.folder / FILE) + [check_row(where, row) for where, row in taken]
    apply_rulings(rulings, sources.documents, sources.readings)
    _append_rows(sources.folder / FILE, [row for _, row in taken])
    rows = kept + _list_unreviewed(parameters, {row["claim"] for row in kept})
    _replace_file(sheet, "\ufeff" + _write_rows(rows, COLUMNS, ","))
    return len(taken), len(rows), sheet


def make_row(claim):
    """A claim as a row of the sheet, for a person to write a ruling into."""
    cells = {name: write_value(getattr(claim, name)) for name in FIELDS}
    place = {"document": claim.document, "quote": claim.quote.strip(), "claim": claim.claim_id}
    return dict.fromkeys(_TYPED, "") | place | {name: text.strip() for name, text in cells.items()}


def _as_ruling(row, shown):
    """A filled-in row as rulings.csv keeps it: of an amended claim only what was changed, a cleared cell as none."""
    if shown is None or row["ruling"].lower() == "add":
        return row
    changed = {name for name in FIELDS if row[name] != shown[name]}
    if changed & set(_COUNT):  # the three are one number: low 13 beside an old high 14 must be noticed
        changed |= {name for name in _COUNT if row[name]}
    cells = {name: row[name] or NOTHING for name in changed}
    if row["ruling"].lower() == "amend":
        return {**row, **dict.fromkeys(FIELDS, ""), **cells}
    return {**row, **cells}


def _list_unreviewed(parameters, waiting):
    """Rows of the claims that nobody has ruled on and that do not wait in the sheet, most consequential first."""
    results = read_results(parameters)
    ranks = {claim.claim_id: rank_claim(claim, results) for claim in results.claims}
    claims = [claim for claim in results.claims if not claim.review and claim.claim_id not in waiting]
    return [make_row(claim) for claim in sorted(claims, key=lambda claim: ranks[claim.claim_id])]


def rank_claim(claim, results):
    """How much hangs on a claim, least first: a comparison, an act that it alone reports, how many people."""
    pairs = [pair for pair in results.comparisons if claim.claim_id in (pair.official, pair.human_rights)]
    fit = any(pair.verdict in ("comparable", "with_caveats") for pair in pairs)
    near = any(claim.claim_id in (pair.official, pair.human_rights) for pair in results.nearest[:1])
    alone = any(event.claims == [claim.claim_id] for event in results.events)
    number = claim.low if claim.low is not None else claim.high
    return not fit, not near, number is None, not alone, -(number or 0)


def _write_rows(rows, columns, delimiter, header=True):
    """Rows as CSV that gives a spreadsheet nothing to run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", delimiter=delimiter)
    if header:
        writer.writerow(columns)
    writer.writerows([write_cell(row[name], "string") for name in columns] for row in rows)
    return text.getvalue()


def _append_rows(path, rows):
    """Put rows after those of a rulings.csv, in its own columns; what stands there stays as it is."""
    if not rows:
        return
    if not path.exists():
        _replace_file(path, "\ufeff" + _write_rows(rows, COLUMNS, ","))
        return
    old = path.read_bytes().decode("utf-8")
    header = old.removeprefix("\ufeff").splitlines()[0]
    delimiter = ";" if ";" in header and "," not in header else ","
    columns = next(csv.reader([header], delimiter=delimiter))
    missing = [name for name in COLUMNS if name not in columns and any(row[name] for row in rows)]
    if missing:
        raise InputError(f"{path}, line 1: no column named {missing[0]}, which a new ruling needs. Add it at the end.")
    _replace_file(
        path, old + ("" if old.endswith("\n") else "\n") + _write_rows(rows, columns, delimiter, header=False)
    )


def _replace_file(path, text):
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
