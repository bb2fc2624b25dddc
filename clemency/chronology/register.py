"""Acts entered under what is known of them, so that a claim looks only at those that it could be of."""

import datetime
import math

from clemency.chronology.acts import NARROW, PERIOD, find_family
from clemency.chronology.counts import NEAR, is_exact

LARGE = 300  # from here on, numbers that differ little are seldom two


class Register:
    """Acts by the days, months, years, numbers and names under which a witness looks for its own."""

    def __init__(self):
        self.acts = []
        self._keys = {}

    def add(self, act):
        """Enter an act under everything that is known of it now; later witnesses only narrow it."""
        self.acts.append(act)
        for key in self._find_keys(act):
            self._keys.setdefault(key, []).append(act)

    def find(self, witness):
        """Acts that a witness could be of, each once, in the order in which they were entered."""
        found = {}
        for key in self._choose_keys(witness):
            for act in self._keys.get(key, ()):
                found.setdefault(id(act), act)
        return found.values()

    @staticmethod
    def _find_keys(act):
        family = find_family(act.head.head.kind)
        for claim in act.claims():
            yield family, "document", claim.document
        for name in sorted(act.head.names) if act.head.is_small else ():
            yield family, "name", name
        if act.width is None or act.head.is_small:
            return
        if is_exact(act.head.head):
            yield family, "count", _find_size(act.head.head.low)
        if act.width <= NARROW:
            yield from ((family, "day", day) for day in range(act.first, act.last + 1))
        span = "month" if act.width <= PERIOD else "year"
        yield from ((family, span, key) for key in _find_spans(act.first, act.last, span))
        if NARROW < act.width <= PERIOD:
            yield from ((family, "whole month", key) for key in _find_spans(act.first, act.last, "month"))
        yield from ((family, "any year", key) for key in _find_spans(act.first, act.last, "year"))

    @staticmethod
    def _choose_keys(witness):
        family = find_family(witness.head.kind)
        if witness.is_small:
            return [(family, "name", name) for name in sorted(witness.names)]
        if witness.width is None:
            keys = [(family, "document", claim.document) for claim in witness.claims]
            return keys + _list_counts(family, witness.head)
        # an act may be a day off, unless the days of either are known to weeks only
        reach = 1 if witness.width <= NARROW else 0
        first, last = witness.first - reach, witness.last + reach
        uncounted = witness.head.relation is None
        years = [(family, "year", key) for key in _find_spans(first, last, "year")] if uncounted else []
        if witness.width <= NARROW:
            days = [(family, "day", day) for day in range(first, last + 1)]
            return days + [(family, "whole month", key) for key in _find_spans(first, last, "month")] + years
        if witness.width <= PERIOD:
            return [(family, "month", key) for key in _find_spans(first, last, "month")] + years
        if uncounted:
            return [(family, "any year", key) for key in _find_spans(first, last, "year")]
        return _list_counts(family, witness.head)


def _find_size(number):
    """A small number itself, a large one's place on a scale on which numbers that are near are neighbours."""
    return number if number < LARGE else LARGE + int(math.log(number) / NEAR)


def _list_counts(family, claim):
    """The keys of all exact numbers that equal a claim's or, if it is large, are near to it."""
    if not is_exact(claim):
        return []
    size = _find_size(claim.low)
    return [(family, "count", near) for near in ((size,) if size < LARGE else (size - 1, size, size + 1))]


def _find_spans(first, last, span):
    """The months or years that some days touch, as sortable keys."""
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if span == "year":
        return range(start.year, end.year + 1)
    return range(start.year * 12 + start.month, end.year * 12 + end.month + 1)
