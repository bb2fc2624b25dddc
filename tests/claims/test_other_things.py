"""Numbers that count something else than persons, which only the words around them tell."""

import pytest
from claims.reading import read_sentence

SCENES = {"en": "A prison.", "ru": "Колония.", "be": "Калонія."}


@pytest.mark.parametrize(
    ("sentence", "language", "refused"),
    [
        ("He was freed after four years of the nine.", "en", {"four": "en.duration", "nine": "en.duration"}),
        ("She was pardoned after three of the nine years.", "en", {"three": "en.duration", "nine": "en.duration"}),
        ("She was forgiven five of the 19 offences.", "en", {"five": "en.things", "19": "en.things"}),
        ("Roughly one in seven is a woman.", "en", {"one": "number.ratio", "seven": "number.ratio"}),
        ("Convicted of spying, he served two and a half.", "en", {"two and a half": "number.fraction"}),
        ("The youngest of those released is 18.", "en", {"18": "en.age"}),
        ("Some 300 people called for their release.", "en", {"300": "en.crowd"}),
        ("Of 530 people killed, 71 were minors.", "en", {"530": "en.casualties", "71": "en.casualties"}),
        ("Он освободился, отбыв четыре года из девяти.", "ru", {"четыре": "ru.duration", "девяти": "ru.duration"}),
        ("Её осудили на шесть лет, его — на четыре с половиной.", "ru",
         {"шесть": "ru.duration", "четыре с половиной": "number.fraction"}),
        ("Восемь из каждых десяти освободившихся нашли работу.", "ru",
         {"Восемь": "ru.ratio", "десяти": "ru.ratio"}),
        ("Ён адседзеў больш за тры гады з шасці прысуджаных.", "be", {"шасці": "number.duration"}),
        ("Принято более 15 законов об амнистии.", "ru", {"15": "ru.things"}),
        ("На мітынгу 300 чалавек патрабавалі іх вызвалення.", "be", {"300": "be.crowd"}),
    ],
)  # fmt: skip
def test_what_counts_no_persons_is_refused_by_name(sentence, language, refused):
    """Years left unsaid, ratios, halves, ages of the youngest and crowds that demand a release are no counts."""
    reading = read_sentence(sentence, language=language, scene=SCENES[language])
    assert {row.text: row.rule for row in reading.rejected} == refused
    assert reading.claims == []


def test_a_whole_of_persons_refuses_none_of_its_parts():
    """«Of 640 prisoners, 31 were freed» counts both, and «five in seven days» is no ratio."""
    counted = [claim.low for claim in read_sentence("Of 640 prisoners, 31 were freed.").claims]
    assert 31 in counted
    assert [claim.low for claim in read_sentence("He freed five in seven days.").claims] == [5]
