"""Which countries a document is about."""

import pytest

from chronology.made import make_document
from clemency.chronology.places import are_apart, find_places


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "In Belarus the Belarusian ruler met an envoy from Lithuania.", ["BY", "LT"]),
        ("en", "Radio Liberty and an Australian say so in Austria.", ["AU", "AT"]),
        ("en", "The United States and Egypt, the Egyptian minister said.", ["EG", "US"]),
        ("ru", "В Беларуси и в России.", ["BY", "RU"]),
        ("be", "У Беларусі.", ["BY"]),
        ("en", "Nobody says where, may it be hot turkey or china.", []),
    ],
)
def test_countries_are_found_by_name_adjective_and_case(language, text, places):
    """Most often named first; words that only look like a country are none."""
    assert find_places(make_document(text, language=language)) == places


def test_documents_are_apart_only_if_both_name_countries_and_share_none():
    """A document that names none may be about any."""
    assert are_apart(["BY"], ["EG", "US"])
    assert not are_apart(["BY", "LT"], ["LT"])
    assert not are_apart([], ["BY"])
