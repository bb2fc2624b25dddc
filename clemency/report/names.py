"""Names of released or imprisoned persons, shortened to initials before anything of a report is written.

Who is meant stands in a list that a person edits, `names.csv` beside the documents. Officials are on it, too, so that
a surname that they share with a prisoner stays theirs.
"""

import csv
import dataclasses
import re
import unicodedata
import urllib.parse

from clemency.claims.rows import CONTEXT
from clemency.documents.sidecar import InputError
from clemency.table import columns

FILE = "names.csv"
COLUMNS = ("name", "also", "official")
_LETTER = r"[^\W\d_]"
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f]"
_ENDING = r"[\u0430-\u045f]{0,4}"  # of a declined name in Cyrillic
SHORTEST = 3  # letters of a word that is declined; shorter ones would stand for too much
_SPACE = r"[\s_\-\u2010-\u2015]+"  # between the words of a name, in texts and in file names


@dataclasses.dataclass(frozen=True)
class Name:
    """One person: every way in which the documents write the name, and whether the person is a public official."""

    forms: tuple
    official: bool


def read_names(path):
    """The persons of a names.csv: `name`, other ways to write it (`also`, parted by |), and `official` (yes or empty).

    Raises InputError for a file that is missing, a column that is not known or an empty name.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file. It lists whose names are shortened: {','.join(COLUMNS)}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise InputError(f"{path}: line 1: the columns are {', '.join(COLUMNS)}, in this order.")
        names = [_read_name(row, f"{path}: line {reader.line_num}") for row in reader]
    if not names:
        raise InputError(f"{path}: no name is listed. Write one a line under {','.join(COLUMNS)}.")
    return names


def _read_name(row, place):
    """One row as a person."""
    if None in row or None in row.values():
        raise InputError(f"{place}: a row has {len(COLUMNS)} cells: {', '.join(COLUMNS)}.")
    forms = tuple(form.strip() for form in (row["name"], *row["also"].split("|")) if form.strip())
    if not row["name"].strip() or not all(re.search(_LETTER, form) for form in forms):
        raise InputError(f"{place}: a name has letters; write it as the documents do.")
    if row["official"] not in ("", "yes"):
        raise InputError(f"{place}: official is yes or empty, not {row['official']!r}.")
    return Name(forms, row["official"] == "yes")


class Shortener:
    """Finds the names of a list in any text and gives them as initials; officials keep theirs.

    A name is found in capitals or small letters, with or without its accents, over a line break, by its surname (its
    last word) alone if that begins with a capital, and in Cyrillic with other endings, since names are declined there.
    """

    def __init__(self, names):
        kept = [form for name in names if name.official for form in _list_forms(name)]
        known = {_fold(form) for form in kept}
        hidden = [form for name in names if not name.official for form in _list_forms(name)]
        hidden = [form for form in hidden if _fold(form) not in known]
        groups = [f"(?:{_write_pattern(form)})" for form in _order(kept)]
        groups += [f"({_write_pattern(form, _ENDING)})" for form in _order(hidden)]
        self._pattern = re.compile(rf"(?<!{_LETTER})(?:{'|'.join(groups)})(?!{_LETTER})", re.IGNORECASE)

    def find(self, text):
        """The names to shorten, as (start, end, initials)."""
        return [
            (found.start(), found.end(), _write_initials(found.group()))
            for found in self._pattern.finditer(text)
            if found.lastindex
        ]

    def shorten(self, text):
        """The text with initials for names."""
        for start, end, initials in reversed(self.find(text)):
            text = text[:start] + initials + text[end:]
        return text


def _order(forms):
    """Forms with the longest first, so that a whole name goes before its surname."""
    return sorted(set(forms), key=lambda form: (-len(form), form))


def _list_forms(name):
    """Every way to write a name, and its surname alone."""
    return [*name.forms, *(re.split(_SPACE, form)[-1] for form in name.forms)]


def _fold(text):
    """A text without accents and capitals."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)).lower()


def _write_pattern(form, ending=""):
    """A pattern for a name, in which every letter may lack its accent and any space or hyphen may part words.

    One word alone begins with a capital, since in small letters it may be another word. With `ending` a Cyrillic word
    may have other last letters: those of its last vowels are left open.
    """
    words = []
    for word in re.split(_SPACE, unicodedata.normalize("NFC", form)):
        open_end = ending if len(word) > SHORTEST and re.fullmatch(r"[\u0400-\u04ff’']+", word) else ""
        stem = re.sub(r"(?<=.{2})[аеёиіоуыэюяйь]{1,2}$", "", word) if open_end else word
        words.append("".join(map(_write_letter, stem)) + open_end)
    return _SPACE.join(words) if len(words) > 1 else f"(?-i:(?={_CAPITAL})){words[0]}"


