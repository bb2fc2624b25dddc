"""Measure what the words name (without words all but what takes long), and write the tables into the README.

Each thing is a module beside this one: `ROUNDS`, how often each case has its turn; `YARDSTICKS`, names of the cases
that the others are set against; and `list_cases(folder)`, its cases, which may write into `folder` alone. A module that
measures otherwise has `make_tables(folder, say)` instead.
"""

import functools
import importlib
import pathlib
import platform
import re
import sys
import tempfile

from bench.measuring import format_table, take_turns

README = pathlib.Path(__file__).parents[2] / "README.md"
MODULES = ("build", "reading", "archive", "profile")
LONG = ("large", "million")  # measured only when it is named


def main(words):
    """Measure, print and keep each table; returns the exit status."""
    known = MODULES + LONG
    unknown = [word for word in words if word not in known]
    if unknown:
        print(f"There is nothing to measure called {unknown[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in words or MODULES:
        module = importlib.import_module(f"bench.{name}")
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            table = getattr(module, "make_tables", functools.partial(_take_turns, module))(pathlib.Path(folder), _say)
        print(table)
        README.write_text(replace_table(README.read_text(encoding="utf-8"), name, table), encoding="utf-8")
    return 0


def _take_turns(module, folder, say):
    """The table of a module's cases."""
    cases = module.list_cases(folder)
    return format_table(cases, take_turns(cases, module.ROUNDS, say), module.YARDSTICKS)


def replace_table(text, name, table):
    """The README with another table between the marks of this name."""
    python = f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}."
    marks = re.compile(rf"(<!-- bench: {name} -->\n).*?(<!-- end of bench: {name} -->)", re.DOTALL)
    if not marks.search(text):
        raise ValueError(f"README.md has no place for the table: <!-- bench: {name} -->")
    return marks.sub(lambda match: f"{match[1]}{table}\n{python}\n{match[2]}", text)


def _say(line):
    """Tell of progress, at once."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
