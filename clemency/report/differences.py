"""What differs between two states of a report's tables: rows that came, went or changed, in words."""

import csv
import dataclasses
import io
import json

from clemency.chronology.wording import describe_count, describe_date
from clemency.report.words import CONDITION_NAMES, KIND_NAMES, VERDICT_NAMES, capitalise, name_source

TABLES = ("documents", "claims", "events", "comparisons")
_SAYS = {
    "documents": ("sha256", "language", "outlet", "title", "url", "published"),
    "claims": (
        "kind", "measure", "low", "high", "relation", "breakdown", "date", "period", "status",
        "source_class", "source_name", "label", "label_source_class", "review",
    ),
    "events": ("kind", "measure", "status", "date", "low", "high", "relation", "sources"),
    "comparisons": ("verdict", *CONDITION_NAMES, "difference_low", "difference_high"),
}  # fmt: skip
_COMPARED = ("comparable", "with_caveats")


@dataclasses.dataclass(slots=True)
class Difference:
    """One row that came, went or changed; `changes` holds (column, before, after)."""

    table: str
    what: str
    title: str
    detail: str
    changes: list = dataclasses.field(default_factory=list)


def read_tables(read):
    """The tables of one state as {table: {id: row}}; `read` gives the text of a file of its data folder."""
    tables = {}
    for table in TABLES:
        rows = csv.DictReader(io.StringIO(read(f"{table}.csv"), newline=""))
        tables[table] = {
            next(iter(cells.values())): cells
            for cells in ({name: text.removeprefix("'") for name, text in row.items()} for row in rows)
        }
    return tables


def compare_tables(before, after):
    """Every difference between two states, table by table: what came, what went, what changed."""
    matches = {"documents": {}, "claims": _match_claims(before["claims"], after["claims"])}
    renamed = matches["claims"]
    matches["events"] = _match_events(before["events"], after["events"], renamed)
    matches["comparisons"] = _match_pairs(before["comparisons"], after["comparisons"], renamed)
    found = []
    for table in TABLES:
        old, new = before[table], after[table]
        match = {**{name: name for name in old if name in new}, **matches[table]}
        came = [_describe("came", table, new[name], after) for name in new if name not in match.values()]
        went = [_describe("went", table, old[name], before) for name in old if name not in match]
        changed = [
            _describe("changed", table, new[there], after, _list_changes(table, old[name], new[there]))
            for name, there in match.items()
        ]
        found += [*came, *went, *(difference for difference in changed if difference.changes)]
    return found


def _match_claims(before, after):
    """Claims that only moved within their document, or were put into another kind, as {id before: id after}."""
    matches = {}
    free = [name for name in after if name not in before]
    for name, claim in before.items():
        if name in after:
            continue
        same = [
            other
            for other in free
            if all(after[other][column] == claim[column] for column in ("document", "quote"))
            and (after[other]["low"], after[other]["high"]) == (claim["low"], claim["high"])
        ]
        if same:
            matches[name] = same[0]
            free.remove(same[0])
    return matches


def _match_events(before, after, renamed):
    """Events whose name changed because claims joined or left them, as {id before: id after}."""
    matches, free = {}, [name for name in after if name not in before]
    for name, event in before.items():
        if name in after:
            continue
        claims = {renamed.get(claim, claim) for claim in json.loads(event["claims"])}
        shared = {other: len(claims & set(json.loads(after[other]["claims"]))) for other in free}
        best = max(shared, key=shared.get, default=None)
        if best and shared[best]:
            matches[name] = best
            free.remove(best)
    return matches


def _match_pairs(before, after, renamed):
    """Pairs of claims that were renamed, as {id before: id after}."""
    by_claims = {(row["official"], row["human_rights"]): name for name, row in after.items()}
    found = {
        name: by_claims.get(tuple(renamed.get(row[side], row[side]) for side in ("official", "human_rights")))
        for name, row in before.items()
        if name not in after
    }
    return {name: there for name, there in found.items() if there and there not in before}


def _list_changes(table, old, new):
    """The columns that say something else now, as (column, before, after)."""
    columns = [name for name in _SAYS[table] if old.get(name, "") != new.get(name, "")]
    return [(name, old.get(name, ""), new.get(name, "")) for name in columns]


def _describe(what, table, row, tables, changes=()):
    """A difference with the row in words."""
    title, detail = {
        "documents": _name_document,
        "claims": _name_claim,
        "events": _name_event,
        "comparisons": _name_pair,
    }[table](row, tables)
    return Difference(table, what, title, detail, list(changes))


def _name_document(row, _tables):
    return row["document"], ", ".join(filter(None, (row["title"], row["outlet"], describe_date(row["published"]))))


def _name_claim(row, _tables):
    when = describe_date(row["period"] or row["date"])
    source = name_source(row["source_class"], row["source_name"])
    return f"{_name_count(row)}, {when}, {source}", f"“{' '.join(row['quote'].split())}” ({row['document']})"


def _name_event(row, _tables):
    return f"{_name_count(row)}, {describe_date(row['date'])}", "; ".join(json.loads(row["sources"]))


def _name_pair(row, tables):
    claims = [tables["claims"][row[side]] for side in ("official", "human_rights")]
    words = " beside ".join(
        f"{_name_count(claim)} ({name_source(claim['source_class'], claim['source_name'])})" for claim in claims
    )
    return words, capitalise(VERDICT_NAMES[row["verdict"]])


def _name_count(row):
    """A kind with its number."""
    low, high = (int(row[name]) if row[name] else None for name in ("low", "high"))
    kind = capitalise(KIND_NAMES[row["kind"]])
    return kind if low is None and high is None else f"{kind}: {describe_count(low, high, row['relation'])}"


def is_plain(difference):
    """Whether a pair came or went without ever being comparable: there are many of these, and they are counted."""
    return (
        difference.table == "comparisons"
        and difference.what != "changed"
        and difference.detail not in [capitalise(VERDICT_NAMES[verdict]) for verdict in _COMPARED]
    )
