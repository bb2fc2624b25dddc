"""The findings: sentences generated from the tables, every number in them a link to its evidence."""

from clemency.chronology.places import count_countries
from clemency.chronology.totals import sum_known_acts
from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.claims.claim import OCCURRED
from clemency.comparison.coverage import find_side_by_side
from clemency.comparison.wording import describe_claim, describe_people, describe_time
from clemency.documents.edtf import is_inferred, read_bounds
from clemency.messages import Nouns, choose, country_name, join, say, say_in, say_many, say_many_in, write_number
from clemency.report.blocks import cite, fill, link, list_runs
from clemency.report.evidence import describe_when, mark_foreign
from clemency.report.excerpt import FIT
from clemency.report.words import KIND_NAMES, SOURCE_CLASS_NAMES, capitalise

NAMED_ACTS = 4  # how many acts a sentence names before it counts them instead
MOST_COUNTRIES = 6  # that a sentence names before it counts the others
MOST_TOTALS = 8  # as many totals have a sentence of their own
_ACTS = Nouns(
    ("acts of a kind",),
    {
        "pardon": ("{n} pardon", "{n} pardons"),
        "amnesty": ("{n} amnesty", "{n} amnesties"),
        "commutation": ("{n} commutation", "{n} commutations"),
        "release": ("{n} release", "{n} releases"),
        "exchange": ("{n} exchange", "{n} exchanges"),
    },
)


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


def name_act(event, results):
    """An act as runs: "the pardon of 16 on 2 July 2025", number and date leading to its claims.

    Its country stands behind it, if most documents are about another one.
    """
    kind, country = KIND_NAMES[event.kind], results.name_country(*event.claims)
    place = f" ({country})" if country else ""
    if event.low is None and event.high is None:
        day = _name_day(event, say_in("of an act", "of {date}"))
        return [*fill(say("the {kind} {day}"), kind=kind, day=day), *filter(None, [place])]
    number = describe_count(event.low, event.high, event.relation)
    pattern = choose(
        "the {kind} of {n} {day}", "the {kind} of {n} {day}", event.low if event.high is None else event.high
    )
    day = _name_day(event, say_in("of an act", "in {date}"))
    return [*fill(pattern, kind=kind, n=cite(number, *event.claims), day=day), *filter(None, [place])]


def _name_day(event, pattern):
    """When an act was, as runs; the pattern is for a month or a year."""
    if not event.date:
        return [cite(say("on a day that is not stated"), *event.claims)]
    words = cite(describe_date(event.date), *event.claims)
    if ".." in event.date or "/" in event.date:
        return [words]
    one_day = event.earliest and event.earliest == event.latest
    return fill(say_in("of an act", "on {date}") if one_day else pattern, date=words)


def describe_report(results):
    """What the report is and what it rests on: documents, claims and refused numbers."""
    documents, claims, refused = len(results.whole.documents), len(results.whole.claims), len(results.rejected)
    return fill(
        say(
            "This report sets out what news documents say about amnesties, pardons and releases of prisoners: when, "
            "how many, and who says so. Each number leads to the sentence that it was read from. It rests on "
            "{documents}; {claims}, and {refused}."
        ),
        documents=link(say_many_in("rests on", "{n} document", "{n} documents", documents), "documents"),
        claims=fill(
            choose("{claims} was read in them", "{claims} were read in them", claims),
            claims=link(say_many("{n} claim", "{n} claims", claims), "table-claims"),
        ),
        refused=fill(
            choose("{statements} was looked at and refused", "{statements} were looked at and refused", refused),
            statements=link(say_many("{n} more statement", "{n} more statements", refused), "refused"),
        ),
    )


def find_countries_sentence(results):
    """Which countries the documents are about, if they are several; else nothing."""
    counts = count_countries(results.whole.documents)
    if len(counts) < 2:
        return []
    (home, _), *_ = counts
    listed = [
        say_many("{country} ({n} document)", "{country} ({n} documents)", number, country=country_name(code))
        for code, number in counts[:MOST_COUNTRIES]
    ]
    more = len(counts) - len(listed)
    listed += [say_many("{n} more country", "{n} more countries", more)] if more else []
    return fill(
        say(
            "The documents are about {n} countries: {countries}. Most are about {home}; a figure of another country "
            "has that country beside it. The parameter countries keeps the report to some of them."
        ),
        n=write_number(len(counts)),
        countries=join(listed),
        home=country_name(home),
    )


def find_acts_sentence(results):
    """How many acts the documents report, and which, if they are few."""
    acts = list_acts(results.whole)
    if not acts:
        return [say("The documents report no amnesty, pardon or release that happened in this window.")]
    few = len(acts) <= NAMED_ACTS
    sentence = fill(
        choose(
            "The documents report {acts} that happened: {list}.",
            "The documents report {acts} that happened: {list}.",
            len(acts),
        ),
        acts=link(say_many("{n} act", "{n} acts", len(acts)), "chronology"),
        list=list_runs([name_act(act, results) for act in acts]) if few else join(_count_kinds(acts)),
    )
    return sentence if few else fill("{sentence}{more}", sentence=sentence, more=_describe_many(acts, results))


