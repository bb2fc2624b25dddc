"""A document's words, folded for matching, with the sentence and the place in the document that each belongs to."""

import bisect
import collections
import functools
import itertools
import operator
import re

from clemency.lexicon import find_actors_named, find_countries_named, load_actor_countries, load_language
from clemency.lexicon.match import TOKEN, Hits, find_hits, fold

_BROKEN_NUMBER = re.compile(r"\d, \d")
_GROUP = 3  # digits of a number's group
_SWAP_BACK = 6  # sentences back to an exchange of which «they handed over 16» tells one side


class Words(list):
    """The folded words of a text, which know the language that they are of, and how far apart they stand."""

    __slots__ = ("_widths", "begun", "ended", "language", "marks")

    def __init__(self, language):
        super().__init__()
        self.language = language

    def look_up(self):
        """Look up once, when all words are there, what the language knows of each: see `Language.known`."""
        known = [*map(self.language.known.__getitem__, self)]
        self.begun, self.ended, self.marks, widths = zip(*known, strict=True) if known else ((),) * 4
        self._widths = [0, *itertools.accumulate(widths)]

    def measure(self, first, last):
        """The words `[first, last)`, with more for what parts clauses, without what stands in brackets or dashes."""
        gap = self[first:last]
        if "(" in gap or gap.count("—") > 1:  # a bracket, or two dashes, may set something apart
            return sum(self.language.known[word][-1] for word in _drop_asides(gap))
        return self._widths[last] - self._widths[first]


def _drop_asides(gap):
    """The words between two places without what stands in brackets or between two dashes."""
    for opens, closes in (("(", ")"), ("—", "—")):
        while opens in gap and closes in gap[gap.index(opens) + 1 :]:
            start = gap.index(opens)
            gap = gap[:start] + gap[gap.index(closes, start + 1) + 1 :]
    return gap


_OPENING = 4  # sentences
_COUNTING = ("human_rights", "opposition")
# The mark that opens stands before all, so that the search can skip to it.
QUOTED = re.compile(r"[“«\"](?:(?<=“)[^”]{1,1500}”|(?<=«)[^»]{1,1500}»|(?<=\")[^\"]{1,1500}\")")


