"""A person decides: rulings.csv confirms, rejects, amends or adds claims, each anchored by words of the document."""

import csv
import dataclasses
import datetime
import pathlib
import re

from clemency.claims.claim import KINDS, MEASURES, RELATIONS, SOURCE_CLASSES, STATUSES, Claim, Rejected
from clemency.claims.read import Reading
from clemency.claims.rows import CONTEXT, make_claim_id
from clemency.documents.edtf import read_bounds
from clemency.documents.sidecar import InputError
from clemency.messages import Vocabulary, say

FILE = "rulings.csv"
RULINGS = ("confirm", "reject", "amend", "add")
_PERSON = ("ruling", "reviewer", "reviewed", "reason")
_PLACE = ("document", "quote", "claim")
CHOICES = {
    "kind": KINDS,
    "measure": MEASURES,
    "relation": RELATIONS,
    "status": STATUSES,
    "source_class": SOURCE_CLASSES,
    "label_source_class": SOURCE_CLASSES,
}
FIELDS = (
    "kind", "measure", "low", "high", "relation", "breakdown", "date", "period", "status",
    "source_class", "source_name", "label", "label_source_class",
)  # fmt: skip
COLUMNS = (*_PERSON, *_PLACE, *FIELDS)
NOTHING = "none"
SIGNS = Vocabulary(
    "ruling",
    {
        "confirmed": "Read by machine, confirmed by {reviewer} on {day}: {reason}",
        "amended": "Read by machine, amended by {reviewer} on {day}: {reason} ({changes})",
        "added": "Added by {reviewer} on {day}: {reason}",
        "rejected": "Rejected by {reviewer} on {day}: {reason}",
    },
)
_EMPTY = {"breakdown": {}, "source_name": "", "label": "", "label_source_class": ""}
_FIXED = ("kind", "measure", "status", "source_class")  # every claim has these
_COUNT = ("low", "high", "relation", "measure")
_STOCKS = ("political_prisoners", "convicted", "detained")
_PART = re.compile(r"([a-z][a-z0-9_]*) (\d+)")


@dataclasses.dataclass(slots=True)
class Ruling:
    """One row of rulings.csv: what a person decided, and on which words of which document."""

    where: str
    ruling: str
    reviewer: str
    reviewed: str
    reason: str
    document: str
    quote: str
    claim: str
    values: dict

    def sign(self, verb, **more):
        """Who decided what, when, and why."""
        return SIGNS[verb].format(reviewer=self.reviewer, day=self.reviewed, reason=self.reason, **more)


def read_rulings(path):
    """The rulings of a rulings.csv, none if there is no such file; InputError names the line of the first bad one."""
    return [check_row(where, row) for where, row in read_rows(path)]


def read_rows(path):
    """The rows of a file of rulings as ("path, line 2", {column: text}); semicolons may stand for commas."""
    path = pathlib.Path(path)
    if not path.exists():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    header = text.partition("\n")[0]
    delimiter = ";" if ";" in header and "," not in header else ","
    reader = csv.reader(text.splitlines(keepends=True), strict=True, delimiter=delimiter)
    rows, line, names = [], 1, None
    try:
        for cells in reader:
            where, line = f"{path}, line {line}", reader.line_num + 1
            if names is None:
                names = _check_header(where, cells)
            elif any(cell.strip() for cell in cells):
                rows.append((where, _name_cells(where, names, cells)))
    except csv.Error as error:
        raise InputError(f"{path}, line {line}: not readable as CSV ({error}).") from None
    return rows


def _check_header(where, names):
    """The names of the columns; a column that is not there counts as empty."""
    for name in names:
        if name not in COLUMNS:
            raise InputError(f"{where}: unknown column {name!r}. The columns are {', '.join(COLUMNS)}.")
    for name in (*_PERSON, "document", "quote"):
        if name not in names:
            raise InputError(f"{where}: no column named {name}. The columns are {', '.join(COLUMNS)}.")
    return names


def _name_cells(where, names, cells):
    """The cells of a row by their columns; an apostrophe that keeps a spreadsheet from running a cell is dropped."""
    if len(cells) != len(names):
        raise InputError(
            f"{where}: {len(cells)} cells under {len(names)} columns. Put cells with commas in quotation marks."
        )
    given = dict(zip(names, (cell.strip().removeprefix("'") for cell in cells), strict=True))
    return {name: given.get(name, "") for name in COLUMNS}


