"""The findings: sentences generated from the tables, every number in them a link to its evidence."""

from clemency.chronology.totals import sum_known_acts
from clemency.chronology.wording import describe_count, describe_date
from clemency.claims.claim import OCCURRED
from clemency.comparison.coverage import find_side_by_side
from clemency.comparison.wording import describe_claim, describe_people, describe_time
from clemency.documents.edtf import is_inferred, read_bounds
from clemency.report.blocks import cite, link
from clemency.report.evidence import describe_when
from clemency.report.excerpt import FIT
from clemency.report.words import KIND_NAMES, SOURCE_CLASS_NAMES, capitalise, count, join

NAMED_ACTS = 4  # how many acts a sentence names before it counts them instead
MOST_TOTALS = 8  # as many totals have a sentence of their own


def list_acts(results):
    """The acts that happened, in the order of the days that they may have happened on."""
    acts = [event for event in results.events if event.measure == "event" and event.status in OCCURRED]
    return sorted(acts, key=lambda event: (event.earliest or "9999", event.latest or "9999", event.event_id))


def list_totals(results):
    """The cumulative counts of acts that happened, those that reach furthest and count most first."""
    totals = [event for event in results.events if event.measure == "cumulative" and event.status in OCCURRED]
    return sorted(totals, key=lambda event: (event.latest or "", event.low or 0, event.event_id), reverse=True)


def list_set_apart(results):
    """The acts that have not happened: planned, demanded, denied, usual or supposed."""
    return [event for event in results.events if event.status not in OCCURRED]


def list_stocks(results):
    """The claims that count people at one moment, the latest first."""
    stocks = [claim for claim in results.claims if claim.measure == "stock" and claim.status in OCCURRED]
    return sorted(stocks, key=lambda claim: (claim.latest or "", claim.claim_id), reverse=True)


def cite_shown(results, words, *claims):
    """Words that lead to those of some claims that the report shows; of an excerpt that may be none."""
    shown = [claim for claim in claims if claim in results.claim_of]
    return cite(words, *shown) if shown else words


def name_act(event):
    """An act as runs: "the pardon of 16 on 2 July 2025", number and date leading to its claims."""
    name = f"the {KIND_NAMES[event.kind]} "
    if event.low is None and event.high is None:
        return [name, *_name_day(event, "of ")]
    number = describe_count(event.low, event.high, event.relation)
    return [f"{name}of ", cite(number, *event.claims), " ", *_name_day(event, "in ")]


def _name_day(event, preposition):
    """When an act was, as runs; the preposition is for a month or a year."""
    if not event.date:
        return [cite("on a day that is not stated", *event.claims)]
    words = describe_date(event.date)
    if words.startswith(("between", "from", "on", "since", "until", "about")):
        return [cite(words, *event.claims)]
    one_day = event.earliest and event.earliest == event.latest
    return ["on " if one_day else preposition, cite(words, *event.claims)]


def _interleave(groups):
    """Groups of runs as one line: "a, b and c"."""
    line = []
    for index, group in enumerate(groups):
        line += ([" and "] if index == len(groups) - 1 else [", "]) if index else []
        line += group
    return line


def describe_report(results):
    """What the report is and what it rests on: documents, claims and refused numbers."""
    return [
        "This report sets out what news documents say about amnesties, pardons and releases of prisoners: when, how "
        "many, and who says so. Each number leads to the sentence that it was read from. It rests on ",
        link(count(len(results.whole.documents), "document"), "documents"),
        "; ",
        link(count(len(results.whole.claims), "claim"), "table-claims"),
        f" {_was(results.whole.claims)} read in them, and ",
        link(count(len(results.rejected), "more statement"), "refused"),
        f" {_was(results.rejected)} looked at and refused.",
    ]


def _was(rows):
    """The verb for one row or for several."""
    return "was" if len(rows) == 1 else "were"


def find_acts_sentence(results):
    """How many acts the documents report, and which, if they are few."""
    acts = list_acts(results.whole)
    if not acts:
        return ["The documents report no amnesty, pardon or release that happened in this window."]
    if len(acts) > NAMED_ACTS:
        return _count_acts(acts, results)
    return [
        "The documents report ",
        link(count(len(acts), "act"), "chronology"),
        " that happened: ",
        *_interleave([name_act(act) for act in acts]),
        ".",
    ]


