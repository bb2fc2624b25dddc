"""Read documents from files: decode, tell the language, find the zones, split the sentences, date the document."""

import collections
import hashlib
import pathlib
import re

from clemency.documents.dates import format_day
from clemency.documents.document import Document, Sentence
from clemency.documents.language import detect_language
from clemency.documents.sentences import split_sentences
from clemency.documents.sidecar import InputError, read_sidecar
from clemency.documents.zones import find_blocks, find_datelines
from clemency.lexicon import load_language

__all__ = ["InputError", "find_files", "make_document", "read_documents"]

ENDINGS = (".txt", ".md")
SIDECAR = "sources.csv"
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")


def read_documents(paths, sources=None):
    """Every document among the paths (files, or folders of them), sorted by name.

    `sources` is a sources.csv; without it the one beside the documents is taken, where there is one.
    Raises InputError for what cannot be read, and for a row of sources.csv whose file is missing.
    """
    files = find_files(paths)
    rows = _read_rows(files, sources)
    stems = collections.Counter(file.stem for file in files)
    for file in files:
        if stems[file.stem] > 1:
            raise InputError(f"{file}: another document is also called {file.stem}. Rename one of them.")
    return [make_document(file.stem, file.read_bytes(), rows.get(file.name), file) for file in files]


def find_files(paths):
    """The files of documents among the paths, sorted by name."""
    files = []
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            files += [file for file in path.iterdir() if file.suffix.lower() in ENDINGS and not file.name.startswith(".")]
        elif not path.exists():
            raise InputError(f"{path}: no such file or folder.")
        elif path.suffix.lower() not in ENDINGS:
            raise InputError(f"{path}: not a document that can be read. Documents end in {', '.join(ENDINGS)}.")
        else:
            files.append(path)
    if not files:
        raise InputError(f"{', '.join(map(str, paths))}: no document found. Put files that end in {', '.join(ENDINGS)} there.")
    return sorted(set(files), key=lambda file: (file.name, str(file)))


def _read_rows(files, sources):
    """Rows of the sidecar by file name; each must have its file beside it or among the files read."""
    paths = [pathlib.Path(sources)] if sources else sorted({file.parent / SIDECAR for file in files})
    rows, names = {}, {file.name for file in files}
    for path in paths:
        if not path.exists():
            if sources:
                raise InputError(f"{path}: no such file. Give the path of a {SIDECAR}.")
            continue
        for name, row in read_sidecar(path).items():
            if name not in names and not (path.parent / name).exists():
                raise InputError(f"{path}: there is no file {name}. Correct the name, or take the row out.")
            rows[name] = row
    return rows


def make_document(name, data, row=None, where=None):
    """A document from its bytes and, if there is one, its row of sources.csv."""
    text = decode(data, where or name)
    row = row or {}
    language_code = row.get("language") or detect_language(text)
    language = load_language(language_code)
    blocks = find_blocks(text, language)
    datelines = find_datelines(text, blocks, language)
    published, basis, reason = _date_document(text, row, datelines)
    read = [block for block in blocks if block.zone in ("headline", "heading", "body")]
    headline = next((text[block.start : block.end].strip() for block in blocks if block.zone == "headline"), "")
    document = Document(
        document=name,
        sha256=hashlib.sha256(data).hexdigest(),
        characters=len(text),
        language=language_code,
        outlet=row.get("outlet", ""),
        title=row.get("title") or headline,
        url=row.get("url", ""),
        published=published,
        published_basis=basis,
        published_reason=reason,
        body_start=read[0].start if read else 0,
        body_end=read[-1].end if read else 0,
        text=text,
        blocks=blocks,
        datelines=datelines,
    )
    document.sentences = _find_sentences(document)
    return document


def decode(data, where):
    """The text of a document's bytes: UTF-8, with or without a mark, or UTF-16 with one."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            break
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not {encoding.upper()} (byte {error.start}). Save the document as UTF-8.") from None


def _find_sentences(document):
    """The sentences of headline, headings and body; a paragraph's opening dateline is left out."""
    sentences = []
    inline = {dateline.start: dateline.end for dateline in document.datelines}
    for number, block in enumerate(document.blocks):
        if block.zone not in ("headline", "heading", "body"):
            continue
        zone = "headline" if block.zone == "headline" else "body"
        start = inline.get(block.start, block.start)
        for first, last in split_sentences(document.text, start, block.end):
            sentences.append(Sentence(first, last, zone, number, document.text[first:last]))
    return sentences


def _date_document(text, row, datelines):
    """When the document was published: (EDTF, basis, reason)."""
    if row.get("published"):
        return row["published"], "sidecar", row.get("published_reason") or f"The date is from {SIDECAR}."
    if not datelines:
        return "", "unknown", "The text gives no date of its own."
    line = datelines[0]
    words = text[line.start : line.end].strip()
    if line.year:
        return format_day(line.year, line.month, line.day), "stated", f"The dateline reads ‘{words}’."
    year = _infer_year(text)
    if year:
        day = format_day(year, line.month, line.day)
        return f"{day[:4]}?{day[4:]}", "inferred", f"The dateline reads ‘{words}’ without a year; the text names {year} most."
    return "", "unknown", f"The dateline reads ‘{words}’, and no year is given anywhere."


def _infer_year(text):
    """The year that the text names most, the latest of them if several tie."""
    years = collections.Counter(map(int, _YEAR.findall(text)))
    return max(years, key=lambda year: (years[year], year)) if years else None
