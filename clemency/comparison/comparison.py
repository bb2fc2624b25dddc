"""A comparison asks of one official and one human-rights claim whether they count the same thing."""

import dataclasses

from clemency.table import column

CONDITIONS = ("measure", "unit", "population", "mechanism", "date", "territory", "independence")
VERDICTS = ("comparable", "with_caveats", "not_comparable", "unknown")
ANSWERS = ("yes", "no", "unknown")


@dataclasses.dataclass(slots=True)
class Comparison:
    """One pair of claims, the seven conditions, and the verdict; unknown never becomes comparable."""

    comparison_id: str = column("Stable name of the pair")
    official: str = column("The official claim", key="claims.claim_id")
    human_rights: str = column("The human-rights claim", key="claims.claim_id")
    measure: str = column("Same measure: yes, no or unknown")
    unit: str = column("Same unit (persons, sentences, decrees): yes, no or unknown")
    population: str = column("Same population: yes, no or unknown")
    mechanism: str = column("Same mechanism (pardon, amnesty, release …): yes, no or unknown")
    date: str = column("Same date or period: yes, no or unknown")
    territory: str = column("Same territory: yes, no or unknown")
    independence: str = column("Sources independent of each other: yes, no or unknown")
    verdict: str = column("comparable, with_caveats, not_comparable or unknown")
    difference_low: int | None = column("Least possible difference, if it can be computed", "integer")
    difference_high: int | None = column("Greatest possible difference; empty if open", "integer")
    reasons: list = column("The answers in words, one sentence each", "array")
    summary: str = column("One sentence that a reader understands")
