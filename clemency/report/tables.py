"""The tables of the report, each row with the way to its evidence."""

import collections
import importlib.metadata
import urllib.parse

from clemency.chronology.events import say_source
from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.comparison.comparison import CONDITIONS
from clemency.comparison.wording import describe_people
from clemency.comparison.words import tabulate_words
from clemency.documents.language import detect_language
from clemency.messages import Nouns, Vocabulary, say, say_in, say_many, tell_language, write_number
from clemency.report.blocks import BREAK, Facts, Prose, Quotations, Table, cite, link, style
from clemency.report.evidence import describe_claim, describe_claim_count, describe_when, mark_foreign, put_in_marks
from clemency.report.excerpt import choose_documents
from clemency.report.finder import describe_finder
from clemency.report.findings import list_set_apart
from clemency.report.parameters import list_parameters
from clemency.report.words import (
    BASIS_NAMES,
    CONDITION_NAMES,
    KIND_NAMES,
    MEASURE_NAMES,
    SOURCE_CLASS_NAMES,
    STATUS_NAMES,
    VERDICT_NAMES,
    capitalise,
    join_lines,
)

MOST_DOCUMENTS = 40  # of an excerpt: a page or two
MOST_USES = 6  # speakers of a class, each with a quotation, that a reader compares
MOST_WORDS = 12  # spellings of the words of one speaker
MOST_REFUSED = 100  # of an excerpt: enough to see what is refused, and by which rules
MOST_PAIRS = 20  # a table of more is no longer read; the data holds them all
TOOLS = ("papermill", "nbconvert", "matplotlib", "typst")
ANSWERS = Vocabulary("met", {"yes": "yes", "no": "no", "unknown": "unknown"})
_LEFT_OUT = Nouns(
    ("left out",),
    {
        "kinds": ("{n} claim by their kind", "{n} claims by their kind"),
        "include_planned": ("{n} claim as only planned", "{n} claims as only planned"),
        "window": ("{n} claim as outside the window", "{n} claims as outside the window"),
    },
)


def _number_claims(results):
    """The number that each claim has in the evidence."""
    return {claim.claim_id: number for number, claim in enumerate(results.claims, 1)}


def _cite_claim(claim_id, numbers):
    """A reference to a claim by its number, which needs no second number beside it."""
    return {**cite(str(numbers[claim_id]), claim_id), "bare": True}


def tabulate_documents(results):
    """One row a document: what it is, when it was published and how that is known, how many claims it holds."""
    rows, numbers = [], collections.Counter(claim.document for claim in results.whole.claims)
    for document in choose_documents(results, MOST_DOCUMENTS):
        claims = numbers[document.document]
        name = style(document.title or document.document, "quote", document.language or None)
        origin = [name, BREAK, style(document.document, "small")] if document.title else [name]
        day, basis = describe_date(document.published), capitalise(BASIS_NAMES[document.published_basis])
        rows.append(
            [
                origin,
                [say_name(document.outlet) or say_in("outlet", "not known"), *_show_address(document.url)],
                [day, BREAK, *_explain_publication(basis, document)],
                link(write_number(claims), "table-claims") if claims else say("0, none in the window"),
            ]
        )
    columns = [(say("Document"), 4), (say("Outlet"), 2), (say("Published"), 6), (say("Claims"), 1.2)]
    caption = say("The documents that this report rests on.")
    if results.full:
        caption = say("Documents that most of the claims shown stand in, with the number of all claims in them.")
    caption += _say_rest(results, "documents", len(rows))
    return Table("documents", caption, columns, rows, numeric=[say("Claims")])


def _explain_publication(basis, document):
    """How the day of publication is known, as runs; what a person wrote of it is in that person's language."""
    reason, language = document.published_reason, detect_language(document.published_reason)
    if document.published_basis == "sidecar" and language != tell_language():
        return [style(f"{basis}. ", "small"), style(reason, "small", language)]
    return mark_foreign(f"{basis}. {reason}", [document], "small")


def _say_rest(results, table, shown):
    """That there are more rows than are shown, as the end of a caption; nothing if all of them are."""
    every = len(getattr(results.whole, table))
    if shown == every:
        return ""
    return " " + say("These are {n} of {all}; data/{table}.csv holds all.", n=shown, all=every, table=table)


