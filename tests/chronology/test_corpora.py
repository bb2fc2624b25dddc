"""Linking on corpora whose truth is known."""

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.corpora import make_corpus, score_links
from clemency.chronology.link import link_claims
from clemency.chronology.totals import sum_known_acts


@pytest.mark.parametrize(("size", "seeds"), [(10, 10), (100, 10), (1000, 1)])
def test_links_are_nearly_all_right_and_nearly_all_there(size, seeds):
    """Precision and recall of linked pairs are 0.95 at least, on average over corpora (single ones of ten vary)."""
    scores = []
    for seed in range(seeds):
        corpus = make_corpus(seed, size)
        scores.append(score_links(corpus, link_claims(corpus.claims, corpus.documents)))
    precision, recall = (statistics.mean(values) for values in zip(*scores, strict=True))
    assert precision >= 0.95
    assert recall >= (0.95 if size <= 100 else 0.93)


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(3, 60))
def test_no_total_part_or_stock_is_ever_added_to_a_flow(seed, size):
    """Taking all totals but one, all parts and all stocks away changes no act's number and no known share."""
    corpus = make_corpus(seed, size)
    totals = [claim for claim in corpus.claims if claim.measure == "cumulative"]
    if not totals:
        return
    kept = [c for c in corpus.claims if c.measure in ("event", "flow") and c.part_of is None] + totals[:1]
    full, bare = (link_claims(claims, corpus.documents) for claims in (corpus.claims, kept))
    shares = []
    for events in (full, bare):
        total = next(event for event in events if totals[0].claim_id in event.claims)
        share = sum_known_acts(total, events)
        shares.append((share.low, share.high))
        acts = {event.event_id for event in events if event.measure == "event"}
        assert acts.issuperset(total.contains + total.may_contain)
    assert shares[0] == shares[1]


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_every_claim_of_an_act_or_total_is_in_one_event(seed, size):
    """Nothing is lost and nothing is told twice."""
    corpus = make_corpus(seed, size)
    events = link_claims(corpus.claims, corpus.documents)
    told = sorted(name for event in events for name in event.claims)
    assert told == sorted(claim.claim_id for claim in corpus.claims if claim.measure != "stock")


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_an_event_states_no_number_that_none_of_its_claims_states(seed, size):
    """Nothing is averaged."""
    corpus = make_corpus(seed, size)
    by_id = {claim.claim_id: claim for claim in corpus.claims}
    for event in link_claims(corpus.claims, corpus.documents):
        stated = {number for name in event.claims for number in (by_id[name].low, by_id[name].high)}
        assert {event.low, event.high} - {None} <= stated
