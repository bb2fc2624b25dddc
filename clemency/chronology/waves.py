"""The number of a wave that a sentence names, as in "the seventh pardon"."""

import functools
import pathlib
import re

from clemency.chronology.stems import load_stems

_FILE = pathlib.Path(__file__).with_name("waves.yaml")
_WORD = re.compile(r"[^\W\d_]+")
REACH = 3  # words between the ordinal and its noun, at most


@functools.cache
def load_waves():
    """The beginnings of ordinals as {beginning: number}, and those of nouns for an act."""
    words = load_stems(_FILE)
    ordinals = {stem: number for number, stems in words["ordinals"].items() for stem in stems}
    return ordinals, words["nouns"]


def find_wave(sentence):
    """The number of the wave that a sentence names, or None."""
    ordinals, nouns = load_waves()
    words = _WORD.findall(sentence.casefold())
    for place, word in enumerate(words):
        number = next((ordinals[stem] for stem in ordinals if word.startswith(stem)), None)
        if number and any(near.startswith(nouns) for near in words[place + 1 : place + 1 + REACH]):
            return number
    return None
