"""Saved web pages: the article with its paragraphs, and the day that the page declares, not one that it mentions."""

import collections
import csv
import html

import pytest
from scoring import LABELLED

from clemency.claims.read import read_claims
from clemency.documents.read import make_document

FRAME = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{title} | Example News</title>{head}</head><body>'
    "<header><nav><ul><li><a href='/a'>Politics</a></li><li><a href='/b'>Sport</a></li></ul></nav></header>{clock}"
    "<main><article><h1>{title}</h1>{day}{text}</article></main>"
    "<aside><h3>Read also</h3><ul><li><a href='/c'>Court jails 12 people in Brest</a></li></ul></aside>"
    "<footer><p>© 2019 Example News. Last update 5 May 2018. 18+</p></footer></body></html>"
)
TEXT = (
    "<p>The ruler has pardoned eight women and eight men, his press office reports, in a decree that names all who are "
    "to leave.</p><p>There are 1,203 political prisoners, according to a group that has kept a list for years.</p>"
)
DATA = '<script type="application/ld+json">{{"@type": "NewsArticle", "{name}": "2025-07-02T09:00:00Z"}}</script>'


def read_day(head="", clock="", day=""):
    """The day of publication of a page with some marks, and how it is known."""
    page = FRAME.format(title="Ruler pardons 16", head=head, clock=clock, day=day, text=TEXT)
    document = make_document("page", page.encode(), {"language": "en"}, ending=".html")
    return document.published, document.published_reason


@pytest.mark.parametrize(
    "marks",
    [
        {"head": '<meta property="article:published_time" content="2025-07-02T09:00:00+03:00">'},
        {"head": '<meta name="DC.date.issued" content="2025-07-02">'},
        {"head": DATA.format(name="datePublished")},
        {"head": '<link rel="canonical" href="https://example.org/2025/07/02/pardon.html">'},
        {"day": '<time datetime="2025-07-02T08:00">2 July</time>'},
        {"day": '<span itemprop="datePublished" content="2025-07-02">2 July</span>'},
        {"day": '<time datetime="2025-07-02">2 July</time><time class="updated" datetime="2025-08-09">9 August</time>'},
    ],
)
def test_the_day_that_a_page_declares_to_programs_is_found(marks):
    """In its head, in the address, or in an element of the article."""
    assert read_day(**marks) == ("2025-07-02", "The day is from the page's own metadata.")


@pytest.mark.parametrize("day", ["<p>2 July 2025, 10:15</p>", "<div>02.07.2025 10:15</div>"])
def test_a_day_that_a_page_shows_over_its_text_is_a_dateline(day):
    """It is read as in a file of plain text."""
    published, reason = read_day(day=day)
    assert published == "2025-07-02"
    assert reason.startswith("The dateline reads")


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"clock": '<time datetime="2026-11-22">Sunday</time>'},
        {"head": '<meta property="article:modified_time" content="2025-07-09T09:00:00Z">'},
        {"head": DATA.format(name="dateModified")},
    ],
)
def test_no_other_day_of_a_page_is_taken_for_that_of_publication(marks):
    """Not the year of a copyright, a footer, the clock of a site, or a last change."""
    assert read_day(**marks)[0] == ""


def test_a_text_is_read_from_a_page_as_from_a_file():
    """Of the labelled texts in a page no more than one claim in fifty differs."""
    counts = collections.Counter()
    with (LABELLED / "sources.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        data = (LABELLED / "articles" / row["file"]).read_bytes()
        title, *lines = filter(None, map(str.strip, data.decode().splitlines()))
        text = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        page = FRAME.format(title=html.escape(title), head="", clock="", day="", text=text).encode()
        known = {name: row[name] for name in ("outlet", "published", "language")}
        here, there = _list_claims(data, known, ".txt"), _list_claims(page, known, ".html")
        counts.update(claims=here.total(), other=max((here - there).total(), (there - here).total()))
    assert counts["claims"] > 50
    assert counts["other"] <= counts["claims"] / 50


def _list_claims(data, known, ending):
    """What the claims of a document say, without their places in it."""
    claims = read_claims(make_document("a", data, known, ending=ending)).claims
    return collections.Counter(
        (claim.kind, claim.low, claim.high, claim.relation, claim.status, claim.date, claim.period, claim.source_class)
        for claim in claims
    )