def _count_acts(acts, results):
    """Many acts by their kinds, with the first and the last of those that have a date, and how many are in doubt."""
    kinds = [count(sum(act.kind == kind for act in acts), KIND_NAMES[kind]) for kind in _list_kinds(acts)]
    line = ["The documents report ", link(count(len(acts), "act"), "chronology"), f" that happened: {join(kinds)}"]
    shown = {event.event_id: event for event in results.events}
    dated = [shown.get(act.event_id, act) for act in acts if act.earliest]
    if len(dated) > 1:
        line += [". The first is ", *name_act(dated[0]), ", the last ", *name_act(dated[-1])]
    doubtful = [act for act in acts if act.doubts]
    if doubtful:
        claims = [claim for act in doubtful for claim in act.claims]
        line += [
            ". ",
            cite_shown(results, f"{len(doubtful):,} of them", *claims),
            " may be the same act as another one",
        ]
    return [*line, "."]


def _list_kinds(events):
    """The kinds of some events, each once, in the order of the report's words."""
    return [kind for kind in KIND_NAMES if any(event.kind == kind for event in events)]


def find_total_sentences(results):
    """One sentence a cumulative count: what it says, and how much of it the documents name act by act."""
    totals = list_totals(results)
    lines = [_describe_total(total, results) for total in totals[:MOST_TOTALS]]
    more = len(list_totals(results.whole)) - len(lines)
    if more:
        lines.append([link(count(more, "more total"), "table-events"), f" stand{'s' * (more == 1)} among the acts."])
    return lines


def _name_speaker(claim):
    """Who states a claim: the name, or the class if nobody is named."""
    return claim.source_name or SOURCE_CLASS_NAMES[claim.source_class]


def _describe_total(total, results):
    """A cumulative count with its period and source, and how much of it the acts that the documents name make up."""
    return [
        cite(capitalise(describe_people(results.claim_of[total.claims[0]])), *total.claims),
        " in all, ",
        cite(describe_date(total.date), *total.claims),
        f" ({join(list(dict.fromkeys(_name_speaker(results.claim_of[name]) for name in total.claims)))}).",
        *_describe_share(total, results),
    ]


def _list_claims(names, events):
    """The claims that report the events of some names."""
    return [claim for event in events if event.event_id in names for claim in event.claims]


def _describe_share(total, results):
    """Which part of a cumulative count the named acts make up, never as more than the documents give.

    What may be the same as another act, or may lie outside the total, is only perhaps a part of it.
    """
    events = results.whole.events
    total = next(event for event in events if event.event_id == total.event_id)
    share = sum_known_acts(total, events)
    certain = _list_claims(share.acts, events)
    possible = _list_claims(share.possible_acts, events) or certain
    if not certain and not share.possible_acts:
        return [" The documents name no single act that belongs to it."]
    if share.is_more:
        return [
            " The documents name acts with ",
            cite_shown(results, f"at least {share.low:,}", *certain),
            " people, more than that: the two do not count alike.",
        ]
    line = [" The documents name acts with "]
    if share.low:
        line += [
            cite_shown(results, f"{'at least ' if share.high is None else ''}{share.low:,}", *certain),
            " of these people",
        ]
    if share.high is not None and share.high > share.low:
        more = cite_shown(results, f"{share.high - share.low:,}", *possible)
        line += [", and perhaps ", more, " more"] if share.low else ["perhaps ", more, " of these people"]
    if not share.low and share.high is None:
        line += [cite_shown(results, "a number of these people that is not stated", *possible)]
    return [*line, *_say_percentage(total, share, certain + possible, results), "."]


