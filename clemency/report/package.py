"""The tables as CSV with a Frictionless description: types, meanings, primary and foreign keys."""

import csv
import dataclasses
import itertools
import json
import operator
import re

from clemency.chronology.event import MOST_POSSIBLE, Check, Event
from clemency.claims.claim import Claim, Label, Rejected
from clemency.comparison.comparison import Comparison
from clemency.documents.document import Document
from clemency.table import columns

TABLES = {
    "documents": (Document, "The documents that were read", ["document"]),
    "claims": (Claim, "What the documents claim, one statement a row", ["claim_id"]),
    "rejected": (Rejected, "Numbers and statements that were refused", ["document", "start", "end", "rule"]),
    "labels": (Label, "Words used for imprisoned people, and whose they are", ["document", "start", "end", "concept"]),
    "events": (Event, "What the claims are about: acts, and totals that contain acts", ["event_id"]),
    "comparisons": (Comparison, "Pairs of an official and a human-rights claim, with a verdict", ["comparison_id"]),
    "checks": (Check, "Arithmetic that the documents allow", ["check_id"]),
}  # fmt: skip
PACKAGE = "datapackage.json"
SAFETY_NOTE = (
    "UTF-8, comma, one header row. A cell that a spreadsheet could take for a formula (it begins with = + - @, a tab "
    "or a line break, and goes on), or that begins with an apostrophe, has one apostrophe put before it: "
    "take the first apostrophe of a cell away to have its text. Arrays and objects are JSON."
)
_RISKY = "=+-@\t\r\n'"
_PLAIN = ("integer", "date")
_FORMULA = re.compile(r"[=+\-@\t\r\n].|'", re.DOTALL)


def write_cell(value, kind):
    """A value as the text of a CSV cell; text is made safe for spreadsheets, and nothing is an empty cell."""
    return "" if value is None else _WRITERS[kind](value)


def _write_text(text):
    """A text, after an apostrophe if a spreadsheet could take it for a formula."""
    text = str(text)
    return f"'{text}" if text[:1] in _RISKY and _FORMULA.match(text) else text


_write_list = json.JSONEncoder(ensure_ascii=False).encode
_write_object = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_WRITERS = {
    "string": _write_text,
    "integer": str,
    "date": str,
    "boolean": lambda value: "true" if value else "false",
    "array": lambda value: _write_list(value) if value else "[]",
    "object": lambda value: _write_object(value) if value else "{}",
}


def write_csv(rows, row_class, file):
    """Write a table as CSV into an open file, its columns in the order of the row class."""
    described = columns(row_class)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(described)
    writer.writerows(zip(*(_write_column(rows, name, kind["type"]) for name, kind in described.items()), strict=True))


def _write_column(rows, name, kind):
    """The cells of a column, one after the other; numbers, days and nothing the writer knows how to write."""
    values = map(operator.attrgetter(name), rows)
    return values if kind in _PLAIN else map(write_cell, values, itertools.repeat(kind))


def describe_table(name):
    """A table as a Frictionless resource: path, encoding, and the schema with its keys."""
    row_class, title, primary = TABLES[name]
    fields, foreign = [], []
    for column, described in columns(row_class).items():
        constraints = {"required": True} if column in primary else {}
        fields.append(
            {"name": column, "type": described["type"], "description": described["description"]}
            | ({"constraints": constraints} if constraints else {})
        )
        if described["key"]:
            table, key = described["key"].split(".")
            resource = "" if table == name else table
            foreign.append({"fields": [column], "reference": {"resource": resource, "fields": [key]}})
    schema = {"fields": fields, "primaryKey": primary, "missingValues": [""]}
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema | ({"foreignKeys": foreign} if foreign else {}),
    }


def write_package(folder, results, parameters, name):
    """Write the data of a report into a folder, one CSV a table and datapackage.json; returns the names of the files.

    Each table goes to its file row by row: of a large report they are larger than what they are made from.
    """
    tables = {table: getattr(results.whole, table) for table in TABLES}
    tables["events"] = [_leave_out(event) for event in tables["events"]]
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            write_csv(rows, TABLES[table][0], file)
    package = {
        "profile": "tabular-data-package",
        "name": f"clemency-{name}" if name else "clemency",
        "title": parameters.title,
        "description": SAFETY_NOTE,
        "parameters": dataclasses.asdict(parameters),
        "resources": [describe_table(table) for table in TABLES],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / PACKAGE).write_text(text, encoding="utf-8", newline="")
    return [*(f"{table}.csv" for table in TABLES), PACKAGE]


def _leave_out(event):
    """An event as it stands in its table: without a list of those that it may contain if they are very many."""
    return dataclasses.replace(event, may_contain=None) if len(event.may_contain) > MOST_POSSIBLE else event
