"""Groups of claims that may be about one act: what each says of day, number and kind, and what may join it."""

import dataclasses
import datetime
import functools
import hashlib
import re
import unicodedata

from clemency.chronology.core import Core
from clemency.chronology.counts import is_exact, read_statement
from clemency.chronology.places import are_apart, find_places, is_country
from clemency.chronology.waves import find_wave
from clemency.documents.edtf import read_bounds
from clemency.lexicon import load_actors

NARROW = 7  # days: a statement this precise names the act's day, or nearly
NEWS = 31  # days: what a document reports without a date happened in the weeks before
PERIOD = 62  # days: "last month", "this summer's first weeks"
NAME = 5  # letters: spellings of a name differ at its end
_NO_LETTERS = re.compile(r"[\W_]+")
FREED = ("pardon", "amnesty", "release", "exchange")  # news says "released" of a pardon, "amnesty" of a decree


def hash_name(*parts):
    """Ten hexadecimal digits made from some words, the same on every machine."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]


def find_family(kind):
    """Kinds that reports use of one and the same act share a family."""
    return "freed" if kind in FREED else kind


@functools.lru_cache(maxsize=4096)
def fold_text(text):
    """A text without case, accents, punctuation and line breaks, for asking whether two are the same."""
    folded = text.casefold()
    if not folded.isascii():
        plain = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NO_LETTERS.sub(" ", folded).strip()


@dataclasses.dataclass
class Witness:
    """Claims that repeat one sentence and so count once: agency copies, mirrors, a line that stands twice.

    Its `head` is the claim that stands for all of them, `statement` its number as others are set against it, `width`
    how many days the date allows (0 for one day, None if it is unknown), and `is_small` whether it counts one or two
    persons, whom only their names tell from others.
    """

    claims: list
    first: int | None  # days as ordinals
    last: int | None
    places: list  # countries that the document names, the one that it is about first
    published: int | None  # the day on which its first document came out, where that is known

    def __post_init__(self):
        self.head = self.claims[0]
        self.statement = read_statement(self.head)
        self.width = None if self.first is None or self.last is None else self.last - self.first
        self.is_small = is_exact(self.head) and self.head.low <= 2

    @functools.cached_property
    def wave(self):
        """The number of the wave that its sentence names, or None."""
        return find_wave(self.head.quote)

    @functools.cached_property
    def all_names(self):
        """Names in its sentence, but for its first word, countries and those who speak in all such news."""
        words = [word for word in self.head.quote.split()[1:] if word[:1].isupper() and len(word) > 3]
        return {fold_text(word)[:NAME] for word in words if not is_country(word)} - _load_speakers()

    @functools.cached_property
    def names(self):
        """Names among the counted words, each by its first letters, since spellings differ at the end."""
        claim = self.head
        counted = claim.quote[claim.start - claim.sentence_start : claim.end - claim.sentence_start]
        return {fold_text(word)[:NAME] for word in counted.split() if word[:1].isupper() and len(word) > 3}


@functools.cache
def _load_speakers():
    """The beginnings of the names of those whom the lexicon knows as speakers."""
    aliases = [alias for actor in load_actors() for alias in (actor["name"], *actor["aliases"])]
    return {fold_text(word)[:NAME] for alias in aliases for word in str(alias).split()}


def find_witnesses(claims, context):
    """Claims that state the same in the same sentence are one witness; `context` tells of their documents."""
    found = {}
    for claim in sorted(claims, key=lambda claim: claim.claim_id):
        sentence = fold_text(claim.quote)
        same = (claim.kind, claim.measure, claim.status, claim.low, claim.high, claim.relation, claim.date)
        key = (sentence, claim.start - claim.sentence_start, *same) if len(sentence) >= 40 else (claim.claim_id,)
        found.setdefault(key, []).append(claim)
    return [
        Witness(group, *read_days(group[0]), context.places.get(group[0].document, []), context.find_publication(group))
        for group in found.values()
    ]


class Context:
    """What linking needs to know of documents: the countries that each names, and the day on which it came out."""

    def __init__(self, documents):
        self.places = {document.document: find_places(document) for document in documents}
        self._published = {document.document: _read_publication(document) for document in documents}

    def find_publication(self, claims):
        """The first day on which one of the claims' documents came out; None if none of them is known."""
        days = [self._published.get(claim.document) for claim in claims]
        return min((day for day in days if day is not None), default=None)


