"""Arithmetic found in texts that no rule has seen."""

from chronology.made import find_claim, make_document
from clemency.chronology.checks import find_checks


def check(document, *claims, kind):
    """The checks of one kind in one document."""
    return [found for found in find_checks([document], list(claims)) if found.kind == kind]


def test_women_and_men_make_up_the_whole():
    """The headline's 16 and the body's eight and eight."""
    document = make_document("Ruler frees 16.\nHe pardoned eight women and eight men.")
    claim = find_claim(document, "eight women and eight men", n=16, breakdown={"women": 8, "men": 8})
    claim.appearances = [{"start": 6, "end": 14, "quote": "frees 16"}]
    (found,) = check(document, claim, kind="parts")
    assert (found.statement, found.holds) == ("8 women + 8 men = 16", True)
    assert [span["quote"] for span in found.evidence] == ["frees 16", "eight women and eight men"]


def test_women_and_men_who_do_not_make_up_the_whole_are_shown():
    """A check that fails is kept."""
    document = make_document("He pardoned 16: eight women and nine men.")
    claim = find_claim(document, "16", n=16, breakdown={"women": 8, "men": 9})
    (found,) = check(document, claim, kind="parts")
    assert (found.statement, found.holds) == ("8 women + 9 men = 17, not 16", False)


def test_a_group_larger_than_its_whole_is_shown():
    """20 of 18 cannot be."""
    document = make_document("He pardoned 18, of whom 20 were ill.")
    (found,) = check(document, find_claim(document, "18", n=18, breakdown={"chronically_ill": 20}), kind="parts")
    assert not found.holds


def test_groups_that_overlap_are_not_added_up():
    """Women may be ill too."""
    document = make_document("He pardoned 18, of whom 11 were women and nine ill.")
    claim = find_claim(document, "18", n=18, breakdown={"women": 11, "chronically_ill": 9})
    assert not check(document, claim, kind="parts")


def test_the_steps_of_an_amnesty_add_up():
    """758 released, 702 cut and 1,515 refused are the 2,975 considered."""
    document = make_document("Of 2,975 cases, 758 people were freed. For 702 a year was cut. With 1,515 it was no.")
    kinds = {"2,975": "other", "758": "amnesty", "702": "commutation", "1,515": "other"}
    claims = [find_claim(document, words, n=int(words.replace(",", "")), kind=kind) for words, kind in kinds.items()]
    (found,) = check(document, *claims, kind="parts")
    assert (found.statement, found.holds) == ("758 + 702 + 1,515 = 2,975", True)


def test_parts_after_a_colon_that_do_not_add_up_are_shown():
    """The colon says that they should."""
    text = "Egypt released 542: 228 by pardon and 315 on parole."
    document = make_document(text)
    claims = [find_claim(document, words, text, n=int(words)) for words in ("542", "228", "315")]
    (found,) = check(document, *claims, kind="parts")
    assert (found.statement, found.holds) == ("228 + 315 = 543, not 542", False)


def test_small_numbers_of_different_sentences_are_not_added_up():
    """Chance would find sums everywhere."""
    document = make_document("He pardoned 12. She named 5. They freed 17.")
    claims = [find_claim(document, words, n=int(words)) for words in ("12", "5", "17")]
    assert not check(document, *claims, kind="parts")


def test_a_named_person_and_others_make_up_the_number_of_the_headline():
    """One and 13 are 14."""
    document = make_document(
        "Ruler frees 14\n\nOn June 21 he pardoned politician Siarhiej Cichanoŭski and 13 other men."
    )
    (found,) = check(document, kind="named_and_others")
    assert (found.statement, found.holds) == ("1 named + 13 others = 14", True)
    assert [span["quote"] for span in found.evidence] == ["14", "Siarhiej Cichanoŭski and 13 other"]


def test_two_named_persons_are_counted_as_two():
    """A list of names is counted."""
    document = make_document("He freed 13. Free are Vasil Berasnieu, Kseniya Lutskina and 11 others.")
    (found,) = check(document, kind="named_and_others")
    assert found.statement == "2 named + 11 others = 13"


def test_named_and_others_are_counted_in_russian_and_belarusian():
    """Each language has its words."""
    russian = make_document("Вышли 14 человек. Это Сергей Тихановский и ещё 13 человек.", language="ru")
    belarusian = make_document("Выйшлі 14 чалавек. Гэта Сяргей Ціханоўскі і яшчэ трынаццаць чалавек.", language="be")
    for document in (russian, belarusian):
        (found,) = check(document, kind="named_and_others")
        assert found.statement == "1 named + 13 others = 14"


def test_named_and_others_without_a_number_for_all_are_no_check():
    """There is nothing to set them against: what was read from these very words proves nothing."""
    document = make_document("He pardoned Siarhiej Cichanoŭski and 13 others.")
    claim = find_claim(document, "Siarhiej Cichanoŭski and 13 others", n=14, day="2025-06-21")
    assert not check(document, claim, kind="named_and_others")


