"""The report as one PDF, by Typst: tagged (PDF/UA-1), archivable (PDF/A-3a), with the data attached inside."""

import importlib.util
import json
import pathlib

import typst
from nbconvert.exporters import Exporter
from traitlets import default
from traitlets.config import Config

from clemency.charts.style import CLASS_COLOURS, part_svg
from clemency.messages import Vocabulary, say
from clemency.report.assembly import EXPORT_CONFIG, NumberReferences, list_blocks, list_parts
from clemency.report.blocks import read_chart

TEMPLATE = pathlib.Path(__file__).parent / "templates" / "report.typ"
STANDARDS = ["ua-1", "a-3a"]
TEXTS = Vocabulary(
    "PDF",
    {
        "contents": "Contents",
        "figure": "Figure",
        "table": "Table",
        "table_below": "The table below gives the values, each with its evidence.",
        "nothing": "Nothing to draw.",
        "see": "See {claims}",
        "claim": "claim {n}, page {page}",
        "page": "p.~{page}",
        "cited": "Cited in {places}.",
        "legend": "Each claim is marked where it was read, and leads to its evidence: {classes}.",
    },
)
TALLEST = 212  # millimetres: a picture that is taller goes on on the next page


class PDFReport(Exporter):
    """Renders a merged notebook by Typst, with fonts that come with the packages and with nothing but data as input."""

    @default("file_extension")
    def _file_extension_default(self):
        return ".pdf"

    @default("preprocessors")
    def _preprocessors_default(self):
        return ["nbconvert.preprocessors.TagRemovePreprocessor", NumberReferences]

    @property
    def default_config(self):
        """Cells that only set things up are left out."""
        config = Config(EXPORT_CONFIG)
        config.merge(super().default_config)
        return config

    def from_notebook_node(self, nb, resources=None, **kw):
        """The PDF as bytes, and nbconvert's resources; `resources["attachments"]` are the files to put inside."""
        attachments = (resources or {}).get("attachments", [])
        prepared, resources = super().from_notebook_node(nb, resources, **kw)
        content = {
            "report": prepared.metadata["report"],
            "sections": list_sections(_part_figures(prepared)),
            "colours": {name: light for name, (light, _) in CLASS_COLOURS.items()},
            "attachments": attachments,
            "texts": dict(TEXTS),
        }
        files = {
            "main.typ": TEMPLATE.read_bytes(),
            "report.json": json.dumps(content, ensure_ascii=False).encode("utf-8"),
        }
        # found, not imported: that takes longer than the PDF
        fonts = pathlib.Path(importlib.util.find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"
        pdf = typst.compile(
            files, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=STANDARDS, timestamp=0
        )  # fmt: skip
        return pdf, resources


def _part_figures(notebook):
    """The notebook with each chart's drawing as pieces that fit a page, each with its alternative text."""
    for block in list_blocks(notebook):
        if block["type"] == "figure":
            pieces = part_svg(read_chart(block), TALLEST)
            alt = block["chart"]["alt"]
            more = [
                say("{alt} (continued, part {n} of {all})", alt=alt, n=number, all=len(pieces))
                for number in range(2, len(pieces) + 1)
            ]
            block["pieces"] = [{"svg": svg, "alt": text} for svg, text in zip(pieces, [alt, *more], strict=True)]
    return notebook


def list_sections(notebook):
    """The parts of the report, grouped under its second level of headings."""
    sections = []
    for part in list_parts(notebook):
        if not sections or (part["part"] == "heading" and part["level"] == 2):
            sections.append([])
        sections[-1].append(part)
    return sections
