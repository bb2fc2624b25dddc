"""What the parameters leave out of a report is counted, and nothing that stays names what is gone."""

import pytest

from clemency.report.parameters import ParameterError, Parameters
from clemency.report.results import read_results

from .project import ROOT


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch):
    """The seeds are found from the project's folder."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    "chosen",
    [{"kinds": ["political_prisoners"]}, {"include_planned": False}, {"date_from": "2025"}, {"date_to": "2022"}],
)
def test_every_claim_is_in_the_report_or_counted_as_left_out(chosen):
    """k claims stay and n - k are counted, each under the parameter that left it out."""
    everything, some = read_results(Parameters()), read_results(Parameters(**chosen))
    assert 0 < len(some.claims) < len(everything.claims)
    assert len(some.claims) + sum(some.left_out.values()) == len(everything.claims)
    assert len(some.documents) == len(everything.documents)


def test_events_comparisons_and_checks_rest_on_claims_that_stay():
    """A filter takes away what was derived from a claim together with the claim."""
    results = read_results(Parameters(date_from="2025", kinds="pardon"))
    assert all(claim in results.claim_of for event in results.events for claim in event.claims)
    assert not results.comparisons
    assert {check.document for check in results.checks} == {claim.document for claim in results.claims}


def test_documents_are_chosen_by_the_country_that_they_are_about():
    """Both seeds are about Belarus; a country that no document is about is an error that names those there are."""
    assert len(read_results(Parameters(countries="by")).documents) == 2
    with pytest.raises(ParameterError, match="countries: no document is about LT; there are: BY"):
        read_results(Parameters(countries=["LT"]))


def test_documents_are_chosen_by_file_name_with_or_without_its_ending():
    """* stands for anything; a pattern that fits none is an error that names some there are."""
    for pattern in ("002_*", "002_*.txt"):
        assert [document.document[:4] for document in read_results(Parameters(documents=pattern)).documents] == ["002_"]
    with pytest.raises(ParameterError, match="there are, for instance: 000_"):
        read_results(Parameters(documents="2025-*"))
