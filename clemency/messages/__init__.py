"""What the report says: English in the code, other languages in message files (`be.po`) that translators edit.

A text is a whole sentence or word with named places, as in "{n} of {all}"; whole numbers are written as the language
writes them. A context tells apart what English says alike and another language does not: a word in another case.
"""

import collections.abc
import contextlib
import functools
import gettext
import io
import pathlib

ENGLISH = "en"
FOLDER = pathlib.Path(__file__).parent


def list_languages():
    """The codes of the languages that a report can be made in: English, and those that have a message file."""
    return (ENGLISH, *sorted(path.stem for path in FOLDER.glob("*.po")))


def _load(language):
    """The translations of a language; of English there are none, and its texts stand for themselves."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    from babel.messages import mofile, pofile  # slow to import, and English needs neither

    with (FOLDER / f"{language}.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale=language)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@functools.cache
def _load_locale(language):
    """What the Unicode project knows of a language: its months, its names of countries, and how it writes numbers."""
    import babel  # slow to import, and English seldom needs it

    return babel.Locale(language)


class _Voice:
    """The language that this process speaks, with its translations and the sign between its thousands."""

    def __init__(self, language):
        self.language = language
        self.texts = _load(language)
        self.separator = "," if language == ENGLISH else _load_locale(language).number_symbols["latn"]["group"]


@functools.cache
def _find_voice(language):
    """The voice of a language; ValueError names the languages there are."""
    if language not in list_languages():
        raise ValueError(f"no messages in the language {language!r}; there are: {', '.join(list_languages())}")
    return _Voice(language)


_voice = _find_voice(ENGLISH)


def use_language(language):
    """Say everything from here on in a language; ValueError for one without messages."""
    global _voice
    _voice = _find_voice(language)


def tell_language():
    """The code of the language that this process speaks."""
    return _voice.language


@contextlib.contextmanager
def speaking(language):
    """Another language for a while."""
    before = tell_language()
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def write_number(value):
    """A whole number as the language writes it: 1,328 in English."""
    return f"{value:,}".replace(",", _voice.separator)


def country_name(code):
    """A country by its ISO code; of an empty one, that it is not named."""
    return say("country not named") if not code else _load_locale(_voice.language).territories.get(code, code)


def month_name(month, alone=False, width="wide"):
    """A month by its number, as it stands beside a day, or `alone`; `width` may be "abbreviated"."""
    return _list_months(_voice.language, alone, width)[month]


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@functools.cache
def _list_months(language, alone, width):
    """{number: name} of the months."""
    if language == ENGLISH:
        return {number: name[:3] if width == "abbreviated" else name for number, name in enumerate(_MONTHS, 1)}
    return dict(_load_locale(language).months["stand-alone" if alone else "format"][width])


def _fill(text, values):
    """The text with its places filled; without values it is a pattern whose places stay."""
    for name, it in values.items():
        if type(it) is int:
            values[name] = write_number(it)
    return text.format_map(values) if values else text


def mark(text):
    """A text that is said later, as it is: so that it is found for translators."""
    return text


def say(text, /, **values):
    """A text in the language."""
    return _fill(_voice.texts.gettext(text) if text else text, values)  # an empty message is a file's own head


def say_in(context, text, /, **values):
    """A text that English uses in several senses or places, in the one that the context names."""
    return _fill(_voice.texts.pgettext(context, text), values)


def say_many(one, many, count, /, **values):
    """The text that goes with a number of things; `{n}` is the number, if no value is given for it."""
    return _fill(_voice.texts.ngettext(one, many, count), {"n": count, **values})


def say_many_in(context, one, many, count, /, **values):
    """The text that goes with a number of things, in the sense that the context names."""
    return _fill(_voice.texts.npgettext(context, one, many, count), {"n": count, **values})


def choose(one, many, n):
    """The pattern that goes with a number of things, its places left open."""
    return _voice.texts.ngettext(one, many, n)


def say_day(day):
    """A day of the calendar: 2 July 2025."""
    return say_in("date", "{day} {month} {year}", day=day.day, month=month_name(day.month), year=str(day.year))


def quote(words):
    """Words of a document inside a sentence, in marks that double no others."""
    return say_in("inside a sentence", "‘{words}’", words=words)


def join(phrases):
    """Phrases as one list: "a", "a and b", "a, b and c"; "" if there are none."""
    *most, last = phrases or [""]
    return say_in("list", "{most} and {last}", most=", ".join(most), last=last) if most else last


def say_paragraphs(source):
    """A text of several paragraphs and headings in Markdown, each of them said by itself."""
    return "\n\n".join(marks + say(text) for marks, text in split_text(source))


def split_text(source):
    """The paragraphs of a text in Markdown, each as (marks of a heading, text)."""
    for paragraph in source.split("\n\n"):
        marks, space, rest = paragraph.partition(" ")
        yield (marks + space, rest) if marks and not marks.strip("#") else ("", paragraph)


class Nouns:
    """Texts that go with a number of things, by name, as (one, many) in English, in each of some contexts."""

    def __init__(self, contexts, nouns):
        self._contexts, self._nouns = contexts, nouns

    def write(self, name, count, context=0, /, **values):
        """The text of a name for a number of things, in the context of that place."""
        return say_many_in(self._contexts[context], *self._nouns[name], count, **values)


class Vocabulary(collections.abc.Mapping):
    """Words by name, each in the language that is spoken when it is asked for; all of them have one context."""

    def __init__(self, context, words):
        self._context, self._words = context, words

    def __getitem__(self, name):
        return say_in(self._context, self._words[name])

    def __iter__(self):
        return iter(self._words)

    def __len__(self):
        return len(self._words)
