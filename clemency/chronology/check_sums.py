"""Sums: groups and their whole, steps and their total, a named person and others, headline and body."""

import functools
import itertools

from clemency.chronology.acts import find_family
from clemency.chronology.check_parts import make_check, quote_claims, quote_span
from clemency.chronology.counts import is_exact, judge_counts, read_statement
from clemency.chronology.wording import describe_count, say_part
from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.messages import join, mark, say, write_number

PARTITIONS = (("women", "men"),)  # groups that together make a whole; others overlap
NEARBY = 1200  # characters: the numbers of one calculation stand together
LEAST_WHOLE = 100  # below, three numbers add up by chance too easily unless one sentence holds them
MOST_TERMS = 4
MOST_NEIGHBOURS = 12


def _state_sum(terms, total, stated):
    """An addition in words; one that doesn't come out names the stated number too."""
    said = " + ".join(say(term, **values) for term, values in terms)
    if total == stated:
        return say("{terms} = {total}", terms=said, total=total)
    return say("{terms} = {total}, not {stated}", terms=said, total=total, stated=stated)


def find_groups(document, claims):
    """Women and men make up a whole, and no group is larger than the whole that it is a part of."""
    checks = []
    for claim in claims:
        if not is_exact(claim):
            continue
        for names in PARTITIONS:
            if all(name in claim.breakdown for name in names):
                values = [claim.breakdown[name] for name in names]
                state = functools.partial(_state_groups, claim, names)
                reason = say(
                    "The groups {groups} were added up and set against the number of all.",
                    groups=join([say_part(name) for name in names]),
                )
                evidence = quote_claims(document, [claim])
                checks.append(make_check("parts", document, state, sum(values) == claim.low, reason, evidence, [claim]))
        for name, value in sorted(claim.breakdown.items()):
            if value > claim.low:
                state = functools.partial(_state_excess, name, value, claim.low)
                reason = say("A group was set against the number of all.")
                checks.append(
                    make_check("parts", document, state, False, reason, quote_claims(document, [claim]), [claim])
                )
    return checks


def _state_groups(claim, names):
    """The groups of a claim as a sum."""
    values = [claim.breakdown[name] for name in names]
    terms = [(mark("{n} {group}"), {"n": n, "group": say_part(name)}) for name, n in zip(names, values, strict=True)]
    return _state_sum(terms, sum(values), claim.low)


def _state_excess(name, value, whole):
    """That a group is larger than its whole."""
    return say(
        "{n} ({group}) are more than the {all} of which they are a part", n=value, group=say_part(name), all=whole
    )


def find_sums(document, claims):
    """Numbers that stand near each other and add up to another one, or that a colon announces as its parts."""
    exact = [claim for claim in claims if is_exact(claim) and claim.low > 1 and claim.part_of is None]
    checks = []
    for whole in exact:
        terms = find_terms(whole, exact)
        holds = terms is not None
        terms = terms or _find_announced_terms(document, whole, exact)
        if not terms:
            continue
        total = sum(term.low for term in terms)
        state = functools.partial(_state_sum, [("{n}", {"n": term.low}) for term in terms], total, whole.low)
        reason = say("Numbers of one passage were added up and set against the number that they make up.")
        evidence = quote_claims(document, [*terms, whole])
        checks.append(make_check("parts", document, state, holds, reason, evidence, [*terms, whole]))
    return checks


def find_terms(whole, claims):
    """The fewest claims near a whole whose numbers add up to it, or None; small wholes only from one sentence."""
    near = [claim for claim in claims if claim.low < whole.low and abs(claim.start - whole.start) <= NEARBY]
    if whole.low < LEAST_WHOLE:
        near = [claim for claim in near if claim.sentence_start == whole.sentence_start]
    near.sort(key=lambda claim: (abs(claim.start - whole.start), claim.start))
    near = sorted(near[:MOST_NEIGHBOURS], key=lambda claim: claim.start)
    for size in range(2, MOST_TERMS + 1):
        for terms in itertools.combinations(near, size):
            if sum(term.low for term in terms) == whole.low:
                return list(terms)
    return None


def _find_announced_terms(document, whole, exact):
    """The two or more numbers of the same sentence that follow a whole after a colon."""
    same = [claim for claim in exact if claim.sentence_start == whole.sentence_start and claim.start > whole.end]
    if len(same) < 2 or ":" not in document.text[whole.end : same[0].start]:
        return None
    return same


def find_waves(document, claims):
    """Acts that a document counts one by one cannot be more than the total that it gives for their period."""
    checks = []
    for total in claims:
        if total.measure != "cumulative" or total.kind not in EVENT_KINDS or total.low is None or not total.latest:
            continue
        acts = sorted((c for c in claims if _lies_inside(c, total)), key=lambda c: (c.earliest, c.latest, c.start))
        if not acts:
            continue
        known = sum(act.low for act in acts)
        bound = total.high if total.high is not None else total.low
        holds = known <= bound or total.relation in (">", ">=")
        state = functools.partial(_state_waves, [act.low for act in acts], bound, total.relation, holds)
        reason = say("Acts that the document counts one by one were set against its total for the period.")
        evidence = quote_claims(document, [*acts, total])
        checks.append(make_check("waves", document, state, holds, reason, evidence, [*acts, total]))
    return checks


