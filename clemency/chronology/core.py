"""What an act's witnesses say of its number: the exact number told most often, else every number that is told."""

import dataclasses

from clemency.chronology.counts import is_exact, judge_counts

_ORDER = ("equal", "part", "agree", "near", "uncounted")  # of answers, the best first


@dataclasses.dataclass(slots=True)
class _Number:
    """How many witnesses tell a number, and the first of each way in which they tell it."""

    times: int = 0
    heads: dict = dataclasses.field(default_factory=dict)  # statement -> (place among the witnesses, claim)


class Core:
    """The numbers of an act, told together as witnesses come, so that a claim is set against each statement once."""

    def __init__(self):
        self._exact, self._hedged = {}, _Number()
        self._size = 0
        self._heads, self._answers = [], {}

    def add(self, head):
        """Take in the claim that stands for a further witness; one without a number adds nothing."""
        if head.relation is None:
            return
        number = self._exact.setdefault(head.low, _Number()) if is_exact(head) else self._hedged
        number.times += 1
        number.heads.setdefault(_find_statement(head), (self._size, head))
        self._size += 1
        heads = self._choose_heads()
        if heads != self._heads:
            self._heads, self._answers = heads, {}

    def _choose_heads(self):
        """One claim for each statement of the number told most often, or of all hedged ones, the earliest first."""
        most = max((number.times for number in self._exact.values()), default=0)
        told = [number for number in self._exact.values() if number.times == most] or [self._hedged]
        return sorted(pair for number in told for pair in number.heads.values())

    def find_first(self):
        """The first claim that tells the number of the core; None if no number is told."""
        return self._heads[0][1] if self._heads else None

    def judge(self, claim):
        """How a claim's number stands to the core: the best answer of `judge_counts` to any of its statements."""
        if claim.relation is None or not self._heads:
            return "uncounted"
        statement = _find_statement(claim)
        if statement not in self._answers:
            answers = {judge_counts(head, claim) for _, head in self._heads}
            self._answers[statement] = next((answer for answer in _ORDER if answer in answers), None)
        return self._answers[statement]


def _find_statement(claim):
    """All of a claim that matters to how its number stands to others."""
    return claim.relation, claim.low, claim.high, frozenset(claim.breakdown.values())
