"""Several makes that begin together set .venv up once."""

import importlib.util
import os
import pathlib
import threading
import time

import pytest

PATH = pathlib.Path(__file__).parent.parent / ".ci" / "set_up.py"


@pytest.fixture
def set_up(tmp_path, monkeypatch):
    """The script in a folder of its own, where it notes what it would run: (script, [(what, when)])."""
    spec = importlib.util.spec_from_file_location("set_up", PATH)
    script, noted = importlib.util.module_from_spec(spec), []
    spec.loader.exec_module(script)

    def note(command):
        noted.append(("begun", command))
        time.sleep(0.05)
        noted.append(("done", command))
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(script.subprocess, "call", note)
    for name in ("requirements.txt", "pyproject.toml", "tests/requirements.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return script, noted


READY = (pathlib.Path("requirements.txt"), pathlib.Path(".venv/ready"))


def test_two_makes_at_once_set_up_once(set_up, capfd):
    """The second says that it waits, and then finds nothing to be done."""
    script, noted = set_up
    makes = [threading.Thread(target=script.main, args=READY) for _ in range(2)]
    for make in makes:
        make.start()
    for make in makes:
        make.join()
    assert [what for what, _ in noted] == ["begun", "done"] * 3
    assert "another make is setting up .venv; waiting for it" in capfd.readouterr().out


def test_a_list_that_was_only_touched_installs_nothing(set_up):
    """Another content does; the list of the tests comes into the .venv that there is."""
    script, noted = set_up
    script.main(*READY)
    noted.clear()
    os.utime("requirements.txt")
    assert script.main(*READY) == 0
    assert noted == []
    pathlib.Path("requirements.txt").write_text("more")
    script.main(*READY)
    assert len(noted) == 6
    noted.clear()
    script.main(pathlib.Path("tests/requirements.txt"), pathlib.Path(".venv/tests"))
    assert len(noted) == 2


def test_what_cannot_be_installed_is_not_taken_for_ready(set_up, monkeypatch):
    """The next make tries again."""
    script, _ = set_up
    monkeypatch.setattr(script.subprocess, "call", lambda command: "pip" in command[0])
    assert script.main(*READY) == 1
    assert not pathlib.Path(".venv/ready").exists()


def test_an_old_python_is_told_what_is_needed(set_up, monkeypatch, capsys):
    """Before anything is made."""
    script, noted = set_up
    monkeypatch.setattr(script.sys, "version_info", (3, 9))
    assert script.main(*READY) == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().out
    assert noted == []
