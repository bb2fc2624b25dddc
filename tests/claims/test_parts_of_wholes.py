"""Which count a part belongs to, and which groups are no part at all."""

import pytest
from claims.reading import read_sentence

SCENES = {"en": "The colony holds many prisoners.", "ru": "Колония.", "be": "Калонія."}


@pytest.mark.parametrize(
    ("text", "language", "low", "breakdown"),
    [
        ("A total of 52 people, including Ihar Losik, a reporter, and six women, were freed.", "en", 52, {"women": 6}),
        ("He pardoned 168. It frees 154, and halves the terms of 14. Eleven are women.", "en", 168, {"women": 11}),
        ("He pardoned 147 convicts. Women account for 11 and foreigners for six.", "en", 147,
         {"women": 11, "foreigners": 6}),
        ("He pardoned 9,600 people. They include 114 foreigners, who will be deported.", "en", 9600,
         {"foreigners": 114}),
        ("He pardoned 15 people. Ten of the women have children.", "en", 15, {"parents": 10}),
        ("He pardoned 240 people in May. Of these 104 men and women had appealed.", "en", 240, {}),
        ("Он помиловал 34 осуждённых. За экстремизм отбывали наказание 22 человека.", "ru", 34, {"extremism": 22}),
        ("Ён памілаваў 16 чалавек. У іх лік увайшлі восем жанчын.", "be", 16, {"women": 8}),
    ],
)  # fmt: skip
def test_a_part_belongs_to_the_whole_that_it_is_taken_from(text, language, low, breakdown):
    """Lists of names, counts that were divided into rows and groups before their number leave the whole what it is."""
    claims = read_sentence(text, language=language, scene=SCENES[language]).claims
    assert {claim.low: claim.breakdown for claim in claims}[low] == breakdown


def test_a_part_of_a_part_is_of_the_same_whole():
    """«Eleven of those pardoned are women, six of them mothers» tells nothing of the pleas turned down before."""
    text = "He pardoned 21 convicts. It turned down 219 pleas. Eleven of those pardoned are women, six of them mothers."
    breakdowns = {claim.low: claim.breakdown for claim in read_sentence(text).claims}
    assert breakdowns == {21: {"women": 11, "parents": 6}, 219: {}}


@pytest.mark.parametrize(
    ("text", "language", "kind", "low"),
    [
        ("Its count of political prisoners before the release stood at 1,227.", "en", "political_prisoners", 1227),
        ("До освобождения в списке было 1227 политзаключённых.", "ru", "political_prisoners", 1227),
        ("36 persons imprisoned for political reasons have not been released.", "en", "political_prisoners", 36),
        ("36 палітвязняў дагэтуль не вызваленыя.", "be", "political_prisoners", 36),
        ("1,180 people are still detained in Belarus on what appear to be politically motivated charges.", "en",
         "political_prisoners", 1180),
        ("Twenty convicts walked out under a decree of May 9.", "en", "pardon", 20),
        ("По указу на свободу вышли 20 осуждённых.", "ru", "pardon", 20),
        ("He dropped the charges against 5,580 more people in jail.", "en", "other", 5580),
        ("No fewer than 38 people were jailed in political trials.", "en", "convicted", 38),
    ],
)  # fmt: skip
def test_the_act_of_a_count_is_that_of_its_own_clause(text, language, kind, low):
    """What only says when, or what was not done, tells no act; an edict makes a release a pardon."""
    claims = read_sentence(text, language=language, scene=SCENES[language]).claims
    assert [(claim.kind, claim.low) for claim in claims] == [(kind, low)]
