"""What all checks are made of: spans of evidence and a stable name."""

from clemency.chronology.acts import hash_name
from clemency.chronology.event import Check
from clemency.messages import ENGLISH, speaking


def quote_span(document, start, end):
    """A span of a document with its words."""
    return {"start": start, "end": end, "quote": document.text[start:end]}


def quote_claims(document, claims):
    """The counted words of claims and the places in which they appear again, in the order of the text, each once."""
    spans = {(claim.start, claim.end) for claim in claims}
    spans |= {(place["start"], place["end"]) for claim in claims for place in claim.appearances}
    return [quote_span(document, *span) for span in sorted(spans)]


def make_check(kind, document, state, holds, reason, evidence, claims=()):
    """A check, named by what it states, in English, and where; `state` writes the statement."""
    with speaking(ENGLISH):
        english = state()
    where = [f"{span['start']}-{span['end']}" for span in evidence]
    return Check(
        check_id=f"check-{hash_name(kind, document.document, english, *where)}",
        kind=kind,
        document=document.document,
        statement=state(),
        holds=holds,
        reason=reason,
        evidence=evidence,
        claims=sorted({claim.claim_id for claim in claims}),
    )
