"""The report's own words for kinds, measures, sources and verdicts, and small tools for texts."""

import re

from clemency.chronology.wording import say_name
from clemency.messages import Vocabulary

KIND_NAMES = Vocabulary(
    "kind",
    {
        "pardon": "pardon",
        "amnesty": "amnesty",
        "commutation": "commutation",
        "release": "release",
        "exchange": "exchange",
        "political_prisoners": "political prisoners",
        "convicted": "convicted",
        "detained": "detained",
        "other": "other",
    },
)
MEASURE_NAMES = Vocabulary(
    "measure",
    {
        "event": "one act",
        "flow": "one act or period",
        "cumulative": "a total since a start",
        "stock": "a count at one moment",
    },
)
STATUS_NAMES = Vocabulary(
    "status",
    {
        "occurred": "happened",
        "announced": "announced",
        "planned": "planned",
        "demanded": "demanded",
        "denied": "denied",
        "habitual": "said to be usual",
        "hypothetical": "supposed",
    },
)
SOURCE_CLASS_NAMES = Vocabulary(
    "class of source",
    {
        "official": "officials",
        "human_rights": "human-rights group",
        "media": "news outlet",
        "opposition": "opposition",
        "foreign_government": "foreign government",
        "igo": "intergovernmental body",
        "unknown": "nobody named",
    },
)
VERDICT_NAMES = Vocabulary(
    "verdict",
    {
        "comparable": "can be compared",
        "with_caveats": "can be compared with caveats",
        "not_comparable": "cannot be compared",
        "unknown": "cannot be known",
    },
)
CONDITION_NAMES = Vocabulary(
    "condition",
    {
        "measure": "the same measure",
        "unit": "the same unit",
        "population": "the same people",
        "mechanism": "the same mechanism",
        "date": "the same date or period",
        "territory": "the same territory",
        "independence": "independent sources",
    },
)
BASIS_NAMES = Vocabulary(
    "how a date is known",
    {
        "stated": "stated in the text",
        "sidecar": "known from sources.csv",
        "inferred": "inferred from the text",
        "unknown": "not known",
    },
)


def count(number, noun, plural=None):
    """A number with its noun for the command line, which speaks English: "1 claim", "1,328 claims", "3 amnesties"."""
    if number != 1:
        noun = plural or (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
    return f"{number:,} {noun}"


def join_lines(text, line_break=" "):
    """A quotation on one line: white space is one space, or `line_break` where a line ends within it."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\S)\s*\n\s*(?=\S)", line_break, text))


def capitalise(text):
    """The text with its first letter as a capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def name_source(source_class, source_name):
    """Who says so: the name with its class, or the class alone."""
    name = SOURCE_CLASS_NAMES[source_class]
    return f"{say_name(source_name)} ({name})" if source_name else capitalise(name)
