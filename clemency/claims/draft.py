"""A claim while it is being read: what was found so far, before dates, sources and repeats are settled."""

import dataclasses
import itertools


@dataclasses.dataclass(slots=True)
class Draft:
    """One statement of a sentence; word positions refer to the document's Text."""

    sentence: int
    first: int
    last: int
    kind: str
    rule: str
    status: str
    low: int | None = None
    high: int | None = None
    relation: str | None = None
    stock: bool = False
    trigger: object = None
    label: object = None
    headline: bool = False
    whole: object = None  # the draft that «of them» points back to
    after: object = None  # the draft that a number without noun or verb goes on from
    total: bool = False  # "bringing the total to 250"
    definite: bool = False
    also: bool = False  # "also pardoned 30": another act than the one before
    more: bool = False  # "45,000 others": not the same people as before
    voice: object = None
    voice_is_own: bool = False
    when: object = None
    date: str | None = None
    period: str | None = None
    date_basis: str = "unknown"
    date_reason: str = ""
    breakdown: dict = dataclasses.field(default_factory=dict)
    repeats: list = dataclasses.field(default_factory=list)

    @property
    def value(self):
        """The number stated, or None."""
        return self.low if self.low is not None else self.high

    @property
    def span(self):
        """Its words, with those of its trigger left out."""
        return self.first, self.last

    def take_date(self, basis, reason, date=None, period=None, when=None):
        """Be of a date or of a period, for a reason; `when` is the expression that tells it of this count itself."""
        self.date, self.period, self.when = date, period, when
        self.date_basis, self.date_reason = basis, reason


class Drafts(list):
    """The drafts of a document in the order of its sentences, found by sentence and by value without a long search."""

    def __init__(self):
        super().__init__()
        self._by_sentence, self._by_value, self._indexed = {}, {}, 0
        self._dated, self._noted = {}, itertools.count()

    def append(self, draft):
        """Take one more draft, of the last sentence that has any or of a later one."""
        super().append(draft)
        self._by_sentence.setdefault(draft.sentence, []).append(draft)

    def of_sentence(self, n):
        """The drafts of a sentence, in order."""
        return self._by_sentence.get(n, ())

    def back_to(self, n):
        """The drafts of sentence n and later, the last one first."""
        for draft in reversed(self):
            if draft.sentence < n:
                return
            yield draft

    def of_value(self, value, n):
        """The drafts up to sentence n, which is being read, that state a value, in order."""
        while self._indexed < len(self) and self[self._indexed].sentence < n:  # later ones may change yet
            draft = self[self._indexed]
            self._by_value.setdefault(draft.value, []).append(draft)
            self._indexed += 1
        now = [draft for draft in self.of_sentence(n) if draft.value == value]
        return self._by_value.get(value, []) + now

    def note_date(self, draft, *places):
        """Note that the date or period of a draft is known, if it is, for those of some places to take it over."""
        if draft.date or draft.period:
            when = draft.when and (draft.when.role, bool(draft.when.start))
            sort = draft.kind, draft.rule, draft.value is None, bool(draft.date), bool(draft.period), when
            for place in places:
                self._dated.setdefault(place, {}).setdefault(sort, []).append((next(self._noted), draft))

    def dated_before(self, n, *places):
        """The drafts of some places whose date or period is known, the last one first.

        Of those alike in all that decides whether a draft of sentence n may take their date over, there are only the
        ones of that sentence and the last one before it: going through all of them takes time by the square.
        """
        found = {}
        for place in places:
            for alike in self._dated.get(place, {}).values():
                for order, draft in reversed(alike):
                    found[order] = draft
                    if draft.sentence < n:
                        break
        return [found[order] for order in sorted(found, reverse=True)]
