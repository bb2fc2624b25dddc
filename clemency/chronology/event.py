"""An event is what claims are about: one pardon decree, one amnesty, one release."""

import dataclasses

from clemency.table import column

MOST_POSSIBLE = 250  # a longer list of what a total may contain says little more than its period, and takes much room


@dataclasses.dataclass(slots=True)
class Event:
    """One act, or one cumulative count that contains acts and is added to none."""

    event_id: str = column("Stable name of the event, made from the claims that report it")
    kind: str = column("pardon, amnesty, commutation, release or exchange")
    measure: str = column("event (an act) or cumulative (a total that contains acts)")
    status: str = column("occurred or announced, or what it stands apart as: planned, demanded, denied …")
    date: str | None = column("When, as EDTF; a cumulative count has its interval here; empty if unknown")
    earliest: str | None = column("First day that the date allows", "date")
    latest: str | None = column("Last day that the date allows", "date")
    date_reason: str = column("One sentence on how the date was worked out")
    low: int | None = column("Lowest number that its claims state of all the people in it", "integer")
    high: int | None = column("Highest number that its claims state of them; empty if open", "integer")
    relation: str | None = column("=, >=, >, <=, <, ~ or range; empty if no number is stated")
    claims: list = column("Claims that report it", "array")
    sources: list = column("Who says so: [source name or class]", "array")
    contains: list = column("Events that a cumulative count contains", "array")
    may_contain: list = column(
        f"Events that it may contain: the documents do not say; in a report's table empty if more than {MOST_POSSIBLE}",
        "array",
    )
    conflicts: list = column("Claims of the event that disagree, side by side: [{claims, field, values}]", "array")
    links: list = column("Why claims were put together: [{rule, reason, claims}]", "array")
    doubts: list = column("Events that may be the same act but were kept apart: [{event, reason}]", "array")


@dataclasses.dataclass(slots=True)
class Check:
    """One piece of arithmetic that a document allows, with its evidence and its result."""

    check_id: str = column("Stable name of the check")
    kind: str = column("parts, named_and_others, waves, headline, span_of_days, relative_day or repeated_quotation")
    document: str = column("The document", key="documents.document")
    statement: str = column("The arithmetic, such as 8 women + 8 men = 16")
    holds: bool = column("Whether it comes out", "boolean")
    reason: str = column("One sentence on what was set against what")
    evidence: list = column("The words it rests on: [{start, end, quote}]", "array")
    claims: list = column("Claims that it concerns", "array")
