"""Explain a reading: the document's text with what was read in it, what was refused, and by which rule."""

_SIGNS = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "fewer than ",
    "<=": "at most ",
    "range": "",
    None: "",
}


def explain_reading(document, reading):
    """Lines of text: each sentence with the claimed words in brackets, then its claims (+) and refusals (-)."""
    published = f"published {document.published or 'on an unknown day'} ({document.published_basis})"
    yield f"# {document.document}: {document.language}, {published}"
    yield f"# {document.published_reason}"
    shown = set()
    for sentence in document.sentences:
        claims = [claim for claim in reading.claims if claim.sentence_start == sentence.start]
        yield _mark(document.text, sentence, claims)
        yield from (f"    + {_describe(claim)}" for claim in claims)
        for claim in reading.claims:
            if any(other["start"] == sentence.start for other in claim.appearances):
                yield f"    = says the same as {claim.claim_id}"
        for row in reading.rejected:
            if sentence.start <= row.start < sentence.end:
                shown.add(id(row))
                yield f"    - {row.text!r} {row.rule}: {row.reason}"
    rest = [row for row in reading.rejected if id(row) not in shown]
    if rest:
        yield "# Not read:"
        yield from (f"    - {row.text!r} {row.rule}: {row.quote.strip()}" for row in rest)


def _mark(text, sentence, claims):
    """The sentence on one line, with the words of its claims in brackets."""
    pieces, at = [], sentence.start
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.start >= at:
            pieces += [text[at : claim.start], "[", text[claim.start : claim.end], "]"]
            at = claim.end
    return " ".join("".join([*pieces, text[at : sentence.end]]).split())


def _describe(claim):
    """One line on a claim: id, kind, count, date, source, status and rule."""
    count = (
        ""
        if claim.relation is None
        else f" {_SIGNS[claim.relation]}"
        + "–".join(str(bound) for bound in dict.fromkeys((claim.low, claim.high)) if bound is not None)
    )
    parts = ", ".join(f"{name} {number}" for name, number in claim.breakdown.items())
    when = claim.period or claim.date or "no date"
    source = claim.source_class + (f" ({claim.source_name})" if claim.source_name else "")
    parts = f" [{parts}]" if parts else ""
    what = f"{claim.claim_id}:{count} {claim.kind}{parts}, {claim.measure}, {claim.status}"
    return f"{what}, {when} ({claim.date_basis}), {source}, by {claim.rule}"
