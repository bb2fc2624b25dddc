"""`make sweep` builds every parameter file, and one that fails stops no other."""

import re
import shutil

import pytest

from clemency.report.sweep import main, write_index


@pytest.fixture
def swept(project, tmp_path, monkeypatch, capsys):
    """A project swept with a good, a narrow and two impossible parameter files: (folder, status, messages)."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    (tmp_path / "parameters" / "impossible.yaml").write_text("title: <b>x\ndate_from: 2025-02-30\n")
    (tmp_path / "parameters" / "data.yaml").write_text("title: x\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path, main([]), capsys.readouterr().err


def test_every_report_has_its_folder_and_the_page_lists_them(swept):
    """What cannot be built is named with its reason, on the page and on stderr."""
    folder, status, said = swept
    assert status == 1
    assert (folder / "reports" / "since-2025" / "report.pdf").exists()
    assert not (folder / "reports" / "impossible").exists()
    page = (folder / "reports" / "index.html").read_text(encoding="utf-8")
    links = re.findall('href="([^"]+)"', page)
    assert {"report.html", "since-2025/report.html", "since-2025/report.pdf"} <= set(links)
    assert all((folder / "reports" / link).exists() for link in links)
    for words in ("is not in the calendar", "cannot name a folder"):
        assert words in page
        assert words in said
    assert str(folder) not in page


def test_the_page_is_the_same_whenever_it_is_written(project, tmp_path):
    """It holds no time, and tells of no failure when there was none."""
    folder = shutil.copytree(project, tmp_path / "project")
    write_index(folder, {})
    before = (folder / "reports" / "index.html").read_bytes()
    write_index(folder, {})
    assert (folder / "reports" / "index.html").read_bytes() == before
    assert b"Not built" not in before
