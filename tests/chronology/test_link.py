"""Which claims report one act, and which don't."""

import random

import pytest

from chronology.corpora import make_corpus
from chronology.made import make_claim, make_document, make_range
from clemency.chronology.link import link_claims

JULY = make_range("2024-07", "2024-07-01", "2024-07-31")
AUGUST = make_range("2024-08", "2024-08-01", "2024-08-31")


def group(*claims, documents=()):
    """The events of some claims as sets of the claims' places in the list."""
    place = {claim.claim_id: index for index, claim in enumerate(claims)}
    return {frozenset(place[name] for name in event.claims) for event in link_claims(list(claims), list(documents))}


ONE = {frozenset({0, 1})}
TWO = {frozenset({0}), frozenset({1})}


def test_two_documents_with_the_same_number_and_day_report_one_act():
    """The plain case."""
    assert group(make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30, day="2024-08-16")) == ONE


def test_a_report_may_be_a_day_off():
    """Decrees are signed one day and made known the next."""
    assert group(make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30, day="2024-08-17")) == ONE


def test_two_days_apart_are_two_acts():
    """When in doubt two events stay two."""
    assert group(make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30, day="2024-08-18")) == TWO


def test_a_release_reported_with_the_number_and_day_of_a_pardon_is_that_pardon():
    """The news says "released" of a pardon; the event keeps the mechanism that is named."""
    claims = [make_claim("a", n=14, day="2025-06-21"), make_claim("b", n=14, day="2025-06-21", kind="release")]
    (event,) = link_claims(claims, [])
    assert event.kind == "pardon"


def test_a_release_of_other_people_in_the_same_days_is_not_the_pardon():
    """52 freed after talks and 25 pardoned some days later stay two."""
    freed = make_claim("a", n=52, kind="release", **make_range("2025-09", "2025-09-01", "2025-09-30"))
    assert group(make_claim("a", at=50, n=25, day="2025-09-16"), freed) == TWO


def test_a_month_holds_the_day_on_which_the_same_number_was_pardoned():
    """ "Last month 30 were pardoned" is the pardon of 30 on the 16th."""
    assert group(make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30, **AUGUST)) == ONE


def test_a_number_in_a_month_that_fits_two_acts_joins_neither_and_the_doubt_is_kept():
    """Nothing is decided that the documents leave open."""
    first, second = make_claim("a", n=18, day="2024-07-03"), make_claim("b", n=18, day="2024-07-20")
    vague = make_claim("c", n=18, **JULY)
    events = link_claims([first, second, vague], [])
    alone = next(event for event in events if event.claims == [vague.claim_id])
    assert len(events) == 3
    assert {doubt["event"] for doubt in alone.doubts} == {event.event_id for event in events} - {alone.event_id}


def test_a_lower_bound_joins_the_exact_number_that_it_allows():
    """A rights group that knows of at least 13 speaks of the 30 of that month."""
    known = make_claim("b", low=13, relation=">=", kind="release", source_class="human_rights", **AUGUST)
    (event,) = link_claims([make_claim("a", n=30, day="2024-08-16"), known], [])
    assert (event.low, event.high, event.relation) == (30, 30, "=")


def test_a_lower_bound_far_below_is_about_something_else():
    """ "At least 3" says nothing of an amnesty of thousands."""
    assert group(make_claim("a", n=5774, day="2024-08-16"), make_claim("b", low=3, relation=">=", **AUGUST)) == TWO


def test_a_rounded_number_joins_the_exact_one():
    """ "Nearly 6,000" is 5,774."""
    assert (
        group(
            make_claim("a", n=5774, day="2022-11-17"),
            make_claim("b", low=6000, high=6000, relation="~", day="2022-11-17"),
        )
        == ONE
    )


def test_a_known_part_joins_its_whole():
    """ "20 pardoned" is the 22 of whom another document says that 20 were convicted of extremism."""
    whole = make_claim("a", n=22, day="2025-03-01", breakdown={"extremism": 20})
    (event,) = link_claims([whole, make_claim("b", n=20, day="2025-03-01")], [])
    assert (event.low, event.high) == (22, 22)


