"""Every text that the report says has its translation, and a translation says what the text says."""

import pathlib
import string

import babel
import pytest
from chronology.made import make_claim

from clemency.chronology.wording import describe_count, describe_date
from clemency.comparison.wording import describe_people
from clemency.messages import extract, join, list_languages, month_name, say, say_many, speaking, write_number

ROOT = pathlib.Path(__file__).parents[2]
LANGUAGES = list_languages()[1:]


@pytest.fixture(scope="module")
def said():
    """Everything that code, templates, notebooks and lexicon say, as {(context, text)}."""
    return {(message.context, message.id) for message in extract.gather(ROOT) if message.id}


@pytest.fixture(scope="module", params=LANGUAGES)
def messages(request):
    """The messages of a language."""
    return [message for message in extract.read_messages(request.param) if message.id]


def list_places(text):
    """The names of the places in a text, each once, whether in capitals or not."""
    return {name.lower() for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_is_in_the_message_file_and_nothing_else_is(said, messages):
    """`python -m clemency.messages.extract` brings a file up to date."""
    known = {(message.context, message.id) for message in messages}
    assert {text for text in said - known if text[0] != extract.NAMES} == set()
    assert known - said == set()


def test_no_message_is_left_untranslated_or_in_doubt(messages):
    """A missing message is no English gap; names alone may stand as they are."""
    assert [m.id for m in messages if m.fuzzy] == []
    assert [m.id for m in messages if m.context != extract.NAMES and not all(extract.list_forms(m))] == []


def test_a_translation_has_the_places_of_its_text(messages):
    """A number or name that a text takes in is in every form of its translation, and none is made up."""
    wrong = []
    for message in messages:
        text = message.id if isinstance(message.id, str) else message.id[1]
        wrong += [form for form in extract.list_forms(message) if form and list_places(form) != list_places(text)]
    assert wrong == []


def test_what_is_said_is_found_wherever_it_stands(said):
    """In code however nested, in templates, notebooks, tables of words and rules of the lexicon."""
    assert {
        (None, "Skip to the report"),
        (None, "Findings"),
        (None, "An age, not a count of persons."),
        (None, ("{n} act", "{n} acts")),
        ("kind", "pardon"),
        ("people", ("{count} person pardoned", "{count} people pardoned")),
        ("holiday", "Independence Day"),
    } <= said


@pytest.mark.parametrize(
    ("number", "acts", "people"),
    [
        (1, "1 акт", "1 палітвязень"),
        (2, "2 акты", "2 палітвязні"),
        (5, "5 актаў", "5 палітвязняў"),
        (11, "11 актаў", "11 палітвязняў"),
        (21, "21 акт", "21 палітвязень"),
        (22, "22 акты", "22 палітвязні"),
        (101, "101 акт", "101 палітвязень"),
        (1000, "1\u00a0000 актаў", "1\u00a0000 палітвязняў"),
    ],
)
def test_belarusian_has_a_form_for_one_for_few_and_for_many(number, acts, people):
    """21 is one, 22 are few, 11 are many."""
    claim = make_claim("a", kind="political_prisoners", n=number)
    with speaking("be"):
        assert say_many("{n} act", "{n} acts", number) == acts
        assert describe_people(claim) == people


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-07-02", "2 ліпеня 2025 года"),
        ("2024-07", "ліпень 2024 года (дзень не названы)"),
        ("2024-07~", "ліпень 2024 года (прыблізна)"),
        ("2020", "2020 год (дзень не названы)"),
        ("2025?-07-02", "2 ліпеня 2025 года (год вызначаны ўскосна)"),
        ("[2022-09-06..2022-09-13]", "паміж 6 і 13 верасня 2022 года"),
        ("[2022-12-30..2023-01-02]", "паміж 30 снежня 2022 года і 2 студзеня 2023 года"),
        ("[2022-05..2022-08]", "у перыяд ад мая да жніўня 2022 года"),
        ("2024-07~/2025-07-02", "ад прыблізна ліпеня 2024 года да 2 ліпеня 2025 года"),
        ("2020/..", "ад 2020 года"),
        ("../2024-05-21", "да 21 мая 2024 года"),
        (None, "дата невядомая"),
    ],
)
def test_a_date_in_belarusian_stands_in_the_case_that_it_needs(edtf, words):
    """A month alone is named, one after a preposition or a day is declined."""
    with speaking("be"):
        assert describe_date(edtf) == words


def test_numbers_and_lists_are_written_as_the_language_writes_them():
    """Thousands are parted by a space that no line ends at."""
    with speaking("be"):
        assert write_number(1328) == "1\u00a0328"
        assert describe_count(1400, 1400, "~") == "каля 1\u00a0400"
        assert join(["a", "b", "c"]) == "a, b і c"
    assert write_number(1328) == "1,328"
    assert join(["a", "b", "c"]) == "a, b and c"


def test_a_language_without_messages_is_an_error_that_names_those_there_are():
    """A missing translation is not silently English."""
    with pytest.raises(ValueError, match="'xx'.*en, be"), speaking("xx"):
        say("Findings")


def test_what_is_said_for_a_while_in_another_language_changes_nothing_after_it():
    """A process speaks one language."""
    with speaking("be"):
        assert say("Findings") == "Высновы"
    assert say("Findings") == "Findings"


@pytest.mark.parametrize("width", ["wide", "abbreviated"])
@pytest.mark.parametrize("place", ["format", "stand-alone"])
def test_english_months_are_called_as_the_unicode_project_calls_them(place, width):
    """They stand in the code, since loading all that is known of a language takes a tenth of a second."""
    known = babel.Locale("en").months[place][width]
    assert {month: month_name(month, place == "stand-alone", width) for month in range(1, 13)} == dict(known)
