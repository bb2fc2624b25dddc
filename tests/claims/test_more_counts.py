"""Counts that news puts in other ways: halves and dozens, parts that are told, headlines, acts named before."""

import pytest
from claims.reading import only_claim, read, read_sentence


@pytest.mark.parametrize(
    ("sentence", "language", "low"),
    [
        ("He pardoned a dozen prisoners.", "en", 12),
        ("He pardoned half a dozen prisoners.", "en", 6),
        ("He pardoned two dozen prisoners.", "en", 24),
        ("He pardoned about a thousand prisoners.", "en", 1000),
        ("Помилованы полторы тысячи осужденных.", "ru", 1500),
        ("Помилованы шесть с половиной тысяч осужденных.", "ru", 6500),
        ("Помилованы два десятка осужденных.", "ru", 20),
        ("Памілаваныя паўтары тысячы асуджаных.", "be", 1500),
    ],
)
def test_halves_and_dozens_are_numbers(sentence, language, low):
    """«Half a dozen» is 6 and «полторы тысячи» 1,500."""
    claim = only_claim(
        sentence, scene={"ru": "Колония.", "be": "Калонія."}.get(language, "A prison."), language=language
    )
    assert claim.low == low


def test_number_words_for_people_need_no_noun():
    """«Двое» counts people and nothing else."""
    assert only_claim("Двое вышли на свободу.", scene="Колония.", language="ru").low == 2


@pytest.mark.parametrize(
    ("sentence", "text", "rule"),
    [
        ("They were jailed under Articles 342 and 130 of the code.", "130", "en.article"),
        ("The amnesty of 2022/23 freed many prisoners.", "23", "number.slash"),
        ("The petition for the prisoners was signed by 12,500 people.", "12,500", "en.crowd"),
        ("The prison was built for 400 inmates.", "400", "en.things"),
        ("The report «Amnesty-2014» is about prisoners.", "2014", "number.name"),
        ("The bill on prisoners has 14 pages, and on three of them it lists crimes.", "three", "en.things"),
    ],
)
def test_further_numbers_of_other_things_are_refused_by_name(sentence, text, rule):
    """Lists of articles, seasons, signatures and cells count no prisoners."""
    reading = read_sentence(sentence)
    assert not [claim for claim in reading.claims if claim.low is not None]
    assert (text, rule) in [(row.text, row.rule) for row in reading.rejected]


def test_one_of_the_freed_is_no_count():
    """«One of the freed» names a person, and counts none."""
    assert not [claim for claim in read_sentence("One of the prisoners set free spoke to us.").claims if claim.low]


def test_what_a_headline_rounds_or_calls_otherwise_is_what_its_text_counts():
    """«Almost 14,000» over 13,920, and «expels» over «sent abroad», are one claim."""
    reading = read(
        "Vietnam to free almost 14,000 prisoners\n\nThe amnesty will release 13,920 prisoners, officials said."
    )
    assert [claim.low for claim in reading.claims] == [13920]
    assert reading.claims[0].appearances


@pytest.mark.parametrize(
    ("sentence", "language", "breakdown"),
    [
        ("He pardoned 20 prisoners. Nine are women, eleven have children.", "en", {"parents": 11, "women": 9}),
        ("He pardoned 52 prisoners, all of them foreigners.", "en", {"foreigners": 52}),
        ("He pardoned 15 women.", "en", {"women": 15}),
        ("Thirteen of the 52 freed prisoners are foreigners.", "en", {"foreigners": 13}),
        ("Помилованы 22 человека, из них 15 женщин, у 11 хронические заболевания.", "ru",
         {"chronically_ill": 11, "women": 15}),
    ],
)  # fmt: skip
def test_what_is_told_of_a_number_is_a_part(sentence, language, breakdown):
    """A group that is said of some, or of all, goes into the breakdown."""
    scene = "Колония." if language == "ru" else "A prison."
    assert only_claim(sentence, scene=scene, language=language).breakdown == breakdown


