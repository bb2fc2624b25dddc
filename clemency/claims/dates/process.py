"""Counts of one process, an amnesty that is carried out or a series of releases, which share its dates."""

import itertools

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.reference import is_ahead
from clemency.documents.edtf import join_period, mark_approximate, read_bounds
from clemency.messages import say

ROUTINE = ("convicted", "detained", "other")  # counts that are kept from month to month
RECOGNISED = (".recognised", ".recognised.words", ".ever-recognised")
_NOW = 6  # words between a count and what tells that it is of the present
_OLD = 92  # days
_PROCESS = "process"  # where the counts of carrying out an amnesty are noted, whatever paragraph tells them


def take_day_of_tally(state, draft):
    """A tally of carrying out an amnesty or of petitions read is as of the document's day, as a number held is.

    So are those who «face charges», and those whom a group recognises as political prisoners.
    """
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    tally = is_of_cascade(draft) or draft.rule.endswith(".recognised") or is_at_present(state, draft)
    tally = tally and draft.kind != "commutation" and draft.value is not None
    if not tally or not reference.edtf or state.text.hits[n].of("background") or is_told_of_old(state, n, reference):
        return False
    reason = say("The sentence gives no day; a tally is dated by {reference}.", reference=reference.name)
    draft.take_date("inferred", reason, mark_approximate(reference.edtf))
    return True


def is_at_present(state, draft):
    """Whether people are told to be prosecuted or at risk now: «100 face charges», «подвергаются 4150 человек»."""
    if draft.kind != "other":
        return False
    language, first = state.text.language, state.text.sentences[draft.sentence][0]
    now, parts = language.words["at_present"], {",", ";", ":", ".", *language.words["conjunctions"]}
    behind = itertools.takewhile(lambda word: word not in parts, state.words[draft.last : draft.last + _NOW])
    before = state.words[max(first, draft.first - _NOW) : draft.first]
    before = itertools.takewhile(lambda word: word not in parts, reversed(before))
    return any(word in now for word in (*behind, *before))


def is_told_of_old(state, n, reference):
    """Whether the last date that a sentence's paragraph names lies months before the document's day."""
    when = state.last_when
    if not when or not state.same_paragraph(state.text.sentence_at(when.first), n):
        return False
    last = read_bounds(when.date or when.start)[1] if when.date or when.start else None
    return bool(last and reference.day and (reference.day - last).days > _OLD)


def inherit_process(state, draft):
    """What an amnesty or a series of releases has brought is counted from the day on which it is said to begin.

    «The law has been in force since 8 January. 1,130 convicts have been released.»
    """
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    if not (is_of_cascade(draft) or draft.kind == "release") or draft.headline or not reference.edtf:
        return False
    told = draft.whole.sentence if draft.whole else -1
    for m in range(n - 1, max(told, n - 4, -1), -1):
        for hit in state.text.hits[m].of("begins"):
            near = [when for when in state.whens[m] if when.date and abs(when.first - hit.last) <= 6]
            if near and same_year(near[0].date, reference):
                reason = say("A running total, counted from {reason}", reason=near[0].reason)
                draft.take_date("relative", reason, period=join_period(near[0].date, reference.edtf), when=near[0])
                return True
    return False


def same_year(date, reference):
    """Whether a process that began on a date can still go on: within a year of the document's day."""
    first = read_bounds(date)[0]
    return bool(first and reference.day and 0 <= (reference.day - first).days <= 366)


def inherit_from_before(state, draft):
    """A count goes on from one before it: in the same paragraph and period, or of the same amnesty."""
    n, reference = draft.sentence, state.find_reference(draft.sentence)
    for other in state.drafts.dated_before(n, state.find_passage(n), _PROCESS):
        same = state.same_passage(other.sentence, n)
        counted = draft.value is not None and other.value is not None
        goes_on = is_of_cascade(other) or is_under_amnesty(state, other)
        one_process = counted and (carries_out(other, draft) or (goes_on and is_of_cascade(draft)))
        lasting = other.period and other.when
        lasting = lasting and (one_process or other.when.role in ("range", "span") or draft.kind in ROUTINE)
        within = (same or one_process) and lasting and (other.when.start or other.when.role == "span")
        recognised = same and other.period and other.rule.endswith(RECOGNISED)
        if within or (recognised and goes_on_since(state, draft, other)):
            reason = say("The sentence goes on within the same period: {reason}", reason=other.date_reason)
            draft.take_date("relative", reason, period=other.period)
            return True
        known = other.date and (other.when or other.whole or is_of_cascade(other)) and not _is_compared_to(other)
        known = known and not (other.stock and draft.kind in EVENT_KINDS and not draft.stock)
        span = other.when and other.when.role == "span"
        share = span or _may_share_date(other, draft)
        share = share and (is_of_cascade(draft) or not is_parted_by_month(state, other, n))
        share = share and not (other.date and draft.status == "occurred" and is_ahead(other.date, reference))
        if (other.sentence < n or one_process) and (same or one_process) and known and share:
            reason = say(
                "The sentence gives no date; it goes on from the one before: {reason}", reason=other.date_reason
            )
            draft.take_date("relative", reason, other.date)
            return True
    return False


def is_parted_by_month(state, other, n):
    """Whether the sentence before names a month alone: «12 left on Monday. How many left in May is disputed. … 25»."""
    whens = state.whens[n - 1] if other.sentence < n - 1 else ()
    return len(whens) == 1 and whens[0].role == "span" and len(whens[0].date) == 7


def goes_on_since(state, draft, other):
    """Whether a count is of what became of those recognised since a day: «Since 2020 3,800 … 2,010 have been freed»."""
    since = other.when and other.when.role == "since"
    return since and draft.value is not None and draft.value < (other.value or 0) and not state.whens[draft.sentence]


def _is_compared_to(draft):
    """Whether a count is of «a year ago», so that what follows it is hardly of that time."""
    when = draft.when
    return bool(when and when.role == "point" and when.basis == "relative" and (when.date or "").endswith("~"))


def carries_out(one, two):
    """Whether a release is one of the counts of an amnesty that the document gives as of a day."""
    counts = one.kind == "amnesty" or (".considered" in one.rule and one.date)
    return counts and bool(one.when) and one.value is not None and two.kind == "release"


def note_draft(state, draft, n):
    """Let the drafts that follow in its paragraph, or tell of the same process, take a draft's date over."""
    process = is_of_cascade(draft) or is_under_amnesty(state, draft)
    places = [state.find_passage(n), *([_PROCESS] if process else [])]
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
