"""Who uses which words, and who says nothing."""

from chronology.made import make_claim, make_document

from clemency.chronology.link import link_claims
from clemency.claims.claim import Label
from clemency.comparison.coverage import count_coverage, find_side_by_side, tabulate_coverage
from clemency.comparison.words import tabulate_words


def make_label(words, start=0, concept="bandits", source_class="official", source_name="ruler", quote="", document="a"):
    """One wording at a place of a document."""
    end = start + len(words)
    return Label(document, start, end, words, concept, source_class, source_name, quote or f"They are {words}, {start}")


def test_a_row_for_each_concept_and_speaker():
    """Side by side: what officials call them and what others do."""
    labels = [
        make_label("bandits"),
        make_label("political prisoners", 50, "political_prisoners", "media", "Pozirk"),
        make_label("extremists", 90, "extremists"),
        make_label("bandits", 130),
    ]
    rows = tabulate_words(labels)
    assert [(row.concept, row.source_class, row.words, len(row.quotations)) for row in rows] == [
        ("bandits", "official", ["bandits"], 2),
        ("extremists", "official", ["extremists"], 1),
        ("political_prisoners", "media", ["political prisoners"], 1),
    ]


def test_a_quotation_that_stands_twice_is_given_once():
    """Repetition is no second statement, whatever marks and capitals."""
    labels = [
        make_label("“bandits,”", 5, quote="They are “bandits,” he said."),
        make_label("bandits", 90, quote="They are bandits he said"),
    ]
    (row,) = tabulate_words(labels)
    assert (row.words, [quotation["start"] for quotation in row.quotations]) == (["bandits"], [5])


def test_the_order_of_labels_makes_no_difference():
    """The table is the same whatever was read first."""
    labels = [make_label("bandits", at) for at in (0, 50)] + [make_label("beasts", 90)]
    assert tabulate_words(labels) == tabulate_words(labels[::-1])


CLAIMS = [
    make_claim("a", n=30, day="2024-08-16", source_class="official"),
    make_claim("b", low=13, relation=">=", day="2024-08-16", source_class="human_rights"),
    make_claim("b", at=50, n=16, day="2025-07-02", source_class="official"),
]


def test_a_source_that_says_nothing_of_an_event_is_named():
    """Only sources that the corpus has can be silent."""
    rows = tabulate_coverage(link_claims(CLAIMS, []), CLAIMS)
    assert [(list(row.claims), row.silent) for row in rows] == [
        (["official", "human_rights"], []),
        (["official"], ["human_rights"]),
    ]


def test_claims_of_one_event_stand_side_by_side():
    """Official 30, rights group at least 13."""
    (row,) = find_side_by_side(link_claims(CLAIMS, []), CLAIMS)
    assert {name: [claim.low for claim in found] for name, found in row.claims.items()} == {
        "official": [30],
        "human_rights": [13],
    }


def test_totals_of_one_kind_and_period_stand_side_by_side():
    """Official 114 pardoned in a year, rights group 24."""
    period = {
        "measure": "cumulative",
        "period": "2025-01-01/2025-12-01",
        "earliest": "2025-01-01",
        "latest": "2025-12-01",
    }
    claims = [
        make_claim("a", n=114, source_class="official", **period),
        make_claim("a", at=50, n=24, source_class="human_rights", **period),
    ]
    (row,) = find_side_by_side(link_claims(claims, []), claims)
    assert [found[0].low for found in row.claims.values()] == [114, 24]


def test_coverage_counts_what_was_read_and_what_was_left():
    """Undated claims and events with a single report are said to be so."""
    document = make_document("He freed 30. It rained.", "a")
    claims = [make_claim("a", n=30), make_claim("a", at=50, n=16, day="2025-07-02")]
    counts = count_coverage([document], claims, ["refused"], link_claims(claims, [document]))
    assert counts == {
        "documents": 1, "sentences": 2, "sentences_with_digits": 1, "claims": 2, "reviewed": 0, "refused": 1,
        "undated": 1, "events": 2, "alone": 2,
    }  # fmt: skip
