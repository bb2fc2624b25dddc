"""When: date a claim by its sentence, or by what it may inherit; never by a guess."""

import dataclasses
import datetime
import re

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates import close_period
from clemency.claims.kinds import measure_distance, read_status
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say

_ROUTINE = ("convicted", "detained", "other")  # counts that are kept from month to month
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
_PROCESS = "process"  # where the counts of carrying out an amnesty are noted, whatever paragraph tells them


def is_planned(state, n):
    """Whether every act that a sentence names is planned or demanded, so that its dates may lie ahead."""
    hits = state.text.hits[n]
    if not hits.of("status"):
        return False
    statuses = [read_status(hit, (hit.first, hit.first), state.words, hits) for hit in hits.of("kind")]
    return bool(statuses) and all(status in ("planned", "demanded") for status in statuses)


def settle_date(state, draft, n, reference):
    """Date a draft by its sentence, or by what it may inherit; never by a guess."""
    whens = state.whens[n]
    points = [when for when in whens if when.role in ("point", "span") and when.date]
    points += [when for when in whens if when.role == "after" and when.date and when.last <= draft.first]
    points += [
        dataclasses.replace(when, role="point", date=when.start or when.date)
        for when in whens
        if dates_aside(state, draft, when)
    ]
    if draft.stock and not counts_over_period(state, draft):
        date_stock(state, draft, points, reference)
        return
    at = find_anchor(state, draft)
    if draft.status in ("occurred", "announced"):
        points = [dataclasses.replace(when, date=when.back) if when.back else when for when in points]
        points = [when for when in points if not lies_ahead(when, reference)]
    when = find_period(state, draft, at)
    if when and points and when.role == "since" and (not when.start or is_beside(draft, points)):
        when = None  # «freed on Thursday, in the largest swap since the Cold War», «since then …: 14 in June»
    # the day on which a plan was announced is not the day that it is for
    point = nearest(state, draft.span, at, points, 40, spoken=6 if draft.status != "planned" else 99)
    if when:
        draft.period, draft.when = close_period(when, reference), when
        draft.date_basis, draft.date_reason = when.basis, when.reason
    elif (draft.total or (not point and sums_up(state, draft))) and open_total(state, draft, reference):
        pass
    elif point:
        draft.when, draft.date, draft.date_basis, draft.date_reason = point, point.date, point.basis, point.reason
        if len(point.date) == 4 and draft.value is not None and lasts_through(point, reference):
            # «this year» is no more of it than has passed
            draft.date, draft.period = None, join_period(f"{point.date}-01", reference.edtf or None)
    elif draft.status in ("occurred", "announced", "denied"):
        inherit_date(state, draft, n, reference)
    if draft.when:
        state.used.update(range(draft.when.first, draft.when.last))


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

    Political prisoners are held at a moment; of others «since May 2020» may tell how many there were in all.
    """
    first = state.text.sentences[draft.sentence][0]
    whens = [when for when in state.whens[draft.sentence] if when.first <= first + 2]
    return draft.kind == "other" and any(when.role in ("since", "range", "span") and not when.edge for when in whens)


def lies_ahead(when, reference):
    """Whether a date lies after the day that the document speaks from, so that nothing happened on it."""
    return is_ahead(when.date, reference)


def is_ahead(date, reference):
    """Whether a date lies after the day that the document speaks from, and after its publication."""
    first, days = read_bounds(date)[0], [day for day in (reference.day, reference.latest) if day]
    return bool(days and first and first > max(days) + datetime.timedelta(days=1))


def find_anchor(state, draft):
    """The words that a date may stand beside: the trigger's, or the count's own if it borrows another's trigger."""
    drafts = state.drafts.of_sentence(draft.sentence)
    shared = any(other is not draft and other.trigger is draft.trigger for other in drafts)
    return (draft.trigger.first, draft.trigger.last) if draft.trigger and not shared else draft.span


