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


def counts(text, **row):
    """Kind, number and date of each counted claim of a text, in order."""
    return [(claim.kind, claim.low, claim.date) for claim in read_sentence(text, **row).claims if claim.low]


def test_a_series_goes_on_with_its_own_dates():
    """Each number of a series is a claim of the first one's kind, on the day beside it."""
    text = "He freed 14 prisoners in June, 52 in September and 123 in December. Another 20 followed in January."
    assert counts(text) == [
        ("release", 14, "2024-06"),
        ("release", 52, "2024-09"),
        ("release", 123, "2024-12"),
        ("release", 20, "2025-01"),
    ]


def test_a_day_with_a_number_goes_on_from_the_sentence_before():
    """«On January 14, 30» counts what the sentence before it counts."""
    assert counts("On January 9 he freed 11 prisoners. On January 14, 30.")[1] == ("release", 30, "2025-01-14")


def test_a_row_counts_what_stands_before_its_colon_or_dash():
    """«Released: 52» and «freed: in January — 24, in February — 31» are rows."""
    assert counts("Released: 52.") == [("release", 52, None)]
    rows = counts("Помилованы: в январе — 24, в феврале — 31.", scene="В колониях тюрьмы.", language="ru")
    assert rows == [("pardon", 24, "2025-01"), ("pardon", 31, "2025-02")]


def test_rows_of_a_count_already_told_are_no_claims():
    """Numbers by place, after the whole that they add up to, are its parts."""
    assert counts("He freed 55 prisoners: in Minsk — 24, in Hrodna — 31.") == [("release", 55, None)]


def test_an_answer_counts_what_its_question_asks_for():
    """A bare number after «how many …?» takes its kind from the question."""
    text = "— How many political prisoners are left? — 1,103. — And how many were released? — About 300, we think."
    assert [row[:2] for row in counts(text)] == [("political_prisoners", 1103), ("release", 300)]


def test_a_question_that_counts_nobody_gives_its_answer_no_kind():
    """«How many pages?» asks for no prisoners."""
    assert not counts("— How many pages has the report? — About 300, we think.")


def test_another_tally_of_the_same_is_credited_to_who_makes_it():
    """«The government speaks of 626» sets its own number beside the one before."""
    claims = read_sentence("Viasna says that 266 prisoners were freed. The interior ministry speaks of 626.").claims
    assert [(claim.kind, claim.low, claim.source_class) for claim in claims] == [
        ("release", 266, "human_rights"),
        ("release", 626, "official"),
    ]


def test_a_comparison_is_no_part_and_no_repeat():
    """The last figure of people held, and the one a year before, are two stocks."""
    text = "Viasna lists 969 political prisoners, against 1,532 in May."
    assert counts(text) == [("political_prisoners", 969, "2025-03-20"), ("political_prisoners", 1532, "2024-05")]


@pytest.mark.parametrize(
    "sentence",
    [
        "He freed 30 prisoners. It has 1,532 pages.",
        "He freed 30 prisoners. The report compares them with 12 rivers.",
        "He freed 30 prisoners. Another 20 trees were cut.",
        "There are 900 political prisoners. There were 12 guards.",
        "There are 900 political prisoners. It was 2022, and against 12 boys nothing was done.",
    ],
)
def test_a_number_of_something_unknown_goes_on_from_nothing(sentence):
    """A noun that counts no persons right after a number keeps it from taking the kind of the count before."""
    assert len(counts(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Mikhail L., 67, was freed with 12 other prisoners.",
        "Ales Bialiatski (63) was freed with 12 other prisoners.",
    ],
)
def test_an_age_beside_a_person_is_no_count(sentence):
    """A number between commas or in brackets after a name is an age."""
    assert "number.age" in {row.rule for row in read_sentence(sentence).rejected}
    assert [row[1] for row in counts(sentence)] == [12]


def test_one_freed_together_with_others_is_one_more():
    """«X was freed together with 122 others» is 123."""
    assert only_claim("Ales Bialiatski was freed together with 122 others.").low == 123


def test_an_act_beyond_another_count_is_that_ones():
    """Each of two counts keeps the act on its own side."""
    text = "He freed 119 prisoners, and another 28 had their terms reduced."
    assert [row[:2] for row in counts(text)] == [("release", 119), ("commutation", 28)]


def test_those_known_already_are_not_counted_by_what_they_are():
    """«All five were political prisoners» counts no political prisoners."""
    assert [row[:2] for row in counts("He freed 5 prisoners. All five were political prisoners.")] == [("release", 5)]


@pytest.mark.parametrize("sentence", ["He freed 13 by decree in June.", "Around 900 will leave prison in June."])
def test_a_thing_behind_a_verb_or_preposition_is_not_what_the_number_counts(sentence):
    """Neither decrees nor prisons are counted here."""
    assert len(counts(sentence)) == 1


def test_two_are_counted_right_before_the_verb_of_their_act():
    """«Two died in custody» counts two, and «two» with no act right after it counts nobody."""
    assert [row[:2] for row in counts("Six were freed and two died in custody.")] == [("release", 6), ("other", 2)]
    assert not counts("The two, he said, had long been jailed.")


def test_a_number_beside_a_refused_one_goes_on_from_nothing():
    """«40 firms, against 30 a year ago» are firms both."""
    assert len(counts("He freed 52 prisoners. Sanctions hit 40 firms, against 30 in May.")) == 1


def test_the_number_of_political_prisoners_is_a_stock_whatever_it_is_the_first_time_since():
    """A level reached «for the first time since 2021» counts those held now."""
    claim = only_claim("The number of political prisoners has dropped below 1,000 for the first time since 2021.")
    assert (claim.measure, claim.high, claim.period) == ("stock", 1000, None)


def test_women_and_men_of_whom_something_else_is_told_are_parts_of_those_counted():
    """Sixteen pardoned, «eight women and eight men, who had been sentenced», are one claim."""
    text = "He pardoned 16 prisoners. Eight women and eight men had been sentenced to long terms."
    assert only_claim(text).breakdown == {"men": 8, "women": 8}
