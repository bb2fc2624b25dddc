"""The tables of a report: everything that was read, after the parameters' filters, and what they left out."""

import contextlib
import dataclasses
import functools
import gc
import pathlib

from clemency.chronology.checks import find_checks
from clemency.chronology.link import link_claims
from clemency.chronology.places import find_abroad, find_country
from clemency.claims.rulings import FILE, apply_rulings, check_documents, read_rulings
from clemency.comparison.compare import compare_claims, find_nearest_misses
from clemency.documents.read import InputError, read_documents
from clemency.lexicon import load_holidays
from clemency.messages import country_name, say_in, use_language
from clemency.report.excerpt import choose_excerpt
from clemency.report.folder import Folder
from clemency.report.names import FILE as NAMES
from clemency.report.names import Shortener, read_names, shorten_names
from clemency.report.project import ParameterError, find_root
from clemency.report.readings import Readings
from clemency.report.selection import (
    check_sources,
    choose_countries,
    choose_names,
    filter_checks,
    filter_claims,
    overlaps_window,
)
from clemency.report.words import capitalise


@dataclasses.dataclass
class Results:
    """Rows of every table after the filters.

    `nearest` holds the pairs that come nearest to a comparison, `left_out` counts the claims each filter removed,
    `unread` holds the files that could not be read, as (name, why), `shortened` tells whether names are initials in
    all texts, and `folder` is the folder of claims that they come from. Of more claims than a report can print these
    are the rows that it shows, and `full` holds the results with all of them.
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
    folder: Folder | None = None
    shortened: bool = False
    full: "Results | None" = None

    def __post_init__(self):
        self.document_of = {document.document: document for document in self.documents}
        self.claim_of = {claim.claim_id: claim for claim in self.claims}

    @property
    def whole(self):
        """The results with all rows: what is counted is counted in them."""
        return self.full or self

    @functools.cached_property
    def abroad(self):
        """{claim id: ISO code} of what is not about the country that most documents are about."""
        return find_abroad(self.whole.claims, self.whole.documents)

    def name_country(self, *claim_ids):
        """The name of the country that some claims are about, if most documents are about another one; else nothing."""
        return next((country_name(self.abroad[name]) for name in claim_ids if name in self.abroad), "")


_known = []  # parameters and what was read for them


def remember_results(parameters, results):
    """Have `read_results` give these, which were read already, to whoever asks for the same parameters."""
    _known[:] = [parameters, results]


def list_holidays():
    """The holidays that acts cluster around, as (name, month, day)."""
    return [
        (capitalise(say_in("holiday", holiday["name"])), holiday["month"], holiday["day"])
        for holiday in load_holidays()
    ]


def _keep_private(results, parameters, path):
    """The results with names as initials.

    ParameterError if a parameter, which the report shows, holds such a name; InputError if the name of a file does.
    """
    names = read_names(path)
    if results.folder:
        results.folder.read_texts(results.documents)  # what is cut out of them is to be shortened alike
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
    if parameters.claims:
        raise ParameterError(f"claims: {parameters.claims} holds claims; give the folder of their documents, as seeds")
    folder = pathlib.Path(find_root(), parameters.seeds)
    unread, kept = [], Readings(find_root())
    every_document = read_documents([folder], errors=None if parameters.strict else unread, make=kept.make_document)
    if not every_document:
        raise InputError(f"{folder / unread[0][0]}: {unread[0][1]} No other document can be read either.")
    rulings = read_rulings(folder / FILE)
    left_out = [pathlib.PurePath(name).stem for name, _ in unread]
    check_documents(rulings, [*(document.document for document in every_document), *left_out])
    chosen = set(choose_names([document.document for document in every_document], parameters.documents))
    documents = [document for document in every_document if document.document in chosen]
    readings = {document.document: kept.read_claims(document) for document in documents}
    kept.tidy()
    about = {document.document: find_country(document) for document in documents}
    chosen = set(choose_countries(about, parameters.countries))
    documents = [document for document in documents if document.document in chosen]
    return Sources(folder, documents, [readings[document.document] for document in documents], rulings, unread)


@dataclasses.dataclass
class _Found:
    """What the parameters keep, before anything is made of it; `folder` is the folder of claims that it is from."""

    documents: list
    claims: list
    rejected: list
    labels: list
    checks: list
    left_out: dict
    unread: list = dataclasses.field(default_factory=list)
    folder: object = None


def _read_documents(parameters):
    """What is read in the documents and kept. Documents stay listed even if no claim of theirs is left."""
    sources = read_sources(parameters)
    documents = sources.documents
    readings = apply_rulings(sources.rulings, documents, sources.readings)
    every_claim = [claim for reading in readings for claim in reading.claims]
    check_sources(parameters, {claim.source_name for claim in every_claim if claim.source_name})
    claims, left_out = filter_claims(every_claim, documents, parameters)
    in_window = {document.document for document in documents if overlaps_window(document.published, parameters)}
    checks = find_checks(documents, every_claim)
    return _Found(
        documents,
        claims,
        rejected=[row for reading in readings for row in reading.rejected if row.document in in_window],
        labels=[row for reading in readings for row in reading.labels if row.document in in_window],
        checks=filter_checks(checks, {claim.claim_id for claim in claims}, every_claim, in_window),
        left_out=left_out,
        unread=sources.unread,
    )


def _read_folder(parameters):
    """What a folder of claims holds and the parameters keep; only documents of such claims are listed."""
    folder = Folder(pathlib.Path(find_root(), parameters.claims))
    check_sources(parameters, folder.list_sources())
    claims, documents, left_out = folder.read_claims(parameters)
    names = [document.document for document in documents if overlaps_window(document.published, parameters)]
    return _Found(
        documents,
        claims,
        rejected=folder.read_rows("rejected", names=names),
        labels=folder.read_rows("labels", names=names),
        checks=[],
        left_out=left_out,
        unread=folder.list_unread(),
        folder=folder,
    )


@contextlib.contextmanager
def _without_collector():
    """Nothing that is made meanwhile can be thrown away: to look for it would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_results(parameters):
    """Read the documents and everything in them, or a folder of claims, then keep what the parameters ask for.

    A claim stays if the days that its date or period allows overlap the window; one without a date follows its
    document's day of publication, as do labels and refused numbers.
    """
    use_language(parameters.language)
    if _known and _known[0] == parameters:
        return _known[1]
    with _without_collector():
        found = _read_folder(parameters) if parameters.claims else _read_documents(parameters)
        events = link_claims(found.claims, found.documents)
        comparisons = compare_claims(
            found.claims, events, found.documents, parameters.official_sources, parameters.human_rights_sources
        )
    nearest = find_nearest_misses(comparisons, most=20)
    results = Results(**vars(found), events=events, comparisons=comparisons, nearest=nearest)
    if parameters.privacy == "initials":
        results = _keep_private(results, parameters, pathlib.Path(find_root(), parameters.folder, NAMES))
    return choose_excerpt(results)
