"""Find the lexicon's phrases in a text's words, by looking each distinct word up once."""

import collections
import itertools
import re

GAP = 8  # the most words that `...` stands for
MOST_WORDS = 200_000  # that are remembered; an archive holds names and numbers without end

FOLD = {
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "ё": "е",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "‑": "-",
    "–": "—",
    "−": "-",
}
# A number with grouped thousands ("1,328", "1 328", even the broken "1, 300") is one word, and so is "12.08.2024".
# The first character stands before all, so that the search can skip to it. The plainest words stand first, though the
# next pattern finds them, too: most are such, and are found a third faster.
TOKEN = re.compile(
    r"\S(?:(?<=[a-zа-яіў])[a-zа-яіў]*(?=[ ,.])|(?<=[^\W\d_])[^\W\d_]*(?:['-](?!s\b)[^\W\d_]+)*|"
    r"(?<=\d)(?:\d{0,2}(?:(?:[.,] ?| )\d{3})+(?![\d.,]*\d)|\d*(?:[.,]\d+)*)|(?<=')s\b|)"
)


def fold(text):
    """Lower case, plain quotation marks, apostrophes and spaces, ё as е; every character stays where it was."""
    folded = text.lower()
    if folded.isascii():
        return folded.replace("`", FOLD["`"])
    if len(folded) != len(text):  # a few letters, such as İ, grow when lowered
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, plain in FOLD.items():  # far faster than str.translate, which looks at every character
        folded = folded.replace(char, plain)
    return folded


class Hit:
    """A phrase found: the rule's section and entry, and the words `[first, last)` that it covers."""

    __slots__ = ("entry", "first", "last", "section")

    def __init__(self, section, entry, first, last):
        self.section, self.entry, self.first, self.last = section, entry, first, last


class Hits(list):
    """The hits of a sentence in order of where they begin, and by their section.

    `sections` are the names of those that have hits here; `of(section)` gives the hits of one, in order.
    """

    __slots__ = ("of", "sections")

    def __init__(self, hits=()):
        super().__init__(hits)
        by_section = collections.defaultdict(tuple)
        for hit in self:
            if hit.section in by_section:
                by_section[hit.section].append(hit)
            else:
                by_section[hit.section] = [hit]
        self.sections = frozenset(by_section)
        self.of = by_section.__getitem__  # the dict's own method: a sentence with a count is asked some sixty times

    def hold_any(self, sections):
        """Whether there is a hit of some of the sections, which are a set."""
        return not self.sections.isdisjoint(sections)

    def of_any(self, *sections):
        """The hits of several sections, in order."""
        found = ()
        for section in sections:
            if section in self.sections:
                if found:
                    return [hit for hit in self if hit.section in sections]
                found = self.of(section)
        return found


class _Word:
    """One place of a phrase: the exact words and the beginnings that it accepts."""

    __slots__ = ("exact", "is_plain", "starts")

    def __init__(self, text):
        options = text.split("|")
        self.exact = {option for option in options if not option.endswith("*")}
        self.starts = tuple(option[:-1] for option in options if option.endswith("*"))
        self.is_plain = not self.starts and "#" not in self.exact

    def accepts(self, word):
        """Whether the word fits; `#` accepts a number, and one like «twenty-four» whose parts fit."""
        if word in self.exact or (self.starts and word.startswith(self.starts)):
            return True
        return "#" in self.exact and (word[:1].isdecimal() or ("-" in word and self.exact.issuperset(word.split("-"))))


def split_phrase(phrase):
    """A phrase's places: words, with `...` kept as None."""
    places = []
    for part in phrase.split():
        if part == "...":
            places.append(None)
        elif part.startswith("-") and part.endswith("*"):
            places += [_Word("-"), _Word(part[1:])]
        elif "|" in part or part.endswith("*") or part == "#":
            places.append(_Word(part))
        else:
            places.extend(_Word(word) for word in TOKEN.findall(part))
    return places


class Known(dict):
    """What is known of each word, worked out when the word is met first."""

    def __init__(self, find):
        self._find = find

    def __missing__(self, word):
        found = self._find(word)
        if len(self) < MOST_WORDS:
            self[word] = found
        return found


