"""Where a report comes from and what it consists of, as an RO-Crate, and its evidence as W3C Web Annotations."""

import dataclasses
import hashlib
import json
import os
import pathlib
import re
import urllib.parse

import clemency
from clemency.documents.read import find_files
from clemency.messages import Vocabulary, say
from clemency.report.evidence import describe_claim
from clemency.report.reuse import LICENCE
from clemency.report.stamp import CODE, hash_folder

CRATE = "ro-crate-metadata.json"
EVIDENCE = "evidence.jsonld"
_CRATE_CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
_ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_LICENCE_PAGE = f"https://spdx.org/licenses/{LICENCE}"
_TYPES = {
    ".csv": "text/csv", ".htm": "text/html", ".html": "text/html", ".ipynb": "application/x-ipynb+json",
    ".json": "application/json", ".jsonl": "application/jsonl", ".jsonld": "application/ld+json",
    ".md": "text/markdown", ".parquet": "application/vnd.apache.parquet", ".pdf": "application/pdf",
    ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain",
}  # fmt: skip
_MADE = Vocabulary(
    "file of a report",
    {
        ".html": "The report as a page",
        ".pdf": "The report as a PDF",
        ".ipynb": "Executed notebook",
        ".svg": "Chart",
        ".png": "Chart",
        ".csv": "Table",
        ".json": "Description of the tables",
        "": "Evidence",
    },
)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def write_evidence(results):
    """Every claim as an annotation of its document: the sentence, where it stands, and what was read in it."""
    items = [_annotate(claim, results.document_of[claim.document]) for claim in results.claims]
    page = {
        "@context": _ANNOTATION_CONTEXT,
        "id": "urn:clemency:evidence",
        "type": "AnnotationCollection",
        "label": say("The sentences that the claims of this report were read in"),
        "total": len(items),
        "first": {"id": "urn:clemency:evidence:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotate(claim, document):
    """One claim as an annotation; the counted words refine the sentence."""
    counted = document.text[claim.start : claim.end]
    place = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    words = {"type": "TextQuoteSelector", "exact": counted, "refinedBy": place} if counted else place
    selector = [
        {
            "type": "TextQuoteSelector",
            "exact": claim.quote,
            "prefix": claim.prefix,
            "suffix": claim.suffix,
            "refinedBy": words,
        },
        {"type": "TextPositionSelector", "start": claim.sentence_start, "end": claim.sentence_end},
    ]
    body = [{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": describe_claim(claim)}]
    if claim.review:
        body.append({"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": claim.review})
    return {
        "id": f"urn:clemency:{claim.claim_id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {
            "source": document.url or f"urn:sha256:{document.sha256}",
            "selector": selector,
        },
    }


def write_crate(root, staging, name, parameters, results, front):
    """The RO-Crate of a report whose other files lie in `staging`; addresses are as seen from the report's folder.

    It ties documents, parameters, notebooks, code and packages to what was made, by SHA-256. Nothing in it tells of
    the machine or the day.
    """
    here = pathlib.PurePosixPath("reports", name)
    made = [
        _describe_file(staging, file, here, _name_made(file))
        for file in sorted(path.relative_to(staging) for path in staging.rglob("*") if path.is_file())
    ]
    sources = _list_sources(root, here, parameters, results)
    settings = [
        {"@id": f"#parameter-{key}", "@type": "PropertyValue", "name": key, "value": _write_setting(value)}
        for key, value in dataclasses.asdict(parameters).items()
    ]
    packages = _list_packages(root)
    graph = [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        _describe_root(made, sources, front),
        {
            "@id": "#build",
            "@type": "CreateAction",
            "name": say("Building the report by make"),
            "instrument": {"@id": "#clemency"},
            "object": _refer([*sources, *settings]),
            "result": _refer(made),
        },
        _describe_code(packages),
        {"@id": _LICENCE_PAGE, "@type": "CreativeWork", "name": LICENCE},
        *made, *sources, *settings, *packages,
    ]  # fmt: skip
    return json.dumps({"@context": _CRATE_CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _describe_root(made, sources, front):
    """The report as a whole; its day is that of its newest document."""
    rights = say("The licence is that of code, figures and tables; the sentences quoted belong to their publishers.")
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": front["title"],
        "description": f"{front['description']} {rights}",
        "datePublished": "{:04d}-{:02d}-{:02d}".format(*front["date"]),
        "license": {"@id": _LICENCE_PAGE},
        "inLanguage": front["language"],
        "hasPart": _refer([*made, *sources]),
        "mentions": {"@id": "#build"},
    }


def _describe_code(packages):
    """The code by its version and by one hash over all of its files, in the order of their names."""
    return {
        "@id": "#clemency",
        "@type": "SoftwareApplication",
        "name": "clemency",
        "version": clemency.__version__,
        "sha256": hash_folder(CODE),
        "license": {"@id": _LICENCE_PAGE},
        "softwareRequirements": _refer(packages),
    }


def _list_sources(root, here, parameters, results):
    """The documents, what people wrote about them, the stored notebooks, and the list of packages, as files."""
    files = _list_folder(results.folder) if results.folder else _list_documents(root / parameters.seeds, results)
    files += [
        (file, say("Notebook {name}, as it is stored", name=file.stem))
        for file in sorted((root / "notebooks").glob("*.ipynb"))
    ]
    files += [(root / "requirements.txt", say("Packages with versions and hashes"))]
    return [_describe_file(root, file.relative_to(root), here, words) for file, words in files if file.is_file()]


def _list_documents(folder, results):
    """The documents that were read, and what people wrote about them, as (file, what it is)."""
    documents = {file.stem: file for file in find_files([folder])}
    files = [
        (documents[document.document], document.title or document.document) for document in results.whole.documents
    ]
    return files + [
        (folder / "sources.csv", say("What is known about each document")),
        (folder / "rulings.csv", say("What a person ruled on claims")),
    ]


def _list_folder(folder):
    """The files of a folder of claims, as (file, what it is)."""
    return [
        (file, say("Claims read before: {file}", file=file.relative_to(folder.path))) for file in folder.list_files()
    ]


def _describe_file(root, file, here, name):
    """A file by its address, its name, its size and its hash."""
    content = (root / file).read_bytes()
    address = pathlib.PurePath(os.path.relpath(file, here)).as_posix()
    return {
        "@id": urllib.parse.quote(address),
        "@type": "File",
        "name": name,
        "encodingFormat": _TYPES[file.suffix.lower()],
        "contentSize": str(len(content)),
        "sha256": _hash_bytes(content),
    }


def _name_made(file):
    """A file of the report in words."""
    words = _MADE[file.suffix if file.suffix in _MADE else ""]
    return words if file.stem in ("report", "datapackage", "evidence") else f"{words}: {file.stem}"


def _list_packages(root):
    """The packages that requirements.txt pins."""
    path = root / "requirements.txt"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [
        {"@id": f"#package-{name}", "@type": "SoftwareApplication", "name": name, "version": version}
        for name, version in dict(_PINNED.findall(text)).items()
    ]


def _write_setting(value):
    """The value of a parameter as text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else value


def _refer(entities):
    return [{"@id": entity["@id"]} for entity in entities]


def _hash_bytes(content):
    return hashlib.sha256(content).hexdigest()
