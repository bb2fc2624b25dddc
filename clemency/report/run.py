"""The command behind `make report`: check the parameters, read the documents, and build the report."""

import contextlib
import os
import signal
import sys

from clemency.documents.read import InputError
from clemency.report.parameters import ParameterError, find_root, read_parameters
from clemency.report.results import read_results
from clemency.report.staging import StagingError, finish_earlier
from clemency.report.words import count

DEFAULT = "parameters/default.yaml"
USAGE = "usage: python -m clemency report [parameters/x.yaml] [NAME=x] [DATE_FROM=2025-01-01 ...]"


def main(arguments):
    """Build the report that `[PARAMETERS]` and `NAME=value` words ask for.

    Returns the exit status: 0 done, 1 the input or a parameter is wrong, 2 wrong usage.
    """
    overrides = [word for word in arguments if "=" in word]
    files = [word for word in arguments if "=" not in word]
    if len(files) > 1 or any(word.startswith("-") for word in files):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        parameters, name = read_parameters(files[0] if files else find_root() / DEFAULT, overrides)
        finish_earlier(find_root(), name, _say)
        results = read_results(parameters)
    except (ParameterError, InputError, StagingError) as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    return _build(parameters, name, results, bool(overrides))


def _build(parameters, name, results, is_overridden):
    """Build, and say how it went; returns the exit status."""
    with _without_grammars():  # even so it takes half a second: whoever mistyped a parameter has been told by now
        from clemency.report.build import BuildError, build_report

    _say(f"read {count(len(results.documents), 'document')} and {count(len(results.claims), 'claim')} in them")
    try:
        with _stop_when_asked():
            folder = build_report(parameters, name, results, _say)
    except (BuildError, OSError) as error:
        print(f"clemency: {error}\nNothing that was built before has been touched.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("clemency: stopped; nothing that was built before has been touched.", file=sys.stderr)
        return 130
    if is_overridden:  # make compares times: a parameter file of this name must not take the report for its own
        os.utime(find_root() / folder / "report.html", (0, 0))
    _say(f"built {folder}/report.html and {folder}/report.pdf")
    return 0


@contextlib.contextmanager
def _stop_when_asked():
    """SIGTERM ends a build as Ctrl+C does: kernels are stopped, and what was begun is taken away."""
    kept = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, kept)


@contextlib.contextmanager
def _without_grammars():
    """Import papermill and nbconvert without rfc3987_syntax: its 35 grammars cost two seconds, for no use of ours.

    jsonschema takes it if it is there, to check international addresses (python-jsonschema/jsonschema#1428).
    """
    name = "rfc3987_syntax"
    known = sys.modules.get(name)
    sys.modules[name] = None
    try:
        yield
    finally:
        sys.modules.pop(name)
        if known:
            sys.modules[name] = known


def _say(line):
    """Tell of progress, at once."""
    print(f"clemency: {line}", file=sys.stderr, flush=True)