class Text:
    """Folded words with their offsets; `sentences` are ranges `(first, last)` of words, `hits` one list a sentence."""

    def __init__(self, document):
        self.document = document
        self.language = load_language(document.language)
        self.words, self.starts, self.ends = Words(self.language), [], []
        self.people = None  # whom a surname names, once it is known who is introduced by an office
        self.outlets = None  # where it names its outlet, by sentence, once that is asked for
        self.own_class = None  # the class and name of its outlet, likewise
        self.actors = {}  # those who could speak, by sentence, filled as they are asked for
        folded = fold(document.text)
        self._has_broken = _BROKEN_NUMBER.search(folded)
        ends = [self._add_words(folded, sentence) for sentence in document.sentences]
        self._firsts = [0, *ends]
        self.sentences = [*zip(self._firsts, ends, strict=False)]
        self.words.look_up()
        marks = self.words.marks
        self.marks = [functools.reduce(operator.or_, marks[first:last], 0) for first, last in self.sentences]
        self._marked = [[*itertools.compress(range(*span), marks[slice(*span)])] for span in self.sentences]
        self.hits = [self._find_hits(first, last) for first, last in self.sentences]
        self._drop_one_sided()
        self._holding = collections.defaultdict(list)  # sentences by the sections that they have hits of
        for n, hits in enumerate(self.hits):
            for section in hits.sections:
                self._holding[section].append(n)
        self.countries = self._list_countries()
        self.home = self.countries[0] if self.countries else None
        self.homes = self._find_sides() or ([self.home] if self.home else [])  # whose officials are no foreign ones

    def _find_hits(self, first, last):
        """The hits of the words of a sentence, without those that are a part of a name or of a date."""
        words = self.words
        hits = find_hits(words[first:last], words.begun[first:last], words.ended[first:last], first)
        hits = _drop_names(hits) if hits.of("names_not_acts") else hits
        months = [hit for hit in hits.of("status") if self._is_month(hit, first)] if hits.of("status") else ()
        return Hits(hit for hit in hits if hit not in months) if months else hits

    def _drop_one_sided(self):
        """Drop the words for one side of an exchange, «handed over 16», where no exchange is named shortly before."""
        named = -_SWAP_BACK - 1
        for n, hits in enumerate(self.hits):
            acts = hits.of("kind")
            one_sided = {act.entry.of_swap for act in acts if act.entry.kind == "exchange"} if acts else ()
            if False in one_sided:
                named = n
            elif one_sided and n - named > _SWAP_BACK:
                self.hits[n] = Hits(hit for hit in hits if hit.section != "kind" or not hit.entry.of_swap)

    def sentences_with(self, *sections):
        """The numbers of the sentences that have hits of any of some sections, in order."""
        if len(sections) == 1:
            return self._holding.get(sections[0], ())
        return sorted({n for section in sections for n in self._holding.get(section, ())})

    def list_hits(self, section):
        """The hits of a section in the whole text, in order."""
        return [hit for n in self.sentences_with(section) for hit in self.hits[n].of(section)]

    def find_marked(self, number, mark):
        """The places of a sentence's words that may begin something."""
        marks = self.words.marks
        return [i for i in self._marked[number] if marks[i] & mark] if self.marks[number] & mark else []

    def _is_month(self, hit, first):
        """«May» inside a sentence is the month, and plans nothing."""
        return hit.first > first and self.words[hit.first] in self.language.months and self.is_capital(hit.first)

    def _list_countries(self):
        """The countries that the document names, the one that it is about first: the one that it names most.

        One named beside a word of custody («Belarusian prisons») counts twice; whoever speaks for a country counts as
        one of its names, since the governments of others are named often, too, and who counts its prisoners
        («Viasna») as two.
        """
        named, countries = collections.Counter(), load_actor_countries()
        for n in self.sentences_with("country", "actor"):
            hits = self.hits[n]
            custody = {i for hit in hits.of("custody") for i in range(hit.first - 2, hit.last + 2)}
            for hit in filter(self._names_country, _list_apart(hits.of("country"))):
                named[hit.entry] += 2 if hit.first in custody else 1
            for hit in _list_apart(hits.of("actor")):
                if hit.entry[1] in countries:
                    named[countries[hit.entry[1]]] += 2 if hit.entry[0] in _COUNTING else 1
        for code in [*self._find_outlet_country(named, countries), *self.language.rules["countries"]]:
            named[code] += 2
        mostly = self.language.rules["countries"]
        # of two, the one that texts in the language are mostly about, or else the one named first
        return sorted(named, key=lambda code: (named[code], code in mostly), reverse=True)

    def _find_outlet_country(self, named, countries):
        """Of a known outlet, the country that its name holds, whoever owns it («Sputnik Беларусь»), or else its own.

        The name of another one tells where it is, which counts only if its text names no country twice.
        """
        here = find_countries_named(self.document.outlet)[:1]
        known = [countries[actor[1]] for actor in find_actors_named(self.document.outlet) if actor[1] in countries]
        return here or known if known or max(named.values(), default=0) < 2 else []

    def _names_country(self, hit):
        """Whether a word for a country is one: a «turkey» is none where such words begin with a capital letter."""
        return self.is_capital(hit.first) or not self.language.rules["capital_countries"]

    def _find_sides(self):
        """The two states that swap prisoners of war, by one of the first sentences: both tell of their own act."""
        opening = [n for n in self.sentences_with("prisoners_of_war") if n < _OPENING]
        for m in range(opening[-1] + 1 if opening else 0):
            sides = {hit.entry: None for hit in self.hits[m].of("country")}
            if len(sides) == 2 and any(hit.entry.kind == "exchange" for hit in self.hits[m].of("kind")):
                return [*sides]
        return None

    def _add_words(self, folded, sentence):
        """Take the words of a sentence of the folded text, and tell how many words there are now."""
        found = [*TOKEN.finditer(folded, sentence.start, sentence.end)]
        words = self.language.respell([*map(re.Match.group, found)])
        starts, ends = [*map(re.Match.start, found)], [*map(re.Match.end, found)]
        if self._has_broken and _BROKEN_NUMBER.search(folded, sentence.start, sentence.end):
            self._split_pairs(words, starts, ends)
        self.words += words
        self.starts += starts
        self.ends += ends
        return len(self.words)

    def _split_pairs(self, words, starts, ends):
        """«June 21, 300 people» and «of the 553, 127 left» hold two numbers; «1, 300» alone is one broken one."""
        months, i = self.language.months, 0
        while i < len(words):
            head, pause, tail = words[i].partition(", ")
            dated = pause and any(before in months for before in words[max(0, i - 2) : i])
            if dated or (len(head) == _GROUP == len(tail) and int(tail) and pause):
                comma = starts[i] + len(head)
                words[i : i + 1] = head, ",", tail
                starts[i + 1 : i + 1] = comma, comma + 2
                ends[i:i] = comma, comma + 1
            i += 1

    def sentences_in(self, start, end):
        """The numbers of the sentences that overlap `[start, end)` of the document's text."""
        sentences = self.document.sentences
        first = bisect.bisect_right(sentences, start, key=lambda sentence: sentence.end)
        return range(first, bisect.bisect_left(sentences, end, lo=first, key=lambda sentence: sentence.start))

    def sentence_at(self, word):
        """The number of the sentence that holds a word."""
        return bisect.bisect_right(self._firsts, word, hi=len(self.sentences)) - 1

    def original(self, first, last):
        """The document's own characters from word `first` up to word `last` (exclusive)."""
        return self.document.text[self.starts[first] : self.ends[last - 1]]

    def is_capital(self, word):
        """Whether a word begins with a capital letter in the document."""
        return self.document.text[self.starts[word]].isupper()


def _list_apart(hits):
    """The hits, in order, without those that overlap one before them: «Дональд Трамп» is met by two spellings."""
    kept = []
    for hit in hits:
        if not kept or kept[-1].last <= hit.first:
            kept.append(hit)
    return kept


def _drop_names(hits):
    """Without the words for an act that stand in a name: Amnesty International is none, nor a press release."""
    names = hits.of("names_not_acts")
    return Hits(
        hit
        for hit in hits
        if hit.section != "kind" or not any(name.first <= hit.first and hit.last <= name.last for name in names)
    )
