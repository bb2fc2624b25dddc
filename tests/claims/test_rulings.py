"""A person has the last word on every claim, and no ruling is lost without a word."""

import csv

import pytest

from clemency.claims.read import read_claims
from clemency.claims.rulings import COLUMNS, FIELDS, apply_rulings, check_documents, read_rulings, write_value
from clemency.documents.read import InputError, make_document

TEXT = """MINSK, 2 July 2025. The president pardoned 16 prisoners on July 2, his press office said.

On June 21 he pardoned 14 people. The rights group Viasna counts 1,150 political prisoners.

In Babrujsk the gates opened for a dozen or so, a spokesman hinted.
"""
PERSON = {"reviewer": "Ada", "reviewed": "2025-08-01", "reason": "read it", "document": "text"}


def write(tmp_path, *rows, columns=COLUMNS, **format_):
    """A rulings.csv of some rows, which have what PERSON has unless they say otherwise."""
    path = tmp_path / "rulings.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", **format_)
        writer.writeheader()
        writer.writerows({**PERSON, **row} for row in rows)
    return path


def rule(tmp_path, *rows):
    """The reading of TEXT after some rulings."""
    document = make_document("text", TEXT.encode())
    return apply_rulings(read_rulings(write(tmp_path, *rows)), [document], [read_claims(document)])[0]


def find(reading, low):
    """The one claim of a number."""
    (claim,) = (claim for claim in reading.claims if claim.low == low)
    return claim


def refuse(tmp_path, *rows):
    """The message that some rulings are refused with."""
    with pytest.raises(InputError) as error:
        rule(tmp_path, *rows)
    return str(error.value)


def test_a_confirmed_claim_says_who_confirmed_it(tmp_path):
    """Nothing else about it changes."""
    reading = rule(tmp_path, {"ruling": "confirm", "quote": "pardoned 16 prisoners", "low": "16"})
    assert find(reading, 16).review == "Read by machine, confirmed by Ada on 2025-08-01: read it"
    assert len(reading.claims) == len(rule(tmp_path).claims)


def test_a_rejected_claim_moves_to_the_refused_ones(tmp_path):
    """Its words, and who rejected it and why, stay to be seen."""
    reading = rule(tmp_path, {"ruling": "reject", "quote": "he pardoned 14 people"})
    assert 14 not in [claim.low for claim in reading.claims]
    (refused,) = (row for row in reading.rejected if row.rule == "ruling.reject.pardon")
    assert refused.reason == "Rejected by Ada on 2025-08-01: read it"
    assert "14 people" in refused.quote


def test_an_amended_claim_keeps_what_was_read_in_words(tmp_path):
    """A new number is both bounds of an exact count; a new kind makes a new name."""
    row = {"ruling": "amend", "quote": "he pardoned 14 people", "low": "13", "kind": "release", "date": "2025-06"}
    claim = find(rule(tmp_path, row), 13)
    assert (claim.high, claim.relation, claim.kind, claim.measure) == (13, "=", "release", "flow")
    assert (claim.earliest, claim.latest, claim.date_basis) == ("2025-06-01", "2025-06-30", "sidecar")
    assert claim.claim_id.startswith("release-")
    assert "low 14 is now 13" in claim.review
    assert "kind pardon is now release" in claim.review


@pytest.mark.parametrize(
    ("cells", "bounds"),
    [
        ({"relation": ">"}, (14, None, ">", "flow")),
        ({"relation": "<="}, (None, 14, "<=", "flow")),
        ({"high": "20", "low": "14"}, (14, 20, "range", "flow")),
        ({"low": "none"}, (None, None, None, "event")),
        ({"period": "2024/2025", "measure": "cumulative"}, (14, 14, "=", "cumulative")),
    ],
)
def test_number_and_measure_follow_what_is_amended(tmp_path, cells, bounds):
    """An open end has no bound, and an act without a number is an event."""
    reading = rule(tmp_path, {"ruling": "amend", "quote": "he pardoned 14 people", **cells})
    (claim,) = (claim for claim in reading.claims if "he pardoned 14" in claim.quote)
    assert (claim.low, claim.high, claim.relation, claim.measure) == bounds


