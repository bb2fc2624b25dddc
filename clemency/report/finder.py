"""What a reader can choose and sort the claims by: kind, class of source, document and year; number and day."""

from clemency.documents.edtf import read_bounds
from clemency.messages import Vocabulary, say, say_in
from clemency.report.words import KIND_NAMES, SOURCE_CLASS_NAMES, capitalise

ORDERS = Vocabulary(
    "order of claims",
    {
        "": "document order",
        "day up": "earliest first",
        "day down": "latest first",
        "number down": "largest number first",
        "number up": "smallest number first",
    },
)


def describe_finder(results):
    """Filters with their choices, orders, and for each claim its tags for the filters and its ranks for the orders.

    A rank is a number, or empty where nothing is known; a date of several days ranks by its first.
    """
    rows = [_describe_row(claim, results.document_of[claim.document]) for claim in results.claims]
    titles = {"kind": say("What"), "source": say("Who says so"), "document": say("Document"), "year": say("Year")}
    filters = [{"key": key, "title": title, "choices": _list_choices(rows, key)} for key, title in titles.items()]
    return {"filters": filters, "orders": [{"key": key, "title": title} for key, title in ORDERS.items()], "rows": rows}


def _describe_row(claim, document):
    """The tags and ranks of one claim."""
    first, last = read_bounds(claim.period or claim.date) if claim.period or claim.date else (None, None)
    number = claim.low if claim.low is not None else claim.high
    tags = {
        "kind": [capitalise(KIND_NAMES[claim.kind])],
        "source": [capitalise(SOURCE_CLASS_NAMES[claim.source_class])],
        "document": [document.title or document.document],
        "year": _list_years(first, last),
    }
    day = first or last
    return {
        "tags": {key: [value.replace("|", "/") for value in several] for key, several in tags.items()},
        "ranks": {"number": "" if number is None else number, "day": day.toordinal() if day else ""},
    }


def _list_years(first, last):
    """The years that a date may lie in or a period touches; of an open one, those of the end that is known."""
    ends = [day.year for day in (first, last) if day]
    return [str(year) for year in range(min(ends), max(ends) + 1)] if ends else [say_in("year", "not known")]


def _list_choices(rows, key):
    """Every value of a filter once, in order; what is not known stands last."""
    found = {value for row in rows for value in row["tags"][key]}
    undated = say_in("year", "not known")
    return sorted(found, key=lambda value: (value == undated, value))
