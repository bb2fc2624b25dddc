"""Speakers: who states a figure, and whose words name the people."""

import pytest
from claims.reading import only_claim, read, read_sentence


@pytest.mark.parametrize(
    ("sentence", "source_class", "name"),
    [
        ("According to Viasna, there are 1,203 political prisoners.", "human_rights", "Viasna"),
        ("There are 1,203 political prisoners, says Viasna.", "human_rights", "Viasna"),
        ("Viasna said it knew of 11 prisoners who were freed.", "human_rights", "Viasna"),
        ("He pardoned 16 prisoners, his press office reports.", "official", "president's press office"),
        ("The interior ministry said that 758 prisoners were freed.", "official", "Interior Ministry"),
        (
            "Lithuania's guests, 14 prisoners, were freed, the Lithuanian government says.",
            "foreign_government",
            "Lithuanian government",
        ),
        ("UN experts said that 63 political prisoners were older than 60.", "igo", "UN experts"),
        ("Tsikhanouskaya said that 40 prisoners had been freed.", "opposition", "Sviatlana Tsikhanouskaya"),
        ("He pardoned 16 prisoners.", "media", "Example News"),
        ("There are 1,203 political prisoners.", "unknown", ""),
        ("Reportedly 18 prisoners walked free.", "unknown", ""),
        ("По данным «Весны», освобождены 12 заключенных.", "human_rights", "Viasna"),
        ("Помилованы 30 заключенных, сообщила пресс-служба Лукашенко.", "official", "president's press office"),
        ("«Вясна» ведае пра 1190 палітвязняў.", "human_rights", "Viasna"),
        ("Example News knows of 84 freed prisoners.", "media", "Example News"),
        ("The lawyers of Viasna were careful and spoke of 12 freed prisoners.", "human_rights", "Viasna"),
        ("Судья отпустил 12 заключенных, сказал источник ТАСС.", "unknown", ""),
        ("«Вясна» назвала министру 12 освобожденных заключенных.", "human_rights", "Viasna"),
        ("Освобождены 12 заключенных, подтвердили в посольстве США.", "foreign_government", ""),
    ],
)
def test_the_source_is_who_states_the_figure(sentence, source_class, name):
    """Direct and indirect attributions, before or after; without any, an act is the outlet's and a stock nobody's."""
    language = "be" if "палітвязняў" in sentence else ""
    scene = "The colony holds many prisoners." if sentence.isascii() else "Колония, турма."
    claim = only_claim(sentence, scene=scene, language=language)
    assert (claim.source_class, claim.source_name) == (source_class, name)


def test_each_number_has_its_own_source():
    """Two attributions in one sentence part its numbers."""
    claims = read_sentence("Officials put the number of those released at 227; Viasna puts it at 190.").claims
    assert [(claim.low, claim.source_class) for claim in claims] == [(227, "official"), (190, "human_rights")]


def test_a_pronoun_speaks_for_whoever_spoke_last():
    """«She said» goes back to the speaker named before."""
    text = "Tsikhanouskaya thanked the envoy. She said that 40 prisoners had been freed."
    assert only_claim(text).source_name == "Sviatlana Tsikhanouskaya"


def test_made_public_credits_the_sentence_before():
    """«The ministry announced it» is the source of what it announced."""
    claims = read_sentence("Thirteen prisoners were pardoned. The interior ministry announced it last night.").claims
    assert claims[0].source_class == "official"


def test_a_bodys_own_act_is_its_own_count():
    """A department that frees prisoners counts them; a head of state's act is told by the outlet."""
    assert only_claim("The Department of Corrections freed 758 prisoners.").source_class == "official"
    assert only_claim("Lukashenko freed 758 prisoners.").source_class == "media"


def test_the_label_may_be_the_outlets_though_the_number_is_official():
    """A headline's «political prisoners» are the outlet's words for an official count."""
    (claim,) = read(
        "Ruler pardons 16 political prisoners\n\nHe has pardoned 16 people, his press office reports."
    ).claims
    assert (claim.source_class, claim.label, claim.label_source_class) == ("official", "political prisoners", "media")


def test_quoted_words_are_the_speakers():
    """Words inside quotation marks belong to whoever is quoted, across sentences too."""
    labels = read('Prisons are full. "They are bandits. They are extremists," Lukashenko said.').labels
    assert {(label.concept, label.source_class) for label in labels} == {
        ("bandits", "official"),
        ("extremists", "official"),
    }


