"""The command behind `make report`: if anything has changed, check the parameters, read the documents, and build."""

import sys

from clemency.report.project import DEFAULT, ParameterError, find_root, part_words
from clemency.report.stamp import find_changes

NOTHING = "nothing to be done: the report is what its documents, parameters and code give"
USAGE = "usage: python -m clemency report [parameters/x.yaml] [NAME=x] [DATE_FROM=2025-01-01 ...]"


def main(arguments):
    """Build the report that `[PARAMETERS]` and `NAME=value` words ask for, unless it stands as its sources give it.

    Returns the exit status: 0 done, 1 the input or a parameter is wrong, 2 wrong usage.
    """
    parted = part_words(arguments)
    if parted is None:
        print(USAGE, file=sys.stderr)
        return 2
    path, words = parted
    try:
        root = find_root()
        path = path or root / DEFAULT
        changes = find_changes(root, path, words)
    except ParameterError as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    if changes == []:
        say(NOTHING)
        return 0
    if changes:
        say(f"changed since the last build: {', '.join(changes)}")
    from clemency.report.make import make_report  # what it imports is not needed to tell that nothing has changed

    return make_report(root, path, words)


def say(line):
    """Tell of progress, at once."""
    print(f"clemency: {line}", file=sys.stderr, flush=True)
