"""Which countries documents are about, as their reading has found."""

import collections
import functools

from clemency.lexicon import find_countries_named


def find_places(document):
    """The ISO codes of the countries that a document names, the one that it is about first."""
    return document.countries.split()


@functools.lru_cache(4096)
def is_country(word):
    """Whether a word names a country, as a noun or adjective."""
    return bool(find_countries_named(word))


def are_apart(places, others):
    """Whether two lists of countries are of documents neither of which is about a country that the other names."""
    return bool(places and others) and places[0] not in others and others[0] not in places


def find_country(document):
    """The ISO code of the country that a document is about; empty if it names none."""
    return document.countries[:2]


def count_countries(documents):
    """How many documents are about each country, as [(ISO code, number)], the most first."""
    counts = collections.Counter(filter(None, map(find_country, documents)))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def find_abroad(claims, documents):
    """{claim id: ISO code} of the claims whose documents are about another country than most of all documents are.

    Where a document names no country the code is empty, for that may be any.
    """
    about = {document.document: find_country(document) for document in documents}
    (home, _), *others = count_countries(documents) or [("", 0)]
    if not others:
        return {}
    found = {claim.claim_id: about.get(claim.document, "") for claim in claims}
    return {claim_id: code for claim_id, code in found.items() if code != home}