@pytest.mark.parametrize(
    ("text", "source_class"),
    [
        (
            "Interior Minister Ivan Kubrakov met the deputies. Kubrakov said that 40 prisoners had been freed.",
            "official",
        ),
        ("Pavel Sapelka, a lawyer with Viasna, spoke. Sapelka said that 40 prisoners had been freed.", "human_rights"),
        (
            "Lithuanian Foreign Minister Kestutis Budrys spoke. Budrys said 40 prisoners were freed.",
            "foreign_government",
        ),
        ("Former minister Ivan Kubrakov met the deputies. Kubrakov said that 40 prisoners had been freed.", "media"),
    ],
)
def test_a_surname_speaks_for_the_office_that_its_bearer_was_introduced_by(text, source_class):
    """A name given beside an office is known for the rest of the text, unless the office is a former one."""
    claim = only_claim(text, scene="Belarus has a colony. Belarus and Minsk hold many prisoners.")
    assert claim.source_class == source_class


def test_a_surname_that_changes_its_ending_is_known():
    """«Казакевича» is Казакевич."""
    text = "Заместитель министра внутренних дел Иван Казакевич выступил. По словам Казакевича, освобождены 40 человек."
    assert only_claim(text, scene="Колония, тюрьма.").source_class == "official"


def test_an_outlet_that_is_a_body_speaks_for_itself():
    """What a politician's office or a rights group publishes is its own count; a newspaper's is a newspaper's."""
    sentence = "We know that 40 prisoners were sentenced in this week."
    assert only_claim(sentence, outlet="Office of Sviatlana Tsikhanouskaya").source_class == "opposition"
    assert only_claim(sentence, outlet="Viasna").source_class == "human_rights"
    assert only_claim(sentence, outlet="Example News").source_class == "media"


def test_officials_of_another_country_are_a_foreign_government():
    """The Kremlin is the state in a text on Russia, and a foreign government in one on Belarus."""
    sentence = "The Kremlin said that 40 prisoners had been freed."
    assert only_claim(sentence, scene="Prisons in Belarus are full. Minsk.").source_class == "foreign_government"
    assert only_claim(sentence, scene="Prisons in Russia are full. Moscow.").source_class == "official"


@pytest.mark.parametrize(
    ("sentence", "source_class"),
    [
        ("At least 40 prisoners have been released, their relatives said.", "unknown"),
        ("An analyst with Viasna said that 40 prisoners had been freed.", "human_rights"),
        ("A spokeswoman for Viasna said that 40 prisoners had been freed.", "human_rights"),
        ("It is expected that 40 prisoners will be freed.", "unknown"),
        ("By our count 40 prisoners have been freed.", "media"),
        ("Viasna: 40 prisoners have been freed.", "human_rights"),
        ("Tsikhanouskaya thanked Donald Trump and said that 40 prisoners had been freed.", "opposition"),
        ("Viasna, a group that Minsk has banned, said that 40 prisoners had been freed.", "human_rights"),
        (
            "At least 40 prisoners have left jail since May, when the ministry spoke of more, Viasna said.",
            "human_rights",
        ),
        ("Напомним, Лукашенко помиловал 40 человек.", "media"),
        ("Ассоциация журналистов Грузии сообщала, что задержали 40 человек.", "human_rights"),
        ("Павел Латушко убежден: «За июнь задержали не менее 40 человек».", "opposition"),
    ],
)
def test_not_everybody_who_is_named_states_the_figure(sentence, source_class):
    """A spokeswoman gives way to her group, and who is thanked, banned or only mentioned states nothing."""
    scene = "The colony holds many prisoners." if sentence.isascii() else "Колония, тюрьма."
    assert only_claim(sentence, scene=scene).source_class == source_class


def test_a_quotation_carries_its_speaker_over_its_sentences():
    """Every sentence between two quotation marks is said by whoever is named beside them."""
    text = 'President Nausėda of Lithuania said: "They are safe. More than 1,000 political prisoners remain in prison."'
    assert read_sentence(text, scene="Prisons in Belarus. Minsk, Belarus.").claims[-1].source_class != "unknown"


def test_the_answers_of_an_interview_are_those_of_whom_it_introduces():
    """What follows a question is said by the body that the interview opens with."""
    text = (
        "A lawyer of Viasna on the prisons\n\nWe met her in Vilnius.\n\n- How many are left?\n\n"
        "- There are 897 political prisoners.\n\n- Is that good?\n\n- In March alone 58 people were convicted."
    )
    assert {claim.source_class for claim in read(text).claims} == {"human_rights"}