def find_period(state, draft, at):
    """The period that a count is given for: one near it, or one that opens its sentence."""
    n = draft.sentence
    periods = [when for when in state.whens[n] if when.role in ("since", "range")]
    periods = [when for when in periods if not dates_aside(state, draft, when)]
    others = [other for other in state.drafts.of_sentence(n) if other is not draft]
    periods = [p for p in periods if p.first < draft.first or not is_in_clause_of(state.words, p, draft, others)]
    opening = [when for when in periods if when.first <= state.text.sentences[n][0] + 3]
    if any(_is_parted(state, draft, when) for when in opening):  # «since May none, and last year ten were pardoned»
        dates = [when for when in state.whens[n] if when.role in ("point", "span") and when.date]
        if not all(_is_parted(state, draft, when) for when in dates):
            opening = []
    return nearest(state, draft.span, at, periods, 14, spoken=0) or next(iter(opening), None)


def _is_parted(state, draft, when):
    """Whether a count and a date stand in two clauses of a sentence."""
    return _parts_clauses(state.words, draft.span, (when.first, when.last))


def sums_up(state, draft):
    """Whether a count is the total of what the sentence before dates: «the 12th edict since July. In all, 293 …»."""
    n, sentences = draft.sentence, state.document.sentences
    told = draft.value is not None and draft.status in ("occurred", "announced")
    if n == 0 or not told or not state.text.hits[n].of("sums_up"):
        return False
    same = sentences[n - 1].paragraph == sentences[n].paragraph
    return same and any(when.role == "since" for when in state.whens[n - 1])


def open_total(state, draft, reference):
    """A running total goes on from the period or the day that the sentences before it name."""
    when = state.last_period or state.last_when
    start = when and (when.start or when.date)
    if start:
        draft.when, draft.period = when, join_period(start, reference.edtf or None)
        draft.date_basis, draft.date_reason = (
            "relative",
            say("A running total, counted from {reason}", reason=when.reason),
        )
    return bool(start)


def nearest(state, span, at, whens, reach, spoken=6):
    """The date expression nearest to a count or to its trigger; one inside an attribution counts as farther."""
    if not whens:
        return None
    rows, n = [], len(state.voices) - 1
    others = [draft for draft in state.drafts.of_sentence(n) if draft.span != span and draft.value is not None]
    for when in whens:
        place = (when.first, when.last)
        if belongs_to_past(state, span, at, place) or is_compared(state, span, place):
            continue
        if when.role == "span" and len(when.date or "") == 4 and follows_ordinal(state, place):
            continue
        if when.date and stands_in_relative(state, span, at, place):
            continue
        distance = min(measure_distance(state.words, span, place), measure_distance(state.words, at, place))
        cost = sum(spoken for voice in state.voices[-1] if is_spoken(when, voice))
        cost += sum(2 * spoken for voice in state.voices[-1] if lies_in_attribution(when, voice))
        parted = opens_next(state.words, span, place, others) or any(
            lies_between(other.span, span, place) or is_paired(state.words, other.span, place) for other in others
        )
        rows.append((distance + cost + (6 if parted else 0), when.first, when))
    best = min(rows, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] <= reach else None


def is_compared(state, span, place):
    """Whether a date after a count is that of what it is compared with: «40 were added, 11 fewer than in January»."""
    hits = state.text.hits[state.text.sentence_at(place[0])]
    return any(span[1] <= hit.first and 0 <= place[0] - hit.last <= 3 for hit in hits.of("compared"))


def stands_in_relative(state, span, at, place):
    """Whether a date stands in a relative clause of another noun: «Under X, who took office in July, 61 were freed»."""
    words, relatives = state.words, state.text.language.words["relatives"]
    first, last = state.text.sentences[state.text.sentence_at(place[0])]
    opens = next((i for i in range(place[0] - 1, first, -1) if words[i] == ","), None)
    if opens is None or words[opens + 1] not in relatives:
        return False
    closes = next((i for i in range(place[1], last) if words[i] == ","), None)
    inside = [part for part in (span, at) if opens < part[0] and (closes is None or part[0] < closes)]
    return closes is not None and not inside