def _state_waves(numbers, bound, relation, holds):
    """Single acts as a sum beside a total."""
    relation = relation if relation in (">", ">=", "~") else "="
    known = {"terms": " + ".join(map(write_number, numbers)), "total": describe_count(bound, bound, relation)}
    if len(numbers) > 1:
        known["terms"] = say("{terms} = {total}", terms=known["terms"], total=sum(numbers))
    if holds:
        return say("{terms}, within the total of {total}", **known)
    return say("{terms}, more than the total of {total}", **known)


def _lies_inside(claim, total):
    """Whether a claim counts, exactly, an act of the total's kind on days inside its period."""
    return (
        claim.kind == total.kind
        and claim.measure in ("event", "flow")
        and claim.status in OCCURRED
        and is_exact(claim)
        and claim.part_of is None
        and claim.earliest is not None
        and claim.latest is not None
        and (total.earliest or "") <= claim.earliest
        and claim.latest <= total.latest
    )


def find_named_and_others(document, claims, words):
    """Persons named and "n others" make up a number that the document states elsewhere, or that was read for them."""
    checks, seen = [], set()
    for pattern in words.and_others:
        for match in pattern.finditer(document.text, document.body_start, document.body_end):
            named, start = _count_names(document, match.start())
            if not named or match.start("n") in seen:
                continue
            seen.add(match.start("n"))
            others = words.read_number(match["n"])
            check = _set_against(document, claims, words, (named, others), (start, match.end()))
            checks += [check] if check else []
    return checks


def _count_names(document, end):
    """How many names lead up to a place, and where the first begins: "A, B and …" are two."""
    line = max(document.text.rfind("\n", 0, end), document.text.rfind(". ", 0, end)) + 1
    pieces = document.text[line:end].rstrip(" ,").split(",")
    named, start = 0, end
    for index in range(len(pieces) - 1, -1, -1):
        tokens = pieces[index].split()
        run = list(itertools.takewhile(lambda word: word[:1].isupper(), reversed(tokens)))
        if not run or len(run) > 4:
            break
        named += 1
        offset = line + len(",".join(pieces[:index])) + (index > 0)
        piece = document.text[offset:end]
        start = offset + piece.index(run[-1])
        if len(run) < len(tokens):
            break
    return named, start


def _set_against(document, claims, words, numbers, span):
    """The check of names and others against the number that another place gives; None if no place gives any."""
    named, others = numbers
    total = named + others
    elsewhere = [
        (start, end)
        for value, start, end in words.find_numbers(document.text[: document.body_end])
        if value == total and not (start < span[1] and span[0] < end)
    ]
    here = [claim for claim in claims if claim.start < span[1] and span[0] < claim.end]
    rivals = [] if elsewhere else [claim for claim in claims if any(_rivals(claim, own, total) for own in here)]
    if not elsewhere and not rivals:
        return None
    compared = total if elsewhere else rivals[0].low
    terms = [(mark("{n} named"), {"n": named}), (mark("{n} others"), {"n": others})]
    state = functools.partial(_state_sum, terms, total, compared)
    places = [span, *(elsewhere[:1] or [(rivals[0].start, rivals[0].end)])]
    evidence = [quote_span(document, *place) for place in sorted(places)]
    reason = say("Those named and the others were added up and set against the number of all.")
    return make_check("named_and_others", document, state, bool(elsewhere), reason, evidence, here + rivals[:1])


def _rivals(claim, own, total):
    """Whether a claim gives the people of another one, of the same day, a number a little different."""
    same = claim is not own and claim.date and claim.date == own.date
    return same and find_family(claim.kind) == find_family(own.kind) and is_exact(claim) and abs(claim.low - total) <= 2


def find_headline_numbers(document, claims):
    """The number that the headline gives is the one that the body gives."""
    headline = [(s.start, s.end) for s in document.sentences if s.zone == "headline"]
    if not headline:
        return []
    checks = []
    for claim in claims:
        places = [(claim.start, claim.end)] + [(place["start"], place["end"]) for place in claim.appearances]
        above = [place for place in places if any(start <= place[0] < end for start, end in headline)]
        below = [place for place in places if place not in above]
        if not above or claim.relation is None or claim.kind not in EVENT_KINDS:
            continue
        if below:
            evidence = [quote_span(document, *place) for place in sorted(places)]
            given = claim.low if claim.low is not None else claim.high
            state = functools.partial(say, mark("headline and body both give {n}"), n=given)
            reason = say("The number of the headline was set against that of the body.")
            checks.append(make_check("headline", document, state, True, reason, evidence, [claim]))
        else:
            checks += _set_against_body(document, claim, claims, headline)
    return checks


def _set_against_body(document, claim, claims, headline):
    """A headline's number that no claim of the body bears out, though the body counts one such act that day."""
    body = [
        other
        for other in claims
        if other is not claim
        and other.relation is not None
        and other.measure == claim.measure
        and find_family(other.kind) == find_family(claim.kind)
        and not any(start <= other.start < end for start, end in headline)
    ]
    own = read_statement(claim)
    if any(judge_counts(own, read_statement(other)) in ("equal", "agree", "part") for other in body):
        return []
    same_day = [other for other in body if other.date == claim.date and is_exact(other)]
    if len(same_day) != 1 or not is_exact(claim):
        return []
    other = same_day[0]
    state = functools.partial(say, mark("headline {n}, body {other}"), n=claim.low, other=other.low)
    reason = say("The number of the headline was set against that of the body.")
    pair = [claim, other]
    return [make_check("headline", document, state, False, reason, quote_claims(document, pair), pair)]
