"""Which sources report which events, and which say nothing of them."""

import dataclasses

from clemency.claims.claim import SOURCE_CLASSES


@dataclasses.dataclass(slots=True)
class EventCoverage:
    """One event with its claims by source class, and the classes that say nothing of it."""

    event: object
    claims: dict  # {source class: [claims]}, only classes that report it
    silent: list  # source classes that occur in the corpus but not here


def tabulate_coverage(events, claims):
    """One row an event, in the order of the events; only classes that the corpus has can be silent."""
    by_id = {claim.claim_id: claim for claim in claims}
    present = [name for name in SOURCE_CLASSES if name != "unknown" and any(c.source_class == name for c in claims)]
    rows = []
    for event in events:
        found = {}
        for claim_id in event.claims:
            if claim_id in by_id:
                found.setdefault(by_id[claim_id].source_class, []).append(by_id[claim_id])
        ordered = {name: found[name] for name in SOURCE_CLASSES if name in found}
        rows.append(EventCoverage(event, ordered, [name for name in present if name not in found]))
    return rows


def find_side_by_side(events, claims):
    """Acts, or totals of one kind and period, of which official sources and rights groups both state a number."""
    rows = {}
    for row in tabulate_coverage(events, claims):
        event = row.event
        total = event.measure == "cumulative" and event.latest
        key = (event.kind, event.earliest, event.latest) if total else (event.event_id,)
        if key in rows:
            for name, found in row.claims.items():
                rows[key].claims.setdefault(name, []).extend(found)
            rows[key].silent = [name for name in rows[key].silent if name not in row.claims]
        else:
            rows[key] = row
    return [
        row
        for row in rows.values()
        if all(any(claim.relation for claim in row.claims.get(name, ())) for name in ("official", "human_rights"))
    ]


def count_coverage(documents, claims, rejected, events):
    """How much was read, as {name: number}: documents, sentences, those with digits, claims, reviewed, refused …

    Undated are claims without a date or period; alone are claims of acts that no other claim reports.
    """
    sentences = [sentence for document in documents for sentence in document.sentences]
    return {
        "documents": len(documents),
        "sentences": len(sentences),
        "sentences_with_digits": sum(any(char.isdigit() for char in sentence.text) for sentence in sentences),
        "claims": len(claims),
        "reviewed": sum(bool(claim.review) for claim in claims),
        "refused": len(rejected),
        "undated": sum(not claim.date and not claim.period for claim in claims),
        "events": len(events),
        "alone": sum(len(event.claims) == 1 for event in events if event.measure == "event"),
    }
