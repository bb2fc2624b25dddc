"""When: date a claim by its sentence, or by what it may inherit; never by a guess."""

import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.status import read_status
from clemency.claims.dates.inherit import find_items, inherit_date
from clemency.claims.dates.nearest import (
    belongs_to_past,
    counts_since,
    is_in_clause_of,
    nearest,
    parts_clauses,
    tells_place,
)
from clemency.claims.dates.reference import close_period, is_ahead, is_behind, lasts_through
from clemency.claims.dates.stocks import date_stock
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say

_NEAR = 3  # words between «by» and a day: «by noon on Sunday»
_STILL = 4  # words behind «jailed since May» in which they may be said to be so still
_NEWS = 6  # sentences that a running count goes on for


def is_planned(state, n):
    """Whether every act that a sentence names is planned or demanded, so that its dates may lie ahead."""
    hits = state.text.hits[n]
    if not hits.of("status"):
        return False
    statuses = [read_status(hit, (hit.first, hit.first), state.words, hits) for hit in hits.of("kind")]
    return bool(statuses) and all(status in ("planned", "demanded") for status in statuses)


def settle_date(state, draft, reference):
    """Date a draft by its sentence, or by what it may inherit; never by a guess."""
    points = _list_points(state, draft)
    if draft.stock and not counts_over_period(state, draft):
        date_stock(state, draft, points, reference)
        return
    at = find_anchor(state, draft)
    if points and draft.status in ("occurred", "announced"):
        points = [dataclasses.replace(when, date=when.back) if when.back else when for when in points]
        points = [when for when in points if not is_ahead(when.date, reference)]
    elif draft.status == "planned":
        points = [when for when in points if not is_behind(when, reference)]
    when = find_period(state, draft, at)
    if when and points and when.role == "since" and (not when.start or (is_beside(draft, points) and not draft.total)):
        when = None  # «freed on Thursday, in the largest swap since the Cold War», «since then …: 14 in June»
    # the day on which a plan was announced is not the day that it is for
    point = nearest(state, draft.span, at, points, 40, spoken=6 if draft.status != "planned" else 99)
    if when:
        draft.take_date(when.basis, when.reason, period=close_period(when, reference), when=when)
    elif (draft.total or (not point and sums_up(state, draft))) and open_total(state, draft, reference):
        pass
    elif point and not (go_on_until(state, draft, point) or complete_since(state, draft, point, reference)):
        take_point(draft, point, reference)
    elif not point and draft.status in ("occurred", "announced", "denied"):
        inherit_date(state, draft)
    if draft.period:
        draft.stock = False
    if draft.when:
        state.used.update(range(draft.when.first, draft.when.last))


def _list_points(state, draft):
    """The dates of a draft's sentence that may be its own."""
    whens = state.whens[draft.sentence]
    if not whens:
        return []
    points = [when for when in whens if when.role in ("point", "span") and when.date]
    points += [when for when in whens if when.role == "after" and when.date and when.last <= draft.first]
    colon = find_items(state, draft)
    points = [when for when in points if colon is None or when.first < colon]
    aside = [when for when in whens if dates_aside(state, draft, when)]
    return points + [dataclasses.replace(when, role="point", date=when.start or when.date) for when in aside]


def take_point(draft, point, reference):
    """Date a draft by a date of its sentence; «this year» is no more of it than has passed."""
    date, period = point.date, None
    if len(date) == 4 and draft.value is not None and lasts_through(point, reference):
        date, period = None, join_period(f"{date}-01", reference.edtf or None)
    draft.take_date(point.basis, point.reason, date, period, point)