def follows_ordinal(state, place):
    """Whether a year only says since when acts are counted: «the first decree of 2026»."""
    stems = tuple(stem for stems in state.text.language.rules["linking"]["ordinals"].values() for stem in stems)
    first = max(place[0] - 4, state.text.sentences[state.text.sentence_at(place[0])][0])
    language = state.text.language
    words = [word for word in state.words[first : place[0]] if word.startswith(stems)]
    return any(word not in language.weekdays and word not in language.number_words for word in words)


def opens_next(words, span, place, others):
    """Whether a date after a count, behind a comma, opens what is told of a further one: «502 in May, in June, 201»."""
    if not span[1] < place[0] or "," not in words[max(span[1], place[0] - 2) : place[0]]:
        return False
    return any(other.first >= place[1] for other in others) and not any(
        span[1] <= other.first < place[0] for other in others
    )


def lies_between(count, span, place):
    """Whether another count stands between a count and a date, which is then rather the date of that one."""
    return span[1] <= count[0] < place[0] or place[1] <= count[0] < span[0]


def is_paired(words, count, place):
    """Whether a date stands right beside a count, as in a series: «20 — in October», «January — 24»."""
    if count[1] <= place[0] <= count[1] + 2:
        return "," not in words[count[1] : place[0]]
    return place[1] == count[0] - 1 and words[place[1]] == "—"


def is_spoken(when, voice):
    """Whether a date is that of an attribution: «the office said on Monday», «on Tuesday the president announced»."""
    if voice.last <= when.first:
        return voice.first <= when.first + 1 and when.first - voice.last <= 2
    return not voice.follows and 0 <= voice.first - when.last <= 4


def lies_in_attribution(when, voice):
    """Whether a date stands between a verb of saying and whoever says it: «…, reported last week the ministry»."""
    return voice.follows and voice.first < when.first and when.last <= voice.last


def belongs_to_past(state, span, at, place):
    """Whether a date after an act dates what the people were convicted of: «pardoned 11, jailed over 19 May»."""
    if place[0] < at[1]:
        return False
    hits = state.text.hits[state.text.sentence_at(place[0])]
    return any(
        hit.entry.kind in ("convicted", "detained") and at[1] <= hit.first and hit.last <= place[0]
        for hit in hits.of("kind")
        if not span[0] <= hit.first < span[1]  # «seven convicted activists» are described, not dated
        and not any(draft.trigger is hit for draft in state.drafts.of_sentence(state.text.sentence_at(place[0])))
    )


def is_in_clause_of(words, when, draft, others):
    """Whether a date stands in another clause, which has a count of its own: «1,220 are held, and in May 26 came»."""
    place = (when.first, when.last)
    if not _parts_clauses(words, draft.span, place):
        return False
    return any(other.value is not None and not _parts_clauses(words, other.span, place) for other in others)


def _parts_clauses(words, one, two):
    """Whether a semicolon, or a comma before a conjunction, stands between two places."""
    first, last = (one[1], two[0]) if one[1] <= two[0] else (two[1], one[0])
    joins = words.language.words["conjunctions"]
    return any(words[i] == ";" or (words[i] == "," and words[i + 1] in joins) for i in range(first, last))


def lasts_through(when, reference):
    """Whether a week, month or year has the day that the document speaks from in it."""
    first, last = read_bounds(when.date)
    return bool(reference.day and first and last and first < last and first <= reference.day <= last)


