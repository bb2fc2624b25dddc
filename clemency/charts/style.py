"""The one style of all charts: colours, shapes, sizes, the chart itself, and the forms in which it leaves."""

import dataclasses
import html
import pathlib
import re

WIDTH = 160.0  # millimetres: the measure of a page, and of every chart
LEFT, RIGHT = 2.0, 158.0  # nothing is drawn outside
POINT = 25.4 / 72  # millimetres
TITLE, SUBTITLE, HEADING, LABEL, NOTE = 12.0, 9.0, 9.0, 8.0, 8.0  # type sizes in points; 8 is the smallest
DOTS_PER_INCH = 200

# Colours on white and their partners on #14171a; both at least 4.5 : 1. None of them says good or bad.
CLASS_COLOURS = {
    "official": ("#b34e00", "#ff9a4d"),
    "human_rights": ("#0072b2", "#5bb8f0"),
    "media": ("#595959", "#b9bec4"),
    "opposition": ("#7a3e9d", "#c79be8"),
    "foreign_government": ("#00695c", "#4dc2b1"),
    "igo": ("#a3195b", "#f58ab9"),
    "unknown": ("#6b5900", "#d6be55"),
}
CLASS_SHAPES = {
    "official": "square",
    "human_rights": "circle",
    "media": "diamond",
    "opposition": "triangle",
    "foreign_government": "plus",
    "igo": "star",
    "unknown": "cross",
}
NEUTRAL_COLOURS = {
    "paper": ("#ffffff", "#14171a"),
    "ink": ("#1a1a1a", "#eceff1"),
    "muted": ("#545454", "#b4bbc2"),
    "connector": ("#8c8c8c", "#7d868f"),
    "rule": ("#d4d4d4", "#3b4249"),
    "panel": ("#f5f4f1", "#1e2327"),
}
COLOURS = {name: light for name, (light, _) in {**CLASS_COLOURS, **NEUTRAL_COLOURS}.items()}

# What a style sheet needs: {custom property: (light, dark)}, for the properties that theme_svg writes.
THEME = {f"--c-{name.replace('_', '-')}": partners for name, partners in {**CLASS_COLOURS, **NEUTRAL_COLOURS}.items()}

_PROPERTIES = {light: name for name, (light, _) in THEME.items()}
_PAINT = re.compile(r'\b(fill|stroke)="(#[0-9a-f]{6})"')
_ID = re.compile(r' id="([^"]+)"')
_VIEW = re.compile(r'height="[\d.]+mm" viewBox="(?P<left>[\d.]+) [\d.]+ (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_REFERENCE = re.compile(r'href="#([^"]+)"')


@dataclasses.dataclass(slots=True)
class Chart:
    """A finished chart: pictures, words, and the values behind them; `svg` links each mark to `#claim-<claim_id>`."""

    name: str  # stem of its files
    title: str  # the finding, at most 12 words
    subtitle: str  # measure, population, period
    footer: str  # sources, and how many claims are shown
    alt: str  # "[chart] of [data], where [finding]"
    svg: str  # plain colours; each claim that has a mark is there as id="mark-<claim_id>"
    png: bytes
    table_header: list
    table_rows: list  # the plotted values, one row a mark: [[cell, …], …]
    row_claims: list  # for each row of the table the claims that it came from: [[claim_id, …], …]
    marks: list  # every claim id that has a mark
    shown: int  # claims with a mark
    total: int  # claims that the chart is about
    undated: int  # shown claims without a date
    cuts: list = dataclasses.field(default_factory=list)  # millimetres from the top: where the picture may be parted


def theme_svg(svg):
    """The SVG with every colour of the style as a custom property that falls back to the plain colour."""

    def name_colour(match):
        name = _PROPERTIES.get(match.group(2))
        return f'{match.group(1)}="var({name}, {match.group(2)})"' if name else match.group(0)

    return _PAINT.sub(name_colour, svg)


def render_inline(chart):
    """The SVG for a page that holds several: themed, its ids led by the chart's name, named for screen readers.

    A mark is `id="<name>-mark-<claim_id>"`. With links inside, the role is `group`: within an `img` a screen reader
    could not reach them.
    """
    svg = theme_svg(chart.svg)
    ids = set(_ID.findall(svg))
    svg = _ID.sub(lambda match: f' id="{chart.name}-{match.group(1)}"', svg)
    svg = _REFERENCE.sub(
        lambda match: f'href="#{chart.name}-{match.group(1)}"' if match.group(1) in ids else match.group(0), svg
    )
    svg = svg.replace("xlink:href", "href").replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    role = "group" if "<a " in svg else "img"
    names = f'aria-labelledby="{chart.name}-title {chart.name}-desc"'
    svg = svg.replace("<svg ", f'<svg class="chart" role="{role}" {names} ', 1)
    svg = svg.replace("<title>", f'<title id="{chart.name}-title">', 1)
    return svg.replace("<desc>", f'<desc id="{chart.name}-desc">', 1)


def part_svg(chart, tallest):
    """The SVG in pieces of at most `tallest` millimetres, parted only where it may be; most charts are one piece."""
    left, width, height = _VIEW.search(chart.svg).group("left", "width", "height")
    whole = float(height) * POINT
    ends, start = [], 0.0
    while whole - start > tallest and (fitting := [cut for cut in chart.cuts if start < cut <= start + tallest]):
        start = fitting[-1]
        ends.append(start)
    pieces = []
    for top, bottom in zip([0.0, *ends], [*ends, whole], strict=True):
        view = f'height="{bottom - top:.2f}mm" viewBox="{left} {top / POINT:.2f} {width} {(bottom - top) / POINT:.2f}"'
        pieces.append(_VIEW.sub(view, chart.svg, count=1) if ends else chart.svg)
    return pieces


def write_chart(chart, folder, report):
    """Write `<name>.svg` and `<name>.png`; links in the SVG lead into `report`, its address as seen from `folder`."""
    folder = pathlib.Path(folder)
    address = html.escape(report, quote=True)
    svg = chart.svg.replace('href="#claim-', f'href="{address}#claim-')
    (folder / f"{chart.name}.svg").write_bytes(svg.encode())
    (folder / f"{chart.name}.png").write_bytes(chart.png)
