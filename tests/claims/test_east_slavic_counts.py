"""Counts told in Russian and Belarusian in ways of their own."""

import pytest
from claims.reading import read_sentence

SCENES = {"ru": "В стране много политзаключенных.", "be": "У краіне шмат палітвязняў."}
COUNTS = [
    ("ru", "Состоялся обмен. Берлин выдал одного, а Москва в ответ получила восьмерых.", [("exchange", 8)]),
    ("ru", "Прошел обмен заключенными. В обратную сторону улетели восемь взрослых.", [("exchange", 8)]),
    ("be", "Прайшоў абмен вязнямі. У ім удзельнічалі 26 чалавек.", [("exchange", 26)]),
    ("ru", "Украина и Россия обменялись пленными по формуле «103 на 103».", [("exchange", 103)]),
    ("ru", "Киев отпустил в Беларусь двоих заключенных.", [("release", 2)]),
    ("ru", "Власти отпустили в Беларусь двоих.", [("release", 2)]),
    ("ru", "Шестеро задержанных скончались от пыток.", [("other", 6)]),
    ("be", "З 2021 года ў месцах пазбаўлення волі памерлі сем чалавек.", [("other", 7)]),
    ("ru", "По религиозным и политическим мотивам в стране содержатся не менее двух тысяч человек.",
     [("political_prisoners", 2000)]),
    ("be", "У калоніях застаюцца 169 жанчын-палітзняволеных.", [("political_prisoners", 169)]),
    ("be", "Да канца года памілуюць яшчэ 50 чалавек.", [("pardon", 50)]),
    ("ru", "С 2012 года преследованию подверглись более 4 тысяч человек.", [("other", 4000)]),
    ("ru", "К празднику помиловали 243 человека. До этого, в мае, перед постом, — 160.",
     [("pardon", 243), ("pardon", 160)]),
    ("be", "Прысуды атрымалі 50 чалавек. Па ўсёй краіне такіх асуджаных ужо больш за 170.",
     [("convicted", 50), ("convicted", 170)]),
    ("be", "За адзін толькі жнівень палітвязнямі прызналі 42 чалавекі.", [("other", 42)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "counts"), COUNTS)
def test_a_count_is_read_as_its_language_tells_it(language, sentence, counts):
    """Sides of an exchange, deaths, joined nouns, acts to come and rows without a verb are counts."""
    claims = read_sentence(sentence, language=language, scene=SCENES[language]).claims
    assert [(claim.kind, claim.low if claim.low is not None else claim.high) for claim in claims] == counts


@pytest.mark.parametrize(
    ("language", "sentence", "refused"),
    [
        ("ru", "Политзаключенный отсидел пять из двенадцати.", {"пять": "ru.term.duration"}),
        ("ru", "Осужденный получил восемь строгого режима.", {"восемь": "ru.term.duration"}),
        ("be", "На лаву падсудных селі чацвёра: кухар і два будаўнікі.", {"два": "number.part"}),
        ("ru", "Срок им сократили на три четверти.", {"три": "ru.percent"}),
    ],
)
def test_terms_fractions_and_lists_of_those_counted_are_refused(language, sentence, refused):
    """A number of years, a fraction, and who is listed behind a colon count nobody else."""
    rejected = read_sentence(sentence, language=language, scene=SCENES[language]).rejected
    assert refused.items() <= {row.text: row.rule for row in rejected}.items()


@pytest.mark.parametrize(
    ("language", "sentence", "parts"),
    [
        ("be", "Памілавалі 16 чалавек. Сярод іх восем жанчын і столькі ж мужчын.", {"women": 8, "men": 8}),
        ("ru", "Помиловали 34 осужденных. За экстремизм отбывали наказание 22 человека.", {"extremism": 22}),
        ("ru", "Освободили 40 белорусов и иностранцев.", {}),
        ("be", "Затрымалі чатырох: двух шафёраў з Брэста і пенсіянерку.", {}),
    ],
)
def test_parts_are_of_the_group_that_is_named(language, sentence, parts):
    """«As many», and a cause before its number, count a part; a noun joined by «and» is none of those before it."""
    claims = read_sentence(sentence, language=language, scene=SCENES[language]).claims
    assert claims[0].breakdown == parts
