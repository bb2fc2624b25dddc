"""An act's claims made into one event: its day, its number, who says so, and where they disagree."""

import datetime

from clemency.chronology.counts import is_exact
from clemency.chronology.event import Event
from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.claims.claim import EVENT_KINDS
from clemency.documents.edtf import is_approximate, is_inferred
from clemency.messages import Vocabulary, say

_CLASSES = Vocabulary(
    "class of source that is not named",
    {
        "official": "official",
        "human_rights": "human rights",
        "media": "media",
        "opposition": "opposition",
        "foreign_government": "foreign government",
        "igo": "igo",
        "unknown": "unknown",
    },
)


def describe_claim(claim):
    """A claim's number in words, or "an uncounted report"."""
    if claim.relation is None:
        return say("an uncounted report")
    return describe_count(claim.low, claim.high, claim.relation)


def describe_source(claim):
    """Who states a claim, the same in every language: the name, or the class if nobody is named."""
    return claim.source_name or claim.source_class.replace("_", " ")


def say_source(source):
    """A source, as `describe_source` gives it, in words."""
    source_class = source.replace(" ", "_")
    return _CLASSES[source_class] if source_class in _CLASSES else say_name(source)


def make_event(act, event_id, doubts):
    """The event of an act; conflicting numbers and days are kept side by side, and none is chosen over another."""
    claims = act.claims()
    whole = [claim for witness in act.witnesses for claim in witness.claims]
    whole.sort(key=lambda claim: claim.claim_id)
    low, high, relation = resolve_count(whole)
    date, earliest, latest, reason = resolve_date(whole)
    return Event(
        event_id=event_id,
        kind=_resolve_kind(whole),
        measure="event",
        status=_resolve_status(whole),
        date=date,
        earliest=earliest,
        latest=latest,
        date_reason=reason,
        low=low,
        high=high,
        relation=relation,
        claims=[claim.claim_id for claim in claims],
        sources=sorted({describe_source(claim) for claim in claims}),
        contains=[],
        may_contain=[],
        conflicts=_find_conflicts(whole),
        links=act.links + _list_copies(act),
        doubts=doubts,
    )


def _list_copies(act):
    """Links between the claims of one witness: the same sentence, printed again."""
    return [
        {"rule": "same_sentence", "reason": say("The same sentence stands in both places."), "claims": ids}
        for witness in act.witnesses + act.parts
        if len(ids := [claim.claim_id for claim in witness.claims]) > 1
    ]


def _resolve_kind(claims):
    """The mechanism that most claims name; a mere "release" gives way to any mechanism that is named."""
    kinds = [claim.kind for claim in claims]
    named = [kind for kind in kinds if kind != "release"] or kinds
    return min(set(named), key=lambda kind: (-named.count(kind), EVENT_KINDS.index(kind)))


def _resolve_status(claims):
    """Occurred if one claim says so, else what the claims say."""
    statuses = sorted({claim.status for claim in claims})
    return "occurred" if "occurred" in statuses else statuses[0]


def resolve_count(claims):
    """(low, high, relation) over all claims of the whole number: exact numbers before hedged ones, all of them kept."""
    counted = [claim for claim in claims if claim.relation is not None]
    if not counted:
        return None, None, None
    exact = [claim for claim in counted if is_exact(claim)]
    if exact:
        low, high = min(claim.low for claim in exact), max(claim.high for claim in exact)
        return low, high, "=" if low == high else "range"
    hedges = {(claim.low, claim.high, claim.relation) for claim in counted}
    if len(hedges) == 1:
        return hedges.pop()
    closed = [claim for claim in counted if claim.relation in ("range", "~")]
    if closed:
        low, high = min(claim.low for claim in closed), max(claim.high for claim in closed)
        return low, high, "~" if any(claim.relation == "~" for claim in closed) else "range"
    lower = [claim for claim in counted if claim.relation in (">", ">=")]
    if not lower:
        return max(((c.low, c.high, c.relation) for c in counted), key=lambda count: count[1])
    best = max(lower, key=lambda claim: (claim.low, claim.relation == ">"))
    return best.low, None, best.relation


def resolve_date(claims):
    """(EDTF, first day, last day, reason): the most precise date if all others allow it, else all that is possible."""
    dated = [claim for claim in claims if claim.earliest and claim.latest]
    dated = [claim for claim in dated if claim.relation is not None] or dated  # the others joined by their date
    if not dated:
        half = next((claim for claim in claims if claim.date), None)
        if half:
            return half.date, half.earliest, half.latest, half.date_reason
        return None, None, None, claims[0].date_reason
    best = min(dated, key=_rank_date)
    first, last = max(claim.earliest for claim in dated), min(claim.latest for claim in dated)
    if first <= best.earliest and best.latest <= last:
        return _say(best), best.earliest, best.latest, best.date_reason
    if first <= last:
        reason = say("The documents give different periods; this is what all of them allow.")
    else:
        near = [claim for claim in dated if _width(claim) <= max(_width(best), 7)]
        first, last = min(claim.earliest for claim in near), max(claim.latest for claim in near)
        days = "; ".join(_say_who(date, near) for date in sorted({_say(claim) for claim in near}))
        reason = say("The documents give different days: {days}.", days=days)
    return (first if first == last else f"[{first}..{last}]"), first, last, reason


def _say_who(date, claims):
    """A date with those who give it."""
    sources = sorted({describe_source(claim) for claim in claims if _say(claim) == date})
    return f"{describe_date(date)} ({', '.join(map(say_source, sources))})"


def _width(claim):
    """How many days a claim's date allows, less one."""
    return (datetime.date.fromisoformat(claim.latest) - datetime.date.fromisoformat(claim.earliest)).days


def _rank_date(claim):
    """Short dates first, those without remarks before approximate and inferred ones."""
    date = _say(claim)
    return _width(claim), is_approximate(date), is_inferred(date), claim.date_basis, claim.claim_id


def _say(claim):
    """A dated claim's date as EDTF."""
    return claim.date or claim.period or f"[{claim.earliest}..{claim.latest}]"


def _find_conflicts(claims):
    """Exact numbers, and days, that cannot both be right, each with the claims that state them."""
    conflicts = []
    exact = [claim for claim in claims if is_exact(claim)]
    if len({claim.low for claim in exact}) > 1:
        conflicts.append(_set_side_by_side("count", exact, lambda claim: claim.low))
    days = [claim for claim in claims if claim.earliest and claim.earliest == claim.latest]
    if len({claim.earliest for claim in days}) > 1:
        conflicts.append(_set_side_by_side("date", days, _say))
    return conflicts


def _set_side_by_side(field, claims, read):
    """One conflict: the field, its values in order, and the claims beside each value."""
    values = sorted({read(claim) for claim in claims})
    return {
        "field": field,
        "values": values,
        "claims": [[claim.claim_id for claim in claims if read(claim) == value] for value in values],
    }
