"""Which countries a document names, the most frequent first."""

import collections
import functools
import re

import babel
import babel.localedata

from clemency.lexicon import list_languages
from clemency.lexicon.match import Known

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
    known = _know_pieces(document.language or "en")
    pieces = collections.Counter(text.split())
    counts, names = collections.Counter(), set()
    for piece in filter(known.__getitem__, pieces):
        places, ended = known[piece]
        for place in places:
            counts[place] += pieces[piece]
        names.update(ended)
    for _, name, place in sorted(names):
        if name in text:
            counts[place] += text.count(name)
    return [place for place, _ in counts.most_common()]


@functools.cache
def _know_pieces(language):
    """What the words between two spaces tell of countries, or None: those named, and names that they may end.

    A name is told as (where it stands among all, name, ISO code). Its last word, if that is not its first, begins a
    word of each text that holds it, so that only names that some word may end need be looked for.
    """
    stems, names = load_countries(language)
    endings = {}
    for number, (name, place) in enumerate(names.items()):
        ending = ["", *_WORD.findall(name)[1:]][-1]
        endings.setdefault(ending, []).append((number, name, place))

    def look_up(piece):
        places, ended = [], []
        for word in _WORD.findall(piece):
            beginnings = [word[:length] for length in range(len(word) + 1)]
            if word[0].isupper():
                places += sorted({stems[stem] for stem in beginnings if stem in stems})
            ended += (name for ending in beginnings for name in endings.get(ending, ()))
        return (places, ended) if places or ended else None

    return Known(look_up)


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
