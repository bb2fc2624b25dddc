"""Gathers what the report says from code, templates, notebooks and lexicon into the message files, for translators."""

import ast
import json
import pathlib
import sys

import yaml
from babel.messages import Catalog, extract, pofile

from clemency.messages import FOLDER, list_languages

KEYWORDS = {
    "say": None,
    "say_in": ((1, "c"), 2),
    "say_many": (1, 2),
    "say_many_in": ((1, "c"), 2, 3),
    "choose": (1, 2),
    "mark": None,
    "Words": None,
    "Nouns": None,
}
SOURCES = (
    ("clemency/**/*.py", "clemency.messages.extract:read_code"),
    ("clemency/report/templates/*.j2", "jinja2.ext:babel_extract"),
    ("clemency/lexicon/*.yaml", "clemency.messages.extract:read_lexicon"),
    ("notebooks/*.ipynb", "clemency.messages.extract:read_notebook"),
)


def read_code(file, keywords, comment_tags, options):
    """Babel's own reading of Python, and what stands in every `Words(context, {name: word})` and `Nouns(…)`."""
    yield from extract.extract_python(file, [name for name in keywords if name.islower()], comment_tags, options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if name == "Words":
            context, words = map(ast.literal_eval, node.args)
            yield from ((node.lineno, "say_in", (context, word), []) for word in words.values())
        if name == "Nouns":
            contexts, nouns = map(ast.literal_eval, node.args)
            for context in contexts:
                yield from ((node.lineno, "say_many_in", (context, *forms), []) for forms in nouns.values())


def read_lexicon(file, keywords, comment_tags, options):  # noqa: ARG001 - the signature is Babel's
    """The names of speakers, holidays and groups of people, and the reasons of rules that refuse numbers."""
    content = yaml.safe_load(file.read())
    if isinstance(content, list):
        for entry in content:
            yield 0, "say_in", ("holiday" if "month" in entry else "source", entry["name"]), []
    elif "refusals" in content:
        for rule in content["refusals"]:
            yield 0, "say", rule["reason"], []
        for group in content["groups"]:
            yield 0, "say_in", ("part of the people counted", group.replace("_", " ")), []


def split_text(source):
    """The paragraphs of a notebook's text, each as (marks of a heading, text)."""
    for paragraph in source.split("\n\n"):
        marks, space, rest = paragraph.partition(" ")
        yield (marks + space, rest) if marks and not marks.strip("#") else ("", paragraph)


def read_notebook(file, keywords, comment_tags, options):  # noqa: ARG001 - the signature is Babel's
    """The paragraphs of the text that a report shows; what only the notebook says stays as it is."""
    for cell in json.load(file)["cells"]:
        if cell["cell_type"] == "markdown" and "setup" not in cell["metadata"].get("tags", ()):
            for _, text in split_text("".join(cell["source"])):
                yield 0, "say", text, []


def gather(root):
    """A catalogue of everything that the report says, with the files that each message stands in."""
    catalogue = Catalog(project="clemency", charset="utf-8", fuzzy=False)
    for pattern, method in SOURCES:
        for path in sorted(root.glob(pattern)):
            with path.open("rb") as file:
                found = extract.extract(
                    method, file, KEYWORDS, comment_tags=["For translators:"], strip_comment_tags=True
                )
                for _, message, comments, context in found:
                    place = [(path.relative_to(root).as_posix(), None)]
                    catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def read_messages(language):
    """The message file of a language as a catalogue."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


def update(root, language):
    """Bring a message file up to date: new messages are empty, changed ones marked fuzzy; returns how many of each."""
    catalogue = read_messages(language)
    catalogue.update(gather(root), update_header_comment=False)
    catalogue.obsolete.clear()
    with (FOLDER / f"{language}.po").open("wb") as file:
        pofile.write_po(file, catalogue, width=120, omit_header=False, include_lineno=False)
    messages = [message for message in catalogue if message.id]
    return sum(not all(list_forms(message)) for message in messages), sum(message.fuzzy for message in messages)


def list_forms(message):
    """The translations of a message: one, or one for each plural form."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def main():
    """Update every message file, and say what is left to translate; 1 if anything is."""
    left = 0
    for language in list_languages()[1:]:
        missing, fuzzy = update(pathlib.Path.cwd(), language)
        print(f"{language}: {missing} messages to translate, {fuzzy} to look at again")
        left += missing + fuzzy
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
