"""Properties that hold for any text, found wanting by hypothesis if they don't."""

import calendar
import datetime
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clemency.claims.read import read_claims
from clemency.documents.read import InputError, make_document

TESTS = pathlib.Path(__file__).parent.parent
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("labelled", "sets/written")
    for path in sorted((TESTS / folder / "articles").glob("*.txt"))
]
ROW = {"published": "2025-03-20", "outlet": "Example News"}
SENTENCES = sorted({line for text in TEXTS for line in text.splitlines() if len(line) > 40})
SIDEBARS = (
    "\n\nMore stories\n- Economy\n- Court frees 200 prisoners\n",
    "\n\nRead also: Ruler pardons 31 prisoners\n",
    "\n\nSubscribe to our channel: 45,000 readers did\n- 12 prisoners pardoned\n",
)
BYLINES = ("By Anna Nowak | 3 min read\n\n", "Photo: Example Agency\n\n", "Share: 120\n\n")
FORMS = ("{d} {name} {y}", "{name} {d}, {y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}", "{d:02}/{m:02}/{y}")
NAMES = [calendar.month_name[month] for month in range(1, 13)]


def read(text, **row):
    """The reading of a text of a known day."""
    return read_claims(make_document("text", text.encode(), ROW | row))


def facts(reading):
    """What claims say, without where they stand."""
    return [
        (c.quote, c.kind, c.low, c.high, c.relation, c.date, c.period, c.status, c.source_class) for c in reading.claims
    ]


mixtures = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n\n".join)


@settings(max_examples=60)
@given(mixtures)
def test_every_span_reads_back_as_its_quote(text):
    """Offsets are exact in any mixture of paragraphs."""
    reading = read(text)
    for claim in reading.claims:
        assert text[claim.sentence_start : claim.sentence_end] == claim.quote
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        for other in claim.appearances:
            assert text[other["start"] : other["end"]] == other["quote"]
    for row in reading.rejected:
        assert text[row.start : row.end] == row.text
    for label in reading.labels:
        assert text[label.start : label.end] == label.label
    assert len({claim.claim_id for claim in reading.claims}) == len(reading.claims)


@settings(max_examples=40)
@given(st.sampled_from(TEXTS), st.sampled_from(SIDEBARS))
def test_a_sidebar_changes_no_claim(text, sidebar):
    """What is added behind the body is refused and changes nothing else."""
    body = text.rstrip()
    assert facts(read(body + sidebar)) == facts(read(body))


@settings(max_examples=40)
@given(st.sampled_from(TEXTS), st.sampled_from(BYLINES))
def test_a_byline_changes_no_claim(text, byline):
    """A line of page furniture after the headline changes nothing."""
    head, gap, body = text.partition("\n\n")
    assert facts(read(head + gap + byline + body)) == facts(read(text))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@settings(max_examples=20)
@given(text=st.sampled_from(TEXTS))
def test_the_encoding_changes_no_claim(encoding, text):
    """The same text in another encoding gives the same rows."""
    other = read_claims(make_document("text", text.encode(encoding), ROW))
    assert other == read(text)


@settings(max_examples=30)
@given(st.sampled_from(TEXTS))
def test_the_line_endings_change_no_claim(text):
    """A text saved with carriage returns says the same."""
    other = facts(read(text.replace("\n", "\r\n")))
    assert [fact[1:] for fact in other] == [fact[1:] for fact in facts(read(text))]


@settings(max_examples=60)
@given(st.dates(datetime.date(2019, 1, 1), datetime.date(2025, 3, 20)))
def test_the_form_of_a_date_changes_no_date(day):
    """2 July 2024, July 2, 2024, 02.07.2024, 2024-07-02 and 02/07/2024 are one day."""
    written = [form.format(d=day.day, m=day.month, y=day.year, name=NAMES[day.month - 1]) for form in FORMS]
    found = set()
    for form in written:
        claims = read(f"The colony holds prisoners.\n\nOn {form} he pardoned 16 prisoners.").claims
        found.update(claim.date for claim in claims)
    assert found == {day.isoformat()}


@settings(max_examples=400)
@given(
    st.text(max_size=400)
    | mixtures.flatmap(
        lambda text: st.text(max_size=40).map(lambda noise: text[: len(text) // 2] + noise + text[len(text) // 2 :])
    )
)
def test_no_text_raises_anything_but_the_documented_error(text):
    """Whatever the characters, a text is read or refused with an InputError."""
    try:
        read_claims(make_document("text", text.encode("utf-8", "surrogatepass"), ROW))
        read_claims(make_document("text", text.encode("utf-8", "surrogatepass")))
    except InputError as error:
        assert str(error).startswith("text: ")


@settings(max_examples=200)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".pdf"]))
def test_no_bytes_raise_anything_but_the_documented_error(data, ending):
    """Whatever the bytes, a file is read or refused with an InputError."""
    try:
        read_claims(make_document("text", data, ending=ending))
    except InputError as error:
        assert str(error).startswith("text: ")
