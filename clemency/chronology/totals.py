"""Cumulative counts: totals that contain acts, and are added to none."""

import bisect
import dataclasses
import datetime

from clemency.chronology.acts import PERIOD, Act, find_witnesses, hash_name
from clemency.chronology.counts import read_bounds
from clemency.chronology.events import make_event
from clemency.chronology.populations import classify_population
from clemency.claims.claim import OCCURRED
from clemency.documents.edtf import is_approximate
from clemency.documents.edtf import read_bounds as read_days
from clemency.messages import say


def link_totals(totals, events, claims, context):
    """Events of cumulative claims, each with the acts that it contains and those that it may contain.

    `events` are the acts, `claims` {claim id: claim}; the same total of the same period, told twice, is one event.
    """
    acts = _Acts([event for event in events if event.status in OCCURRED], claims, context)
    return [_make_total(group, acts, context) for group in _group_totals(totals, context)]


def _group_totals(totals, context):
    """Cumulative claims of one kind, number, period and country belong together; everything else stands alone."""
    groups = {}
    for claim in sorted(totals, key=lambda claim: claim.claim_id):
        same = (claim.kind, claim.status, claim.low, claim.high, claim.relation)
        key = (*same, tuple(context.places.get(claim.document, [])[:1]), claim.earliest, claim.latest)
        alone = claim.relation is None or claim.latest is None
        groups.setdefault((claim.claim_id,) if alone else key, []).append(claim)
    return list(groups.values())


@dataclasses.dataclass(slots=True)
class _Known:
    """What is known of a count's people, number and country, for asking whether one holds another."""

    kinds: set
    classes: frozenset
    places: frozenset
    least: int | None
    most: int | None


def _read_known(claims, count, context):
    """The kinds, specific populations and countries of some claims, and the bounds of the count that they make up."""
    classes = frozenset().union(*(classify_population(claim) for claim in claims))
    places = frozenset(place for claim in claims for place in context.places.get(claim.document, ()))
    return _Known(
        {claim.kind for claim in claims}, classes, places, *read_bounds(count.low, count.high, count.relation)
    )


class _Acts:
    """Dated acts in the order of their days, so that a total looks only at those of its period."""

    def __init__(self, events, claims, context):
        dated = sorted((e for e in events if e.earliest and e.latest), key=lambda e: (e.earliest, e.event_id))
        self._groups = []
        for group in ([e for e in dated if _width(e) <= PERIOD], [e for e in dated if _width(e) > PERIOD]):
            widest = max(map(_width, group), default=0)
            self._groups.append(([_read_ordinal(event.earliest) for event in group], widest, group))
        self._known = {e.event_id: _read_known([claims[name] for name in e.claims], e, context) for e in dated}

    def find(self, total):
        """(act, what is known of it) of all acts whose days touch a total's period."""
        last = _read_ordinal(total.latest) if total.latest else float("inf")
        for days, widest, group in self._groups:
            first = bisect.bisect_left(days, _read_ordinal(total.earliest) - widest) if total.earliest else 0
            for act in group[first : bisect.bisect_right(days, last)]:
                yield act, self._known[act.event_id]


def _read_ordinal(day):
    """An ISO day as an ordinal."""
    return datetime.date.fromisoformat(day).toordinal()


def _width(event):
    """How many days an event's date allows, less one."""
    return _read_ordinal(event.latest) - _read_ordinal(event.earliest)


def _make_total(group, acts, context):
    """One cumulative event."""
    witnesses = find_witnesses(group, context)
    total = Act(witnesses[0])
    for witness in witnesses[1:]:
        total.add(witness, "same_total", say("Both give the same number for the same period."))
    event = make_event(total, f"event-{hash_name('event', group[0].claim_id)}", [])
    head = group[0]
    event.measure = "cumulative"
    event.date = head.period or head.date
    event.earliest, event.latest, event.date_reason = head.earliest, head.latest, head.date_reason
    known, sure = _read_known(group, head, context), _read_sure_period(head)
    for act, its in acts.find(head) if head.status in OCCURRED else ():
        answer = judge_containment(head, known, act, its, sure)
        if answer != "no":
            (event.contains if answer == "yes" else event.may_contain).append(act.event_id)
    return event


