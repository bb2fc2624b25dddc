"""A canvas in millimetres, from the top left: what is drawn is measured first, then painted once by matplotlib."""

import dataclasses
import functools
import io
import pathlib
import re
import xml.etree.ElementTree as ElementTree

import matplotlib
import numpy as np
from matplotlib import font_manager, ft2font
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image, ImageColor, PngImagePlugin

from clemency.charts.style import COLOURS, DOTS_PER_INCH, LABEL, POINT, WIDTH, Chart
from clemency.messages import tell_language

ASCENT, DESCENT = 0.78, 0.24  # of the type size: room that a line of text needs above and below its baseline
_FONTS = pathlib.Path(matplotlib.get_data_path(), "fonts", "ttf")
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DEEPEST = 100  # groups inside each other
_NUMBER = re.compile(r"-?\d+\.\d+")


@functools.cache
def _load_font(bold):
    """DejaVu Sans, which comes with matplotlib and has Latin and Cyrillic; never a font of the machine."""
    path = _FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
    return ft2font.FT2Font(path), path


@functools.cache
def _measure_letter(letter, bold):
    """Width of a letter in ems."""
    font, _ = _load_font(bold)
    return font.load_char(ord(letter), flags=ft2font.LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM


@functools.lru_cache(maxsize=10_000)
def measure_text(text, size=LABEL, bold=False):
    """Width of a text in millimetres; kerning, which only narrows it, is left out."""
    return sum(_measure_letter(letter, bold) for letter in text) * size * POINT


def wrap_text(text, width, size=LABEL, bold=False):
    """A text as lines that are at most `width` millimetres wide; a word is never cut."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure_text(longer, size, bold) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


class Line(Text):
    """A line of text that stands where the canvas says: matplotlib's own layout takes longer than drawing it."""

    def draw(self, renderer):
        """Draw the text with its baseline beginning at its place."""
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        renderer.open_group("text", self.get_gid())
        context = renderer.new_gc()
        context.set_foreground(self.get_color())
        renderer.draw_text(context, x, y, self.get_text(), self.get_fontproperties(), 0, mtext=self)
        context.restore()
        renderer.close_group("text")


@dataclasses.dataclass(slots=True)
class Mark:
    """What belongs together on a chart: the claims it stands for, and the words that a pointer brings up."""

    claims: tuple
    hover: str


class Canvas:
    """Texts, lines and shapes in millimetres; y grows downwards, and the height follows from what is drawn."""

    def __init__(self):
        self.ground = []  # lines that lie under all else
        self.backing = []  # paper behind texts, so that no line under them disturbs
        self.items = []  # (artist, mark or None), in order of painting
        self.texts = []  # (text, left, top, right, bottom)
        self.marks = []
        self.cuts = []  # heights at which the picture may be parted, since nothing but lines of the axis cross them
        self._mark = None

    def open_mark(self, claims, hover):
        """Everything drawn until `close_mark` belongs to the mark of these claims."""
        self._mark = Mark(tuple(claims), hover)
        self.marks.append(self._mark)

    def close_mark(self):
        """What follows belongs to no mark."""
        self._mark = None

    def _add(self, artist):
        self.items.append((artist, self._mark))

    def write(self, x, baseline, text, colour="ink", size=LABEL, bold=False, align="left", backed=False):
        """A line of text, `align`ed by its left, right or center, perhaps `backed` with paper; returns its width."""
        width = measure_text(text, size, bold)
        left = x - {"left": 0, "right": width, "center": width / 2}[align]
        above, below = ASCENT * size * POINT, DESCENT * size * POINT
        self.texts.append((text, left, baseline - above, left + width, baseline + below))
        if backed:
            self._back(left - 0.5, baseline - above, left + width + 0.5, baseline + below)
        properties = font_manager.FontProperties(fname=str(_load_font(bold)[1]), size=size)
        self._add(Line(left, baseline, text, color=COLOURS[colour], fontproperties=properties, va="baseline"))
        return width

    def _back(self, left, top, right, bottom):
        """Paper behind a text."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.backing.append((PathPatch(Path(corners, closed=True), facecolor=COLOURS["paper"], linewidth=0), None))

    def line(self, points, colour="ink", width=0.25, dashes=None, under=False):
        """A line through points, `width` millimetres wide, dashed by millimetres of dash and gap, or under all else."""
        points_wide = width / POINT
        style = "-" if not dashes else (0, tuple(length / width for length in dashes))
        xs, ys = zip(*points, strict=True)
        artist = Line2D(xs, ys, color=COLOURS[colour], linewidth=points_wide, linestyle=style)
        artist.set_dash_capstyle("butt")
        artist.set_solid_capstyle("butt")
        if under:
            self.ground.append((artist, None))
        else:
            self._add(artist)

    def shape(self, path, fill=None, outline=None, width=0.3, dashes=None):
        """A closed path, in a colour or hollow (filled with paper), with or without an outline."""
        style = "-" if not dashes else (0, tuple(length / width for length in dashes))
        self._add(
            PathPatch(
                path,
                facecolor=COLOURS[fill or "paper"],
                edgecolor=COLOURS[outline] if outline else "none",
                linewidth=width / POINT if outline else 0,
                linestyle=style,
                joinstyle="miter",
            )
        )

    def box(self, left, top, right, bottom, fill=None, outline=None, width=0.25, dashes=None):
        """A rectangle."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.shape(Path(corners, closed=True), fill, outline, width, dashes)

    def paint(self, height):
        """The canvas as a matplotlib figure of the given height in millimetres."""
        figure = Figure(figsize=(WIDTH / 25.4, height / 25.4), dpi=DOTS_PER_INCH, facecolor=COLOURS["paper"])
        FigureCanvasAgg(figure)
        scale = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, height / 25.4) + figure.dpi_scale_trans
        numbers = {id(mark): number for number, mark in enumerate(self.marks)}
        for order, (artist, mark) in enumerate(self.ground + self.backing + self.items):
            artist.set_transform(scale)
            artist.set_zorder(order)
            artist.set_gid(f"part-{numbers[id(mark)]}" if mark else "plain")
            figure.add_artist(artist)
        return figure

    def finish(self, height, **values):
        """The chart of these values, with pictures that are the same bytes on every run."""
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            settings = {"svg.hashsalt": values["name"], "svg.fonttype": "path", "path.simplify": False}
            settings["text.hinting"] = "none"  # takes a fifth of the time for what nobody sees at this size
            matplotlib.rcParams.update(settings)
            figure = self.paint(height)
            svg = io.BytesIO()
            figure.savefig(svg, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
            about = {"Title": values["title"], "Description": values["alt"], "Source": values["footer"]}
            png = encode_png(figure, about)
        marks = list(dict.fromkeys(claim for mark in self.marks for claim in mark.claims))
        clean = clean_svg(svg.getvalue().decode(), self.marks, values["title"], values["alt"], height)
        return Chart(svg=clean, png=png, marks=marks, cuts=sorted(self.cuts), **values)


def encode_png(figure, about):
    """A figure as PNG in the colours of the style and their tints, which takes a third of the bytes of all colours."""
    figure.canvas.draw()
    palette, nearest = _load_palette()
    red, green, blue = (np.asarray(figure.canvas.buffer_rgba())[..., band] >> 3 for band in range(3))
    image = Image.fromarray(nearest[red.astype(np.uint16) << 10 | green.astype(np.uint16) << 5 | blue])
    image.putpalette(palette)
    notes = PngImagePlugin.PngInfo()
    for name, text in about.items():
        notes.add_itxt(name, text)
    picture = io.BytesIO()
    image.save(picture, "png", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), pnginfo=notes)
    return picture.getvalue()


