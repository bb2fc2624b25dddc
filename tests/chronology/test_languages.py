"""The words that linking and comparing look for are there for every language alike."""

import pytest

from clemency.chronology.stems import load_linking
from clemency.lexicon import list_languages

LANGUAGES = list_languages()


def list_words(entry):
    """All words under an entry."""
    if isinstance(entry, dict):
        return [word for value in entry.values() for word in list_words(value)]
    return entry


def list_names(entry):
    """The names under an entry, with all under them."""
    return {name: list_names(value) for name, value in entry.items()} if isinstance(entry, dict) else None


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_words_for_all_that_is_looked_for(code):
    """A new language brings a list, with something in it, for each of those that another one has."""
    section = load_linking()[code]
    assert list_names(section) == list_names(load_linking()["en"])
    assert all(list_words(value) for value in section.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_lower_case(code):
    """They are looked for in folded texts."""
    stems = {name: value for name, value in load_linking()[code].items() if name != "arithmetic"}
    assert list_words(stems) == [word.casefold() for word in list_words(stems)]