def test_no_state_counts_those_whom_it_persecutes():
    """In a text in which only officials speak, those convicted are the outlet's count."""
    text = "The ministry spoke of order. In the same week 40 people were convicted on political charges."
    assert only_claim(text).source_class == "media"


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        (
            "The amnesty has covered 6,417 convicts, the Interior Ministry said. Colonies let out 1,148 of them. "
            "To another 3,905 convicts the law brought a shorter term.",
            ["official"] * 3,
        ),
        (
            "The amnesty has covered 6,417 convicts, the Interior Ministry said. Viasna spoke of fear. "
            "To another 3,905 convicts it brought a shorter term.",
            ["official", "human_rights"],
        ),
        (
            "Prosecutors took stock of the amnesty. From the colony 41 prisoners were released. "
            "Another 36 were refused.",
            ["official"] * 2,
        ),
        (
            "The press office says that 12 people were pardoned and 8 people were released. In all, 20 were freed.",
            ["official"] * 3,
        ),
        ("Viasna published its monthly report. In May 61 people were convicted.", ["human_rights"]),
        (
            "The White House said that 24 prisoners were exchanged. The other eight were flown to Moscow.",
            ["foreign_government"] * 2,
        ),
        (
            "Viasna spoke of 96 trials. Its staff is small. The list of political prisoners has 1,446 names.",
            ["human_rights"],
        ),
        ("Around 1,800 people were charged, the KGB said. Some 700 of them were convicted.", ["official"] * 2),
        (
            "The press office says that 30 people were pardoned. Reporters have worked out the identity of nine.",
            ["official", "media"],
        ),
    ],
)
def test_whoever_counts_goes_on_counting_until_another_speaks(text, classes):
    """Counts of an amnesty, parts, what a report says and what goes on undated are of whoever began."""
    assert [claim.source_class for claim in read_sentence(text).claims] == classes


@pytest.mark.parametrize(
    ("sentence", "source_class"),
    [
        (
            "Minsk let 123 prisoners go on Saturday, and the United States said that it would end its sanctions.",
            "media",
        ),
        ("Minsk let 123 prisoners go, the United States said.", "foreign_government"),
        ("Three of the 40 convicted prisoners are students of the Belarusian State University.", "media"),
    ],
)
def test_another_statement_of_a_sentence_is_not_that_of_the_count(sentence, source_class):
    """What a conjunction joins is said of something else, and a State University states nothing."""
    scene = "Prisons in Belarus. Minsk, Belarus."
    assert read_sentence(sentence, scene=scene).claims[0].source_class == source_class


def test_said_he_points_back():
    """«…, сказал он» and «…, its director said» are whoever spoke last, whoever hears it."""
    text = "Светлана Тихановская выступила в Брюсселе. Освобождены 14 заключенных, сказала она депутатам."
    assert only_claim(text, scene="Тюрьма Беларуси.").source_class == "opposition"
    text = "The Viasna group met reporters. Fourteen prisoners were freed, its director said."
    assert only_claim(text).source_class == "human_rights"


def test_an_explainer_is_no_interview():
    """Where most answers to the questions of a text name who says it, nobody is interviewed."""
    text = (
        "Viasna has explained the deal.\n\nWho was freed?\n\nThe White House said that 14 prisoners were freed.\n\n"
        "And who is left?\n\nViasna says that 1,187 political prisoners remain. In January 40 prisoners were pardoned."
    )
    assert [claim.source_class for claim in read(text).claims][-1] == "media"


def test_whoever_stands_before_a_number_of_a_series_states_it():
    """Each body of a series counts the people whom the question before it speaks of."""
    text = "How many political prisoners are in jail? Viasna counts 1,187, Dissidentby 1,164."
    rows = [(claim.kind, claim.low, claim.source_name) for claim in read_sentence(text).claims]
    assert rows == [("political_prisoners", 1187, "Viasna"), ("political_prisoners", 1164, "Dissidentby")]


@pytest.mark.parametrize(
    ("text", "source_class"),
    [
        ("We know of 104 detentions in May. We call on the authorities to free everybody.", "human_rights"),
        ("“We know of 104 detentions in May. We call on the authorities to free everybody,” said a man.", "media"),
        ("In May 104 people were detained. We call on our readers to help.", "media"),
    ],
)
def test_a_text_that_calls_on_a_state_in_its_own_name_is_a_groups(text, source_class):
    """An outlet of an unknown name that counts and demands as «we» is a rights group; quoted words show nothing."""
    assert read_sentence(text, outlet="The Monthly").claims[0].source_class == source_class


