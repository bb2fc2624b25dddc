"""`make watch` builds what changes, shows it to this machine alone, and goes on after errors."""

import contextlib
import http.client
import json
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

from clemency.report.project import ParameterError
from clemency.report.watch import find_file, look, main, make_server

from .browser import Browser, find_browser


@pytest.fixture
def copy(project, tmp_path):
    """A copy of the project with its report."""
    return shutil.copytree(project, tmp_path / "project")


@pytest.fixture
def server(copy):
    """A server for the default report, without anything that builds."""
    server = make_server(copy, "", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def watched(copy):
    """`make watch` on a project: (its folder, the port)."""
    words = [sys.executable, "-m", "clemency", "watch"]
    process = subprocess.Popen(words, cwd=copy, stderr=subprocess.PIPE, text=True, start_new_session=True)
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())[1])
    threading.Thread(target=process.stderr.read, daemon=True).start()
    yield copy, port
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 0
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system calls it
        ask(port, "/")
    assert not list(copy.glob("reports/.building-*"))


def ask(port, address, **headers):
    """Status, headers and content of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def wait_for_news(port, known):
    """The news after a number; as `make watch` may look late, it is asked for until there are some."""
    for _ in range(20):
        news = json.loads(ask(port, f"/news?after={known}")[2])
        if news["number"] != known:
            return news
    raise AssertionError("no news")


def test_it_builds_what_changes_and_goes_on_after_an_error(watched):
    """A wrong parameter is told in the words of the build, and the next build takes it away."""
    folder, port = watched
    first = wait_for_news(port, 0)
    assert first == {"number": 1, "built": 1, "message": ""}
    parameters = folder / "parameters" / "default.yaml"
    good = parameters.read_text()
    parameters.write_text(good + "dat_from: 2025\n")
    wrong = wait_for_news(port, 1)
    assert wrong["built"] == 1
    assert "there is no parameter dat_from" in wrong["message"]
    parameters.write_text(re.sub(r"(?m)^title:.*", "title: Another title", good))
    assert wait_for_news(port, 2) == {"number": 3, "built": 2, "message": ""}
    assert "<title>Another title" in ask(port, "/reports/report.html")[2]


def test_it_listens_to_this_machine_alone(server):
    """The address is the loopback's, and the port a free one."""
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "192.168.0.1", "localhost", ""])
def test_a_request_by_another_name_is_refused(server, host):
    """A name that somebody had lead here could read the report from any page of theirs."""
    status, _, content = ask(server.server_port, "/reports/report.html", Host=host)
    assert status == 403
    assert "<" not in content


def test_the_report_is_served_as_it_stands(server, copy):
    """Byte for byte; what knows when to load it again is the page around it."""
    port = server.server_port
    status, headers, content = ask(port, "/reports/report.html", Host=f"localhost:{port}")
    assert (status, content) == (200, (copy / "reports" / "report.html").read_text(encoding="utf-8"))
    assert headers["Content-Type"] == "text/html"
    _, headers, page = ask(port, "/")
    assert '<iframe src="/reports/report.html"' in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address",
    [
        "/seeds/sources.csv", "/pyproject.toml", "/reports/../pyproject.toml", "/reports/%2e%2e/pyproject.toml",
        "/reports//etc/passwd", "/etc/passwd", "/reports", "/reports/.hidden", "/reports/link.html", "/reports/x%00",
        "//reports/report.html/..", "/figures/../seeds/sources.csv",
    ],
)  # fmt: skip
def test_nothing_but_reports_and_figures_is_given_out(server, copy, address):
    """No other folder, nothing hidden, and no link that leads out."""
    (copy / "reports" / ".hidden").write_text("secret")
    (copy / "reports" / "link.html").symlink_to(copy / "pyproject.toml")
    assert ask(server.server_port, address)[0] == 404


def test_a_file_of_the_report_is_found(copy):
    """Its data and its figures, too."""
    for address in ("/reports/data/claims.csv", "/figures/timeline.svg"):
        assert find_file(copy, address) == copy / address[1:]


def test_what_is_looked_at_is_seen_to_change_without_being_opened(copy, tmp_path):
    """A new document, a touched notebook; but nothing that a link leads to."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (copy / "seeds" / "link").symlink_to(elsewhere)
    path = copy / "parameters" / "default.yaml"
    before = look(copy, path, "seeds")
    (elsewhere / "x.txt").write_text("x")
    (copy / "seeds" / ".x.txt.swp").write_text("x")
    assert look(copy, path, "seeds") == before
    (copy / "seeds" / "x.txt").write_text("x")
    (copy / "notebooks" / "1-documents.ipynb").touch()
    seen = look(copy, path, "seeds")
    assert {name for name in seen if seen[name] != before.get(name)} == {
        str(copy / "seeds" / "x.txt"),
        str(copy / "notebooks" / "1-documents.ipynb"),
    }


@pytest.mark.parametrize("port", ["x", "70000", "-1", ""])
def test_a_port_that_is_none_is_wrong(copy, monkeypatch, capsys, port):
    """The message says what would be right."""
    monkeypatch.chdir(copy)
    assert main([f"PORT={port}"]) == 1
    assert "write a number up to 65535" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(server, copy):
    """It names the port."""
    with pytest.raises(ParameterError, match=f"PORT: {server.server_port} cannot be had"):
        make_server(copy, "", server.server_port)


@pytest.mark.skipif(not find_browser(), reason="no Chromium")
def test_the_browser_follows(server, copy, tmp_path_factory):
    """The report in the frame is loaded again after a build, and an error stands above it until the next one."""
    server.news.tell(True, "")
    with contextlib.closing(Browser(tmp_path_factory.mktemp("profile"))) as browser:
        browser.open(server.address)
        shown = "document.querySelector('iframe').contentDocument.title"
        assert wait_to_hear(browser, shown, "Amnesties and pardons")
        page = copy / "reports" / "report.html"
        page.write_text(page.read_text(encoding="utf-8").replace("<title>", "<title>New: ", 1), encoding="utf-8")
        server.news.tell(False, "a cell failed")
        assert wait_to_hear(browser, "document.querySelector('pre').textContent", "a cell failed")
        assert "New" not in browser.evaluate(shown)
        server.news.tell(True, "")
        assert wait_to_hear(browser, shown, "New: Amnesties and pardons")
        assert browser.evaluate("document.querySelector('pre').hidden")
        assert browser.messages == []


def wait_to_hear(browser, expression, words):
    """Whether the browser comes to say so within half a minute."""
    for _ in range(300):
        if words in str(browser.evaluate(expression)):
            return True
        time.sleep(0.1)
    return False
