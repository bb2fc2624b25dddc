"""Blocks: what notebook cells show, kept as data so that HTML, PDF and Jupyter each render it in their own way.

A line of text is a list of runs. A run is a string, or a dict with `text` and at most one of: `claims` (ids of the
claims that it is evidence of), `to` (a place in the report), `url`, `style` (strong, mark, code, small, break).
`lang` may stand beside any of them, and `bare` beside claims that are to have no number written after them.
"""

import base64
import dataclasses
import functools
import pathlib
import re
import string

import jinja2

from clemency.charts.style import Chart, render_inline
from clemency.messages import choose, say, say_in, say_many

MIME = "application/vnd.clemency.block+json"
TEMPLATES = pathlib.Path(__file__).parent / "templates"
_LINE = 112  # letters of a line in a table of the PDF
_NARROWEST, _WIDEST = 12, 32  # letters of a column

_JUPYTER_STYLE = (
    ".clemency :is(th, td, caption) {text-align: left; vertical-align: top} "
    ".clemency :is(.hint, .aside) {display: none}"
)


def cite(text, *claims):
    """A run that leads to the evidence of one or more claims."""
    return {"text": text, "claims": list(claims)}


def link(text, to):
    """A run that leads to another place of the report."""
    return {"text": text, "to": to}


def style(text, name, lang=None):
    """A run that is strong, mark, code or small; `lang` names its language where it is not the report's."""
    run = {"text": text, "style": name}
    return {**run, "lang": lang} if lang else run


BREAK = {"text": " ", "style": "break"}


def fill(pattern, **runs):
    """A text with runs, or lines of runs, in its {places}, as one line."""
    line = []
    for text, name, _, _ in string.Formatter().parse(pattern):
        filling = runs[name] if name else []
        for run in [text, *(filling if isinstance(filling, list) else [filling])]:
            if isinstance(run, str) and line and isinstance(line[-1], str):
                line[-1] += run
            elif run:
                line.append(run)
    return line


def join_runs(lines, between=", "):
    """Lines of runs as one, with a text between them."""
    joined = []
    for line in lines:
        joined += [between, *line] if joined else line
    return joined


def list_runs(lines):
    """Lines of runs as one list: "a, b and c"."""
    *most, last = lines
    return fill(say_in("list", "{most} and {last}"), most=join_runs(most), last=last) if most else last


def name_anchor(heading):
    """The address of a heading, made from its English words."""
    return re.sub(r"\W+", "-", heading.lower()).strip("-") or "section"


def as_text(runs):
    """A line of runs as plain text."""
    return "".join(run if isinstance(run, str) else run["text"] for run in runs)


@functools.cache
def _load_macros():
    """The macros that render runs and blocks as HTML; everything they are given is escaped."""
    loader = jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    environment.globals |= {"say": say, "say_in": say_in, "say_many": say_many, "choose": choose}
    return environment.get_template("blocks.html.j2").module


def render_block(block):
    """A block as HTML."""
    if block["type"] == "figure":
        block = {**block, "inline": render_inline(read_chart(block))}
    return str(_load_macros().block(block)).strip() + "\n"


class Block:
    """Something that a cell shows; subclasses state what they hold in `describe`."""

    def describe(self):
        """The block as JSON data with its `type`."""
        raise NotImplementedError

    def read_aloud(self):
        """The block as plain text."""
        raise NotImplementedError

    def _repr_mimebundle_(self, include=None, exclude=None):  # noqa: ARG002 - the signature is IPython's
        data = self.describe()
        page = f'<div class="clemency"><style>{_JUPYTER_STYLE}</style>{render_block(data)}</div>'
        return {MIME: data, "text/html": page, "text/plain": self.read_aloud()}


class Prose(Block):
    """Paragraphs, or the items of a list, each a line of runs."""

    def __init__(self, *lines, form="paragraphs"):
        self.lines = [[line] if isinstance(line, (str, dict)) else line for line in lines]
        self.form = form

    def describe(self):
        """The lines, and whether they are `paragraphs` or a `list`."""
        return {"type": "prose", "form": self.form, "lines": self.lines}

    def read_aloud(self):
        """One line of text for each."""
        return "\n".join(as_text(line) for line in self.lines)


class Facts(Block):
    """Terms, each with what is to be said about it."""

    def __init__(self, pairs):
        self.pairs = [(term, [line] if isinstance(line, (str, dict)) else line) for term, line in pairs]

    def describe(self):
        """The terms with their lines."""
        return {"type": "facts", "pairs": [{"term": term, "line": line} for term, line in self.pairs]}

    def read_aloud(self):
        """One line of text a term."""
        return "\n".join(f"{term}: {as_text(line)}" for term, line in self.pairs)


