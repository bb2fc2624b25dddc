"""A claim while it is being read: what was found so far, before dates, sources and repeats are settled."""

import dataclasses


@dataclasses.dataclass(slots=True)
class Draft:
    """One statement of a sentence; word positions refer to the document's Text."""

    sentence: int
    first: int
    last: int
    kind: str
    rule: str
    status: str
    low: int | None = None
    high: int | None = None
    relation: str | None = None
    stock: bool = False
    trigger: object = None
    label: object = None
    headline: bool = False
    whole: object = None  # the draft that «of them» points back to
    total: bool = False  # "bringing the total to 250"
    definite: bool = False
    also: bool = False  # "also pardoned 30": another act than the one before
    more: bool = False  # "45,000 others": not the same people as before
    voice: object = None
    voice_is_own: bool = False
    when: object = None
    date: str | None = None
    period: str | None = None
    date_basis: str = "unknown"
    date_reason: str = ""
    breakdown: dict = dataclasses.field(default_factory=dict)
    repeats: list = dataclasses.field(default_factory=list)

    @property
    def value(self):
        """The number stated, or None."""
        return self.low if self.low is not None else self.high

    @property
    def span(self):
        """Its words, with those of its trigger left out."""
        return self.first, self.last
