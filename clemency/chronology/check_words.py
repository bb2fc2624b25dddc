"""The words by which arithmetic is found in a text, language by language, and the numbers in it."""

import functools
import re

from clemency.chronology.stems import load_linking
from clemency.lexicon import load_yaml

_DIGITS = r"\d{1,3}(?:[ ,.\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+"


class CheckWords:
    """One language's patterns, each with the number as group `n`, and the words of its numbers."""

    def __init__(self, entry, number_words):
        self.number_words = {word.casefold(): value for word, value in number_words.items()}
        spelled = "|".join(sorted(map(re.escape, self.number_words), key=lambda word: (-len(word), word)))
        word = rf"(?:{spelled})(?:[ -](?:{spelled}))*" if spelled else r"(?!)"
        number = rf"(?P<n>{_DIGITS}|{word})"
        self.number = re.compile(rf"(?<![\w.,]){number}(?!\w)", re.IGNORECASE)
        self.and_others = self._compile(entry["and_others"], number)
        self.days_after = self._compile(entry["days_after"], number)
        self.days_before = self._compile(entry["days_before"], number)
        self.joins = tuple(entry["joins"])
        self.offsets = [
            (re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE), offset)
            for offset, phrases in sorted(entry["yesterday"].items())
            for phrase in phrases
        ]

    @staticmethod
    def _compile(patterns, number):
        joined = [re.sub(r"\{n\}", lambda _: number, pattern) for pattern in patterns]
        return [re.compile(rf"(?<!\w){pattern}", re.IGNORECASE) for pattern in joined]

    def read_number(self, text):
        """The value of a number in digits or words."""
        digits = re.sub(r"\D", "", text)
        if digits:
            return int(digits)
        return sum(self.number_words.get(word, 0) for word in re.split(r"[ -]", text.casefold()))

    def find_numbers(self, text):
        """Numbers of a text as (value, start, end)."""
        return [
            (self.read_number(match["n"]), match.start("n"), match.end("n")) for match in self.number.finditer(text)
        ]


@functools.cache
def load_check_words(language):
    """The words of a language, by its code or the part before the hyphen; None if there are none."""
    entries = load_linking()
    section = entries.get(language) or entries.get(language.partition("-")[0])
    if section is None:
        return None
    numbers = load_yaml(f"{language.partition('-')[0]}.yaml")["numbers"]
    return CheckWords(section["arithmetic"], numbers["words"] | numbers["hundreds"])
