"""Build a report: run the notebooks, then write its figures, its data, and both forms of it."""

import base64
import concurrent.futures
import importlib.metadata
import itertools

import nbformat
import typst

from clemency import messages
from clemency.charts.style import write_chart
from clemency.chronology.wording import describe_date
from clemency.documents.edtf import read_bounds
from clemency.report.assembly import merge_notebooks
from clemency.report.blocks import MIME, as_text, read_chart
from clemency.report.execution import NotebookError, run_notebooks
from clemency.report.findings import describe_report
from clemency.report.html import HTMLReport
from clemency.report.names import FILE as NAMES
from clemency.report.names import find_names_left, read_names
from clemency.report.package import write_package
from clemency.report.pdf import PDFReport
from clemency.report.project import find_root, list_folders
from clemency.report.provenance import CRATE, EVIDENCE, write_crate, write_evidence
from clemency.report.reuse import label_chart
from clemency.report.staging import StagingError, stage_report
from clemency.report.stamp import write_stamp
from clemency.report.words import KIND_NAMES, capitalise

MOST_ATTACHED = 500_000  # bytes: a PDF that is sent by mail has some 5 MB at most
DATA = "data"
MIME_OF = {".csv": "text/csv", ".json": "application/json", ".jsonld": "application/ld+json"}


class BuildError(Exception):
    """A report that cannot be built: the message says what failed, and where."""


def build_report(parameters, name, results, sources, kernels, say):
    """Build a report; returns its folder from the root of the project.

    `name` is "" for the default report, `sources` are what its stamp says that it was built from, `kernels` run the
    notebooks, `say` is told of progress. Raises BuildError, and then leaves everything that was there as it was.
    """
    root = find_root()
    try:
        with stage_report(root, name, say) as staging:
            folder, figures = list_folders(staging, name)
            with concurrent.futures.ThreadPoolExecutor(1) as pool:  # while the kernels work, this process has time
                data = pool.submit(_write_data, folder / DATA, results, parameters, name)
                notebooks = run_notebooks(root, parameters, kernels, say)
            _write_figures(figures, notebooks, name)
            _write_report(folder, notebooks, describe_front(parameters, results, name), data.result())
            crate = write_crate(root, staging, name, parameters, results, describe_front(parameters, results, name))
            (folder / CRATE).write_text(crate, encoding="utf-8", newline="")
            write_stamp(staging, name, parameters.folder, sources)
            if results.shortened:
                _refuse_names(staging, root / parameters.folder / NAMES)
    except (NotebookError, StagingError) as error:
        raise BuildError(str(error)) from None
    except typst.TypstError as error:
        raise BuildError(f"the PDF: {error.diagnostic}") from None
    return f"reports/{name}".rstrip("/")


def _refuse_names(folder, path):
    """A last look before anything is put in place: BuildError if a file holds a name that was to be shortened."""
    if left := find_names_left(folder, read_names(path)):
        raise BuildError(f"{left} is a name that {path.name} wants shortened.")


def _write_figures(folder, notebooks, name):
    """Every chart that the notebooks show, as SVG and PNG; marks lead into the report."""
    address = f"../../reports/{name}/report.html" if name else "../reports/report.html"
    for notebook in notebooks.values():
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                block = output.get("data", {}).get(MIME)
                if block and block["type"] == "figure":
                    chart = read_chart(block, base64.b64decode(output.data["image/png"]))
                    write_chart(label_chart(chart), folder, address)


def _write_data(folder, results, parameters, name):
    """Write the files of the folder of data; returns them in the order in which they are attached."""
    folder.mkdir()
    names = write_package(folder, results, parameters, name)
    (folder / EVIDENCE).write_text(write_evidence(results), encoding="utf-8", newline="")
    return [folder / file for file in (*names, EVIDENCE)]


def _write_report(folder, notebooks, front, data):
    """The executed notebooks, and both forms of the report."""
    for stem, notebook in notebooks.items():
        (folder / f"{stem}.ipynb").write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="")
    merged = merge_notebooks(notebooks.values(), front)
    with concurrent.futures.ThreadPoolExecutor() as pool:  # Typst leaves the interpreter to others meanwhile
        printing = pool.submit(PDFReport().from_notebook_node, merged, {"attachments": _list_attachments(data)})
        page, _ = HTMLReport().from_notebook_node(merged)
        pdf, _ = printing.result()
    (folder / "report.html").write_text(page, encoding="utf-8", newline="")
    (folder / "report.pdf").write_bytes(pdf)


def _list_attachments(files):
    """The data files as the PDF takes them in: the smallest first, as long as all of them are `MOST_ATTACHED`."""
    sizes = sorted((file.stat().st_size, file.name) for file in files)
    room = itertools.accumulate(size for size, _ in sizes)
    taken = {name for (_, name), used in zip(sizes, room, strict=True) if used <= MOST_ATTACHED}
    return [
        {
            "name": file.name,
            "text": file.read_bytes().decode(),
            "mime": MIME_OF[file.suffix],
            "description": messages.say("{name} of this report", name=capitalise(file.stem)),
        }
        for file in files
        if file.name in taken
    ]


def describe_front(parameters, results, name):
    """What stands before the report's first section, and the day that its files are dated to.

    That day is the last that its newest document may be of, never the day of the build: the same sources give the
    same bytes.
    """
    documents = [document for document in results.whole.documents if document.published]
    days = [day for document in documents for day in read_bounds(document.published) if day]
    first, last = (min(days), max(days)) if days else (None, None)
    version = importlib.metadata.version("clemency")
    return {
        "title": parameters.title,
        "subtitle": _describe_documents(len(results.whole.documents), first, last) + _describe_window(parameters),
        "description": as_text(describe_report(results)),
        "language": parameters.language,
        "name": name,
        "paper": parameters.paper,
        "footer": messages.say(
            "Made by clemency {version} from the files named under Method and provenance.", version=version
        ),
        "date": [last.year, last.month, last.day] if last else [1970, 1, 1],
    }


def _describe_documents(n, first, last):
    """How many documents a report rests on, and when they were published, as far as that is known."""
    if first == last:
        return messages.say_many("From {n} document", "From {n} documents", n)
    period = describe_date(f"{first}/{last}")
    return messages.say_many(
        "From {n} document published {period}", "From {n} documents published {period}", n, period=period
    )


def _describe_window(parameters):
    """What the parameters keep of the claims, in words; empty if they keep all."""
    parts = []
    if parameters.date_from and parameters.date_to:
        parts.append(describe_date(f"{parameters.date_from}/{parameters.date_to}"))
    elif parameters.date_from or parameters.date_to:
        parts.append(describe_date(f"{parameters.date_from or '..'}/{parameters.date_to or '..'}"))
    if parameters.kinds:
        kinds = messages.join([KIND_NAMES[kind] for kind in parameters.kinds])
        parts.append(messages.say("of the kinds {kinds}", kinds=kinds))
    return messages.say("; claims {which}", which=", ".join(parts)) if parts else ""
