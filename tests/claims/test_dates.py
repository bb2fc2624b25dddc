"""Dates: resolved against the dateline or the publication, with basis and reason, never by a guess."""

import re

import pytest
from claims.reading import PUBLISHED, only_claim, read, read_sentence

from clemency.claims.read import read_claims
from clemency.documents.read import make_document


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("On 2 July 2024", "2024-07-02"),
        ("On July 2, 2024", "2024-07-02"),
        ("On 02.07.2024", "2024-07-02"),
        ("On 2024-07-02", "2024-07-02"),
        ("On March 5", "2025-03-05"),
        ("On December 30", "2024-12-30"),
        ("On Monday", "2025-03-17"),
        ("Yesterday", "2025-03-19"),
        ("Last month", "2025-02"),
        ("Last week", "[2025-03-10..2025-03-16]"),
        ("In 2020", "2020"),
        ("In November", "2024-11"),
        ("Three days ago", "2025-03-17"),
        ("A year ago", "2024-03~"),
        ("Half a year ago", "2024-09"),
        ("Over the weekend", "[2025-03-15..2025-03-16]"),
        ("On the eve of Constitution Day", "2025-03-14"),
    ],
)
def test_english_dates_become_edtf(when, date):
    """A written or relative date gives the precision that the words have, and no more."""
    assert only_claim(f"{when} he pardoned 16 prisoners.").date == date


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("16 августа помилованы 30 человек.", "2024-08-16"),
        ("Вчера помилованы 30 человек.", "2025-03-19"),
        ("В прошлом месяце помилованы 30 человек.", "2025-02"),
        ("В понедельник помилованы 30 человек.", "2025-03-17"),
        ("3 жніўня памілаваны 30 чалавек.", "2024-08-03"),
        ("Учора памілаваны 30 чалавек.", "2025-03-19"),
        ("У ліпені памілаваны 30 чалавек.", "2024-07"),
    ],
)
def test_russian_and_belarusian_dates_become_edtf(sentence, date):
    """The same rules hold in each language."""
    language = "be" if "памілаваны" in sentence else "ru"
    assert only_claim(sentence, scene="Турма, колония.", language=language).date == date


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Since July he has pardoned 115 prisoners.", f"2024-07/{PUBLISHED}"),
        ("Between July 2024 and January 2025 he pardoned 250 prisoners.", "2024-07/2025-01"),
        ("Over the past three months he has pardoned 80 prisoners.", f"2024-12~/{PUBLISHED}"),
        ("Since the beginning of the year he has pardoned 46 prisoners.", f"2025/{PUBLISHED}"),
        (
            "He began to release prisoners one year ago. He has pardoned more than 300 since then.",
            f"2024-03~/{PUBLISHED}",
        ),
        ("С 1 января по 1 декабря 2024 года помилованы 24 человека.", "2024-01-01/2024-12-01"),
        ("Between January and March 40 people were convicted.", "2025-01/2025-03"),
        ("In January–February 40 people were convicted.", "2025-01/2025-02"),
        ("In the first two months of the year 40 people were convicted.", "2025-01/2025-02"),
        ("За первые два месяца года осудили 40 человек.", "2025-01/2025-02"),
        ("In the second half of 2024, 400 people were convicted.", "2024-07/2024-12"),
        ("From January to the end of February 76 prisoners were released.", "2025-01/2025-02"),
        ("From July up to mid-January 76 prisoners were released.", "2024-07/2025-01"),
        ("From July to January 2025 he pardoned 250 prisoners.", "2024-07/2025-01"),
        ("In May, June and July he pardoned 250 prisoners.", "2024-05/2024-07"),
        ("On May 3 and June 5 he pardoned 250 prisoners.", "2024-05-03/2024-06-05"),
        ("С июля 2024 года по январь 2025 года помилованы 250 заключенных.", "2024-07/2025-01"),
        ("С июля 2024-го и по конец января 2025-го помилованы 250 заключенных.", "2024-07/2025-01"),
        ("Между июлем и январем помилованы 250 заключенных.", "2024-07/2025-01"),
        ("З ліпеня 2024 года да студзеня 2025-га памілавалі 250 зняволеных.", "2024-07/2025-01"),
        ("Паміж ліпенем і студзенем памілавалі 250 зняволеных.", "2024-07/2025-01"),
    ],
)
def test_a_count_since_a_start_is_cumulative(sentence, period):
    """Its period runs from the start that is given to the day of the document."""
    language = "be" if "памілавалі" in sentence else "ru" if re.search("[а-я]", sentence) else "en"
    scene = {"en": "The colony holds many prisoners.", "ru": "Колония и тюрьма.", "be": "Калонія і турма."}[language]
    claim = only_claim(sentence, scene=scene, language=language)
    assert (claim.measure, claim.period, claim.date) == ("cumulative", period, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "He has pardoned 30 people jailed after 2020 unrest.",
        "He pardoned 30 people who had been sentenced following the disputed August 9, 2020 vote.",
        "Another 30 people arrested in the unrest after last July's presidential vote were released.",
        "Помиловали 30 осужденных после протестов 2020 года.",
        "Помиловали 30 человек, сидевших в колониях после выборов 9 августа 2020 года.",
        "Памілавалі 30 асуджаных пасля пратэстаў 2020 года.",
    ],
)
def test_what_people_are_in_prison_for_does_not_date_their_release(sentence):
    """An event that is known by its date tells when those freed were arrested."""
    claim = only_claim(sentence, scene="Колония, тюрьма. Турма, калонія." if "ва" in sentence else "A prison.")
    assert (claim.date, claim.period) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Police arrested 300 people in the 2020 protests.", "2020"),
        ("На акциях 27–28 февраля задержали 300 человек.", "[2025-02-27..2025-02-28]"),
        (
            "Prisoners left jail after last July's vote. 300 people were arrested on the night of the election.",
            "2024-07",
        ),
    ],
)
def test_arrests_are_dated_by_the_event_at_which_they_were_made(sentence, date):
    """What people were arrested for is another matter."""
    scene = "A prison." if sentence.isascii() else "Колония, тюрьма."
    assert read_sentence(sentence, scene=scene).claims[-1].date == date


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("They were held after July's disputed vote. 300 people were arrested in the days after it.", None),
        (
            "They were held after July's disputed vote. 300 people were arrested in the days after the vote.",
            "2024-07/2024-08",
        ),
        ("In the two weeks that followed the August 9 election 300 people were arrested.", "2024-08-09/2024-08-23"),
        ("В первые дни после выборов 9 августа задержали 300 человек.", "2024-08-09/2024-08-23"),
        ("У першыя тыдні пасля выбараў 9 жніўня затрымалі 300 чалавек.", "2024-08-09/2024-09-08"),
    ],
)
def test_what_follows_an_event_lasts_from_its_day(text, period):
    """«In the days after the vote» goes on from the day by which the text knows that vote."""
    scene = "A prison." if text.startswith(("They", "In")) else "Колония, тюрьма. Турма, калонія."
    assert read_sentence(text, scene=scene).claims[-1].period == period