def test_parts_go_to_the_act_that_they_are_said_of():
    """«Among the pardoned» points back to the pardon, past a count that stands nearer."""
    claims = read_sentence(
        "He pardoned 543 prisoners. Another 295 had their terms cut. Among the pardoned are 18 women."
    ).claims
    assert [(claim.low, claim.breakdown) for claim in claims] == [(543, {"women": 18}), (295, {})]


def test_what_it_covers_is_of_the_act_named_last():
    """«It covers 20 more» is a pardon after a decree of pardon, an amnesty after an amnesty."""
    for act, kind in (("a pardon of 30 prisoners", "pardon"), ("an amnesty of 30 prisoners", "amnesty")):
        claims = read_sentence(f"He signed {act}. The latest one covers 20 more prisoners.").claims
        assert [(claim.low, claim.kind) for claim in claims] == [(30, kind), (20, kind)]


def test_a_number_is_of_what_its_sentence_opens_with():
    """«The number of those held has risen to 1,187» counts those held."""
    claim = only_claim("The number of political prisoners in the country has risen to 1,187.")
    assert (claim.kind, claim.measure, claim.low) == ("political_prisoners", "stock", 1187)


def test_prisoners_are_a_count_without_any_act():
    """Prisoners of whom nothing else is said are people held; former ones are not."""
    claim = only_claim("His papers hold the names of 2,954 detainees.")
    assert (claim.kind, claim.measure) == ("other", "stock")
    assert not read_sentence("He met 38 former prisoners.").claims


def test_the_main_clause_is_found_behind_what_describes_people():
    """«13,200 people charged with or convicted of treason … have been granted amnesty» are amnestied."""
    claim = only_claim(
        "More than 13,200 people charged with or convicted of terrorism, treason and similar offenses"
        " have been granted amnesty."
    )
    assert (claim.kind, claim.low) == ("amnesty", 13200)


@pytest.mark.parametrize(
    ("text", "low", "kind", "status"),
    [
        ("There are 969 political prisoners. It will fall to 900.", 900, "political_prisoners", "planned"),
        (
            "Viasna speaks of political prisoners. Its list was 1,140 names long.",
            1140,
            "political_prisoners",
            "occurred",
        ),
        ("In July he freed 18 prisoners. In August there were 30 more.", 30, "release", "occurred"),
        (
            "How many political prisoners were freed? It depends on whom you ask. The government says 626.",
            626,
            "release",
            "occurred",
        ),
        ("He pardoned 30 people. Reporters have worked out the identity of nine.", 9, "pardon", "occurred"),
        ("Officials found 154 inmates not to meet the conditions.", 154, "other", "denied"),
        ("He is ready to free 100 prisoners.", 100, "release", "planned"),
        ("Under the pardon 121 convicts will not have to serve their terms.", 121, "pardon", "occurred"),
        ("He freed either 1,300 or 1,400 prisoners.", 1300, "release", "occurred"),
    ],
)
def test_what_is_counted_is_told_by_the_words_before(text, low, kind, status):
    """Levels, lists, answers and further people count what was spoken of, and conditions not met are refusals."""
    claim = read_sentence(text).claims[-1]
    assert (claim.low, claim.kind, claim.status) == (low, kind, status)


