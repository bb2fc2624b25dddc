"""Figures that go their own way: title, description, source and licence inside each file."""

import dataclasses
import html
import zlib

from clemency.messages import say

LICENCE = "MIT"  # of the project, as SPDX names it; charts quote nobody
_LICENCE_PAGE = "https://spdx.org/licenses/MIT.html"
_PNG_HEAD = 33  # bytes of the signature and of the first chunk, which nothing may stand before


def describe_figure(chart):
    """What a figure says of itself, by the names that pictures have for it."""
    source = chart.footer.replace("\n", " ")
    return {
        "Title": chart.title,
        "Description": chart.alt,
        "Source": source,
        "Copyright": say("Licence: {name}", name=LICENCE),
    }


def label_chart(chart):
    """The chart with its facts in both of its pictures."""
    return dataclasses.replace(chart, svg=label_svg(chart.svg, chart), png=label_png(chart.png, chart))


def label_svg(svg, chart):
    """An SVG with its facts as Dublin Core, after its title and description."""
    named = {{"Copyright": "rights"}.get(name, name.lower()): text for name, text in describe_figure(chart).items()}
    lines = "".join(f"<dc:{name}>{html.escape(text, quote=False)}</dc:{name}>" for name, text in named.items())
    metadata = (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">'
        f'<cc:Work rdf:about="">{lines}<cc:license rdf:resource="{_LICENCE_PAGE}"/></cc:Work></rdf:RDF></metadata>'
    )
    return svg.replace("</desc>", f"</desc>{metadata}", 1)


def label_png(png, chart):
    """A PNG with its facts as international text."""
    chunks = b"".join(_write_text(name, text) for name, text in describe_figure(chart).items())
    return png[:_PNG_HEAD] + chunks + png[_PNG_HEAD:]


def _write_text(name, text):
    """One fact as a chunk of a PNG: its length, kind, name, text in UTF-8, and checksum."""
    body = b"iTXt" + name.encode("latin-1") + b"\0" * 5 + text.encode("utf-8")
    return (len(body) - 4).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)
