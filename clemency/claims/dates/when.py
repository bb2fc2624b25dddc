"""When: date a claim by its sentence, or by what it may inherit; never by a guess."""

import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.status import read_status
from clemency.claims.dates.inherit import belongs_to_past, inherit_date, is_compared
from clemency.claims.dates.reference import close_period, is_ahead
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say

_OPENING = 40  # counts of a review
_RECENT = 14  # days within which «then» is hardly said of a day
_NEAR = 3  # words between «by» and a day: «by noon on Sunday»
_NEWS = 6  # sentences that a running count goes on for
_ENDING = 3  # letters that an ordinal may end in, behind its stem


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
    if when and points and when.role == "since" and (not when.start or (is_beside(draft, points) and not draft.total)):
        when = None  # «freed on Thursday, in the largest swap since the Cold War», «since then …: 14 in June»
    # the day on which a plan was announced is not the day that it is for
    point = nearest(state, draft.span, at, points, 40, spoken=6 if draft.status != "planned" else 99)
    if when:
        draft.period, draft.when = close_period(when, reference), when
        draft.date_basis, draft.date_reason = when.basis, when.reason
    elif (draft.total or (not point and sums_up(state, draft))) and open_total(state, draft, reference):
        pass
    elif point and not (go_on_until(state, draft, point) or complete_since(state, draft, point, reference)):
        draft.when, draft.date, draft.date_basis, draft.date_reason = point, point.date, point.basis, point.reason
        if len(point.date) == 4 and draft.value is not None and lasts_through(point, reference):
            # «this year» is no more of it than has passed
            draft.date, draft.period = None, join_period(f"{point.date}-01", reference.edtf or None)
    elif not point and draft.status in ("occurred", "announced", "denied"):
        inherit_date(state, draft, n, reference)
    if draft.when:
        state.used.update(range(draft.when.first, draft.when.last))


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
        draft.when, draft.period = point, join_period(other.when.start, point.date)
        draft.date_basis = "relative"
        draft.date_reason = say("A running total, counted from {reason}", reason=other.when.reason)
        return bool(draft.period)
    return False


def complete_since(state, draft, point, reference):
    """«They completed the release of the 553 whom they promised in January to free»: from then to now."""
    hits = state.text.hits[draft.sentence].of("completes")
    completed = any(hit.first < draft.first and hit.last <= point.first for hit in hits)
    day = read_bounds(point.date)[1]
    if draft.kind != "release" or not completed or not day or not reference.day or (reference.day - day).days < 14:
        return False
    draft.when, draft.period = point, join_period(point.date, reference.edtf)
    draft.date_basis = "relative"
    draft.date_reason = say("A running total, counted from {reason}", reason=point.reason)
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
        if draft.kind in EVENT_KINDS and draft.date_basis == "inferred" and hits.of("dated"):
            draft.when, draft.date, draft.date_basis, draft.date_reason = (
                days[0],
                days[0].date,
                "stated",
                days[0].reason,
            )
        elif draft.kind in EVENT_KINDS and len(known) in (4, 7) and draft.status == "occurred":
            day = known[:4] + days[0].date[4:]
            if day.startswith(known):
                draft.when, draft.date, draft.date_basis, draft.date_reason = days[0], day, "stated", days[0].reason


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
    told = [voice.last for voice in state.voices[-1] if voice.first <= first + 2]  # «По данным группы, с 2020 года …»
    opens = [i for last in told for i in range(last, draft.first) if state.words[i] == ","][:1]
    whens = [when for when in state.whens[draft.sentence] if when.first <= max([first + 1, *opens]) + 1]
    return draft.kind == "other" and any(when.role in ("since", "range", "span") and not when.edge for when in whens)


def lies_ahead(when, reference):
    """Whether a date lies after the day that the document speaks from, so that nothing happened on it."""
    return is_ahead(when.date, reference)


def find_anchor(state, draft):
    """The words that a date may stand beside: the trigger's, or the count's own if it borrows another's trigger."""
    drafts = state.drafts.of_sentence(draft.sentence)
    shared = any(other is not draft and other.trigger is draft.trigger for other in drafts)
    return (draft.trigger.first, draft.trigger.last) if draft.trigger and not shared else draft.span


def find_period(state, draft, at):
    """The period that a count is given for: one near it, or one that opens its sentence."""
    n = draft.sentence
    periods = [when for when in state.whens[n] if when.role in ("since", "range")]
    periods = [when for when in periods if not dates_aside(state, draft, when) and not tells_place(state, when)]
    if not periods:
        return None
    totals = [hit.first for hit in state.text.hits[n].of("running_total") if hit.first >= draft.last]
    periods = [p for p in periods if not any(total < p.first for total in totals)]  # of the sum that it leads to
    others = [other for other in state.drafts.of_sentence(n) if other is not draft]
    periods = [p for p in periods if p.first < draft.first or not is_in_clause_of(state.words, p, draft, others)]
    opening = [when for when in periods if when.first <= state.text.sentences[n][0] + 3]
    opening = [when for when in opening if not belongs_to_past(state, draft.span, at, (when.first, when.last))]
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
    own = [
        when for when in state.whens[draft.sentence] if when.date and when.role == "point" and when.last <= draft.first
    ]
    first = min(own, key=lambda when: when.date) if len(own) > 1 else None  # «four on 1 September, nine on 11 August»
    when = first or state.last_period or state.last_when
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
        if when.date and (stands_in_relative(state, span, at, place) or is_unreal(state, span, place)):
            continue
        distance = min(measure_distance(state.words, span, place), measure_distance(state.words, at, place))
        cost = sum(spoken for voice in state.voices[-1] if is_spoken(when, voice))
        cost += sum(2 * spoken for voice in state.voices[-1] if lies_in_attribution(when, voice))
        parted = opens_next(state.words, span, place, others) or any(
            lies_between(other.span, span, place)
            or is_paired(state.words, other.span, place)
            or closes_before(state.words, other.span, span, place)
            for other in others
        )
        rows.append((distance + cost + (6 if parted else 0), when.first, when))
    best = min(rows, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] <= reach else None


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


