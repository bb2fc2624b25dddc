"""The evidence: each claim with its sentence in context, and everything that says how it was read."""

import functools

from clemency.chronology.wording import describe_count, describe_date, say_name, say_part
from clemency.messages import quote, say, say_in, tell_language
from clemency.report.blocks import style
from clemency.report.words import (
    KIND_NAMES,
    MEASURE_NAMES,
    SOURCE_CLASS_NAMES,
    STATUS_NAMES,
    capitalise,
    join_lines,
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
        return say("no number")
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
    parts = [document.title or document.document, say_name(document.outlet), describe_date(document.published)]
    return ", ".join(part for part in parts if part)


def _lead_to(document):
    """A document in a few words, as runs that lead to it; a title of another language carries that language."""
    name, lead = describe_document(document), {"url": document.url} if document.url else {"style": "words"}
    if document.title and document.language not in ("", tell_language()):
        return [{"text": document.title, "lang": document.language, **lead}, name.removeprefix(document.title)]
    return [{"text": name, **lead} if document.url else name]


def cite_claim(claim, document):
    """A claim as one cites it: its sentence, the document with its address, and the name of the claim."""
    parts = [describe_document(document), document.url, say("claim {name}", name=claim.claim_id)]
    return f"{put_in_marks(join_lines(claim.quote).strip())} {'. '.join(filter(None, parts))}."


def put_in_marks(words):
    """A quotation in the marks of the language."""
    return say_in("quotation", "“{words}”", words=words)


def mark_foreign(text, documents, form="words"):
    """A sentence of ours as runs, in which words quoted from documents of another language carry that language."""
    texts = [
        (_fold_space(document.text), document.language)
        for document in documents
        if document.language not in ("", tell_language())
    ]
    opening, closing = quote("\0").split("\0")
    runs, rest = [], text
    while texts and opening in rest:
        before, _, after = rest.partition(opening)
        ends = [place for place, sign in enumerate(after) if sign == closing]
        found = [(end, language) for end in ends for whole, language in texts if after[:end] in whole]
        if found:
            end, language = max(found)
            runs += [_style_plain(before + opening, form), style(after[:end], form, language)]
            rest = after[end:]
        else:
            runs.append(_style_plain(before + opening, form))
            rest = after
    return [*runs, _style_plain(rest, form)]


def _style_plain(text, form):
    """A run of the report's own words: plain, or in a form such as small."""
    return text if form == "words" else style(text, form)


@functools.lru_cache(maxsize=1024)
def _fold_space(text):
    """A text in which every white space is one space."""
    return " ".join(text.split())


def _describe_counted(claim):
    """What is counted, how, and which parts are named."""
    kind = capitalise(KIND_NAMES[claim.kind])
    parts = ", ".join(
        say_in("of them", "{part} {n}", part=say_part(part), n=number) for part, number in claim.breakdown.items()
    )
    counted = f"{kind}; {MEASURE_NAMES[claim.measure]}; {describe_claim_count(claim)}"
    return say("{counted} (of them {parts})", counted=counted, parts=parts) if parts else counted


def _list_facts(claim, document):
    """What is known of a claim beside its quotation, as (term, line) pairs."""
    facts = [
        (say("Counted"), [_describe_counted(claim)]),
        (say("Status"), [STATUS_NAMES[claim.status]]),
        (say("When"), mark_foreign(f"{describe_when(claim)}. {claim.date_reason}", [document])),
        (say("Said by"), [name_source(claim.source_class, claim.source_name)]),
    ]
    if claim.label:
        whose = SOURCE_CLASS_NAMES[claim.label_source_class or "unknown"]
        facts.append((say("In the words"), [style(claim.label, "mark", document.language or None), f" ({whose})"]))
    where = say("characters {start} to {end}", start=claim.start, end=claim.end)
    facts.append((say("Document"), [*_lead_to(document), f"; {where}"]))
    if claim.appearances:
        also = [
            style(f"{put_in_marks(join_lines(place['quote']))} ", "quote", document.language or None)
            for place in claim.appearances
        ]
        facts.append((say("Also said in"), also))
    facts.append((say("Read by rule"), [style(claim.rule, "code")]))
    if claim.review:
        facts.append((say("Reviewed"), [claim.review]))
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