def date_stock(state, draft, points, reference):
    """A stock is dated by a day in its sentence, else by the document's own date.

    A year alone, other than the document's, dates something else: «the group, founded in 1996, lists 1,227».
    """
    year = str(reference.day.year) if reference.day else ""
    points = [when for when in points if len(when.date) != 4 or when.edge or when.date == year]
    # «969, against 1,532 in May»: the day beside another count is not this one's
    others = [other for other in state.drafts.of_sentence(draft.sentence) if other is not draft]
    points = [
        when
        for when in points
        if not any(is_paired(state.words, other.span, (when.first, when.last)) for other in others)
        and not is_in_clause_of(state.words, when, draft, others)
    ]
    when = nearest(state, draft.span, draft.span, points, 8 if len(points) > 1 else 16, spoken=0)
    if when and when.basis == "relative" and reference.edtf and lasts_through(when, reference):
        when = None  # «as of this week» is as of the day on which it is said
    if when:
        draft.when, draft.date, draft.date_basis, draft.date_reason = (
            when,
            when.edge or when.date,
            when.basis,
            when.reason,
        )
        state.used.update(range(when.first, when.last))
    elif reference.edtf:
        draft.date = reference.edtf
        draft.date_basis = "dateline" if reference.has_dateline else state.document.published_basis
        draft.date_reason = say(
            "The sentence gives no day; a number of people held is dated by {reference}.", reference=reference.name
        )
    else:
        draft.date_reason = say("Neither the sentence nor the document gives a day.")


def inherit_date(state, draft, n, reference):
    """An act without a date takes the paragraph's, or in the opening the document's own."""
    then = state.text.hits[n].of("that_time")
    own = [when for when in state.whens[n] if then and when.last <= then[0].first and (when.date or when.start)]
    last = own[-1] if own else state.last_when
    if not own and last and n - state.text.sentence_at(last.first) > 4:
        last = None
    if then and last and (last.date or last.start):
        take_then(draft, last)
    elif inherit_process(state, draft, n, reference):
        pass
    elif draft.whole and (draft.whole.date or draft.whole.period):
        draft.date, draft.period, draft.date_basis = draft.whole.date, draft.whole.period, draft.whole.date_basis
        draft.date_reason = say("Part of the count before it: {reason}", reason=draft.whole.date_reason)
    elif not (
        take_name(state, draft, n)
        or inherit_from_before(state, draft, n, reference)
        or inherit_main_act(state, draft, n)
        or inherit_decree(state, draft, n)
        or inherit_period(state, draft, n, reference)
        or inherit_frame(state, draft, n, reference)
        or inherit_entry(state, draft, n, reference)
        or inherit_headline(state, draft, n)
        or inherit_opening(state, draft, n, reference)
        or inherit_news(state, draft, n, reference)
        or inherit_headline(state, draft, n, acts_too=True)
    ):
        draft.date_reason = say("The document gives no date for it.")


def inherit_process(state, draft, n, reference):
    """What an amnesty or a series of releases has brought is counted from the day on which it is said to begin.

    «The law has been in force since 8 January. 1,130 convicts have been released.»
    """
    if not (is_of_cascade(draft) or draft.kind == "release") or draft.headline or not reference.edtf:
        return False
    told = draft.whole.sentence if draft.whole else -1
    for m in range(n - 1, max(told, n - 4, -1), -1):
        for hit in state.text.hits[m].of("begins"):
            near = [when for when in state.whens[m] if when.date and abs(when.first - hit.last) <= 6]
            if near and same_year(near[0].date, reference):
                draft.when, draft.period = near[0], join_period(near[0].date, reference.edtf)
                draft.date_basis = "relative"
                draft.date_reason = say("A running total, counted from {reason}", reason=near[0].reason)
                return True
    return False


def same_year(date, reference):
    """Whether a process that began on a date can still go on: within a year of the document's day."""
    first = read_bounds(date)[0]
    return bool(first and reference.day and 0 <= (reference.day - first).days <= 366)