def is_unreal(state, span, place):
    """Whether a date after a count is of what would have been: «found only two, who would have left in May anyway»."""
    words, hits = state.words, state.text.hits[state.text.sentence_at(place[0])]
    unreal = [hit.last for hit in hits.of("status") if hit.entry.value == "hypothetical" and span[1] <= hit.first]
    return any(0 <= place[0] - last <= 3 and "," not in words[last : place[0]] for last in unreal)


def follows_ordinal(state, place, first=0):
    """Whether a year only says since when acts are counted: «the first decree of 2026»."""
    stems = state.text.language.ordinals
    first = max(first, place[0] - 4, state.text.sentences[state.text.sentence_at(place[0])][0])
    language = state.text.language
    words = [word for word in state.words[first : place[0]] if _is_ordinal(word, stems)]
    return any(word not in language.weekdays and word not in language.number_words for word in words)


def tells_place(state, when):
    """Whether a period only says since when acts are counted: «the decree, the seventh since July, covers 32»."""
    first = max(when.first - 4, state.text.sentences[state.text.sentence_at(when.first)][0])
    breaks = [i for i in range(first, when.first) if state.words[i] in (",", ";", ":", "—")]
    return when.role == "since" and follows_ordinal(state, (when.first, when.last), breaks[-1] if breaks else first)


def _is_ordinal(word, stems):
    """Whether a word is a stem with no more than an ending: «десятый», not «десятилетие»."""
    return any(word.startswith(stem) and len(word) - len(stem) <= _ENDING for stem in stems)


def opens_next(words, span, place, others):
    """Whether a date after a count, behind a comma, opens what is told of a further one: «502 in May, in June, 201»."""
    near, joins = words[max(span[1], place[0] - 3) : place[0]], words.language.words["conjunctions"]
    joined = near[:1] == [","] and near[1:2] and near[1] in joins  # «14 in June, and in July 16»
    if not span[1] < place[0] or not ("," in near[-2:] or joined):
        return False
    return any(other.first >= place[1] for other in others) and not any(
        span[1] <= other.first < place[0] for other in others
    )


def lies_between(count, span, place):
    """Whether another count stands between a count and a date, which is then rather the date of that one."""
    return span[1] <= count[0] < place[0] or place[1] <= count[0] < span[0]


def closes_before(words, count, span, place):
    """Whether a date closes what is told of the count before: «222 to Washington in May, then 12 to Rome in June»."""
    return count[1] <= place[0] and place[1] <= span[0] and "," in words[place[1] : span[0]]


def is_paired(words, count, place):
    """Whether a date stands right beside a count, as in a series: «20 — in October», «January — 24»."""
    if count[1] <= place[0] <= count[1] + 2:
        return "," not in words[count[1] : place[0]]
    return place[1] == count[0] - 1 and words[place[1]] == "—"


def is_spoken(when, voice):
    """Whether a date is that of an attribution: «the office said on Monday», «on Tuesday the president announced»."""
    if voice.last <= when.first:
        return voice.first <= when.first + 1 and when.first - voice.last <= 2
    if voice.first < when.first and when.last == voice.last - 1:
        return not (voice.follows or voice.is_agent)  # «experts today welcomed the release»
    return not voice.follows and 0 <= voice.first - when.last <= 4


def lies_in_attribution(when, voice):
    """Whether a date stands between a verb of saying and whoever says it: «…, reported last week the ministry»."""
    return voice.follows and voice.first < when.first and when.last <= voice.last


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
    opening = next((when for when in points if is_of_all_held(state, draft, when, others)), None)
    points = [
        when
        for when in points
        if not any(is_paired(state.words, other.span, (when.first, when.last)) for other in others)
        and not is_in_clause_of(state.words, when, draft, others)
    ]
    when = nearest(state, draft.span, draft.span, points, 8 if len(points) > 1 else 16, spoken=0) or opening
    when = when or next((when for when in points if is_as_of(state, when)), None)
    if when and when.basis == "relative" and reference.edtf and lasts_through(when, reference):
        when = None  # «as of this week» is as of the day on which it is said
    when = when or find_season(state, draft) or find_then(state, draft.sentence, reference)
    if when:
        draft.when, draft.date, draft.date_basis, draft.date_reason = (
            when,
            when.edge or when.date,
            when.basis,
            when.reason,
        )
        state.used.update(range(when.first, when.last))
    elif (other := find_day_of_review(state)) is not None:
        draft.date, draft.date_basis = other.date, "relative"
        draft.date_reason = say("The sentence goes on within the same period: {reason}", reason=other.date_reason)
    elif reference.edtf:
        draft.date = reference.edtf
        draft.date_basis = "dateline" if reference.has_dateline else state.document.published_basis
        draft.date_reason = say(
            "The sentence gives no day; a number of people held is dated by {reference}.", reference=reference.name
        )
    else:
        draft.date_reason = say("Neither the sentence nor the document gives a day.")


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
