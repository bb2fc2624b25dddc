"""Which official and human-rights numbers may be set against each other."""

import itertools
import random

import pytest
from chronology.corpora import make_corpus
from chronology.made import make_claim, make_document
from hypothesis import given
from hypothesis import strategies as st

from clemency.chronology.link import link_claims
from clemency.comparison.compare import (
    EVENT_PAIRS,
    MANY,
    NEAREST,
    PAIRS_IN_FULL,
    bound_difference,
    compare_claims,
    decide_verdict,
    find_nearest_misses,
)
from clemency.comparison.comparison import ANSWERS, CONDITIONS

BELARUS = "Belarus is the country."
DOCUMENTS = [make_document(BELARUS, name) for name in "ab"]
WORDS = "political prisoners"


def make_official(**fields):
    """An official claim in document a."""
    own = {"source_class": "official", "source_name": "press office", "label_source_class": "official"}
    return make_claim(**({"document": "a"} | own | fields))


def make_rights(**fields):
    """A rights group's claim in document b."""
    own = {"source_class": "human_rights", "source_name": "Viasna", "label_source_class": "human_rights"}
    return make_claim(**({"document": "b"} | own | fields))


def compare(official, rights, documents=DOCUMENTS):
    """The comparison of two claims."""
    events = link_claims([official, rights], documents)
    (comparison,) = compare_claims([official, rights], events, documents)
    return comparison


def test_an_act_of_one_year_cannot_be_set_against_a_stock_of_another():
    """The sentence names each reason in words that a lay reader understands."""
    official = make_official(n=16, day="2025-07-02", label="convicted of “extremist” crimes")
    dates = {"date": "[2022-09-06..2022-09-13]", "earliest": "2022-09-06", "latest": "2022-09-13"}
    rights = make_rights(n=1328, kind="political_prisoners", measure="stock", label=WORDS, **dates)
    found = compare(official, rights)
    assert found.verdict == "not_comparable"
    assert (found.difference_low, found.difference_high) == (None, None)
    assert found.summary == (
        "16 people pardoned on 2 July 2025 (official: press office) cannot be set against 1,328 political prisoners as "
        "of a day between 6 and 13 September 2022 (human rights: Viasna): one number is of one act, the other of the "
        "state at one moment; ‘convicted of “extremist” crimes’ and ‘political prisoners’ do not describe the same "
        "people; one counts pardons, the other political prisoners; the dates do not meet: 2 July 2025 and between 6 "
        "and 13 September 2022."
    )


def test_two_counts_of_the_same_people_in_one_act_are_comparable():
    """All seven conditions met: the difference is stated."""
    found = compare(
        make_official(n=30, day="2024-08-16", label=WORDS), make_rights(n=29, day="2024-08-16", label=WORDS)
    )
    assert found.verdict == "comparable"
    assert (found.difference_low, found.difference_high) == (1, 1)
    assert found.reasons == []
    assert found.summary.endswith("can be set against 29 people pardoned on 16 August 2024 (human rights: Viasna): "
                                  "the official number is 1 higher.")  # fmt: skip


def test_an_open_number_leaves_the_difference_open():
    """ "At least 13" of 30 leaves at most 17."""
    rights = make_rights(low=13, relation=">=", day="2024-08-16", label=WORDS)
    found = compare(make_official(n=30, day="2024-08-16", label=WORDS), rights)
    assert (found.verdict, found.difference_low, found.difference_high) == ("with_caveats", None, 17)
    assert "at most 17" in found.summary


def test_words_of_the_outlet_say_nothing_of_the_official_number():
    """The count of a press office under a newspaper's word for the people."""
    official = make_official(n=30, day="2024-08-16", label=WORDS, label_source_class="media")
    found = compare(official, make_rights(n=30, day="2024-08-16", label=WORDS))
    assert (found.population, found.verdict) == ("unknown", "unknown")


def test_extremists_and_political_prisoners_are_never_the_same_people():
    """Not even on the same day."""
    official = make_official(n=30, day="2024-08-16", label="extremists")
    found = compare(official, make_rights(n=30, day="2024-08-16", label=WORDS))
    assert (found.population, found.verdict) == ("no", "not_comparable")


def test_a_pardon_is_no_release():
    """Of different events, one counts the decree and the other the open door."""
    found = compare(make_official(n=30, day="2024-08-16"), make_rights(n=90, day="2024-08-16", kind="release"))
    assert found.mechanism == "no"


def test_documents_about_different_countries_are_not_comparable():
    """The same number of the same day means nothing then."""
    documents = [make_document("Egypt is the country.", "a"), make_document(BELARUS, "b")]
    official, rights = (make(n=30, day="2024-08-16", label=WORDS) for make in (make_official, make_rights))
    found = compare(official, rights, documents)
    assert (found.territory, found.verdict) == ("no", "not_comparable")


def test_a_plan_cannot_be_set_against_what_happened():
    """Expected is not done."""
    official = make_official(n=7850, day="2024-07-03", kind="amnesty", status="planned")
    assert compare(official, make_rights(n=402, day="2024-07-03", kind="amnesty")).measure == "no"


def test_sources_without_names_leave_a_caveat():
    """Whether they are independent cannot be told."""
    official = make_official(n=30, day="2024-08-16", label=WORDS, source_name="")
    found = compare(official, make_rights(n=30, day="2024-08-16", label=WORDS))
    assert (found.independence, found.verdict) == ("unknown", "with_caveats")


