"""Read documents from files: decode, tell the language, find the zones, split the sentences, date the document."""

import calendar
import collections
import hashlib
import itertools
import pathlib
import re

from clemency.documents.dates import find_dates_in, format_day
from clemency.documents.decode import ENDINGS, read_text
from clemency.documents.document import Document, Sentence
from clemency.documents.language import detect_language
from clemency.documents.sentences import split_sentences
from clemency.documents.sidecar import InputError, read_sidecar
from clemency.documents.zones import find_blocks, find_datelines
from clemency.lexicon import load_language
from clemency.lexicon.match import TOKEN
from clemency.messages import quote, say

__all__ = ["InputError", "find_files", "make_document", "read_documents"]

SIDECAR = "sources.csv"
MOST_BYTES = 20_000_000  # of a file; pages and PDF hold more than their text
MOST_CHARACTERS = 1_000_000  # of its text: a book of some 500 pages
_YEAR = re.compile(r"(?:19|20)(?<![\d.,]\d\d)\d\d(?![\d.,]*\d)")


def read_documents(paths, sources=None, errors=None, make=None):
    """Every document among the paths (files, or folders of them), sorted by name.

    `sources` is a sources.csv; without it the one beside the documents is taken, where there is one.
    Raises InputError for what cannot be read, and for a row of sources.csv whose file is missing. With a list as
    `errors`, documents that cannot be read are left out, and the list takes (file name, what is wrong) for each.
    `make` stands for `make_document`.
    """
    files = find_files(paths)
    rows = read_rows(files, sources)
    make = make or make_document
    stems = collections.Counter(file.stem for file in files)
    documents = []
    for file in files:
        try:
            if stems[file.stem] > 1:
                raise InputError(f"{file}: another document is also called {file.stem}. Rename one of them.")
            data = read_bytes(file)
            documents.append(make(file.stem, data, rows.get(file.name), file, file.suffix.lower()))
        except InputError as error:
            if errors is None:
                raise
            errors.append((ascii(file.name)[1:-1], str(error).removeprefix(f"{file}: ")))
    return documents


def read_bytes(file):
    """The bytes of a document; InputError for what is no file of its folder, or can't be one document."""
    if not file.name.isprintable():
        raise InputError(f"{file}: its name holds characters that cannot be shown. Rename it.")
    if file.is_symlink() and not file.resolve().is_relative_to(file.parent.resolve()):
        raise InputError(f"{file}: a link that leads out of its folder. Put the document itself there.")
    if not file.is_file():
        raise InputError(f"{file}: not a file. Put the document itself there.")
    if file.stat().st_size > MOST_BYTES:
        raise InputError(
            f"{file}: larger than {MOST_BYTES // 1_000_000} MB. Save its text as .txt files, one a document."
        )
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}). See who may read it.") from None


def find_files(paths):
    """The files of documents among the paths, sorted by name."""
    files = []
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            files += [
                file for file in path.iterdir() if file.suffix.lower() in ENDINGS and not file.name.startswith(".")
            ]
        elif not path.exists():
            raise InputError(f"{path}: no such file or folder.")
        elif path.suffix.lower() not in ENDINGS:
            raise InputError(f"{path}: not a document that can be read. Documents end in {', '.join(ENDINGS)}.")
        else:
            files.append(path)
    if not files:
        raise InputError(
            f"{', '.join(map(str, paths))}: no document found. Put files that end in {', '.join(ENDINGS)} there."
        )
    return sorted(set(files), key=lambda file: (file.name, str(file)))


def read_rows(files, sources):
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


def make_document(name, data, row=None, where=None, ending=".txt"):
    """A document from its bytes and, if there is one, its row of sources.csv, which goes before what a page says."""
    text, known = read_text(data, where or name, ending)
    check_length(text, where or name)
    return part_document(name, text, hashlib.sha256(data).hexdigest(), row or {}, known)


