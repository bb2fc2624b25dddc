"""Corpora with known truth: acts, and reports of them with the errors that the news makes, as claims without a text."""

import dataclasses
import datetime
import random

from clemency.claims.claim import Claim
from clemency.documents.document import Document

SOURCES = {
    "official": ("press office", "interior ministry"),
    "human_rights": ("rights group", "prisoners' aid"),
    "media": ("daily", "agency", "radio"),
}


@dataclasses.dataclass
class TrueAct:
    """What happened: the kind, the day, how many, and how many of them a rights group knows as political prisoners."""

    name: str
    kind: str
    day: datetime.date
    count: int
    part: int


@dataclasses.dataclass
class Corpus:
    """Documents and claims with the act that each claim truly reports; totals and stocks report none."""

    documents: list
    claims: list
    truth: dict  # {claim id: name of the act}
    acts: list


class _Writer:
    """Writes claims into documents, each at a place of its own."""

    def __init__(self, chance):
        self.chance = chance
        self.documents, self.claims, self.truth = [], [], {}
        self._place = 0

    def open_document(self, day):
        """A further document, published on a day."""
        name = f"d{len(self.documents):06}"
        said = ("stated", "The page says so.")
        self.documents.append(Document(name, name, 0, "en", "", "", "", day.isoformat(), *said, 0, 0))
        return name

    def write(self, document, truth, **fields):
        """A claim with the given fields; unless `sentence` is given, its sentence is like no other."""
        self._place += 100
        quote = fields.pop("sentence", f"s{self._place}")
        claim_id = f"c{self.chance.getrandbits(48):012x}"
        values = {
            "appearances": [], "kind": "pardon", "measure": "flow", "low": None, "high": None, "relation": None,
            "breakdown": {}, "part_of": None, "date": None, "earliest": None, "latest": None, "date_basis": "stated",
            "date_reason": "The sentence says so.", "period": None, "status": "occurred", "source_class": "media",
            "source_name": "daily", "label": "", "label_source_class": "", "rule": "made",
        } | fields  # fmt: skip
        span = {"start": self._place, "end": self._place + 2, "sentence_start": self._place}
        span |= {"sentence_end": self._place + len(quote), "quote": quote, "prefix": "", "suffix": ""}
        claim = Claim(claim_id=claim_id, document=document, **span, **values)
        self.claims.append(claim)
        if truth:
            self.truth[claim_id] = truth
        return claim


