"""Of more claims than a report can print, those that it shows: the most consequential, and what they hang on.

What is left out is counted wherever numbers are given, and stands in the data. No number of persons is made here.
"""

import collections
import dataclasses
import itertools

from clemency.chronology.checks import find_checks
from clemency.chronology.counts import is_exact, read_bounds
from clemency.claims.claim import EVENT_KINDS, OCCURRED, SOURCE_CLASSES
from clemency.comparison.coverage import find_side_by_side

MOST_CLAIMS = 250  # each with its sentence in the evidence: the PDF has some 5 MB then, and 130 pages
MOST_ACTS = 45  # about as many rows as one page of a chart has
MOST_TOTALS = 8
MOST_SET_APART = 12
MOST_STOCKS = 24
MOST_PAIRS = 20
MOST_VOICES = 4  # claims of one act: every class of sources, and numbers that differ
FIT = ("comparable", "with_caveats")


def choose_excerpt(results):
    """The results that a report shows: all of them, or of more than `MOST_CLAIMS` claims an excerpt.

    An excerpt's events name the claims and the events that are in it; `full` holds everything.
    """
    if len(results.claims) <= MOST_CLAIMS:
        if results.folder:
            results.folder.read_texts(results.documents)
            results.checks = _find_checks(results.documents, results)
        return results
    pairs = _choose_pairs(results)
    events = _choose_events(results, pairs)
    names = {claim for pair in pairs for claim in (pair.official, pair.human_rights)}
    names |= {claim.claim_id for claim in _choose_stocks(results)}
    for event in events:
        names |= _choose_voices(event, results, names)
    claims = [claim for claim in results.claims if claim.claim_id in names]
    told = {claim.document for claim in claims}
    documents = [document for document in results.documents if document.document in told]
    if results.folder:
        results.folder.read_texts(documents)
    ids = {event.event_id for event in events}
    checks = _find_checks(documents, results) if results.folder else results.checks
    return dataclasses.replace(
        results,
        documents=documents,
        claims=claims,
        events=[_cut_event(event, names, ids) for event in events],
        comparisons=pairs,
        nearest=[pair for pair in results.nearest if pair in pairs],
        checks=[check for check in checks if check.document in told and names.issuperset(check.claims)],
        full=results,
    )


def choose_documents(results, most):
    """The documents of a report; of an excerpt some, those that most of its claims stand in."""
    if not results.full:
        return results.documents
    claims = collections.Counter(claim.document for claim in results.claims)
    chosen = {name for name, _ in sorted(claims.items(), key=lambda item: (-item[1], item[0]))[:most]}
    return [document for document in results.documents if document.document in chosen]


def _find_checks(documents, results):
    """The arithmetic of some documents whose texts are known only now, as far as it is about claims that are kept.

    Terms of a sum may be claims that the parameters keep out; of shortened texts only those that are kept are known.
    """
    told = {document.document for document in documents}
    claims = {claim.claim_id: claim for claim in results.claims if claim.document in told}
    if not results.shortened:
        claims = {row.claim_id: row for row in results.folder.read_rows("claims", names=sorted(told))} | claims
    checks = find_checks(documents, list(claims.values()))
    return [check for check in checks if not check.claims or not results.claim_of.keys().isdisjoint(check.claims)]


def _choose_pairs(results):
    """Comparable pairs of the most persons, at most one of an act; else those that come nearest."""
    event_of = {claim: event.event_id for event in results.events for claim in event.claims}
    fit = {}
    ranked = sorted(
        (pair for pair in results.comparisons if pair.verdict in FIT),
        key=lambda pair: (pair.verdict, -_count_least(results.claim_of[pair.official]), pair.comparison_id),
    )
    for pair in ranked:
        fit.setdefault(event_of.get(pair.official, pair.official), pair)
    chosen = list(fit.values())[:MOST_PAIRS]
    names = {pair.comparison_id for pair in chosen + results.nearest[: MOST_PAIRS - len(chosen)]}
    return [pair for pair in results.comparisons if pair.comparison_id in names]


def _count_least(item):
    """The least number of persons that an act or a claim allows; 0 if it states none."""
    return read_bounds(item.low, item.high, item.relation)[0] or 0


