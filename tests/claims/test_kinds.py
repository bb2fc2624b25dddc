"""Kinds, statuses and measures: what a number counts."""

import pytest
from claims.reading import only_claim, read, read_sentence


@pytest.mark.parametrize(
    ("sentence", "kind", "measure"),
    [
        ("He pardoned 30 prisoners.", "pardon", "flow"),
        ("Clemency was granted to 12 people.", "pardon", "flow"),
        ("Another 18 prisoners walked free.", "release", "flow"),
        ("The regime let 5,774 prisoners go.", "release", "flow"),
        ("The amnesty applies to 2,975 prisoners.", "amnesty", "flow"),
        ("For 702 prisoners a year was taken off the sentence.", "commutation", "flow"),
        ("Russia and the United States swapped 24 prisoners.", "exchange", "flow"),
        ("There are 1,203 political prisoners in Belarus.", "political_prisoners", "stock"),
        ("In July 170 people were convicted.", "convicted", "flow"),
        ("Police detained 20 people.", "detained", "flow"),
        ("The commission went through the cases of 2,975 persons.", "other", "flow"),
        ("At least six political prisoners have died in custody.", "other", "flow"),
        ("Виасна признала политзаключенными еще 14 человек.", "other", "flow"),
        ("На свободу вышли 18 человек.", "release", "flow"),
        ("Памілаваны 25 зняволеных.", "pardon", "flow"),
        ("Amnistyja zakranie 8000 čałaviek.", "amnesty", "flow"),
    ],
)
def test_the_words_beside_a_number_say_what_it_counts(sentence, kind, measure):
    """Each kind is told by its own words, in every language."""
    language = "be-Latn" if "č" in sentence else "be" if "Памілаваны" in sentence else ""
    scene = "The colony holds many prisoners." if sentence.isascii() else "Колония, калонія, турма."
    if language == "be-Latn":
        scene = "Kałonija i turma."
    claim = only_claim(sentence, scene=scene, language=language)
    assert (claim.kind, claim.measure) == (kind, measure)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("He pardoned 30 prisoners.", "occurred"),
        ("He will pardon 30 prisoners.", "planned"),
        ("Some 2,200 prisoners are expected to be freed.", "planned"),
        ("The answer was no for 1,515 prisoners.", "denied"),
        ("Под амнистию могут попасть 8000 заключенных.", "planned"),
    ],
)
def test_a_plan_or_a_refusal_is_no_event(sentence, status):
    """Words that lead up to an act say whether it happened."""
    scene = "The colony holds many prisoners." if sentence.isascii() else "Колония и тюрьма."
    assert only_claim(sentence, scene=scene).status == status


def test_those_whose_release_is_asked_for_are_held():
    """A demand counts people in prison: a stock, not a release."""
    claim = only_claim("She asked for the release of a further 1,150 prisoners.")
    assert (claim.kind, claim.measure, claim.status) == ("political_prisoners", "stock", "occurred")


def test_a_prisoner_pardoned_long_after_conviction_is_a_pardon():
    """«People convicted of …» describes the pardoned and is no count of convictions."""
    assert only_claim("He pardoned 25 people convicted of extremist crimes.").kind == "pardon"


@pytest.mark.parametrize(
    "text",
    [
        "The president “pardoned” two turkeys before the holiday. Last year one bird got clemency.",
        "The league announced an amnesty for 14 players with yellow cards.",
        "A tax amnesty starts in May, and 12,500 taxpayers may use it. Tax debts of 300 people were forgiven.",
    ],
)
def test_an_amnesty_of_taxes_cards_or_birds_is_none(text):
    """The word alone does not decide."""
    assert read(text).claims == []


def test_amnesty_international_is_a_name():
    """The organisation's name is no amnesty."""
    claim = only_claim("Amnesty International said that 120 people were detained.")
    assert (claim.kind, claim.source_name) == ("detained", "Amnesty International")


def test_what_is_usually_done_is_refused():
    """A habit and its holidays are no event and no dates."""
    reading = read_sentence("In prisons, amnesties are usually held before May 9 and July 3.")
    assert reading.claims == []
    assert {"date.habitual", "statement.habitual"} <= {row.rule for row in reading.rejected}


def test_officials_who_say_that_there_are_none_deny():
    """A denial is a statement without a number."""
    claim = only_claim("The authorities insist that there are no political prisoners.")
    assert (claim.kind, claim.status, claim.low, claim.source_class) == (
        "political_prisoners",
        "denied",
        None,
        "official",
    )


def test_headline_and_body_are_one_claim():
    """The body's sentence is the claim, the headline an appearance of it."""
    (claim,) = read(
        "Ruler pardons 16 prisoners\n\nHe has pardoned eight women and eight men, his press office reports."
    ).claims
    assert (claim.low, len(claim.appearances)) == (16, 1)
    assert claim.appearances[0]["quote"] == "Ruler pardons 16 prisoners"


def test_a_rounded_figure_and_the_exact_one_are_one_claim():
    """«Nearly 6,000», then 5,774: the exact figure stands."""
    text = "Nearly 6,000 prisoners walked free under an amnesty.\n\nOn March 17 the regime let 5,774 prisoners go."
    (claim,) = read(text).claims
    assert (claim.low, claim.relation) == (5774, "=")


def test_two_equal_numbers_of_different_people_stay_two():
    """«45,000 prisoners … and 45,000 others» are two claims."""
    claims = read_sentence("It frees 45,000 prisoners under house arrest and 45,000 others for good.").claims
    assert [claim.low for claim in claims] == [45000, 45000]


def test_the_id_of_a_claim_depends_on_nothing_but_place_and_kind():
    """Reading the same text twice, or among others, gives the same ids."""
    text = "He pardoned 16 prisoners. Another 18 prisoners walked free."
    assert [claim.claim_id for claim in read(text).claims] == [claim.claim_id for claim in read(text).claims]
    assert len({claim.claim_id for claim in read(text).claims}) == 2
