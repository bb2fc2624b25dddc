"""Sections that a report has only if its documents have something for them: a heading, a lead, and what they show."""

from IPython.display import Markdown, display

from clemency.charts import sources_and_events, waves
from clemency.chronology.cascades import STEPS, find_cascades
from clemency.chronology.stocks import explain_stock, find_stock_series
from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.claims.claim import OCCURRED
from clemency.comparison.coverage import count_coverage, find_side_by_side, tabulate_coverage
from clemency.messages import Vocabulary, mark, say, write_number
from clemency.report.blocks import BREAK, Facts, Figure, Prose, Table, cite, fill, join_runs, link, name_anchor, style
from clemency.report.evidence import describe_claim_count, describe_when
from clemency.report.findings import cite_shown, list_acts, name_act
from clemency.report.results import list_holidays
from clemency.report.words import (
    KIND_NAMES,
    SOURCE_CLASS_NAMES,
    capitalise,
)

STEP_NAMES = Vocabulary(
    "step of an amnesty",
    {
        "expected": "expected",
        "considered": "considered",
        "refused": "refused",
        "cut": "term cut",
        "released": "released",
    },
)
DIFFERENCES = Vocabulary("what differs", {"count": "number", "date": "day"})
MOST_ROWS = 40  # of a table that is read
MOST_NAMED = 6  # a cell that names more is no longer read; the data holds them all


class Section:
    """A heading, in English, with a lead and blocks under it; without blocks it shows nothing at all."""

    def __init__(self, heading, lead, *blocks):
        self.heading, self.lead, self.blocks = heading, lead, blocks

    def _ipython_display_(self):
        if self.blocks:
            heading = say(self.heading)
            anchor = {"anchor": name_anchor(self.heading)} if heading != self.heading else None
            display(Markdown(f"## {heading}\n\n{self.lead}"), metadata=anchor)
            for block in self.blocks:
                display(block)


def _head_act(event):
    """An act as the first cell of a row: what and how many, and when."""
    words = capitalise(KIND_NAMES[event.kind])
    if event.relation:
        number = describe_count(event.low, event.high, event.relation)
        words = say("{kind} of {number}", kind=words, number=number)
    return [cite(words, *event.claims), BREAK, style(describe_date(event.date), "small")]


def show_doubts(results):
    """Acts that may be one and the same, each pair once, with the reason why they were kept apart."""
    event_of = {event.event_id: event for event in results.events}
    pairs = {}
    for event in results.events:
        for doubt in event.doubts:
            if doubt["event"] in event_of:
                pairs.setdefault(tuple(sorted((event.event_id, doubt["event"]))), doubt["reason"])
    rows = [
        [_head_act(event_of[one]), _head_act(event_of[other]), reason]
        for (one, other), reason in sorted(pairs.items(), key=lambda pair: event_of[pair[0][0]].earliest or "9999")
    ]
    columns = [(say("Act"), 3), (say("Perhaps the same as"), 3), (say("Why"), 5)]
    return Section(
        mark("Perhaps one act"),
        say(
            "When in doubt two acts stay two, and the doubt is shown. Where numbers are added up, such acts count once "
            "in the least that there can have been."
        ),
        *_make_table("doubts", say("Acts that may be the same."), columns, rows),
    )


def _say_speakers(claims):
    """Everyone who states some claims, each once, with the class of source."""
    return "; ".join(
        dict.fromkeys(
            f"{say_name(claim.source_name)}, {SOURCE_CLASS_NAMES[claim.source_class]}"
            if claim.source_name
            else SOURCE_CLASS_NAMES[claim.source_class]
            for claim in claims
        )
    )


def _make_table(name, caption, columns, rows):
    """[the table], or [] if it has no rows; of very many rows the first, and the caption says so."""
    if len(rows) > MOST_ROWS:
        first = say("These are the first {n} of {all}; the data holds all.", n=MOST_ROWS, all=len(rows))
        caption = f"{caption} {first}"
    return [Table(name, caption, columns, rows[:MOST_ROWS])] if rows else []


def show_disagreements(results):
    """Numbers and days of one act that cannot both be right, every version with those who state it."""
    rows = [
        [_head_act(event), DIFFERENCES[conflict["field"]], _list_versions(conflict, results)]
        for event in results.events
        for conflict in event.conflicts
    ]
    columns = [(say("Act"), 3), (say("What differs"), 1.6), (say("Versions"), 6)]
    return Section(
        mark("Where accounts differ"),
        say(
            "The documents give one act different numbers or days. All of them are kept; none is averaged or voted "
            "down."
        ),
        *_make_table("conflicts", say("Versions of one act."), columns, rows),
    )


def _list_versions(conflict, results):
    """Each value of a conflict, with all who state it."""
    versions = []
    for value, names in zip(conflict["values"], conflict["claims"], strict=True):
        claims = [results.claim_of[name] for name in names]
        words = write_number(value) if conflict["field"] == "count" else describe_date(value)
        versions.append([cite(words, *names), f" ({_say_speakers(claims)})"])
    return join_runs(versions, " – ")


