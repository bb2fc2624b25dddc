"""A cheap test of whether a text can hold a phrase of a section: it may say yes in vain, and never says no wrongly.

A phrase is found only where each of its places is filled by a word of one sentence: the folded word is equal to, or
begins with, one of the place's beginnings. A word is a piece of its sentence and a sentence of its text, so that one of
the beginnings stands somewhere in the text as folded. This is how it is found without folding sentence by sentence:

- Folding goes letter by letter: it lowers, makes ё е and, in Belarusian, drops ь and makes ў у. `smooth` does all this
  to any text at once, and is done to the beginnings, too: what stands in a folded sentence stands, smoothed, in the
  smoothed text. Signs that folding makes alike, such as apostrophes, are gone round: of each beginning only the longest
  run of letters is looked for.
- A Belarusian sentence in Latin letters is folded to Cyrillic. Each Cyrillic letter has a few Latin spellings, whatever
  stands beside it; a pattern of them all finds whatever could be folded to a beginning.

A place that accepts anything, or has a beginning without letters, is taken for filled; but of a sign that stands before
a word it is looked for that, too, since numbers and signs parted by a short word would be found everywhere.
"""

import itertools
import re

from clemency.lexicon import LATIN_SPELLINGS
from clemency.lexicon.match import FOLD, split_phrase

_LETTERS = re.compile(r"[^\W\d_]+")
_FOREIGN = "[%s][^а-яёіў]{%d,}"  # what may be a sentence in Latin letters, from a letter on: it holds no Cyrillic one


def smooth(lowered):
    """A text in lower case without the differences of spelling that some language's folding takes away."""
    if lowered.isascii():
        return lowered
    return lowered.replace("ё", "е").replace("ў", "у").replace("ь", "").replace("ς", "σ")


class Stems:
    """The beginnings of words of which some stand in every text that holds a phrase of a section.

    A phrase of one place needs one of its beginnings; one of several places needs one of each.
    """

    def __init__(self, languages, section):
        written = [phrase for language in languages for phrase in language.phrases[section]]
        phrases = [(_list_places(phrase), _find_sign(phrase)) for phrase in written]
        stems = {stem for places, _ in phrases if len(places) == 1 for stem in places[0]}
        self._stems = _drop_longer(stems)
        self._ascii = [stem for stem in self._stems if stem.isascii()]
        several = [one for one in phrases if not any(_are_covered(place, stems) for place in one[0])]
        self._several = [(sorted(places, key=lambda place: -min(map(len, place))), sign) for places, sign in several]
        spelled = {
            stem
            for language in languages
            if language.code == "be"
            for phrase in language.phrases[section]
            for stem in max(_list_places(phrase), key=lambda place: min(map(len, place)))
        }
        self._latin, self._foreign = _search_in_latin(_drop_longer(spelled))

    def stand_in(self, lowered, in_latin):
        """Whether they stand in a text in lower case; `in_latin`: it may hold Belarusian in Latin letters."""
        text = smooth(lowered)
        for stem in self._ascii if text.isascii() else self._stems:
            if stem in text:
                return True
        for places, sign in self._several:
            if all(any(stem in text for stem in place) for place in places) and (not sign or sign.search(text)):
                return True
        return in_latin and any(map(self._latin.search, self._foreign.findall(lowered)))


def _drop_longer(stems):
    """The stems without those that hold another one."""
    return sorted(stem for stem in stems if not any(other in stem for other in stems - {stem}))


def _are_covered(place, stems):
    """Whether each beginning of a place holds one of some stems, so that nothing is to be looked for beside these."""
    return all(any(stem in option for stem in stems) for option in place)


def _list_places(phrase):
    """The beginnings that each place of a phrase accepts, each as its longest run of letters."""
    return [_list_stems(place) for place in split_phrase(phrase) if place]


def _list_stems(place):
    runs = [_LETTERS.findall(smooth(option.lower())) for option in (*place.exact, *place.starts)]
    return [max(run, key=len, default="") for run in runs]


def _find_sign(phrase):
    """A pattern of the first sign of a phrase that a word follows, such as «-for» of «# - for - #»; None without."""
    for sign, word in itertools.pairwise(split_phrase(phrase)):
        letters = word and not word.starts and all(map(str.isalpha, word.exact))
        if sign and sign.is_plain and letters and not any(map(str.isalnum, sign.exact)) and len(sign.exact) == 1:
            (plain,) = sign.exact
            signs = "".join(map(re.escape, [plain, *(raw for raw, folded in FOLD.items() if folded == plain)]))
            return re.compile(rf"[{signs}]\W*(?:{'|'.join(sorted(_list_stems(word)))})")
    return None


def _search_in_latin(stems):
    """What finds all that is folded to one of some Cyrillic stems from Latin letters, and the pieces to look at.

    Both patterns name the letters that they may begin with, so that a search skips to these.
    """
    if not stems or "" in stems:
        return re.compile("" if stems else "(?!)"), re.compile("(?s).+")
    spellings = [
        spelling + _spell_in_latin(rests)
        for letter, rests in _sort_by_letter(stems).items()
        for spelling in _list_spellings(letter)
    ]
    firsts = "".join(sorted({spelling[0] for spelling in spellings}))
    return re.compile("|".join(spellings)), re.compile(_FOREIGN % (firsts, min(map(len, stems)) - 1))


def _spell_in_latin(stems):
    """A pattern of all that is folded to one of some Cyrillic stems, or ends of stems, from Latin letters."""
    if "" in stems:
        return ""
    by_letter = _sort_by_letter(stems)
    pieces = (f"(?:{'|'.join(_list_spellings(letter))}){_spell_in_latin(by_letter[letter])}" for letter in by_letter)
    return f"(?:{'|'.join(pieces)})"


def _sort_by_letter(stems):
    """What follows the first letter of each stem, by that letter."""
    by_letter = {}
    for stem in stems:
        by_letter.setdefault(stem[0], []).append(stem[1:])
    return by_letter


def _list_spellings(letter):
    """The ways in which Latin letters spell a letter, as patterns; one that has none stands for itself."""
    return [*map(re.escape, sorted(LATIN_SPELLINGS.get(letter, [letter])))]
