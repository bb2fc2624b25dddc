"""The number of a wave that a sentence names, as in "the seventh pardon"."""

import functools
import re

from clemency.chronology.stems import load_stems

_WORD = re.compile(r"[^\W\d_]+")
REACH = 3  # words between the ordinal and its noun, at most


@functools.cache
def load_waves():
    """The beginnings of ordinals as {beginning: number}, and those of nouns for an act."""
    ordinals = {stem: number for number, stems in load_stems("ordinals").items() for stem in stems}
    return ordinals, load_stems("acts")


def find_wave(sentence):
    """The number of the wave that a sentence names, or None."""
    ordinals, nouns = load_waves()
    words = _WORD.findall(sentence.casefold())
    for place, word in enumerate(words):
        number = next((ordinals[stem] for stem in ordinals if word.startswith(stem)), None)
        if number and any(near.startswith(nouns) for near in words[place + 1 : place + 1 + REACH]):
            return number
    return None
