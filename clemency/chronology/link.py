"""Claims become events: what several sentences report is one act, and what is in doubt stays apart."""

import collections
import itertools

from clemency.chronology.acts import NARROW, PERIOD, Act, Context, find_family, find_witnesses, hash_name, read_days
from clemency.chronology.check_sums import find_terms
from clemency.chronology.counts import is_exact
from clemency.chronology.events import describe_claim, make_event
from clemency.chronology.places import are_apart
from clemency.chronology.register import Register
from clemency.chronology.rules import RULES, find_rule
from clemency.chronology.totals import link_totals
from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.messages import mark, say

MOST_DOUBTS = 5


def link_claims(claims, documents):
    """Events of all claims of acts and of totals, sorted by (earliest day or "9999", kind, event id).

    Claims of what occurred or was announced are linked among each other; those of any other status among their own.
    The result does not depend on the order of the claims.
    """
    context = Context(documents)
    relevant = sorted((claim for claim in claims if claim.kind in EVENT_KINDS), key=lambda claim: claim.claim_id)
    reports = [claim for claim in relevant if claim.measure in ("event", "flow")]
    statuses = [OCCURRED] + [(status,) for status in sorted({c.status for c in reports} - set(OCCURRED))]
    events = []
    for chosen in statuses:
        acts = _group_reports([claim for claim in reports if claim.status in chosen], context, chosen != OCCURRED)
        names = {id(act): name_event(act.claims()) for act in acts}
        events += [make_event(act, names[id(act)], _list_doubts(act, names)) for act in acts]
    totals = [claim for claim in relevant if claim.measure == "cumulative"]
    events += link_totals(totals, events, {claim.claim_id: claim for claim in claims}, context)
    return sorted(events, key=lambda event: (event.earliest or "9999", event.kind, event.event_id))


def name_event(claims):
    """The stable name of an event: made from the smallest id among its claims."""
    return f"event-{hash_name('event', min(claim.claim_id for claim in claims))}"


def _list_doubts(act, names):
    """The doubts of an act, by the other event's name."""
    doubts = [{"event": names[key], "reason": reason} for key, (_, reason) in act.doubts.items() if key in names]
    return sorted(doubts, key=lambda doubt: doubt["event"])


def _group_reports(claims, context, stands_apart):
    """Claims of one status as acts, the most precise statements first, and parts put to their wholes at the end."""
    ids = {claim.claim_id for claim in claims}
    stated = {claim.claim_id: claim.part_of for claim in claims if claim.part_of in ids}
    wholes_of = _find_terms_of_sums([claim for claim in claims if claim.claim_id not in stated]) | stated
    parts = [claim for claim in claims if claim.claim_id in wholes_of]
    wholes = [claim for claim in claims if claim.claim_id not in wholes_of]
    register = Register()
    for group in _order_groups(find_witnesses(wholes, context)):
        _place_group(group, register, stands_apart)
    return _place_parts(parts, wholes_of, register, context)


def _find_terms_of_sums(claims):
    """{claim id: id of the whole} for numbers of one document and family that add up to another of its numbers."""
    groups = {}
    for claim in claims:
        if is_exact(claim) and claim.low > 1:
            groups.setdefault((claim.document, find_family(claim.kind)), []).append(claim)
    found = {}
    for group in groups.values():
        for whole in sorted(group, key=lambda claim: (-claim.low, claim.claim_id)):
            terms = find_terms(whole, [c for c in group if c.claim_id not in found and _are_near(c, whole)])
            found |= {term.claim_id: whole.claim_id for term in terms or ()}
    return found


def _are_near(claim, whole):
    """Whether the days of two claims lie no more than a week apart, as far as they are known."""
    (first, last), (other_first, other_last) = read_days(claim), read_days(whole)
    if None in (first, last, other_first, other_last):
        return True
    return max(first - other_last, other_first - last) <= NARROW


def _order_groups(witnesses):
    """Witnesses in the order in which they are placed; equal exact numbers on one day, or the next, come together."""
    chains = _chain_same_counts([w for w in witnesses if _is_anchor(w)])
    chains.sort(key=lambda chain: (-len(chain), chain[0].head.claim_id))
    others = sorted((w for w in witnesses if not _is_anchor(w)), key=_rank_precision)
    return chains + [[witness] for witness in others]


def _is_anchor(witness):
    """Whether a witness states an exact number of more than two for a known day, or nearly."""
    return witness.width is not None and witness.width <= NARROW and is_exact(witness.head) and not witness.is_small


