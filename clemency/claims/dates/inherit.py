"""When a sentence gives no date: what a claim may inherit from the text around it; never a guess."""

import re

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.reference import close_period, is_ahead
from clemency.documents.edtf import join_period, mark_approximate, read_bounds
from clemency.messages import say

_ROUTINE = ("convicted", "detained", "other")  # counts that are kept from month to month
_ENTRY = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[—–|-]\s|\s\s|\t|\s(?=\w))(?!\d)", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
RECOGNISED = (".recognised", ".recognised.words", ".ever-recognised")
_OLD = 92  # days
_LATE = 10  # days that news may be old
_PROCESS = "process"  # where the counts of carrying out an amnesty are noted, whatever paragraph tells them


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


def take_day_of_tally(state, draft, n, reference):
    """A tally of carrying out an amnesty or of petitions read is as of the document's day, as a number held is."""
    tally = is_of_cascade(draft) and draft.kind != "commutation" and draft.value is not None
    if not tally or not reference.edtf or state.text.hits[n].of("background") or is_told_of_old(state, n, reference):
        return False
    draft.date, draft.date_basis = mark_approximate(reference.edtf), "inferred"
    draft.date_reason = say("The sentence gives no day; a tally is dated by {reference}.", reference=reference.name)
    return True


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


def is_told_of_old(state, n, reference):
    """Whether the last date that a sentence's paragraph names lies months before the document's day."""
    when, sentences = state.last_when, state.document.sentences
    if not when or sentences[state.text.sentence_at(when.first)].paragraph != sentences[n].paragraph:
        return False
    last = read_bounds(when.date or when.start)[1] if when.date or when.start else None
    return bool(last and reference.day and (reference.day - last).days > _OLD)


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


def inherit_main_act(state, draft, n):
    """Whose names a group could confirm were freed by the act that the document tells first."""
    confirmed = [hit for hit in state.text.hits[n].of("status") if hit.entry.value == "occurred"]
    names = state.text.language.words["names"]
    known = not names.isdisjoint(state.words[slice(*state.text.sentences[n])])  # «they know the names of seven freed»
    if not (confirmed or known) or draft.kind not in EVENT_KINDS:
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
        if same and other.period and other.rule.endswith(RECOGNISED) and goes_on_since(state, draft, other):
            draft.period, draft.date_basis = other.period, "relative"
            draft.date_reason = say("The sentence goes on within the same period: {reason}", reason=other.date_reason)
            return True
        known = other.date and (other.when or other.whole or is_of_cascade(other)) and not _is_compared_to(other)
        known = known and not (other.stock and draft.kind in EVENT_KINDS and not draft.stock)
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


def goes_on_since(state, draft, other):
    """Whether a count is of what became of those recognised since a day: «Since 2020 3,800 … 2,010 have been freed»."""
    since = other.when and other.when.role == "since"
    return since and draft.value is not None and draft.value < (other.value or 0) and not state.whens[draft.sentence]


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
    if take_day_before(state, draft, n, reference):
        return True
    draft.date = reference.edtf if reference.has_dateline else mark_approximate(reference.edtf)
    draft.date_basis = "dateline" if reference.has_dateline else "inferred"
    draft.date_reason = say("The sentence gives no date; it is the news of {reference}.", reference=reference.name)
    return True


def take_day_before(state, draft, n, reference):
    """An act of the opening is of the day that the sentence before it tells: «On Thursday 16 arrived. In return …»."""
    sentences = state.document.sentences
    if n == 0 or draft.kind not in EVENT_KINDS or sentences[n - 1].paragraph != sentences[n].paragraph:
        return False
    days = [when for when in state.whens[n - 1] if when.role == "point" and len(when.date or "") == 10]
    if len(days) != 1 or not reference.day:
        return False
    if any(other.date != days[0].date for other in state.drafts.of_sentence(n - 1)):
        return False
    if not 0 <= (reference.day - read_bounds(days[0].date)[0]).days <= _LATE:
        return False
    draft.date, draft.date_basis = days[0].date, "relative"
    draft.date_reason = say(
        "The sentence gives no date; it goes on from the one before: {reason}", reason=days[0].reason
    )
    return True