def _show_address(url):
    """Where a document was found, by the name of the site."""
    site = urllib.parse.urlsplit(url).hostname if url else None
    return [BREAK, {"text": site, "url": url}] if site else []


def list_parameter_facts(parameters):
    """What the report was made with, and what each parameter does."""
    facts = []
    for name, description in list_parameters().items():
        value = getattr(parameters, name)
        shown = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
        shown = ", ".join(shown) if isinstance(shown, list) else shown
        nothing = say_in("parameter", "all") if value == [] else say_in("parameter", "no limit")
        text = style(str(shown), "code") if shown else nothing
        facts.append((name, [text, style(f" {say(description)}.", "small")]))
    return Facts(facts)


def describe_left_out(results):
    """How many claims the parameters left out of the report, by which of them, and whether names were shortened."""
    short = [
        say(
            "Names of persons who were released or imprisoned are shortened to initials, as names.csv beside the "
            "documents lists them. Places are counted in the shortened texts; the files that were read are as they "
            "were."
        )
    ]
    short = short if results.shortened else []
    left = [_LEFT_OUT.write(reason, number) for reason, number in results.left_out.items() if number]
    if not left:
        return Prose(say("The parameters leave no claim out."), *short)
    return Prose(say("The parameters leave out {claims}.", claims=", ".join(left)), *short)


def tabulate_claims(results):
    """One row a claim, in the order of the evidence."""
    numbers = _number_claims(results)
    rows = []
    for claim in results.claims:
        country = _show_country(results.name_country(claim.claim_id))
        what = [capitalise(KIND_NAMES[claim.kind]), *country, BREAK, style(MEASURE_NAMES[claim.measure], "small")]
        rows.append(
            [
                _cite_claim(claim.claim_id, numbers),
                what,
                describe_claim_count(claim),
                [describe_when(claim), BREAK, style(STATUS_NAMES[claim.status], "small")],
                _show_source(claim),
                _show_label(claim, results.document_of[claim.document].language or None),
            ]
        )
    columns = [
        (say("Claim"), 1), (say("What"), 3), (say("How many"), 2), (say("When"), 3.4), (say("Who says so"), 3.4),
        (say("In the words"), 2.6),
    ]  # fmt: skip
    caption = say("What the documents claim. The number of a claim leads to its sentence.")
    caption += _say_rest(results, "claims", len(rows))
    empty = say("No claim is left in this window.")
    return Table("claims", caption, columns, rows, empty=empty, finder=describe_finder(results))


def _show_country(name):
    """A country after what happened there, if it has to be said."""
    return [f", {name}"] if name else []


def _show_source(claim):
    """Who says so, the class of source under the name."""
    name = SOURCE_CLASS_NAMES[claim.source_class]
    if not claim.source_name:
        return capitalise(name)
    return [capitalise(say_name(claim.source_name)), BREAK, style(name, "small")]


def _show_label(claim, language):
    """The words for the people counted, and whose they are if they are not the source's own."""
    if not claim.label:
        return ""
    words = [style(claim.label, "quote", language)]
    if claim.label_source_class in ("", claim.source_class):
        return words
    return [*words, BREAK, style(say("words of: {whose}", whose=SOURCE_CLASS_NAMES[claim.label_source_class]), "small")]


def tabulate_checks(results):
    """One row a piece of arithmetic that the documents allow; those that fail stand first."""
    numbers = _number_claims(results)
    rows = []
    for check in sorted(results.checks, key=lambda check: check.holds):
        claims = [claim for claim in check.claims if claim in numbers]
        words = "; ".join(put_in_marks(join_lines(place["quote"])) for place in check.evidence)
        language = results.document_of[check.document].language or None
        rows.append(
            [
                cite(check.statement, *claims) if claims else check.statement,
                style(say("holds") if check.holds else say("does not hold"), "strong"),
                [check.reason, BREAK, {**style(words, "small"), **({"lang": language} if language else {})}],
            ]
        )
    columns = [(say("Arithmetic"), 3), (say("Result"), 1.6), (say("What was set against what"), 6)]
    caption, empty = say("Arithmetic that the documents allow."), say("The documents allow none.")
    return Table("checks", caption, columns, rows, empty=empty)


