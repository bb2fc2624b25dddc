"""No document is read twice in the same way, and what is kept of a reading changes no result."""

import dataclasses
import multiprocessing
import os
import random
import shutil
import time

import pytest

from clemency import messages
from clemency.report import readings
from clemency.report.parameters import Parameters
from clemency.report.readings import FOLDER, Readings
from clemency.report.results import read_results

from .project import ROOT

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project whose documents are the labelled texts, where nothing has been read."""
    shutil.copytree(ROOT / "tests" / "labelled" / "articles", tmp_path / "seeds")
    shutil.copy(ROOT / "tests" / "labelled" / "sources.csv", tmp_path / "seeds")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read(monkeypatch):
    """The names of the documents that are read, as they are."""
    names, make, claims = [], readings.make_document, readings.read_claims
    monkeypatch.setattr(readings, "make_document", lambda name, *rest: names.append(name) or make(name, *rest))
    monkeypatch.setattr(readings, "read_claims", lambda document: names.append(document.document) or claims(document))
    return names


def spell(results):
    """All that was read, to be compared."""
    return [dataclasses.asdict(row) for rows in (results.documents, results.claims, results.rejected, results.labels,
            results.events, results.comparisons, results.checks) for row in rows]  # fmt: skip


def list_entries(folder):
    """What is kept."""
    return sorted((folder / FOLDER).iterdir())


def test_what_is_kept_gives_the_same_results(folder):
    """Documents, claims, refused numbers and labels, and all that follows from them."""
    first = spell(read_results(Parameters()))
    assert spell(read_results(Parameters())) == first
    shutil.rmtree(folder / FOLDER)
    assert spell(read_results(Parameters())) == first


@pytest.mark.parametrize("changed", [{"date_from": "2025"}, {"kinds": "pardon"}, {"documents": "0*"}, {"strict": True}])
def test_another_parameter_reads_no_document_again(read, changed):
    """Parameters choose among what was read."""
    read_results(Parameters())
    read.clear()
    assert read_results(Parameters(**changed)).documents
    assert read == []


def test_of_a_folder_with_a_new_document_only_that_one_is_read(folder, read):
    """So is one whose bytes, or whose row of sources.csv, have changed; a touched one is not."""
    read_results(Parameters())
    read.clear()
    (folder / "seeds" / "new.txt").write_text("MINSK, 3 July 2025. The president pardoned 5 people.\n")
    os.utime(folder / "seeds" / "001.txt", (time.time() + 99,) * 2)
    read_results(Parameters())
    assert set(read) == {"new"}
    read.clear()
    rows = (folder / "seeds" / "sources.csv").read_text().splitlines(keepends=True)
    row = next(row for row in rows if row.startswith("003.txt,"))
    with (folder / "seeds" / "003.txt").open("a") as file:
        file.write("More.\n")
    changed = row.replace("003.txt,", "new.txt,")
    (folder / "seeds" / "sources.csv").write_text("".join(rows) + changed)
    read_results(Parameters())
    assert set(read) == {"003", "new"}


def test_other_rules_or_another_language_read_everything_again(read, monkeypatch):
    """What was read by other rules is no reading by these."""
    read_results(Parameters())
    read.clear()
    monkeypatch.setattr(readings, "hash_folder", lambda *_: "other")
    read_results(Parameters())
    assert len(set(read)) == 21
    read.clear()
    with messages.speaking("en"):
        read_results(Parameters(language="be"))
    assert len(set(read)) == 21


def test_an_entry_that_is_cut_off_or_altered_is_none(folder, read):
    """The document is read again, and the entry mended."""
    first = spell(read_results(Parameters()))
    chance = random.Random(7)
    for entry in list_entries(folder):
        content = bytearray(entry.read_bytes())
        content[chance.randrange(len(content))] ^= 1
        entry.write_bytes(content if chance.random() < 0.5 else content[: chance.randrange(len(content))])
    read.clear()
    assert spell(read_results(Parameters())) == first
    assert len(set(read)) == 21
    read.clear()
    assert spell(read_results(Parameters())) == first
    assert read == []


def test_an_entry_is_none_under_another_name(folder):
    """A document never passes for another one."""
    first = spell(read_results(Parameters()))
    entries = list_entries(folder)
    contents = [entry.read_bytes() for entry in entries]
    for entry, content in zip(entries, reversed(contents), strict=True):
        entry.write_bytes(content)
    assert spell(read_results(Parameters())) == first


def read_and_count(folder):
    """In a process of its own: what there is to read, as it is compared."""
    os.chdir(folder)
    return spell(read_results(Parameters()))


def test_several_builds_at_once_read_the_same(folder):
    """They write the same entries at the same time."""
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        found = pool.map(read_and_count, [folder] * 3)
    assert found[0] == found[1] == found[2] == spell(read_results(Parameters()))
    assert len(list_entries(folder)) == 21


def test_what_is_kept_is_bounded(folder, monkeypatch):
    """What was not used for longest goes first."""
    read_results(Parameters())
    entries = list_entries(folder)
    for age, entry in enumerate(entries):
        os.utime(entry, (1_000_000 - age,) * 2)
    monkeypatch.setattr(readings, "MOST_BYTES", sum(entry.stat().st_size for entry in entries[:5]))
    Readings(folder).tidy()
    assert list_entries(folder) == entries[:5]


def test_a_folder_that_cannot_be_written_only_costs_time(folder):
    """A file stands where entries would lie."""
    first = spell(read_results(Parameters()))
    shutil.rmtree(folder / FOLDER)
    (folder / FOLDER).write_text("")
    assert spell(read_results(Parameters())) == first
