"""The cheap test that spares reading texts which cannot hold a claim: it may let through too much, never too little."""

import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clemency.claims.read import read_claims
from clemency.claims.scope import NEEDED, can_hold_claims
from clemency.claims.state import State
from clemency.documents.read import make_document
from clemency.lexicon import LATIN_SPELLINGS, load_language
from clemency.lexicon.match import split_phrase
from clemency.lexicon.stems import Stems

TESTS = pathlib.Path(__file__).parent.parent
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("articles/*.txt"))]
SENTENCES = sorted({line for text in TEXTS for line in text.splitlines() if line.strip()})
WORDS = {
    code: sorted(option for phrase in load_language(code).phrases[NEEDED] for place in split_phrase(phrase) if place
                 for option in (*place.exact, *place.starts))
    for code in ("en", "ru", "be")
}  # fmt: skip
OTHER_NEWS = (
    "The council put off the vote on the tram line. It will cost 12 million euros, the mayor said on 3 May 2024.",
    "The museum paid 12 million for 3 well-known paintings. 40 people waited for an hour, five of them for two.",
    "Завтра в Гродно до 12 градусов тепла, местами дождь. Футболисты «Немана» выиграли со счётом 3:1.",
    "У Гродне адкрылі новы мост. Ён каштаваў 12 мільёнаў рублёў, кажа мэр. Самы дарослы ў раёне — 1912 года.",
    "U Horadni adčynili novy most. Jon kaštavaŭ 12 miljonaŭ rubloŭ, skazaŭ mer 3 maja 2024 hoda.",
)


def read(text, language=""):
    """The document of a text."""
    return make_document("text", text.encode("utf-8", "replace"), {"language": language})


def check(text, language=""):
    """A text that is in scope, and so any that holds claims, passes the test."""
    document = read(text, language)
    assert can_hold_claims(document.text, language) or not State(document).in_scope
    assert can_hold_claims(document.text, language) or not read_claims(document).claims


@pytest.mark.parametrize("text", TEXTS)
def test_every_labelled_text_with_claims_passes(text):
    """Nothing that is labelled is lost."""
    check(text)
    check(text.upper())


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n\n".join), st.sampled_from(["", "be", "ru"]))
def test_any_mixture_of_paragraphs_with_claims_passes(text, language):
    """Whatever the languages of its parts, and whichever of them it is said to be in."""
    check(text, language)


@pytest.mark.parametrize("text", ["A 24-for-1 swap.", "24 ‑for‑ 1.", "24−FOR−1.", "24 - «for» - 1."])
def test_a_phrase_with_a_sign_passes_however_the_sign_is_written(text):
    """Other hyphens, spaces and quotation marks beside a sign are folded away."""
    assert can_hold_claims(text, "en") and State(read(text, "en")).in_scope


def spell(word):
    """Ways to write a word that folding makes alike, or nearly so."""
    same = {"е": "её", "у": "уў"}
    other = st.tuples(*(st.sampled_from(same.get(letter, letter)) for letter in word)).map("".join)
    soft = st.lists(st.booleans(), min_size=len(word), max_size=len(word)).map(
        lambda where: "".join(letter + "ь" * one for letter, one in zip(word, where, strict=True))
    )
    latin = st.tuples(*(st.sampled_from(LATIN_SPELLINGS.get(letter, [letter])) for letter in word)).map("".join)
    spelled = st.one_of(other, soft, latin)
    return st.tuples(spelled, st.sampled_from([str, str.title, str.upper])).map(lambda pair: pair[1](pair[0]))


noise = st.sampled_from(
    ["", " ", "ŭ ", " што ", " the ", "12", "’", "-", "'s", ".\n\n", "İ", "ь", "ΣΑΣ", "Ё", "\u00a0"]
)


@pytest.mark.parametrize("code", WORDS)
@settings(max_examples=300)
@given(data=st.data())
def test_any_spelling_of_a_word_for_custody_passes(code, data):
    """Spellings that folding makes alike are alike to the test."""
    word = data.draw(st.sampled_from(WORDS[code]).flatmap(spell))
    text = data.draw(noise) + word + data.draw(noise)
    check(text, data.draw(st.sampled_from([code, ""])))


@pytest.mark.parametrize(
    "text",
    ["x" * 1199 + "jail", "x" * 1200 + "jail", "ŭ" * 1200 + "TURMIE", "ў" * 1199 + "тюрьма", "ў" * 1200 + "турме"],
)
def test_a_word_that_is_cut_out_of_a_longer_one_passes(text):
    """A sentence without end is cut anywhere, and what follows begins a word."""
    check(text)


@pytest.mark.parametrize("code", WORDS)
def test_every_word_of_the_lexicon_counts(code):
    """The test is made from the lexicon as loaded: a word that is added needs no second place."""
    for phrase in load_language(code).phrases[NEEDED]:
        text = " ".join(sorted((*place.exact, *place.starts))[0] for place in split_phrase(phrase) if place)
        assert can_hold_claims(text, code), phrase


def test_a_phrase_of_several_words_needs_them_all():
    """«behind bars» needs both words; a phrase that takes any number or sign needs nothing but its words."""

    class Language:
        code = "en"
        phrases = {"some": ["behind bars|walls", "# o'clock", "jail*", "jailed for ... life"]}

    stems = Stems([Language], "some")
    for text in ("behind the bars", "the wall's behind", "six o’clock", "a jail"):
        assert stems.stand_in(text, False) == (text != "the wall's behind")
    assert not stems.stand_in("for life, behind", False)


@pytest.mark.parametrize("text", OTHER_NEWS)
def test_other_news_is_told_apart(text):
    """News of other things do not pass, in any of the languages and alphabets."""
    assert not can_hold_claims(text)
    assert not read_claims(read(text)).claims