def check_length(text, where):
    """InputError for a text that is too long to be one document."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(f"{where}: {len(text):,} characters, more than {MOST_CHARACTERS:,}. Cut it into documents.")


def part_document(name, text, sha256, row, known):
    """A document from its text: `row` as of sources.csv, and `known` what its file tells of itself."""
    language_code = row.get("language") or detect_language(text)
    language = load_language(language_code)
    blocks = find_blocks(text, language)
    datelines = find_datelines(text, blocks, language)
    published, basis, reason = _date_document(text, row, known, datelines, language)
    read = [block for block in blocks if block.zone in ("headline", "heading", "body")]
    headline = next((text[block.start : block.end].strip() for block in blocks if block.zone == "headline"), "")
    document = Document(
        document=name,
        sha256=sha256,
        characters=len(text),
        language=language_code,
        outlet=row.get("outlet") or known.get("outlet", ""),
        title=row.get("title") or headline or known.get("title", ""),
        url=row.get("url") or known.get("url", ""),
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


def _find_sentences(document):
    """The sentences of headline, headings and body; a paragraph's opening dateline is left out."""
    sentences = []
    inline = {dateline.start: dateline.end for dateline in document.datelines}
    for number, block in enumerate(document.blocks):
        if block.zone not in ("headline", "heading", "body"):
            continue
        start = inline.get(block.start, block.start)
        for first, last in split_sentences(document.text, start, block.end):
            sentences.append(Sentence(first, last, block.zone, number, document.text[first:last]))
    return sentences


def _date_document(text, row, known, datelines, language):
    """When the document was published: (EDTF, basis, reason)."""
    if row.get("published"):
        return row["published"], "sidecar", row.get("published_reason") or say("The date is from {file}.", file=SIDECAR)
    if known.get("published"):
        return known["published"], "stated", known["published_reason"]
    if not datelines:
        return _date_by_opening(text, language)
    line = _latest_dateline(datelines)
    words = text[line.start : line.end].strip()
    if line.year:
        return (
            format_day(line.year, line.month, line.day),
            "stated",
            say("The dateline reads {words}.", words=quote(words)),
        )
    year = _infer_year(text, line.month, line.day)
    if year:
        day = format_day(year, line.month, line.day)
        return (
            f"{day[:4]}?{day[4:]}",
            "inferred",
            say(
                "The dateline reads {words} without a year; the text names {year} most.",
                words=quote(words),
                year=str(year),
            ),
        )
    return "", "unknown", say("The dateline reads {words}, and no year is given anywhere.", words=quote(words))


def _latest_dateline(datelines):
    """The first dateline, or the last one of a chronicle: of three or more, each later in the year than the last."""
    days = [(line.year or 0, line.month, line.day) for line in datelines]
    goes_on = len(days) > 2 and all(one < two for one, two in itertools.pairwise(days))
    return datelines[-1] if goes_on else datelines[0]


def _date_by_opening(text, language):
    """Without a dateline, the first day that the opening names is taken for about the day of publication."""
    words = TOKEN.findall(language.prepare(text[:600]))
    dates = [date for date in find_dates_in(words, language) if date.day and not date.last_day]
    year = dates[0].year or _infer_year(text, dates[0].month, dates[0].day) if dates else None
    if not year:
        return "", "unknown", say("The text gives no date of its own.")
    day = format_day(year, dates[0].month, dates[0].day)
    edtf = f"{day}~" if dates[0].year else f"{day[:4]}?{day[4:]}"
    return edtf, "inferred", say("The text has no dateline; the first day that its opening names is {day}.", day=day)


def _infer_year(text, month, day):
    """The year that the text names most, the latest of them if several tie; one that has the day."""
    years = collections.Counter(map(int, _YEAR.findall(text)))
    fit = [year for year in years if day <= calendar.monthrange(year, month)[1]]
    return max(fit, key=lambda year: (years[year], year), default=None)
