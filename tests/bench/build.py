"""The build of the default report, and the same notebooks by the commands and tools that others would take.

Snakemake, Ploomber and marimo are measured where they are installed in .venv/bench:
`python3 -m venv .venv/bench && .venv/bench/bin/pip install snakemake ploomber marimo`.
"""

import functools
import itertools
import json
import os
import pathlib
import re
import shutil
import sys
import sysconfig

from bench.measuring import Case, run_command

ROOT = pathlib.Path(__file__).parents[2]
ROUNDS = 5
PLAIN = "papermill, nbconvert and Chromium"
FLOOR = "kernel, imports and charts of the slowest notebook"
YARDSTICKS = (PLAIN, FLOOR)
SLOWEST = "2-chronology"
OURS = pathlib.Path(sys.executable).parent
THEIRS = ROOT / ".venv" / "bench" / "bin"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NO_CHROMIUM = "" if CHROMIUM else "there is no Chromium here"

_FLOOR = """
import sys
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name="python3", transport="ipc", ip=sys.argv[1])
manager.start_kernel()
client = manager.blocking_client()
client.start_channels()
try:
    client.wait_for_ready()
    reply = client.execute_interactive(sys.argv[2], output_hook=lambda message: None)
    sys.exit(reply["content"].get("evalue"))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
"""
_SNAKEFILE = """
rule all:
    input: expand("{out}/{{stem}}.pdf", stem={stems})
rule run:
    input: "notebooks/{{stem}}.ipynb"
    output: "{out}/{{stem}}.ipynb"
    shell: "{ours}/papermill --no-progress-bar {{input}} {{output}}"
rule page:
    input: "{out}/{{stem}}.ipynb"
    output: "{out}/{{stem}}.html"
    shell: "{ours}/jupyter nbconvert --to html {{input}}"
rule print:
    input: "{out}/{{stem}}.html"
    output: "{out}/{{stem}}.pdf"
    shell: "{chromium} --headless --no-sandbox --disable-gpu --print-to-pdf={{output}} file://{{input}}"
"""


def list_cases(folder):
    """The build as make runs it after each sort of change, and what it is to be compared with."""
    project = Project(folder / "project")
    make = functools.partial(run_command, ["make", "--no-print-directory", "report"], project.root)
    plain = functools.partial(run_plain_commands, project.root, folder / "plain")
    return [
        Case("this build, from nothing", make, project.start_again),
        Case("with nothing to do", make),
        Case("one parameter changed", make, project.change_parameter),
        Case("one document added", make, project.add_document),
        Case(FLOOR, functools.partial(run_floor, project.root, folder / "kernel")),
        Case(PLAIN, plain, missing=NO_CHROMIUM),
        Case("Snakemake with the same", *run_snakemake(project.root, folder), missing=look_for("snakemake")),
        Case("Ploomber, then the same", *run_ploomber(project.root, folder), missing=look_for("ploomber")),
        Case("marimo and Chromium", *run_marimo(project.root, folder / "marimo"), missing=look_for("marimo")),
        Case("R Markdown", missing="which needs R, and is no package of Python's"),
    ]