def test_hints_of_somebody_are_told_by_whoever_tells_of_them():
    """A noun such as «hints» or «pledges» behind its owner is no verb of saying, and «he» after it no speaker."""
    text = (
        "The president pardoned 16 prisoners, his press office reports. "
        "The move follows the ruler's hints that he may soon pardon more political prisoners."
    )
    assert [(claim.status, claim.source_class) for claim in read(text).claims] == [
        ("occurred", "official"),
        ("planned", "media"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Вышли 52 заключенных, которых держал режим, сообщил в среду в соцсети представитель «Весны»."),
        ("ru", "Вышли 52 заключенных, которых держал режим, рассказал, отвечая на вопросы, представитель «Весны»."),
        ("be", "Выйшлі 52 зняволеныя, якіх трымаў рэжым, паведаміў учора ў сацсетцы прадстаўнік «Вясны»."),
        ("ru", "Всего, утверждают в «Весне», освободили 52 заключенных."),
        ("en", "It was noted by Viasna that 52 prisoners were released by the regime."),
    ],
)
def test_what_tells_where_and_when_may_stand_between_a_verb_and_its_subject(language, sentence):
    """Who says it stands behind the verb, with a place, a day or an aside between them; or behind «by»."""
    assert only_claim(sentence, language=language).source_class == "human_rights"


def test_a_stock_in_a_paragraph_of_its_own_is_not_what_a_group_said_before():
    """The outlet speaks again in a new paragraph; in the same one, the group goes on."""
    said = "Viasna knows of 40 convictions in Homiel."
    stock = "Overall 1,164 political prisoners are held in Belarus."
    assert read_sentence(f"{said}\n\n{stock}").claims[-1].source_class == "unknown"
    assert read_sentence(f"{said} At the moment 1,164 political prisoners are behind bars.").claims[
        -1
    ].source_class == ("human_rights")


def test_a_name_may_stand_behind_the_name_of_its_office():
    """«A representative of the Prosecutor General's Office of Kazakhstan N N» lets N speak for the office."""
    text = (
        "Об этом рассказал представитель Генеральной прокуратуры Казахстана Елдос Килымжанов.\n\n"
        "«Всего осуждено 1212 человек», – сказал Килымжанов."
    )
    assert read(text).claims[-1].source_class == "official"


def test_what_is_expected_of_some_is_told_by_whoever_told_of_all():
    """«It is expected» names nobody, but the count that it is a part of may be somebody's."""
    said = "By his account the amnesty will cover 7,900 people, the deputy minister said."
    claims = read_sentence(f"{said} Of them 1,500 are expected to be released.").claims
    assert {claim.source_class for claim in claims} == {"official"}
    assert only_claim("Some 1,500 prisoners are expected to be released.").source_class == "unknown"


def test_a_whole_countrys_total_is_nobodys():
    """After what a group said, «in total there are» in the country is the outlet's background."""
    said = "Viasna says that 43 Ukrainians are still in prison on political grounds."
    stock = "there are 1,254 political prisoners in the country."
    assert read_sentence(f"{said} In total, {stock}").claims[-1].source_class == "unknown"
    assert read_sentence(f"{said} At the moment, {stock}").claims[-1].source_class == "human_rights"


def test_the_president_is_a_person():
    """«The president told» is not the foreign ministry that spoke last."""
    said = "An official of the US State Department counted 254 prisoners who left the country's jails."
    claims = read_sentence(f"{said} Some 300 convicts were released, the president told a broadcaster.").claims
    assert [claim.source_class for claim in claims] == ["foreign_government", "official"]


def test_what_is_told_of_those_counted_may_be_anothers():
    """«118 people who, according to Viasna, were detained» is what Viasna states, whoever received it."""
    claim = only_claim("The ministry received data on 118 people who, according to Viasna, were detained in March.")
    assert claim.source_class == "human_rights"


def test_the_report_of_an_act_credits_no_other_count():
    """«The authorities reported the pardon of 15» says nothing on how many were recognised before it."""
    claims = read(
        "In March, 58 more people were recognised as political prisoners.\n\n"
        "On 7 March the authorities reported the pardon of 15 people.",
        outlet="Viasna",
    ).claims
    assert [claim.source_class for claim in claims] == ["human_rights", "official"]


def test_what_an_outlet_says_that_it_retells_is_the_reports():
    """«Here are the main figures» lets the report of a group go on over paragraphs, until somebody else speaks."""
    report = "The human rights center Viasna published its review.\n\nHere are the main figures of the review."
    counts = "In December 96 people were convicted.\n\nOn 31 December 1,110 political prisoners were held."
    assert {claim.source_class for claim in read(f"{report}\n\n{counts}").claims} == {"human_rights"}
    assert "human_rights" not in {claim.source_class for claim in read(f"The year ends.\n\n{counts}").claims}


