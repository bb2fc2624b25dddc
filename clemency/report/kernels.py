"""Kernels that wait to be asked: one process imports what notebooks need, and each kernel is a fork of it.

So the imports, most of what a kernel costs, are paid for once, while the process that builds the report imports what
it needs itself. Kernels are spoken to through files in a private folder; no port leads to them.
"""

import ast
import contextlib
import importlib
import json
import os
import pathlib
import select
import signal
import sys
import tempfile
import threading
import traceback

from clemency.report.results import remember_results

PACKAGE = "clemency"


class Kernel:
    """A kernel that waits in a process of its own; once started, it has the ways of a subprocess.Popen.

    It ends when the pipe that gives it orders is closed: a kernel never outlives the build, however that ends.
    Files that speak to it begin with `place`.
    """

    stdin = stdout = stderr = None

    def __init__(self, place):
        self.place, self.pid, self._is_ending = place, None, False
        self._heard, self._orders = os.pipe()
        self._signs, self._shown = os.pipe()  # closed by the kernel's end

    def start(self, words):
        """Let it run with these words of a command line, as soon as it is there; RuntimeError if it never is."""
        self.pid = int(os.read(self._signs, 20) or b"0")
        if not self.pid:
            raise RuntimeError("the process that kernels come from has ended")
        os.write(self._orders, json.dumps(words).encode() + b"\n")

    def poll(self):
        """0 if the kernel has ended, None if not; one that was told to end is given a moment."""
        ended, _, _ = select.select([self._signs], [], [], 1 if self._is_ending else 0)
        return 0 if ended else None

    def wait(self):
        """0 once the kernel has ended."""
        select.select([self._signs], [], [])
        return 0

    def send_signal(self, number):
        """Send a signal to the kernel, and to what it has started."""
        self._is_ending = number in (signal.SIGKILL, signal.SIGTERM)
        os.killpg(self.pid, number)

    def close_ours(self):
        """Close what the process that builds holds."""
        os.close(self._orders)
        os.close(self._signs)

    def close_theirs(self):
        """Close what the kernel holds."""
        os.close(self._heard)
        os.close(self._shown)

    def run(self):
        """In the process that is to be the kernel: wait for the order, and obey it."""
        os.setsid()
        os.write(self._shown, f"{os.getpid()}\n".encode())
        orders = os.fdopen(self._heard, "rb", buffering=0)
        if line := orders.readline():
            threading.Thread(target=_end_with, args=[orders], daemon=True).start()
            _run_kernel(json.loads(line))


def _end_with(orders):
    """End this process when nobody is left who could give it orders."""
    orders.read()
    os._exit(1)


def _run_kernel(words):
    """What `python -m ipykernel_launcher` does."""
    from ipykernel.kernelapp import IPKernelApp

    app = IPKernelApp.instance()
    app.initialize(words)
    app.start()


@contextlib.contextmanager
def prepare_kernels(root, parameters, results, stems):
    """Kernels for notebooks, {stem: Kernel}, that have imported what the notebooks import and know the results.

    They see no settings of the person who runs them, and write into a private folder. To be called before anything
    starts a thread.
    """
    with tempfile.TemporaryDirectory(prefix="kernels-") as folder, _keep_environment():
        path = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))
        os.environ.update(IPYTHONDIR=folder, JUPYTER_CONFIG_DIR=folder, PYTHONPATH=path)
        kernels = {stem: Kernel(f"{folder}/{number}") for number, stem in enumerate(stems)}
        sys.stdout.flush()
        sys.stderr.flush()
        source = os.fork()
        if not source:
            _bring_up(root, parameters, results, kernels)
        for kernel in kernels.values():
            kernel.close_theirs()
        try:
            yield kernels
        finally:
            for kernel in kernels.values():
                kernel.close_ours()
            os.waitpid(source, 0)


def _bring_up(root, parameters, results, kernels):
    """In the process that kernels are forked from: import, fork, and wait until all of them have ended."""
    try:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for kernel in kernels.values():
            kernel.close_ours()
        # charts compute no matrices, and threads do not survive a fork; kernels end with this process
        os.environ.update(OPENBLAS_NUM_THREADS="1", JPY_PARENT_PID=str(os.getpid()))
        remember_results(parameters, results)
        _import_what_notebooks_need(root, kernels)
        _fork_kernels(list(kernels.values()))
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)


def _fork_kernels(kernels):
    """One process a kernel, each with its own pipes alone; ends when they have ended, or as one of them."""
    for number, kernel in enumerate(kernels):
        if not os.fork():
            for later in kernels[number + 1 :]:
                later.close_theirs()
            kernel.run()
            return
        kernel.close_theirs()
    for _ in kernels:
        os.wait()


def _import_what_notebooks_need(root, stems):
    """Import ipykernel, and what the notebooks import from this package; what can't be imported is told by its cell."""
    sys.modules["debugpy"] = None  # nobody debugs a build, and ipykernel would take longer over it than over all else
    for module in ("ipykernel.kernelapp", "IPython.core.completerlib", "IPython.extensions.storemagic", "sqlite3"):
        importlib.import_module(module)
    for stem in stems:
        for module in list_imports(pathlib.Path(root, "notebooks", f"{stem}.ipynb")):
            with contextlib.suppress(Exception):
                importlib.import_module(module)


def list_imports(path):
    """What the cells of a notebook import from this package, modules and names; none if it cannot be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    except (OSError, ValueError, KeyError, TypeError, SyntaxError):
        return []
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            modules += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return [module for module in modules if module.partition(".")[0] == PACKAGE]


@contextlib.contextmanager
def _keep_environment():
    """Restore the environment variables afterwards."""
    kept = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
