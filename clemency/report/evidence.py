"""The evidence: each claim with its sentence in context, and everything that says how it was read."""

from clemency.chronology.wording import describe_count, describe_date
from clemency.report.blocks import style
from clemency.report.words import (
    KIND_NAMES,
    MEASURE_NAMES,
    STATUS_NAMES,
    capitalise,
    join_lines,
    name_part,
    name_source,
)

CONTEXT = 160  # characters before and after the sentence


def describe_claim(claim):
    """A claim in a few words, such as "Pardon: 16, 2 July 2025"."""
    name = capitalise(KIND_NAMES[claim.kind])
    number = "" if claim.low is None and claim.high is None else f": {describe_claim_count(claim)}"
    return f"{name}{number}, {describe_when(claim)}"


def describe_claim_count(claim):
    """The number that a claim states, with its relation; "no number" if it states none."""
    if claim.low is None and claim.high is None:
        return "no number"
    return describe_count(claim.low, claim.high, claim.relation)


def describe_when(claim):
    """The day or period of a claim in words."""
    return describe_date(claim.period if claim.measure == "cumulative" and claim.period else claim.date)


def _cut_before(text, start):
    """Up to CONTEXT characters before a place, from the beginning of a word or line."""
    piece = text[max(0, start - CONTEXT) : start]
    if start > CONTEXT:
        piece = "… " + piece.partition(" ")[2]
    return piece


def _cut_after(text, end, limit):
    """Up to CONTEXT characters after a place, to the end of a word, and not past `limit`."""
    piece = text[end : min(limit, end + CONTEXT)]
    return piece.rpartition(" ")[0] + " …" if end + CONTEXT < limit else piece


def quote_in_context(document, sentence_start, sentence_end, start, end):
    """The sentence as runs, with its counted words marked and a little text on either side.

    Spans are code points of the document. A stroke stands for a line break in the context. Text after the body is
    no context.
    """
    text = document.text
    language = document.language or None
    return [
        style(join_lines(words, " / " if form == "context" else " "), form, language)
        for words, form in (
            (_cut_before(text, sentence_start), "context"),
            (text[sentence_start:start], "quote"),
            (text[start:end], "mark"),
            (text[end:sentence_end], "quote"),
            (_cut_after(text, sentence_end, max(document.body_end, sentence_end)), "context"),
        )
    ]


def describe_document(document):
    """A document in a few words: its title or name, its outlet, its day."""
    parts = [document.title or document.document, document.outlet, describe_date(document.published)]
    return ", ".join(part for part in parts if part)


def cite_claim(claim, document):
    """A claim as one cites it: its sentence, the document with its address, and the name of the claim."""
    parts = [describe_document(document), document.url, f"claim {claim.claim_id}"]
    return f"“{join_lines(claim.quote).strip()}” {'. '.join(filter(None, parts))}."


def _describe_counted(claim):
    """What is counted, how, and which parts are named."""
    kind = capitalise(KIND_NAMES[claim.kind])
    parts = ", ".join(f"{name_part(part)} {number}" for part, number in claim.breakdown.items())
    counted = f"{kind}; {MEASURE_NAMES[claim.measure]}; {describe_claim_count(claim)}"
    return f"{counted} (of them {parts})" if parts else counted


def _list_facts(claim, document):
    """What is known of a claim beside its quotation, as (term, line) pairs."""
    name = describe_document(document)
    place = [{"text": name, "url": document.url} if document.url else name]
    facts = [
        ("Counted", [_describe_counted(claim)]),
        ("Status", [STATUS_NAMES[claim.status]]),
        ("When", [f"{describe_when(claim)}. {claim.date_reason}"]),
        ("Said by", [name_source(claim.source_class, claim.source_name)]),
    ]
    if claim.label:
        whose = name_source(claim.label_source_class, "") if claim.label_source_class else "nobody named"
        facts.append(("In the words", [style(claim.label, "mark", document.language or None), f" ({whose.lower()})"]))
    facts.append(("Document", [*place, f"; characters {claim.start:,} to {claim.end:,}"]))
    if claim.appearances:
        also = [
            style(f"“{join_lines(place['quote'])}” ", "quote", document.language or None) for place in claim.appearances
        ]
        facts.append(("Also said in", also))
    facts.append(("Read by rule", [style(claim.rule, "code")]))
    if claim.review:
        facts.append(("Reviewed", [claim.review]))
    return [{"term": term, "line": line} for term, line in facts]


def list_evidence(results):
    """One entry a claim, in the order of documents and of places in them, numbered from 1."""
    entries = []
    for number, claim in enumerate(results.claims, 1):
        document = results.document_of[claim.document]
        entries.append(
            {
                "number": number,
                "claim": claim.claim_id,
                "title": describe_claim(claim),
                "source_class": claim.source_class,
                "quote": quote_in_context(document, claim.sentence_start, claim.sentence_end, claim.start, claim.end),
                "facts": _list_facts(claim, document),
                "citation": cite_claim(claim, document),
            }
        )
    return entries