def test_the_news_of_a_dateline_is_dated_by_it():
    """An act in the opening paragraph without a date of its own happened on the dateline's day."""
    (claim,) = read("March 18, Agency. He has pardoned 16 prisoners.").claims
    assert (claim.date, claim.date_basis) == ("2025-03-18", "dateline")


def test_the_news_of_an_undated_opening_is_approximate():
    """Without a dateline the publication gives an approximate day, marked as inferred."""
    (claim,) = read("He has pardoned 16 prisoners.").claims
    assert (claim.date, claim.date_basis) == (f"{PUBLISHED}~", "inferred")


def test_an_act_further_down_without_a_date_stays_undated():
    """Nothing is guessed."""
    claim = only_claim("He had pardoned 16 prisoners.")
    assert (claim.date, claim.date_basis) == (None, "unknown")


def test_a_stock_without_a_day_is_dated_by_the_document():
    """A number of people held is as of the publication, and says so."""
    claim = only_claim("There are 1,203 political prisoners.")
    assert claim.date == PUBLISHED
    assert "20 March 2025" in claim.date_reason


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        (
            "As of 1 March, 108 people were in prison, and no fewer than 39 were called political prisoners.",
            "2025-03-01",
        ),
        (
            "Some 2,197 people, among them the ousted leader, 79, are in detention for politics as of March 1.",
            "2025-03-01",
        ),
        ("There are 331 political prisoners. Last spring it was 303.", "[2024-03-01..2024-05-31]"),
        ("The country ended the year with 1,794 political prisoners.", "2024-12-31~"),
        ("When this year began, the list of political prisoners had 169 names on it.", "2025-01-01~"),
        ("There are 969 political prisoners, more than a year ago. Then there were 169.", "2024-03~"),
        ("Политзаключенных сейчас 969, больше, чем год назад. Тогда их было 169.", "2024-03~"),
        ("К началу года политзаключенных было 300.", "2025-01-01~"),
        ("Палітвязняў цяпер 969. Улетку іх было 800.", "[2024-06-01..2024-08-31]"),
        ("There are still 90 political prisoners over last autumn's protests.", PUBLISHED),
    ],
)
def test_a_stock_is_as_of_the_day_that_its_sentence_tells(sentence, date):
    """«As of» is said of all that a sentence counts; a season and the turn of a year date what is counted then."""
    assert read_sentence(sentence, scene="Prison, тюрьма, турма.").claims[-1].date == date


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "They let 621 people out since 18 December. The lawyers verified 266 releases by noon on 1 March.",
            "2024-12-18/2025-03-01",
        ),
        ("They let 621 people out on 28 February. The lawyers verified 266 releases by noon on 1 March.", None),
        (
            "С декабря освободили 621 человека. Правозащитники к 1 марта подтвердили освобождение 266 человек.",
            "2024-12/2025-03-01",
        ),
        ("They have completed the release of 553 prisoners that they promised in January.", f"2025-01/{PUBLISHED}"),
        ("They completed the release of 553 prisoners in January.", None),
        ("Освобождение 553 заключенных, обещанное в январе, завершено.", None),
        ("Куба завершила освобождение 553 заключенных, обещанное в январе.", f"2025-01/{PUBLISHED}"),
        ("In the first half of February police detained 26 people.", "2025-02-01/2025-02-15"),
        ("В первой половине февраля задержали 26 человек.", "2025-02-01/2025-02-15"),
        ("Во второй половине дня задержали 26 человек.", None),
        ("Counting from July, 250 inmates have been pardoned.", f"2024-07/{PUBLISHED}"),
    ],
)
def test_a_period_ends_where_the_count_does(text, period):
    """By a day, with the end of a release that was promised, or in the middle of a month."""
    scene = "Колония, тюрьма." if re.search("[а-я]", text) else "A prison."
    assert read_sentence(text, scene=scene).claims[-1].period == period


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Накануне Лукашенко помиловал 15 человек.", "2025-03-19"),
        ("Накануне Александр Лукашенко помиловал 15 человек.", "2025-03-19"),
        ("Накануне Олимпиады помиловали 15 человек.", None),
        ("Пять лет назад помиловали 15 человек.", "2020~"),
    ],
)
def test_the_eve_is_yesterday_where_no_event_follows(sentence, date):
    """Whoever acts on it is none."""
    assert only_claim(sentence, scene="Колония, тюрьма.").date == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("He pardoned 154 convicts. The order bears the date of March 15. It frees 148 of them.", ["2025-03-15"] * 2),
        ("Помиловали 154 осужденных. Указ датирован 15 марта.", ["2025-03-15"]),
        ("On Friday the first came to Ankara from prison. In return Moscow received eight prisoners.", ["2025-03-14"]),
        ("The decree, the seventh since July, frees 32 prisoners.", [f"{PUBLISHED}~"]),
    ],
)
def test_the_opening_takes_the_day_that_the_sentence_beside_it_tells(text, dates):
    """The day of an order, or of the news that goes on; since when acts are counted is no day of theirs."""
    assert [claim.date for claim in read(text).claims] == dates


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "He let out 11 on Wednesday, bringing to 24 the number of prisoners freed since July.",
            f"2024-07/{PUBLISHED}",
        ),
        ("They were jailed after the August 9 vote. Since the election 40 were convicted.", f"2024-08-09/{PUBLISHED}"),
        ("They were jailed after the August 9 vote. Since his arrest 40 were convicted.", f"../{PUBLISHED}"),
    ],
)
def test_a_total_goes_back_to_what_the_text_knows_its_start_by(text, period):
    """The start may stand behind it, or be that of an event told before."""
    assert read_sentence(text).claims[-1].period == period