def _choose_events(results, pairs):
    """Acts, totals, and acts that have not happened, each as many as can be shown, in the order of all events."""
    acts = [event for event in results.events if event.measure == "event" and event.status in OCCURRED]
    totals = [event for event in results.events if event.measure == "cumulative" and event.status in OCCURRED]
    apart = [event for event in results.events if event.status not in OCCURRED]
    latest = sorted(totals, key=lambda event: (event.latest or "", _count_least(event), event.event_id), reverse=True)
    later = sorted(apart, key=lambda event: (event.earliest or "", event.event_id), reverse=True)
    chosen = _rank_acts(acts, results, pairs)[:MOST_ACTS] + latest[:MOST_TOTALS] + later[:MOST_SET_APART]
    names = {event.event_id for event in chosen}
    return [event for event in results.events if event.event_id in names]


def _rank_acts(acts, results, pairs):
    """Acts that sentences name and those of comparable pairs, then the largest of each kind in turn.

    Of one size the act of which more documents tell goes first.
    """
    paired = {claim for pair in pairs for claim in (pair.official, pair.human_rights)}
    voices = find_side_by_side(results.events, results.claims)
    named = (
        {max(voices, key=lambda row: (row.event.latest or "", row.event.event_id)).event.event_id} if voices else set()
    )
    dated = sorted(
        (act for act in acts if act.earliest), key=lambda act: (act.earliest, act.latest or "9999", act.event_id)
    )
    named |= {act.event_id for act in (*dated[:1], *dated[-1:])}
    first = [act for act in acts if act.event_id in named or not paired.isdisjoint(act.claims)]
    by_size = sorted(acts, key=lambda act: (-_count_least(act), -len(act.claims), act.event_id))
    by_kind = [[act for act in by_size if act.kind == kind] for kind in EVENT_KINDS]
    in_turn = [act for row in itertools.zip_longest(*by_kind) for act in row if act]
    return list({act.event_id: act for act in first + in_turn}.values())


def _choose_stocks(results):
    """The latest counts of people held, those of named sources first; what one source says again counts once."""
    stocks = {}
    for claim in results.claims:
        if claim.measure == "stock" and claim.status in OCCURRED and claim.relation and claim.latest:
            stocks.setdefault((claim.source_class, claim.source_name, claim.kind, claim.latest, claim.low), claim)
    ranked = sorted(stocks.values(), key=lambda claim: (claim.latest, claim.claim_id), reverse=True)
    named = [claim for claim in ranked if claim.source_name and claim.source_class != "media"]
    return list({claim.claim_id: claim for claim in ranked[:1] + named + ranked}.values())[:MOST_STOCKS]


def _choose_voices(event, results, names):
    """The claims of an event that are shown: for each class of sources and number the most exact, some of them."""
    groups = {}
    claims = [results.claim_of[name] for name in event.claims if name in results.claim_of]
    claims.sort(key=lambda claim: (not is_exact(claim), claim.earliest != claim.latest, claim.claim_id))
    for claim in claims:
        groups.setdefault((claim.source_class, claim.low, claim.high, claim.relation), []).append(claim)
    ranked = sorted(groups, key=lambda key: (key[3] is None, -len(groups[key]), SOURCE_CLASSES.index(key[0]), str(key)))
    first = {key[0]: key for key in reversed(ranked)}  # the number that a class of sources tells most
    chosen = [groups[key][0].claim_id for key in dict.fromkeys([*first.values(), *ranked])]
    own = [name for name in event.claims if name in names]
    return set([*own, *chosen][: max(MOST_VOICES, len(own))])


def _cut_event(event, names, ids):
    """An event with only those claims and other events that are in the excerpt."""
    return dataclasses.replace(
        event,
        claims=[name for name in event.claims if name in names],
        contains=[name for name in event.contains if name in ids],
        may_contain=[name for name in event.may_contain if name in ids],
        conflicts=[cut for conflict in event.conflicts if (cut := _cut_conflict(conflict, names))],
        links=[link for link in event.links if names.issuperset(link["claims"])],
        doubts=[doubt for doubt in event.doubts if doubt["event"] in ids],
    )


def _cut_conflict(conflict, names):
    """A conflict with the claims that are in the excerpt, or None if fewer than two versions are left."""
    claims = [[name for name in group if name in names] for group in conflict["claims"]]
    told = [(value, group) for value, group in zip(conflict["values"], claims, strict=True) if group]
    if len(told) < 2:
        return None
    return {**conflict, "values": [value for value, _ in told], "claims": [group for _, group in told]}
