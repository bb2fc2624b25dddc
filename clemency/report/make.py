"""Make a report that is not what its sources give: read them, build it, and say how it went."""

import contextlib
import gc
import signal
import sys

from clemency.documents.read import InputError
from clemency.report.kernels import prepare_kernels
from clemency.report.parameters import read_parameters
from clemency.report.project import NOTEBOOKS, ParameterError
from clemency.report.results import read_results
from clemency.report.run import NOTHING, say
from clemency.report.staging import StagingError, finish_earlier
from clemency.report.stamp import describe_sources, find_changes
from clemency.report.words import count

UNNEEDED = ("rfc3987_syntax", "isoduration", "nbconvert.postprocessors.serve")


def make_report(root, path, words):
    """Build the report of a parameter file and of `NAME=value` words; returns the exit status."""
    try:
        parameters, name = read_parameters(path, words)
        if finish_earlier(root, name, say) and find_changes(root, path, words) == []:
            say(NOTHING)
            return 0
        sources = describe_sources(root, parameters.folder, path, words)  # first: what changes meanwhile is built again
        results = read_results(parameters)
    except (ParameterError, InputError, StagingError) as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    whole = results.whole
    say(f"read {count(len(whole.documents), 'document')} and {count(len(whole.claims), 'claim')} in them")
    gc.freeze()  # the results stay until the end, and kernels share them
    try:
        return _build(root, parameters, name, results, sources)
    finally:
        gc.unfreeze()


def _build(root, parameters, name, results, sources):
    """Build, and say how it went; returns the exit status."""
    try:
        with _stop_when_asked(), prepare_kernels(root, parameters, results, NOTEBOOKS) as kernels:
            with _without_unneeded():  # kernels get ready meanwhile
                from clemency.report.build import BuildError, build_report

            try:
                folder = build_report(parameters, name, results, sources, kernels, say)
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
def _without_unneeded():
    """Import papermill and nbconvert without what they take if it is there, for no use of ours.

    The worst is rfc3987_syntax: 35 grammars, to check international addresses (python-jsonschema/jsonschema#1428).
    """
    kept = {name: sys.modules.get(name) for name in UNNEEDED}
    sys.modules.update(dict.fromkeys(UNNEEDED))
    try:
        yield
    finally:
        for name, module in kept.items():
            sys.modules.pop(name)
            if module:
                sys.modules[name] = module
