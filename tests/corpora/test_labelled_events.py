"""Claims of the labelled texts and the seeds become events, by the real reader."""

import pytest

from clemency.claims.claim import OCCURRED

WAVES = {  # documents that report each wave, by the day or month and the number of people
    "July 2024": ("2024-07", 18, {"001", "003", "006", "030", "031"}),
    "16 August 2024": ("2024-08-16", 30, {"003", "006", "031"}),
    "16 September 2024": ("2024-09-16", 37, {"008"}),
    "18 January 2025": ("2025-01-18", 23, {"001"}),
    "16 September 2025": ("2025-09-16", 25, {"017"}),
    "5 March 2026": ("2026-03-05", 18, {"012"}),
}


def find_act(results, day, count):
    """The one pardon of a day or month that counts so many."""
    [act] = [
        event
        for event in results.events
        if event.kind == "pardon" and event.measure == "event" and event.status in OCCURRED
        if event.date == day and event.low == count
    ]
    return act


def list_documents(event, results):
    """The documents that report an event."""
    return {results.claim_of[name].document for name in event.claims}


def test_some_80_claims_become_some_40_events(results):
    """Of 82 claims in 23 documents 51 are of acts and totals: 22 acts that happened, 9 totals, 9 that did not happen.

    Each is in one event. A better reader may find a few more.
    """
    told = [name for event in results.events for name in event.claims]
    acts = [event for event in results.events if event.measure == "event" and event.status in OCCURRED]
    totals = [event for event in results.events if event.measure == "cumulative"]
    assert len(results.documents) == 23
    assert len(told) == len(set(told))
    found = (len(results.claims), len(told), len(acts), len(totals), len(results.events))
    assert found == pytest.approx((82, 51, 22, 9, 40), abs=4)


@pytest.mark.parametrize("wave", WAVES)
def test_a_wave_is_one_event_with_all_its_documents(results, wave):
    """Whoever speaks of it, and whatever number and date they give, it stays one."""
    day, count, documents = WAVES[wave]
    assert list_documents(find_act(results, day, count), results) == documents


def test_the_six_waves_are_six(results):
    """18 of one year are not 18 of another."""
    assert len({find_act(results, day, count).event_id for day, count, _ in WAVES.values()}) == 6


def test_15_of_the_18_are_no_act_of_their_own(results):
    """Those convicted of extremism are a part of the 18 of March 2026."""
    act = find_act(results, "2026-03-05", 18)
    assert {results.claim_of[name].breakdown.get("extremism") for name in act.claims} == {15}
    assert not [event for event in results.events if event.low == 15]


def test_the_52_who_were_freed_are_not_the_25_who_were_pardoned(results):
    """A release of the week before is another act than the pardon of the day."""
    [freed] = [event for event in results.events if event.low == 52 and event.measure == "event"]
    pardoned = find_act(results, "2025-09-16", 25)
    assert (freed.kind, freed.event_id == pardoned.event_id) == ("release", False)
    assert list_documents(freed, results) == list_documents(pardoned, results) == {"017"}
