"""Rows: drafts as claims, and the numbers of parts that are not read as refusals."""

import hashlib
import re

from clemency.claims.claim import Claim, Rejected
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.reading import is_political
from clemency.documents.edtf import read_bounds
from clemency.messages import say

CONTEXT = 32  # characters of context on either side of a quotation
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u2009\u202f ]\d{3})*(?:[.,]\d+)?")


def finish_rejected(state):
    """The refused numbers, with those of the parts that are not read."""
    for block in state.document.blocks:
        if block.zone in ("sidebar", "furniture"):
            line = state.document.text[block.start : block.end]
            for match in _DIGITS.finditer(line):
                start = block.start + match.start()
                reason = say("It stands in a sidebar or page furniture, which is not part of the report.")
                state.rejected.append(
                    Rejected(
                        state.document.document,
                        start,
                        start + len(match.group()),
                        match.group(),
                        line,
                        f"zone.{block.zone}",
                        reason,
                    )
                )
    return sorted(state.rejected, key=lambda row: (row.start, row.end, row.rule))


def make_claim(state, draft):
    """The row of a draft."""
    text, sentence = state.document.text, state.document.sentences[draft.sentence]
    start, end = state.text.starts[draft.first], state.text.ends[draft.last - 1]
    edtf = draft.period or draft.date
    earliest, latest = read_bounds(edtf) if edtf else (None, None)
    label, label_class = find_label(state, draft)
    others = [state.document.sentences[n] for n in sorted(set(draft.repeats)) if n != draft.sentence]
    return Claim(
        claim_id=make_claim_id(state.document.document, start, end, draft.kind),
        document=state.document.document,
        start=start,
        end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        quote=sentence.text,
        prefix=text[max(0, sentence.start - CONTEXT) : sentence.start],
        suffix=text[sentence.end : sentence.end + CONTEXT],
        appearances=[{"start": other.start, "end": other.end, "quote": other.text} for other in others],
        kind=draft.kind,
        measure=_measure(draft),
        low=draft.low,
        high=draft.high,
        relation=draft.relation if draft.value is not None else None,
        breakdown=dict(sorted(draft.breakdown.items())),
        part_of=None,
        date=None if draft.period else draft.date,
        earliest=earliest and earliest.isoformat(),
        latest=latest and latest.isoformat(),
        date_basis=draft.date_basis,
        date_reason=draft.date_reason or say("The document gives no date for it."),
        period=draft.period,
        status=draft.status,
        source_class=draft.voice.source_class,
        source_name=draft.voice.name or (state.document.outlet if draft.voice.source_class == "media" else ""),
        label=label,
        label_source_class=label_class,
        rule=draft.rule,
    )


def find_label(state, draft):
    """The words for the people counted, nearest to the count or from where it is repeated, and whose they are."""
    for n in (draft.sentence, *draft.repeats):
        rows = state.text.hits[n].of("labels")
        if n == draft.sentence:
            at = draft.span
            rows = [
                hit
                for hit in rows
                if measure_distance(state.words, at, (hit.first, hit.last))
                <= (14 if hit.first >= draft.first else (5 if is_political(hit) else -1))
            ]
            rows.sort(key=lambda hit: (measure_distance(state.words, at, (hit.first, hit.last)), hit.first - hit.last))
        if rows:
            start = state.text.starts[rows[0].first]
            found = next(label for label in state.labels[n] if label.start <= start < label.end)
            return found.label, found.source_class
    return "", ""


def _measure(draft):
    if draft.stock:
        return "stock"
    if draft.value is None:
        return "event"
    return "cumulative" if draft.period or draft.total else "flow"


def make_claim_id(document, start, end, kind):
    """A name made from document, span and kind: the same on every machine and in every order of reading."""
    digest = hashlib.sha256(f"{document}\0{start}\0{end}\0{kind}".encode()).hexdigest()
    return f"{kind.replace('_', '-')}-{digest[:10]}"
