"""Spans of days between two acts, and days counted from the day of publication."""

import datetime
import functools

from clemency.chronology.check_parts import make_check, quote_span
from clemency.chronology.places import find_places
from clemency.chronology.wording import describe_date
from clemency.claims.claim import EVENT_KINDS
from clemency.documents.edtf import read_bounds
from clemency.lexicon import load_holidays
from clemency.messages import say, say_in, say_many

_DAY = datetime.timedelta(days=1)


def _find_sentence(document, place):
    """The sentence, headline or line that a place stands in, as (start, end)."""
    for sentence in document.sentences:
        if sentence.start <= place < sentence.end:
            return sentence.start, sentence.end
    end = document.text.find("\n", place)
    return document.text.rfind("\n", 0, place) + 1, len(document.text) if end < 0 else end


def find_spans_of_days(document, claims, words):
    """ "n days after" is the time between two acts that the document dates by the day."""
    dated = [claim for claim in claims if claim.kind in EVENT_KINDS and _read_day(claim)]
    checks = []
    for patterns, sign in ((words.days_after, 1), (words.days_before, -1)):
        for pattern in patterns:
            for match in pattern.finditer(document.text, document.body_start, document.body_end):
                days = words.read_number(match["n"])
                sentence = _find_sentence(document, match.start())
                pair = _choose_pair(document, dated, words, sentence, match, (days, sign))
                if pair:
                    checks.append(_make_span_check(document, pair, days, match))
    return checks


def _read_day(claim):
    """The single day of a claim, or None."""
    known = claim.earliest and claim.earliest == claim.latest
    return datetime.date.fromisoformat(claim.earliest) if known else None


def _choose_pair(document, dated, words, sentence, match, span):
    """(earlier, later): the acts whose numbers stand around the words, else two that are so many days apart."""
    days, sign = span
    numbers = words.find_numbers(document.text[sentence[0] : sentence[1]])
    before = {value for value, start, _ in numbers if sentence[0] + start < match.start("n")}
    after = {value for value, start, _ in numbers if sentence[0] + start >= match.end("n")}
    left = [claim for claim in dated if claim.low in before]
    right = [claim for claim in dated if claim.low in after]
    for one in left:
        for other in right:
            if one is not other and _read_day(one) != _read_day(other):
                return (other, one) if sign > 0 else (one, other)
    for later in dated:
        for earlier in dated:
            if (_read_day(later) - _read_day(earlier)).days == days and _mentions(later, earlier, sentence):
                return earlier, later
    return None


def _mentions(one, other, sentence):
    """Whether one of two claims stands, or appears again, in a sentence."""
    places = [claim.start for claim in (one, other)]
    places += [place["start"] for claim in (one, other) for place in claim.appearances]
    return any(sentence[0] <= place < sentence[1] for place in places)


def _make_span_check(document, pair, days, match):
    """The check of a number of days against the days of two acts."""
    earlier, later = pair
    first, last = _read_day(earlier), _read_day(later)
    holds = first + days * _DAY == last
    places = {(match.start(), match.end())} | {(claim.start, claim.end) for claim in pair}
    evidence = [quote_span(document, *place) for place in sorted(places)]
    reason = say("The days of the two acts were set against the number of days between them.")
    state = functools.partial(_state_span, first, days, last)
    return make_check("span_of_days", document, state, holds, reason, evidence, pair)


def _state_span(first, days, last):
    """A day and so many days as a sum; one that doesn't come out names the stated day too."""
    there = first + days * _DAY
    said = {name: describe_date(day.isoformat()) for name, day in (("first", first), ("sum", there), ("last", last))}
    if there == last:
        return say_many("{first} + {n} day = {sum}", "{first} + {n} days = {sum}", days, **said)
    return say_many("{first} + {n} day = {sum}, not {last}", "{first} + {n} days = {sum}, not {last}", days, **said)


def find_relative_days(document, claims, words):
    """A day such as "yesterday" is counted from the publication, whatever holiday the same sentence names."""
    published = _find_publication(document, claims)
    if published is None:
        return []
    checks = []
    for pattern, offset in words.offsets:
        for match in pattern.finditer(document.text, document.body_start, document.body_end):
            start, end = _find_sentence(document, match.start())
            holiday = _find_holiday(document, start, end)
            if holiday:
                here = [claim for claim in claims if start <= claim.start < end]
                spans = (match.span(), holiday[1])
                checks.append(_make_relative_check(document, published, offset, spans, (holiday[0], here)))
    return checks


def _find_publication(document, claims):
    """The day from which a document counts: that of its publication, or the dateline that a claim rests on."""
    if document.published:
        first, last = read_bounds(document.published)
        if first and first == last:
            return first
    days = {_read_day(claim) for claim in claims if claim.date_basis == "dateline"} - {None}
    return days.pop() if len(days) == 1 else None


def _find_holiday(document, start, end):
    """The first holiday that a sentence names, of a country that the document names, with its span."""
    places = find_places(document)
    sentence = document.text[start:end].lower()
    for holiday in load_holidays():
        if holiday["country"] and places and holiday["country"] not in places:
            continue
        for name in holiday["names"]:
            place = sentence.find(name.lower())
            if place >= 0:
                return holiday, (start + place, start + place + len(name))
    return None


def _make_relative_check(document, published, offset, spans, found):
    """The check of a relative day against the holiday beside it and the claims of the sentence."""
    holiday, here = found
    day = published + offset * _DAY
    holds = all(_read_day(claim) in (day, None) for claim in here if claim.date_basis == "relative")
    feast = datetime.date(day.year, holiday["month"], holiday["day"])
    reason = say(
        "The day was counted from the publication; the holiday that the sentence names falls on {day}.",
        day=describe_date(feast.isoformat()),
    )
    evidence = [quote_span(document, *span) for span in sorted(spans)]
    state = functools.partial(_state_relative_day, published, offset, feast, holiday["name"])
    return make_check("relative_day", document, state, holds, reason, evidence, here)


def _state_relative_day(published, offset, feast, name):
    """A day counted from another, and whether it is that of a holiday."""
    day = published + offset * _DAY
    first, there, holiday = (describe_date(date.isoformat()) for date in (published, day, feast))
    known = {"first": first, "sum": there, "holiday": holiday, "name": say_in("holiday", name)}
    if not offset:
        counted = first
    elif offset < 0:
        counted = say_many("{first} − {n} day = {sum}", "{first} − {n} days = {sum}", -offset, **known)
    else:
        counted = say_many("{first} + {n} day = {sum}", "{first} + {n} days = {sum}", offset, **known)
    if day == feast:
        return say("{counted}, the same day as {holiday} ({name})", counted=counted, **known)
    return say("{counted}, not {holiday} ({name})", counted=counted, **known)