def _count_kinds(acts):
    """How many acts there are of each kind, in the order of the report's words."""
    counts = {kind: sum(act.kind == kind for act in acts) for kind in KIND_NAMES}
    return [_ACTS.write(kind, number) for kind, number in counts.items() if number]


def _describe_many(acts, results):
    """Of many acts, the first and the last of those that have a date, and how many are in doubt, as sentences."""
    line = []
    shown = {event.event_id: event for event in results.events}
    dated = [shown.get(act.event_id, act) for act in acts if act.earliest]
    if len(dated) > 1:
        line += [
            " ",
            *fill(
                say("The first is {first}, the last {last}."),
                first=name_act(dated[0], results),
                last=name_act(dated[-1], results),
            ),
        ]
    doubtful = [act for act in acts if act.doubts]
    if doubtful:
        claims = [claim for act in doubtful for claim in act.claims]
        some = cite_shown(results, say("{n} of them", n=len(doubtful)), *claims)
        line += [" ", *fill(say("{some} may be the same act as another one."), some=some)]
    return line


def find_total_sentences(results):
    """One sentence a cumulative count: what it says, and how much of it the documents name act by act."""
    totals = list_totals(results)
    lines = [_describe_total(total, results) for total in totals[:MOST_TOTALS]]
    more = len(list_totals(results.whole)) - len(lines)
    if more:
        named = link(say_many("{n} more total", "{n} more totals", more), "table-events")
        pattern = choose("{totals} stands among the acts.", "{totals} stand among the acts.", more)
        lines.append(fill(pattern, totals=named))
    return lines


def _name_speaker(claim):
    """Who states a claim: the name, or the class if nobody is named."""
    return say_name(claim.source_name) if claim.source_name else SOURCE_CLASS_NAMES[claim.source_class]


def _add_country(words, results, *claims):
    """Words with the country of some claims behind them, if most documents are about another one."""
    return ", ".join(filter(None, [words, results.name_country(*claims)]))


def _describe_total(total, results):
    """A cumulative count with its period and source, and how much of it the acts that the documents name make up."""
    people = describe_people(results.claim_of[total.claims[0]])
    speakers = dict.fromkeys(_name_speaker(results.claim_of[name]) for name in total.claims)
    sentence = fill(
        say("{People} in all, {period} ({speakers})."),
        People=cite(capitalise(people), *total.claims),
        period=cite(describe_date(total.date), *total.claims),
        speakers=_add_country(join(list(speakers)), results, *total.claims),
    )
    return fill("{sentence} {share}", sentence=sentence, share=_describe_share(total, results))


def _list_claims(names, events):
    """The claims that report the events of some names."""
    wanted = set(names)
    return [claim for event in events if event.event_id in wanted for claim in event.claims]


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
        return [say("The documents name no single act that belongs to it.")]
    if share.is_more:
        number = cite_shown(results, say("at least {n}", n=share.low), *certain)
        return fill(
            say("The documents name acts with {number} people, more than that: the two do not count alike."),
            number=number,
        )
    sentence = _say_share(share, certain, possible, results)
    percentage = _say_percentage(total, share, certain + possible, results)
    return (
        fill(say_in("sentence", "{sentence}: {remark}."), sentence=sentence, remark=percentage)
        if percentage
        else [*sentence, "."]
    )


def _say_share(share, certain, possible, results):
    """How many people of a total the named acts hold for sure, and how many perhaps, as runs."""
    low = say("at least {n}", n=share.low) if share.high is None else write_number(share.low)
    if not share.low and share.high is None:
        number = cite_shown(results, say("a number of these people that is not stated"), *possible)
        return fill(say("The documents name acts with {number}"), number=number)
    if not share.low:
        number = cite_shown(results, write_number(share.high), *possible)
        return fill(say("The documents name acts with perhaps {number} of these people"), number=number)
    if share.high is not None and share.high > share.low:
        more = cite_shown(results, write_number(share.high - share.low), *possible)
        pattern = say("The documents name acts with {number} of these people, and perhaps {more} more")
        return fill(pattern, number=cite_shown(results, low, *certain), more=more)
    return fill(say("The documents name acts with {number} of these people"), number=cite_shown(results, low, *certain))


