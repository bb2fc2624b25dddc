"""What was decided of one number: the row that all rules for what a number counts hand back."""

import dataclasses


@dataclasses.dataclass(slots=True)
class Reading:
    """What was decided of one number."""

    kind: str
    rule: str
    status: str
    stock: bool
    cost: float
    trigger: object = None  # the Hit that decided, or None
    label: object = None  # the Hit of a label such as political prisoners
    series: bool = False  # goes on from a count before it, so that it needs no noun
    after: object = None  # the draft that it goes on from, if it has neither noun nor verb of its own


def is_political(label):
    """Whether a wording for imprisoned people, a hit of the section `labels`, names political prisoners."""
    return label.entry == "political_prisoners"