def inherit_news(state, draft, n, reference):
    """An act told within twelve sentences of the day's news is of about that day, unless it is told as the past.

    The day's news is an act dated within three days of the dateline or the publication.
    """
    if not (draft.kind in EVENT_KINDS or is_of_cascade(draft)) or not reference.day or draft.status == "planned":
        return False
    if any(not is_behind(state, draft, hit) for hit in state.text.hits[n].of("background")):
        return False
    for other in state.drafts.back_to(n - 12):
        if other is draft or other.kind not in EVENT_KINDS or other.sentence >= n or not other.date:
            continue
        first, last = read_bounds(other.date)
        if abs((last - reference.day).days) > 3 or first != last:
            return False
        draft.date, draft.date_basis = mark_approximate(other.date), "inferred"
        draft.date_reason = say(
            "The sentence gives no date; it belongs to the news before it: {reason}", reason=other.date_reason
        )
        return True
    return take_day_of_lead(state, draft, n, reference)


def is_behind(state, draft, hit):
    """Whether a phrase stands behind the clause of a count: «Eight were exchanged, as one had left a week before»."""
    last = max(draft.last, draft.trigger.last if draft.trigger else 0)
    return hit.first >= last and "," in state.words[last : hit.first]


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
                draft.date, draft.date_basis = mark_approximate(when.date), "inferred"
                draft.date_reason = say(
                    "The sentence gives no date; it belongs to the news before it: {reason}", reason=when.reason
                )
                return True
    return False


def carries_out(one, two):
    """Whether a release is one of the counts of an amnesty that the document gives as of a day."""
    counts = one.kind == "amnesty" or (".considered" in one.rule and one.date)
    return counts and bool(one.when) and one.value is not None and two.kind == "release"


def inherit_entry(state, draft, n, reference):
    """An entry of a chronicle or a live page that opens with its day or its hour tells of that day."""
    block = state.document.blocks[state.document.sentences[n].paragraph]
    before = state.document.blocks[max(0, state.document.sentences[n].paragraph - 1)]
    dated = len(state.document.datelines) > 1 and state.has_dateline(block)
    timed = before.zone == "heading" and _HOUR.fullmatch(state.document.text[before.start : before.end].strip())
    timed = timed or _ENTRY.match(state.document.text, block.start)  # «18:32  …»
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
            whole = is_frame(when) or (when.date or "").startswith("[")
            if whole or (when.role == "range" and state.outlet_class != "media"):
                draft.date, draft.date_basis = when.date, "stated"
                if not whole:  # «first half of 2025»
                    draft.date, draft.period = None, join_period(when.start, when.date)
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


def is_compared(state, span, place):
    """Whether a date after a count is that of what it is compared with: «40 were added, 11 fewer than in January»."""
    hits = state.text.hits[state.text.sentence_at(place[0])]
    return any(span[1] <= hit.first and 0 <= place[0] - hit.last <= 3 for hit in hits.of("compared"))


def belongs_to_past(state, span, at, place):
    """Whether a date after an act dates what the people were convicted of: «pardoned 11, jailed over 19 May»."""
    n = state.text.sentence_at(place[0])
    drafts = state.drafts.of_sentence(n)
    triggers = [draft.trigger for draft in drafts if draft.trigger]
    acts = [draft for draft in drafts if draft.span == span and draft.kind in EVENT_KINDS]
    if acts and place[0] >= span[1] and is_of_people(state, span, place, triggers):
        return True
    return place[0] >= at[1] and any(
        hit.entry.kind in ("convicted", "detained") and at[1] <= hit.first and hit.last <= place[0]
        for hit in state.text.hits[n].of("kind")
        if not span[0] <= hit.first < span[1]  # «seven convicted activists» are described, not dated
        and not any(trigger is hit for trigger in triggers)
    )


def is_of_people(state, span, place, triggers):
    """Whether a date tells after what the people of an act came to prison: «freed 30 people held after the vote»."""
    words, after = state.words, state.text.language.rules["dates"]["after_event"]
    led = next((i for i in range(place[0], place[0] - 3, -1) if words[i] in after), None)
    described = state.text.hits[state.text.sentence_at(place[0])].of("described") if led else ()
    return any(
        span[0] <= hit.first and 0 <= led - hit.last <= 5 and "," not in words[hit.last : led]
        for hit in described
        if not any(trigger.first < hit.last and hit.first < trigger.last for trigger in triggers)
    )