def make_corpus(seed, size):
    """A corpus of `size` documents, the same for the same seed."""
    chance = random.Random(seed)
    writer = _Writer(chance)
    acts = _make_acts(chance, max(2, size // 3))
    reported = [act for act in acts for _ in range(chance.choice((1, 2, 2, 3, 4, 6)))]
    for number in range(size):
        act = reported[number % len(reported)] if number < len(reported) else chance.choice(reported)
        document = writer.open_document(act.day + datetime.timedelta(days=chance.randint(0, 5)))
        _report(writer, document, act)
        if chance.random() < 0.3:  # recalls an earlier act
            earlier = [other for other in acts if 0 < (act.day - other.day).days < 120]
            if earlier:
                _report(writer, document, chance.choice(earlier))
        if chance.random() < 0.3:
            _write_total(writer, document, acts, act.day)
        if chance.random() < 0.3:
            _write_stock(writer, document, act.day)
    return Corpus(writer.documents, writer.claims, writer.truth, acts)


def _make_acts(chance, number):
    """Acts some 18 days apart, which is denser than the news of one country; most of them small."""
    day, acts = datetime.date(2015, 1, 5), []
    for index in range(number):
        day += datetime.timedelta(days=chance.choice((2, 5, 9, 14, 21, 30, 45)))
        kind = chance.choice(("pardon", "pardon", "pardon", "release", "release", "amnesty"))
        count = chance.randint(400, 9000) if kind == "amnesty" else chance.randint(5, 80)
        acts.append(TrueAct(f"act{index}", kind, day, count, chance.randint(count // 2, count - 1)))
    return acts


def _report(writer, document, act):
    """One report of an act, with one of the errors or hedges that reports have, and perhaps a repeat or a part."""
    chance = writer.chance
    source_class = chance.choice(tuple(SOURCES))
    fields = {"kind": act.kind, "source_class": source_class, "source_name": chance.choice(SOURCES[source_class])}
    if act.kind == "pardon" and chance.random() < 0.2:
        fields["kind"] = "release"
    fields |= _say_count(chance, act, source_class)
    fields |= _say_day(chance, act)
    copied = chance.random() < 0.1
    if copied:
        fields["sentence"] = f"A long sentence of the agency about the {act.count} people of {act.name}."
    claim = writer.write(document, act.name, **fields)
    if copied:
        copy = writer.open_document(act.day)
        writer.write(copy, act.name, **fields)
    if chance.random() < 0.1:
        writer.write(document, act.name, **{key: fields[key] for key in fields if key != "sentence"})
    if fields["relation"] == "=" and fields["low"] == act.count and chance.random() < 0.1:
        few = max(2, act.part // 2)
        part = {"low": few, "high": few, "part_of": claim.claim_id, "breakdown": {}}
        writer.write(document, act.name, **{key: fields[key] for key in fields if key != "sentence"} | part)


def _say_count(chance, act, source_class):
    """The number as it is told: mostly exact, else rounded, a lower bound, one off, the known part, or none."""
    exact = {"low": act.count, "high": act.count, "relation": "="}
    draw = chance.random()
    if draw < 0.7:
        if chance.random() < 0.3:
            exact["breakdown"] = {"extremism": act.part}
        return exact
    if draw < 0.78:
        step = 10 if act.count < 100 else 100
        rounded = max(step, round(act.count / step) * step)
        return {"low": rounded, "high": rounded, "relation": "~"}
    if draw < 0.86 and source_class == "human_rights":
        return {"low": act.part, "high": None, "relation": ">="}
    if draw < 0.9 and act.count >= 10:
        return {"low": act.count - 1, "high": act.count - 1, "relation": "="}
    if draw < 0.94:
        return {"low": None, "high": None, "relation": None, "measure": "event"}
    return exact


def _say_day(chance, act):
    """The day as it is told: mostly right, else a day off, or only the month, or only the year, or nothing."""
    draw = chance.random()
    if draw < 0.72:
        return _name_day(act.day)
    if draw < 0.86:
        return _name_day(act.day + datetime.timedelta(days=chance.choice((-1, 1))))
    first = act.day.replace(day=1)
    if draw < 0.97:
        last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        return _name_range(f"{act.day:%Y-%m}", first, last)
    if draw < 0.99:
        return _name_range(f"{act.day.year}", act.day.replace(month=1, day=1), act.day.replace(month=12, day=31))
    return {"date": None, "earliest": None, "latest": None, "date_basis": "unknown"}


def _name_day(day):
    return _name_range(day.isoformat(), day, day)


def _name_range(edtf, first, last):
    return {"date": edtf, "earliest": first.isoformat(), "latest": last.isoformat()}


def _write_total(writer, document, acts, day):
    """A cumulative count of the pardons of the half year before, told as a lower bound."""
    start = day - datetime.timedelta(days=180)
    known = sum(act.count for act in acts if act.kind == "pardon" and start <= act.day <= day)
    if known:
        period = {"period": f"{start}/{day}", "earliest": start.isoformat(), "latest": day.isoformat()}
        writer.write(document, "", kind="pardon", measure="cumulative", low=known, relation=">=", **period)


def _write_stock(writer, document, day):
    """How many are held on a day."""
    held = writer.chance.randint(900, 1500)
    who = {"source_class": "human_rights", "source_name": "rights group", "label": "political prisoners"}
    count = {"low": held, "high": held, "relation": "="}
    writer.write(document, "", kind="political_prisoners", measure="stock", **who, **count, **_name_day(day))


def score_links(corpus, events):
    """Precision and recall of the pairs of claims that were put into one event, against those of one true act."""
    found = {claim_id: event.event_id for event in events for claim_id in event.claims if claim_id in corpus.truth}
    together = _count_pairs((found[c], corpus.truth[c]) for c in found)
    claimed = _count_pairs(found.values())
    true = _count_pairs(corpus.truth.values())
    return together / max(claimed, 1), together / max(true, 1)


def _count_pairs(names):
    """How many pairs share a name."""
    counts = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sum(count * (count - 1) // 2 for count in counts.values())
