"""Where the claims of a folder were read, and what a report that shows some of its claims shows of them."""

import collections

from clemency.messages import mark, say, write_number
from clemency.report.blocks import Facts, Table, style
from clemency.report.findings import list_acts
from clemency.report.sections import Section
from clemency.report.words import KIND_NAMES, capitalise


def show_excerpt(results):
    """Where the claims of a folder come from, and which of very many claims are shown; else nothing."""
    facts = (_list_origin(results.folder) if results.folder else []) + (_list_shown(results) if results.full else [])
    lead = say("The claims were read before, and what was read is kept.")
    if results.full:
        lead = say(
            "These are more claims than can be printed. What follows shows the most consequential; numbers of "
            "documents, claims, acts and pairs are those of all of them."
        )
    blocks = [Facts(facts)] if facts else []
    return Section(mark("What is shown"), lead, *blocks, *([_tabulate_years(results.whole)] if results.full else []))


def _list_origin(folder):
    """Where the claims of a folder were read, and by which rules."""
    read = folder.manifest["documents"]
    number = say(
        "{read}, of which {told} hold a claim; {refused} could not be read",
        read=read["read"],
        told=read["with_claims"],
        refused=read["refused"],
    )
    rules = say("other rules than those that are here now") if folder.has_own_rules else say("the rules that are here")
    return [
        (say("Folder of claims"), style(folder.path.name, "code")),
        (say("Documents read"), number),
        (say("Read by"), [rules, ", ", style(folder.manifest["rules"], "code")]),
    ]


def _list_shown(results):
    """How many claims and acts are shown, and where the others are."""
    whole = results.whole
    acts, shown = len(list_acts(whole)), len(list_acts(results))
    number = say("{n} of {all}, with their sentences", n=len(results.claims), all=len(whole.claims))
    largest = say("{n} of {all}: those of comparable figures, then the largest of each kind", n=shown, all=acts)
    return [
        (say("Claims shown"), number),
        (say("Acts shown"), largest),
        (say("Totals and counts of people held"), say("the latest")),
        (say("All the rest"), say("in the folder data beside the page; the PDF has only small tables attached")),
    ]


def _tabulate_years(whole):
    """One row a year: how many acts of each kind the documents report. Acts are counted, never people."""
    acts = list_acts(whole)
    kinds = [kind for kind in KIND_NAMES if any(act.kind == kind for act in acts)]
    counts = collections.Counter((_find_year(act), act.kind) for act in acts)
    years = sorted({year for year, _ in counts}, key=lambda year: (not year, year))
    rows = [
        [year or say("not known to the year"), *(_write_count(counts[year, kind]) for kind in kinds)] for year in years
    ]
    columns = [(say("Year"), 2), *((capitalise(KIND_NAMES[kind]), 2) for kind in kinds)]
    caption = say("How many acts the documents report, year by year: acts, not people.")
    return Table("years", caption, columns, rows, numeric=[title for title, _ in columns[1:]])


def _write_count(number):
    """A number of acts, or a dash for none."""
    return write_number(number) if number else "–"


def _find_year(act):
    """The year that all days lie in on which an act may have been; "" if it may have been in several."""
    year = (act.earliest or "")[:4]
    return year if year == (act.latest or "")[:4] else ""