def _say_percentage(total, share, claims, results):
    """The share of a total in per cent as a bound, if the numbers allow one; else nothing."""
    if not total.low or total.relation not in (">", ">=", "=") or share.high is None:
        return None
    percentage = -(-100 * share.high // total.low)
    if percentage < 100:
        return cite_shown(results, say("at most {n} % of the total", n=percentage), *total.claims, *claims)
    return cite_shown(results, say("perhaps all of the total"), *total.claims, *claims)


def find_stock_sentences(results):
    """The latest count of people held in the country that most documents are about, and who states it."""
    return [
        fill(
            say("The latest count of people held: {people} ({speaker}, {time})."),
            people=cite(describe_people(latest), latest.claim_id),
            speaker=_add_country(_name_speaker(latest), results, latest.claim_id),
            time=cite(describe_time(latest), latest.claim_id),
        )
        for latest in _list_home_stocks(results)[:1]
    ]


def _list_home_stocks(results):
    """The counts of people held in the country that most documents are about; those of others if there are none."""
    stocks = list_stocks(results)
    return [claim for claim in stocks if claim.claim_id not in results.abroad] or stocks


def find_comparison_sentence(results):
    """Whether any official figure can be set against a human-rights one, and if not, why."""
    pairs = results.comparisons
    if not pairs:
        reason = link(_say_what_is_missing(results), "comparison")
        return fill(say("Nothing can be set side by side: {reason}."), reason=reason)
    fit = [pair for pair in pairs if pair.verdict in FIT]
    if fit:
        every = results.whole.comparisons
        number = sum(pair.verdict in FIT for pair in every)
        some = say_many("{some} of {n} pair", "{some} of {n} pairs", len(every), some=number)
        pattern = say("{some} of an official and a human-rights figure can be set side by side.")
        line, shown = fill(pattern, some=link(some, "comparison")), fit[0]
    else:
        pattern = say("No official figure can be set against a human-rights one: {none} the same thing.")
        line, shown = (
            fill(pattern, none=link(_say_none(results.whole.comparisons), "comparison")),
            (results.nearest or pairs)[0],
        )
    return fill("{sentence} {summary}", sentence=line, summary=cite_summary(shown, results))


def _say_what_is_missing(results):
    """Whose figures the documents lack, so that there is no pair."""
    classes = {claim.source_class for claim in results.claims if claim.low is not None or claim.high is not None}
    if "official" not in classes and "human_rights" not in classes:
        return say("the documents state no official figure and no figure of a human-rights group")
    if "official" not in classes:
        return say("the documents state no official figure")
    if "human_rights" not in classes:
        return say("the documents state no figure of a human-rights group")
    return say("the documents state no pair of figures")


def _say_none(pairs):
    """That no pair can be compared; what is unknown is not denied."""
    denied = all(pair.verdict == "not_comparable" for pair in pairs)
    if len(pairs) == 1:
        return say("the only pair does not count") if denied else say("the only pair is not known to count")
    if denied:
        return say_many("none of the {n} pair counts", "none of the {n} pairs counts", len(pairs))
    return say_many("none of the {n} pair is known to count", "none of the {n} pairs is known to count", len(pairs))


def cite_summary(pair, results):
    """The summary of a pair, in which both figures and their dates lead to their claims."""
    claims = [results.claim_of[name] for name in (pair.official, pair.human_rights)]
    line = [pair.summary]
    for describe in (describe_claim, describe_when):
        for claim in claims:
            line = _cite_words(line, describe(claim), claim.claim_id)
    documents = [results.document_of[claim.document] for claim in claims]
    marked = [mark_foreign(run, documents) if isinstance(run, str) else [run] for run in line]
    return [run for runs in marked for run in runs]


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
    every = len(find_side_by_side(results.whole.events, results.whole.claims))
    last = max(rows, key=lambda row: (row.event.latest or "", row.event.event_id))
    numbers = {
        source: list_runs([[cite(words, *claims)] for words, claims in _list_numbers(last.claims[source])])
        for source in ("official", "human_rights")
    }
    return fill(
        say(
            "Officials and human-rights groups both give a number for {acts}; of the last ({kind}, {date}) officials "
            "say {official} and human-rights groups {rights}."
        ),
        acts=link(say_many("{n} act or total", "{n} acts or totals", every), "one-act-in-several-voices"),
        kind=_add_country(KIND_NAMES[last.event.kind], results, *last.event.claims),
        date=describe_date(last.event.date),
        official=numbers["official"],
        rights=numbers["human_rights"],
    )


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
        some = cite_shown(results, say_many("{n} claim has", "{n} claims have", len(undated)), *undated)
        parts.append(fill(say("{some} no date"), some=some))
    if wide:
        some = cite_shown(results, say_many("{n} date allows", "{n} dates allow", len(wide)), *wide)
        parts.append(fill(say("{some} more than one day"), some=some))
    if inferred:
        some = cite_shown(results, say_many("{n} date", "{n} dates", len(inferred)), *inferred)
        parts.append(fill(say("{some} had to be inferred in part"), some=some))
    if not parts:
        return [say("Every date is known to the day.")] if claims else []
    return fill(say("What is uncertain: {parts}."), parts=list_runs(parts))


def _is_one_day(edtf):
    """Whether an EDTF date allows a single day."""
    earliest, latest = read_bounds(edtf)
    return earliest is not None and earliest == latest


def list_findings(results):
    """The findings as lines of runs, most important first."""
    lines = [
        find_countries_sentence(results),
        find_acts_sentence(results),
        *find_total_sentences(results)[:1],
        find_voices_sentence(results),
        find_comparison_sentence(results),
        find_uncertainty_sentence(results),
    ]
    return [line for line in lines if line]
