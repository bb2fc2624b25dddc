"""What a document must speak of to hold claims, and a cheap test that spares reading those that hold none.

A document without a word for custody is out of scope, and no claim is read in it: every number is refused, and no act
without a number is told. So a text in which no phrase for custody can stand holds no claims.
"""

import functools

from clemency.documents.language import may_be
from clemency.documents.sidecar import LANGUAGES
from clemency.lexicon import load_language
from clemency.lexicon.stems import Stems

NEEDED, UNRELATED = "custody", "not_persons"


def is_in_scope(text):
    """Whether a document, as its Text, speaks of people in custody, and no less than of things."""
    needed, unrelated = (len(text.list_hits(section)) for section in (NEEDED, UNRELATED))
    return needed > 0 and needed >= unrelated


def can_hold_claims(text, language=""):
    """Whether a text could hold claims: never no for one that does. `language` is its code, if it is known."""
    lowered = text.lower()
    in_latin = language.startswith("be") if language else may_be("be", lowered)
    return _load_stems().stand_in(lowered, in_latin)


@functools.lru_cache
def _load_stems():
    codes = dict.fromkeys(code.partition("-")[0] for code in LANGUAGES)
    return Stems([load_language(code) for code in codes], NEEDED)
