"""What a report was made from and what it consists of can be checked by anybody, file by file."""

import csv
import hashlib
import json
import re
import urllib.parse

import pytest


@pytest.fixture
def crate(project):
    """The entities of the crate, by their names."""
    text = (project / "reports" / "ro-crate-metadata.json").read_text(encoding="utf-8")
    return {entity["@id"]: entity for entity in json.loads(text)["@graph"]}


def test_every_file_has_the_size_and_hash_that_the_crate_gives(project, crate):
    """Documents, notebooks and outputs alike, at the addresses given."""
    files = {name: entity for name, entity in crate.items() if entity["@type"] == "File"}
    for name, entity in files.items():
        content = (project / "reports" / urllib.parse.unquote(name)).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entity["sha256"], name
        assert str(len(content)) == entity["contentSize"]
    assert {"report.html", "report.pdf", "data/claims.csv", "../figures/timeline.svg"} <= set(files)
    assert sum(name.startswith("../seeds/") for name in files) >= 3
    assert sum(name.startswith("../notebooks/") for name in files) == 3


def test_everything_that_the_crate_refers_to_is_described_in_it(crate):
    """No reference leads nowhere, and the build ties what went in to what came out."""
    named = re.findall(r'\{"@id": "([^"]+)"\}', json.dumps(list(crate.values())))
    assert set(named) - set(crate) == {"https://w3id.org/ro/crate/1.1"}
    build = crate["#build"]
    assert {"@id": "#parameter-date_from"} in build["object"]
    assert {"@id": "report.pdf"} in build["result"]
    assert {"@id": "#package-typst"} in crate["#clemency"]["softwareRequirements"]


def test_every_claim_is_an_annotation_that_finds_its_sentence(project):
    """Quotation and position agree with the document, and the counted words lie within the sentence."""
    page = json.loads((project / "reports" / "data" / "evidence.jsonld").read_text(encoding="utf-8"))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (project / "seeds").glob("*.txt")}
    with (project / "reports" / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = {claim["claim_id"]: claim for claim in csv.DictReader(file)}
    assert page["total"] == len(page["first"]["items"]) == len(claims)
    for item in page["first"]["items"]:
        claim = claims[item["id"].removeprefix("urn:clemency:")]
        text = texts[claim["document"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])
        words = quote["refinedBy"]
        assert text[words["refinedBy"]["start"] : words["refinedBy"]["end"]] == words["exact"]
        assert words["exact"] in quote["exact"]