def show_cascades(results):
    """One row an amnesty and document: its counts from those expected to those released, and whether they add up."""
    rows = []
    for cascade in find_cascades(results.claims):
        cells = [
            join_runs([[_cite_count(claim)] for claim in cascade.steps.get(step, ())], "; ") or "–" for step in STEPS
        ]
        rows.append([_name_document(cascade.document, results), *cells, _describe_sum(cascade)])
    columns = [(say("Document"), 3), *((capitalise(STEP_NAMES[step]), 2) for step in STEPS), (say("Sum"), 4)]
    return Section(
        mark("Amnesties step by step"),
        say(
            "An amnesty is a law that is carried out person by person. How many it was to free, how many cases were "
            "considered, and how they were decided are different numbers; only the decided ones are added up."
        ),
        *_make_table("cascades", say("The counts of an amnesty, in the order of its steps."), columns, rows),
    )


def _cite_count(claim):
    """A claim's number, leading to its sentence."""
    return cite(describe_claim_count(claim), claim.claim_id)


def _name_document(name, results):
    """A document by its title or file name, with its outlet."""
    document = results.document_of[name]
    head = [style(document.title or name, "quote", document.language or None)]
    return [*head, BREAK, style(say_name(document.outlet), "small")] if document.outlet else head


def _describe_sum(cascade):
    """The sum of those released, cut and refused beside those considered; what is missing is said."""
    decided = [step for step in ("released", "cut", "refused") if step in cascade.steps]
    if cascade.sums_up is None:
        return say("A step is missing or not exact: nothing is summed.")
    claims = [claim for step in decided for claim in cascade.steps[step]]
    whole = cascade.steps["considered"]
    terms = " + ".join(write_number(claim.low) for claim in claims)
    total = sum(claim.low for claim in claims)
    names = [claim.claim_id for claim in (*claims, *whole)]
    added = cite(say("{terms} = {total}", terms=terms, total=total), *names)
    if cascade.sums_up:
        return fill(say("{sum}, as many as were considered"), sum=added)
    return fill(say("{sum}, not as many as were considered"), sum=added)


def show_stocks(results):
    """One row a series of a named source's counts, by one definition; shown if a source counted twice.

    What nobody is named for is in no series: two such numbers need not be of one source.
    """
    series = [one for one in find_stock_series(results.claims, results.documents) if one.source_name]
    if not any(len(one.points) > 1 for one in series):
        return Section("", "")
    by_source = {}
    for one in series:
        by_source.setdefault((one.source_class, one.source_name), []).append(one)
    groups = sorted(by_source.items(), key=lambda item: (-max(len(one.points) for one in item[1]), item[0]))
    rows = [
        _make_series_row(one, place, len(group), results) for _, group in groups for place, one in enumerate(group, 1)
    ]
    columns = [(say("Who counts"), 3), (say("Whom"), 3), (say("Counts, in the order of time"), 7)]
    caption = say("Counts of people held. A row is read from left to right; rows are not to be joined.")
    steps = [explain_stock(one, results.events, results.claims, results.documents) for one in series]
    sentences = dict.fromkeys(sentence for group in steps for sentence in group)
    return Section(
        mark("One source's counts over time"),
        say(
            "A source's counts stand in one row only as long as it counts the same people. Where its words for them "
            "change, a new row begins."
        ),
        *_make_table("stocks", caption, columns, rows),
        *([Prose(*sentences)] if sentences else []),
    )


def _make_series_row(one, place, number, results):
    """Who counts whom, and how many when; of a source with several rows each says so."""
    who = f"{say_name(one.source_name)}, {SOURCE_CLASS_NAMES[one.source_class]}"
    labels = {claim.label: results.document_of[claim.document].language for claim in one.points if claim.label}
    points = [[_cite_count(claim), f" ({describe_when(claim)})"] for claim in one.points]
    return [
        [who, BREAK, style(say("row {n} of {all} of this source", n=place, all=number), "small")]
        if number > 1
        else who,
        join_runs([[style(label, "quote", language)] for label, language in labels.items()], "; ")
        or capitalise(KIND_NAMES[one.kind]),
        join_runs(points, " → "),
    ]


def show_side_by_side(results):
    """One row an act of which officials and rights groups both state a number: all who count it, by class."""
    rows = []
    for row in find_side_by_side(results.events, results.claims):
        others = [name for name in row.claims if name not in ("official", "human_rights")]
        rows.append(
            [
                _head_row(row.event),
                *(_list_numbers(row.claims[name]) for name in ("official", "human_rights")),
                join_runs([_list_numbers(row.claims[name]) for name in others], "; ") or "–",
            ]
        )
    columns = [(say("Act or total"), 3), (say("Officials"), 3), (say("Human-rights groups"), 3), (say("Others"), 3)]
    return Section(
        mark("One act in several voices"),
        say(
            "Officials and human-rights groups count the same act, or the same period. Whether their numbers are of "
            "the same people is another question: the conditions above answer it."
        ),
        *_make_table("voices", say("The numbers of one act by who states them."), columns, rows),
    )


