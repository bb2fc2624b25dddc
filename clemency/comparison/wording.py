"""Claims in words, as the sentences of a comparison need them."""

from clemency.chronology.wording import describe_count, describe_date

_ONE = {
    "pardon": "person pardoned",
    "amnesty": "person amnestied",
    "commutation": "person whose sentence was cut",
    "release": "person released",
    "exchange": "person exchanged",
    "political_prisoners": "political prisoner",
    "convicted": "person convicted",
    "detained": "person detained",
    "other": "person",
}
_MANY = {
    "political_prisoners": "political prisoners",
    "commutation": "people whose sentences were cut",
}
KINDS = {
    "pardon": "pardons",
    "amnesty": "an amnesty",
    "commutation": "shortened sentences",
    "release": "releases",
    "exchange": "an exchange",
    "political_prisoners": "political prisoners",
    "convicted": "convictions",
    "detained": "detentions",
    "other": "people otherwise affected",
}
MEASURES = {
    "event": "one act",
    "flow": "one act",
    "cumulative": "all acts since a start",
    "stock": "the state at one moment",
}
CLASSES = {
    "official": "official",
    "human_rights": "human rights",
    "media": "media",
    "opposition": "opposition",
    "foreign_government": "foreign government",
    "igo": "intergovernmental body",
    "unknown": "source not named",
}


def describe_people(claim):
    """The people that a claim counts: "16 people pardoned", "1,328 political prisoners"."""
    count = describe_count(claim.low, claim.high, claim.relation)
    if (claim.low, claim.high) == (1, 1):
        return f"{count} {_ONE[claim.kind]}"
    many = _MANY.get(claim.kind) or _ONE[claim.kind].replace("person", "people")
    if claim.kind == "other" and claim.label:
        many = f"people ({claim.label})"
    return f"{count} {many}"


def describe_time(claim):
    """When a claim holds, with its preposition: "on 2 July 2025", "as of 21 May 2024", "from … to …"."""
    if claim.period:
        return describe_date(claim.period)
    if not claim.date:
        return "on a date not known"
    said = describe_date(claim.date)
    if claim.date.startswith("[") or "/" in claim.date:
        return f"as of a day {said}" if claim.measure == "stock" else said
    if claim.measure == "stock":
        return f"as of {said}"
    return f"on {said}" if claim.earliest == claim.latest else f"in {said}"


def describe_speaker(claim):
    """Who states a claim: "official: president's press office", or the class alone if nobody is named."""
    said = CLASSES[claim.source_class]
    return f"{said}: {claim.source_name}" if claim.source_name else f"{said}, no name given"


def describe_claim(claim):
    """A whole claim: people, time and speaker."""
    return f"{describe_people(claim)} {describe_time(claim)} ({describe_speaker(claim)})"
