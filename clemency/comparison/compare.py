"""Each official number is set against each rights group's number, and asked whether that may be done at all."""

import bisect
import itertools

from clemency.chronology.acts import hash_name
from clemency.chronology.counts import is_exact, read_bounds
from clemency.chronology.places import find_places
from clemency.comparison import conditions
from clemency.comparison.comparison import CONDITIONS, Comparison
from clemency.comparison.wording import describe_claim
from clemency.documents.edtf import is_approximate
from clemency.messages import say

PAIRS_IN_FULL = 20_000  # up to here every pair is compared; beyond, those that have a chance, and the near ones
EVENT_PAIRS = 100  # of one event: its claims say much the same, and a reader wants some of them beside each other
NEAREST = 5  # claims that each claim meets by date, and at least one however many claims there are
NEAR_PAIRS = 50_000  # as many pairs are wanted of those that are only near: a table that a spreadsheet still opens
MANY = 5_000  # claims: of more, those that state the same stand for each other


def compare_claims(claims, events, documents, official_sources=(), human_rights_sources=()):
    """Comparisons of counted official with counted rights groups' claims, by comparison id; empty filters take all.

    Every pair is compared up to `PAIRS_IN_FULL`. In a larger corpus each claim meets those of the other side that
    report the same event, and the `NEAREST` of the same measure by date; so does an event of more than `EVENT_PAIRS`
    within itself. Of more than `MANY` claims the first by id speaks for all that state the same.
    """
    officials = _choose_claims(claims, "official", official_sources)
    rights = _choose_claims(claims, "human_rights", human_rights_sources)
    corpus = _Corpus(events, documents)
    if len(officials) + len(rights) > MANY:
        officials, rights = (_tell_apart(side, corpus) for side in (officials, rights))
    pairs = _choose_pairs(officials, rights, corpus.event_of)
    found = [_compare_pair(official, right, corpus) for official, right in pairs]
    return sorted(found, key=lambda comparison: comparison.comparison_id)


class _Corpus:
    """What stands around each claim: its event, the countries of its document, and the words for it, made once."""

    def __init__(self, events, documents):
        self.event_of = {claim_id: event.event_id for event in events for claim_id in event.claims}
        self.places = {document.document: find_places(document) for document in documents}
        self._said = {}

    def describe(self, claim):
        """A claim in words."""
        if claim.claim_id not in self._said:
            self._said[claim.claim_id] = describe_claim(claim)
        return self._said[claim.claim_id]


def _tell_apart(claims, corpus):
    """The first of all claims by which one source states one thing: the conditions have the same answers for each."""
    found = {}
    for claim in claims:
        said = (claim.kind, claim.measure, claim.status, claim.low, claim.high, claim.relation)
        time = (claim.date, claim.period, claim.earliest, claim.latest)
        people = (claim.label, claim.label_source_class, conditions.names_things(claim))
        about = (corpus.event_of.get(claim.claim_id), *corpus.places.get(claim.document, ()))
        found.setdefault((claim.source_name, said, time, people, about), claim)
    return list(found.values())


def _choose_claims(claims, source_class, names):
    """Claims of a class with a number, of the named sources if any are named, by id."""
    wanted = {name.casefold() for name in names}
    chosen = [
        claim
        for claim in claims
        if claim.source_class == source_class
        and claim.relation is not None
        and (not wanted or claim.source_name.casefold() in wanted)
    ]
    return sorted(chosen, key=lambda claim: claim.claim_id)


