"""When a sentence gives no date: what a claim may inherit from the text around it; never a guess."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.nearest import belongs_to_past, is_compared
from clemency.claims.dates.news import (
    inherit_entry,
    inherit_headline,
    inherit_main_act,
    inherit_news,
    inherit_opening,
    inherit_review,
    is_frame,
)
from clemency.claims.dates.process import ROUTINE, inherit_from_before, inherit_process, take_day_of_tally
from clemency.claims.dates.reference import close_period, lasts_through
from clemency.documents.edtf import join_period, read_bounds
from clemency.messages import say

_SUMMED = 3  # counts that a total sums up, at least
_NEAR = 4  # sentences back to what «then» may mean


def inherit_date(state, draft):
    """An act without a date takes the paragraph's, or in the opening the document's own."""
    if not any(rule(state, draft) for rule in _RULES):
        draft.date_reason = say("The document gives no date for it.")


def take_then(state, draft):
    """«Then» points back to a date of its own sentence before it, or to the last one before, if that stands near."""
    n, then = draft.sentence, state.text.hits[draft.sentence].of("that_time")
    heard = [i for voice in state.voices[n] for i in range(voice.first, voice.last)] if then else ()
    then = [hit for hit in then if hit.first not in heard]  # «паводле яго» may be his words
    if not then:
        return False
    own = [when for when in state.whens[n] if when.last <= then[0].first and (when.date or when.start)]
    when = own[-1] if own else state.last_when
    if not when or (not own and n - state.text.sentence_at(when.first) > _NEAR) or not (when.date or when.start):
        return False
    ranges = when.role == "range"
    date, period = (None, join_period(when.start, when.date)) if ranges else (when.date or when.start, None)
    reason = say("{reason}; is what ‘then’ points back to.", reason=when.reason.rstrip("."))
    draft.take_date("relative", reason, date, period)
    return True


def take_span_of_items(state, draft):
    """A total before a colon is of the days that its items are told of: «24: nine on 11 August, four on 1 May»."""
    n, colon = draft.sentence, find_items(state, draft)
    whens = [when for when in state.whens[n] if when.date and when.role in ("point", "span")] if colon else []
    if len(whens) < 2 or any(when.first < colon for when in whens):
        return False
    first, last = (pick(whens, key=lambda when: read_bounds(when.date)[0]) for pick in (min, max))
    reason = say("The sentence goes on within the same period: {reason}", reason=first.reason)
    draft.take_date("relative", reason, period=join_period(first.date, last.date))
    return bool(draft.period)


def find_items(state, draft):
    """The colon behind a count from which on a sentence tells of what it is made up of, or None."""
    others = state.drafts.of_sentence(draft.sentence)
    last = max((other.first for other in others if other is not draft and other.value is not None), default=0)
    return next((i for i in range(draft.last, last) if state.words[i] == ":"), None)


def take_date_of_whole(_, draft):
    """A part is of the date or period of the count before it that it is a part of."""
    whole = draft.whole
    if not whole or not (whole.date or whole.period):
        return False
    reason = say("Part of the count before it: {reason}", reason=whole.date_reason)
    draft.take_date(whole.date_basis, reason, whole.date, whole.period)
    return True


def take_period_of_sum(state, draft):
    """A total of the acts told before it, each with its date, is of the time from the first of them to the last.

    «14 were freed in June, 16 in July and 52 in September. In all that makes 82.»
    """
    told = []
    for other in state.drafts.back_to(draft.sentence - 1) if draft.kind in EVENT_KINDS and draft.value else ():
        if other is not draft and other.kind == draft.kind and other.value and not (other.whole or other.headline):
            told.append(other)
    dates = [other.date for other in told if other.date and "[" not in other.date]
    if len(told) < _SUMMED or len(dates) < len(told) or sum(other.value for other in told) != draft.value:
        return False
    dates = sorted(date.rstrip("~") for date in dates)
    reason = say("A total of the counts before it, from the first of them to the last.")
    draft.take_date("relative", reason, period=join_period(dates[0], dates[-1]))
    return True


def take_day_of_event(state, draft):
    """People were detained when the event was at which they were: «at the rallies of 27 February», not for it."""
    n = draft.sentence
    causes = [hit.last for hit in state.text.hits[n].of("causes_of")]
    leads = set(state.text.language.rules["dates"]["at_event"])
    for when in state.whens[n] if draft.kind == "detained" else ():
        led = not leads.isdisjoint(state.words[when.first - 3 : when.first])
        if led and when.role == "name" and when.date and when.first not in causes:
            draft.take_date(when.basis, when.reason, when.date, when=when)
            return True
    return False


def inherit_period(state, draft):
    """A count that is kept from month to month is of the period that the paragraph has named last."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    for m in range(n - 1, -1, -1):
        if draft.kind not in ROUTINE or not state.same_passage(m, n):
            return False
        periods = [when for when in state.whens[m] if when.role in ("since", "range") and when.start]
        if periods:
            reason = say("The sentence goes on within the same period: {reason}", reason=periods[-1].reason)
            draft.take_date("relative", reason, period=close_period(periods[-1], reference))
            return True
        if state.whens[m]:
            return False
    return False


