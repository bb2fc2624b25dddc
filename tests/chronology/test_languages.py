"""The words of chronology and comparison are there for every language alike."""

import pathlib

import pytest
import yaml

import clemency

FOLDER = pathlib.Path(clemency.__file__).parent
FILES = ("chronology/cascades.yaml", "chronology/waves.yaml", "chronology/populations.yaml", "comparison/units.yaml")


def load(name):
    """A file of words."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def list_entries(entry):
    """Every {language: [words]} of a file."""
    if all(isinstance(value, list) for value in entry.values()):
        return [entry]
    return [found for value in entry.values() for found in list_entries(value)]


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_words_in_each_language(name):
    """A language that is added to one list must be added to all; those of the checks are the measure."""
    languages = list(load("chronology/checks.yaml"))
    for entry in list_entries(load(name)):
        assert list(entry) == languages
        assert all(entry.values())


@pytest.mark.parametrize("name", FILES)
def test_words_are_lower_case(name):
    """They are looked for in folded texts."""
    words = [word for entry in list_entries(load(name)) for words in entry.values() for word in words]
    assert words == [word.casefold() for word in words]


def test_every_language_has_the_same_words_of_arithmetic():
    """A pattern for each way in which numbers are set against each other."""
    entries = load("chronology/checks.yaml")
    assert {frozenset(entry) for entry in entries.values()} == {frozenset(entries["en"])}