def _choose_pairs(officials, rights, event_of):
    """The pairs to compare, each once, in the order of their ids."""
    if len(officials) * len(rights) <= PAIRS_IN_FULL:
        return [(official, right) for official in officials for right in rights]
    most = max(1, min(NEAREST, NEAR_PAIRS // (len(officials) + len(rights))))
    found = list(_pair_nearest(officials, rights, most))
    groups = {}
    for side, claims in enumerate((officials, rights)):
        for claim in claims:
            if claim.claim_id in event_of:
                groups.setdefault(event_of[claim.claim_id], ([], []))[side].append(claim)
    for ours, theirs in groups.values():
        small = len(ours) * len(theirs) <= EVENT_PAIRS
        found += itertools.product(ours, theirs) if small else _pair_nearest(ours, theirs, NEAREST)
    pairs = {(official.claim_id, right.claim_id): (official, right) for official, right in found}
    return [pairs[key] for key in sorted(pairs)]


def _pair_nearest(officials, rights, most):
    """Each claim of either side with those of the other that are nearest to it, as (official, rights) pairs."""
    yield from _find_nearest(officials, rights, most)
    yield from ((official, right) for right, official in _find_nearest(rights, officials, most))


def _find_nearest(claims, others, most):
    """Each claim with as many of the others as are of the same measure and nearest by date."""
    groups = {}
    for other in sorted(others, key=lambda other: (other.earliest or "", other.claim_id)):
        if other.earliest:
            groups.setdefault(other.measure, []).append(other)
    days = {measure: [other.earliest for other in group] for measure, group in groups.items()}
    for claim in claims:
        group = groups.get(claim.measure, ())
        if claim.earliest and group:
            place = bisect.bisect_left(days[claim.measure], claim.earliest)
            for other in group[max(0, place - most // 2) : place + most - most // 2]:
                yield claim, other


def _compare_pair(official, rights, corpus):
    """One comparison: seven answers, the verdict, the reasons, and the difference where there is one to speak of."""
    event = corpus.event_of.get(official.claim_id)
    same_event = event is not None and event == corpus.event_of.get(rights.claim_id)
    answers = {
        "measure": conditions.judge_measure(official, rights),
        "unit": conditions.judge_unit(official, rights),
        "population": conditions.judge_population(official, rights, same_event),
        "mechanism": conditions.judge_mechanism(official, rights, same_event),
        "date": conditions.judge_date(official, rights, same_event),
        "territory": conditions.judge_territory(official, rights, same_event, corpus.places),
        "independence": conditions.judge_independence(official, rights),
    }
    caveats = _find_caveats(official, rights)
    verdict = decide_verdict({name: answer for name, (answer, _) in answers.items()}, caveats)
    reasons = [reason for _, reason in answers.values() if reason]
    low, high = None, None
    if verdict in ("comparable", "with_caveats"):
        low, high = bound_difference(official, rights)
        reasons += caveats
    return Comparison(
        comparison_id=f"pair-{hash_name('pair', official.claim_id, rights.claim_id)}",
        official=official.claim_id,
        human_rights=rights.claim_id,
        **{name: answers[name][0] for name in CONDITIONS},
        verdict=verdict,
        difference_low=low,
        difference_high=high,
        reasons=reasons,
        summary=_summarize((corpus.describe(official), corpus.describe(rights)), verdict, reasons, (low, high)),
    )


def _find_caveats(official, rights):
    """What a reader must keep in mind even where all conditions are met."""
    caveats = []
    if not is_exact(official) or not is_exact(rights):
        caveats.append(say("At least one of the two numbers is not exact."))
    if any(is_approximate(claim.period or claim.date or "") for claim in (official, rights)):
        caveats.append(say("At least one of the two dates is approximate."))
    elif official.measure == "stock" and official.earliest != official.latest:
        caveats.append(say("The two numbers may be of different days of the same month."))
    return caveats


def decide_verdict(answers, caveats):
    """Comparable if all seven are met; one of the first six that is not known, or not met, is never made good.

    Sources whose independence is unknown, or that are one, leave `with_caveats` at best, and so does any caveat.
    """
    first = [answers[name] for name in CONDITIONS if name != "independence"]
    if "no" in first:
        return "not_comparable"
    if "unknown" in first:
        return "unknown"
    return "comparable" if answers["independence"] == "yes" and not caveats else "with_caveats"


def bound_difference(official, rights):
    """Least and greatest value of the official number less the rights group's; None for an end that stays open."""
    low, high = read_bounds(official.low, official.high, official.relation)
    other_low, other_high = read_bounds(rights.low, rights.high, rights.relation)
    least = None if low is None or other_high is None else low - other_high
    greatest = None if high is None or other_low is None else high - other_low
    return least, greatest


def _summarize(described, verdict, reasons, difference):
    """The comparison of two claims, given in words, in one sentence."""
    one, other = described
    joined = "; ".join(reason[0].lower() + reason[1:].rstrip(".") for reason in reasons)
    said = {"one": one, "other": other, "reasons": joined, "difference": _say_difference(*difference)}
    if verdict == "not_comparable":
        return say("{one} cannot be set against {other}: {reasons}.", **said)
    if verdict == "unknown":
        return say("Whether {one} can be set against {other} is not known: {reasons}.", **said)
    if verdict == "with_caveats":
        return say("{one} can be set against {other}: {difference}, with care: {reasons}.", **said)
    return say("{one} can be set against {other}: {difference}.", **said)


def _say_difference(low, high):
    """A bounded difference, official number less the rights group's, in words."""
    if low is None and high is None:
        return say("the difference cannot be computed")
    if high is None:
        return say("the official number less the other is at least {low}", low=low)
    if low is None:
        return say("the official number less the other is at most {high}", high=high)
    if low == high == 0:
        return say("the numbers are the same")
    if low == high and low > 0:
        return say("the official number is {n} higher", n=low)
    if low == high:
        return say("the official number is {n} lower", n=-low)
    return say("the official number less the other is between {low} and {high}", low=low, high=high)


def find_nearest_misses(comparisons, most=3):
    """Pairs that cannot be compared but come closest: most conditions met, then fewest failed, then by id."""
    misses = [comparison for comparison in comparisons if comparison.verdict in ("not_comparable", "unknown")]
    return sorted(misses, key=_rank_miss)[:most]


def _rank_miss(comparison):
    """Most conditions met first, then fewest failed, then by id."""
    answers = [getattr(comparison, name) for name in CONDITIONS]
    return -answers.count("yes"), answers.count("no"), comparison.comparison_id
