"""A document's words, folded for matching, with the sentence and the place in the document that each belongs to."""

import bisect
import collections
import itertools
import re

from clemency.lexicon import find_actors_named, fold_with_offsets, load_actor_countries, load_language
from clemency.lexicon.match import TOKEN, Hits, fold

_BROKEN_NUMBER = re.compile(r"\d, \d")


class Words(list):
    """The folded words of a text, which know the language that they are of, and how far apart they stand."""

    __slots__ = ("_asides", "_widths", "language")

    def __init__(self, language):
        super().__init__()
        self.language = language

    def sum_widths(self):
        """Sum up once, when all words are there, what the distances between them are made of."""
        self._widths = [0, *itertools.accumulate(map(self.language.widths.__getitem__, self))]
        self._asides = [0, *itertools.accumulate(map(_ASIDES.get, self, itertools.repeat(0)))]

    def measure(self, first, last):
        """The words `[first, last)`, with more for what parts clauses, without what stands in brackets or dashes."""
        if self._asides[last] - self._asides[first] < _ASIDE:
            return self._widths[last] - self._widths[first]
        return sum(map(self.language.widths.__getitem__, _drop_asides(self[first:last])))


_ASIDES = {"(": 2, "—": 1}  # a bracket, or two dashes, may set something apart
_ASIDE = 2


def _drop_asides(gap):
    """The words between two places without what stands in brackets or between two dashes."""
    for opens, closes in (("(", ")"), ("—", "—")):
        while opens in gap and closes in gap[gap.index(opens) + 1 :]:
            start = gap.index(opens)
            gap = gap[:start] + gap[gap.index(closes, start + 1) + 1 :]
    return gap


class Text:
    """Folded words with their offsets; `sentences` are ranges `(first, last)` of words, `hits` one list a sentence."""

    def __init__(self, document):
        self.document = document
        self.language = load_language(document.language)
        self.words, self.starts, self.ends = Words(self.language), [], []
        self.sentences, self.hits = [], []
        self.people = None  # whom a surname names, once it is known who is introduced by an office
        self.actors = {}  # those who could speak, by sentence, filled as they are asked for
        for sentence in document.sentences:
            first = len(self.words)
            self._add_words(sentence)
            self.sentences.append((first, len(self.words)))
            hits = _drop_names(self.language.matcher.find(self.words, first, len(self.words)))
            months = [hit for hit in hits.of("status") if self._is_month(hit, first)]
            self.hits.append(Hits(hit for hit in hits if hit not in months) if months else hits)
        self.words.sum_widths()
        self.home = self._find_home()

    def _is_month(self, hit, first):
        """«May» inside a sentence is the month, and plans nothing."""
        return hit.first > first and self.words[hit.first] in self.language.months and self.is_capital(hit.first)

    def _find_home(self):
        """The country that the document is about, or None: the one that it names most.

        One named beside a word of custody («Belarusian prisons») counts twice; whoever speaks for a
        country («Viasna») counts as one of its names, since the governments of others are named often, too.
        """
        named, countries = collections.Counter(), load_actor_countries()
        for hits in self.hits:
            custody = {i for hit in hits.of("custody") for i in range(hit.first - 2, hit.last + 2)}
            for hit in hits.of("country"):
                named[hit.entry] += 2 if hit.first in custody else 1
            named.update(countries[hit.entry[1]] for hit in hits.of("actor") if hit.entry[1] in countries)
        for actor in find_actors_named(self.document.outlet):
            if actor[1] in countries:
                named[countries[actor[1]]] += 2
        return max(named, key=lambda code: (named[code], code)) if named else None

    def _add_words(self, sentence):
        folded, offsets = (
            fold_with_offsets(sentence.text) if self.language.code == "be" else (fold(sentence.text), None)
        )
        words, base, at = TOKEN.findall(folded), sentence.start, 0
        if _BROKEN_NUMBER.search(folded):
            words = self._split_after_months(words)
        self.words += words
        for word in words:
            at = folded.index(word, at)  # only space stands between two words
            end = at + len(word)
            self.starts.append(base + (offsets[at] if offsets else at))
            self.ends.append(base + (offsets[end] if offsets else end))
            at = end

    def _split_after_months(self, words):
        """«June 21, 300 people» holds two numbers; «1, 300» alone is one broken one."""
        pieces, months = [], self.language.months
        for word in words:
            if ", " in word and any(before in months for before in pieces[-2:]):
                head, _, tail = word.partition(", ")
                pieces += [head, ",", tail]
            else:
                pieces.append(word)
        return pieces

    def sentences_in(self, start, end):
        """The numbers of the sentences that overlap `[start, end)` of the document's text."""
        sentences = self.document.sentences
        first = bisect.bisect_right(sentences, start, key=lambda sentence: sentence.end)
        return range(first, bisect.bisect_left(sentences, end, lo=first, key=lambda sentence: sentence.start))

    def sentence_at(self, word):
        """The number of the sentence that holds a word."""
        return bisect.bisect_right(self.sentences, (word, float("inf"))) - 1

    def original(self, first, last):
        """The document's own characters from word `first` up to word `last` (exclusive)."""
        return self.document.text[self.starts[first] : self.ends[last - 1]]

    def is_capital(self, word):
        """Whether a word begins with a capital letter in the document."""
        return self.document.text[self.starts[word]].isupper()


def _drop_names(hits):
    """Without the words for an act that stand in a name: Amnesty International is none, nor a press release."""
    names = hits.of("names_not_acts")
    if not names:
        return hits
    return Hits(
        hit
        for hit in hits
        if hit.section != "kind" or not any(name.first <= hit.first and hit.last <= name.last for name in names)
    )