def go_on_until(state, draft, point):
    """A count «by Sunday» goes on from the day since which the count before it, of which it is some, is told.

    «He says 621 were let out since 18 December. The lawyers could verify 266 releases by Saturday noon.»
    """
    n, first = draft.sentence, point.first
    near = (
        0 <= first - hit.last <= _NEAR and "," not in state.words[hit.last : first]
        for hit in state.text.hits[n].of("until")
    )
    if draft.kind not in ("release", "pardon", "exchange") or draft.value is None or not any(near):
        return False
    for other in state.drafts.back_to(n - _NEWS):
        if other is draft or other.kind not in EVENT_KINDS or (other.value or 0) < draft.value:
            continue
        if other.sentence == n or not (other.period and other.when and other.when.role == "since" and other.when.start):
            return False
        reason = say("A running total, counted from {reason}", reason=other.when.reason)
        draft.take_date("relative", reason, period=join_period(other.when.start, point.date), when=point)
        return bool(draft.period)
    return False


def complete_since(state, draft, point, reference):
    """«They completed the release of the 553 whom they promised in January to free»: from then to now."""
    hits = state.text.hits[draft.sentence].of("completes")
    completed = any(hit.first < draft.first and hit.last <= point.first for hit in hits)
    day = read_bounds(point.date)[1]
    if draft.kind != "release" or not completed or not day or not reference.day or (reference.day - day).days < 14:
        return False
    reason = say("A running total, counted from {reason}", reason=point.reason)
    draft.take_date("relative", reason, period=join_period(point.date, reference.edtf), when=point)
    return bool(draft.period)


def refine_date(state, n):
    """«In 2015 he pardoned six. It was on 22 August», «the order is dated 22 August»: the day of the act before."""
    hits, first = state.text.hits[n], state.text.sentences[n][0]
    told = any(hit.first <= first + 1 for hit in hits.of_any("it_was", "dated"))
    days = [when for when in state.whens[n] if when.role == "point" and len(when.date or "") == 10]
    if not told or len(days) != 1 or state.drafts.of_sentence(n):
        return
    for draft in state.drafts.of_sentence(n - 1):
        known = draft.date or ""
        loose = draft.date_basis == "inferred" or not (draft.date or draft.period or draft.status == "planned")
        if draft.kind in EVENT_KINDS and loose and hits.of("dated"):
            draft.take_date("stated", days[0].reason, days[0].date, when=days[0])
        elif draft.kind in EVENT_KINDS and len(known) in (4, 7) and draft.status == "occurred":
            day = known[:4] + days[0].date[4:]
            if day.startswith(known):
                draft.take_date("stated", days[0].reason, day, when=days[0])


def dates_aside(state, draft, when):
    """Whether what opens a period is the day of a count itself: «the fourth since December, when 123 were freed»."""
    known = (when.role == "since" and when.start) or (when.role == "name" and when.date)
    comma = next((i for i in range(when.last, when.last + 3) if state.words[i : i + 1] == [","]), None)  # a noun before
    if not known or comma is None:
        return False
    leads = state.words[comma + 1 : comma + 2]
    return state.text.language.words["when"].issuperset(leads) and 0 < draft.first - comma <= 6


def is_beside(draft, points):
    """Whether a date follows a count or its words for the act at once."""
    ends = [draft.last, *([draft.trigger.last] if draft.trigger else [])]
    return any(0 <= when.first - end <= 1 for when in points for end in ends)


def counts_over_period(state, draft):
    """Whether what looks like a stock is counted over a time that opens its sentence: «over the year 387 were added».

    Political prisoners are held at a moment; of others «since May 2020» may tell how many there were in all, or how
    many came to prison: «63 members jailed since May», unless they «still are in prison».
    """
    if draft.kind != "other":
        return False
    first = state.text.sentences[draft.sentence][0]
    told = [voice.last for voice in state.voices[-1] if voice.first <= first + 2]  # «По данным группы, с 2020 года …»
    opens = [i for last in told for i in range(last, draft.first) if state.words[i] == ","][:1]
    whens = [when for when in state.whens[draft.sentence] if when.first <= max([first + 1, *opens]) + 1]
    if any(when.role in ("since", "range", "span") and not when.edge for when in whens):
        return True
    still = state.text.language.words["still"]
    since = [when for when in state.whens[draft.sentence] if when.role == "since" and when.start]
    since = [when for when in since if still.isdisjoint(state.words[when.last : when.last + _STILL])]
    return any(counts_since(state, draft.span, (when.first, when.last)) for when in since)


