"""Tell the language of a text by the letters that only it uses."""

import re

_BELARUSIAN = re.compile("[ўі]", re.IGNORECASE)
_RUSSIAN = re.compile("[ищъ]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яёўі]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_LACINKA = re.compile(r"\b(?:ŭ|dy|što|jak|nie|jon|jana|pra|ź|z|u)\b|ŭ|[žčš]a|ich\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|was|were|have|has|is|are)\b", re.IGNORECASE)


def detect_language(text):
    """`ru` or `be` by their own Cyrillic letters, `be-Latn` by ŭ and common words, else `en`.

    Detectors made for many languages take Belarusian in Latin letters for Lithuanian, hence these counts.
    """
    sample = text[:20000]
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic > len(_LATIN.findall(sample)):
        return "be" if len(_BELARUSIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
    if "ŭ" in sample and len(_LACINKA.findall(sample)) > 2 * len(_ENGLISH.findall(sample)):
        return "be-Latn"
    return "en"
