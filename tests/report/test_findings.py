"""The findings never say more than the documents give."""

import dataclasses

import pytest

from clemency.report.blocks import as_text
from clemency.report.findings import (
    find_acts_sentence,
    find_comparison_sentence,
    find_countries_sentence,
    find_uncertainty_sentence,
    find_voices_sentence,
    name_act,
)
from clemency.report.findings import find_total_sentences as describe_totals
from clemency.report.parameters import Parameters
from clemency.report.results import Results, read_results

from .project import ROOT


@pytest.fixture
def results(monkeypatch):
    """What the two seeds hold."""
    monkeypatch.chdir(ROOT)
    return read_results(Parameters())


def test_a_corpus_about_several_countries_says_so_and_names_each_but_the_first(results):
    """An act of another country has its name behind it; of one country nothing is said."""
    assert find_countries_sentence(results) == []
    assert not results.abroad
    first = results.documents[0]
    there = dataclasses.replace(first, countries="CU US")
    fields = {field.name: getattr(results, field.name) for field in dataclasses.fields(Results)}
    documents = [there, *results.documents[1:], dataclasses.replace(first, document="x")]
    mixed = Results(**{**fields, "documents": documents})
    sentence = as_text(find_countries_sentence(mixed))
    assert "about 2 countries: Belarus (2 documents) and Cuba (1 document)" in sentence
    acts = [event for event in mixed.events if mixed.claim_of[event.claims[0]].document == first.document]
    assert acts and all(as_text(name_act(act, mixed)).endswith("(Cuba)") for act in acts)


def make_total(results, **acts):
    """The results with a total of more than 300 and acts, {name: changed fields}, that it contains."""
    [total] = [event for event in results.events if event.measure == "cumulative"]
    pardon = next(event for event in results.events if event.low == 16)
    events = [dataclasses.replace(pardon, event_id=name, **{"doubts": [], **fields}) for name, fields in acts.items()]
    total = dataclasses.replace(total, contains=list(acts), may_contain=[])
    fields = {field.name: getattr(results, field.name) for field in dataclasses.fields(Results)}
    return Results(**{**fields, "events": [*events, total]})


def test_the_share_of_a_total_is_a_bound(results):
    """16 and 14 of more than 300 are at most 10 per cent, never exactly."""
    [line] = describe_totals(make_total(results, one={}, two={"low": 14, "high": 14}))
    assert "acts with 30 of these people: at most 10 % of the total" in as_text(line)


def test_an_act_of_open_number_leaves_the_share_open(results):
    """With "at least 20" among the acts nothing can be said about the most."""
    [line] = describe_totals(make_total(results, one={}, two={"low": 20, "high": None, "relation": ">="}))
    assert "acts with at least 36 of these people." in as_text(line)
    assert "%" not in as_text(line)


def test_an_act_in_doubt_is_only_perhaps_in_a_total(results):
    """What may be the same act as another one is not added to what is certain."""
    [line] = describe_totals(make_total(results, one={}, two={"doubts": [{"event": "one", "reason": "?"}]}))
    assert "acts with 16 of these people, and perhaps 16 more" in as_text(line)


def test_acts_with_more_people_than_a_total_do_not_count_alike(results):
    """39 in acts are no share of 24."""
    made = make_total(results, one={"low": 39, "high": 39})
    total = next(event for event in made.events if event.measure == "cumulative")
    total.low = total.high = 24
    total.relation = "="
    [line] = describe_totals(made)
    assert "acts with at least 39 people, more than that: the two do not count alike" in as_text(line)


def test_of_many_totals_the_last_stand_in_the_table_alone(results):
    """Eight have a sentence; of the others it is said where they are."""
    made = make_total(results, one={})
    total = made.events[-1]
    made.events += [dataclasses.replace(total, event_id=f"copy{number}") for number in range(9)]
    lines = [as_text(line) for line in describe_totals(made)]
    assert len(lines) == 9
    assert lines[-1] == "2 more totals stand among the acts."


def test_a_corpus_without_two_voices_on_one_act_says_nothing_of_them(results):
    """The seeds have no act that both sides count."""
    assert find_voices_sentence(results) == []


def test_two_voices_on_one_act_are_set_side_by_side(results):
    """Officials say 16, a rights group 13 of the same act."""
    official = next(claim for claim in results.claims if claim.source_class == "official" and claim.low == 16)
    rights = dataclasses.replace(official, claim_id="other", source_class="human_rights", low=13, relation=">=")
    act = next(event for event in results.events if official.claim_id in event.claims)
    fields = {field.name: getattr(results, field.name) for field in dataclasses.fields(Results)}
    act = dataclasses.replace(act, claims=[*act.claims, "other"])
    made = Results(**{**fields, "events": [act], "claims": [*results.claims, rights]})
    text = as_text(find_voices_sentence(made))
    assert "a number for 1 act or total" in text
    assert text.endswith("(pardon, 2 July 2025) officials say 16 and human-rights groups at least 13.")


def test_the_acts_of_the_seeds_are_named_one_by_one(results):
    """An amnesty known to the year, and two pardons known to the day."""
    text = as_text(find_acts_sentence(results))
    assert "3 acts that happened" in text
    for words in ("amnesty of 2020 (day not stated)", "pardon of 14 on 21 June 2025", "pardon of 16 on 2 July 2025"):
        assert words in text


def test_no_pair_of_the_seeds_is_called_comparable(results):
    """16 pardoned in 2025 and 1,328 held in 2022 do not count the same thing."""
    text = as_text(find_comparison_sentence(results))
    assert text.startswith("No official figure can be set against a human-rights one: the only pair does not count")


def test_a_report_without_claims_says_so_and_praises_no_dates():
    """An empty window is no window in which everything is known."""
    nothing = Results(*[[] for _ in range(8)], {})
    assert find_uncertainty_sentence(nothing) == []
    assert "no amnesty, pardon or release" in as_text(find_acts_sentence(nothing))
    assert "no official figure and no figure of a human-rights group" in as_text(find_comparison_sentence(nothing))