def check_row(where, row):
    """A row as a ruling; InputError for a cell that is missing or cannot be."""
    ruling = row["ruling"].lower()
    if ruling not in RULINGS:
        raise InputError(f"{where}: ruling {row['ruling']!r} is not one of {', '.join(RULINGS)}.")
    for name in ("reviewer", "reviewed", "reason", "document", "quote"):
        if not row[name]:
            raise InputError(f"{where}: {name} is empty. Each ruling needs a reviewer, a day, a reason and a quote.")
    try:
        datetime.date.fromisoformat(row["reviewed"])
    except ValueError:
        raise InputError(f"{where}: reviewed {row['reviewed']!r} is not a day. Write it as 2025-07-02.") from None
    values = {name: _read_value(where, name, row[name]) for name in FIELDS if row[name]}
    if ruling == "amend" and not values:
        raise InputError(f"{where}: nothing is amended. Write the right value into the column that is wrong.")
    if ruling == "add" and "kind" not in values:
        raise InputError(f"{where}: kind is empty. A claim that is added needs one of {', '.join(KINDS)}.")
    return Ruling(where, ruling, *(row[name] for name in (*_PERSON[1:], *_PLACE)), values)


def _read_value(where, name, text):
    """The value of a cell; `none` takes a value away."""
    if text == NOTHING and name not in _FIXED:
        return _EMPTY.get(name)
    if name in CHOICES and text not in CHOICES[name]:
        raise InputError(f"{where}: {name} {text!r} is not one of {', '.join(CHOICES[name])}.")
    if name in ("low", "high"):
        if not re.fullmatch(r"[0-9]{1,9}", text):
            raise InputError(f"{where}: {name} {text!r} is not a whole number. Write 1328, or none.")
        return int(text)
    if name == "breakdown":
        return _read_parts(where, text)
    if name in ("date", "period"):
        return _read_date(where, name, text)
    return text


def _read_date(where, name, text):
    """A date, or an interval for a period, as EDTF."""
    try:
        read_bounds(text)
    except ValueError:
        raise InputError(f"{where}: {name} {text!r} is not a date. Write 2025-07-02, 2025-07 or 2024/2025.") from None
    if (name == "period") != ("/" in text):
        raise InputError(f"{where}: {name} {text!r}: an interval such as 2024/2025 is a period, a day is a date.")
    return text


def _read_parts(where, text):
    """Counts of parts, such as "women 8; men 8"."""
    parts = [_PART.fullmatch(part.strip()) for part in text.split(";")]
    if not all(parts):
        raise InputError(f"{where}: breakdown {text!r} cannot be read. Write it as: women 8; men 8")
    return dict(sorted((part[1], int(part[2])) for part in parts))


def write_value(value):
    """A value of a claim as the text of a cell."""
    if isinstance(value, dict):
        return "; ".join(f"{part} {number}" for part, number in value.items())
    return "" if value is None else str(value)


def check_documents(rulings, names):
    """InputError for the first ruling on a document that is not there."""
    for ruling in rulings:
        if ruling.document not in names:
            raise InputError(
                f"{ruling.where}: there is no document {ruling.document}. "
                "Name it by its file without the ending, or take the row out."
            )


def apply_rulings(rulings, documents, readings):
    """The readings of some documents after a person's rulings on them.

    A confirmed, amended or added claim says so in `review`; a rejected one moves to the refused ones. Raises
    InputError for a quote that the document does not hold, and for a claim that is not read there.
    """
    return [
        _rule_on(document, reading, [ruling for ruling in rulings if ruling.document == document.document])
        for document, reading in zip(documents, readings, strict=True)
    ]


