"""Beginnings of words that linking and comparing look for, from every language of the lexicon."""

import functools

from clemency.lexicon import list_languages, load_yaml


@functools.cache
def load_linking():
    """The words of each language as {code: section}; Latin letters have a section of their own."""
    codes = (code.partition("-") for code in list_languages())
    return {
        language + hyphen + script: load_yaml(f"{language}.yaml")["linking_latin" if script else "linking"]
        for language, hyphen, script in codes
    }


def load_stems(name):
    """One list of the sections with the words of all languages: each list is one tuple, under the names it has."""
    return _join([section[name] for section in load_linking().values()])


def _join(entries):
    """The same entry of several languages put together."""
    if isinstance(entries[0], dict):
        return {name: _join([entry[name] for entry in entries]) for name in entries[0]}
    return tuple(stem for stems in entries for stem in stems)