def test_without_any_year_a_date_stays_unknown():
    """A day and a month alone give no date if neither text nor sidecar has a year."""
    claim = only_claim("On March 5 he pardoned 16 prisoners.", published="")
    assert claim.date is None


def test_a_year_told_by_the_text_alone_is_marked_as_inferred():
    """A dateline without a year takes the one that stands around the text, with a question mark."""
    (claim,) = read("July 2, Agency. He has pardoned 16 prisoners.\n\n© 2025 Agency", published="").claims
    assert claim.date == "2025?-07-02"


def test_two_reports_in_one_text_keep_their_own_datelines():
    """A stock after a second dateline is dated by that one."""
    text = (
        "Brussels, 4 July 2024\n\nThere are 1,400 political prisoners, the EU says.\n\n"
        "Geneva, 2 July 2024\n\nThere are 63 political prisoners over 60, UN experts say."
    )
    assert [claim.date for claim in read(text).claims] == ["2024-07-04", "2024-07-02"]


def test_every_date_has_a_reason_and_strict_bounds():
    """The reason is a sentence; earliest and latest enclose the date."""
    for claim in read_sentence("In July he pardoned 18 prisoners. On August 16 he pardoned 30 prisoners.").claims:
        assert claim.date_reason.endswith(".")
        assert claim.earliest <= claim.latest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The decree was published on 12 March. Two days later 40 prisoners were released.", "2025-03-14"),
        ("Указ подписан 12 марта. Через два дня на свободу вышли 40 заключенных.", "2025-03-14"),
        ("On 12 March he signed a decree. It pardoned 40 prisoners.", "2025-03-12"),
        ("In June 2021 he pardoned 13 prisoners. A month later 40 more were released from prison.", "2021-07"),
    ],
)
def test_a_day_may_be_counted_from_the_one_named_before(text, date):
    """«Two days later», or no date at all after a sentence on the decree, goes on from what was told before."""
    scene = "The colony holds many prisoners." if text.isascii() else "Колония, тюрьма."
    claims = read_sentence(text, scene=scene).claims
    assert claims[-1].date == date


