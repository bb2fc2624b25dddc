"""The HTML report asks nothing of any network, leads from numbers to evidence, and runs nothing that a text holds."""

import base64
import hashlib
import html.parser
import re

import nbformat
import pytest

from clemency.report.assembly import merge_notebooks
from clemency.report.blocks import MIME, Table, style
from clemency.report.html import HTMLReport

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BACKGROUNDS = {"--c-paper", "--c-panel", "--c-rule", "--c-connector"}
FRONT = {
    "title": "T", "subtitle": "s", "description": "d", "language": "en", "name": "", "paper": "a4", "footer": "f",
    "date": [2025, 7, 2],
}  # fmt: skip


class Page(html.parser.HTMLParser):
    """A page as its elements: (tag, attributes, tags around it), and the text of headings."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.around = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Enter an element."""
        self.elements.append((tag, dict(attrs), tuple(self.around)))
        if tag not in VOID:
            self.around.append(tag)

    def handle_endtag(self, tag):
        """Leave an element."""
        assert self.around.pop() == tag

    def handle_startendtag(self, tag, attrs):
        """An element of a drawing that holds nothing."""
        self.elements.append((tag, dict(attrs), tuple(self.around)))

    def find(self, *tags):
        """The attributes of all elements with these tags."""
        return [attributes for tag, attributes, _ in self.elements if tag in tags]


@pytest.fixture(scope="module")
def text(project):
    """The report as text."""
    return (project / "reports" / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text):
    """The report as its elements, which must be well nested."""
    return Page(text)


def test_the_page_asks_nothing_of_any_network(page, text):
    """Nothing is fetched: no script, no frame, no style sheet, no picture, no font from outside."""
    assert page.find("script") == [{}]
    assert not page.find("link", "iframe", "object", "embed", "img", "image", "base")
    assert not re.search(r"url\(|@import|@font-face", text)
    assert not [name for _, attributes, _ in page.elements for name in attributes if name in ("src", "srcset", "style")]
    links = [a.get("href", "") for a in page.find("a")]
    assert all(link.startswith(("#", "https://", "../figures/", "data/")) for link in links)
    assert all("noreferrer" in a["rel"] for a in page.find("a") if a["href"].startswith("http"))


def test_the_policy_allows_our_styles_and_our_script_by_their_hashes_and_nothing_else(page, text):
    """A text that smuggled in a script or a style would be stopped by the browser."""
    [policy] = [meta["content"] for meta in page.find("meta") if "http-equiv" in meta]
    styles = [words for _, words in re.findall(r"<(style|script)[^>]*>(.*?)</\1>", text, re.DOTALL)]
    hashes = {"sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles}
    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"'(sha256-[^']+)'", policy)) == hashes
    assert "unsafe" not in policy


def test_every_link_within_the_page_arrives(page):
    """Each place that a link names is there once."""
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {a["href"][1:] for a in page.find("a") if a.get("href", "").startswith("#")}
    assert links <= set(ids)
    for _, attributes, _ in page.elements:
        assert set(attributes.get("aria-labelledby", "").split()) <= set(ids)


def test_every_drawing_has_a_text_alternative(page):
    """Each svg is named by a title and a description that it holds."""
    drawings = page.find("svg")
    assert drawings
    assert all(drawing["role"] in ("img", "group") and drawing["aria-labelledby"] for drawing in drawings)


def test_every_claim_has_its_own_place_and_is_led_to(page, project):
    """The address of a claim is made of its id alone, and something in the report cites it."""
    claims = [row.split(",")[0] for row in (project / "reports/data/claims.csv").read_text().splitlines()[1:]]
    ids = [attributes["id"] for attributes in page.find("li") if "id" in attributes]
    claims = [claim for claim in claims if f"claim-{claim}" in ids]
    assert len(claims) == len(ids) > 3
    cited = {a["href"] for a in page.find("a")}
    assert {f"#claim-{claim}" for claim in claims} <= cited


def test_every_number_in_the_findings_leads_to_its_evidence(text):
    """Outside of links the findings hold no digit."""
    findings = re.search(r'<p class="lead">.*?</ul>', text, re.DOTALL)[0]
    plain = re.sub(r"<a .*?</a>|<sup.*?</sup>|<[^>]+>", "", findings, flags=re.DOTALL)
    reasons = re.sub(r"cannot be set against.*?\.\s", "", plain, flags=re.DOTALL)
    assert not re.findall(r"\d", reasons)
    assert re.findall(r"<a [^>]*>[^<]*\d", findings)


def test_headings_go_down_one_step_at_a_time_from_one_title(page):
    """One h1, and no level is left out on the way down."""
    levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in zip(levels, levels[1:], strict=False))


def test_tables_have_captions_and_heads_with_a_scope(page):
    """A table can be heard: each has a caption, and each head says what it heads."""
    assert len(page.find("table")) == len(page.find("caption")) > 3
    assert all(head["scope"] in ("col", "row") for head in page.find("th"))
    assert all(frame["tabindex"] == "0" for frame in page.find("div") if frame.get("class", "").startswith("frame"))


def test_the_page_has_landmarks_and_a_way_past_the_contents(page):
    """header, nav, main and footer are there once, and the first link skips to main."""
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.find(landmark)) == 1
    assert page.find("a")[0]["href"] == "#main"


def test_a_text_that_holds_code_is_shown_and_not_run():
    """HTML in a title, a cell of a table or printed output stands in the page as text."""
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    table = Table("t", hostile, [(hostile, 1)], [[style(hostile, "quote")], [hostile]]).describe()
    outputs = [
        nbformat.v4.new_output("display_data", {MIME: table}),
        nbformat.v4.new_output("stream", name="stdout", text=hostile),
    ]
    cells = [nbformat.v4.new_markdown_cell(f"# {hostile}"), nbformat.v4.new_code_cell("1", outputs=outputs)]
    notebook = merge_notebooks([nbformat.v4.new_notebook(cells=cells)], {**FRONT, "title": hostile})
    text, _ = HTMLReport().from_notebook_node(notebook)
    page = Page(text)
    assert not page.find("img")
    assert len(page.find("script")) == 1
    assert "<script>alert" not in text


def measure_contrast(one, other):
    """The contrast of two colours by WCAG 2, from 1 to 21."""

    def weigh(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((weigh(one), weigh(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_all_text_stands_out_from_what_is_behind_it(text, dark):
    """Words have a contrast of at least 4.5 to 1 on light pages and on dark ones."""
    light_part, _, dark_part = text.partition("@media screen and (prefers-color-scheme:dark)")
    own_dark = text.partition("@media screen and (prefers-color-scheme: dark)")[2].partition("}")[0]
    source = dark_part.partition("}")[0] + own_dark if dark else light_part + text.partition(":root {")[2]
    colours = {}
    for name, colour in re.findall(r"(--[\w-]+): ?(#[0-9a-f]{6})", source):
        colours.setdefault(name, colour)
    inks = [name for name in colours if name.startswith("--c-") and name not in BACKGROUNDS] + ["--link"]
    pairs = [(ink, behind) for ink in inks for behind in ("--c-paper", "--c-panel")] + [("--mark-ink", "--mark")]
    faint = [pair for pair in pairs if measure_contrast(*(colours[name] for name in pair)) < 4.5]
    assert not [pair for pair in faint if pair[0] in ("--c-ink", "--c-muted", "--link", "--mark-ink")]
    assert not [pair for pair in faint if pair[1] == "--c-paper"]