def tabulate_set_apart(results):
    """One row an act that has not happened, or that is not said to have happened."""
    rows = [
        [
            [capitalise(KIND_NAMES[event.kind]), *_show_country(results.name_country(*event.claims))],
            STATUS_NAMES[event.status],
            cite(describe_date(event.date), *event.claims),
            "; ".join(map(say_source, event.sources)),
        ]
        for event in list_set_apart(results)
    ]
    columns = [(say("Act"), 3), (say("Status"), 2), (say("When"), 3), (say("Who says so"), 4)]
    caption = say("Acts that are planned, demanded, denied or supposed; none of them is counted above.")
    return Table("set-apart", caption, columns, rows, empty=say("The documents speak of no such act."))


def tabulate_events(results):
    """One row an event that happened, with every claim that reports it and what they disagree on."""
    set_apart = {event.event_id for event in list_set_apart(results)}
    rows = []
    for event in results.events:
        if event.event_id in set_apart:
            continue
        number = event.low is not None or event.high is not None
        words = describe_count(event.low, event.high, event.relation) if number else say("no number")
        differ = len(event.conflicts)
        conflicts = say_many("{n} disagreement between claims", "{n} disagreements between claims", differ)
        rows.append(
            [
                [
                    capitalise(KIND_NAMES[event.kind]),
                    *_show_country(results.name_country(*event.claims)),
                    BREAK,
                    style(MEASURE_NAMES[_measure(event)], "small"),
                ],
                [cite(words, *event.claims), *([BREAK, style(conflicts, "small")] if differ else [])],
                [
                    describe_date(event.date),
                    BREAK,
                    *_explain_date(event, results),
                ],
                "; ".join(map(say_source, event.sources)),
            ]
        )
    columns = [(say("Act"), 3), (say("How many"), 2), (say("When"), 5), (say("Who says so"), 3)]
    caption, empty = say("The acts that the claims report."), say("The documents report none.")
    caption += _say_rest(results, "events", len(results.events))
    return Table("events", caption, columns, rows, empty=empty)


def _explain_date(event, results):
    """How the date of an event was worked out, as runs."""
    names = dict.fromkeys(results.claim_of[claim].document for claim in event.claims)
    return mark_foreign(event.date_reason, [results.document_of[name] for name in names], "small")


def _measure(event):
    """The measure of an event in the words of claims."""
    if event.measure == "cumulative":
        return "cumulative"
    return "event" if event.low is None and event.high is None else "flow"


def tabulate_pairs(results):
    """One row a pair of an official and a human-rights claim: those that can be compared, then the nearest others."""
    fit = [pair for pair in results.comparisons if pair.verdict in ("comparable", "with_caveats")]
    pairs = [*fit, *results.nearest][:MOST_PAIRS]
    rows = [
        [
            cite(describe_claim(results.claim_of[pair.official]), pair.official),
            cite(describe_claim(results.claim_of[pair.human_rights]), pair.human_rights),
            style(VERDICT_NAMES[pair.verdict], "strong"),
            ", ".join(CONDITION_NAMES[name] for name in CONDITIONS if getattr(pair, name) != "yes")
            or say_in("conditions not met", "none"),
        ]
        for pair in pairs
    ]
    columns = [
        (say("Officials"), 3), (say("Human-rights group"), 3), (say("Verdict"), 2),
        (say("Conditions not met or not known"), 4),
    ]  # fmt: skip
    caption = say("Every pair of an official and a human-rights figure.")
    if len(results.whole.comparisons) > len(pairs):
        caption = say(
            "The {n} nearest of {all} pairs; data/comparisons.csv holds all.",
            n=len(pairs),
            all=len(results.whole.comparisons),
        )
    return Table("pairs", caption, columns, rows, empty=say("There is no such pair."))


def tabulate_nearest(results):
    """One row a condition of the pair that comes nearest to a comparison: the answer, and why."""
    columns = [(say("Condition"), 3), (say("Met"), 1.4), (say("Why"), 7)]
    if not results.comparisons:
        return Table("conditions", "", columns, [], empty=say("There is no pair to ask them of."))
    pair = (results.nearest or results.comparisons)[0]
    official, rights = (results.claim_of[name] for name in (pair.official, pair.human_rights))
    documents = [results.document_of[claim.document] for claim in (official, rights)]
    reasons = iter(pair.reasons)
    rows = [
        [
            capitalise(CONDITION_NAMES[name]),
            style(ANSWERS[getattr(pair, name)], "strong"),
            "" if getattr(pair, name) == "yes" else mark_foreign(next(reasons, ""), documents),
        ]
        for name in CONDITIONS
    ]
    one, other = describe_people(official), describe_people(rights)
    caption = say("The seven conditions, asked of {one} and {other}.", one=one, other=other)
    return Table("conditions", caption, columns, rows)