def inherit_period(state, draft, n, reference):
    """A count that is kept from month to month is of the period that the paragraph has named last."""
    sentences = state.document.sentences
    for m in range(n - 1, -1, -1):
        if draft.kind not in _ROUTINE or sentences[m].paragraph != sentences[n].paragraph:
            return False
        periods = [when for when in state.whens[m] if when.role in ("since", "range") and when.start]
        if periods:
            draft.period, draft.date_basis = close_period(periods[-1], reference), "relative"
            reason = periods[-1].reason
            draft.date_reason = say("The sentence goes on within the same period: {reason}", reason=reason)
            return True
        if state.whens[m]:
            return False
    return False


def inherit_frame(state, draft, n, reference):
    """A count is of the month, the year or the period that is all that the sentence before it dates.

    «Since July he has signed eight decrees. Officials speak of 227 people.» Not of «he has ruled since 1994».
    """
    sentences = state.document.sentences
    for m in range(n - 1, max(-1, n - 3), -1):
        if sentences[m].paragraph != sentences[n].paragraph or len(state.whens[m]) > 1:
            return False
        for when in state.whens[m]:
            if is_compared(state, (when.first - 4, when.first - 4), (when.first, when.last)):
                return False
            begins, years = when.start or when.date or "", 6 if draft.kind in _ROUTINE and when.start else 2
            old = reference.day and begins[:4].isdecimal() and reference.day.year - int(begins[:4]) > years
            if old or not (is_frame(when) or (when.role in ("since", "range") and when.start)):
                return False
            if when.role == "span":
                draft.date = when.date
            else:
                draft.period = close_period(when, reference)
            draft.date_basis = "relative"
            draft.date_reason = say("The sentence goes on within the same period: {reason}", reason=when.reason)
            return True
    return False


def take_name(state, draft, n):
    """«After the 2024 election 2,200 were arrested», «the March decree freed 20»: of what gives the act its name."""
    after = state.text.language.rules["dates"]["after"]
    for when in state.whens[n]:
        opens = max(state.text.sentences[n][0], when.first - 2)
        followed = set(state.words[opens : when.first]) & set(after)
        if when.role == "name" and when.date and (followed or _names_act(state, draft, when)):
            draft.when, draft.date, draft.date_basis, draft.date_reason = when, when.date, when.basis, when.reason
            return True
    return False


def _names_act(state, draft, when):
    """Whether a month names the act of a count: «the March decree», «December's amnesty»."""
    if draft.kind not in EVENT_KINDS:
        return False
    named = [*state.text.hits[draft.sentence].of("decree")]
    named += [hit for hit in state.text.hits[draft.sentence].of("kind") if hit.entry.kind in EVENT_KINDS]
    return any(0 <= hit.first - when.last <= 1 for hit in named)


def inherit_decree(state, draft, n):
    """An act is of the day, or the months, of decrees named just before: «He signed one on 12 June. …»."""
    sentences = state.document.sentences
    if n == 0 or draft.kind not in EVENT_KINDS or sentences[n - 1].paragraph != sentences[n].paragraph:
        return False
    points = [when for when in state.whens[n - 1] if when.role in ("point", "range") and when.date]
    if len(points) != 1 or not (state.text.hits[n - 1].of("decree") and not state.drafts.of_sentence(n - 1)):
        return False
    if points[0].role == "range":  # «eight decrees between July and December»
        draft.when, draft.period = points[0], join_period(points[0].start, points[0].date)
    else:
        draft.date = points[0].date
    draft.date_basis = "relative"
    draft.date_reason = say(
        "The sentence gives no date; it goes on from the one before: {reason}", reason=points[0].reason
    )
    return True


def inherit_main_act(state, draft, n):
    """Whose names a group could confirm were freed by the act that the document tells first."""
    confirmed = [hit for hit in state.text.hits[n].of("status") if hit.entry.value == "occurred"]
    if not confirmed or draft.kind not in EVENT_KINDS:
        return False
    act = next((other for other in state.drafts if other.kind in EVENT_KINDS and other.date and other.value), None)
    if act is None or act is draft or (draft.value or 0) > act.value:
        return False
    draft.date, draft.date_basis = act.date, "relative"
    draft.date_reason = say(
        "The sentence gives no date; it belongs to the news before it: {reason}", reason=act.date_reason
    )
    return True