def _rank_precision(witness):
    """Counted before uncounted, dated before undated, short before long, exact before hedged."""
    width = witness.width
    span = 3 if width is None else 0 if width <= NARROW else 1 if width <= PERIOD else 2
    return (
        witness.head.relation is None,
        span,
        not is_exact(witness.head),
        -1 if width is None else width,
        witness.head.claim_id,
    )


def _chain_same_counts(witnesses):
    """Groups of witnesses with one number whose days lie a day apart at most, over three days at most."""
    groups = {}
    for witness in sorted(witnesses, key=lambda w: (w.first, w.last, w.head.claim_id)):
        groups.setdefault((find_family(witness.head.kind), witness.head.low), []).append(witness)
    chains = []
    for group in groups.values():
        open_chains = []
        for witness in group:
            open_chains = [chain for chain in open_chains if witness.first <= chain.first + 2]
            chain = next((chain for chain in open_chains if chain.continues_with(witness)), None)
            if chain is None:
                chain = _Chain(witness.first)
                open_chains.append(chain)
                chains.append(chain)
            chain.add(witness)
    return [_put_middle_first(chain.witnesses) for chain in chains]


class _Chain:
    """Witnesses with one number whose days adjoin, in one country and in sentences of their own."""

    def __init__(self, first):
        self.first, self.last = first, first
        self.witnesses, self._places, self._sentences = [], set(), set()

    def continues_with(self, witness):
        """Whether a witness's day adjoins those of the chain, in the same country and in another sentence.

        Whoever writes two numbers in one sentence means two counts.
        """
        if witness.first > self.last + 1 or any(are_apart(witness.places, places) for places in self._places):
            return False
        return self._sentences.isdisjoint(_list_sentences(witness))

    def add(self, witness):
        """Take a witness in."""
        self.witnesses.append(witness)
        self.last = max(self.last, witness.last)
        self._places.add(tuple(witness.places))
        self._sentences.update(_list_sentences(witness))


def _list_sentences(witness):
    """The sentences that a witness stands in."""
    return {(claim.document, claim.sentence_start) for claim in witness.claims}


def _put_middle_first(chain):
    """A chain with the witness in front whose day most others share or adjoin, the shortest date first."""
    same = collections.Counter((witness.first, witness.last) for witness in chain)
    near = {
        (first, last): sum(times for days, times in same.items() if first <= days[1] + 1 and days[0] <= last + 1)
        for first, last in same
    }
    return sorted(
        chain,
        key=lambda w: (-near[w.first, w.last], w.width, -same[w.first, w.last], w.first, w.head.claim_id),
    )


def _place_group(group, register, stands_apart):
    """Put witnesses to the act that one rule speaks for before all others, or make them an act of their own."""
    first, *others = group
    act, rule, rivals = _choose_act(first, register, stands_apart)
    if act is None:
        choices = (_choose_act(witness, register, stands_apart) for witness in others)
        act, rule, _ = next((choice for choice in choices if choice[0] is not None), (None, "", ()))
    if act is None:
        register.add(_begin_act(group, _find_doubts(first, rivals, register)))
        return
    for witness in group:
        as_part = act.judge_count(witness) == "part"
        act.add(witness, rule, _explain(rule, act, witness), as_part)


def _begin_act(group, doubts):
    """The act that a group of witnesses makes, with the first of the doubts whether it is one of the others."""
    first, *others = group
    act = Act(first)
    for other, reason in itertools.islice(doubts, MOST_DOUBTS):
        act.doubts[id(other)] = (other, reason)
        other.doubts[id(act)] = (act, reason)
    for witness in others:
        _add_same_count(act, witness)
    return act


def _add_same_count(act, witness):
    """A witness of a chain joins the act that its first witness made."""
    rule = "same_count_same_day" if act.judge_day(witness) == "day" else "same_count_next_day"
    act.add(witness, rule, _explain(rule, act, witness))


_OWN_REASONS = {
    "same_person": mark("Both name the same person."),
    "same_wave": mark("Both give the wave the same number; other acts would fit as well, but for that."),
    "same_names": mark("Both name the same people; other acts would fit as well, but for that."),
    "repeat_in_document": mark("The document states the number {new} twice, once without a date."),
    "same_statement_in_document": mark("The document speaks of it twice, without number or date."),
}


def _explain(rule, act, witness):
    """The reason of a rule, with the numbers filled in."""
    pattern = next((known.reason for known in RULES if known.name == rule), None) or _OWN_REASONS[rule]
    old, new = describe_claim(act.find_core()), describe_claim(witness.head)
    return say(pattern, old=old, new=new, New=new[:1].upper() + new[1:])