@functools.cache
def _load_palette():
    """(palette, index of the nearest colour by the five upper bits of red, green, blue); the style's own are exact.

    The palette holds each colour of the style, and 15 steps from it to the paper for the edges of what it draws.
    """
    full = np.array([ImageColor.getrgb(colour) for colour in COLOURS.values()])
    paper = np.array(ImageColor.getrgb(COLOURS["paper"]))
    palette = np.concatenate([full, *(paper + (full - paper) * step // 16 for step in range(1, 16))])
    levels = np.arange(32768)
    cells = np.stack([levels >> 10, levels >> 5 & 31, levels & 31], axis=1) * 8 + 4
    distances = sum((cells[:, None, band] - palette[None, :, band]) ** 2 for band in range(3))
    nearest = distances.argmin(axis=1).astype(np.uint8)
    red, green, blue = full.T >> 3
    nearest[red << 10 | green << 5 | blue] = np.arange(len(full))
    return palette.astype(np.uint8).tobytes(), nearest


def _spell_style(element):
    """Style rules become attributes: a strict Content-Security-Policy forbids them."""
    for rule in element.attrib.pop("style", "").split(";"):
        name, _, value = rule.partition(":")
        if value:
            element.set(name.strip(), value.strip())


def _round_numbers(element, digits):
    """Hundredths of a point are more than enough on the page, and shorter."""
    for name in ("d", "transform", "x", "y", "width", "height", "stroke-dasharray"):
        if name in element.attrib:
            text = _NUMBER.sub(
                lambda match: f"{float(match.group()):.{digits}f}".rstrip("0").rstrip("."), element.get(name)
            )
            element.set(name, " ".join(text.split()).replace(" z", "z"))


def _wrap_mark(parts, mark, used):
    """The parts of one mark in one link, inside one group for each claim that it stands for.

    Of very many claims those past `_DEEPEST` have empty groups beside the parts: browsers do not nest without end.
    """
    link = ElementTree.Element(_SVG + "a", {_XLINK + "href": f"#claim-{mark.claims[0]}"})
    ElementTree.SubElement(link, _SVG + "title").text = mark.hover
    link.extend(child for part in parts for child in part)
    link.extend(_make_group(claim, used) for claim in mark.claims[_DEEPEST:])
    for claim in reversed(mark.claims[:_DEEPEST]):
        group = _make_group(claim, used)
        group.append(link)
        link = group
    return link


def _make_group(claim, used):
    """A group for a claim, with its id unless an earlier mark has it."""
    group = ElementTree.Element(_SVG + "g", {"data-claim": claim})
    if claim not in used:
        group.set("id", f"mark-{claim}")
        used.add(claim)
    return group


def _group_marks(figure, marks):
    """The children of the figure, parts of a mark put together where the first of them stood."""
    children, parts, places = [], {}, {}
    for child in figure:
        name = child.attrib.pop("id", "")
        if not name.startswith("part-"):
            children.extend(child)
            continue
        number = int(name.removeprefix("part-"))
        if number not in parts:
            places[number] = len(children)
            children.append(None)
        parts.setdefault(number, []).append(child)
    used = set()
    for number, place in places.items():
        children[place] = _wrap_mark(parts[number], marks[number], used)
    return children


def clean_svg(raw, marks, title, alt, height):
    """Matplotlib's SVG without style sheet, dates and automatic ids, with title, description and linked marks."""
    ElementTree.register_namespace("", _SVG[1:-1])
    ElementTree.register_namespace("xlink", _XLINK[1:-1])
    root = ElementTree.fromstring(raw)
    figure = root.find(f"{_SVG}g")
    children = _group_marks(figure, marks)
    for child in list(root):
        root.remove(child)
    ElementTree.SubElement(root, _SVG + "title").text = title
    ElementTree.SubElement(root, _SVG + "desc").text = alt
    glyphs = ElementTree.SubElement(root, _SVG + "defs")
    root.extend(children)
    for parent in list(root.iter()):
        for definitions in parent.findall(_SVG + "defs"):
            if definitions is not glyphs:
                glyphs.extend(definitions)
                parent.remove(definitions)
    outlines = set(glyphs.iter())  # their scale is a small number that must stay exact
    for element in root.iter():
        _spell_style(element)
        _round_numbers(element, 6 if element in outlines else 2)
    view = root.get("viewBox")
    root.attrib.clear()
    size = {"lang": tell_language(), "width": f"{WIDTH:g}mm", "height": f"{height:.2f}mm", "viewBox": view}
    root.attrib.update({**size, "stroke-linejoin": "round"})
    return ElementTree.tostring(root, encoding="unicode") + "\n"