class Project:
    """A copy of the project to build in, and the ways in which its sources change."""

    def __init__(self, root):
        self.root, self._number = root, itertools.count(1)
        for name in ("notebooks", "parameters", "seeds"):
            shutil.copytree(ROOT / name, root / name)
        for name in ("Makefile", "pyproject.toml", "requirements.txt"):
            shutil.copy2(ROOT / name, root)
        (root / ".venv").symlink_to(ROOT / ".venv")
        self._parameters = root / "parameters" / "default.yaml"
        self._stored = self._parameters.read_text(encoding="utf-8")

    def start_again(self):
        """Take away everything that was built, read and changed."""
        for name in ("reports", "figures", ".readings"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for document in (self.root / "seeds").glob("added-*"):
            document.unlink()
        self._parameters.write_text(self._stored, encoding="utf-8")

    def change_parameter(self):
        """Another first day of the window, which leaves everything in it."""
        changed = re.sub(r"(?m)^date_from:.*$", f"date_from: 2000-01-{next(self._number):02d}", self._stored)
        self._parameters.write_text(changed, encoding="utf-8")

    def add_document(self):
        """One document more than before."""
        document = self.root / "seeds" / f"added-{next(self._number)}.txt"
        document.write_text("MINSK, 3 July 2025. The president pardoned 5 people.\n", encoding="utf-8")


def list_notebooks(root):
    """The notebooks, in order."""
    return sorted((root / "notebooks").glob("*.ipynb"))


def run_floor(root, place):
    """Start a kernel and let it run what the slowest notebook imports, reads and draws."""
    cells = json.loads((root / "notebooks" / f"{SLOWEST}.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    wanted = [source for source in sources if "Figure(" in source or "import" in source or "title =" in source]
    return run_command([sys.executable, "-c", _FLOOR, place, "\n".join(wanted)], root)


def print_page(page, root):
    """A page as PDF, by Chromium."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={page.with_suffix('.pdf')}"]
    return run_command([CHROMIUM, *options, page.as_uri()], root)


def finish_notebook(done, root):
    """An executed notebook to HTML by nbconvert, and that to PDF."""
    peak = run_command([OURS / "jupyter", "nbconvert", "--to", "html", done], root)
    return max(peak, print_page(done.with_suffix(".html"), root))


def run_plain_commands(root, target):
    """Each notebook by papermill, nbconvert and Chromium, one command after another."""
    target.mkdir(exist_ok=True)
    peaks = []
    for notebook in list_notebooks(root):
        done = target / notebook.name
        peaks.append(run_command([OURS / "papermill", "--no-progress-bar", notebook, done], root))
        peaks.append(finish_notebook(done, root))
    return max(peaks)


def look_for(tool):
    """Why a tool of others cannot be measured; nothing if it can."""
    return NO_CHROMIUM or ("" if (THEIRS / tool).exists() else "which is not installed in .venv/bench")


def run_theirs(words, root):
    """A command of theirs, which finds our packages after its own."""
    packages = os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")])
    path = os.pathsep.join([str(THEIRS), os.environ["PATH"]])
    return run_command(words, root, PYTHONPATH=packages, PATH=path, PLOOMBER_STATS_ENABLED="false")


def run_snakemake(root, folder):
    """The plain commands as rules, as many at a time as there are processors: (run, prepare)."""
    out, file = folder / "snakemake", folder / "Snakefile"
    stems = [notebook.stem for notebook in list_notebooks(root)]
    file.write_text(_SNAKEFILE.format(out=out, stems=stems, ours=OURS, chromium=CHROMIUM), encoding="utf-8")
    words = [THEIRS / "snakemake", "--snakefile", file, "--cores", "all", "--quiet"]
    return functools.partial(run_theirs, words, root), lambda: shutil.rmtree(out, ignore_errors=True)


def run_ploomber(root, folder):
    """The notebooks as tasks, side by side; its own way to HTML fails with the nbconvert of today: (run, prepare)."""
    out = folder / "ploomber"
    tasks = [
        {"source": f"notebooks/{notebook.name}", "name": f"n{number}", "static_analysis": "disable",
         "product": {"nb": str(out / notebook.name)}}
        for number, notebook in enumerate(list_notebooks(root))
    ]  # fmt: skip
    executor = {"dotted_path": "ploomber.executors.Parallel", "processes": os.cpu_count()}
    pipeline = {"meta": {"extract_upstream": False}, "executor": executor, "tasks": tasks}
    (root / "pipeline.yaml").write_text(json.dumps(pipeline), encoding="utf-8")

    def run():
        peaks = [run_theirs([THEIRS / "ploomber", "build"], root)]
        return max([*peaks, *(finish_notebook(out / notebook.name, root) for notebook in list_notebooks(root))])

    return run, lambda: shutil.rmtree(out, ignore_errors=True)


def run_marimo(root, out):
    """The notebooks converted to marimo's form, which is not timed, then exported and printed: (run, prepare)."""

    def prepare():
        out.mkdir(exist_ok=True)
        for notebook in list_notebooks(root):
            target = out / f"{notebook.stem}.py"
            if not target.exists():
                run_theirs([THEIRS / "marimo", "convert", notebook, "-o", target], root)

    def run():
        peaks = []
        for notebook in list_notebooks(root):
            page = out / f"{notebook.stem}.html"
            words = [THEIRS / "marimo", "export", "html", "--force", page.with_suffix(".py"), "-o", page]
            peaks.append(run_theirs(words, root))
            peaks.append(print_page(page, root))
        return max(peaks)

    return run, prepare
