"""Claims and documents made by hand, with only what a test is about."""

import hashlib

from clemency.claims.claim import Claim
from clemency.claims.text import Text
from clemency.documents.document import Document, Sentence
from clemency.documents.sentences import split_sentences


def make_claim(document="a", at=0, **fields):
    """A claim of an exact pardon unless said otherwise; `day` is short for one known day, `n` for an exact number."""
    day, number = fields.pop("day", None), fields.pop("n", None)
    quote = fields.pop("quote", f"{document}{at}")
    if day:
        fields |= {"date": day, "earliest": day, "latest": day}
    if number is not None:
        fields |= {"low": number, "high": number, "relation": "="}
    values = {
        "appearances": [], "kind": "pardon", "measure": "flow", "low": None, "high": None, "relation": None,
        "breakdown": {}, "part_of": None, "date": None, "earliest": None, "latest": None, "date_basis": "stated",
        "date_reason": "The sentence says so.", "period": None, "status": "occurred", "source_class": "media",
        "source_name": "", "label": "", "label_source_class": "", "rule": "made",
    } | fields  # fmt: skip
    end = values.pop("end", at + len(quote))
    start = values.pop("start", at)
    named = ".".join(str(values[name]) for name in ("kind", "low", "high", "date", "status", "measure"))
    claim_id = values.pop("claim_id", hashlib.sha256(f"{document}.{start}.{named}".encode()).hexdigest()[:10])
    spans = {"start": start, "end": end, "sentence_start": at, "sentence_end": at + len(quote), "quote": quote}
    return Claim(claim_id=claim_id, document=document, **spans, prefix="", suffix="", **values)


def make_range(edtf, first, last):
    """The three date fields of a claim whose day is not known exactly."""
    return {"date": edtf, "earliest": first, "latest": last}


def make_document(text="", name="a", published="", language="en", headline=False):
    """A document of a text, cut into sentences; its first is the headline if that is asked for."""
    sentences = [
        Sentence(start, end, "headline" if headline and not index else "body", 0, text[start:end])
        for index, (start, end) in enumerate(split_sentences(text))
    ]
    basis = ("stated" if published else "unknown", "The page says so." if published else "")
    known = (name, name, len(text), language, "", "", "", published, *basis, 0, len(text))
    document = Document(*known, text=text, sentences=sentences)
    document.countries = " ".join(Text(document).countries)
    return document


def find_claim(document, words, sentence=None, **fields):
    """A claim at the given words of a document."""
    text = document.text
    at = text.index(sentence or words)
    start = text.index(words, at)
    quote = sentence or words
    return make_claim(document.document, at, quote=quote, start=start, end=start + len(words), **fields)