def _choose_act(witness, register, stands_apart):
    """(act, rule name, rivals): the one act that the strongest rule names; None if several come up alike, the rivals.

    Of acts that one rule names those of the same kind, then of the same days come up before others.
    """
    found = {}
    for act in register.find(witness):
        if match := _match(act, witness, stands_apart):
            rank, rule = match
            strength = rank, witness.head.kind not in act.kinds, (act.first, act.last) != (witness.first, witness.last)
            found.setdefault(strength, []).append((act, rule))
    best = found[min(found)] if found else []
    if len(best) == 1:
        return *best[0], ()
    rivals = [act for act, _ in best]
    act, rule = _break_tie(rivals, witness) if rivals else (None, "")
    return act, rule, rivals


def _break_tie(acts, witness):
    """(act, rule) of the only one of several acts that shares a witness's wave or names best; None if none does."""
    wave = witness.wave
    same = [act for act in acts if wave and any(other.wave == wave for other in act.witnesses)]
    if len(same) == 1:
        return same[0], "same_wave"
    names = witness.all_names
    shared = [max(len(names & other.all_names) for other in act.witnesses) for act in acts]
    best = max(shared)
    return (acts[shared.index(best)], "same_names") if best and shared.count(best) == 1 else (None, "")


def _match(act, witness, stands_apart):
    """The rank and name of the strongest rule that puts a witness to an act, or None."""
    day = act.judge_day(witness)
    counted = day and act.judge_count(witness)
    if counted is None or act.excludes(witness, counted):
        return None
    if witness.is_small or act.head.is_small:
        same = witness.is_small and act.head.is_small and counted == "equal" and day != "undated"
        return (0, "same_person") if same and witness.names & act.head.names else None
    if day in ("undated", "before") and (own := _match_in_document(act, witness, counted, stands_apart)):
        return own
    if day == "undated" or (day == "before" and stands_apart):
        return None
    match = find_rule(act, witness, counted, day)
    return (match[0], match[1].name) if match else None


def _match_in_document(act, witness, counted, stands_apart):
    """An undated statement belongs to an act only inside one document, by number or, if only planned, by kind."""
    if not any(claim.document in act.documents for claim in witness.claims):
        return None
    if counted == "equal":
        return 0, "repeat_in_document"
    same = act.head.head.kind == witness.head.kind and act.head.head.relation is None
    return (1, "same_statement_in_document") if stands_apart and same and witness.head.relation is None else None


def _find_doubts(witness, rivals, register):
    """Acts that a witness may be of although no rule could put it there, each with the reason, as (act, sentence)."""
    if rivals:
        return ((act, say("Several acts fit this claim alike.")) for act in rivals)
    return ((act, reason) for act in register.find(witness) if (reason := _find_doubt(act, witness)))


def _find_doubt(act, witness):
    """Why an act and a witness that no rule links may be one after all, as a sentence; "" if nothing suggests it."""
    if act.first != witness.first or act.last != witness.last or act.width is None:
        return ""
    head, other = act.head.head, witness.head
    if head.relation is None or other.relation is None or head.kind != other.kind:
        return ""
    if act.documents.isdisjoint(claim.document for claim in witness.claims):
        return say("Same kind and same day, but other numbers.") if act.width == 0 else ""
    agrees = not is_exact(witness.head) and act.judge_count(witness) == "agree"
    return say("One sentence gives both numbers; one may be a part of the other.") if agrees else ""


def _place_parts(parts, wholes_of, register, context):
    """Claims that are a part of another's people join its act, as parts."""
    acts = {claim.claim_id: act for act in register.acts for claim in act.claims()}
    waiting = {claim.claim_id: claim for claim in sorted(parts, key=lambda claim: claim.claim_id)}
    while waiting:
        ready = [claim for claim in waiting.values() if wholes_of[claim.claim_id] in acts]
        for claim in ready or [next(iter(waiting.values()))]:  # a ring of parts without a whole: one stands for itself
            witness = find_witnesses([claim], context)[0]
            act = acts.get(wholes_of[claim.claim_id])
            if act is None:
                act = Act(witness)
                register.add(act)
            elif claim.part_of:
                act.add(witness, "stated_part", say("The document counts them as a part of the others."), as_part=True)
            else:
                act.add(witness, "adds_up", say("The document's numbers add up to that of the others."), as_part=True)
            acts[claim.claim_id] = act
            del waiting[claim.claim_id]
    return register.acts
