"""Make a report that is not what its sources give: read them, build it, and say how it went."""

import contextlib
import signal
import sys

from clemency.documents.read import InputError
from clemency.report.parameters import read_parameters
from clemency.report.project import ParameterError
from clemency.report.results import read_results
from clemency.report.run import NOTHING, say
from clemency.report.staging import StagingError, finish_earlier
from clemency.report.stamp import describe_sources, find_changes
from clemency.report.words import count


def make_report(root, path, words):
    """Build the report of a parameter file and of `NAME=value` words; returns the exit status."""
    try:
        parameters, name = read_parameters(path, words)
        if finish_earlier(root, name, say) and find_changes(root, path, words) == []:
            say(NOTHING)
            return 0
        sources = describe_sources(root, parameters.seeds, path, words)  # first: what changes meanwhile is built again
        results = read_results(parameters)
    except (ParameterError, InputError, StagingError) as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    say(f"read {count(len(results.documents), 'document')} and {count(len(results.claims), 'claim')} in them")
    return _build(parameters, name, results, sources)


def _build(parameters, name, results, sources):
    """Build, and say how it went; returns the exit status."""
    with _without_grammars():  # even so it takes half a second: whoever mistyped a parameter has been told by now
        from clemency.report.build import BuildError, build_report

    try:
        with _stop_when_asked():
            folder = build_report(parameters, name, results, sources, say)
    except (BuildError, OSError) as error:
        print(f"clemency: {error}\nNothing that was built before has been touched.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("clemency: stopped; nothing that was built before has been touched.", file=sys.stderr)
        return 130
    say(f"built {folder}/report.html and {folder}/report.pdf")
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
