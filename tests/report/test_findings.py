"""The findings never say more than the documents give."""

import dataclasses

import pytest

from clemency.report.blocks import as_text
from clemency.report.findings import find_acts_sentence, find_comparison_sentence, find_uncertainty_sentence
from clemency.report.findings import find_total_sentences as describe_totals
from clemency.report.parameters import Parameters
from clemency.report.results import Results, read_results

from .project import ROOT


@pytest.fixture
def results(monkeypatch):
    """What the two seeds hold."""
    monkeypatch.chdir(ROOT)
    return read_results(Parameters())


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
