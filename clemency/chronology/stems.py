"""Beginnings of words, kept language by language in YAML files beside the code that looks for them."""

import yaml


def load_stems(path):
    """A file in which each {language: [stems]} stands as one tuple of the stems of all languages."""
    return _join(yaml.safe_load(path.read_text(encoding="utf-8")))


def _join(entry):
    """An entry, and all under it, with its languages put together."""
    if isinstance(entry, dict) and all(isinstance(value, list) for value in entry.values()):
        return tuple(stem for stems in entry.values() for stem in stems)
    return {name: _join(value) for name, value in entry.items()} if isinstance(entry, dict) else entry