def test_a_stated_part_joins_its_whole_and_leaves_the_number_alone():
    """A claim with `part_of` says nothing of how many there were in all."""
    whole = make_claim("a", n=18, day="2026-03-05")
    part = make_claim("a", at=90, n=15, day="2026-03-05", part_of=whole.claim_id)
    (event,) = link_claims([part, whole], [])
    assert (event.low, event.high, len(event.claims)) == (18, 18, 2)


def test_numbers_that_differ_little_on_one_day_are_one_event_with_a_conflict():
    """52 here and 51 there are kept side by side, never averaged."""
    claims = [make_claim("a", n=52, day="2025-09-11"), make_claim("b", n=51, day="2025-09-11")]
    (event,) = link_claims(claims, [])
    (conflict,) = event.conflicts
    assert (event.low, event.high, event.relation) == (51, 52, "range")
    assert conflict["values"] == [51, 52]
    assert conflict["claims"] == [[claims[1].claim_id], [claims[0].claim_id]]


def test_days_that_differ_are_kept_as_a_range_and_a_conflict():
    """No document is voted down."""
    events = link_claims([make_claim("a", n=52, day="2025-09-11"), make_claim("b", n=52, day="2025-09-12")], [])
    assert events[0].date == "[2025-09-11..2025-09-12]"
    assert events[0].conflicts[0]["field"] == "date"


def test_other_numbers_on_the_same_day_stay_two_events_and_say_so():
    """The doubt is shown on both."""
    events = link_claims([make_claim("a", n=52, day="2025-09-11"), make_claim("b", n=20, day="2025-09-11")], [])
    assert len(events) == 2
    assert all(event.doubts for event in events)


def test_two_numbers_of_one_sentence_are_two_counts():
    """45,000 under house arrest and 45,000 others for good are not the same people."""
    one = make_claim("a", n=45000, day="2020-04-14", start=0, quote="45,000 and 45,000 others")
    other = make_claim("a", n=45000, day="2020-04-14", start=11, quote="45,000 and 45,000 others")
    assert group(one, other) == TWO


def test_a_text_printed_twice_is_one_witness():
    """Mirrors and agency copies report one act, even undated, and the link says why."""
    sentence = "The president has pardoned thirty people convicted of extremism, the office said."
    claims = [make_claim(name, n=30, quote=sentence) for name in ("a", "b")]
    (event,) = link_claims(claims, [])
    assert [link["rule"] for link in event.links] == ["same_sentence"]


def test_what_is_planned_never_joins_what_occurred():
    """Plans, demands and denials stand apart."""
    planned = make_claim("b", n=30, day="2024-08-16", status="planned")
    events = link_claims([make_claim("a", n=30, day="2024-08-16"), planned], [])
    assert [event.status for event in events if planned.claim_id in event.claims] == ["planned"]
    assert len(events) == 2


def test_a_plan_that_a_document_mentions_twice_is_one():
    """ "He intends to discuss an amnesty … an amnesty can be carried out" is one proposal."""
    claims = [make_claim("a", at=at, kind="amnesty", measure="event", status="planned") for at in (0, 90)]
    assert group(*claims) == ONE


def test_an_uncounted_report_joins_the_only_act_of_its_time():
    """ "An amnesty took place in 2020" is the amnesty of May 2020, if there is no other."""
    year = make_range("2020", "2020-01-01", "2020-12-31")
    assert (
        group(
            make_claim("a", n=2500, kind="amnesty", day="2020-05-08"),
            make_claim("b", kind="amnesty", measure="event", **year),
        )
        == ONE
    )


def test_one_person_released_is_told_from_another_by_name():
    """Numbers of one or two are too common to link by."""
    day = {"n": 1, "day": "2024-07-03", "kind": "release"}
    named = [make_claim(name, quote=words, **day) for name, words in (("a", "Ryhor Kastusiou"), ("b", "Mr Kastusiou"))]
    other = make_claim("c", quote="Daria Losik", **day)
    assert group(*named, other) == {frozenset({0, 1}), frozenset({2})}


def test_acts_of_different_countries_are_never_one():
    """Documents that name no country in common are about different acts."""
    documents = [make_document("Belarus freed 30.", "a"), make_document("Egypt freed 30.", "b")]
    claims = [make_claim(name, n=30, day="2024-08-16") for name in ("a", "b")]
    assert group(*claims, documents=documents) == TWO


