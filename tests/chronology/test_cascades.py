"""The steps of one amnesty."""

from chronology.made import make_claim
from clemency.chronology.cascades import find_cascades


def make_step(number, quote, kind="other", status="occurred", **fields):
    """A counted claim of one amnesty's document."""
    return make_claim("a", at=number, n=number, kind=kind, status=status, quote=quote, **fields)


STEPS = (
    make_step(2200, "about 2,200 may go free under the amnesty", "release", "planned"),
    make_step(2975, "the cases of 2,975 were gone through"),
    make_step(1515, "to 1,515 it was refused", "amnesty", "denied"),
    make_step(702, "for 702 a year was cut", "commutation"),
    make_step(758, "758 were set free", "release"),
)


def test_the_counts_of_an_amnesty_are_put_in_order():
    """Expected, considered, refused, cut, released."""
    (cascade,) = find_cascades(STEPS[::-1])
    assert {step: [claim.low for claim in claims] for step, claims in cascade.steps.items()} == {
        "expected": [2200], "considered": [2975], "refused": [1515], "cut": [702], "released": [758],
    }  # fmt: skip
    assert list(cascade.steps) == ["expected", "considered", "refused", "cut", "released"]


def test_what_was_decided_adds_up_to_what_was_considered():
    """758 + 702 + 1,515 = 2,975; one less and it doesn't."""
    assert find_cascades(STEPS)[0].sums_up is True
    fewer = (*STEPS[:4], make_step(757, "757 were set free", "release"))
    assert find_cascades(fewer)[0].sums_up is False


def test_a_cascade_with_a_step_missing_is_not_summed():
    """Nothing is filled in."""
    assert find_cascades(STEPS[:4])[0].sums_up is None


def test_a_single_number_is_no_cascade():
    """It takes two steps."""
    assert find_cascades(STEPS[:1]) == []


def test_a_release_without_an_amnesty_is_no_cascade():
    """Pardons and exchanges have no such steps."""
    assert find_cascades([make_step(1, "the cases of 10 were considered"), make_step(2, "2 freed", "release")]) == []