def test_a_review_is_of_the_month_that_its_headline_names():
    """«Over the month» and a count without a date belong to the month that a group's review is about."""
    text = (
        "Human rights in Belarus: February 2025\n\nOver the month 40 people were convicted. The group saw 30 detained."
    )
    assert [claim.date for claim in read(text, outlet="Viasna").claims] == ["2025-02", "2025-02"]


def test_what_an_amnesty_brings_is_counted_from_the_day_that_it_took_effect():
    """«The law has been in force since 8 January. 1,130 convicts have been released.»"""
    text = "The amnesty law took effect on 8 January. So 1,130 convicts have been released."
    assert read_sentence(text).claims[-1].period == f"2025-01-08/{PUBLISHED}"


def test_an_act_without_a_count_takes_no_date_from_another():
    """«He proposed not to grant amnesty» is not of the year of the amnesty that the text told before."""
    text = (
        "The last amnesty took place in 2020.\n\nThe prisons are full.\n\nHe proposed not to grant amnesty to bandits."
    )
    claims = read_sentence(text).claims
    assert [claim.date for claim in claims] == ["2020", None]


def test_nothing_has_happened_on_a_day_to_come():
    """A holiday that lies ahead does not date what is told as done."""
    assert only_claim("He pardoned 40 prisoners ahead of 9 May 2025, the holiday.").date != "2025-05-09"


