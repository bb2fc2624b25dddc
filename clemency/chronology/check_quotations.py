"""Quotations that stand twice in a document are one statement."""

import functools
import re

from clemency.chronology.check_parts import make_check, quote_span
from clemency.messages import mark, say

_QUOTED = re.compile(r"“([^“”]{20,})”|«([^«»]{20,})»|„([^„“”]{20,})[“”]|\"([^\"\n]{20,})\"")
_WORD = re.compile(r"\w+")
LEAST_WORDS = 6


def find_repeated_quotations(document, claims, _words):
    """Quoted words, six at least, that a document brings a second time, alone or inside a longer quotation."""
    spans = [_inner_span(match) for match in _QUOTED.finditer(document.text, document.body_start, document.body_end)]
    read = [
        [(word.group().casefold(), *word.span()) for word in _WORD.finditer(document.text, *span)] for span in spans
    ]
    checks, taken = [], set()
    for index, words in enumerate(read):
        for other in range(index + 1, len(read)):
            if other in taken:
                continue
            first, second = _find_common(words, read[other])
            if first:
                taken.add(other)
                evidence = [quote_span(document, *first), quote_span(document, *second)]
                here = [claim for claim in claims if any(a < claim.end and claim.start < b for a, b in (first, second))]
                state = functools.partial(say, mark("one quotation, printed twice, is one statement"))
                reason = say("The same quoted words stand in both places.")
                checks.append(make_check("repeated_quotation", document, state, True, reason, evidence, here))
    return checks


def _inner_span(match):
    """The span between the quotation marks."""
    return match.span(match.lastindex)


def _find_common(words, others):
    """The spans of the longest run of words that two quotations share; (None, None) if it is short."""
    texts, other_texts = [word for word, _, _ in words], [word for word, _, _ in others]
    best, best_end, other_end = 0, 0, 0
    lengths = [0] * (len(other_texts) + 1)
    for i, word in enumerate(texts):
        row = [0] * (len(other_texts) + 1)
        for j, other in enumerate(other_texts):
            if word == other:
                row[j + 1] = lengths[j] + 1
                if row[j + 1] > best:
                    best, best_end, other_end = row[j + 1], i, j
        lengths = row
    if best < LEAST_WORDS or best < min(len(texts), len(other_texts)) / 2:
        return None, None
    first = (words[best_end - best + 1][1], words[best_end][2])
    return first, (others[other_end - best + 1][1], others[other_end][2])
