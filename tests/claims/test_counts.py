"""Numbers: how many, and with which relation."""

import pytest
from claims.reading import only_claim, read, read_sentence


@pytest.mark.parametrize(
    ("sentence", "low", "high", "relation"),
    [
        ("He pardoned 1,328 people.", 1328, 1328, "="),
        ("He pardoned 1 328 people.", 1328, 1328, "="),
        ("He pardoned 1\u2009328 people.", 1328, 1328, "="),
        ("He pardoned 1, 300 people.", 1300, 1300, "="),
        ("He pardoned 2.2 thousand people.", 2200, 2200, "="),
        ("He pardoned eight women.", 8, 8, "="),
        ("He pardoned twenty-five prisoners.", 25, 25, "="),
        ("He pardoned a hundred prisoners.", 100, 100, "="),
        ("He pardoned two hundred and fifty prisoners.", 250, 250, "="),
        ("He pardoned at least 13 prisoners.", 13, None, ">="),
        ("He pardoned no fewer than 13 prisoners.", 13, None, ">="),
        ("He pardoned more than 300 prisoners.", 300, None, ">"),
        ("He pardoned up to 300 prisoners.", None, 300, "<="),
        ("He pardoned fewer than 20 prisoners.", None, 20, "<"),
        ("He pardoned nearly 6,000 prisoners.", 6000, 6000, "~"),
        ("He pardoned between 20 and 25 prisoners.", 20, 25, "range"),
        ("He pardoned 20-25 prisoners.", 20, 25, "range"),
    ],
)
def test_english_numbers_keep_their_relation(sentence, low, high, relation):
    """Grouped digits, words, bounds, approximations and ranges are read as they are meant."""
    claim = only_claim(sentence)
    assert (claim.low, claim.high, claim.relation) == (low, high, relation)


@pytest.mark.parametrize(
    ("sentence", "low", "relation"),
    [
        ("Помилованы тринадцать человек.", 13, "="),
        ("Он помиловал двух женщин.", 2, "="),
        ("Помилованы не менее 1267 человек.", 1267, ">="),
        ("Помиловали более 250 человек.", 250, ">"),
        ("Помилованы около 8 тысяч человек.", 8000, "~"),
        ("Памілаваны дзве жанчыны.", 2, "="),
        ("Памілаваны каля 8000 чалавек.", 8000, "~"),
        ("Памілаваны больш за 250 чалавек.", 250, ">"),
    ],
)
def test_russian_and_belarusian_numbers_keep_their_relation(sentence, low, relation):
    """Case endings and the words for «at least», «more than» and «about» are known in each language."""
    language = "be" if "і" in sentence else "ru"
    claim = only_claim(sentence, scene="Колония и турма.", language=language)
    assert (claim.low, claim.relation) == (low, relation)


def test_a_named_person_and_thirteen_others_are_fourteen():
    """The named are counted with the others."""
    assert only_claim("He pardoned the politician Jan Novak and 13 other prisoners.").low == 14


def test_two_named_persons_and_twelve_others_are_fourteen():
    """Each name joined by a comma counts."""
    assert only_claim("He pardoned Jan Novak, Eva Braun and 12 other prisoners.").low == 14


def test_women_and_men_add_up_to_the_whole():
    """Eight women and eight men are one claim of sixteen, with its parts."""
    claim = only_claim("He pardoned eight women and eight men.")
    assert (claim.low, claim.breakdown) == (16, {"men": 8, "women": 8})


def test_parts_are_not_claims():
    """«Including three women» and «of them» go into the breakdown of their whole."""
    claim = only_claim("He pardoned 23 prisoners, including three women. Thirteen of them are over 50.")
    assert (claim.low, claim.breakdown) == (23, {"over_50": 13, "women": 3})


@pytest.mark.parametrize(
    ("sentence", "text", "rule"),
    [
        ("A prisoner aged 45 was freed.", "45", "en.age"),
        ("The 74-year-old was freed from prison.", "74", "en.age"),
        ("She was freed after 12 years.", "12", "en.duration"),
        ("He was freed and fined 3,200 rubles.", "3,200", "en.money"),
        ("Prisoners convicted under Article 293 were freed.", "293", "en.article"),
        ("Parliament passed the amnesty of prisoners by 97 votes to 3.", "97", "en.votes"),
        ("Only 7 percent of the freed prisoners were political.", "7", "en.percent"),
        ("In the 7th wave prisoners were freed.", "7", "en.ordinal"),
        ("Prisoners were freed from 19 jails.", "19", "en.things"),
    ],
)
def test_numbers_of_other_things_are_refused_by_name(sentence, text, rule):
    """Ages, terms, money, articles, votes, shares, places in a sequence and things are no counts of persons."""
    reading = read_sentence(sentence)
    assert not [claim for claim in reading.claims if claim.low is not None]
    assert (text, rule) in [(row.text, row.rule) for row in reading.rejected]


def test_dozens_is_no_number():
    """A vague quantity gives no count."""
    assert not [claim for claim in read_sentence("Dozens of prisoners were freed.").claims if claim.low]


def test_the_whole_in_a_ratio_is_a_stock_of_its_own():
    """«115 out of more than 1,300 political prisoners» holds a flow and a stock."""
    claims = read_sentence("In all, 115 out of more than 1,300 political prisoners were pardoned.").claims
    assert [(claim.low, claim.measure) for claim in claims] == [(115, "flow"), (1300, "stock")]


def test_every_number_of_a_sidebar_is_refused():
    """What follows the body is not read, and a reader can see what stood there."""
    reading = read(
        "He pardoned 16 prisoners.\n\nRelated stories\n- Ministry adds 14 names to list\n- Court frees 200 prisoners\n"
    )
    assert [claim.low for claim in reading.claims] == [16]
    assert {row.text for row in reading.rejected if row.rule == "zone.sidebar"} == {"14", "200"}
