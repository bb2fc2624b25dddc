"""Running the notebooks by papermill, side by side, each in a kernel that waits already."""

import concurrent.futures
import dataclasses
import logging
import pathlib
import re
import sys

import nbformat
import papermill
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from clemency.report.assembly import translate_text

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class NotebookError(Exception):
    """A cell that failed: the message names the notebook, the cell, the line and the error."""


def _quieten():
    """papermill's and nbclient's remarks on their own work stay unsaid; their warnings are heard."""
    for name in ("papermill", "papermill.translators", "traitlets"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _manage(kernel):
    """The class of a manager whose kernel is this one."""

    class Manager(AsyncKernelManager):
        async def _async_launch_kernel(self, kernel_cmd, **_):
            kernel.start(kernel_cmd[kernel_cmd.index("-f") :])
            self.provisioner.process, self.provisioner.pid, self.provisioner.pgid = kernel, kernel.pid, kernel.pid

    return Manager


def _run_notebook(path, parameters, kernel):
    """One executed notebook; NotebookError for a cell that fails, or a kernel that dies."""
    place = {"transport": "ipc", "connection_file": f"{kernel.place}.json", "ip": kernel.place}
    try:
        return papermill.execute_notebook(
            path,
            None,
            parameters=dataclasses.asdict(parameters),
            progress_bar=False,
            kernel_manager_class=_manage(kernel),
            config=Config({"KernelManager": place}),
            shutdown_kernel="immediate",
        )
    except PapermillExecutionError as error:
        raise NotebookError(_describe_failure(path, error)) from None
    except RuntimeError as error:  # nbclient's word for a kernel that is gone
        raise NotebookError(f"notebooks/{path.name}: {error}; is there memory enough?") from None


def _describe_failure(path, error):
    """Where a cell failed and with what: notebook, cell, its line, then the error and the place in our code."""
    frames = _COLOURS.sub("", "\n".join(error.traceback))
    line = re.search(r"^Cell In\[\d+\], line (\d+)$", frames, re.MULTILINE)
    source = error.source.splitlines()[int(line[1]) - 1].strip() if line else error.source.splitlines()[-1].strip()
    ours = re.findall(r"(clemency/[\w/]+\.py):(\d+)", frames)
    place = f" ({ours[-1][0]}, line {ours[-1][1]})" if ours else ""
    words = (str(error.evalue).splitlines() or [""])[0]
    number = f", line {line[1]}" if line else ""
    cell = _find_stored_number(path, error.cell_index)
    return f"notebooks/{path.name}, cell {cell}{number}: {source}\n  {error.ename}: {words}{place}"


def _find_stored_number(path, index):
    """The number of a cell in the stored notebook, from 1; papermill puts a cell of its own after the parameters."""
    stored = nbformat.read(path, as_version=4).cells
    parameters = next(place for place, cell in enumerate(stored) if "parameters" in cell.metadata.get("tags", ()))
    return index if index > parameters else index + 1


def run_notebooks(root, parameters, kernels, say):
    """The executed notebooks, {name: notebook}, each in its kernel; `say` is told of each that is done.

    Raises NotebookError for the first that fails.
    """
    _quieten()
    with concurrent.futures.ThreadPoolExecutor(len(kernels)) as pool:
        paths = {pathlib.Path(root, "notebooks", f"{name}.ipynb"): kernel for name, kernel in kernels.items()}
        running = {pool.submit(_run_notebook, path, parameters, kernel): path for path, kernel in paths.items()}
        for done in concurrent.futures.as_completed(running):
            done.result()
            say(f"ran {running[done].name}")
    return {path.stem: strip_notebook(future.result(), path) for future, path in running.items()}


def strip_notebook(notebook, path):
    """The notebook without times, paths, versions and warnings, so that its bytes depend on what it shows alone.

    Warnings are passed on. Raises NotebookError for a cell that could not show its result.
    """
    kernel = notebook.metadata.get("kernelspec", {})
    notebook.metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    for index, cell in enumerate(notebook.cells):
        cell.id = f"{path.stem}-{index + 1:02d}"
        cell.metadata = {"tags": cell.metadata["tags"]} if cell.metadata.get("tags") else {}
        if cell.cell_type == "markdown" and "setup" not in cell.metadata.get("tags", ()):
            translate_text(cell)
        if cell.cell_type != "code":
            continue
        said = "".join(output.text for output in cell.outputs if output.get("name") == "stderr").strip()
        if said:
            _pass_on(said, f"notebooks/{path.name}, cell {_find_stored_number(path, index)}")
        cell.outputs = [replace_controls(output) for output in cell.outputs if output.get("name") != "stderr"]
    return notebook


def replace_controls(value):
    """What a cell shows, with a sign in place of characters that no page can hold or that turn the text around."""
    if isinstance(value, str):
        return _CONTROLS.sub("\ufffd", value)
    if isinstance(value, dict):
        return type(value)((name, replace_controls(item)) for name, item in value.items())
    return [replace_controls(item) for item in value] if isinstance(value, list) else value


def _pass_on(said, place):
    """Warnings of a cell go to stderr; an error that IPython printed while it showed something is one of ours."""
    if "Traceback (most recent call last)" in said:
        raise NotebookError(f"{place}: cannot be shown\n  {said.splitlines()[-1]}")
    print(f"{place} warns: {said}", file=sys.stderr)