def test_named_and_others_that_miss_the_number_of_all_are_shown():
    """One and 13 are not 15."""
    document = make_document("Ruler frees 15.\nHe pardoned Siarhiej Cichanoŭski and 13 others.")
    claims = [find_claim(document, words, n=n, day="2025-06-21") for words, n in (("15", 15), ("13 others", 14))]
    (found,) = check(document, *claims, kind="named_and_others")
    assert (found.statement, found.holds) == ("1 named + 13 others = 14, not 15", False)


def test_a_span_of_days_leads_from_one_act_to_the_other():
    """21 June and 11 days are 2 July."""
    document = make_document(
        "Ruler pardons 16, 11 days after releasing 14. It was July 2. The first were freed June 21."
    )
    later = find_claim(document, "16", "Ruler pardons 16", n=16, day="2025-07-02")
    earlier = find_claim(document, "14", "14.", n=14, day="2025-06-21")
    (found,) = check(document, later, earlier, kind="span_of_days")
    assert (found.statement, found.holds) == ("21 June 2025 + 11 days = 2 July 2025", True)


def test_a_span_of_days_that_does_not_fit_is_shown():
    """Nine days are not eleven."""
    document = make_document("Ruler pardons 16, nine days after releasing 14.")
    later, earlier = (find_claim(document, words, n=int(words), day=day) for words, day in
                      (("16", "2025-07-02"), ("14", "2025-06-21")))  # fmt: skip
    (found,) = check(document, later, earlier, kind="span_of_days")
    assert (found.statement, found.holds) == ("21 June 2025 + 9 days = 30 June 2025, not 2 July 2025", False)


def test_yesterday_is_counted_from_the_publication_and_not_from_the_holiday_beside_it():
    """A rally for the holiday can be on its eve."""
    text = "Minsk. He told an Independence Day rally yesterday that Belarus had pardoned many."
    document = make_document(text, published="2025-07-02")
    (found,) = check(document, kind="relative_day")
    assert found.statement == "2 July 2025 − 1 day = 1 July 2025, not 3 July 2025 (Independence Day)"
    assert found.holds


def test_a_claim_of_the_sentence_that_took_the_holiday_for_the_day_fails():
    """The check is on the reading as well."""
    text = "Belarus pardoned 16 at an Independence Day rally yesterday."
    document = make_document(text, published="2025-07-02")
    claim = find_claim(document, "16", text, n=16, day="2025-07-03", date_basis="relative")
    (found,) = check(document, claim, kind="relative_day")
    assert not found.holds


def test_a_quotation_that_stands_twice_is_one_statement():
    """Also where the second time it is the end of a longer one."""
    words = "Look, I can already see it in a few days or weeks"
    document = make_document(
        f"“{words},” he said. He said: “These are bad people. {words}.” “Something else, all of it new.”"
    )
    (found,) = check(document, kind="repeated_quotation")
    assert [span["quote"] for span in found.evidence] == [words, words]


def test_a_headline_whose_number_the_body_contradicts_is_shown():
    """25 above and 30 below cannot both be right."""
    document = make_document("Ruler pardons 25.\nHe pardoned 30 people today.", headline=True)
    above = find_claim(document, "25", "Ruler pardons 25", n=25, day="2025-07-02")
    below = find_claim(document, "30", "He pardoned 30", n=30, day="2025-07-02")
    (found,) = check(document, above, below, kind="headline")
    assert (found.statement, found.holds) == ("headline 25, body 30", False)


def test_a_headline_that_the_body_repeats_holds():
    """One claim, two places."""
    document = make_document("Ruler pardons 25.\nHe pardoned 25 people today.", headline=True)
    claim = find_claim(document, "25 people", "He pardoned 25", n=25)
    claim.appearances = [{"start": 14, "end": 16, "quote": "25"}]
    (found,) = check(document, claim, kind="headline")
    assert found.holds


def test_single_acts_lie_within_the_total_of_their_period():
    """More acts than the total would be a contradiction."""
    document = make_document("He freed 40 on May 1 and 80 on May 9. In all 100 were freed.")
    period = {"period": "2025-05-01/2025-05-10", "earliest": "2025-05-01", "latest": "2025-05-10"}
    acts = [find_claim(document, n, n=int(n), day=day) for n, day in (("40", "2025-05-01"), ("80", "2025-05-09"))]
    total = find_claim(document, "100", n=100, measure="cumulative", **period)
    (found,) = check(document, *acts, total, kind="waves")
    assert (found.statement, found.holds) == ("40 + 80 = 120, more than the total of 100", False)


def test_checks_read_the_same_in_every_order():
    """Names and order do not depend on the order of reading."""
    document = make_document("He freed 13. Free are Vasil Berasnieu, Kseniya Lutskina and 11 others.")
    claims = [find_claim(document, "13", n=13, breakdown={"women": 6, "men": 7}), find_claim(document, "11", n=11)]
    assert find_checks([document], claims) == find_checks([document], claims[::-1])
