"""The report as one HTML file that asks nothing of any network: an exporter that subclasses nbconvert's."""

import pathlib
import re

from markupsafe import Markup, escape
from nbconvert.exporters import TemplateExporter
from traitlets import default
from traitlets.config import Config

from clemency.charts.style import THEME
from clemency.messages import say
from clemency.report.assembly import EXPORT_CONFIG, NumberReferences, list_blocks, list_parts, render_markdown
from clemency.report.blocks import render_block
from clemency.report.pages import hash_text

HERE = pathlib.Path(__file__).parent


class HTMLReport(TemplateExporter):
    """Renders a merged notebook with our own template, in which everything is escaped unless we made it."""

    @default("template_name")
    def _template_name_default(self):
        return "templates"

    @default("template_file")
    def _template_file_default(self):
        return "report.html.j2"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self):
        return [str(HERE)]

    @default("file_extension")
    def _file_extension_default(self):
        return ".html"

    @default("preprocessors")
    def _preprocessors_default(self):
        return [NumberReferences]

    @property
    def default_config(self):
        """Cells that only set things up are left out."""
        config = Config(EXPORT_CONFIG)
        config.merge(super().default_config)
        return config

    def _create_environment(self):
        environment = super()._create_environment()
        environment.autoescape = True
        environment.globals["say"] = say
        return environment

    def from_notebook_node(self, nb, resources=None, **kw):
        """The page as text, and nbconvert's resources."""
        prepared, resources = super(TemplateExporter, self).from_notebook_node(nb, resources, **kw)
        report = prepared.metadata["report"]
        for block in list_blocks(prepared):
            if block["type"] == "figure":
                block["files"] = list_files(block["name"], report["name"])
        sections = list_sections(prepared)
        style = write_style()
        script = (HERE / "templates" / "report.js").read_text(encoding="utf-8")
        styles = [style, *(text for section in sections for text in find_styles(section["body"]))]
        page = self.template.render(
            report=report,
            sections=sections,
            style=Markup(style),
            script=Markup(script),
            policy=write_policy(styles, script),
        )
        return page + "\n", resources


def write_style():
    """The style sheet, led by the colours of the charts for light and dark pages; paper is always light."""
    light, dark = ("".join(f"{name}:{partners[place]};" for name, partners in THEME.items()) for place in (0, 1))
    colours = f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return colours + (HERE / "templates" / "report.css").read_text(encoding="utf-8")


def find_styles(html):
    """The texts of the style elements that charts bring along."""
    return re.findall(r"<style[^>]*>(.*?)</style>", str(html), re.DOTALL)


def list_files(figure, name):
    """Where a figure lies as SVG and PNG, and the data behind it, as seen from the report of this name."""
    folder = f"../../figures/{name}" if name else "../figures"
    files = [(ending.upper(), f"{folder}/{figure}.{ending}") for ending in ("svg", "png")]
    tables = [(say("{table} as CSV", table=table), f"data/{table}.csv") for table in ("events", "claims")]
    return [{"title": title, "path": path} for title, path in files + tables]


def write_policy(styles, script):
    """A Content-Security-Policy that allows these styles and this script, by their hashes, and nothing else."""
    allowed = " ".join(sorted({hash_text(text) for text in styles}))
    return (
        f"default-src 'none'; style-src {allowed}; script-src {hash_text(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def list_sections(notebook):
    """The sections under the report's second level of headings: {"id", "text", "parts", "body"}, `body` as HTML."""
    sections = []
    for part in list_parts(notebook):
        if part["part"] == "heading" and (part["level"] == 2 or not sections):
            sections.append({"id": part["id"], "text": part["text"], "parts": [], "body": []})
        elif part["part"] == "heading" and part["level"] == 3:
            sections[-1]["parts"].append(part)
        sections[-1]["body"].append(_render_part(part))
    for section in sections:
        section["body"] = Markup("\n").join(section["body"])
    return sections


def _render_part(part):
    """One part as HTML."""
    if part["part"] == "heading":
        return Markup(f'<h{part["level"]} id="{escape(part["id"])}">{escape(part["text"])}</h{part["level"]}>')
    if part["part"] == "markdown":
        return Markup(render_markdown(part["token"]))
    if part["part"] == "block":
        return Markup(render_block(part["block"]))
    return Markup(f"<pre>{escape(part['text'])}</pre>")