def _read_publication(document):
    """The last day on which a document may have come out, as an ordinal; None if it is unknown or vague."""
    first, last = read_bounds(document.published) if document.published else (None, None)
    return last.toordinal() if first and last and (last - first).days <= NARROW else None


def read_days(claim):
    """The first and last day that a claim's date allows, as ordinals; None where it is not known."""
    days = (claim.earliest, claim.latest)
    return tuple(datetime.date.fromisoformat(day).toordinal() if day else None for day in days)


class Act:
    """Witnesses that are taken to report one act, with the links that say why.

    Its `head` is the first witness, which says most precisely what the act is, and `width` tells how many days the
    act's date allows; None if it is unknown.
    """

    def __init__(self, witness):
        self.parts = []  # witnesses of a part of the people: they say nothing of the whole number
        self.links = []
        self.doubts = {}  # id(act) -> (act, reason)
        self.first, self.last, self.width = witness.first, witness.last, witness.width
        self.documents, self._sentences, self._exact_documents = set(), set(), set()
        self._begin(witness)

    def _begin(self, witness):
        """Make a witness the first of those that tell the whole number."""
        self.head, self.witnesses, self.kinds, self._core = witness, [], set(), Core()
        self._take_in(witness)

    def _take_in(self, witness):
        """Enter a witness of the whole number."""
        self.witnesses.append(witness)
        self.kinds.add(witness.head.kind)
        self._core.add(witness.head, witness.statement)
        self._note_places(witness)

    def _note_places(self, witness):
        """Remember where the claims of a witness, or of a part, stand."""
        for claim in witness.claims:
            self.documents.add(claim.document)
            self._sentences.add((claim.document, claim.sentence_start))
            if is_exact(claim):
                self._exact_documents.add(claim.document)

    def claims(self):
        """All claims of the act, by id."""
        return sorted(
            (claim for witness in self.witnesses + self.parts for claim in witness.claims),
            key=lambda claim: claim.claim_id,
        )

    def excludes(self, witness, counted):
        """Whether a witness cannot be of this act: another country, or the same text sets the two apart."""
        if are_apart(witness.places, self.head.places):
            return True
        for claim in witness.claims:
            if counted != "part" and (claim.document, claim.sentence_start) in self._sentences:
                return True
            if counted == "near" and claim.document in self._exact_documents:
                return True
        return False

    def find_core(self):
        """The first claim that tells the number of the act's core, else the first claim of all."""
        return self._core.find_first() or self.head.head

    def add(self, witness, rule, reason, as_part=False):
        """Take in a witness by a rule, as a part of the people if so said; more precise days narrow the act's."""
        pair = sorted((self.head.head.claim_id, witness.head.claim_id))
        self.links.append({"rule": rule, "reason": reason, "claims": pair})
        if not as_part:
            self._take_in(witness)
        elif rule in ("stated_part", "adds_up") or witness.head.low < self.find_core().low:
            self.parts.append(witness)
            self._note_places(witness)
        elif witness.head.low > self.find_core().low:  # the whole came after its part
            self.parts += self.witnesses
            self._begin(witness)
        else:
            self._take_in(witness)
        if witness.width is None or (witness.head.relation is None and self.head.head.relation is not None):
            return  # an uncounted report joins by its date and adds nothing to it
        if self.width is None:
            self.first, self.last, self.width = witness.first, witness.last, witness.width
        elif witness.first <= self.last and self.first <= witness.last:
            self.first, self.last = max(self.first, witness.first), min(self.last, witness.last)
            self.width = self.last - self.first

    def judge_count(self, witness):
        """How a witness's number stands to the act's: the best answer among those of the act's core."""
        return self._core.judge(witness.statement)

    def judge_day(self, witness):
        """How a witness's days stand to the act's: day, next_day, period, long, before, undated, or None."""
        if witness.width is None or self.width is None:
            soon = witness.width is None and witness.published is not None and self.width is not None
            soon = soon and self.width <= NARROW and 0 <= witness.published - self.last <= NEWS
            return "before" if soon else "undated"
        gap = max(witness.first - self.last, self.first - witness.last)
        if gap > 1:
            return None
        width = max(witness.width, self.width)
        if gap == 1:
            return "next_day" if width <= NARROW else None
        return "day" if width <= NARROW else "period" if width <= PERIOD else "long"
