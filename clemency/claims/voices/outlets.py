"""The outlet of a document: what its texts call it, and whose voice it is."""

import functools
import re

from clemency.claims.text import QUOTED
from clemency.lexicon import find_actors_named, load_actor_countries, load_actors, load_language
from clemency.lexicon.match import TOKEN, fold

PERSONS = {actor["name"] for actor in load_actors() if actor.get("person")}
_OUTLET = re.compile(r" via |[(,/–|]")  # what ends an outlet's name in a sidecar
_SHORTEST = 3  # letters of a name
_DISTINCT = 4  # letters of a word that may stand for a whole name


def find_outlet_names(document):
    """Where the body of a document names its outlet, as `(start, end)`; words of a name may end otherwise.

    One word of it may stand for all inside quotation marks: «па звестках «Рацыі»» of «Радыё Рацыя».
    """
    name = _OUTLET.split(document.outlet)[0].strip()
    initials = name.split()[:1]
    name = initials[0] if initials and initials[0].isupper() else name  # «LRT English»
    stems = _find_outlet_stems(name)
    if len(name) < _SHORTEST or not any(stem in document.text for stem in stems):
        return []
    whole = r"\w{0,2} ".join(map(re.escape, stems))
    single = "|".join(re.escape(stem) for stem in stems if len(stem) >= _DISTINCT)
    single = rf'|(?<=[«“"])(?:{single})\w{{0,2}}(?=[»”"])' if single and not name.isascii() else ""
    return [match.span() for match in re.finditer(rf"(?<!\w){whole}\w{{0,2}}{single}", document.text)]


def _find_outlet_stems(name):
    """The words of an outlet's name without the letter that changes when it declines."""
    if name.isascii():
        return [name]
    return [word if word[-1] in '"»”' or len(word) < _SHORTEST else word[:-1] for word in name.split()]


def find_own_class(text):
    """The class and name of a document's outlet, by its name or else by how it speaks, found once."""
    if text.own_class is None:
        source_class, name = find_outlet_class(text.document.outlet, text.home, text.language.code)
        group = source_class == "media" and _speaks_as_group(text)
        text.own_class = ("human_rights" if group else source_class), name
    return text.own_class


def _speaks_as_group(text):
    """Whether a document says «we» where rights groups do: «We know of 104 arrests. We call on the authorities …»."""
    if not text.sentences_with("appeals"):
        return False
    document = text.document
    quoted = [match.span() for match in QUOTED.finditer(document.text, document.body_start, document.body_end)]
    said = {
        hit.section
        for hit in (*text.list_hits("appeals"), *text.list_hits("outlet"))
        if not any(first <= text.starts[hit.first] < last for first, last in quoted)
    }
    return len(said) == 2


def find_outlet_class(outlet, home, code):
    """The class and name of the outlet as a source: a body that publishes is its own source.

    A state agency is the state's own voice in a text on its own country; elsewhere it is an outlet like others. A
    person in an outlet's name is that person's office, which is the person's own voice, unless a head of state's.
    «Фонд «Побач»», whom nobody has listed, is known by what it calls itself in the language of the code.
    """
    for source_class, name in find_actors_named(outlet):
        if source_class == "official" and (name in PERSONS or load_actor_countries().get(name, home) != home):
            return "media", outlet
        return source_class, name
    return _class_of_title(outlet, home, code), outlet


@functools.lru_cache(maxsize=4096)
def _class_of_title(outlet, home, code):
    """What an outlet is by its name: a group, by its cause, or the office of a state, its own or a foreign one."""
    language = load_language(code)
    hits = language.matcher.find(language.respell(TOKEN.findall(fold(outlet))))
    known = next((hit.entry for hit in hits.of("sources") if hit.entry in ("human_rights", "igo")), None)
    if known or hits.of("causes"):
        return known or "human_rights"
    if not hits.of("offices"):
        return "media"
    if any(hit.entry == "opposition" for hit in hits.of("sources")):
        return "opposition"  # «Office of the Democratic Leader»
    countries = [hit.entry for hit in hits.of("country")]
    return "foreign_government" if home and countries and countries[0] != home else "official"