def inherit_from_before(state, draft, n, reference):
    """A count goes on from one before it: in the same paragraph and period, or of the same amnesty."""
    sentences = state.document.sentences
    for other in state.drafts.dated_before(n, sentences[n].paragraph, _PROCESS):
        same = sentences[other.sentence].paragraph == sentences[n].paragraph
        counted = draft.value is not None and other.value is not None
        goes_on = is_of_cascade(other) or is_under_amnesty(state, other)
        one_process = counted and (carries_out(other, draft) or (goes_on and is_of_cascade(draft)))
        lasting = other.period and other.when
        lasting = lasting and (one_process or other.when.role in ("range", "span") or draft.kind in _ROUTINE)
        if (same or one_process) and lasting and (other.when.start or other.when.role == "span"):
            draft.period, draft.date_basis = other.period, "relative"
            draft.date_reason = say("The sentence goes on within the same period: {reason}", reason=other.date_reason)
            return True
        known = other.date and (other.when or is_of_cascade(other)) and not _is_compared_to(other)
        span = other.when and other.when.role == "span"
        share = span or _may_share_date(other, draft)
        share = share and not (other.date and draft.status == "occurred" and is_ahead(other.date, reference))
        if (other.sentence < n or one_process) and (same or one_process) and known and share:
            draft.date, draft.date_basis = other.date, "relative"
            draft.date_reason = say(
                "The sentence gives no date; it goes on from the one before: {reason}", reason=other.date_reason
            )
            return True
    return False


def _is_compared_to(draft):
    """Whether a count is of «a year ago», so that what follows it is hardly of that time."""
    when = draft.when
    return bool(when and when.role == "point" and when.basis == "relative" and (when.date or "").endswith("~"))


def is_frame(when):
    """Whether an expression is a whole month or year, for which several counts may be given."""
    return when.role == "span" and bool(when.date) and len(when.date) in (4, 7)


def inherit_opening(state, draft, n, reference):
    """The news of an opening is of the dateline's day, or of about the day of publication."""
    is_act = draft.kind in (*EVENT_KINDS, "convicted", "detained") or is_of_cascade(draft)
    is_act = is_act or draft.rule.endswith(".recognised")
    if not (is_act and is_opening(state, n) and reference.edtf):
        return False
    exact = reference.has_dateline or reference.edtf.startswith("[") or reference.edtf.endswith("~")
    draft.date = reference.edtf if exact else reference.edtf + "~"
    draft.date_basis = "dateline" if reference.has_dateline else "inferred"
    draft.date_reason = say("The sentence gives no date; it is the news of {reference}.", reference=reference.name)
    return True


def inherit_news(state, draft, n, reference):
    """An act told within twelve sentences of the day's news is of about that day, unless it is told as the past.

    The day's news is an act dated within three days of the dateline or the publication.
    """
    if not (draft.kind in EVENT_KINDS or is_of_cascade(draft)) or not reference.day or draft.status == "planned":
        return False
    if state.text.hits[n].of("background"):
        return False
    for other in state.drafts.back_to(n - 12):
        if other is draft or other.kind not in EVENT_KINDS or other.sentence >= n or not other.date:
            continue
        first, last = read_bounds(other.date)
        if abs((last - reference.day).days) > 3 or first != last:
            return False
        draft.date, draft.date_basis = other.date.rstrip("~") + "~", "inferred"
        draft.date_reason = say(
            "The sentence gives no date; it belongs to the news before it: {reason}", reason=other.date_reason
        )
        return True
    return take_day_of_lead(state, draft, n, reference)