def _say_percentage(total, share, claims, results):
    """The share of a total in per cent as a bound, if the numbers allow one."""
    if not total.low or total.relation not in (">", ">=", "=") or share.high is None:
        return []
    percentage = -(-100 * share.high // total.low)
    words = f"at most {percentage} % of the total" if percentage < 100 else "perhaps all of the total"
    return [": ", cite_shown(results, words, *total.claims, *claims)]


def find_stock_sentences(results):
    """The latest count of people held, and who states it."""
    return [
        [
            "The latest count of people held: ",
            cite(describe_people(latest), latest.claim_id),
            f" ({_name_speaker(latest)}, ",
            cite(describe_time(latest), latest.claim_id),
            ").",
        ]
        for latest in list_stocks(results)[:1]
    ]


def find_comparison_sentence(results):
    """Whether any official figure can be set against a human-rights one, and if not, why."""
    pairs = results.comparisons
    if not pairs:
        classes = {claim.source_class for claim in results.claims if claim.low is not None or claim.high is not None}
        missing = [
            name
            for source, name in (("official", "official figure"), ("human_rights", "figure of a human-rights group"))
            if source not in classes
        ]
        what = " and no ".join(missing) or "pair of figures"
        return ["Nothing can be set side by side: ", link(f"the documents state no {what}", "comparison"), "."]
    fit = [pair for pair in pairs if pair.verdict in FIT]
    if fit:
        every = results.whole.comparisons
        number = sum(pair.verdict in FIT for pair in every)
        return [
            link(f"{number:,} of {count(len(every), 'pair')}", "comparison"),
            " of an official and a human-rights figure can be set side by side. ",
            *cite_summary(fit[0], results),
        ]
    return [
        "No official figure can be set against a human-rights one: ",
        link(*_say_none(results.whole.comparisons)),
        " the same thing. ",
        *cite_summary((results.nearest or pairs)[0], results),
    ]


def _say_none(pairs):
    """That no pair can be compared, as the words and the place of a link; what is unknown is not denied."""
    denied = all(pair.verdict == "not_comparable" for pair in pairs)
    if len(pairs) == 1:
        return f"the only pair {'does not' if denied else 'is not known to'} count", "comparison"
    return f"none of the {len(pairs):,} pairs {'counts' if denied else 'is known to count'}", "comparison"


def cite_summary(pair, results):
    """The summary of a pair, in which both figures and their dates lead to their claims."""
    claims = [results.claim_of[name] for name in (pair.official, pair.human_rights)]
    line = [pair.summary]
    for describe in (describe_claim, describe_when):
        for claim in claims:
            line = _cite_words(line, describe(claim), claim.claim_id)
    return line


def _cite_words(line, words, claim_id):
    """A line in which the first plain run that holds some words leads from them to a claim."""
    for index, run in enumerate(line):
        if isinstance(run, str) and words in run:
            before, _, after = run.partition(words)
            return [*line[:index], before, cite(words, claim_id), after, *line[index + 1 :]]
    return line


def find_voices_sentence(results):
    """Of how many acts or totals officials and rights groups both give a number, and what of the last; or nothing."""
    rows = find_side_by_side(results.events, results.claims)
    if not rows:
        return []
    last = max(rows, key=lambda row: (row.event.latest or "", row.event.event_id))
    numbers = [
        [f"{name} ", *_interleave([[cite(words, *claims)] for words, claims in _list_numbers(last.claims[source])])]
        for source, name in (("official", "officials say"), ("human_rights", "human-rights groups"))
    ]
    return [
        "Officials and human-rights groups both give a number for ",
        link(
            count(len(find_side_by_side(results.whole.events, results.whole.claims)), "act or total", "acts or totals"),
            "one-act-in-several-voices",
        ),
        f"; of the last ({KIND_NAMES[last.event.kind]}, {describe_date(last.event.date)}) ",
        *_interleave(numbers),
        ".",
    ]


def _list_numbers(claims):
    """{number in words: claims that state it} as pairs, in the order of the claims."""
    found = {}
    for claim in claims:
        if claim.relation:
            found.setdefault(describe_count(claim.low, claim.high, claim.relation), []).append(claim.claim_id)
    return found.items()


def find_uncertainty_sentence(results):
    """What is not known about the dates, counted; nothing if there are no claims."""
    claims = results.whole.claims
    undated = [claim.claim_id for claim in claims if not claim.date and not claim.period]
    wide = [claim.claim_id for claim in claims if claim.date and not _is_one_day(claim.date)]
    inferred = [claim.claim_id for claim in claims if is_inferred(claim.date or claim.period or "")]
    parts = []
    if undated:
        parts.append([cite_shown(results, count(len(undated), "claim has", "claims have"), *undated), " no date"])
    if wide:
        parts.append([cite_shown(results, count(len(wide), "date allows", "dates allow"), *wide), " more than one day"])
    if inferred:
        parts.append([cite_shown(results, count(len(inferred), "date"), *inferred), " had to be inferred in part"])
    if not parts:
        return ["Every date is known to the day."] if results.claims else []
    return ["What is uncertain: ", *_interleave(parts), "."]


def _is_one_day(edtf):
    """Whether an EDTF date allows a single day."""
    earliest, latest = read_bounds(edtf)
    return earliest is not None and earliest == latest


def list_findings(results):
    """The findings as lines of runs, most important first."""
    lines = [
        find_acts_sentence(results),
        *find_total_sentences(results)[:1],
        find_voices_sentence(results),
        find_comparison_sentence(results),
        find_uncertainty_sentence(results),
    ]
    return [line for line in lines if line]
