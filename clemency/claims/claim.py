"""A claim is one statement in one document; a rejected number is one that was looked at and refused."""

import dataclasses

from clemency.table import column

KINDS = (
    "pardon", "amnesty", "commutation", "release", "exchange",
    "political_prisoners", "convicted", "detained", "other",
)  # fmt: skip
EVENT_KINDS = KINDS[:5]
MEASURES = ("event", "flow", "cumulative", "stock")
STATUSES = ("occurred", "announced", "planned", "demanded", "denied", "habitual", "hypothetical")
OCCURRED = ("occurred", "announced")
SOURCE_CLASSES = ("official", "human_rights", "media", "opposition", "foreign_government", "igo", "unknown")
RELATIONS = ("=", ">=", ">", "<=", "<", "~", "range")


@dataclasses.dataclass(slots=True)
class Claim:
    """One claim; `None` stands for what the document does not state."""

    claim_id: str = column("Stable name of the claim, made from document, span and kind")
    document: str = column("The document that makes the claim", key="documents.document")
    start: int = column("Where the counted words begin, in code points of the document", "integer")
    end: int = column("Where the counted words end (exclusive)", "integer")
    sentence_start: int = column("Where the sentence begins", "integer")
    sentence_end: int = column("Where the sentence ends (exclusive)", "integer")
    quote: str = column("The sentence")
    prefix: str = column("The 32 characters before the sentence")
    suffix: str = column("The 32 characters after the sentence")
    appearances: list = column("Other places that say the same: [{start, end, quote}]", "array")
    kind: str = column("What is counted: " + ", ".join(KINDS))
    measure: str = column(
        "event (no count), flow (one act or period), cumulative (since a start) or stock (at a moment)"
    )
    low: int | None = column("Lowest number stated; empty if none", "integer")
    high: int | None = column("Highest number stated; empty if none or open", "integer")
    relation: str | None = column("=, >=, >, <=, <, ~ (about) or range; empty if no number is stated")
    breakdown: dict = column("Counts of parts, such as women or over_50; parts are never added to the whole", "object")
    part_of: str | None = column("The claim that this one is a part of, if any", key="claims.claim_id")
    date: str | None = column("Day of the event, or the as-of day of a stock, as EDTF; empty if unknown")
    earliest: str | None = column("First day that the date allows", "date")
    latest: str | None = column("Last day that the date allows", "date")
    date_basis: str = column("stated, dateline, relative, inferred, sidecar or unknown")
    date_reason: str = column("One sentence on how the date was worked out")
    period: str | None = column("Period of a cumulative count as an EDTF interval; empty otherwise")
    status: str = column("occurred, announced, planned, demanded, denied, habitual or hypothetical")
    source_class: str = column("Who states the figure: " + ", ".join(SOURCE_CLASSES))
    source_name: str = column("The source in one canonical spelling; empty if nobody is named")
    label: str = column("The words used for the people counted; empty if none")
    label_source_class: str = column("Whose words those are")
    rule: str = column("Id of the rule that found the claim")
    review: str = column("Empty, or what a person ruled", default="")


@dataclasses.dataclass(slots=True)
class Rejected:
    """A number or statement that was looked at and refused, with the rule that refused it."""

    document: str = column("The document", key="documents.document")
    start: int = column("Where it begins, in code points", "integer")
    end: int = column("Where it ends (exclusive)", "integer")
    text: str = column("The words that were refused")
    quote: str = column("The sentence or line that they stand in")
    rule: str = column("Id of the rule that refused them")
    reason: str = column("One sentence on why they are no claim")


@dataclasses.dataclass(slots=True)
class Label:
    """One wording for imprisoned people, with who uses it and the sentence it stands in."""

    document: str = column("The document", key="documents.document")
    start: int = column("Where the words begin, in code points", "integer")
    end: int = column("Where they end (exclusive)", "integer")
    label: str = column("The words as written")
    concept: str = column("What the words assert: political_prisoners, extremists, terrorists, bandits, opponents …")
    source_class: str = column("Whose words they are")
    source_name: str = column("The speaker in one canonical spelling; empty if nobody is named")
    quote: str = column("The sentence")
