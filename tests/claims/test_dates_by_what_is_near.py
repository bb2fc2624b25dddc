"""Dates told by what else happened, by how long something took, or by what stands before."""

import pytest
from claims.reading import PUBLISHED, read

SCENES = {
    "en": "The colony holds many prisoners.",
    "ru": "В колонии сидят заключенные.",
    "be": "У калоніі сядзяць зняволеныя.",
}
NEAR_A_DAY = [
    ("en", "On 4 March 2025 the gate opened. That morning 30 prisoners were released.", "2025-03-04"),
    ("en", "On 4 March the gate opened. She was one of 52 inmates who were freed that night.", "2025-03-04"),
    ("en", "On 4 March he flew home. On the very same day seven people were detained in Brest.", "2025-03-04"),
    ("en", "On 4 March he flew home. The following night 12 prisoners were freed.", "2025-03-05"),
    ("ru", "В Бресте 4 марта был суд. Тем же вечером освободили 12 заключенных.", "2025-03-04"),
    ("ru", "В Бресте 4 марта был суд. На следующее утро освободили 12 заключенных.", "2025-03-05"),
    ("be", "У Брэсце 4 сакавіка быў суд. Той ноччу затрымалі 12 чалавек.", "2025-03-04"),
    ("be", "U Breście 4 sakavika byŭ sud. Toj ža ranicaj vyzvalili 12 źniavolenych.", "2025-03-04"),
    ("en", "It happened five years ago, in December 2019. Then 2,500 prisoners were released.", "2019-12"),
    ("ru", "Так было пять лет назад, в декабре 2019 года. Тогда на свободу вышли 2500 заключенных.", "2019-12"),
    ("be", "Так было пяць гадоў таму, у снежні 2019 года. Тады на волю выйшлі 2500 зняволеных.", "2019-12"),
]
NEAR_A_HOLIDAY = [
    ("en", "Two days before Christmas 22 prisoners were pardoned.", "2024-12-23"),
    ("en", "A week before Christmas, 22 prisoners were pardoned.", "2024-12-18~"),
    ("en", "Three days after Christmas the president pardoned 22 convicts.", "2024-12-28"),
    ("ru", "За два дня до католического Рождества помиловали 22 осужденных.", "2024-12-23"),
    ("ru", "За неделю до Нового года помиловали 22 осужденных.", "2024-12-25~"),
    ("ru", "В День Конституции помиловали 22 осужденных.", "2025-03-15"),
    ("be", "За тыдзень да Новага году памілавалі 22 чалавекі.", "2024-12-25~"),
    ("be", "Праз дзень пасля каталіцкіх Калядаў вызвалілі 22 зняволеных.", "2024-12-26"),
]
COMPARED_WITH_A_TIME = [
    ("en", "Lukashenko freed 52 prisoners on 11 March, the largest release since 2020.", "2025-03-11"),
    ("en", "On 11 March he pardoned 52 prisoners in the broadest act of clemency since that of 1991.", "2025-03-11"),
    ("ru", "11 марта освободили 52 заключенных, самую большую группу с лета 2024 года.", "2025-03-11"),
    ("be", "11 сакавіка вызвалілі 52 зняволеных, найбольшую групу з 2020 года.", "2025-03-11"),
    ("en", "The country brought home ten captives on Friday, some of whom had been held since 2017.", "2025-03-14"),
    ("ru", "11 марта освободили 12 заключенных, некоторые из которых сидели с 2020 года.", "2025-03-11"),
    ("en", "On 11 March he freed 12 prisoners jailed since 2020.", "2025-03-11"),
    ("en", "It was the third group since May 2024: on 3 July 2024 18 prisoners left prison.", "2024-07-03"),
    ("ru", "Это уже третья группа с мая 2024 года: 3 июля 2024 года вышли 18 заключенных.", "2024-07-03"),
    ("be", "Гэта ўжо трэцяя група з траўня 2024 года: 3 ліпеня 2024 года выйшлі 18 зняволеных.", "2024-07-03"),
    ("en", "On Monday 533 people arrested after the election of 28 July 2024 were let out of prison.", "2025-03-17"),
]
COUNTED_OVER_A_TIME = [
    ("en", "In four months 2,000 people were arrested.", f"2024-11/{PUBLISHED}"),
    ("en", "The diplomacy of the past eighteen months has freed 500 prisoners.", f"2023-09~/{PUBLISHED}"),
    ("en", "In the three years since the vote 300 people have been pardoned.", f"2022-03~/{PUBLISHED}"),
    ("ru", "Дипломатия последних 18 месяцев помогла освободить 500 заключенных.", f"2023-09~/{PUBLISHED}"),
    ("be", "Дыпламатыя апошніх 18 месяцаў дапамагла вызваліць 500 зняволеных.", f"2023-09~/{PUBLISHED}"),
    ("be", "За пяць гадоў праз палітычныя прысуды асудзілі 1100 беларусак.", f"2020/{PUBLISHED}"),
    ("en", "The opposition speaks of at least 63 of its members jailed since January 2022.", f"2022-01/{PUBLISHED}"),
    ("en", "More than 30,000 people have been arrested for politics since the 2021 coup.", f"2021/{PUBLISHED}"),
    ("ru", "Оппозиция говорит о 63 активистах, арестованных с января 2022 года.", f"2022-01/{PUBLISHED}"),
    ("en", "He has freed only 52 prisoners since 2020.", f"2020/{PUBLISHED}"),
    ("en", "Since the full-scale invasion 3,310 Ukrainians have been freed from captivity.", f"2022-02-24/{PUBLISHED}"),
    ("ru", "С начала полномасштабного вторжения освобождены 3672 пленных.", f"2022-02-24/{PUBLISHED}"),
    ("be", "З пачатку поўнамаштабнай вайны вызвалілі 3672 палонных.", f"2022-02-24/{PUBLISHED}"),
    ("en", "- Since May 2020 4,300 people were convicted;\n\n- nine prisoners have died;", f"2020-05/{PUBLISHED}"),
    ("en", "He freed 24 prisoners: nine in August and 15 in December.", "2024-08/2024-12", 0),
    ("ru", "Всего помиловали 38 человек: 23 — 8 февраля, 15 — 7 марта.", "2025-02-08/2025-03-07", 0),
    ("be", "Усяго памілавалі 38 чалавек: 23 — 8 лютага, 15 — 7 сакавіка.", "2025-02-08/2025-03-07", 0),
    ("en", "Some 100 prisoners have been let out ever since the war ended in 2023.", f"2023/{PUBLISHED}"),
    ("en", "It was the second edict of 2025. The two pardoned 38 people.", f"2025-01/{PUBLISHED}"),
]
APART = [
    ("be", "У ліпені вызвалілі, паводле «Вясны», 18 палітвязняў, 16 жніўня — трыццаць.", "2024-07", 0),
    ("en", "The two edicts cover 38 people, while last year's pardoned 227.", None, 0),
    (
        "en",
        "There are 136 political prisoners in danger because of their age, as our list of 5 March shows.",
        "2025-03-05",
    ),
    ("be", "На мінулае 20 сакавіка палітвязняў было 166.", "2024-03-20"),
    (
        "en",
        "On 4 March 814 prisoners were pardoned. Another 52 foreigners will be released and deported.",
        "2025-03-04",
    ),
    ("en", "Six political prisoners were pardoned on a Saturday evening in August 2015.", "2015-08"),
    ("ru", "За минувший год осудили 143 человека.", "2024"),
    ("be", "За мінулы год асудзілі 143 чалавекі.", "2024"),
    ("ru", "За последний год осудили 143 человека.", f"2024-03~/{PUBLISHED}"),
    (
        "ru",
        "На утро вторника в списке 1171 политзаключенный, а всего с 2020 года через тюрьмы прошли 4,3 тысячи человек.",
        f"2020/{PUBLISHED}",
    ),
]
AT_PRESENT = [
    ("en", "At least 100 detainees face charges that carry the death penalty.", f"{PUBLISHED}~"),
    ("ru", "Уголовному преследованию подвергаются 4150 человек.", f"{PUBLISHED}~"),
    ("be", "Крымінальнаму пераследу падвяргаюцца 4150 чалавек.", f"{PUBLISHED}~"),
    ("en", "At least 25 journalists arrested since 2023 are still in custody.", PUBLISHED),
    ("en", "In 2021, 100 detainees faced charges.", "2021"),
]


@pytest.mark.parametrize(
    ("language", "text", "when", "place"),
    [
        (*case, -1)[:4]
        for case in NEAR_A_DAY + NEAR_A_HOLIDAY + COMPARED_WITH_A_TIME + COUNTED_OVER_A_TIME + APART + AT_PRESENT
    ],
)
def test_a_count_is_dated_by_what_is_near(language, text, when, place):
    """The last count of a text, or the one at a place, has the day or the period that the words around it tell."""
    claim = read(f"{SCENES[language]}\n\n{text}", language=language).claims[place]
    assert (claim.date or claim.period) == when


def test_an_event_tells_no_period_before_it_happened():
    """«Since the full-scale invasion» is no day of a text that was published before it."""
    text = "The colony.\n\nSince the full-scale invasion 30 prisoners were freed."
    (claim,) = read(text, published="2021-03-20", language="en").claims
    assert "2022" not in (claim.period or "")


def test_a_period_that_people_are_counted_over_is_no_number_held():
    """Those «jailed since January» are counted from then on, even where they are called members and not prisoners."""
    (claim,) = read("The colony.\n\nThe party speaks of 63 members jailed since January 2022.", language="en").claims
    assert claim.measure == "cumulative"
