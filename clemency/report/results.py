"""The tables of a report: everything that was read, after the parameters' filters, and what they left out."""

import dataclasses
import fnmatch
import pathlib

from clemency.chronology.checks import find_checks
from clemency.chronology.link import link_claims
from clemency.claims.rulings import FILE, apply_rulings, check_documents, read_rulings
from clemency.comparison.compare import compare_claims, find_nearest_misses
from clemency.documents.edtf import read_bounds
from clemency.documents.read import InputError, read_documents
from clemency.lexicon import load_holidays
from clemency.report.names import FILE as NAMES
from clemency.report.names import Shortener, read_names, shorten_names
from clemency.report.project import ParameterError, find_root
from clemency.report.readings import Readings
from clemency.report.words import capitalise

NOT_YET = ("planned", "demanded", "hypothetical")
_ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf")


@dataclasses.dataclass
class Results:
    """Rows of every table after the filters.

    `nearest` holds the pairs that come nearest to a comparison, `left_out` counts the claims each filter removed,
    `unread` holds the files that could not be read, as (name, why), `shortened` tells whether names are initials in
    all texts.
    """

    documents: list
    claims: list
    rejected: list
    labels: list
    events: list
    comparisons: list
    nearest: list
    checks: list
    left_out: dict
    unread: list = dataclasses.field(default_factory=list)
    shortened: bool = False

    def __post_init__(self):
        self.document_of = {document.document: document for document in self.documents}
        self.claim_of = {claim.claim_id: claim for claim in self.claims}


_known = []  # parameters and what was read for them


def remember_results(parameters, results):
    """Have `read_results` give these, which were read already, to whoever asks for the same parameters."""
    _known[:] = [parameters, results]


def list_holidays():
    """The holidays that acts cluster around, as (name, month, day)."""
    return [(capitalise(holiday["name"]), holiday["month"], holiday["day"]) for holiday in load_holidays()]


def overlaps_window(edtf, parameters):
    """Whether any day that an EDTF date or period allows lies in the window; an unknown date always may."""
    if not edtf:
        return True
    earliest, latest = read_bounds(edtf)
    starts_in_time = not (earliest and parameters.last_day) or earliest <= parameters.last_day
    ends_in_time = not (latest and parameters.first_day) or latest >= parameters.first_day
    return starts_in_time and ends_in_time


def _choose_documents(documents, pattern):
    """The documents whose name fits the pattern; a file ending in the pattern does not matter."""
    stem = next((pattern.removesuffix(ending) for ending in _ENDINGS if pattern.endswith(ending)), pattern)
    chosen = [document for document in documents if fnmatch.fnmatchcase(document.document, stem)]
    if documents and not chosen:
        names = ", ".join(document.document for document in documents[:5])
        raise ParameterError(f"documents: no document fits {pattern!r}; there are, for instance: {names}")
    return chosen


def _check_sources(parameters, claims):
    """Every named source must be one that the documents quote; ParameterError otherwise."""
    known = sorted({claim.source_name for claim in claims if claim.source_name})
    for name in ("official_sources", "human_rights_sources"):
        for source in getattr(parameters, name):
            if source not in known:
                raise ParameterError(f"{name}: no claim comes from {source!r}; the sources are: {', '.join(known)}")


def _find_reason_to_leave_out(claim, published, parameters):
    """The parameter that keeps a claim out of the report, or None."""
    if parameters.kinds and claim.kind not in parameters.kinds:
        return "kinds"
    if not parameters.include_planned and claim.status in NOT_YET:
        return "include_planned"
    if not overlaps_window(claim.date or claim.period or published, parameters):
        return "window"
    return None


def _filter_claims(claims, documents, parameters):
    """The claims that stay, and how many each parameter left out; a whole that is left out is no longer named."""
    published = {document.document: document.published for document in documents}
    kept, left_out = [], {"kinds": 0, "include_planned": 0, "window": 0}
    for claim in claims:
        reason = _find_reason_to_leave_out(claim, published[claim.document], parameters)
        if reason:
            left_out[reason] += 1
        else:
            kept.append(claim)
    ids = {claim.claim_id for claim in kept}
    return [claim if claim.part_of in ids else dataclasses.replace(claim, part_of=None) for claim in kept], left_out


