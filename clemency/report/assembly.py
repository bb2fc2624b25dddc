"""What both exporters share: the notebooks as one, its parts in order, and references numbered both ways."""

import nbformat
from mistune import BlockState
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from traitlets.config import Config

from clemency.messages import say, say_paragraphs, split_text
from clemency.report.blocks import MIME, name_anchor

LEFT_OUT_TAGS = {"parameters", "injected-parameters", "setup"}
EXPORT_CONFIG = Config({"TagRemovePreprocessor": {"enabled": True, "remove_cell_tags": LEFT_OUT_TAGS}})
MOST_NOTES = 6  # references shown beside one number; the evidence holds the rest

_parse_markdown = MarkdownWithMath(renderer=None)
_renderer = IPythonRenderer(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)


def merge_notebooks(notebooks, report):
    """Executed notebooks as one; `report` (title, subtitle, language, date …) becomes its metadata."""
    merged = nbformat.v4.new_notebook(metadata={"report": report})
    merged.cells = [cell for notebook in notebooks for cell in notebook.cells]
    return merged


def translate_text(cell):
    """Put a cell of text into the language of the report; its heading keeps the address of its English words."""
    headings = [text for marks, text in split_text(cell.source) if marks]
    said = say_paragraphs(cell.source)
    if said != cell.source and headings:
        cell.metadata["anchor"] = name_anchor(headings[0])
    cell.source = said


def list_blocks(notebook):
    """The blocks that the cells of a notebook show, in order."""
    return [
        output.data[MIME]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if MIME in output.get("data", {})
    ]


def list_parts(notebook):
    """The parts of a notebook in reading order.

    Each is {"part": "heading", "level", "id", "text"}, {"part": "markdown", "token"}, {"part": "block", "block"} or
    {"part": "text", "text"}: what is no block of ours is shown as its plain text. A notebook's first level of
    headings is the report's second, since the report has one title.
    """
    parts, ids = [], set()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts += _read_markdown(cell.source, ids, cell.metadata.get("anchor"))
        elif cell.cell_type == "code":
            parts += [part for output in cell.outputs for part in _read_output(output, ids)]
    return parts


def _read_markdown(text, ids, anchor=None):
    """A text in Markdown as parts; its first heading has an `anchor` if it is not in English."""
    tokens = [token for token in _parse_markdown(text) if token["type"] != "blank_line"]
    headings = [token for token in tokens if token["type"] == "heading"]
    return [_read_token(token, ids, anchor if token in headings[:1] else None) for token in tokens]


def _read_token(token, ids, anchor):
    """One piece of Markdown as a part."""
    if token["type"] != "heading":
        return {"part": "markdown", "token": token}
    text = flatten_markdown(token)
    name = anchor or name_anchor(text)
    while name in ids:
        name += "-more"
    ids.add(name)
    return {"part": "heading", "level": token["attrs"]["level"] + 1, "id": name, "text": text}


def _read_output(output, ids):
    """One output of a cell as parts; warnings and progress are no part of a report."""
    if output.output_type == "stream":
        return [{"part": "text", "text": output.text}] if output.name == "stdout" else []
    if output.output_type == "error":
        return []
    if MIME in output.data:
        return [{"part": "block", "block": output.data[MIME]}]
    if "text/markdown" in output.data:
        return _read_markdown(output.data["text/markdown"], ids, output.metadata.get("anchor"))
    return [{"part": "text", "text": output.data.get("text/plain", "")}]


def flatten_markdown(token):
    """The text of a Markdown token without its marks."""
    return token.get("raw", "") + "".join(flatten_markdown(child) for child in token.get("children", ()))


def render_markdown(token):
    """A Markdown token as HTML, by nbconvert's own renderer, with any HTML in it escaped."""
    return _renderer.render_tokens([token], BlockState())


def _walk_lines(value):
    """Every line of runs in a block, in reading order."""
    if isinstance(value, list):
        if any(isinstance(item, dict) and "text" in item for item in value):
            yield value
        else:
            for item in value:
                yield from _walk_lines(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _walk_lines(item)


class NumberReferences(Preprocessor):
    """Gives every run that cites claims the numbers of their evidence, and every claim the places that cite it."""

    enabled = True

    def preprocess(self, nb, resources):
        """Add `notes` to citing runs and `back` to the entries of the evidence."""
        entries = [entry for block in list_blocks(nb) if block["type"] == "evidence" for entry in block["entries"]]
        numbers = {entry["claim"]: entry["number"] for entry in entries}
        places = {entry["claim"]: {} for entry in entries}
        section, figures, count = {"text": "", "id": "main"}, 0, 0
        parts = list_parts(nb)
        anchors = {part["id"] for part in parts if part["part"] == "heading"}
        anchors |= {f"table-{block['name']}" for block in list_blocks(nb) if block["type"] == "table"}
        for part in parts:
            if part["part"] == "heading":
                section = part
            if part["part"] != "block":
                continue
            block = part["block"]
            if block["type"] == "figure":
                figures += 1
                block["number"] = figures
                _note_marks(block, places)
            for line in _walk_lines(block):
                line[:] = [_drop_dead_link(run, anchors) for run in line]
                count = _number_line(line, numbers, places, section, count)
        in_text = find_marked(nb)
        for entry in entries:
            entry["back"] = list(places[entry["claim"]].values())
            entry["in_text"] = entry["claim"] in in_text
        return nb, resources


def find_marked(notebook):
    """The claims that are marked in the documents' texts."""
    return {
        claim
        for block in list_blocks(notebook)
        if block["type"] == "texts"
        for text in block["documents"]
        for part in text["parts"]
        for pieces in part["paragraphs"]
        for piece in pieces
        for claim in piece.get("ids", ())
    }


def _drop_dead_link(run, anchors):
    """A run without its link if the place is not in this report: a notebook may have lost a section."""
    if isinstance(run, dict) and "to" in run and run["to"] not in anchors:
        return run["text"]
    return run


def _note_marks(block, places):
    """Enter a figure among the places that cite the claims whose marks it holds."""
    for claim in block["chart"]["marks"]:
        if claim in places:
            name = say("figure {n}", n=block["number"])
            places[claim].setdefault(name, {"ref": f"figure-{block['name']}", "text": name})


def _number_line(line, numbers, places, section, count):
    """Number the references of one line; a claim's number is written once a line. Returns the running count."""
    written = set()
    for run in line:
        if not isinstance(run, dict) or "claims" not in run:
            continue
        claims = [claim for claim in run["claims"] if claim in numbers]
        count += 1
        run["ref"] = f"ref-{count}"
        run["target"] = claims[0] if claims else None
        shown = [] if run.get("bare") else [claim for claim in claims if claim not in written]
        run["notes"] = [{"claim": claim, "number": numbers[claim]} for claim in shown[:MOST_NOTES]]
        run["more"] = len(shown) > MOST_NOTES
        written.update(claims)
        for claim in claims:
            places[claim].setdefault(section["text"], {"ref": run["ref"], "text": section["text"]})
    return count