def show_words(results):
    """Who uses which words for imprisoned people: one group of quotations a class of source, side by side."""
    groups = {}
    for use in tabulate_words(results.labels):
        groups.setdefault(use.source_class, []).append(use)
    ordered = [_show_class(name, groups[name], results) for name in SOURCE_CLASS_NAMES if name in groups]
    return Quotations(ordered) if ordered else Prose(say("The documents use no such words."))


def _show_class(source_class, uses, results):
    """The words of one class of sources; of an excerpt those that are quoted most."""
    title = name_class(source_class)
    if results.full and len(uses) > MOST_USES:
        title = say(
            "{class_}: the {n} most quoted of {all}; data/labels.csv holds all",
            class_=title,
            n=MOST_USES,
            all=len(uses),
        )
        uses = sorted(uses, key=lambda use: -len(use.quotations))[:MOST_USES]
    return {"title": title, "source_class": source_class, "quotes": [_show_use(use, results) for use in uses]}


def _show_use(use, results):
    """One speaker's words for one group of people, with the first sentence that they stand in."""
    first = use.quotations[0]
    document = results.whole.document_of[first["document"]]
    before, words, after = map(join_lines, first["quote"].partition(first["label"]))
    language = document.language or None
    times = len(use.quotations)
    words_used = ", ".join(map(put_in_marks, use.words[:MOST_WORDS]))
    if len(use.words) > MOST_WORDS:
        words_used = say("{names} and {n} more", names=words_used, n=len(use.words) - MOST_WORDS)
    who = say_name(use.source_name) if use.source_name else SOURCE_CLASS_NAMES["unknown"]
    return {
        "words": words_used,
        "line": [style(before, "quote", language), style(words, "mark", language), style(after, "quote", language)],
        "source": say("{who}, in {document}", who=who, document=say_name(document.outlet) or document.document)
        + (f"; {say_many('{n} time in all', '{n} times in all', times)}" if times > 1 else ""),
    }


def tabulate_refused(results):
    """One row a number or statement that was looked at and refused, by rule and reason."""
    shown = [refused for refused in results.rejected if refused.document in results.document_of]
    shown = shown[:MOST_REFUSED] if results.full else shown
    rows = [
        [
            style(refused.text, "quote", results.document_of[refused.document].language or None),
            [refused.reason, BREAK, style(refused.rule, "code")],
            style(join_lines(refused.quote), "small", results.document_of[refused.document].language or None),
        ]
        for refused in shown
    ]
    columns = [(say("Words"), 3), (say("Why they are no claim"), 4), (say("Where they stand"), 6)]
    caption = say("Numbers and statements that were looked at and are no claims.")
    if len(shown) < len(results.rejected):
        caption += " " + say(
            "These are the first {n} of {all}; data/rejected.csv holds all.", n=len(shown), all=len(results.rejected)
        )
    return Table("refused", caption, columns, rows, empty=say("None was refused."))


def tabulate_hashes(results):
    """One row a document: its size and the hash of its bytes."""
    rows = [
        [document.document, write_number(document.characters), style(document.sha256, "code")]
        for document in choose_documents(results, MOST_DOCUMENTS)
    ]
    columns = [(say("Document"), 3), (say("Characters"), 1.6), (say("SHA-256 of the file"), 7)]
    caption = say("The files that were read.") + _say_rest(results, "documents", len(rows))
    return Table("hashes", caption, columns, rows, numeric=[say("Characters")])


def list_provenance_facts():
    """The versions of this project and of the tools that make the report's bytes."""
    tools = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in TOOLS)
    return Facts([(say("Made by"), f"clemency {importlib.metadata.version('clemency')}"), (say("With"), tools)])


def name_class(source_class):
    """The heading of a class of sources."""
    return capitalise(SOURCE_CLASS_NAMES[source_class])
