"""Tell the language of a text by the letters that only it uses."""

import re

from clemency.lexicon import load_yaml

_MARKS = load_yaml("languages.yaml")
_BELARUSIAN, _RUSSIAN = (re.compile(_MARKS["cyrillic"][code]) for code in ("be", "ru"))
_LACINKA, _ENGLISH = (re.compile(_MARKS["latin"][code]) for code in ("be-Latn", "en"))
_CYRILLIC = re.compile("[а-яёўі]+")
_LATIN = re.compile("[a-z]+")


def detect_language(text):
    """`ru` or `be` by their own Cyrillic letters, `be-Latn` by ŭ and common words, else `en`.

    Detectors made for many languages take Belarusian in Latin letters for Lithuanian, hence these counts.
    """
    sample = text[:20000].lower()
    if not sample.isascii() and _count_letters(_CYRILLIC, sample) > _count_letters(_LATIN, sample):
        return "be" if len(_BELARUSIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
    if _MARKS["latin"]["letter"] in sample and len(_LACINKA.findall(sample)) > 2 * len(_ENGLISH.findall(sample)):
        return "be-Latn"
    return "en"


def _count_letters(runs, text):
    return sum(map(len, runs.findall(text)))


_MAY_BE_BELARUSIAN = re.compile(f"{_MARKS['cyrillic']['be']}|{_MARKS['latin']['letter']}")


def may_be_belarusian(lowered):
    """Whether `detect_language` could take a text, given in lower case, for Belarusian: it holds a letter of it."""
    return _MAY_BE_BELARUSIAN.search(lowered) is not None