class Table(Block):
    """A table with its caption; the first column heads the rows.

    `columns` are (title, width) pairs, the width a share of the page; a column of numbers has its title in `numeric`.
    `finder` says what rows can be chosen and sorted by, as `clemency.report.finder` makes it.
    """

    def __init__(self, name, caption, columns, rows, numeric=(), empty=None, finder=None):
        self.name, self.caption, self.columns = name, caption, columns
        self.empty = empty or say("Nothing to show.")
        self.finder = finder
        self.rows = [[[cell] if isinstance(cell, (str, dict)) else cell for cell in row] for row in rows]
        self.numeric = set(numeric)

    def describe(self):
        """Name, caption, columns and rows; each cell is a line of runs."""
        columns = [{"title": title, "width": width, "numeric": title in self.numeric} for title, width in self.columns]
        return {
            "type": "table",
            "name": self.name,
            "caption": self.caption,
            "columns": columns,
            "rows": self.rows,
            "empty": self.empty,
            **({"finder": self.finder} if self.finder else {}),
        }

    def read_aloud(self):
        """The caption, then the cells of each row between bars."""
        heading = " | ".join(title for title, _ in self.columns)
        return "\n".join([self.caption, heading, *(" | ".join(map(as_text, row)) for row in self.rows)])


def _measure_cell(text):
    """The letters that a cell needs room for; a long word is not to be cut where a reference follows it."""
    longest = max(map(len, text.split()), default=0)
    return max(len(text), longest + 4 if longest > 10 else 0)


def share_line(widest):
    """The widths of columns whose widest cells have so many letters; where a line is too short the wide ones yield.

    A narrow column would else be narrower than its words.
    """
    widths = [max(letters + 5, _NARROWEST) for letters in widest]
    fits = (most for most in range(_WIDEST, _NARROWEST, -1) if sum(min(width, most) for width in widths) <= _LINE)
    most = next(fits, _NARROWEST)
    return [min(width, most) for width in widths]


class Figure(Block):
    """A chart with its alternative text and the table of the values that it shows, each row leading to its claims."""

    def __init__(self, chart):
        self.chart = chart

    def describe(self):
        """The chart without its PNG, which stands beside it as a picture of the cell, and its values as a table."""
        chart = self.chart
        fields = {field.name: getattr(chart, field.name) for field in dataclasses.fields(chart) if field.name != "png"}
        rows = [
            [cite(row[0], *claims), *row[1:]] for row, claims in zip(chart.table_rows, chart.row_claims, strict=True)
        ]
        widest = [max(map(_measure_cell, column)) for column in zip(chart.table_header, *chart.table_rows, strict=True)]
        columns = [*zip(chart.table_header, share_line(widest), strict=True)]
        table = Table(f"values-{chart.name}", say("The values in “{title}”", title=chart.title), columns, rows)
        return {"type": "figure", "name": chart.name, "chart": fields, "table": table.describe()}

    def read_aloud(self):
        """The chart's alternative text."""
        return self.chart.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        picture = base64.b64encode(self.chart.png).decode("ascii")
        return {**super()._repr_mimebundle_(include, exclude), "image/png": picture}


def read_chart(block, png=b""):
    """The chart that a figure block was made from."""
    return Chart(**block["chart"], png=png)


class Evidence(Block):
    """Every claim of the report with its sentence in context."""

    def __init__(self, entries):
        self.entries = entries

    def describe(self):
        """The entries, as `clemency.report.evidence` makes them."""
        return {"type": "evidence", "entries": self.entries}

    def read_aloud(self):
        """One line of text a claim."""
        return "\n".join(f"{entry['number']}. {entry['title']}" for entry in self.entries)


class Quotations(Block):
    """Who uses which words: one group of quotations a class of source, side by side."""

    def __init__(self, groups):
        self.groups = groups

    def describe(self):
        """Groups of {"title", "source_class", "quotes": [{"words", "count", "line", "source"}]}."""
        return {"type": "quotations", "groups": self.groups}

    def read_aloud(self):
        """One line of text a quotation."""
        return "\n".join(f"{group['title']}: {quote['words']}" for group in self.groups for quote in group["quotes"])


class Texts(Block):
    """The documents in full, with every claim marked."""

    def __init__(self, texts):
        self.texts = texts

    def describe(self):
        """The legend and the documents, as `clemency.report.texts` makes them."""
        return {"type": "texts", **self.texts}

    def read_aloud(self):
        """The documents as they were read, line by line."""
        lines = []
        for text in self.texts["documents"]:
            lines += [text["title"]]
            for part in text["parts"]:
                lines += ["".join(piece["text"] for piece in pieces) for pieces in part["paragraphs"]]
        return "\n".join(lines)