class _Index:
    """Numbers of phrases by what one of their places accepts."""

    def __init__(self):
        self._exact, self._starts = {}, {}

    def add(self, place, number):
        """Note a phrase under its place."""
        for word in place.exact:
            self._exact.setdefault(word, []).append(number)
        for start in place.starts:
            self._starts.setdefault(start, []).append(number)

    def find(self, word):
        """The numbers of the phrases whose place accepts a word."""
        numbers = {*self._exact.get(word, ()), *(self._exact.get("#", ()) if word[0].isdecimal() else ())}
        if "-" in word[1:]:  # «twenty-four», where «twenty» and «four» are numbers
            parts = (self._exact.get(part, ()) for part in word.split("-"))
            numbers.update({*self._exact.get("#", ())}.intersection(*parts))
        for length in range(len(word) + 1):
            numbers.update(self._starts.get(word[:length], ()))
        return numbers


class Matcher:
    """All phrases of a language, by section, found in one pass over a list of folded words."""

    def __init__(self):
        self._phrases = []  # (places after the first, section, entry)
        self._first = _Index()  # the phrases by their first word,
        self._last = _Index()  # and those with a gap right after it by their last one

    def add(self, section, entry, phrases, prepare=fold):
        """Take phrases for one entry of a section; `prepare` folds them as the text is folded."""
        for phrase in phrases:
            first, *rest = split_phrase(prepare(phrase))
            self._first.add(first, len(self._phrases))
            if rest and rest[0] is None:
                self._last.add(rest[-1], len(self._phrases))
            self._phrases.append((rest, section, entry))

    def look_up(self, word):
        """The phrases that begin with a word, and the numbers of those that it could end behind a gap.

        Those that begin with it are single words, those with a fixed second word by it, and the others.
        """
        singles, by_second, others = [], {}, []
        for number in sorted(self._first.find(word)):
            rest, section, entry = self._phrases[number]
            if not rest:
                singles.append((section, entry))
            elif rest[0] and rest[0].is_plain:
                for second in rest[0].exact:
                    by_second.setdefault(second, []).append((rest[1:], section, entry))
            else:
                others.append((number, rest, section, entry))
        # what is read often, and small, is read fast: empty ones are one for all words
        return (singles or (), by_second or NOTHING[0][1], others or ()), (*self._last.find(word),)

    def find(self, words):
        """Every hit among words, in order of where it begins."""
        known = [self.look_up(word) for word in words]
        return find_hits(words, [begun for begun, _ in known], [ended for _, ended in known])


NOTHING = ((), {}, ()), ()  # what is looked up of a word that no phrase begins with, and that ends none
_END = ("", "")  # what stands behind the last word, so that a place that it might fill can be looked at


def find_hits(words, begun, ended, first=0):
    """Every hit in a sentence that begins at word `first`; the matcher looked up what each word begins and ends."""
    ended = {*itertools.chain.from_iterable(ended)}
    hits, words = [], [*words, *_END]
    for i, (singles, by_second, others) in enumerate(begun):
        for section, entry in singles:
            hits.append(Hit(section, entry, first + i, first + i + 1))
        second = words[i + 1]
        if second in by_second:
            hits += _find_rest(by_second[second], words, i + 2, first, first + i)
        elif second == '"' and words[i + 2] in by_second:
            hits += _find_rest(by_second[words[i + 2]], words, i + 3, first, first + i)
        for number, rest, section, entry in others:
            may_end = number in ended if rest[0] is None else second == '"' or rest[0].accepts(second)
            if may_end and (end := _end_of(rest, words, i + 1)):
                hits.append(Hit(section, entry, first + i, first + end))
    return Hits(hits)


def _find_rest(phrases, words, i, base, first):
    """The hits that begin at `first`, of phrases whose rest is read from word i of a sentence that begins at `base`."""
    hits = []
    for rest, section, entry in phrases:
        end = _end_of(rest, words, i) if rest else i
        if end:
            hits.append(Hit(section, entry, first, base + end))
    return hits


def _end_of(places, words, i):
    """Where the rest of a phrase ends when it is read from word i; None if it does not fit."""
    for n, place in enumerate(places):
        if place is None:
            return _end_after_gap(places[n + 1 :], words, i)
        word = words[i]
        if word == '"' and word not in place.exact:
            i += 1  # «convicted of "extremist" crimes»: quotation marks part no phrase
            word = words[i]
        if not word or (word not in place.exact and (place.is_plain or not place.accepts(word))):
            return None  # behind the last word stands nothing, which no place accepts
        i += 1
    return i


def _end_after_gap(places, words, i):
    """Where the rest of a phrase ends when up to GAP words, and no end of a clause, may stand before it."""
    for at, word in enumerate(words[i : i + GAP + 1], i):
        if word == '"' or places[0].accepts(word):
            end = _end_of(places, words, at)
            if end:
                return end
        if word in ".;!?":
            return None
    return None