@pytest.mark.parametrize(
    ("text", "low", "kind"),
    [
        ("Рассмотрели 11 240 дел и в 940 случаях ответили отказом.", 940, "other"),
        ("По его словам, политзаключенных в стране более 1,2 тысячи.", 1200, "political_prisoners"),
        ("На свободу вышли 300 осужденных, а помиловали за это же время только двенадцать.", 12, "pardon"),
    ],
)
def test_numbers_at_the_end_of_a_sentence_count_what_leads_up_to_them(text, low, kind):
    """«In 940 cases» counts persons, the full stop is no part of a number, and a date does not part it from its act."""
    claim = read_sentence(text, scene="Колония, тюрьма.").claims[-1]
    assert (claim.low, claim.kind) == (low, kind)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # an act told without a number, and then how many
        ("Cuba has let inmates go. There were 412 of them.", [("release", 412)]),
        ("Warsaw and Minsk swapped spies, but would not say how many. One envoy put it at nine.", [("exchange", 9)]),
        # a number at the head of its row
        ("194: political detainees set free so far.", [("release", 194)]),
        # dates of their own lead the numbers of a series
        ("In July he freed 11 prisoners, in September 40, and last week another three.",
         [("release", 11), ("release", 40), ("release", 3)]),
        # a whole before its part: what is said of either is not said of the other
        ("Of the 64 who had asked for clemency, 22 were pardoned.", [("other", 64), ("pardon", 22)]),
        # those of whom some are counted, and what became of these
        ("Fourteen of those let out are back in custody.", [("detained", 14)]),
        ("He pardoned 20 convicts. Nine of these were on the group's list of political prisoners.",
         [("pardon", 20), ("pardon", 9)]),
        ("The amnesty freed 6,134 inmates; the group found 313 political prisoners among them.",
         [("release", 6134), ("release", 313)]),
        # an aside tells nothing of its own
        ("Twenty people, nine of them teachers, were set free.", [("release", 20)]),
        # the description of people held, before what became of them
        ("22 people held in penal colonies, most of them since the spring, were driven to the border.",
         [("release", 22)]),
        ("He freed 20 prisoners. All but four had been convicted of arson.", [("release", 20)]),
        ("He will free thirty, maybe forty prisoners.", [("release", 30)]),
        ("The group knows of nine who have been put back behind bars.", [("detained", 9)]),
        ("Viasna has a list of political prisoners. It knew of 1,131 such prisoners.", [("political_prisoners", 1131)]),
    ],
)  # fmt: skip
def test_numbers_are_counted_by_what_their_text_is_about(text, counts):
    """What a number counts may be told before it, behind it, or of a whole that it is a part of."""
    claims = [claim for claim in read_sentence(text).claims if claim.low is not None]
    assert [(claim.kind, claim.low) for claim in claims] == counts


def test_groups_that_overlap_are_parts_of_a_whole():
    """«254 women and 21 foreigners would benefit» counts parts of those pardoned, and no one else."""
    claim = only_claim("He pardoned 1,873 convicts. An official said that 254 women and 21 foreigners would benefit.")
    assert (claim.low, claim.breakdown) == (1873, {"foreigners": 21, "women": 254})


@pytest.mark.parametrize(("voice", "kind"), [("Viasna", "political_prisoners"), ("The prison service", "other")])
def test_people_held_are_political_prisoners_for_those_who_count_these(voice, kind):
    """A rights group that says how many people are held means political prisoners; officials mean everybody."""
    assert only_claim(f"{voice} said that 1,200 people are still inside.").kind == kind


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "He pardoned 18 prisoners in July. More decrees came: 30 people in August, another 25 on 4 September.",
            [("pardon", 18), ("pardon", 30), ("pardon", 25)],
        ),
        (
            "He pardoned 20 prisoners in May. Two edicts followed in June, with 31 and 32 names.",
            [("pardon", 20), ("pardon", 31), ("pardon", 32)],
        ),
        (
            "Лукашенко помиловал 18 заключенных в мае. В июне было два указа, по 15 человек в каждом.",
            [("pardon", 18), ("pardon", 15)],
        ),
        (
            "In May the junta flew 222 prisoners to Washington, then 12 priests to Rome. Last month two more followed.",
            [("release", 222), ("release", 12), ("release", 2)],
        ),
        ("In September 52 inmates had left; in June there were 14.", [("release", 52), ("release", 14)]),
        ("One member asked for the exchange of all prisoners. The former candidate, 59, left the jail.", []),
        ("He pardoned 1,204 persons. Of these, 1,002 are in custody and 202 at liberty.", [("pardon", 1204)]),
        ("We learned of 119 cases of detention.", [("detained", 119)]),
        ("Лукашенко помиловал 18 осужденных. Пятнадцать человек сидели за экстремизм.", [("pardon", 18)]),
    ],
)
def test_what_follows_an_act_is_counted_by_it(text, counts):
    """Decrees that follow, further groups and such acts at another time are read; what only describes is not."""
    assert [(claim.kind, claim.low) for claim in read_sentence(text).claims] == counts


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("He pardoned more than 7,000 prisoners. The exact figure, read out on television, was 7,749.", "en", 7749),
        ("He pardoned nearly 10,000 prisoners. To be precise, there were 9,652.", "en", 9652),
        ("Он помиловал более 300 заключенных. Точная цифра — 412.", "ru", 412),
        ("Ён памілаваў больш за 300 зняволеных. Калі дакладна, іх было 412.", "be", 412),
    ],
)
def test_an_exact_figure_takes_the_place_of_the_vague_one(text, language, low):
    """«More than 7,000 … the exact figure was 7,749» is one count, however far the vague number lies below."""
    assert [claim.low for claim in read(text, language=language).claims] == [low]


