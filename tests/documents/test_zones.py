"""Zones, sentences, languages: what is read, and where it stands."""

import pytest

from clemency.documents.language import detect_language
from clemency.documents.read import make_document
from clemency.documents.sentences import split_sentences


def zones(text):
    """The zones of a text's blocks, with the first words of each."""
    document = make_document("text", text.encode())
    return [(block.zone, text[block.start : block.end].split("\n")[0][:20]) for block in document.blocks]


def test_a_list_of_headlines_after_the_body_is_a_sidebar():
    """It is kept but not read, and so is the headline that leads it."""
    text = "Headline of the day\n\nThe body has a sentence.\n\nAnother headline\n- Economy\n- Sport news here\n"
    assert zones(text) == [
        ("headline", "Headline of the day"),
        ("body", "The body has a sente"),
        ("sidebar", "Another headline"),
        ("sidebar", "- Economy"),
        ("sidebar", "- Sport news here"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read also: 20 prisoners freed",
        "Related: How to sleep",
        "Читайте также: 20 освобождены",
        "Подписывайтесь на наш канал: нас 45 000",
        "3 min read",
        "Чытайце таксама: памілаваныя",
    ],
)
def test_page_furniture_is_not_read(line):
    """Invitations and links stand between paragraphs and belong to none."""
    language = "be" if "Чытайце" in line else "ru" if not line.isascii() else "en"
    document = make_document(
        "text", f"A first sentence stands here.\n\n{line}\n\nA last one stands here.".encode(), {"language": language}
    )
    assert [block.zone for block in document.blocks] == ["body", "furniture", "body"]
    assert line not in [sentence.text for sentence in document.sentences]


def test_a_list_that_belongs_to_the_body_is_read():
    """Items that end as sentences do are part of the report."""
    text = "The group states:\n\n- that 1,374 people are in prison;\n\n- that all of them must be freed.\n"
    assert {zone for zone, _ in zones(text)} == {"body"}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("July 2, Agency. The text goes on here.", (None, 7, 2)),
        ("16 августа. Текст продолжается здесь.", (None, 8, 16)),
        ("Brussels, 4 July 2024", (2024, 7, 4)),
        ("2.12.2025, 16:46   1,926", (2025, 12, 2)),
        ("2015-07-06 | Agency", (2015, 7, 6)),
        ("MINSK, July 4 (Agency) - The text goes on here.", (None, 7, 4)),
        ("News Desk | Updated: 21-08-2024 17:39 IST", (2024, 8, 21)),
    ],
)
def test_datelines_of_many_forms_are_found(line, day):
    """A date that heads a text is told from one within it."""
    document = make_document("text", f"{line}\n\nA sentence follows on 1 May 2020.\n".encode())
    assert [(found.year, found.month, found.day) for found in document.datelines] == [day]


def test_a_sentence_that_a_lost_link_broke_is_one():
    """The next line begins with a comma, so the sentence goes on."""
    text = "For example, Anna Nowak\n\n, who was freed\n\n, never wrote a petition."
    assert [text[slice(*span)] for span in split_sentences(text)] == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Smith met J. Doe on Aug. 16. They spoke.", 2),
        ("The U.S. envoy came. He left.", 2),
        ("Wait. . . He said no.", 1),
        ("He said: “Go.” She went.", 2),
        ("Осуждены 8 тыс. человек. Это много.", 2),
    ],
)
def test_full_stops_that_end_no_sentence_are_known(text, count):
    """Abbreviations, initials and hesitations part nothing."""
    assert len(split_sentences(text)) == count


def test_every_sentence_stands_where_it_says():
    """Offsets read back as the sentence's text."""
    document = make_document("text", "Headline\n\nOne sentence. Two “sentences” — Łukašenka!\n".encode())
    for sentence in document.sentences:
        assert document.text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president pardoned 16 people.", "en"),
        ("Президент помиловал ещё 16 человек.", "ru"),
        ("Прэзідэнт памілаваў яшчэ 16 чалавек.", "be"),
        ("Prezident pamiłavaŭ jašče 16 čałaviek, jakija siadzieli ŭ turmie.", "be-Latn"),
        ("Łukašenka pardons 16 people in the presence of Siarhiej Cichanoŭski.", "en"),
    ],
)
def test_the_language_is_told_by_its_letters(text, language):
    """Belarusian in Latin letters is not taken for English, nor English with Belarusian names for Belarusian."""
    assert detect_language(text) == language
