"""The constructions in which counts of persons are told in news: each sentence of a list is read as it says."""

import pathlib

import pytest
import yaml
from claims.reading import read

FOLDERS = [pathlib.Path(__file__).parent / name for name in ("constructions", "attributions", "who_and_when")]
SCENES = {
    "en": "MINSK, 18 March 2025. Relatives waited outside the prison for a second day.",
    "ru": "МИНСК, 18 марта 2025 года. Родственники второй день ждали у тюрьмы.",
    "be": "МІНСК, 18 сакавіка 2025 года. Сваякі другі дзень чакалі каля турмы.",
}


def load_cases():
    """Each text with its language, and what must be read of it."""
    for path in (path for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=case["text"])


def read_counts(language, case):
    """The claims with a number of a text that a scene opens, of its day or of the one that the case gives."""
    scene, published = SCENES[language], {}
    if "published" in case:
        scene, published = scene.partition(". ")[2], {"published": case["published"]}
    claims = read(f"{scene}\n\n{case['text']}", language=language, **published).claims
    return [claim for claim in claims if claim.low is not None or claim.high is not None]


@pytest.mark.parametrize(("language", "case"), list(load_cases()))
def test_each_construction_is_read(language, case):
    """Every count of the text is found with its kind and status, and nothing else is counted.

    Where a case says so, each count is credited to the class of whoever states it, with the name if one is given, and
    is of its day or period.
    """
    claims = read_counts(language, case)
    reads = [(low, kind, *(status or ["occurred"])) for low, kind, *status in case["reads"]]
    assert [(claim.high if claim.low is None else claim.low, claim.kind, claim.status) for claim in claims] == reads
    said_by = [said if isinstance(said, list) else [said] for said in case.get("said_by", ())]
    said = [[claim.source_class, claim.source_name] for claim in claims]
    assert not said_by or [one[: len(other)] for one, other in zip(said, said_by, strict=True)] == said_by
    assert "dated" not in case or [claim.period or claim.date for claim in claims] == case["dated"]