@pytest.mark.parametrize(
    ("text", "language", "lows"),
    [
        ("A further 146 prisoners were freed. This takes the total since May to 1,515.", "en", [146, 1515]),
        ("Eleven prisoners were pardoned, bringing to 24 the number who have left since May.", "en", [11, 24]),
        ("Освободили еще 146 заключенных. Общее число с мая достигло 1515.", "ru", [146, 1515]),
        ("Вызвалілі яшчэ 146 зняволеных. Агульная колькасць з траўня дасягнула 1515.", "be", [146, 1515]),
        ("A further 146 prisoners were freed. The total of fines came to 1,515.", "en", [146]),
        ("Освободили еще 146 заключенных. Общее число штрафов достигло 1515.", "ru", [146]),
    ],
)
def test_a_running_total_counts_what_the_act_before_it_does(text, language, lows):
    """«This takes the total since May to 1,515» counts those freed so far; a total of fines counts nobody."""
    assert [claim.low for claim in read(text, language=language).claims] == lows


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("There is no relief for the political prisoners, who number 1,187 according to Viasna.", "en"),
        ("There is no relief for the political prisoners, whose number Viasna puts at 1,187.", "en"),
        ("Облегчения не будет для политзаключенных, которых, по данным «Весны», 1187.", "ru"),
        ("Палёгкі не будзе для палітвязняў, якіх, паводле «Вясны», 1187.", "be"),
    ],
)
def test_a_relative_clause_counts_those_named_before_it(text, language):
    """«The political prisoners, who number 1,187» are so many people held."""
    claims = read(text, language=language).claims
    assert [(claim.kind, claim.low) for claim in claims] == [("political_prisoners", 1187)]


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("There are 900 political prisoners. At least 36 of them need medical care.", "en", [900, 36]),
        ("В тюрьмах 900 политзаключенных. У 36 из них серьезные проблемы со здоровьем.", "ru", [900, 36]),
        ("У турмах 900 палітвязняў. Прынамсі 36 з іх цяжка хворыя.", "be", [900, 36]),
        ("There are 900 political prisoners. At least 36 of them are over 60.", "en", [900]),
    ],
)
def test_the_sick_among_those_held_are_counted_beside_them(text, language, counts):
    """So many of the people held who are in danger are a claim of its own; so many who are old are only a part."""
    claims = read(text, language=language).claims
    assert [claim.low for claim in claims] == counts
    assert [claim.kind for claim in claims] == ["political_prisoners", "other"][: len(counts)]


