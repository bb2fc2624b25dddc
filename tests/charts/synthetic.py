"""Made-up events, claims and documents of any number, with every kind of date and count, the same for one seed."""

import dataclasses
import datetime
import random

from clemency.chronology.event import Event
from clemency.claims.claim import Claim
from clemency.comparison.compare import compare_claims
from clemency.documents.document import Document

_START = datetime.date(2020, 8, 9)
_SPEAKERS = [
    ("official", "president’s press office"),
    ("official", "Ministry of Internal Affairs"),
    ("human_rights", "Viasna"),
    ("human_rights", "Праваабарончы цэнтр"),
    ("media", "Pozirk"),
    ("media", ""),
    ("opposition", "Coordination Council"),
    ("foreign_government", "US State Department"),
    ("igo", "UN Human Rights Office"),
    ("unknown", ""),
]
_FIELDS = [field.name for field in dataclasses.fields(Claim)]
_EVENT_FIELDS = [field.name for field in dataclasses.fields(Event)]
_LISTS = ("appearances", "claims", "sources", "contains", "may_contain", "conflicts", "links", "doubts")


def make_claim(number, **values):
    """A claim with the given fields; all others say nothing."""
    empty = dict.fromkeys(_FIELDS, "")
    empty |= dict.fromkeys(("low", "high", "relation", "part_of", "date", "earliest", "latest", "period"))
    empty |= {"claim_id": f"claim-{number:04}", "document": "made-up", "kind": "pardon", "measure": "flow"}
    empty |= {"start": 0, "end": 4, "sentence_start": 0, "sentence_end": 4, "quote": "text", "appearances": []}
    empty |= {"breakdown": {}, "date_basis": "unknown", "status": "occurred", "source_class": "media", "rule": "made"}
    return Claim(**{**empty, **values})


def make_event(claims, **values):
    """An event that the given claims report; its date and count are those of the first."""
    head = claims[0]
    event = {name: [] if name in _LISTS else "" for name in _EVENT_FIELDS}
    copied = ("kind", "status", "date", "earliest", "latest", "low", "high", "relation")
    event |= {name: getattr(head, name) for name in copied}
    event |= {"event_id": f"event-{head.claim_id}", "measure": "event", "claims": [c.claim_id for c in claims]}
    return Event(**{**event, **values})


def make_date(chance, day):
    """One of the ways in which a document dates an act."""
    text, later = day.isoformat(), day + datetime.timedelta(days=chance.randint(2, 40))
    month = f"{day:%Y-%m}"
    ways = [(text, day, day)] * 6
    ways += [(text.replace("-", "?-", 1), day, day), (f"[{text}..{later}]", day, later)]
    ways += [(f"{month}~", *_find_month(day)), (month, *_find_month(day))]
    ways += [(str(day.year), day.replace(month=1, day=1), day.replace(month=12, day=31))]
    ways += [(f"[..{text}]", None, day), (f"[{text}..]", day, None), (None, None, None)]
    date, earliest, latest = chance.choice(ways)
    return {
        "date": date, "earliest": earliest and earliest.isoformat(), "latest": latest and latest.isoformat(),
    }  # fmt: skip


def _find_month(day):
    """First and last day of a day's month."""
    first = day.replace(day=1)
    return first, (first + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)


def make_count(chance, largest):
    """One of the ways in which a document gives a number."""
    number = chance.randint(1, largest)
    ways = [(number, number, "=")] * 5
    ways += [(number, None, ">"), (number, None, ">="), (number, number, "~"), (number, number + 8, "range")]
    ways += [(None, number, "<"), (None, None, None)]
    return dict(zip(("low", "high", "relation"), chance.choice(ways), strict=True))


def make_speaker(chance):
    """Who states a figure."""
    source_class, name = chance.choice(_SPEAKERS)
    return {"source_class": source_class, "source_name": name}


def make_corpus(number, seed=1):
    """(events, claims, documents, comparisons) with so many events, some told by several sources that disagree."""
    chance = random.Random(f"{number}/{seed}")
    claims, events = [], []
    for _ in range(number):
        _make_reports(chance, number, claims, events)
    for _ in range(max(1, number // 30)):
        _make_total(chance, claims, events)
    for _ in range(max(2, number // 6)):
        _make_stock(chance, claims)
    documents = [Document("made-up", "0" * 64, 4, "en", "Outlet", "", "", "2025-01-01", "stated", "", 0, 4, "text")]
    return events, claims, documents, compare_claims(claims, events, documents)


def _pick_day(chance):
    """A day, more often near the middle of the year, as acts cluster around holidays."""
    return _START + datetime.timedelta(days=365 * chance.randint(0, 4) + int(chance.gauss(0, 70)))


def _make_reports(chance, number, claims, events):
    """One event, reported once or by up to four sources."""
    kind = chance.choice(["pardon"] * 5 + ["amnesty", "commutation", "release", "release", "exchange"])
    largest = 3000 if kind == "amnesty" else 60
    status = chance.choice(["occurred"] * 12 + ["announced", "planned"] + ["denied"] * (number > 3))
    date, count = make_date(chance, _pick_day(chance)), make_count(chance, largest)
    reports = []
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        count = make_count(chance, largest) if chance.random() < 0.2 else count
        values = {"kind": kind, "status": status, "label": "prisoners", **date, **count, **make_speaker(chance)}
        values["label_source_class"] = values["source_class"]
        values["measure"] = "flow" if count["relation"] else "event"
        reports.append(make_claim(len(claims) + len(reports), **values))
    claims += reports
    events.append(make_event(reports))


def _make_total(chance, claims, events):
    """A cumulative count over a period."""
    start = _pick_day(chance)
    end = start + datetime.timedelta(days=chance.randint(30, 700))
    period = chance.choice([f"{start:%Y-%m}~/{end}", f"{start}/{end}", f"../{end}", f"{start.year}/{end:%Y-%m}"])
    count = {"low": chance.randint(50, 400), "high": None, "relation": ">"}
    values = {"kind": "pardon", "measure": "cumulative", "period": period, **count, **make_speaker(chance)}
    claims.append(make_claim(len(claims), **values))
    events.append(make_event(claims[-1:], measure="cumulative", date=period))


def _make_stock(chance, claims):
    """A stock at a moment."""
    count = {"low": chance.randint(1100, 1500), "relation": "="}
    values = {"kind": "political_prisoners", "measure": "stock", "label": "political prisoners"}
    values |= {**make_date(chance, _pick_day(chance)), **make_speaker(chance), **count, "high": count["low"]}
    claims.append(make_claim(len(claims), **values, label_source_class=values["source_class"]))
