"""When a sentence gives no date: what a claim may inherit from the text around it; never a guess."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.nearest import belongs_to_past, is_compared
from clemency.claims.dates.news import (
    inherit_entry,
    inherit_headline,
    inherit_main_act,
    inherit_news,
    inherit_opening,
    is_frame,
)
from clemency.claims.dates.process import ROUTINE, inherit_from_before, inherit_process, take_day_of_tally
from clemency.claims.dates.reference import close_period
from clemency.documents.edtf import join_period
from clemency.messages import say


def inherit_date(state, draft, n, reference):
    """An act without a date takes the paragraph's, or in the opening the document's own."""
    heard = [i for voice in state.voices[n] for i in range(voice.first, voice.last)]  # «паводле яго» may be his words
    then = [hit for hit in state.text.hits[n].of("that_time") if hit.first not in heard]
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
        or take_day_of_event(state, draft, n)
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
        or take_day_of_tally(state, draft, n, reference)
    ):
        draft.date_reason = say("The document gives no date for it.")


def take_day_of_event(state, draft, n):
    """People were detained when the event was at which they were: «at the rallies of 27 February», not for it."""
    causes = [hit.last for hit in state.text.hits[n].of("causes_of")]
    leads = set(state.text.language.rules["dates"]["at_event"])
    for when in state.whens[n] if draft.kind == "detained" else ():
        led = not leads.isdisjoint(state.words[when.first - 3 : when.first])
        if led and when.role == "name" and when.date and when.first not in causes:
            draft.when, draft.date, draft.date_basis, draft.date_reason = when, when.date, when.basis, when.reason
            return True
    return False


def inherit_period(state, draft, n, reference):
    """A count that is kept from month to month is of the period that the paragraph has named last."""
    sentences = state.document.sentences
    for m in range(n - 1, -1, -1):
        if draft.kind not in ROUTINE or sentences[m].paragraph != sentences[n].paragraph:
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
            begins, years = when.start or when.date or "", 6 if draft.kind in ROUTINE and when.start else 2
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
        followed = followed and not belongs_to_past(state, draft.span, _place_of_act(draft), (when.first, when.last))
        if when.role == "name" and when.date and (followed or _names_act(state, draft, when)):
            draft.when, draft.date, draft.date_basis, draft.date_reason = when, when.date, when.basis, when.reason
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


def take_then(draft, when):
    """Date a draft by an expression of another sentence, which a word such as «then» points back to."""
    if when.role == "range":
        draft.period = join_period(when.start, when.date)
    else:
        draft.date = when.date or when.start
    draft.date_basis = "relative"
    draft.date_reason = say("{reason}; is what ‘then’ points back to.", reason=when.reason.rstrip("."))