def inherit_frame(state, draft):
    """A count is of the month, the year or the period that is all that the sentence before it dates.

    «Since July he has signed eight decrees. Officials speak of 227 people.» Not of «he has ruled since 1994».
    """
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    for m in range(n - 1, max(-1, n - 3), -1):
        if not state.same_paragraph(m, n) or len(state.whens[m]) > 1:
            return False
        for when in state.whens[m]:
            if is_compared(state, (when.first - 4, when.first - 4), (when.first, when.last)):
                return False
            begins, years = when.start or when.date or "", 6 if draft.kind in ROUTINE and when.start else 2
            old = reference.day and begins[:4].isdecimal() and reference.day.year - int(begins[:4]) > years
            if old or not (is_frame(when) or (when.role in ("since", "range") and when.start)):
                return False
            reason = say("The sentence goes on within the same period: {reason}", reason=when.reason)
            date, period = (when.date, None) if when.role == "span" else (None, close_period(when, reference))
            if date and len(date) == 4 and draft.value is not None and lasts_through(when, reference):
                date, period = None, join_period(f"{date}-01", reference.edtf or None)
            draft.take_date("relative", reason, date, period)
            return True
    return False


def take_name(state, draft):
    """«After the 2024 election 2,200 were arrested», «the March decree freed 20»: of what gives the act its name."""
    n = draft.sentence
    after = state.text.language.rules["dates"]["after"]
    for when in state.whens[n]:
        opens = max(state.text.sentences[n][0], when.first - 4)  # «after the election of 2024»
        followed = set(state.words[opens : when.first]) & set(after)
        followed = followed and not belongs_to_past(state, draft.span, _place_of_act(draft), (when.first, when.last))
        if when.role == "name" and when.date and (followed or _names_act(state, draft, when)):
            draft.take_date(when.basis, when.reason, when.date, when=when)
            return True
    return False


def _place_of_act(draft):
    """Where the words for the act of a count stand."""
    return (draft.trigger.first, draft.trigger.last) if draft.trigger else draft.span


def _names_act(state, draft, when):
    """Whether a month names the act of a count: «the March decree», «December's amnesty»."""
    if draft.kind not in EVENT_KINDS:
        return False
    named = [*state.text.hits[draft.sentence].of("decree")]
    named += [hit for hit in state.text.hits[draft.sentence].of("kind") if hit.entry.kind in EVENT_KINDS]
    return any(0 <= hit.first - when.last <= 1 for hit in named)


def inherit_decree(state, draft):
    """An act is of the day, or the months, of decrees named just before: «He signed one on 12 June. …»."""
    n = draft.sentence
    if n == 0 or draft.kind not in EVENT_KINDS or not state.same_paragraph(n - 1, n):
        return False
    points = [when for when in state.whens[n - 1] if when.role in ("point", "range") and when.date]
    if len(points) != 1 or not (state.text.hits[n - 1].of("decree") and not state.drafts.of_sentence(n - 1)):
        return False
    when = points[0]
    reason = say("The sentence gives no date; it goes on from the one before: {reason}", reason=when.reason)
    if when.role == "range":  # «eight decrees between July and December»
        draft.take_date("relative", reason, period=join_period(when.start, when.date), when=when)
    else:
        draft.take_date("relative", reason, when.date)
    return True


_RULES = (  # what a count takes its date from, the first that tells one
    take_then,
    take_span_of_items,
    take_period_of_sum,
    inherit_process,
    take_date_of_whole,
    take_name,
    take_day_of_event,
    inherit_from_before,
    inherit_main_act,
    inherit_decree,
    inherit_period,
    inherit_frame,
    inherit_entry,
    inherit_review,
    inherit_opening,
    inherit_news,
    inherit_headline,
    take_day_of_tally,
)