def test_a_start_that_is_not_named_gives_way_to_a_day_that_is():
    """«The largest swap since the Cold War» was on the day that the sentence names."""
    claim = only_claim("On 18 March 24 prisoners were exchanged, in the largest swap since the Cold War.")
    assert (claim.date, claim.period) == ("2025-03-18", None)


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("In the first ten months of 2024", "2024-01/2024-10"),
        ("In the summer of 2023", "2023-06/2023-08"),
        ("Over the summer", "2024-06/2024-08"),
    ],
)
def test_parts_of_years_are_periods(when, period):
    """Months and seasons that belong together are the period of a count."""
    assert only_claim(f"{when}, 30 prisoners were freed.").period == period


def test_a_holiday_of_another_country_is_not_known():
    """Independence Day is another day in a text on another country."""
    claim = only_claim("On the eve of Independence Day Uzbekistan pardoned 543 prisoners.", scene="Tashkent. A prison.")
    assert claim.date != "2024-07-02"


def test_since_then_goes_on_from_the_period_before():
    """After «the first this year and the 17th since July 2024», «since then» is since July 2024."""
    claims = read_sentence(
        "It is the first pardon this year and the 17th since July 2024. Since then 355 people were pardoned."
    )
    assert claims.claims[-1].period == f"2024-07/{PUBLISHED}"


def test_two_dates_of_two_counts_are_not_mixed():
    """The date that stands beside another count is not that of this one."""
    claims = read_sentence("In February 2024 222 prisoners were freed, and 19 monks were freed in January 2025.").claims
    assert [(claim.low, claim.date) for claim in claims] == [(222, "2024-02"), (19, "2025-01")]


def test_a_weekly_review_is_of_the_days_that_its_headline_names():
    """Counts without a date of their own are of the week."""
    text = "Weekly digest: prisons, 3–9 March 2025\n\nAt least 24 persons were sentenced in political trials."
    assert read(text).claims[0].date == "[2025-03-03..2025-03-09]"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It is the 12th edict since July 2024. Taken together they have pardoned 293 people.", "2024-07/2025-03-20"),
        ("The ruler signed eight decrees between July and December. They pardoned 227 convicts.", "2024-07/2024-12"),
        ("Since the summer of 2024 Minsk has let 600 prisoners go.", "2024-06/2025-03-20"),
        ("Since the middle of last year he has pardoned 300 prisoners.", "2024-07/2025-03-20"),
        ("In the 12 months since last Independence Day 161 convicts were pardoned.", "2024-07-03/2025-03-20"),
    ],
)
def test_a_total_is_of_the_time_that_the_words_before_it_open(text, period):
    """Totals go on from «since» or from the decrees of the sentence before; seasons and holidays open periods, too."""
    assert read_sentence(text, scene="Minsk, Belarus. The colony holds many prisoners.").claims[-1].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("За три года на свободу вышли 30 заключенных.", "2022-03/2025-03-20"),
        ("С лета 2024-го на свободу вышли 30 заключенных.", "2024-06/2025-03-20"),
    ],
)
def test_years_that_lie_behind_are_a_period(text, period):
    """«За три года» is counted back from the document's day, and a year may be written «2024-го»."""
    assert only_claim(text, scene="Колония, тюрьма.").period == period


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It is the fourth deal since December, when 123 prisoners were freed.", "2024-12"),
        ("It is the fourth deal. In all, 123 prisoners were freed on Monday.", "2025-03-17"),
        ("The rights group demanded on Tuesday that 40 prisoners be pardoned.", "2025-03-18"),
        ("40 prisoners were pardoned on Wednesday last week.", "2025-03-12"),
        ("At the end of last year 40 political prisoners were in prison.", "2024-12-31~"),
        ("There are 900 political prisoners. The number was 673 on the same day a year ago.", "2024-03-20"),
    ],
)
def test_a_day_is_of_what_happened_or_was_said_on_it(text, date):
    """«Since December, when …» dates what happened then, and a demand is of the day on which it was made."""
    claim = read_sentence(text).claims[-1]
    assert (claim.date, claim.period) == (date, None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the preceding 72 hours 40 prisoners were freed.", "2025-03-17/2025-03-20"),
        ("From March 2022 on 1,300 people have been convicted.", "2022-03/2025-03-20"),
        ("In November and December 60 people were convicted.", "2024-11/2024-12"),
        ("In 2023-2024 250 people were convicted.", "2023/2024"),
        ("From 1 to 15 March 44 people were detained.", "2025-03-01/2025-03-15"),
        ("This year 40 prisoners have been pardoned.", "2025-01/2025-03-20"),
        ("В январе-феврале осудили 120 человек.", "2025-01/2025-02"),
        ("За последние полтора года осудили 900 человек.", "2023-09~/2025-03-20"),
        ("С момента выборов в августе 2020 года осудили 5000 человек.", "2020-08/2025-03-20"),
        ("За два першыя месяцы года асудзілі 208 чалавек.", "2025-01/2025-02"),
        ("За апошнія суткі затрымалі 14 актывістаў.", "2025-03-19/2025-03-20"),
    ],
)
def test_words_for_a_time_that_lasted_are_a_period(text, period):
    """Hours, pairs of months, «from … on» and «this year» give the days from the first to the last."""
    scene = "The colony, a prison." if text.isascii() else "У калоніі, турме." if "і" in text else "Колония, тюрьма."
    assert only_claim(text, scene=scene).period == period


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On the seventh of January 9 prisoners were pardoned.", "2025-01-07"),
        ("Двадцать первого декабря освободили 12 заключенных.", "2024-12-21"),
        ("Сёмага студзеня памілавалі 9 асуджаных.", "2025-01-07"),
        ("Амнистия двухлетней давности освободила 3000 заключенных.", "2023"),
        ("Майский указ о помиловании затронул 42 осужденных.", "2024-05"),
        ("В мае помиловали 20 осужденных, на 11 меньше, чем в апреле.", "2024-05"),
        ("Суд Октябрьского района осудил 12 человек.", None),
    ],
)
def test_days_in_words_and_months_in_names_are_dates(text, date):
    """A day may be written in words, an act named after its month; what it is compared with is another's time."""
    scene = "The colony, a prison." if text.isascii() else "У калоніі, турме." if "і" in text else "Колония, тюрьма."
    assert read_sentence(text, scene=scene).claims[0].date == date


