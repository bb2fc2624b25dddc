"""Which countries a document names, the most frequent first."""

import collections
import functools
import re

import babel
import babel.localedata

from clemency.lexicon import list_languages
from clemency.lexicon.match import MOST_WORDS

_NO_COUNTRIES = ("EU", "EZ", "UN", "ZZ", "XA", "XB")
_WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def load_countries(language):
    """Countries of one word as {stem: ISO code} and of several as {name: ISO code}, in a language and in English.

    A stem finds adjectives and cases too: "Belarus" in "Belarusian", "Росси" in "России".
    """
    stems, names = {}, {}
    for code in dict.fromkeys((language.partition("-")[0], "en")):
        if not babel.localedata.exists(code):
            continue
        for territory, name in sorted(babel.Locale(code).territories.items()):
            if len(territory) != 2 or not territory.isalpha() or territory in _NO_COUNTRIES:
                continue
            name = name.split(" (")[0]
            if _WORD.fullmatch(name):
                stems.setdefault(_find_stem(name), territory)
            else:
                names.setdefault(name, territory)
    return stems, names


def _find_stem(name):
    """A name without the vowel that its cases and adjectives change, unless it is short."""
    least = 6 if name.isascii() else 5
    return name[:-1] if len(name) >= least and name[-1] in "aeoyаеоыэяьй" else name


def find_places(document):
    """The ISO codes of the countries that a document's body names: most often first, then in order of mention.

    They are looked for once, and kept with the document.
    """
    if document.places is None:
        document.places = _count_places(document)
    return document.places


def _count_places(document):
    """The countries that a document's body names, by the words and names of its language and of English."""
    text = document.text[document.body_start : document.body_end]
    language = document.language or "en"
    counts = collections.Counter()
    for word in _WORD.findall(text):
        for place in _find_word_places(language, word):
            counts[place] += 1
    for name, place in load_countries(language)[1].items():
        if name in text:
            counts[place] += text.count(name)
    return [place for place, _ in counts.most_common()]


@functools.lru_cache(maxsize=MOST_WORDS)
def _find_word_places(language, word):
    """The countries whose stems a word begins with, in order of their codes; none for a word without a capital."""
    if not word[0].isupper():
        return ()
    stems = load_countries(language)[0]
    return sorted({stems[word[:length]] for length in range(1, len(word) + 1) if word[:length] in stems})


@functools.cache
def _load_all_stems():
    """The stems of all countries in every language."""
    languages = sorted({code.partition("-")[0] for code in list_languages()})
    return tuple(stem for language in languages for stem in load_countries(language)[0])


def is_country(word):
    """Whether a word names a country, as a noun or adjective."""
    return word.startswith(_load_all_stems())


def are_apart(places, others):
    """Whether two lists of countries are both known and share none."""
    return bool(places and others) and set(places).isdisjoint(others)
