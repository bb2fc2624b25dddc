"""The form in which a text arrives changes nothing of what is read in it."""

import collections
import csv
import html
import json

import pytest
import typst
from pages import FRAME
from scoring import LABELLED

from clemency.claims.read import read_claims
from clemency.documents.read import make_document

PAPER = """#set page(width: 150mm, height: 120mm, header: [Example News], footer: context counter(page).display())
#set text(font: "DejaVu Sans", size: 10pt)
#set par(justify: true, {paragraphs})
#let lines = json("lines.json")
#heading(lines.first())
#for line in lines.slice(1) {{ par(line) }}
"""


def print_page(lines, _folder):
    """The text as a saved page."""
    title, *others = map(html.escape, lines)
    text = "".join(f"<p>{line}</p>" for line in others)
    return FRAME.format(title=title, head="", clock="", day="", text=text).encode(), ".html"


def print_apart(lines, folder, paragraphs="spacing: 1.2em"):
    """The text as a PDF whose paragraphs stand apart."""
    (folder / "lines.json").write_text(json.dumps(lines), encoding="utf-8")
    (folder / "paper.typ").write_text(PAPER.format(paragraphs=paragraphs), encoding="utf-8")
    return typst.compile(str(folder / "paper.typ")), ".pdf"


def print_moved_in(lines, folder):
    """The text as a PDF whose paragraphs begin a little further in."""
    return print_apart(lines, folder, "spacing: 0.65em, first-line-indent: 1.2em")


@pytest.mark.parametrize("write", [print_page, print_apart, print_moved_in])
def test_a_text_is_read_from_another_form_as_from_plain_text(write, tmp_path):
    """Of the claims in the labelled texts no more than one in twenty differs, be it a page or paper of some pages."""
    counts = collections.Counter()
    with (LABELLED / "sources.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        data = (LABELLED / "articles" / row["file"]).read_bytes()
        lines = [line.strip() for line in data.decode().splitlines() if line.strip()]
        known = {name: row[name] for name in ("outlet", "published", "language")}
        plain, other = list_claims(known, data, ".txt"), list_claims(known, *write(lines, tmp_path))
        counts.update(claims=plain.total(), other=max((plain - other).total(), (other - plain).total()))
    assert counts["claims"] > 50
    assert counts["other"] <= counts["claims"] / 20


def list_claims(known, data, ending):
    """What the claims of a document say, without their places in it."""
    claims = read_claims(make_document("a", data, known, ending=ending)).claims
    return collections.Counter(
        (claim.kind, claim.low, claim.high, claim.relation, claim.status, claim.date, claim.period, claim.source_class)
        for claim in claims
    )


def test_items_of_a_list_on_paper_go_on_over_their_lines(tmp_path):
    """Their further lines stand in, but begin nothing; a word parted at a line's end is whole again."""
    items = ["The ruler has pardoned eight women and eight men, " * 3 + "say officials", "Nobody else was freed there."]
    paper = "#set page(width: 90mm)\n#set text(hyphenate: true)\n#set par(justify: true)\n"
    (tmp_path / "list.typ").write_text(paper + "".join(f"- {item}\n" for item in items), encoding="utf-8")
    text = make_document("a", typst.compile(str(tmp_path / "list.typ")), ending=".pdf").text
    assert text == "\n\n".join(f"• {item}" for item in items)
