"""What the parameters of a report keep: documents by their name, claims by kind, status and window."""

import dataclasses
import fnmatch

from clemency.documents.edtf import read_bounds
from clemency.report.project import ParameterError

NOT_YET = ("planned", "demanded", "hypothetical")
_ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf")


def overlaps_window(edtf, parameters):
    """Whether any day that an EDTF date or period allows lies in the window; an unknown date always may."""
    if not edtf:
        return True
    earliest, latest = read_bounds(edtf)
    starts_in_time = not (earliest and parameters.last_day) or earliest <= parameters.last_day
    ends_in_time = not (latest and parameters.first_day) or latest >= parameters.first_day
    return starts_in_time and ends_in_time


def choose_names(names, pattern):
    """The names of documents that fit the pattern; a file ending in the pattern does not matter."""
    stem = next((pattern.removesuffix(ending) for ending in _ENDINGS if pattern.endswith(ending)), pattern)
    chosen = [name for name in names if fnmatch.fnmatchcase(name, stem)]
    if names and not chosen:
        raise ParameterError(
            f"documents: no document fits {pattern!r}; there are, for instance: {', '.join(names[:5])}"
        )
    return chosen


def choose_countries(about, chosen):
    """The names of documents that are about one of the chosen countries, if any are chosen.

    `about` is {name: ISO code of the country that the document is about, or nothing}.
    """
    names = [name for name, code in about.items() if code in chosen or not chosen]
    if about and not names:
        there = ", ".join(sorted(filter(None, set(about.values())))) or "none"
        raise ParameterError(f"countries: no document is about {', '.join(chosen)}; there are: {there}")
    return names


def check_sources(parameters, known):
    """Every named source must be one of those that the documents quote; ParameterError otherwise."""
    for name in ("official_sources", "human_rights_sources"):
        for source in getattr(parameters, name):
            if source not in known:
                raise ParameterError(
                    f"{name}: no claim comes from {source!r}; the sources are: {', '.join(sorted(known))}"
                )


def _find_reason_to_leave_out(claim, published, parameters):
    """The parameter that keeps a claim out of the report, or None."""
    if parameters.kinds and claim.kind not in parameters.kinds:
        return "kinds"
    if not parameters.include_planned and claim.status in NOT_YET:
        return "include_planned"
    if not overlaps_window(claim.date or claim.period or published, parameters):
        return "window"
    return None


def filter_claims(claims, documents, parameters):
    """The claims that stay, and how many each parameter left out; a whole that is left out is no longer named."""
    published = {document.document: document.published for document in documents}
    kept, left_out = [], {"kinds": 0, "include_planned": 0, "window": 0}
    for claim in claims:
        reason = _find_reason_to_leave_out(claim, published[claim.document], parameters)
        if reason:
            left_out[reason] += 1
        else:
            kept.append(claim)
    known = {None, *(claim.claim_id for claim in kept)}
    return [claim if claim.part_of in known else dataclasses.replace(claim, part_of=None) for claim in kept], left_out


def filter_checks(checks, kept, all_claims, published_in_window):
    """The checks about claims that stay; one about no claim follows its document's day of publication."""
    known = {claim.claim_id for claim in all_claims}
    return [
        check
        for check in checks
        if any(claim in kept for claim in check.claims)
        or (not any(claim in known for claim in check.claims) and check.document in published_in_window)
    ]
