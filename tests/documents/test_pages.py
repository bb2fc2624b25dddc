"""Saved web pages: the article with its paragraphs, and the day that the page declares, not one that it mentions."""

import pytest
from pages import FRAME

from clemency.documents.read import make_document

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
        {"day": '<time datetime="2025-07-02&#11;">2 July</time>'},
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