def _filter_checks(checks, kept, all_claims, published_in_window):
    """The checks about claims that stay; one about no claim follows its document's day of publication."""
    known = {claim.claim_id for claim in all_claims}
    return [
        check
        for check in checks
        if any(claim in kept for claim in check.claims)
        or (not any(claim in known for claim in check.claims) and check.document in published_in_window)
    ]


def _keep_private(results, parameters, path):
    """The results with names as initials.

    ParameterError if a parameter, which the report shows, holds such a name; InputError if the name of a file does.
    """
    names = read_names(path)
    shortener = Shortener(names)
    for name, value in dataclasses.asdict(parameters).items():
        if shortener.find(" ".join(value) if isinstance(value, list) else str(value)):
            raise ParameterError(f"{name}: {value!r} holds a name that {path.name} wants shortened")
    for document in results.documents:
        if shortener.find(document.document):
            raise InputError(f"{document.document}: a name that {path.name} wants shortened. Rename the file.")
    return shorten_names(results, names)


@dataclasses.dataclass
class Sources:
    """What a report rests on: documents, what was read in each, a person's rulings, and files that cannot be read."""

    folder: pathlib.Path
    documents: list
    readings: list
    rulings: list
    unread: list  # (file name, what is wrong)


def read_sources(parameters):
    """Read the documents that the parameters choose, and the rulings; nothing is ruled on or filtered yet.

    A document that cannot be read is left out and listed, or raises InputError if the parameters are strict.
    """
    folder = pathlib.Path(find_root(), parameters.seeds)
    unread, kept = [], Readings(find_root())
    every_document = read_documents([folder], errors=None if parameters.strict else unread, make=kept.make_document)
    if not every_document:
        raise InputError(f"{folder / unread[0][0]}: {unread[0][1]} No other document can be read either.")
    rulings = read_rulings(folder / FILE)
    left_out = [pathlib.PurePath(name).stem for name, _ in unread]
    check_documents(rulings, [*(document.document for document in every_document), *left_out])
    documents = _choose_documents(every_document, parameters.documents)
    readings = [kept.read_claims(document) for document in documents]
    kept.tidy()
    return Sources(folder, documents, readings, rulings, unread)


def read_results(parameters):
    """Read the documents and everything in them, then keep what the parameters ask for.

    A claim stays if the days that its date or period allows overlap the window; one without a date follows its
    document's day of publication, as do labels and refused numbers. Documents stay listed even if no claim is left.
    """
    if _known and _known[0] == parameters:
        return _known[1]
    sources = read_sources(parameters)
    documents = sources.documents
    readings = apply_rulings(sources.rulings, documents, sources.readings)
    every_claim = [claim for reading in readings for claim in reading.claims]
    _check_sources(parameters, every_claim)
    claims, left_out = _filter_claims(every_claim, documents, parameters)
    in_window = {document.document for document in documents if overlaps_window(document.published, parameters)}
    checks = find_checks(documents, every_claim)
    events = link_claims(claims, documents)
    comparisons = compare_claims(
        claims, events, documents, parameters.official_sources, parameters.human_rights_sources
    )
    results = Results(
        documents=documents,
        claims=claims,
        rejected=[row for reading in readings for row in reading.rejected if row.document in in_window],
        labels=[row for reading in readings for row in reading.labels if row.document in in_window],
        events=events,
        comparisons=comparisons,
        nearest=find_nearest_misses(comparisons, most=20),
        checks=_filter_checks(checks, {claim.claim_id for claim in claims}, every_claim, in_window),
        left_out=left_out,
        unread=sources.unread,
    )
    return _keep_private(results, parameters, sources.folder / NAMES) if parameters.privacy == "initials" else results
