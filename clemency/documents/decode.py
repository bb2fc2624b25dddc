"""The text of a document's bytes: encodings told by their marks and letters, web pages and PDF by their ending."""

import copy
import io
import itertools
import logging
import re

from clemency.documents.pdf import join_pages
from clemency.documents.sidecar import InputError
from clemency.messages import say

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CYRILLIC = re.compile("[а-яёіўА-ЯЁІЎ]")
_LETTER = re.compile(r"[^\W\d_]")
_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n(?!- )")  # an extracted page has each in one line; items of a list stay together
_HEAD_MARKS = "//meta | //script[@type='application/ld+json'][contains(., 'datePublished')]"
_ARTICLES = ("//article[.//h1]", "//main[.//h1]", "//article", "//main")  # the first that a page has
_BODY_MARKS = ".//*[(self::time and @datetime) or @itemprop='datePublished']"
_CHANGED = re.compile("modif|updat", re.IGNORECASE)
_LAST_DAY = "2100-12-31"  # whatever today is
ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf")


def read_text(data, where, ending=".txt"):
    """The text of a document, and what it tells of itself as columns of sources.csv.

    Raises InputError, which names the file, for what holds no text or cannot be decoded.
    """
    if ending in (".html", ".htm"):
        text, known = _read_page(decode(data, where, _find_charset(data)), where)
    elif ending == ".pdf":
        text, known = _read_pdf(data, where)
    else:
        text, known = decode(data, where), {}
    if not text.strip():
        raise InputError(f"{where}: holds no text. Take it away, or put the document's text into it.")
    return text, known


def _find_charset(data):
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def decode(data, where, charset=None):
    """UTF-8 with or without a mark, UTF-16, or windows-1251 where that gives Cyrillic text; else InputError."""
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or [
        _guess_utf16(data),
        "utf-8",
        charset,
        "windows-1251",
    ]
    for encoding in filter(None, encodings):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text and (encoding != "windows-1251" or charset or _is_cyrillic(text)):
            return text
    raise InputError(f"{where}: neither UTF-8, UTF-16 nor windows-1251 text. Save the document as UTF-8.")


def _guess_utf16(data):
    """UTF-16 without a mark shows by every second byte being 0 in Latin text and 4 in Cyrillic text."""
    sample = data[:400]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) % 2 == 0 and (high.count(0) + high.count(4)) * 4 > len(sample):
            return encoding
    return None


def _is_cyrillic(text):
    """Whether most letters are Cyrillic: any bytes at all can be read as windows-1251."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_CYRILLIC.findall(text)) * 2 > letters


def _read_page(html, where):
    """The article of a saved web page, headed by its title, and the page's own metadata."""
    import trafilatura  # slow to import, and most documents are plain text

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.load_html(html)
    found = page is not None and trafilatura.bare_extraction(
        copy.deepcopy(page), with_metadata=True, include_comments=False, include_tables=False
    )
    if not found or not found.text:
        raise InputError(f"{where}: no article was found in the page. Save its text as a .txt file.")
    title = (found.title or "").strip()
    body = _PARAGRAPHS.sub("\n\n", found.text)
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    known = {"outlet": found.sitename or "", "title": title, "url": found.url or ""}
    if day := _find_declared_day(page, found.url):
        known |= {"published": day, "published_reason": say("The day is from the page's own metadata.")}
    return text, known


def _find_declared_day(page, url):
    """The day of publication that a page declares to programs or in its address; none that is told by its words.

    Those of a footer, of other headlines or of a last change are not when the article was published.
    """
    import htmldate
    from lxml import html

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    declared, head = html.Element("html"), html.Element("head")
    declared.append(head)
    head.extend(copy.deepcopy(mark) for mark in page.xpath(_HEAD_MARKS) if not _CHANGED.search(str(mark.attrib)))
    article = next(itertools.chain.from_iterable(map(page.xpath, _ARTICLES)), page)
    for mark in article.xpath(_BODY_MARKS):
        if not _CHANGED.search(str(mark.attrib)):
            day = mark.get("datetime") or mark.get("content") or mark.text_content()
            shown = "".join(filter(str.isprintable, day))  # XML takes no characters that steer
            head.append(html.Element("meta", itemprop="datePublished", content=shown))
    return htmldate.find_date(declared, extensive_search=False, original_date=True, url=url, max_date=_LAST_DAY) or ""


def _read_pdf(data, where):
    """The text layer of a PDF, and the title that it gives itself."""
    import pypdf  # slow to import, and most documents are plain text

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        text = join_pages(reader.pages)
        title = (reader.metadata.title if reader.metadata else "") or ""
    except Exception as error:  # a broken PDF can fail in any part of the reader
        raise InputError(
            f"{where}: not readable as PDF ({type(error).__name__}). Save its text as a .txt file."
        ) from None
    if not text:
        raise InputError(f"{where}: the PDF has no text layer; it is a scan. Run text recognition on it first.")
    return text, {"title": title.strip()}
