"""The documents in full hold every character that was read, with every claim where it stands."""

import dataclasses
import re

import pytest

from clemency.documents.edtf import read_bounds
from clemency.documents.read import make_document
from clemency.report.blocks import Texts, render_block
from clemency.report.finder import describe_finder
from clemency.report.parameters import Parameters
from clemency.report.results import Results, read_results
from clemency.report.texts import list_texts

from .project import ROOT


@pytest.fixture
def results(monkeypatch):
    """What the two seeds hold."""
    monkeypatch.chdir(ROOT)
    return read_results(Parameters())


def change(results, **fields):
    """The results with the first claim changed, or with several in its place: `claims` are lists of changes."""
    first = results.claims[0]
    claims = [dataclasses.replace(first, claim_id=f"c{n}", **one) for n, one in enumerate(fields["claims"])]
    kept = {field.name: getattr(results, field.name) for field in dataclasses.fields(Results)}
    return Results(**{**kept, "claims": claims})


def list_pieces(results):
    """All pieces of all documents, in order."""
    texts = list_texts(results)["documents"]
    return [piece for text in texts for part in text["parts"] for line in part["paragraphs"] for piece in line]


def test_no_character_is_lost_but_white_space_between_lines(results):
    """The pieces of a document are its text."""
    for document, text in zip(results.documents, list_texts(results)["documents"], strict=True):
        lines = (line for part in text["parts"] for line in part["paragraphs"])
        words = "".join(piece["text"] for line in lines for piece in line)
        assert re.sub(r"\s", "", words) == re.sub(r"\s", "", document.text)


def test_every_claim_is_marked_at_its_words_once_and_numbered_as_in_the_evidence(results):
    """The words of a claim begin where its name stands, and its number follows their end."""
    pieces = list_pieces(results)
    begun = [name for piece in pieces for name in piece.get("ids", ())]
    assert sorted(begun) == sorted(claim.claim_id for claim in results.claims)
    for number, claim in enumerate(results.claims, 1):
        text = results.document_of[claim.document].text
        [first] = [piece for piece in pieces if claim.claim_id in piece.get("ids", ())]
        assert text[claim.start : claim.end].startswith(first["text"])
        assert any(note["number"] == number for piece in pieces for note in piece.get("notes", ()))


def test_claims_that_share_words_are_cut_apart_and_none_is_lost(results):
    """Two claims on the same words have two names there; a longer one goes on around them."""
    spans = [{"start": 0, "end": 9}, {"start": 0, "end": 9}, {"start": 3, "end": 20}]
    pieces = list_pieces(change(results, claims=[{**span, "appearances": []} for span in spans]))
    marked = [piece for piece in pieces if "claim" in piece]
    assert [len(piece["text"]) for piece in marked] == [3, 6, 11]
    assert [piece["ids"] for piece in marked] == [["c0", "c1"], ["c2"], []]
    assert [[note["number"] for note in piece["notes"]] for piece in marked] == [[], [1, 2], [3]]


def test_a_sidebar_is_shown_as_not_read(results):
    """What follows the text is there, set apart, and holds no claim."""
    page = render_block(Texts(list_texts(results)).describe())
    [sidebar] = re.findall(r'<div class="unread">.*?</div>', page, re.DOTALL)
    assert "Not read" in sidebar
    assert "2,700 victims" in sidebar
    assert "<a " not in sidebar


def test_a_text_that_holds_code_is_shown_and_not_run(results):
    """A document is text, whatever it says."""
    hostile = make_document("x", b"<script>alert(1)</script> <img src=x onerror=alert(2)> were pardoned.\n")
    kept = {field.name: getattr(results, field.name) for field in dataclasses.fields(Results)}
    page = render_block(Texts(list_texts(Results(**{**kept, "documents": [hostile], "claims": []}))).describe())
    assert "&lt;script&gt;" in page
    assert not re.search(r"<(script|img)", page)


def test_claims_are_found_by_every_year_that_their_dates_touch(results):
    """A period from July 2024 to July 2025 is found under both years, and an unknown date under “not known”."""
    rows = describe_finder(results)["rows"]
    for claim, row in zip(results.claims, rows, strict=True):
        date = claim.period or claim.date
        years = {str(day.year) for day in read_bounds(date) if day} if date else {"not known"}
        assert years <= set(row["tags"]["year"])


def test_every_choice_of_a_filter_finds_something(results):
    """A list offers what is there and nothing else, each once."""
    finder = describe_finder(results)
    for one in finder["filters"]:
        assert len(one["choices"]) == len(set(one["choices"])) > 0
        assert all(any(choice in row["tags"][one["key"]] for row in finder["rows"]) for choice in one["choices"])
