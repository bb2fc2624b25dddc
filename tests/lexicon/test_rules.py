"""The lexicon: each rule matches its examples, and nothing that it must not."""

import pathlib

import pytest

import clemency
from clemency.claims.read import read_claims
from clemency.claims.text import Text
from clemency.documents.read import make_document
from clemency.lexicon import load_actors, load_holidays, load_language
from clemency.lexicon.match import TOKEN, fold

LANGUAGES = ("en", "ru", "be")
WORDED = ("kinds", "relations", "statuses")  # rules that act where their words are found
RULES = [(code, rule) for code in LANGUAGES for part in WORDED for rule in load_language(code).rules[part]]


def rules_found(code, text):
    """Ids of the rules whose words a text holds, read as the reader reads it."""
    latin = code == "be" and set("čšž") & set(text)
    document = make_document("text", text.encode(), {"language": "be-Latn" if latin else code})
    sections = ("kind", "relation_before", "relation_after", "status")
    return {hit.entry.rule for hits in Text(document).hits for hit in hits if hit.section in sections}


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[rule["id"] for _, rule in RULES])
def test_each_rule_matches_its_examples(code, rule):
    """Every example that must match fires the rule, and every other does not."""
    assert rule["examples"]["match"] and rule["examples"]["no_match"]
    for text in rule["examples"]["match"]:
        assert rule["id"] in rules_found(code, text), text
    for text in rule["examples"]["no_match"]:
        assert rule["id"] not in rules_found(code, text), text


def test_ids_of_rules_are_used_once():
    """An id names one rule in all languages together."""
    ids = [
        rule["id"]
        for code in LANGUAGES
        for section in (*WORDED, "refusals", "bare")
        for rule in load_language(code).rules[section]
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_list_of_words_is_asked_for(code):
    """A list that no rule reads would mislead whoever adds a word to it."""
    claims = pathlib.Path(clemency.__file__).parent / "claims"
    asked = "".join(file.read_text(encoding="utf-8") for file in sorted(claims.rglob("*.py")))
    language = load_language(code)
    assert {name for name in (*language.phrases, *language.words) if f'"{name}"' not in asked} == set()


def test_languages_have_the_same_sections():
    """A language file is complete when it has every section of the English one, and every use of small words."""
    english = load_language("en").rules
    for code in LANGUAGES:
        rules = load_language(code).rules
        assert set(rules) - {"linking_latin"} == set(english), code
        for section in ("words", "numbers", "speech", "dates"):
            assert set(rules[section]) == set(english[section]), (code, section)


@pytest.mark.parametrize("spelling", ["Łukašenka", "Lukashenka", "Lukashenko", "Лукашенко", "Лукашэнка"])
def test_every_spelling_of_a_name_is_one_person(spelling):
    """Aliases lead to one canonical name."""
    language = load_language("en")
    hits = language.matcher.find(TOKEN.findall(fold(spelling)))
    assert [hit.entry[1] for hit in hits if hit.section == "actor"] == ["Alaksandar Łukašenka"]


def test_actors_and_holidays_are_well_formed():
    """Each actor has a known class, each holiday a possible day."""
    classes = {"official", "human_rights", "media", "opposition", "foreign_government", "igo"}
    assert all(actor["class"] in classes and actor["aliases"] for actor in load_actors())
    assert all(1 <= day["month"] <= 12 and 1 <= day["day"] <= 31 and day["names"] for day in load_holidays())


REFUSALS = [(code, rule) for code in LANGUAGES for rule in load_language(code).rules["refusals"]]


@pytest.mark.parametrize(("code", "rule"), REFUSALS, ids=[rule["id"] for _, rule in REFUSALS])
def test_each_refusal_refuses_its_examples(code, rule):
    """The number of every example that must match is refused by the rule, and that of every other is not."""
    for kind in ("match", "no_match"):
        assert rule["examples"][kind]
        for text in rule["examples"][kind]:
            reading = read_claims(make_document("text", text.encode(), {"language": code}))
            assert (rule["id"] in {row.rule for row in reading.rejected}) == (kind == "match"), text


BARE = [(code, rule) for code in LANGUAGES for rule in load_language(code).rules["bare"]]


@pytest.mark.parametrize(("code", "rule"), BARE, ids=[rule["id"] for _, rule in BARE])
def test_each_rule_of_bare_numbers_counts_its_examples(code, rule):
    """A number without a noun is a count by the rule in every example that must match, and in no other."""
    for kind in ("match", "no_match"):
        assert rule["examples"][kind]
        for text in rule["examples"][kind]:
            claims = read_claims(make_document("text", text.encode(), {"language": code})).claims
            assert (rule["id"] in {claim.rule for claim in claims}) == (kind == "match"), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_nouns_of_two_words_stand_alone(code):
    """«a|b c» asks for two words each time, so a noun of two words in a line of nouns would silence all of them."""
    lines = load_language(code).rules["persons"]
    assert not [line for line in lines if " " in line and "|" in line]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_that_breaks_off_inside_a_phrase_is_read(code):
    """No phrase reaches beyond the last word, whether a quotation mark stands there or not."""
    language = load_language(code)
    for phrase in {phrase for phrases in language.phrases.values() for phrase in phrases}:
        places = [place.split("|")[0].rstrip("*") or "x" for place in phrase.split() if place != "..."]
        words = [word for place in places for word in TOKEN.findall(place)]
        for end in range(1, len(words) + 1):
            for broken in (words[:end], [*words[:end], '"']):
                assert all(hit.last <= len(broken) for hit in language.matcher.find(broken)), phrase
