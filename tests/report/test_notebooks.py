"""The stored notebooks: without outputs, with one cell of parameters, each step explained, no logic of their own."""

import ast
import dataclasses
import subprocess
import sys

import nbformat
import pytest

from clemency.report.parameters import Parameters
from clemency.report.project import NOTEBOOKS

from .project import ROOT

BRANCHES = (ast.If, ast.For, ast.While, ast.Try, ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.IfExp)


@pytest.fixture(params=NOTEBOOKS)
def notebook(request):
    """Each of the three notebooks as it is stored."""
    return nbformat.read(ROOT / "notebooks" / f"{request.param}.ipynb", as_version=4)


def test_a_notebook_is_stored_without_outputs(notebook):
    """Results are made, not stored: a reader of the source never sees an old one."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_one_cell_holds_the_parameters_with_their_defaults(notebook):
    """What a notebook does alone is what the parameters' own defaults say."""
    [cell] = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ())]
    values = {node.targets[0].id: ast.literal_eval(node.value) for node in ast.parse(cell.source).body}
    assert values == dataclasses.asdict(Parameters())


def test_every_step_is_explained_and_short(notebook):
    """A code cell has 1 to 15 lines, and words stand before it."""
    for before, cell in zip(notebook.cells, notebook.cells[1:], strict=False):
        if cell.cell_type == "code":
            assert before.cell_type == "markdown"
            assert 1 <= len(cell.source.splitlines()) <= 15


def test_a_notebook_holds_no_logic(notebook):
    """Whatever branches belongs in the package, where a test reaches it."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert not [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, BRANCHES)]


def test_a_notebook_runs_alone_by_plain_papermill_in_its_own_folder(project, tmp_path):
    """JupyterLab starts it in notebooks/; the project's folder is found from there, and a parameter takes effect."""
    command = [
        sys.executable,
        "-m",
        "papermill",
        "2-chronology.ipynb",
        tmp_path / "out.ipynb",
        "-p",
        "date_from",
        "2025",
    ]
    subprocess.run(command, cwd=project / "notebooks", capture_output=True, check=True)
    text = (tmp_path / "out.ipynb").read_text(encoding="utf-8")
    assert "2 July 2025" in text
    assert "September 2022" not in text
