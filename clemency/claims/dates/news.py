"""The news of a document: what its opening, an entry or its headline tells without a date is of the day of that."""

import re

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.process import is_of_cascade
from clemency.documents.edtf import join_period, mark_approximate, read_bounds
from clemency.messages import say

_ENTRY = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[—–|-]\s|\s\s|\t|\s(?=\w))(?!\d)", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
MONTH = 31  # days
_LATE = 10  # days that news may be old


def inherit_main_act(state, draft):
    """Whose names a group could confirm were freed by the act that the document tells first."""
    n = draft.sentence
    confirmed = [hit for hit in state.text.hits[n].of("status") if hit.entry.value == "occurred"]
    names = state.text.language.words["names"]
    known = not names.isdisjoint(state.words[slice(*state.text.sentences[n])])  # «they know the names of seven freed»
    if not (confirmed or known) or draft.kind not in EVENT_KINDS:
        return False
    act = next((other for other in state.drafts if other.kind in EVENT_KINDS and other.date and other.value), None)
    if act is None or act is draft or (draft.value or 0) > act.value:
        return False
    reason = say("The sentence gives no date; it belongs to the news before it: {reason}", reason=act.date_reason)
    draft.take_date("relative", reason, act.date)
    return True


def is_frame(when):
    """Whether an expression is a whole month or year, for which several counts may be given."""
    return when.role == "span" and bool(when.date) and len(when.date) in (4, 7)


def inherit_opening(state, draft):
    """The news of an opening is of the dateline's day, or of about the day of publication."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    is_act = draft.kind in (*EVENT_KINDS, "convicted", "detained") or is_of_cascade(draft)
    is_act = is_act or draft.rule.endswith(".recognised")
    if not (is_act and is_opening(state, n) and reference.edtf):
        return False
    if take_day_before(state, draft):
        return True
    reason = say("The sentence gives no date; it is the news of {reference}.", reference=reference.name)
    if reference.has_dateline:
        draft.take_date("dateline", reason, reference.edtf)
    else:
        draft.take_date("inferred", reason, mark_approximate(reference.edtf))
    return True


def take_day_before(state, draft):
    """An act of the opening is of the day that the sentence before it tells: «On Thursday 16 arrived. In return …»."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    if n == 0 or draft.kind not in EVENT_KINDS or not state.same_paragraph(n - 1, n):
        return False
    days = [when for when in state.whens[n - 1] if when.role == "point" and len(when.date or "") == 10]
    if len(days) != 1 or not reference.day:
        return False
    if any(other.date != days[0].date for other in state.drafts.of_sentence(n - 1)):
        return False
    if not 0 <= (reference.day - read_bounds(days[0].date)[0]).days <= _LATE:
        return False
    reason = say("The sentence gives no date; it goes on from the one before: {reason}", reason=days[0].reason)
    draft.take_date("relative", reason, days[0].date)
    return True


def inherit_news(state, draft):
    """An act told within twelve sentences of the day's news is of about that day, unless it is told as the past.

    The day's news is an act dated within three days of the dateline or the publication.
    """
    n, reference = draft.sentence, state.find_reference(draft.sentence)
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
        reason = say("The sentence gives no date; it belongs to the news before it: {reason}", reason=other.date_reason)
        draft.take_date("inferred", reason, mark_approximate(other.date))
        return True
    return take_day_of_lead(state, draft)


def is_behind(state, draft, hit):
    """Whether a phrase stands behind the clause of a count: «Eight were exchanged, as one had left a week before»."""
    last = max(draft.last, draft.trigger.last if draft.trigger else 0)
    return hit.first >= last and "," in state.words[last : hit.first]


def take_day_of_lead(state, draft):
    """An act told after an opening that names no number but the day: «Cuba on Thursday freed its best known critic»."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    told = False
    for m in range(min(n, 4)):
        opens = is_opening(state, m)
        told = told or (opens and any(hit.entry.kind in EVENT_KINDS for hit in state.text.hits[m].of("kind")))
        if not (opens and told):
            continue
        for when in state.whens[m]:
            first, last = read_bounds(when.date) if when.role == "point" and when.date else (None, None)
            if first and first == last and abs((last - reference.day).days) <= 3:
                reason = say(
                    "The sentence gives no date; it belongs to the news before it: {reason}", reason=when.reason
                )
                draft.take_date("inferred", reason, mark_approximate(when.date))
                return True
    return False


def inherit_entry(state, draft):
    """An entry of a chronicle or a live page that opens with its day or its hour tells of that day."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    block = state.document.blocks[state.document.sentences[n].paragraph]
    before = state.document.blocks[max(0, state.document.sentences[n].paragraph - 1)]
    dated = len(state.document.datelines) > 1 and state.has_dateline(block)
    timed = before.zone == "heading" and _HOUR.fullmatch(state.document.text[before.start : before.end].strip())
    timed = timed or _ENTRY.match(state.document.text, block.start)  # «18:32  …»
    if (dated or timed) and reference.edtf:
        reason = say("The sentence gives no date; its entry is of {reference}.", reference=reference.name)
        draft.take_date("dateline", reason, reference.edtf)
    return bool(dated or timed)


def inherit_review(state, draft):
    """A weekly, monthly or yearly review counts for the days, the month or the year that its headline names.

    An outlet's acts are rather of the day of its news.
    """
    act = draft.kind in EVENT_KINDS and state.outlet_class == "media"
    return not act and inherit_headline(state, draft)


def inherit_headline(state, draft):
    """What nothing nearer dates is of the days, the month or the year that the headline names."""
    n = draft.sentence
    if draft.headline:
        return False
    for other, sentence in enumerate(state.document.sentences):
        if other == n or sentence.zone != "headline":
            break
        for when in state.whens[other]:
            whole = is_frame(when) or (when.date or "").startswith("[")
            days = when.role == "range" and len(when.start) == len(when.date) == 10
            if whole or days or (when.role == "range" and state.outlet_class != "media"):
                reason = say("The sentence gives no date; the headline's {reason}", reason=when.reason)
                date, period = (when.date, None) if whole else (None, join_period(when.start, when.date))
                draft.take_date("stated", reason, date, period)  # a period: «first half of 2025»
                return True
    return False


def is_opening(state, n):
    """Whether a sentence stands in the headline or in the first paragraph of its section."""
    sentence = state.document.sentences[n]
    return sentence.zone == "headline" or sentence.paragraph == state.find_opening(state.sections[n])


def is_history(state, draft, days=MONTH):
    """Whether the sentence of an act dates it more than some days before the day that its section speaks from."""
    own = draft.when is not None and draft.when in state.whens[draft.sentence] and draft.when.role != "since"
    own = own or bool(draft.date and state.text.hits[draft.sentence].of("that_time"))  # «Then 2,000 were let go»
    day, bounds = state.find_reference(draft.sentence).day, read_bounds(draft.date) if draft.date else None
    return bool(own and day and bounds and bounds[1] and (day - bounds[1]).days > days)


def is_news(state, draft, days=3):
    """Whether an act is dated within some days of the day that its section speaks from."""
    day, bounds = state.find_reference(draft.sentence).day, read_bounds(draft.date) if draft.date else None
    return bool(day and bounds and bounds[0] and abs((bounds[0] - day).days) <= days)
