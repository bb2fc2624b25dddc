"""What an act's witnesses say of its number: the exact number told most often, else every number that is told."""

import dataclasses

from clemency.chronology.counts import judge_counts

_ORDER = ("equal", "part", "agree", "near", None)  # of answers, the best first


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
        self._heads, self._statements = [], []

    def add(self, head, statement):
        """Take in the claim that stands for a further witness, and what it states; without a number it adds nothing."""
        if statement is None:
            return
        number = self._hedged if statement.exact is None else self._exact.setdefault(statement.exact, _Number())
        number.times += 1
        number.heads.setdefault(statement, (self._size, head))
        self._size += 1
        chosen = sorted(self._choose_heads())
        self._heads, self._statements = [head for _, head, _ in chosen], [statement for _, _, statement in chosen]

    def _choose_heads(self):
        """(place, claim, statement) of the number told most often, or of all hedged ones, each statement once."""
        most = max((number.times for number in self._exact.values()), default=0)
        told = [number for number in self._exact.values() if number.times == most] or [self._hedged]
        return [(*pair, statement) for number in told for statement, pair in number.heads.items()]

    def find_first(self):
        """The first claim that tells the number of the core; None if no number is told."""
        return self._heads[0] if self._heads else None

    def judge(self, statement):
        """How a claim's statement stands to the core: uncounted, or the best answer of `judge_counts` to any of it."""
        if statement is None or not self._statements:
            return "uncounted"
        if len(self._statements) == 1:
            return judge_counts(self._statements[0], statement)
        return min((judge_counts(own, statement) for own in self._statements), key=_ORDER.index)
