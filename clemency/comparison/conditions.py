"""The seven conditions under which two numbers can be set against each other, each answered with its reason."""

import datetime
import functools

from clemency.chronology.acts import fold_text
from clemency.chronology.places import are_apart
from clemency.chronology.populations import SPECIFIC, classify_label
from clemency.chronology.stems import load_stems
from clemency.chronology.wording import describe_date
from clemency.claims.claim import OCCURRED
from clemency.comparison.wording import KINDS, MEASURES
from clemency.messages import quote, say

SAME_MOMENT = 31  # days: two stocks "in September" are of one moment, with the caveat that the days may differ


def judge_measure(official, rights):
    """Both count the same way: in one act, since a start, or at a moment; and both report or both foresee."""
    if (official.status in OCCURRED) != (rights.status in OCCURRED):
        return "no", say("One number reports what happened, the other what was planned, demanded or denied.")
    if official.measure == rights.measure:
        return "yes", ""
    one, other = MEASURES[official.measure], MEASURES[rights.measure]
    return "no", say("One number is of {one}, the other of {other}.", one=one, other=other)


def judge_unit(official, rights):
    """Both count persons; every kind of claim does, unless the counted words speak of cases or sentences."""
    if names_things(official) == names_things(rights):
        return "yes", ""
    return "unknown", say("One of the two may count cases or sentences instead of persons.")


def names_things(claim):
    """Whether the counted words name cases or sentences."""
    words = claim.quote[claim.start - claim.sentence_start : claim.end - claim.sentence_start].casefold().split()
    return any(word.startswith(_load_things()) for word in words)


@functools.cache
def _load_things():
    """Beginnings of words for cases, sentences and the like."""
    return load_stems("things")


def judge_population(official, rights, same_event):
    """Both count people of the same description; words that only the outlet uses say nothing of either number."""
    ours, theirs = _read_classes(official), _read_classes(rights)
    if not ours:
        return "unknown", say("The official number comes without words of its own for the people that it covers.")
    if not theirs:
        return "unknown", say("The rights group's number comes without words of its own for the people that it covers.")
    specific, other = ours & set(SPECIFIC), theirs & set(SPECIFIC)
    quoted = {"one": _quote(official), "other": _quote(rights)}
    if specific != other:
        return "no", say("{one} and {other} do not describe the same people.", **quoted)
    if specific or same_event or fold_text(official.label) == fold_text(rights.label):
        return "yes", ""
    return "unknown", say("Whether {one} and {other} are the same people is not stated.", **quoted)


def _read_classes(claim):
    """The classes of a claim's label if it is the source's own, and of its kind."""
    found = set(classify_label(claim.label)) if claim.label_source_class == claim.source_class else set()
    if claim.kind == "political_prisoners":
        found = {"political"}
    return found


def _quote(claim):
    """The words for the people counted, in quotation marks that double no others."""
    return quote(claim.label or KINDS[claim.kind])


def judge_mechanism(official, rights, same_event):
    """Both count the same mechanism: a pardon is no release, and neither is a status."""
    if official.kind == rights.kind:
        if official.kind == "other":
            return "unknown", say("What befell the people counted is not described alike.")
        return "yes", ""
    reason = say("One counts {one}, the other {other}.", one=KINDS[official.kind], other=KINDS[rights.kind])
    return ("unknown" if same_event else "no"), reason


def judge_date(official, rights, same_event):
    """Both hold for the same day, period or act."""
    if same_event:
        return "yes", ""
    ours, theirs = (official.earliest, official.latest), (rights.earliest, rights.latest)
    if None in ours or None in theirs:
        return "unknown", say("One of the two has no certain date.")
    said = {"one": describe_date(_say_date(official)), "other": describe_date(_say_date(rights))}
    if ours[1] < theirs[0] or theirs[1] < ours[0]:
        return "no", say("The dates do not meet: {one} and {other}.", **said)
    days = (datetime.date.fromisoformat(ours[1]) - datetime.date.fromisoformat(ours[0])).days
    whole = official.measure == rights.measure == "cumulative"
    moment = official.measure == rights.measure == "stock" and days <= SAME_MOMENT
    if ours == theirs and (not days or whole or moment):
        return "yes", ""
    return "unknown", say("The dates overlap, but may not be the same: {one} and {other}.", **said)


def _say_date(claim):
    """A claim's date or period as EDTF."""
    return claim.period or claim.date or f"[{claim.earliest}..{claim.latest}]"


def judge_territory(official, rights, same_event, places):
    """Both documents are about the same country; `places` is {document: countries, that one first}."""
    if same_event or official.document == rights.document:
        return "yes", ""
    here, there = places.get(official.document, []), places.get(rights.document, [])
    if are_apart(here, there):
        return "no", say("The documents are about different countries.")
    if here and there and here[0] == there[0]:
        return "yes", ""
    return "unknown", say("The documents do not make clear that both are about the same country.")


def judge_independence(official, rights):
    """Neither source has its number from the other; a source without a name may be any."""
    if not official.source_name or not rights.source_name:
        return "unknown", say("One of the two sources is not named.")
    if fold_text(official.source_name) == fold_text(rights.source_name):
        return "no", say("Both numbers come from the same source.")
    return "yes", ""
