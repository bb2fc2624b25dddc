"""The report's own words for kinds, measures, sources and verdicts, and for numbers with their nouns."""

import re

LANGUAGE = "en"  # of every word here
KIND_NAMES = {
    "pardon": "pardon",
    "amnesty": "amnesty",
    "commutation": "commutation",
    "release": "release",
    "exchange": "exchange",
    "political_prisoners": "political prisoners",
    "convicted": "convicted",
    "detained": "detained",
    "other": "other",
}
MEASURE_NAMES = {
    "event": "one act",
    "flow": "one act or period",
    "cumulative": "a total since a start",
    "stock": "a count at one moment",
}
STATUS_NAMES = {
    "occurred": "happened",
    "announced": "announced",
    "planned": "planned",
    "demanded": "demanded",
    "denied": "denied",
    "habitual": "said to be usual",
    "hypothetical": "supposed",
}
SOURCE_CLASS_NAMES = {
    "official": "officials",
    "human_rights": "human-rights group",
    "media": "news outlet",
    "opposition": "opposition",
    "foreign_government": "foreign government",
    "igo": "intergovernmental body",
    "unknown": "nobody named",
}
VERDICT_NAMES = {
    "comparable": "can be compared",
    "with_caveats": "can be compared with caveats",
    "not_comparable": "cannot be compared",
    "unknown": "cannot be known",
}
CONDITION_NAMES = {
    "measure": "the same measure",
    "unit": "the same unit",
    "population": "the same people",
    "mechanism": "the same mechanism",
    "date": "the same date or period",
    "territory": "the same territory",
    "independence": "independent sources",
}
BASIS_NAMES = {
    "stated": "stated in the text",
    "sidecar": "known from sources.csv",
    "inferred": "inferred from the text",
    "unknown": "not known",
}


def count(number, noun, plural=None):
    """A number with its noun, such as "1 claim", "1,328 claims" or "3 amnesties"."""
    if number != 1:
        noun = plural or (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
    return f"{number:,} {noun}"


def join(phrases):
    """Phrases as one list in words: "a", "a and b", "a, b and c"."""
    *most, last = phrases
    return f"{', '.join(most)} and {last}" if most else last


def join_lines(text, line_break=" "):
    """A quotation on one line: white space is one space, or `line_break` where a line ends within it."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\S)\s*\n\s*(?=\S)", line_break, text))


def capitalise(text):
    """The text with its first letter as a capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def name_source(source_class, source_name):
    """Who says so: the name with its class, or the class alone."""
    name = SOURCE_CLASS_NAMES[source_class]
    return f"{source_name} ({name})" if source_name else capitalise(name)


def name_part(part):
    """A part of a breakdown in words, such as "over 50" for over_50."""
    return part.replace("_", " ")
