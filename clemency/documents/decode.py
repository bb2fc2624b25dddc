"""The text of a document's bytes: encodings told by their marks and letters, web pages and PDF by their ending."""

import io
import logging
import re

from clemency.documents.sidecar import InputError
from clemency.messages import say

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CYRILLIC = re.compile("[а-яёіўА-ЯЁІЎ]")
_LETTER = re.compile(r"[^\W\d_]")
_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
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
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not found.text:
        raise InputError(f"{where}: no article was found in the page. Save its text as a .txt file.")
    title = (found.title or "").strip()
    text = found.text if not title or found.text.startswith(title) else f"{title}\n\n{found.text}"
    known = {"outlet": found.sitename or "", "title": title, "url": found.url or "", "published": found.date or ""}
    if known["published"]:
        known["published_reason"] = say("The day is from the page's own metadata.")
    return text, known


def _read_pdf(data, where):
    """The text layer of a PDF, its pages one after another."""
    import pypdf  # slow to import, and most documents are plain text

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else "") or ""
    except Exception as error:  # a broken PDF can fail in any part of the reader
        raise InputError(
            f"{where}: not readable as PDF ({type(error).__name__}). Save its text as a .txt file."
        ) from None
    if not any(page.strip() for page in pages):
        raise InputError(f"{where}: the PDF has no text layer; it is a scan. Run text recognition on it first.")
    return "\n\n".join(pages), {"title": title.strip()}
