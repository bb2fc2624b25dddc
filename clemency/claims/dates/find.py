"""Dates in sentences: written ones and relative ones, resolved against the dateline or the day of publication."""

import dataclasses

from clemency.claims.dates.periods import PERIODS, find_bare_days, find_periods, find_steps
from clemency.claims.dates.ranges import join_ranges, open_onwards, open_periods
from clemency.claims.dates.relative import PHRASES, find_days, find_relative
from clemency.claims.dates.written import find_first_months, find_month_pairs, find_seasons, find_written
from clemency.lexicon import DATE, RELATIVE, SEASON, STEP
from clemency.messages import quote, say

# What could begin an expression: the marks of words, and the sections of phrases.
_MARKS = DATE | RELATIVE | STEP | SEASON
_SECTIONS = frozenset([*PHRASES, *PERIODS, "since", "since_then", "same_period"])


@dataclasses.dataclass(slots=True)
class When:
    """A date expression in the words `[first, last)`, as EDTF; `start` is given where it opens a period."""

    first: int
    last: int
    date: str | None
    basis: str
    reason: str
    role: str = "point"  # point, since, span (a whole week, month or year), range
    start: str | None = None
    edge: str | None = None  # of «the end of April»: about the day that a stock is as of
    back: str | None = None  # of a weekday that lies ahead: the day that it is for what has been done
    season: bool = False


def may_hold_dates(text, number):
    """Whether any word or phrase of a sentence could begin a date expression."""
    return bool(text.marks[number] & _MARKS) or text.hits[number].hold_any(_SECTIONS)


def find_dates(text, number, reference, before, period, planned=False, frames=None):
    """Every date expression of a sentence, in order.

    `before` is the last expression of the sentences before it, for «since then»; `period` the last one that opened
    or named a period, for «in the same period»; `frames` the year and the month of the headline, by their unit.
    """
    finder = _Finder(text, number, reference, before, period, planned)
    marks, phrased = text.marks[number], finder.hits.hold_any(_SECTIONS)
    if marks & DATE:
        find_written(finder)
        find_month_pairs(finder)
    if marks & STEP:
        find_steps(finder)
    if marks & DATE:
        find_bare_days(finder, frames or {})
    if phrased:
        find_periods(finder, frames or {})
    if marks & RELATIVE:
        find_days(finder)
    if phrased:
        find_relative(finder)
    find_first_months(finder)
    if marks & SEASON:
        find_seasons(finder)
    join_ranges(finder)
    open_onwards(finder)
    if phrased:
        open_periods(finder, frames or {})
    return sorted(finder.found, key=lambda when: when.first)


class _Finder:
    """One sentence's date expressions, built up rule by rule."""

    def __init__(self, text, number, reference, before, period, planned):
        self.text, self.number, self.words, self.hits = text, number, text.words, text.hits[number]
        self.reference, self.before, self.period, self.planned = reference, before, period, planned
        self.language, self.found, self.consumed = text.language, [], set()
        self.rules = text.language.rules["dates"]
        self.first, self.last = text.sentences[number]

    def find_marked(self, mark):
        """The places of the sentence's words that may begin something."""
        return self.text.find_marked(self.number, mark)

    def quote(self, first, last):
        """The words of an expression as the document writes them, between the quotation marks of the report."""
        return quote(" ".join(self.text.original(first, last).split()))

    def add(self, first, last, date, basis, pattern, role="point", start=None, **known):
        """Add an expression with the reason for it, unless some of its words belong to one already."""
        if any(when.first < last and first < when.last for when in self.found):
            return
        known = {"words": self.quote(first, last), "reference": self.reference.name, **known}
        self.found.append(When(first, last, date, basis, say(pattern, **known), role, start))

    def is_exact(self):
        """Whether the day that the sentence speaks from is known."""
        return self.reference.edtf and not self.reference.edtf.startswith("[")

    def mark_inferred(self, edtf):
        """An inferred year of the reference stays marked in what is counted from it."""
        if "?" not in self.reference.edtf or edtf[:1] == "[":
            return edtf
        return edtf[:4] + "%" if edtf[4:] == "~" else edtf[:4] + "?" + edtf[4:]  # «%»: about that year, and inferred

    def amount(self, i):
        """The number at a word, in digits or in letters, if it counts days, months or the like: up to a thousand."""
        if i >= self.last:
            return None
        word = self.words[i]
        known = int(word) if word.isdecimal() and len(word) <= 4 else self.language.number_words.get(word)
        amount = known or (1 if word in self.rules["one"] else None)
        return amount if amount and amount <= 1000 else None

    def is_half(self, i):
        """Whether the words up to i are «с половиной»."""
        return any(self.words[max(0, i - len(half)) : i] == half for half in self.language.halves)
