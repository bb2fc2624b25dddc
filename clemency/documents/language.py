"""Tell the language of a text by the letters and words that only texts of it hold."""

import dataclasses
import re

from clemency.lexicon import load_yaml

_SAMPLE = 20_000  # characters
_CYRILLIC = re.compile("[а-яёўі]+")
_LATIN = re.compile("[a-z]+")


@dataclasses.dataclass(slots=True)
class _Marks:
    """What tells one language from others in the same script."""

    code: str
    pattern: re.Pattern
    needs: str
    weight: float

    def count(self, sample):
        """How much of a text in lower case speaks for the language."""
        return self.weight * len(self.pattern.findall(sample)) if self.needs in sample else 0


_LANGUAGES = {
    script: [
        _Marks(code, re.compile(told["marks"]), told.get("needs", ""), told.get("weight", 1))
        for code, told in languages.items()
    ]
    for script, languages in load_yaml("languages.yaml").items()
}


def detect_language(text):
    """The language of languages.yaml, in the script of most letters, that the most marks speak for.

    Detectors made for many languages take Belarusian in Latin letters for Lithuanian, hence these counts.
    """
    sample = text[:_SAMPLE].lower()
    cyrillic = not sample.isascii() and _count_letters(_CYRILLIC, sample) > _count_letters(_LATIN, sample)
    languages = _LANGUAGES["cyrillic" if cyrillic else "latin"]
    rivals = [one for one in languages if one.needs in sample]
    return max(rivals, key=lambda one: one.count(sample)).code if len(rivals) > 1 else rivals[0].code


def _count_letters(runs, text):
    return sum(map(len, runs.findall(text)))


def may_be(code, lowered):
    """Whether `detect_language` could take a text, given in lower case, for a language, in whatever script.

    One that others go before needs a mark, and its letter if it needs one.
    """
    return any(
        one.code.partition("-")[0] == code and one.needs in lowered and (number == 0 or one.pattern.search(lowered))
        for languages in _LANGUAGES.values()
        for number, one in enumerate(languages)
    )
