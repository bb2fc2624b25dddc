"""Cumulative counts: totals that contain acts, and are added to none."""

import bisect
import dataclasses
import datetime
import itertools
import math

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
    groups = [(group, _read_people(group, context)) for group in _group_totals(totals, context)]
    # totals of like people one after another, for which the acts are judged once
    groups.sort(key=lambda row: (row[0][0].kind, *map(sorted, (row[1].classes, row[1].places, row[1].homes))))
    return [_make_total(group, people, acts, context) for group, people in groups]


def _group_totals(totals, context):
    """Cumulative claims of one kind, number, period and country belong together; everything else stands alone."""
    groups = {}
    for claim in sorted(totals, key=lambda claim: claim.claim_id):
        same = (claim.kind, claim.status, claim.low, claim.high, claim.relation)
        key = (*same, tuple(context.places.get(claim.document, [])[:1]), claim.earliest, claim.latest)
        alone = claim.relation is None or claim.latest is None
        groups.setdefault((claim.claim_id,) if alone else key, []).append(claim)
    return list(groups.values())


@dataclasses.dataclass(frozen=True)
class _People:
    """What is known of the people of a count, by which whole groups of acts are held against a total at once."""

    kinds: frozenset
    classes: frozenset
    places: frozenset  # countries that the documents name
    homes: frozenset  # those that they are about


def _read_people(claims, context):
    """The kinds, specific populations and countries of some claims."""
    named = [context.places.get(claim.document, []) for claim in claims]
    return _People(
        frozenset(claim.kind for claim in claims),
        frozenset().union(*(classify_population(claim) for claim in claims)),
        frozenset(itertools.chain(*named)),
        frozenset(itertools.chain(*(places[:1] for places in named))),
    )


class _Days:
    """Some acts in the order of their first days: these, their last days, and the least numbers that they free."""

    def __init__(self, rows):
        self._firsts, self._lasts, self._leasts, self._places = map(list, zip(*rows, strict=True))
        self._widest = max(map(int.__sub__, self._lasts, self._firsts))

    def find(self, first, last, most):
        """The places of the acts that touch the days `[first, last]` and free at most so many."""
        lasts, leasts, places = self._cut(bisect.bisect_left(self._firsts, first - self._widest), last)
        return [
            place for end, least, place in zip(lasts, leasts, places, strict=True) if end >= first and least <= most
        ]

    def find_inside(self, first, last):
        """The places of the acts that lie inside the days `[first, last]`."""
        lasts, _, places = self._cut(bisect.bisect_left(self._firsts, first), last)
        return [place for end, place in zip(lasts, places, strict=True) if end <= last]

    def _cut(self, begin, last):
        """The last days, least numbers and places of the acts from one on that begin on a day or before it."""
        span = slice(begin, bisect.bisect_right(self._firsts, last))
        return self._lasts[span], self._leasts[span], self._places[span]


class _Acts:
    """Dated acts: those whose days are known to some weeks, then the others, each in the order of their days.

    They are grouped by what is known of their people, so that most of what a total contains is judged once a group.
    """

    def __init__(self, events, claims, context):
        dated = (event for event in events if event.earliest and event.latest)
        acts = sorted(dated, key=lambda event: (_width(event) > PERIOD, event.earliest, event.event_id))
        self._names, self._groups, self._judged = [act.event_id for act in acts], {}, (None, ())
        days = ((_read_ordinal(act.earliest), _read_ordinal(act.latest)) for act in acts)
        self._rows = [
            (*span, _read_least(act), place) for place, (act, span) in enumerate(zip(acts, days, strict=True))
        ]
        self._narrow = sum(_width(act) <= PERIOD for act in acts)
        for place, act in enumerate(acts):
            people = _read_people([claims[name] for name in act.claims], context)
            self._groups.setdefault(people, []).append(place)

    def judge(self, total, people):
        """The names of the acts that a total contains, and of those that it may contain: see `judge_containment`."""
        first = _read_ordinal(total.earliest) if total.earliest else 0
        last = _read_ordinal(total.latest) if total.latest else math.inf
        most = read_bounds(total.low, total.high, total.relation)[1]
        sure = [_read_ordinal(day) if day else None for day in _read_sure_period(total)]
        inside, found = set(), []
        for answer, days in self._judge_groups(total.kind, people):
            found += days.find(first, last, math.inf if most is None else most)
            if answer == "yes" and None not in sure:
                inside.update(days.find_inside(*sure))
        found.sort()
        parts = [place for place in found if place in inside], [place for place in found if place not in inside]
        return ([*map(self._names.__getitem__, places)] for places in parts)

    def _judge_groups(self, kind, people):
        """(answer, acts) for the acts that totals of some kind and people contain or may contain, kept for the next."""
        key = kind, people.classes, people.places, people.homes
        if self._judged[0] != key:
            found = {"yes": [], "unknown": [], "no": []}
            for its, places in self._groups.items():
                found[judge_containment(kind, people, its)] += places
            parts = ((answer, days) for answer in ("yes", "unknown") for days in self._list_days(found[answer]))
            self._judged = key, [*parts]
        return self._judged[1]

    def _list_days(self, places):
        """The acts at some places in the order of their days, those of some weeks apart from the others."""
        places = sorted(places)
        wide = bisect.bisect_left(places, self._narrow)
        return [_Days([self._rows[place] for place in part]) for part in (places[:wide], places[wide:]) if part]


def _read_ordinal(day):
    """An ISO day as an ordinal."""
    return datetime.date.fromisoformat(day).toordinal()


def _width(event):
    """How many days an event's date allows, less one."""
    return _read_ordinal(event.latest) - _read_ordinal(event.earliest)


def _make_total(group, people, acts, context):
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
    if head.status in OCCURRED:
        event.contains, event.may_contain = acts.judge(head, people)
    return event


def judge_containment(kind, people, its):
    """Whether a total of a kind contains acts in its period that free no more people than it counts: yes, no, unknown.

    Yes needs the same mechanism, and people who are known to be of the kind that the total counts; `people` and `its`
    tell of those of the total and of the acts. Where a document states one of these not clearly enough the answer is
    unknown, and so it is for an act of which not every day that it may have had lies in the period for sure.
    """
    apart = people.homes.isdisjoint(its.places) and its.homes.isdisjoint(people.places)
    if apart and people.places and its.places:
        return "no"
    answers = _judge_mechanism(kind, its.kinds), _judge_population(people.classes, its.classes)
    return "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"


def _judge_mechanism(kind, kinds):
    """Pardons are in a total of pardons; whether they are in a total of releases the documents do not say."""
    if kind in kinds:
        return "yes"
    return "unknown" if kind == "release" or kinds == {"release"} else "no"


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