@given(st.tuples(*[st.sampled_from(ANSWERS)] * 7), st.booleans())
def test_unknown_never_becomes_comparable(answers, caveat):
    """Only seven times yes is comparable; a no in the first six is never made good."""
    answers = dict(zip(CONDITIONS, answers, strict=True))
    verdict = decide_verdict(answers, ["careful"] if caveat else [])
    assert (verdict == "comparable") == (set(answers.values()) == {"yes"} and not caveat)
    first = {answers[name] for name in CONDITIONS if name != "independence"}
    assert (verdict == "not_comparable") == ("no" in first)
    assert (verdict == "unknown") == ("unknown" in first and "no" not in first)


@given(*[st.integers(1, 500)] * 2, *[st.sampled_from(["=", ">", ">=", "<", "<=", "~"])] * 2)
def test_the_difference_holds_for_all_numbers_that_the_claims_allow(one, other, relation, other_relation):
    """Bounds are bounds."""
    claims = []
    for number, sign in ((one, relation), (other, other_relation)):
        low, high = (None if "<" in sign else number), (None if ">" in sign else number)
        claims.append(make_claim(low=low, high=high, relation=sign))
    low, high = bound_difference(*claims)
    allowed = [_list_allowed(number, sign) for number, sign in ((one, relation), (other, other_relation))]
    for left, right in itertools.product(*allowed):
        assert low is None or low <= left - right
        assert high is None or left - right <= high


def _list_allowed(number, relation):
    """Some numbers that a relation allows."""
    return {"=": [number], ">": [number + 1, number + 900], ">=": [number, number + 900], "<": [0, number - 1],
            "<=": [0, number], "~": [number]}[relation]  # fmt: skip


def test_cases_are_no_persons():
    """Where the counted words speak of cases the unit is not known to be the same."""
    official = make_official(n=30, day="2024-08-16", label=WORDS, quote="30 cases")
    assert compare(official, make_rights(n=30, day="2024-08-16", label=WORDS)).unit == "unknown"


def test_names_choose_the_sources():
    """A filter takes the sources that it names and no others."""
    claims = [
        make_official(n=30, day="2024-08-16"),
        make_rights(n=30),
        make_rights(at=9, n=31, source_name="Dissidentby"),
    ]
    found = compare_claims(claims, link_claims(claims, []), [], human_rights_sources=["viasna"])
    assert [comparison.human_rights for comparison in found] == [claims[1].claim_id]


def test_claims_without_a_number_and_other_sources_are_not_compared():
    """A comparison needs two numbers, an official one and a rights group's."""
    claims = [make_official(day="2024-08-16"), make_rights(n=30), make_claim("b", at=9, n=30)]
    assert compare_claims(claims, link_claims(claims, []), []) == []


def test_the_nearest_miss_meets_most_conditions():
    """What comes closest is shown where nothing is comparable."""
    near, far = (
        make_rights(n=30, day="2024-08-16", label=WORDS),
        make_rights(at=9, n=5, kind="detained", measure="stock"),
    )
    claims = [make_official(n=30, day="2024-08-16", label="extremists"), far, near]
    found = find_nearest_misses(compare_claims(claims, link_claims(claims, DOCUMENTS), DOCUMENTS))
    assert [miss.human_rights for miss in found] == [near.claim_id, far.claim_id]


def test_the_order_of_claims_makes_no_difference():
    """Comparisons are the same whatever the order of reading."""
    corpus = make_corpus(3, 30)
    events = link_claims(corpus.claims, corpus.documents)
    shuffled = random.Random(1).sample(corpus.claims, len(corpus.claims))
    assert compare_claims(shuffled, events, []) == compare_claims(corpus.claims, events, [])


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_corpus_loses_no_pair_that_is_comparable(seed):
    """Beyond the limit, pairs of one event are all there."""
    corpus = make_corpus(seed, 1000)
    events = link_claims(corpus.claims, corpus.documents)
    sides = [
        [c for c in corpus.claims if c.source_class == name and c.relation] for name in ("official", "human_rights")
    ]
    assert len(sides[0]) * len(sides[1]) > PAIRS_IN_FULL
    found = compare_claims(corpus.claims, events, corpus.documents)
    event_of = {name: event.event_id for event in events for name in event.claims}
    pairs = {(comparison.official, comparison.human_rights) for comparison in found}
    for official, rights in itertools.product(*sides):
        same = event_of.get(official.claim_id)
        if same and same == event_of.get(rights.claim_id):
            assert (official.claim_id, rights.claim_id) in pairs


def _say_often(times):
    """One official and one rights group's number of one act, each told by so many documents."""
    documents = [make_document(BELARUS, f"{side}{number}") for number in range(times) for side in "or"]
    told = {"o": make_official, "r": make_rights}
    claims = [
        told[document.document[0]](
            document=document.document, day="2025-07-02", n=16 if document.document[0] == "o" else 13
        )
        for document in documents
    ]
    return documents, claims


def test_of_very_many_claims_those_that_state_the_same_are_compared_once():
    """However many documents repeat two numbers, it is one pair."""
    documents, claims = _say_often(MANY // 2 + 1)
    assert len(compare_claims(claims, [], documents)) == 1


def test_pairs_of_one_event_grow_with_its_claims_and_not_with_their_square():
    """Each claim of a large event meets the nearest of the other side."""
    documents, claims = _say_often(200)
    events = link_claims(claims, documents)
    assert max(PAIRS_IN_FULL, EVENT_PAIRS) < 200 * 200
    assert len(compare_claims(claims, events, documents)) <= 4 * NEAREST * 200