def take_day_of_lead(state, draft, n, reference):
    """An act told after an opening that names no number but the day: «Cuba on Thursday freed its best known critic»."""
    told = False
    for m in range(min(n, 4)):
        opens = is_opening(state, m)
        told = told or (opens and any(hit.entry.kind in EVENT_KINDS for hit in state.text.hits[m].of("kind")))
        if not (opens and told):
            continue
        for when in state.whens[m]:
            first, last = read_bounds(when.date) if when.role == "point" and when.date else (None, None)
            if first and first == last and abs((last - reference.day).days) <= 3:
                draft.date, draft.date_basis = when.date.rstrip("~") + "~", "inferred"
                draft.date_reason = say(
                    "The sentence gives no date; it belongs to the news before it: {reason}", reason=when.reason
                )
                return True
    return False


def carries_out(one, two):
    """Whether a release is one of the counts of an amnesty that the document gives as of a day."""
    return one.kind == "amnesty" and bool(one.when) and one.value is not None and two.kind == "release"


def inherit_entry(state, draft, n, reference):
    """An entry of a chronicle or a live page that opens with its day or its hour tells of that day."""
    block = state.document.blocks[state.document.sentences[n].paragraph]
    before = state.document.blocks[max(0, state.document.sentences[n].paragraph - 1)]
    dated = len(state.document.datelines) > 1 and state.has_dateline(block)
    timed = before.zone == "heading" and _HOUR.fullmatch(state.document.text[before.start : before.end].strip())
    if (dated or timed) and reference.edtf:
        draft.date, draft.date_basis = reference.edtf, "dateline"
        draft.date_reason = say("The sentence gives no date; its entry is of {reference}.", reference=reference.name)
    return bool(dated or timed)


def inherit_headline(state, draft, n, acts_too=False):
    """A weekly, monthly or yearly review counts for the days, the month or the year that its headline names."""
    acts_too = acts_too or state.outlet_class != "media"
    if draft.headline or (draft.kind in EVENT_KINDS and not acts_too):
        return False
    for other, sentence in enumerate(state.document.sentences):
        if other == n or sentence.zone != "headline":
            break
        for when in state.whens[other]:
            if is_frame(when) or (when.date or "").startswith("["):
                draft.date, draft.date_basis = when.date, "stated"
                draft.date_reason = say("The sentence gives no date; the headline's {reason}", reason=when.reason)
                return True
    return False


def take_then(draft, when):
    """Date a draft by an expression of another sentence, which a word such as «then» points back to."""
    if when.role == "range":
        draft.period = join_period(when.start, when.date)
    else:
        draft.date = when.date or when.start
    draft.date_basis = "relative"
    draft.date_reason = say("{reason}; is what ‘then’ points back to.", reason=when.reason.rstrip("."))


def is_opening(state, n):
    """Whether a sentence stands in the headline or in the first paragraph of its section."""
    sentence = state.document.sentences[n]
    return sentence.zone == "headline" or sentence.paragraph == state.find_opening(state.sections[n])


def note_draft(state, draft, n):
    """Let the drafts that follow in its paragraph, or tell of the same process, take a draft's date over."""
    process = is_of_cascade(draft) or is_under_amnesty(state, draft)
    places = [state.document.sentences[n].paragraph, *([_PROCESS] if process else [])]
    state.drafts.note_date(draft, *places)


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


def is_of_cascade(draft):
    """Whether a count belongs to carrying out an amnesty: considered, refused, cut, released under it."""
    return draft.kind in ("amnesty", "commutation") or ".considered" in draft.rule or ".refused" in draft.rule


def is_under_amnesty(state, draft):
    """Whether a release is told in a sentence that names the amnesty: «since it was declared, 87 have left prison»."""
    hits = state.text.hits[draft.sentence].of("kind") if draft.kind == "release" and draft.period else ()
    return any(hit.entry.kind == "amnesty" for hit in hits)


def _may_share_date(one, two):
    """Counts of one process (considered, freed, refused) share a date; two acts of one kind do not."""
    return one.kind != two.kind or one.kind == "other"