def find_anchor(state, draft):
    """The words that a date may stand beside: the trigger's, or the count's own if it borrows another's trigger."""
    drafts, trigger = state.drafts.of_sentence(draft.sentence), draft.trigger
    if trigger is None or any(other is not draft and other.trigger is trigger for other in drafts):
        return draft.span
    return trigger.first, trigger.last


def find_period(state, draft, at):
    """The period that a count is given for: one near it, or one that opens its sentence."""
    n = draft.sentence
    if not state.whens[n]:
        return None
    periods = [when for when in state.whens[n] if when.role in ("since", "range")]
    periods = [when for when in periods if not dates_aside(state, draft, when) and not tells_place(state, when)]
    if not periods:
        return None
    totals = [hit.first for hit in state.text.hits[n].of("running_total") if hit.first >= draft.last]
    periods = [p for p in periods if not any(total < p.first for total in totals)]  # of the sum that it leads to
    periods = [p for p in periods if not _is_itemised(state, draft, p)]
    others = [other for other in state.drafts.of_sentence(n) if other is not draft]
    periods = [p for p in periods if p.first < draft.first or not is_in_clause_of(state.words, p, draft, others)]
    opening = [when for when in periods if when.first <= state.text.sentences[n][0] + 3]
    opening = [when for when in opening if not belongs_to_past(state, draft.span, at, (when.first, when.last))]
    if any(_is_parted(state, draft, when) for when in opening):  # «since May none, and last year ten were pardoned»
        dates = [when for when in state.whens[n] if when.role in ("point", "span") and when.date]
        if not all(_is_parted(state, draft, when) for when in dates):
            opening = []
    return nearest(state, draft.span, at, periods, 14, spoken=0) or next(iter(opening), None)


def _is_itemised(state, draft, when):
    """Whether a colon parts a period from counts with days of their own: «the third since May: on 3 July 18 left»."""
    colon = next((i for i in range(when.last, draft.first) if state.words[i] == ":"), None)
    if colon is None:
        return False
    dates = [other for other in state.whens[draft.sentence] if other.first > colon and other.date]
    return any(other.role in ("point", "span") for other in dates)


def _is_parted(state, draft, when):
    """Whether a count and a date stand in two clauses of a sentence."""
    return parts_clauses(state.words, draft.span, (when.first, when.last))


def sums_up(state, draft):
    """Whether a count is the total of what the sentence before dates: «the 12th edict since July. In all, 293 …»."""
    n = draft.sentence
    told = draft.value is not None and draft.status in ("occurred", "announced")
    if n == 0 or not told or not state.text.hits[n].of("sums_up"):
        return False
    return state.same_paragraph(n - 1, n) and any(when.role == "since" for when in state.whens[n - 1])


def open_total(state, draft, reference):
    """A running total goes on from the period or the day that the sentences before it name."""
    own = [
        when for when in state.whens[draft.sentence] if when.date and when.role == "point" and when.last <= draft.first
    ]
    first = min(own, key=lambda when: when.date) if len(own) > 1 else None  # «four on 1 September, nine on 11 August»
    when = first or state.last_period or state.last_when
    start = when and (when.start or when.date)
    if start:
        reason = say("A running total, counted from {reason}", reason=when.reason)
        draft.take_date("relative", reason, period=join_period(start, reference.edtf or None), when=when)
    return bool(start)


def note_dates(state, n, whens, hits):
    """Refuse habitual dates by name."""
    if whens and any(hit.entry.value == "habitual" for hit in hits.of("status")):
        for when in whens:
            if when.first not in state.used:
                state.reject(
                    n,
                    when.first,
                    when.last,
                    "date.habitual",
                    say("A day on which acts are usually held, not the date of one."),
                )
                state.used.update(range(when.first, when.last))