@pytest.mark.parametrize(
    "text", ["9999 years ago 40 prisoners were freed.", "За последние 9999 лет освободили 40 человек."]
)
def test_a_number_of_units_beyond_all_years_dates_nothing(text):
    """No date lies before the first year, and none is made up for it."""
    claim = read_sentence(text, scene="The colony, a prison." if text.isascii() else "Колония, тюрьма.").claims[0]
    assert (claim.date, claim.period) == (None, None)


def test_about_a_year_counted_from_an_inferred_year_is_marked_as_both():
    """«Ten years ago» under a dateline without a year is about a year, and an inferred one."""
    text = "MINSK, July 3. Ten years ago he pardoned 30 prisoners.\n\n© 2025 Agency"
    assert [claim.date for claim in read(text, published="").claims] == ["2015%"]


def test_a_review_of_a_week_that_ends_in_the_next_month_counts_for_both():
    """Two days that a dash joins in a headline are the days of a review, not one on which it was written."""
    text = "Week in review: 30 June – 6 July 2025\n\nThe digest.\n\nAt least 41 people were sentenced for politics."
    (claim,) = read(text, language="en").claims
    assert claim.period == "2025-06-30/2025-07-06"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("MINSK, 29 February. He pardoned 5 prisoners.\n\n© 2023 Agency", ""),
        ("MINSK, 29 February. He pardoned 5 prisoners.\n\n© 2024 Agency", "2024?-02-29"),
        ("By 29 February all are back. He pardoned 5 prisoners.\n\n© 2023 Agency", ""),
    ],
)
def test_a_day_is_of_no_year_that_lacks_it(text, published):
    """A year is inferred only if it has the day."""
    document = make_document("a", text.encode(), {})
    assert document.published == published
    assert read_claims(document).claims


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 2023 he was in exile. On 31 December he pardoned 16 prisoners.", "2023?-12-31"),
        ("The vote was in 2020. Many left. Some stayed. In September he pardoned 52 prisoners.", None),
    ],
)
def test_a_day_in_a_text_without_one_has_the_year_of_the_sentence_before_with_a_question_mark(text, date):
    """Further away another year has often begun meanwhile, which the text need not name."""
    assert only_claim(text, published="").date == date
