"""Which people a number counts, as far as the words used for them tell."""

import functools

from clemency.chronology.stems import load_stems

SPECIFIC = ("political", "extremism")


@functools.cache
def load_populations():
    """The classes of populations with their stems, in the order of the lexicon."""
    return load_stems("populations")


@functools.lru_cache(maxsize=4096)
def classify_label(label):
    """The classes that a label belongs to; `general` only if no class more specific holds, none if it is empty."""
    folded = " ".join(label.casefold().split())
    found = {name for name, stems in load_populations().items() if any(stem in folded for stem in stems)}
    return frozenset(found - {"general"} or found)


def classify_population(claim):
    """The specific classes that a claim's own sentence, its kind or a part equal to the whole gives the people.

    A label that a reader has brought from elsewhere, such as the headline, is not evidence enough here.
    """
    found = set(classify_label(claim.quote)) & set(SPECIFIC)
    if claim.kind == "political_prisoners":
        found.add("political")
    if claim.low is not None and claim.breakdown.get("extremism") == claim.low:
        found.add("extremism")
    return frozenset(found)
