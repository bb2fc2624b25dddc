"""Claims in words, as the sentences of a comparison need them."""

from clemency.chronology.counts import is_exact
from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.messages import Nouns, Vocabulary, say, say_in

_PEOPLE = Nouns(
    ("people", "people, after words such as more than"),
    {
        "pardon": ("{count} person pardoned", "{count} people pardoned"),
        "amnesty": ("{count} person amnestied", "{count} people amnestied"),
        "commutation": ("{count} person whose sentence was cut", "{count} people whose sentences were cut"),
        "release": ("{count} person released", "{count} people released"),
        "exchange": ("{count} person exchanged", "{count} people exchanged"),
        "political_prisoners": ("{count} political prisoner", "{count} political prisoners"),
        "convicted": ("{count} person convicted", "{count} people convicted"),
        "detained": ("{count} person detained", "{count} people detained"),
        "other": ("{count} person", "{count} people"),
        "labelled": ("{count} people ({label})", "{count} people ({label})"),
    },
)
KINDS = Vocabulary(
    "what a number counts",
    {
        "pardon": "pardons",
        "amnesty": "an amnesty",
        "commutation": "shortened sentences",
        "release": "releases",
        "exchange": "an exchange",
        "political_prisoners": "political prisoners",
        "convicted": "convictions",
        "detained": "detentions",
        "other": "people otherwise affected",
    },
)
MEASURES = Vocabulary(
    "what a number is of",
    {
        "event": "one act",
        "flow": "one act",
        "cumulative": "all acts since a start",
        "stock": "the state at one moment",
    },
)
CLASSES = Vocabulary(
    "class of source, before its name",
    {
        "official": "official",
        "human_rights": "human rights",
        "media": "media",
        "opposition": "opposition",
        "foreign_government": "foreign government",
        "igo": "intergovernmental body",
        "unknown": "source not named",
    },
)


def describe_people(claim):
    """The people that a claim counts: "16 people pardoned", "1,328 political prisoners"."""
    n = claim.high if claim.high is not None else claim.low
    if claim.relation is None or n is None:
        n, count = 0, say_in("people", "number not stated")
    else:
        count = describe_count(claim.low, claim.high, claim.relation)
    hedged = not is_exact(claim)
    if claim.kind == "other" and claim.label and (claim.low, claim.high) != (1, 1):
        return _PEOPLE.write("labelled", n, hedged, count=count, label=claim.label)
    return _PEOPLE.write(claim.kind, n, hedged, count=count)


def describe_time(claim):
    """When a claim holds, with its preposition: "on 2 July 2025", "as of 21 May 2024", "from … to …"."""
    if claim.period:
        return describe_date(claim.period)
    if not claim.date:
        return say("on a date not known")
    said = describe_date(claim.date)
    if claim.date.startswith("[") or "/" in claim.date:
        return say("as of a day {date}", date=said) if claim.measure == "stock" else said
    if claim.measure == "stock":
        return say("as of {date}", date=said)
    return say("on {day}", day=said) if claim.earliest == claim.latest else say("in {month}", month=said)


def describe_speaker(claim):
    """Who states a claim: "official: president's press office", or the class alone if nobody is named."""
    said = CLASSES[claim.source_class]
    if not claim.source_name:
        return say("{class_}, no name given", class_=said)
    return say("{class_}: {name}", class_=said, name=say_name(claim.source_name))


def describe_claim(claim):
    """A whole claim: people, time and speaker."""
    people, time, speaker = describe_people(claim), describe_time(claim), describe_speaker(claim)
    return say("{people} {time} ({speaker})", people=people, time=time, speaker=speaker)
