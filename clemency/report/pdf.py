"""The report as one PDF, by Typst: tagged (PDF/UA-1), archivable (PDF/A-3a), with the data attached inside."""

import json
import pathlib

import matplotlib
import typst
from nbconvert.exporters import Exporter
from traitlets import default
from traitlets.config import Config

from clemency.charts.style import CLASS_COLOURS
from clemency.report.assembly import EXPORT_CONFIG, NumberReferences, list_parts

TEMPLATE = pathlib.Path(__file__).parent / "templates" / "report.typ"
STANDARDS = ["ua-1", "a-3a"]


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
            "sections": list_sections(prepared),
            "colours": {name: light for name, (light, _) in CLASS_COLOURS.items()},
            "attachments": attachments,
        }
        files = {
            "main.typ": TEMPLATE.read_bytes(),
            "report.json": json.dumps(content, ensure_ascii=False).encode("utf-8"),
        }
        fonts = pathlib.Path(matplotlib.get_data_path(), "fonts", "ttf")
        pdf = typst.compile(
            files, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=STANDARDS, timestamp=0
        )  # fmt: skip
        return pdf, resources


def list_sections(notebook):
    """The parts of the report, grouped under its second level of headings."""
    sections = []
    for part in list_parts(notebook):
        if not sections or (part["part"] == "heading" and part["level"] == 2):
            sections.append([])
        sections[-1].append(part)
    return sections
