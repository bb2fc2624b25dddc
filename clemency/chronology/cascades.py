"""An amnesty's counts as a cascade: expected, considered, refused, cut, released."""

import dataclasses
import functools

from clemency.chronology.stems import load_stems
from clemency.claims.claim import OCCURRED

STEPS = ("expected", "considered", "refused", "cut", "released")
KINDS = ("amnesty", "commutation", "release", "other")


@dataclasses.dataclass(slots=True)
class Cascade:
    """The counts of one amnesty in one document, by step; what was decided adds up to what was considered."""

    document: str
    steps: dict  # {step: [claims]}, in the order of STEPS
    sums_up: bool | None  # None if a step is missing or not exact


@functools.cache
def _load_words():
    """The stems of `amnesty` and of each of the `steps`, in the order in which they are tried."""
    return {"amnesty": load_stems("amnesty"), "steps": load_stems("steps")}


def find_cascades(claims):
    """Amnesties of which a document gives at least two steps, in the order of the documents' names."""
    by_document = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.start, claim.claim_id)):
        if claim.kind in KINDS and claim.relation is not None:
            by_document.setdefault(claim.document, []).append(claim)
    cascades = []
    for document, counted in by_document.items():
        if not any(_is_of_amnesty(claim) for claim in counted):
            continue
        steps = _sort_into_steps(counted)
        if len(steps) > 1:
            cascades.append(Cascade(document, steps, _adds_up(steps)))
    return cascades


def _is_of_amnesty(claim):
    """Whether a claim counts an amnesty, or its sentence speaks of one."""
    return claim.kind == "amnesty" or any(stem in claim.quote.casefold() for stem in _load_words()["amnesty"])


def _sort_into_steps(claims):
    """Claims by step, in the order of the steps; a claim that belongs to none is left out."""
    found = {}
    for claim in claims:
        step = find_step(claim)
        if step:
            found.setdefault(step, []).append(claim)
    return {step: found[step] for step in STEPS if step in found}


def find_step(claim):
    """The step that a claim counts: by its status and kind, else by the words around its number; None if by none."""
    if claim.status == "planned":
        return "expected"
    if claim.status == "denied":
        return "refused"
    if claim.status not in OCCURRED:
        return None
    if claim.kind == "commutation":
        return "cut"
    if claim.kind in ("amnesty", "release"):
        return "released" if claim.measure != "event" else None
    text = claim.quote.casefold()
    return next((step for step, stems in _load_words()["steps"].items() if any(stem in text for stem in stems)), None)


def _adds_up(steps):
    """Whether refused, cut and released make up the considered; None where one of them is missing or not exact."""
    needed = ("considered", "refused", "cut", "released")
    if any(step not in steps or any(claim.relation != "=" for claim in steps[step]) for step in needed):
        return None
    decided = sum(claim.low for step in needed[1:] for claim in steps[step])
    return decided == sum(claim.low for claim in steps["considered"])