def judge_containment(total, known, act, its, sure):
    """Whether a total contains an act: yes, no or unknown; `known` and `its` tell of the people of the two.

    Yes needs the same mechanism, a period that covers every day the act may have had (`sure` are the days that it
    holds for sure), and people who are known to be of the kind that the total counts. Where a document states one of
    these not clearly enough the answer is unknown.
    """
    if (known.places and its.places and known.places.isdisjoint(its.places)) or _is_larger(its, known):
        return "no"
    answers = (
        _judge_mechanism(total.kind, its.kinds),
        _judge_period(total, act, sure),
        _judge_population(known.classes, its.classes),
    )
    return "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"


def _is_larger(its, known):
    """Whether an act frees more people than the total counts."""
    return its.least is not None and known.most is not None and its.least > known.most


def _judge_mechanism(kind, kinds):
    """Pardons are in a total of pardons; whether they are in a total of releases the documents do not say."""
    if kind in kinds:
        return "yes"
    return "unknown" if kind == "release" or kinds == {"release"} else "no"


def _judge_period(total, act, sure):
    """The act's whole date inside the period; a period whose start or end is approximate is not sure at its edge."""
    if (total.latest and act.earliest > total.latest) or (total.earliest and act.latest < total.earliest):
        return "no"
    first, last = sure
    return "yes" if first and last and first <= act.earliest and act.latest <= last else "unknown"


def _read_sure_period(total):
    """The days that lie in a period for sure; of an approximate start or end, only what lies beyond all its days."""
    if not total.period or "/" not in total.period:
        return total.earliest, total.latest
    start, end = total.period.split("/")
    first = None if start in ("", "..") else read_days(start)[1 if is_approximate(start) else 0]
    last = None if end in ("", "..") else read_days(end)[0 if is_approximate(end) else 1]
    return (first and first.isoformat()), (last and last.isoformat())


def _judge_population(counted, known):
    """The same class of people; a total without a label takes an act whose people are known to be political cases."""
    if not known:
        return "unknown"
    return "yes" if not counted or counted & known else "unknown"


@dataclasses.dataclass(slots=True)
class KnownShare:
    """How much of a cumulative count the documents name act by act."""

    total: str  # the cumulative event
    acts: list  # events that lie inside it
    possible_acts: list  # events that may
    low: int
    high: int | None  # None: open
    is_more: bool  # whether the acts inside hold more people than the count, which then does not count alike


def sum_known_acts(total, events):
    """Bounds of the persons in single acts known to lie inside a cumulative count, as a `KnownShare`.

    Only acts are summed: no part of an act's people, no other total, no stock. Acts that may be one and the same count
    once in the lower bound; acts that only may lie inside count in the upper bound alone.
    """
    by_id = {event.event_id: event for event in events}
    inside = [by_id[name] for name in total.contains if name in by_id]
    possible = [by_id[name] for name in total.may_contain if name in by_id]
    low = sum_least(inside)
    highs = [_read_most(event) for event in inside + possible]
    high = None if None in highs else sum(highs)
    most = _read_most(total)
    if most is not None and low <= most:
        high = most if high is None else min(high, most)
    names = ([event.event_id for event in group] for group in (inside, possible))
    is_more = most is not None and low > most
    return KnownShare(total.event_id, *names, low, high, is_more)


def sum_least(events):
    """The least number of persons in some acts; of acts that may be the same, the largest stands for all."""
    least, counted, doubted = 0, set(), set()
    for event in sorted(events, key=lambda event: (-_read_least(event), event.event_id)):
        doubts = {doubt["event"] for doubt in event.doubts}
        if event.event_id not in doubted and not doubts & counted:
            least += _read_least(event)
            counted.add(event.event_id)
            doubted |= doubts
    return least


def _read_least(event):
    """The least number of persons that an act's claims allow; 0 if they state none."""
    return read_bounds(event.low, event.high, event.relation)[0] or 0


def _read_most(event):
    """The greatest number of persons that an act's claims allow; None if it is open."""
    return read_bounds(event.low, event.high, event.relation)[1]
