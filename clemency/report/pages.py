"""Small pages beside a report: one file each, without scripts, that asks nothing of any network."""

import base64
import hashlib

import jinja2

from clemency.report.blocks import TEMPLATES


def write_page(path, template, **values):
    """Render a template into a file; everything that it is given is escaped."""
    loader = jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    text = environment.get_template(template).render(values) + "\n"
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8", newline="")
    new.replace(path)


def hash_text(text):
    """The hash of a style sheet or script in the form that a policy names it by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