def test_behind_as_the_subject_follows_its_verb():
    """«Лукашенко помиловал, как подсчитала «Весна», 238 человек»: it is not he who has counted."""
    claim = only_claim("Лукашенко указами помиловал, как подсчитала «Весна», 238 заключенных.", language="ru")
    assert claim.source_class == "human_rights"


def test_who_has_never_published_states_nothing():
    """«The judiciary has never published a list» leaves «it adds» to whoever said so."""
    said = "HRANA, a group of activists, counted 19,600 arrests and says that the judiciary has never published a list."
    claims = read_sentence(f"{said} At least four prisoners were hanged, it adds.").claims
    assert {claim.source_class for claim in claims} == {"human_rights"}


@pytest.mark.parametrize(
    ("language", "sentence", "source_class"),
    [
        ("en", "Fourteen prisoners were released — Interior Ministry.", "official"),
        ("ru", "Освобождены 14 заключенных — «Вясна».", "human_rights"),
        ("be", "Вызвалены 14 зняволеных (МУС).", "official"),
        ("en", "Fourteen prisoners were released, reports Viasna.", "human_rights"),
        ("ru", "У правозащитников другие данные: освобождены 14 заключенных.", "human_rights"),
        ("be", "У праваабаронцаў іншыя звесткі: вызвалены 14 зняволеных.", "human_rights"),
        ("be", "Вызвалены 14 зняволеных. Пра гэта сказалі ў «Вясне».", "human_rights"),
        ("ru", "Освобождены 14 заключенных. Таковы данные «Вясны».", "human_rights"),
        ("ru", "Помилованы 14 заключенных, следует из опубликованного в понедельник указа.", "official"),
        ("be", "Ва ўказе гаворыцца, што памілаваныя 14 зняволеных.", "official"),
        ("en", "According to the text of the decree, 14 prisoners are pardoned.", "official"),
        ("en", "Fourteen prisoners were released — among them a lawyer of Viasna.", "media"),
        ("ru", "На свободу вышли 14 заключенных — правозащитники ждали их у ворот.", "media"),
        ("be", "На волю выйшлі 14 зняволеных — праваабаронцы чакалі іх ля брамы.", "media"),
        ("be", "Лукашэнка памілаваў 14 зняволеных паводле закона.", "media"),
        ("en", "Fourteen prisoners were released, which the opposition had demanded.", "media"),
    ],
)
def test_ways_to_say_whose_a_figure_is(language, sentence, source_class):
    """A dash, a bracket, «the data are X's» or a document name a source; who is only told of, or waits, is none."""
    scene = {"en": "The colony is full.", "ru": "В колонии тесно.", "be": "У калоніі цесна."}[language]
    claims = read(f"{scene} The prisoners of Belarus.\n\n{sentence}", language=language).claims
    assert [claim.source_class for claim in claims] == [source_class]


@pytest.mark.parametrize(
    ("language", "sentence", "source_class"),
    [
        ("be", "Эстонія ад імя васьмі дзяржаў заявіла, што ў Беларусі затрымалі 178 чалавек.", "foreign_government"),
        ("en", "Ukraine has received 114 freed prisoners, according to its intelligence.", "foreign_government"),
        ("en", "Dmytro Lubinets, the commissioner for human rights, said 14 prisoners left.", "foreign_government"),
        ("be", "Расказала дэпутатка Палаты прадстаўнікоў. Паводле яе, вызвалілі 14 зняволеных.", "official"),
    ],
)
def test_whose_officials_speak(language, sentence, source_class):
    """A country speaks for others, its office is its own, and a person named outweighs what the office is called."""
    claims = read(f"Prisons of Belarus, Minsk, Беларусь.\n\n{sentence}", language=language).claims
    assert [claim.source_class for claim in claims] == [source_class]


def test_counts_that_split_one_up_are_told_with_it():
    """«23 were granted, he said. 13 were pardoned in May, ten in June» goes on over the paragraph's end."""
    said = "The ministry said that 23 prisoners were pardoned this year."
    claims = read_sentence(f"{said}\n\nThirteen were pardoned in February, ten were pardoned in March.").claims
    assert {claim.source_class for claim in claims} == {"official"}
    claims = read_sentence(f"{said}\n\nThirteen were pardoned in February, nine were pardoned in March.").claims
    assert {claim.source_class for claim in claims} == {"official", "media"}


def test_of_two_countries_named_as_often_a_text_is_on_that_of_its_language():
    """A Belarusian text on those who came to Lithuania is on Belarus, so that its ruler is no foreign government."""
    text = "Людзі былі ў Вільні, у Літве.\n\nЛукашэнка сказаў, што вызваліў 14 зняволеных, якіх прыняла Літва."
    (claim,) = read(text, language="be").claims
    assert claim.source_class == "official"