def _rule_on(document, reading, rulings):
    """The reading of one document after the rulings on it."""
    claims = {claim.claim_id: claim for claim in reading.claims}
    ruled, rejected = {}, list(reading.rejected)
    for ruling in rulings:
        spans = find_quote(ruling, document.text)
        if ruling.ruling == "add":
            old, new = None, _add_claim(ruling, spans, document)
        else:
            old = _find_claim(ruling, spans, reading.claims)
            new = {"confirm": _confirm_claim, "amend": _amend_claim}.get(ruling.ruling, _drop_claim)(ruling, old)
            if old.claim_id in ruled:
                raise InputError(f"{ruling.where}: {old.claim_id} has a ruling already, in {ruled[old.claim_id]}.")
            ruled[old.claim_id] = ruling.where
            del claims[old.claim_id]
        if new is None:
            rejected.append(_refuse(ruling, old, document))
            _replace_whole(claims, old.claim_id, None)
            continue
        if new.claim_id in claims:
            raise InputError(f"{ruling.where}: {new.claim_id} is in the claims already. Confirm or amend that one.")
        claims[new.claim_id] = new
        if old:
            _replace_whole(claims, old.claim_id, new.claim_id)
    return Reading(
        sorted(claims.values(), key=lambda claim: (claim.start, claim.end, claim.kind)),
        sorted(rejected, key=lambda row: (row.start, row.end, row.rule)),
        reading.labels,
    )


def _replace_whole(claims, old, new):
    """Parts of a claim follow it to its new name; parts of a rejected claim stand alone."""
    for name, claim in claims.items():
        if claim.part_of == old:
            claims[name] = dataclasses.replace(claim, part_of=new)


def find_quote(ruling, text):
    """Every place where the words of a quote stand, whatever the white space between them."""
    pattern = r"\s+".join(map(re.escape, ruling.quote.split()))
    spans = [match.span() for match in re.finditer(pattern, text)]
    if not spans:
        raise InputError(
            f"{ruling.where}: the quote is not in {ruling.document}: ‘{ruling.quote[:80]}’. "
            "Copy the words as they stand there, or take the row out."
        )
    return spans


def _find_claim(ruling, spans, claims):
    """The claim that a ruling is about: the one that it names, else the only one where its quote stands."""
    near = [
        claim
        for claim in claims
        if any(start < claim.sentence_end and claim.sentence_start < end for start, end in spans)
        or any(start < place["end"] and place["start"] < end for start, end in spans for place in claim.appearances)
    ]
    chosen = [claim for claim in near if claim.claim_id == ruling.claim] if ruling.claim else near
    if len(chosen) == 1:
        return chosen[0]
    there = ", ".join(claim.claim_id for claim in near) or "none"
    wanted = f"no claim {ruling.claim} is read" if ruling.claim else f"{len(near)} claims are read"
    raise InputError(
        f"{ruling.where}: {wanted} where the quote stands; there: {there}. Name one of them under claim, "
        "or take the row out."
    )


def _confirm_claim(ruling, claim):
    """The claim, confirmed; the values that were confirmed must be those that are read now."""
    for name, value in ruling.values.items():
        if getattr(claim, name) != value:
            raise InputError(
                f"{ruling.where}: {name} was confirmed as {write_value(value) or NOTHING}, and is read as "
                f"{write_value(getattr(claim, name)) or NOTHING}. Amend it, or correct the row."
            )
    return dataclasses.replace(claim, review=ruling.sign("confirmed"))


def _drop_claim(_ruling, _claim):
    """Nothing is left of a rejected claim."""


def _refuse(ruling, claim, document):
    """The row that a rejected claim leaves among the refused ones."""
    text = document.text[claim.start : claim.end]
    rule = f"ruling.reject.{claim.kind}"
    return Rejected(claim.document, claim.start, claim.end, text, claim.quote, rule, ruling.sign("rejected"))


def _amend_claim(ruling, claim):
    """The claim with what a person put right, what follows from it, and a note of what was read before."""
    changed = {name: value for name, value in ruling.values.items() if getattr(claim, name) != value}
    if not changed:
        raise InputError(f"{ruling.where}: nothing is amended: the claim is read like this already. Confirm it.")
    before = ", ".join(
        say(
            "{column} {before} is now {after}",
            column=name,
            before=write_value(getattr(claim, name)) or NOTHING,
            after=write_value(value) or NOTHING,
        )
        for name, value in changed.items()
    )
    review = ruling.sign("amended", changes=before)
    given = {name: value for name, value in ruling.values.items() if name in changed or name in _COUNT}
    amended = _settle(ruling, dataclasses.replace(claim, **changed, review=review), given)
    if amended.kind != claim.kind:
        name = make_claim_id(claim.document, claim.start, claim.end, amended.kind)
        amended = dataclasses.replace(amended, claim_id=name)
    return amended