def test_an_added_claim_stands_where_its_quote_stands(tmp_path):
    """White space in the quote does not matter; what is not given is not guessed at."""
    row = {"ruling": "add", "quote": "for a  dozen\nor so", "kind": "release", "low": "12", "relation": "~"}
    claim = next(claim for claim in rule(tmp_path, row).claims if claim.rule == "ruling.add")
    assert TEXT[claim.start : claim.end] == "for a dozen or so"
    assert claim.quote.startswith("In Babrujsk")
    assert (claim.low, claim.measure, claim.date, claim.source_class) == (12, "flow", None, "unknown")
    assert claim.review == "Added by Ada on 2025-08-01: read it"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"ruling": "confirm", "quote": "pardoned 17 prisoners"}, "the quote is not in text: ‘pardoned 17 prisoners’"),
        ({"ruling": "approve", "quote": "x"}, "'approve' is not one of confirm, reject, amend, add"),
        ({"ruling": "confirm", "quote": "pardoned 16 prisoners", "reviewer": ""}, "reviewer is empty"),
        ({"ruling": "confirm", "quote": ""}, "quote is empty"),
        ({"ruling": "confirm", "quote": "x", "reviewed": "1.8.2025"}, "is not a day. Write it as 2025-07-02"),
        ({"ruling": "confirm", "quote": "pardoned 16 prisoners", "low": "15"}, "confirmed as 15, and is read as 16"),
        (
            {"ruling": "confirm", "quote": "office said. On June 21"},
            "2 claims are read where the quote stands",
        ),
        ({"ruling": "reject", "quote": "On June 21", "claim": "pardon-0"}, "no claim pardon-0 is read"),
        ({"ruling": "amend", "quote": "On June 21"}, "nothing is amended"),
        ({"ruling": "amend", "quote": "he pardoned 14", "low": "14"}, "read like this already. Confirm it"),
        ({"ruling": "amend", "quote": "he pardoned 14", "low": "many"}, "Write 1328, or none"),
        ({"ruling": "amend", "quote": "he pardoned 14", "low": "15", "high": "12"}, "low 15 is more than high 12"),
        ({"ruling": "amend", "quote": "he pardoned 14", "relation": "range"}, "relation range does not go with"),
        ({"ruling": "amend", "quote": "he pardoned 14", "date": "June"}, "date 'June' is not a date"),
        ({"ruling": "amend", "quote": "he pardoned 14", "date": "2024/2025"}, "is a period, a day is a date"),
        ({"ruling": "amend", "quote": "he pardoned 14", "measure": "event"}, "an event has no number"),
        ({"ruling": "amend", "quote": "he pardoned 14", "breakdown": "8 women"}, "Write it as: women 8; men 8"),
        ({"ruling": "add", "quote": "a dozen"}, "kind is empty"),
        ({"ruling": "add", "quote": "pardoned", "kind": "release"}, "the quote stands 2 times"),
    ],
)
def test_a_ruling_that_cannot_be_is_refused_with_its_line(tmp_path, row, words):
    """The message names the line, what is wrong, and what would be right."""
    message = refuse(tmp_path, {"ruling": "confirm", "quote": "pardoned 16 prisoners"}, row)
    assert words in message
    assert "rulings.csv, line 3: " in message


def test_two_rulings_on_one_claim_are_refused(tmp_path):
    """The message names both lines."""
    row = {"ruling": "reject", "quote": "pardoned 16 prisoners"}
    assert "has a ruling already, in" in refuse(tmp_path, row, {**row, "ruling": "confirm"})


def test_a_line_is_counted_from_the_top_of_the_file_even_if_cells_hold_line_breaks(tmp_path):
    """A quote over two lines makes the next row stand one line lower."""
    broken = {"ruling": "confirm", "quote": "no such words"}
    first = {"ruling": "confirm", "quote": "pardoned\n16 prisoners"}
    assert "line 4: the quote" in refuse(tmp_path, first, broken)


def test_a_ruling_on_a_document_that_is_gone_is_refused(tmp_path):
    """A renamed document loses no ruling in silence."""
    rulings = read_rulings(write(tmp_path, {"ruling": "confirm", "quote": "x", "document": "other"}))
    with pytest.raises(InputError, match="line 2: there is no document other"):
        check_documents(rulings, ["text"])


def test_semicolons_and_few_columns_will_do(tmp_path):
    """Some spreadsheets write semicolons; a column that is not there counts as empty."""
    columns = ["ruling", "reviewer", "reviewed", "reason", "document", "quote"]
    path = write(tmp_path, {"ruling": "reject", "quote": "a, b"}, columns=columns, delimiter=";")
    (ruling,) = read_rulings(path)
    assert (ruling.ruling, ruling.quote, ruling.values) == ("reject", "a, b", {})


def test_every_value_of_a_claim_can_be_written_into_a_cell_and_confirmed(tmp_path):
    """What the sheet shows of a claim is what is read back."""
    for claim in rule(tmp_path).claims:
        cells = {name: write_value(getattr(claim, name)) for name in FIELDS}
        row = {"ruling": "confirm", "quote": claim.quote, "claim": claim.claim_id, **cells}
        assert find(rule(tmp_path, row), claim.low).review
