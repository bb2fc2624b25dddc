"""The report as one HTML file that asks nothing of any network: an exporter that subclasses nbconvert's."""

import base64
import hashlib
import pathlib
import re

from markupsafe import Markup, escape
from nbconvert.exporters import TemplateExporter
from traitlets import default
from traitlets.config import Config

from clemency.charts.style import THEME
from clemency.report.assembly import EXPORT_CONFIG, NumberReferences, list_parts, render_markdown
from clemency.report.blocks import render_block

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
        return environment

    def from_notebook_node(self, nb, resources=None, **kw):
        """The page as text, and nbconvert's resources."""
        prepared, resources = super(TemplateExporter, self).from_notebook_node(nb, resources, **kw)
        sections = list_sections(prepared)
        style = write_style()
        page = self.template.render(
            report=prepared.metadata["report"],
            sections=sections,
            style=Markup(style),
            policy=write_policy([style, *(text for section in sections for text in find_styles(section["body"]))]),
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


def write_policy(styles):
    """A Content-Security-Policy that allows these styles, by their hashes, and nothing else."""
    hashes = {base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in styles}
    allowed = " ".join(f"'sha256-{digest}'" for digest in sorted(hashes))
    return f"default-src 'none'; style-src {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


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
