"""The constructions in which counts of persons are told in news: each sentence of a list is read as it says."""

import pathlib

import pytest
import yaml
from claims.reading import read

FOLDERS = [pathlib.Path(__file__).parent / name for name in ("constructions", "attributions")]
SCENES = {
    "en": "MINSK, 18 March 2025. Relatives waited outside the prison for a second day.",
    "ru": "МИНСК, 18 марта 2025 года. Родственники второй день ждали у тюрьмы.",
    "be": "МІНСК, 18 сакавіка 2025 года. Сваякі другі дзень чакалі каля турмы.",
}


def load_cases():
    """Each sentence with its language, what must be read of it, in order (number, kind, status), and whose it is."""
    for path in (path for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            reads = [(low, kind, *(status or ["occurred"])) for low, kind, *status in case["reads"]]
            yield pytest.param(path.stem, case["text"], reads, case.get("said_by"), id=case["text"])


@pytest.mark.parametrize(("language", "text", "reads", "said_by"), list(load_cases()))
def test_each_construction_is_read(language, text, reads, said_by):
    """Every count of the text is found with its kind and status, and nothing else is counted.

    Where a case says so, each count is credited to the class of whoever states it.
    """
    claims = read(f"{SCENES[language]}\n\n{text}", language=language).claims
    counts = [(claim.high if claim.low is None else claim.low, claim.kind, claim.status) for claim in claims]
    assert [count for count in counts if count[0] is not None] == reads
    sources = [claim.source_class for claim in claims if claim.low is not None or claim.high is not None]
    assert said_by is None or sources == said_by
