"""Whether there is anything to be done is told from what files hold, whatever their age and their folder."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from clemency.report import make
from clemency.report.stamp import describe_sources, find_changes, hash_documents, hash_folder, write_stamp

DEFAULT = "parameters/default.yaml"


@pytest.fixture
def built(project, tmp_path):
    """A copy of the project in which the default report was built."""
    return shutil.copytree(project, tmp_path / "a clone", copy_function=shutil.copyfile)


def find(folder, *words, path=DEFAULT):
    """What has changed in a project since its report was built."""
    return find_changes(folder, folder / path, words)


def test_a_clone_of_a_project_whose_report_is_current_has_nothing_to_build(built):
    """Another folder, and files that are all as old as their copying."""
    assert find(built) == []


def test_files_that_are_touched_are_not_changed(built):
    """A day in the future is no other content."""
    for file in built.rglob("*"):
        os.utime(file, (time.time() + 86_400,) * 2)
    assert find(built) == []


def test_to_find_nothing_to_be_done_little_is_imported(built):
    """Neither YAML nor the rules of reading, and nothing that starts notebooks or draws."""
    code = "import sys; from clemency.__main__ import main; main(['report']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=built, capture_output=True, text=True, check=True)
    assert "nothing to be done" in done.stderr
    for heavy in ("yaml", "clemency.claims", "clemency.documents", "papermill", "matplotlib", "numpy", "argparse"):
        assert heavy not in done.stdout.split()


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("seeds/a new one.txt", "documents"),
        ("seeds/000_5147ea8f047ee4ac.txt", "documents"),
        ("seeds/sources.csv", "documents"),
        ("seeds/names.csv", "documents"),
        ("seeds/rulings.csv", "documents"),
        ("notebooks/2-chronology.ipynb", "notebooks"),
        ("notebooks/4-new.ipynb", "notebooks"),
        ("requirements.txt", "packages"),
        (DEFAULT, "parameters"),
        ("reports/report.pdf", "report"),
        ("reports/data/claims.csv", "report"),
        ("figures/timeline.svg", "report"),
        ("figures/of-nothing.svg", "report"),
    ],
)
def test_one_more_byte_is_a_change(built, file, what):
    """In each thing that the report is made from, and in what was made."""
    with (built / file).open("ab") as content:
        content.write(b"#")
    assert find(built) == [what]


@pytest.mark.parametrize("file", ["seeds/002_44caa82d5ed7996f.txt", "reports/report.html", "figures/timeline.png"])
def test_what_is_gone_is_a_change(built, file):
    """A document as well as a figure."""
    (built / file).unlink()
    assert len(find(built)) == 1


def test_a_report_without_its_stamp_or_with_a_garbled_one_is_built(built):
    """Nothing can be told of it."""
    stamp = built / "reports" / "built-from.txt"
    for content in (b"garbled", b"\xff\xfe", b"folder: ../..\n", b""):
        stamp.write_bytes(content)
        assert find(built) != []
    stamp.unlink()
    assert find(built) is None


def test_what_a_killed_build_left_behind_is_looked_after(built):
    """It may be a report that only needs to be put in place."""
    (built / "reports" / ".building-default").mkdir()
    assert find(built) is None


def test_parameters_beside_the_file_count_in_any_order(built):
    """Another value is a change; without a name there is no report to look at."""
    words = ["DATE_FROM=2025", "KINDS=pardon", "NAME=x"]
    (built / "reports" / "x").mkdir()
    sources = describe_sources(built, "seeds", built / DEFAULT, words)
    write_stamp(built, "x", "seeds", sources)
    assert find(built, *words) == find(built, *reversed(words)) == []
    assert find(built, "DATE_FROM=2024", *words[1:]) == ["parameters"]
    assert find(built, *words[:2]) is None
    assert find(built, "NAME=") is None


def test_code_is_every_file_of_the_package_but_what_comes_and_goes(tmp_path):
    """Compiled code and an editor's leftovers are no code."""
    (tmp_path / "rules.yaml").write_text("a")
    before = hash_folder(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("b")
    (tmp_path / ".rules.yaml.swp").write_text("b")
    assert hash_folder(tmp_path) == before
    (tmp_path / "rules.yaml").write_text("b")
    assert hash_folder(tmp_path) != before


def test_documents_are_looked_at_without_following_links_out_or_waiting_for_pipes(tmp_path):
    """A link that leads out counts as one wherever it leads; a pipe is no file; folders and hidden files are none."""
    seeds, outside = tmp_path / "seeds", tmp_path / "secret.txt"
    seeds.mkdir()
    outside.write_text("1")
    (seeds / "link.txt").symlink_to(outside)
    os.mkfifo(seeds / "pipe.txt")
    before = hash_documents(seeds)
    outside.write_text("2")
    (seeds / "older").mkdir()
    (seeds / ".hidden.txt").write_text("3")
    assert hash_documents(seeds) == before
    (seeds / "pipe.txt").unlink()
    assert hash_documents(seeds) != before


def test_a_folder_of_claims_counts_with_all_of_its_parts(tmp_path):
    """A table that was altered is a change, even if the manifest still names the old one."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "claims" / "part-00000.jsonl").write_text("1")
    before = hash_documents(tmp_path)
    (tmp_path / "claims" / "part-00000.jsonl").write_text("2")
    assert hash_documents(tmp_path) != before


def test_a_document_that_changes_while_it_is_read_is_built_again(built, monkeypatch):
    """What a report was built from is noted before anything is read."""
    read, noted = make.read_results, []

    def read_late(parameters):
        with (built / "seeds" / "002_44caa82d5ed7996f.txt").open("a") as file:
            file.write("More.\n")
        return read(parameters)

    monkeypatch.chdir(built)
    monkeypatch.setattr(make, "read_results", read_late)
    monkeypatch.setattr(make, "_build", lambda *given: noted.append(given[-1]))
    before = describe_sources(built, "seeds", built / DEFAULT, [])
    make.make_report(built, built / DEFAULT, [])
    assert noted == [before]
    assert describe_sources(built, "seeds", built / DEFAULT, []) != before
