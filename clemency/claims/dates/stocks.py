"""The day that a number of people held is as of: one of its sentence, of a review's month, or the document's own."""

import dataclasses

from clemency.claims.counts.distance import measure_distance
from clemency.claims.dates.nearest import is_in_clause_of, is_paired, nearest
from clemency.claims.dates.reference import lasts_through
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say

_OPENING = 40  # counts of a review
_RECENT = 14  # days within which «then» is hardly said of a day


def date_stock(state, draft, points, reference):
    """A stock is dated by a day in its sentence, else by the document's own date."""
    when = _find_day(state, draft, points, reference)
    if when:
        draft.take_date(when.basis, when.reason, when.edge or when.date, when=when)
        state.used.update(range(when.first, when.last))
    elif (other := find_day_of_review(state)) is not None:
        reason = say("The sentence goes on within the same period: {reason}", reason=other.date_reason)
        draft.take_date("relative", reason, other.date)
    elif reference.edtf:
        reason = say(
            "The sentence gives no day; a number of people held is dated by {reference}.", reference=reference.name
        )
        basis = "dateline" if reference.has_dateline else state.document.published_basis
        draft.take_date(basis, reason, reference.edtf)
    else:
        draft.date_reason = say("Neither the sentence nor the document gives a day.")


def _find_day(state, draft, points, reference):
    """The day of a stock's sentence that it is as of, one of its season, or the one that «then» means; or None.

    A year alone, other than the document's, dates something else: «the group, founded in 1996, lists 1,227».
    """
    year = str(reference.day.year) if reference.day else ""
    points = [when for when in points if len(when.date) != 4 or when.edge or when.date == year]
    others = [other for other in state.drafts.of_sentence(draft.sentence) if other is not draft]
    opening = next((when for when in points if is_of_all_held(state, draft, when, others)), None)
    points = [when for when in points if not _is_of_another(state, draft, when, others)]
    when = nearest(state, draft.span, draft.span, points, 8 if len(points) > 1 else 16, spoken=0) or opening
    when = when or next((when for when in points if is_as_of(state, when)), None)
    if when and when.basis == "relative" and not when.edge and reference.edtf and lasts_through(when, reference):
        when = None  # «as of this week» is as of the day on which it is said
    return when or find_season(state, draft) or find_then(state, draft.sentence, reference)


def _is_of_another(state, draft, when, others):
    """Whether a day goes with another count of the sentence: «969, against 1,532 in May»."""
    place = (when.first, when.last)
    paired = any(is_paired(state.words, other.span, place) for other in others)
    return paired or is_in_clause_of(state.words, when, draft, others)


def find_season(state, draft):
    """The season whose some day a number of people held is of: «In summer it was 303»."""
    for when in state.whens[draft.sentence]:
        leads = when.season and when.role == "range" and when.last <= draft.first
        if leads and measure_distance(state.words, draft.span, (when.first, when.last)) <= 12:
            first, last = (day.isoformat() for day in read_bounds(join_period(when.start, when.date)))
            return dataclasses.replace(when, date=f"[{first}..{last}]")
    return None


def find_then(state, n, reference):
    """The date that «then» points back to, the last of the sentence before: «…than a year ago. Then they were 169»."""
    dated = [when for when in state.whens[n - 1] if when.date and when.role in ("point", "span")] if n else []
    last = read_bounds(dated[-1].date)[1] if dated and state.text.hits[n].of("that_time") else None
    return dated[-1] if last and reference.day and (reference.day - last).days > _RECENT else None


def is_as_of(state, when):
    """Whether words such as «as of» lead a date."""
    hits = state.text.hits[state.text.sentence_at(when.first)]
    return any(hit.last == when.first for hit in hits.of("as_of"))


def is_of_all_held(state, draft, when, others):
    """Whether a day opens a sentence of people held: «On 1 January 210,000 served terms, and 89,000 awaited trial».

    «As of 30 June» is said of all that a sentence counts.
    """
    first = state.text.sentences[draft.sentence][0]
    opens = when.first <= first + 1 and all(other.stock for other in others)
    opens = opens or (when.first <= first + 5 and is_as_of(state, when))
    near = state.words[draft.first - 4 : draft.last + 6]
    return opens and state.text.language.words["still"].isdisjoint(near)


def find_day_of_review(state):
    """The stock that a group's review of a month gives as of that month's end, for those that it gives no day for."""
    if state.outlet_class == "media" or not state.frames.get("month"):
        return None
    last = read_bounds(state.frames["month"])[1]
    for draft in state.drafts[:_OPENING]:
        if draft.stock and draft.when and draft.date and draft.date.rstrip("~") >= state.frames["month"]:
            day = read_bounds(draft.date)[1]
            return draft if day and abs((day - last).days) <= 1 else None
    return None
