"""Read documents from files: decode, tell the language, find the zones, split the sentences, date the document."""

import collections
import hashlib
import pathlib

from clemency.documents.decode import ENDINGS, read_text
from clemency.documents.document import Document, Sentence
from clemency.documents.language import detect_language
from clemency.documents.publication import date_document
from clemency.documents.sentences import split_sentences
from clemency.documents.sidecar import SIDECAR, InputError, read_sidecar
from clemency.documents.zones import find_blocks, find_datelines
from clemency.lexicon import load_language

__all__ = ["InputError", "find_files", "make_document", "read_documents"]

MOST_BYTES = 20_000_000  # of a file; pages and PDF hold more than their text
MOST_CHARACTERS = 1_000_000  # of its text: a book of some 500 pages


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
    published, basis, reason = date_document(text, blocks, datelines, language, row, known)
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