@pytest.mark.parametrize(
    ("sentence", "language", "kind", "low"),
    [
        ("Last year's eight edicts covered 227.", "en", "pardon", 227),
        ("The group has documented 16,905 arrests since May.", "en", "detained", 16905),
        ("The talks helped to open the prison doors for over 500 Belarusians.", "en", "release", 500),
        ("Five Spanish nationals were on their way home.", "en", "release", 5),
        ("A decision to decline was made in respect of 314 persons.", "en", "other", 314),
        ("The commission still has 56 requests to look at.", "en", "other", 56),
        ("Some 1,500 of their members are in camps.", "en", "other", 1500),
        ("Москва и Минск передали Западу 16 человек.", "ru", "release", 16),
        ("Масква і Мінск перадалі Захаду 16 чалавек.", "be", "release", 16),
        ("Да канца году памілуюць яшчэ каля 50 чалавек.", "be", "pardon", 50),
        ("Свята ў турмах сустракаюць 169 жанчын-палітзняволеных.", "be", "political_prisoners", 169),
    ],
)
def test_what_is_told_of_people_says_what_they_are_counted_for(sentence, language, kind, low):
    """People, names and requests count for what the clause tells of them, in whatever words."""
    scene = {"ru": "Тюрьмы полны.", "be": "Турмы поўныя."}.get(language, "The prisons are full.")
    claim = only_claim(sentence, scene=scene, language=language)
    assert (claim.kind, claim.low) == (kind, low)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Five guards were on their way home.", "en"),
        ("The talks opened the doors for 500 tourists.", "en"),
        ("В камере было 12 коек на 15 женщин, которую вывезли.", "ru"),
        ("Москва и Минск передали Западу 16 страниц.", "ru"),
        ("Масква і Мінск перадалі Захаду 16 старонак.", "be"),
    ],
)
def test_things_and_bystanders_near_such_words_are_not_counted(sentence, language):
    """Pages, beds, guards and tourists are not people in custody."""
    scene = {"ru": "Тюрьмы полны.", "be": "Турмы поўныя."}.get(language, "The prisons are full.")
    assert not read_sentence(sentence, scene=scene, language=language).claims


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("The junta freed 626 prisoners. The network had verified 344 such cases by Sunday.", "en", [626, 344]),
        ("The prison is full. The commission refused clemency in 71 cases.", "en", [71]),
        ("She was asked how many political prisoners were left. “Twelve hundred,” she said.", "en", [1200]),
        ("In prison towns 37 people were detained in May. In Homiel there were 12.", "en", [37, 12]),
        ("Courts convicted 50 people and sent them to prison. There are 170 such convicts by now.", "en", [50, 170]),
        ("Власти освободили 626 заключенных. Сеть подтвердила 344 таких случая.", "ru", [626, 344]),
        ("Тюрьмы полны. В Бресте задержали 40 человек. В Гомеле — 12.", "ru", [40, 12]),
        ("В мае помиловали 243 заключенных. До этого, в марте, — 160.", "ru", [243, 160]),
        ("Украина и Россия обменялись пленными по формуле «103 на 103».", "ru", [103]),
        ("Хунта вызваліла 626 зняволеных. Сетка пацвердзіла 344 такія выпадкі.", "be", [626, 344]),
        ("Суды асудзілі 50 чалавек, усіх адправілі ў калоніі. Па ўсёй краіне такіх ужо больш за 170.", "be", [50, 170]),
        ("The junta freed 626 prisoners. The network met in 12 cases of delay.", "en", [626]),
        ("In prison towns 37 people were detained. In Homiel there were 12 fires.", "en", [37]),
    ],
)
def test_a_number_goes_on_from_what_was_counted_before(text, language, counts):
    """Cases verified, another place, a question put by somebody, and such people count what was counted before."""
    assert [claim.low for claim in read(text, language=language).claims] == counts


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("He pardoned 30 prisoners. At least six of them are gravely ill.", "en", 30),
        ("Он помиловал 30 заключенных. Шестеро из них тяжело больны.", "ru", 30),
        ("Ён памілаваў 30 зняволеных. Шасцёра з іх цяжка хворыя.", "be", 30),
        ("There are 900 political prisoners, whose families got 12 letters.", "en", 900),
        ("В тюрьмах 900 политзаключенных, которым в среднем 36.", "ru", 900),
        ("У турмах 900 палітвязняў, якім у сярэднім 36.", "be", 900),
        ("He pardoned 30 prisoners. Parliament has a total of 110 seats.", "en", 30),
        ("Он помиловал 30 заключенных. Общая сумма составила 4500 рублей.", "ru", 30),
        ("Ён памілаваў 30 зняволеных. Газета прыводзіць лічбу ў 12 працэнтаў.", "be", 30),
        ("The prisons are full. Of those who were searched 22 face charges.", "en", 22),
    ],
)
def test_what_only_describes_those_counted_is_no_further_count(text, language, low):
    """The sick among the freed, an average age, seats, sums and shares are counts of nobody held or freed."""
    assert [claim.low for claim in read(text, language=language).claims] == [low]