def test_an_undated_number_joins_the_act_of_the_weeks_before_its_publication():
    """A report without a date is about news."""
    documents = [make_document(name="a", published="2024-08-16"), make_document(name="b", published="2024-08-20")]
    assert group(make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30), documents=documents) == ONE


def test_an_undated_act_is_kept_without_a_date():
    """What happened some day still happened."""
    (event,) = link_claims([make_claim("a", n=30)], [make_document(name="a")])
    assert (event.status, event.date, event.earliest) == ("occurred", None, None)


def test_a_commutation_is_no_release():
    """702 whose term was cut and 702 set free are different people."""
    assert group(make_claim("a", n=702, day="2015-07-02", kind="commutation"),
                 make_claim("b", n=702, day="2015-07-02", kind="release")) == TWO  # fmt: skip


WAVES = [(18, JULY), (30, {"day": "2024-08-16"}), (37, {"day": "2024-09-16"}), (23, {"day": "2025-01-18"}),
         (25, {"day": "2025-09-16"}), (18, {"day": "2026-03-05"})]  # fmt: skip


def test_six_waves_are_six_events():
    """Waves of like size stay apart, and each is found again in another document."""
    claims = [make_claim(name, at=at, n=n, **when) for name in "ab" for at, (n, when) in enumerate(WAVES)]
    events = link_claims(claims, [])
    assert sorted(event.low for event in events) == sorted(n for n, _ in WAVES)
    assert all(len(event.claims) == 2 for event in events)


def test_every_link_names_its_rule_and_says_why_in_a_sentence():
    """A reader can ask why two claims were put together."""
    claims = [make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=30, **AUGUST)]
    (link,) = link_claims(claims, [])[0].links
    assert link["rule"] == "same_count_in_period"
    assert link["reason"] == "Both report 30, and the dates allow one day."
    assert link["claims"] == sorted(claim.claim_id for claim in claims)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_claims_makes_no_difference(seed):
    """Events, their names and their links are the same whatever the order of reading."""
    corpus = make_corpus(seed, 40)
    shuffled = random.Random(seed).sample(corpus.claims, len(corpus.claims))
    turned = corpus.documents[::-1]
    assert link_claims(shuffled, turned) == link_claims(corpus.claims, corpus.documents)


ACTS = [
    make_claim("a", n=18, day="2024-07-03", quote="In the first wave 18 went free, Ryhor Kastusiou among them"),
    make_claim("b", n=18, day="2024-07-20", quote="In the second wave 18 went free, Daria Losik among them"),
]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The second group of 18 was freed that month", "same_wave"),
        ("In July 18 were freed, such as Daria Losik", "same_names"),
    ],
)
def test_the_number_of_a_wave_or_a_name_tells_which_of_two_acts_is_meant(sentence, rule):
    """Where numbers and dates fit both."""
    vague = make_claim("c", n=18, quote=sentence, **JULY)
    event = next(event for event in link_claims([*ACTS, vague], []) if vague.claim_id in event.claims)
    assert ACTS[1].claim_id in event.claims
    assert [link["rule"] for link in event.links] == [rule]


def test_numbers_that_add_up_in_one_document_are_parts_of_their_sum():
    """228 pardoned and 314 on parole are the 542 released, not further people."""
    days = {"542": "2019-08-12", "228": "2019-08-12", "314": "2019-08-13"}
    claims = [make_claim("a", at=int(n), n=int(n), kind="release", day=day) for n, day in days.items()]
    (event,) = link_claims(claims, [])
    assert (event.low, event.high, {link["rule"] for link in event.links}) == (542, 542, {"adds_up"})


def test_acts_of_different_months_are_no_parts_of_a_later_one_that_equals_their_sum():
    """Chance is no reason."""
    days = {"542": "2019-08-12", "228": "2019-03-12", "314": "2019-05-13"}
    claims = [make_claim("a", at=int(n), n=int(n), kind="release", day=day) for n, day in days.items()]
    assert len(link_claims(claims, [])) == 3


def test_a_speaker_or_a_country_that_both_sentences_name_is_no_reason():
    """All such news names the ruler and the country."""
    vague = make_claim("c", n=18, quote="In July Lukashenko of Belarus freed 18", **JULY)
    acts = [ACTS[0], make_claim("b", n=18, day="2024-07-20", quote="That day Lukashenko of Belarus freed 18 people")]
    assert len(link_claims([*acts, vague], [])) == 3
