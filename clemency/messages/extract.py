"""Gathers what the report says from code, templates, notebooks and lexicon into the message files, for translators."""

import ast
import json
import pathlib
import sys

import yaml
from babel.messages import Catalog, extract, pofile

from clemency.messages import FOLDER, list_languages, split_text

PACKAGE = "clemency.messages"
NAMES = "source"  # context of the names of those who speak: one that is not translated stands as it is
KEYWORDS = {
    "say": None,
    "say_in": ((1, "c"), 2),
    "say_many": (1, 2),
    "say_many_in": ((1, "c"), 2, 3),
    "choose": (1, 2),
    "mark": None,
    "Vocabulary": None,
    "Nouns": None,
}
SOURCES = (
    ("clemency/**/*.py", "clemency.messages.extract:read_code"),
    ("clemency/report/templates/*.j2", "jinja2.ext:babel_extract"),
    ("clemency/lexicon/*.yaml", "clemency.messages.extract:read_lexicon"),
    ("notebooks/*.ipynb", "clemency.messages.extract:read_notebook"),
)


def read_code(file, keywords, comment_tags, options):  # noqa: ARG001 - the signature is Babel's
    """What stands in calls of `say` and the like, however they are nested, and in each `Vocabulary` and `Nouns`."""
    tree = ast.parse(file.read())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == PACKAGE]
    known = {alias.name for node in imports for alias in node.names}
    if pathlib.Path(file.name).parent == FOLDER:  # this package says some things itself
        known |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _read_name(node.func, known)
        if name in keywords and name.islower():
            texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
            yield node.lineno, name, (*texts, None), []
        elif name == "Vocabulary":
            context, words = map(ast.literal_eval, node.args)
            yield from ((node.lineno, "say_in", (context, word), []) for word in words.values())
        elif name == "Nouns":
            contexts, nouns = map(ast.literal_eval, node.args)
            for context in contexts:
                yield from ((node.lineno, "say_many_in", (context, *forms), []) for forms in nouns.values())


def _read_name(function, known):
    """The name of a called function if it is one of this package's: imported from it, or after `messages.`."""
    if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "messages":
        return function.attr
    return function.id if isinstance(function, ast.Name) and function.id in known else ""


def read_lexicon(file, keywords, comment_tags, options):  # noqa: ARG001 - the signature is Babel's
    """The names of speakers, holidays, events and groups of people, and the reasons of rules that refuse numbers."""
    content = yaml.safe_load(file.read())
    if isinstance(content, list):
        for entry in (entry for entry in content if isinstance(entry, dict)):
            context = "holiday" if "month" in entry else "event" if "date" in entry else NAMES
            yield 0, "say_in", (context, entry["name"]), []
    elif "refusals" in content:
        for rule in content["refusals"]:
            yield 0, "say", rule["reason"], []
        for group in (*content["groups"], *content["nationalities"]):
            yield 0, "say_in", ("part of the people counted", group.replace("_", " ")), []


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
                for _, message, _, context in extract.extract(method, file, KEYWORDS):
                    catalogue.add(message, None, [(path.relative_to(root).as_posix(), None)], context=context)
    return catalogue


def read_messages(language):
    """The message file of a language as a catalogue."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


def update(root, language):
    """Bring a message file up to date: new messages are empty, changed ones marked fuzzy; returns how many of each."""
    catalogue = read_messages(language)
    made = catalogue.creation_date
    catalogue.update(gather(root), update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.creation_date = made  # the same messages give the same file on every day
    for message in catalogue:
        message.flags.discard("python-format")  # a per cent sign is none of Python's
        if message.context == NAMES and message.fuzzy:  # another name is no help
            message.string = ""
            message.flags.discard("fuzzy")
    with (FOLDER / f"{language}.po").open("wb") as file:
        pofile.write_po(file, catalogue, width=120, include_lineno=False)
    messages = [message for message in catalogue if message.id]
    missing = [message for message in messages if message.context != NAMES and not all(list_forms(message))]
    return len(missing), sum(message.fuzzy for message in messages)


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