def _write_letter(letter):
    """A pattern for one letter: as it is, taken apart, or plain; one that does not come apart, as ł, has one form."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{letter}|{apart}|{apart[0]})"


def _write_initials(name):
    """The first letter of each word of a name, each with a full stop."""
    return " ".join(f"{word[0].upper()}." for word in re.split(_SPACE, name))


class _Shift:
    """Where places of a text are once its names are shortened."""

    def __init__(self, text, shortener):
        self.cuts = shortener.find(text)

    def __call__(self, place):
        moved = place
        for start, end, initials in self.cuts:
            if place >= end:
                moved -= end - start - len(initials)
            elif place > start:
                moved -= max(0, place - start - len(initials))
        return moved


def shorten_names(results, names):
    """The results with the names of a list as initials in every text that they hold.

    Places count characters of the shortened texts, so that a quotation is still found where it is said to be; the
    names of claims stay, and so do the hashes, which are those of the files. An address that holds a name is left out.
    """
    shortener = Shortener(names)
    shifts = {document.document: _Shift(document.text, shortener) for document in results.documents}
    documents = [_shorten_document(document, shortener, shifts[document.document]) for document in results.documents]
    texts = {old.document: new.text for old, new in zip(results.documents, documents, strict=True)}

    def shorten_row(row):
        """One row of a table, its quotation taken again from the shortened text."""
        changed = _shorten(row, shortener, shifts.get(getattr(row, "document", None)))
        return _quote_again(changed, texts[row.document]) if hasattr(row, "sentence_start") else changed

    others = {
        field.name: [shorten_row(row) for row in getattr(results, field.name)]
        for field in dataclasses.fields(results)
        if field.name != "documents" and isinstance(getattr(results, field.name), list)
    }
    return dataclasses.replace(results, documents=documents, shortened=True, **others)


def _shorten_document(document, shortener, shift):
    """A document with its text, its zones and sentences, and without an address that holds a name."""
    changed = _shorten(document, shortener, shift)
    address = urllib.parse.unquote(document.url)
    parts = {name: _shorten(getattr(document, name), shortener, shift) for name in ("blocks", "datelines", "sentences")}
    text = shortener.shorten(document.text)
    return dataclasses.replace(
        changed,
        text=text,
        characters=len(text),
        url="" if shortener.find(address) else document.url,
        body_start=shift(document.body_start),
        body_end=shift(document.body_end),
        **parts,
    )


_PLACES = ("start", "end", "sentence_start", "sentence_end")


def _shorten(value, shortener, shift):
    """A value of any kind with its texts shortened and its places moved."""
    if isinstance(value, str):
        return shortener.shorten(value)
    if isinstance(value, list | tuple):
        return type(value)(_shorten(item, shortener, shift) for item in value)
    if isinstance(value, dict):
        return {key: _move(key, item, shortener, shift) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        fields = [field.name for field in dataclasses.fields(value)]
        names = [name for name in columns(type(value)) or fields if name not in ("sha256", "url")]
        return dataclasses.replace(
            value, **{name: _move(name, getattr(value, name), shortener, shift) for name in names}
        )
    return value


def _move(name, value, shortener, shift):
    """A field: moved if it is a place, shortened otherwise."""
    return shift(value) if shift and name in _PLACES else _shorten(value, shortener, shift)


def _quote_again(claim, text):
    """A claim whose sentence and surroundings are those of the shortened text."""
    start, end = claim.sentence_start, claim.sentence_end
    return dataclasses.replace(
        claim, quote=text[start:end], prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT]
    )


def find_names_left(folder, names):
    """Where a name still stands that should be shortened, as "file: name"; empty if nowhere.

    Every file of text is searched, with its own name. A PDF and a PNG hold what these hold, and are not.
    """
    shortener = Shortener(names)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = "" if path.suffix in (".pdf", ".png") else path.read_text(encoding="utf-8")
        for words in (path.name, text, urllib.parse.unquote(text)):
            for start, end, _ in shortener.find(words):
                return f"{path.name}: {words[start:end]}"
    return ""