def _head_row(event):
    """What a row is about: an act, or all acts of a kind in a period, of which each class has a total of its own."""
    if event.measure != "cumulative":
        return _head_act(event)
    words = cite(say("{kind}, total", kind=capitalise(KIND_NAMES[event.kind])), *event.claims)
    return [words, BREAK, style(describe_date(event.date), "small")]


def _list_numbers(claims):
    """The numbers of some claims with who states them, each once; "no number" if none states any."""
    groups = {}
    for claim in claims:
        if claim.relation:
            groups.setdefault((claim.low, claim.high, claim.relation), []).append(claim)
    if not groups:
        return [cite(say("no number"), *(claim.claim_id for claim in claims))]
    return join_runs(
        [
            [cite(describe_claim_count(group[0]), *(one.claim_id for one in group)), f" ({_say_speakers(group)})"]
            for group in groups.values()
        ],
        "; ",
    )


def show_waves(results):
    """The waves of each year as a chart, if one year has enough of them."""
    blocks = []
    here = [event for event in results.events if results.abroad.keys().isdisjoint(event.claims)]
    if waves.has_enough(here) and not results.full:  # its sums are of all acts, and these are too many
        blocks = [Figure(waves.draw_waves(here, results.claims, results.documents, list_holidays()))]
    return Section(
        mark("The waves of a year"),
        say("Acts of one kind, year under year on the same axis of months and the same scale of persons."),
        *blocks,
    )


def show_sources(results):
    """Which classes of sources report which acts, as a chart and a table of silences, if two classes share an act."""
    blocks = []
    whole = results.whole
    if sources_and_events.has_enough(whole.events, whole.claims):
        chart = sources_and_events.draw_sources_and_events(
            whole.events, whole.claims, whole.documents, results.claim_of.keys()
        )
        blocks = [Figure(chart), _tabulate_silence(results)]
    return Section(
        mark("Who reports what"),
        say(
            "A source that says nothing of an act does not deny it; but what only one side reports rests on that side "
            "alone."
        ),
        *blocks,
    )


def _tabulate_silence(results):
    """One row a class of sources: how many acts it reports, and of which it says nothing."""
    acts, shown = list_acts(results.whole), {event.event_id: event for event in results.events}
    coverage = tabulate_coverage(acts, results.whole.claims)
    rows = []
    for name in SOURCE_CLASS_NAMES:
        silent = [row.event for row in coverage if name in row.silent]
        silent.sort(key=lambda event: event.event_id not in shown)
        told = sum(name in row.claims for row in coverage)
        if not told or name == "unknown":
            continue
        named = join_runs([name_act(shown.get(event.event_id, event), results) for event in silent[:MOST_NAMED]])
        if len(silent) > MOST_NAMED:
            named = fill(say("{names} and {n} more"), names=named, n=write_number(len(silent) - MOST_NAMED))
        share = say("{told} of {acts}", told=told, acts=len(acts))
        rows.append([capitalise(SOURCE_CLASS_NAMES[name]), share, named or "–"])
    columns = [(say("Class of source"), 3), (say("Acts it reports"), 2), (say("Says nothing of"), 8)]
    return Table("silence", say("What each class of sources reports, and what it leaves out."), columns, rows)


def show_coverage(results):
    """What was read and what was left: documents, sentences, claims, refused, undated, and acts of a single claim."""
    whole = results.whole
    counts = count_coverage(whole.documents, whole.claims, whole.rejected, whole.events)
    acts = [event for event in whole.events if event.measure == "event" and event.status in OCCURRED]
    undated = [claim.claim_id for claim in whole.claims if not claim.date and not claim.period]
    alone = [name for event in acts if len(event.claims) == 1 for name in event.claims]
    said = {name: write_number(number) for name, number in counts.items()}
    facts = [
        (say("Documents"), link(said["documents"], "documents")),
        (say("Sentences"), say("{sentences}, {sentences_with_digits} of them with digits", **counts)),
        (
            say("Claims kept"),
            fill(
                say("{claims}, {reviewed} of them reviewed by a person"),
                claims=link(said["claims"], "table-claims"),
                reviewed=said["reviewed"],
            ),
        ),
        (say("Refused"), link(said["refused"], "refused")),
        (say("Claims without a date"), cite_shown(results, write_number(len(undated)), *undated)),
        (
            say("Acts that one claim alone reports"),
            fill(
                say("{told} of {acts}"),
                told=cite_shown(results, write_number(len(alone)), *alone),
                acts=write_number(len(acts)),
            ),
        ),
    ]
    return Section(mark("Coverage"), say("What was read, and what it came to."), Facts(facts))
