"""Which countries documents are about."""

import pytest

from chronology.made import make_claim, make_document
from clemency.chronology.places import are_apart, count_countries, find_abroad, find_places, is_country


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "In Belarus the Belarusian ruler met an envoy from Lithuania.", ["BY", "LT"]),
        ("en", "Radio Liberty and an Australian say so in Austria.", ["AU", "AT"]),
        ("en", "The United States and Egypt, the Egyptian minister said.", ["EG", "US"]),
        ("en", "In Lithuania they asked who is held in Belarusian prisons.", ["BY", "LT"]),
        ("en", "Lukashenko received an envoy.", ["BY"]),
        ("ru", "В Беларуси, в самой России и в Беларуси.", ["BY", "RU"]),
        ("be", "Усе выйшлі на волю.", ["BY"]),
        ("en", "Nobody says where, may it be hot turkey or china.", []),
    ],
)
def test_countries_are_found_by_name_adjective_and_case(language, text, places):
    """The one that the document is about first, others as often as they are named; who speaks for one counts, too."""
    assert find_places(make_document(text, language=language)) == places


def test_documents_are_apart_if_each_is_about_a_country_that_the_other_does_not_name():
    """A document that names none may be about any; a third country that both name joins nothing."""
    assert are_apart(["BY"], ["EG", "US"])
    assert are_apart(["BY", "US"], ["VE", "US"])
    assert not are_apart(["BY", "LT"], ["LT"])
    assert not are_apart(["RU", "US", "BY"], ["BY", "US"])
    assert not are_apart([], ["BY"])


def test_a_word_may_name_a_country():
    """By name or adjective, in any language of the lexicon."""
    assert all(map(is_country, ("Belarus", "Lithuanian", "Беларуси", "расейскі")))
    assert not any(map(is_country, ("Viasna", "Самолет")))


def test_claims_are_abroad_if_most_documents_are_about_another_country():
    """What names no country may be about any; where all are about one, nothing is abroad."""
    documents = [
        make_document(f"Prisoners left jails in {country}.", country)
        for country in ("Belarus", "Minsk", "Cuba", "Nowhere")
    ]
    claims = [make_claim(document.document, claim_id=document.document) for document in documents]
    assert count_countries(documents) == [("BY", 2), ("CU", 1)]
    assert find_abroad(claims, documents) == {"Cuba": "CU", "Nowhere": ""}
    assert find_abroad(claims[:2], documents[:2]) == {}
    assert find_abroad(claims[3:], documents[3:]) == {}