def _add_claim(ruling, spans, document):
    """The claim that a person found; the words of its quote stand for the counted ones."""
    if len(spans) > 1:
        raise InputError(
            f"{ruling.where}: the quote stands {len(spans)} times in {document.document}. Copy more words."
        )
    start, end = spans[0]
    around = [one for one in document.sentences if one.start < end and start < one.end]
    first, last = (around[0].start, around[-1].end) if around else (start, end)
    kind = ruling.values["kind"]
    given = {"source_class": "unknown", "status": "occurred", "measure": "event", **ruling.values}
    claim = Claim(
        claim_id=make_claim_id(document.document, start, end, kind),
        document=document.document,
        start=start,
        end=end,
        sentence_start=first,
        sentence_end=last,
        quote=document.text[first:last],
        prefix=document.text[max(0, first - CONTEXT) : first],
        suffix=document.text[last : last + CONTEXT],
        appearances=[],
        part_of=None,
        earliest=None,
        latest=None,
        date_basis="unknown",
        date_reason=say("The ruling gives no date for it."),
        rule="ruling.add",
        review=ruling.sign("added"),
        **{name: given.get(name, _EMPTY.get(name)) for name in FIELDS},
    )
    return _settle(ruling, claim, given if "measure" in ruling.values else {**given, "measure": None})


def _settle(ruling, claim, given):
    """The claim with number, measure and dates that agree with what a person gave."""
    claim = dataclasses.replace(claim, **_settle_count(ruling, claim, given))
    if given.get("measure") is None:
        claim = dataclasses.replace(claim, measure=_choose_measure(claim))
    if (claim.measure == "event") != (claim.relation is None):
        raise InputError(f"{ruling.where}: measure {claim.measure} and number do not agree; an event has no number.")
    if "date" in given or "period" in given:
        claim = _settle_date(ruling, claim, given)
    return claim


def _settle_count(ruling, claim, given):
    """low, high and relation as they are stored: "more than 300" has no high, 16 is both bounds."""
    low, high, relation = claim.low, claim.high, claim.relation
    if "high" not in given and relation != "range" and "low" in given:
        high = low
    elif "low" not in given and relation != "range" and "high" in given:
        low = high
    number = low if low is not None else high
    if number is None:
        return {"low": None, "high": None, "relation": None}
    low, high = number if low is None else low, number if high is None else high
    if low > high:
        raise InputError(f"{ruling.where}: low {low} is more than high {high}.")
    if "relation" not in given and (relation is None or (low < high and relation in ("=", "~"))):
        relation = "range" if low < high else "="
    if relation is None or (low < high) != (relation == "range"):
        raise InputError(f"{ruling.where}: relation {relation or NOTHING} does not go with {low} and {high}.")
    return {
        "low": None if relation in ("<", "<=") else low,
        "high": None if relation in (">", ">=") else high,
        "relation": relation,
    }


def _choose_measure(claim):
    """The measure that a number, a kind and a period make, if nobody gave one and the old one cannot stay."""
    if claim.relation is None:
        return "event"
    if claim.measure != "event":
        return claim.measure
    if claim.kind in _STOCKS:
        return "stock"
    return "cumulative" if claim.period else "flow"


def _settle_date(ruling, claim, given):
    """Date or period as a person gave it, never both, with the days that it allows."""
    if given.get("date") and given.get("period"):
        raise InputError(f"{ruling.where}: both a date and a period are given. Keep one.")
    date = None if given.get("period") else claim.date
    period = None if given.get("date") else claim.period
    earliest, latest = read_bounds(period or date) if period or date else (None, None)
    return dataclasses.replace(
        claim,
        date=date,
        period=period,
        earliest=earliest and earliest.isoformat(),
        latest=latest and latest.isoformat(),
        date_basis="sidecar" if period or date else "unknown",
        date_reason=say(
            "Given by {reviewer} in {file}: {reason}", reviewer=ruling.reviewer, file=FILE, reason=ruling.reason
        ),
    )
