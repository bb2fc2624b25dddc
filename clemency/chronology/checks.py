"""Arithmetic that documents allow, found by rule, with its evidence; a check that fails is kept as one that holds."""

from clemency.chronology.check_days import find_relative_days, find_spans_of_days
from clemency.chronology.check_quotations import find_repeated_quotations
from clemency.chronology.check_sums import (
    find_groups,
    find_headline_numbers,
    find_named_and_others,
    find_sums,
    find_waves,
)
from clemency.chronology.check_words import load_check_words

_TEXT_RULES = (find_named_and_others, find_spans_of_days, find_relative_days, find_repeated_quotations)
_CLAIM_RULES = (find_groups, find_sums, find_waves, find_headline_numbers)


def find_checks(documents, claims):
    """All checks of all documents, sorted by document, first evidence, kind and id."""
    by_document = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end, claim.claim_id)):
        by_document.setdefault(claim.document, []).append(claim)
    checks = []
    for document in documents:
        own = by_document.get(document.document, [])
        words = load_check_words(document.language)
        for rule in _TEXT_RULES if words else ():
            checks += rule(document, own, words)
        for rule in _CLAIM_RULES:
            checks += rule(document, own)
    unique = {check.check_id: check for check in checks}
    return sorted(
        unique.values(), key=lambda check: (check.document, check.evidence[0]["start"], check.kind, check.check_id)
    )
