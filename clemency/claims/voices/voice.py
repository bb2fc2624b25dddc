"""A voice: who states something at some words of a sentence, known by name or by who spoke before."""

import dataclasses

from clemency.claims.voices.actors import HEAD, is_body

# In one attribution that names several, the one whose figure it is: a ministry before the paper that reports it.
RANK = {
    "": 0,
    "official": 0,
    "human_rights": 0,
    "opposition": 0,
    "foreign_government": 0,
    "igo": 0,
    "media": 5,
    "unknown": 6,
}
_OPENS = 6  # words from the comma that parts two statements to whoever makes the second one
# «The ministry» may be one of another country, and «the organisation» one of states, if that spoke last.
_KIN = {"official": ("official", "foreign_government"), "human_rights": ("human_rights", "igo")}


@dataclasses.dataclass(slots=True)
class Voice:
    """A source at the words `[first, last)`: its class, its name (or ""), and whether what it says stands before it."""

    first: int
    last: int
    source_class: str  # "" until it is known who «he» is
    name: str
    follows: bool = False
    is_body: bool = False
    is_agent: bool = False  # who did what is counted, and nobody says that it told of it


def make_voice(actor, first, last, history, follows):
    """The voice of an actor at some words; «the group», «the president» or «the ministry» is whoever spoke as such."""
    if actor.section in ("actor", "person"):
        return Voice(first, last, *actor.entry, follows, is_body(actor))
    if actor.section == "speaker_again":
        return Voice(first, last, *_recall(actor.entry, history), follows)
    return Voice(first, last, actor.entry, "", follows, is_body(actor))


def _recall(entry, history):
    """The class and the name of the voice that an entry for one named before points back to."""
    kin = _KIN["official"] if entry == HEAD else _KIN.get(entry, (entry,))
    for voice in reversed(history):
        if entry == "any":
            meant = voice.is_body or voice.source_class == "opposition"
        else:
            meant = voice.source_class in kin and not (entry == HEAD and voice.is_body)
        if meant:
            return voice.source_class, voice.name
    return {"any": "unknown", HEAD: "official"}.get(entry, entry), ""


def last_spoken(history):
    """The class and the name of whoever spoke last, for «her office»; None if nobody has."""
    known = (voice for voice in reversed(history) if voice.source_class not in ("", "unknown", "media"))
    voice = next(known, None)
    return voice and (voice.source_class, voice.name)


def stands_after(words, first):
    """Whether an attribution follows what it states; «they said that, according to X, …» opens a statement of X's."""
    if first > 1 and words[first - 1] == ",":
        small = words.language.words
        return words[first - 2] not in small["that"] and not opens_statement(words, first)
    return first > 0 and words[first - 1] in (",", '"', ".", "—", ")")


def is_nested(words, first):
    """Whether an attribution stands inside what another one states: «they said that, according to X, …»."""
    return first > 1 and words[first - 1] == "," and words[first - 2] in words.language.words["that"]


def is_count(words, i):
    """Whether a word is a number, but not that of a day."""
    number = words[i][0].isdecimal() or words[i] in words.language.number_words
    return number and words[i + 1] not in words.language.months


def opens_statement(words, first):
    """Whether whoever stands at a word opens a clause that a conjunction joins to another: «…, and Kyiv said».

    What tells when or who may stand between, but no number: «…, and by Friday the ministry had announced»,
    «…, while courts, by its count, sentenced 60».
    """
    joins = words.language.words["conjunctions"]
    if joins.isdisjoint(words[max(0, first - _OPENS) : first]):
        return False
    for i in range(first - 1, max(0, first - _OPENS), -1):
        if words[i] in joins and words[i - 1] == ",":
            return True
        if is_count(words, i):
            return False
    return False
