"""The command behind `make watch`: build whenever something changes, and show the report in a browser that follows.

The server speaks to this machine alone, and gives out nothing but the report and its figures. The report is shown as
it stands, inside a page of the server's own that knows when to load it again.
"""

import functools
import http.server
import json
import mimetypes
import pathlib
import signal
import stat
import subprocess
import sys
import threading
import time
import urllib.parse

from clemency.report.pages import hash_text
from clemency.report.parameters import read_parameters
from clemency.report.project import DEFAULT, ParameterError, find_root, part_words
from clemency.report.run import say

USAGE = "usage: python -m clemency watch [parameters/x.yaml] [PORT=8000] [NAME=x] [DATE_FROM=2025-01-01 ...]"
HOST = "127.0.0.1"
PAUSE = 0.5  # seconds between two looks; what changed must stay as it is for one
PATIENCE = 20  # seconds until a browser that waits for news is told that there are none
SHOWN = ("reports", "figures")
SOURCES = ("notebooks", "clemency", "requirements.txt")
_PAGE = (pathlib.Path(__file__).parent / "templates" / "watch.html").read_text(encoding="utf-8")


def main(arguments):
    """Build and show the report until Ctrl+C; returns 0 then, 1 if that cannot begin, 2 for wrong usage."""
    parted = part_words(arguments)
    if parted is None:
        print(USAGE, file=sys.stderr)
        return 2
    path, words = parted
    ports = [word.removeprefix("PORT=") for word in words if word.startswith("PORT=")]
    words = [word for word in words if not word.startswith("PORT=")]
    try:
        root = find_root()
        path = path or root / DEFAULT
        parameters, name = read_parameters(path, words)
        server = make_server(root, name, _read_port(ports))
    except ParameterError as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends it as Ctrl+C does
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"showing the report at {server.address}; Ctrl+C ends it")
    try:
        watch(root, path, words, parameters.folder, server.news)
    except KeyboardInterrupt:
        say("stopped")
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _read_port(ports):
    """The port that was asked for; 0, any free one, if none was."""
    port = ports[-1] if ports else "0"
    if not port.isdecimal() or int(port) > 65535:
        raise ParameterError(f"PORT: {port!r} is no port; write a number up to 65535, or leave it out for a free one")
    return int(port)


def watch(root, path, words, seeds, news):
    """Build when something has changed and stays as it is for a moment, for ever; `news` takes what came of it."""
    built = None
    while True:
        seen = look(root, path, seeds)
        if seen != built:
            time.sleep(PAUSE)
            if look(root, path, seeds) != seen:
                continue
            built = seen
            news.tell(*build(path, words))
            seeds = _find_seeds(path, words, seeds)
        time.sleep(PAUSE)


def look(root, path, seeds):
    """What can be seen of all files that a report rests on, without opening one or following a link."""
    seen = {}
    for source in (*SOURCES, seeds):
        _look_at(root / source, seen)
    _look_at(path, seen)
    return seen


def _look_at(path, seen):
    """Note size and time of a file, or of all in a folder."""
    try:
        about = path.lstat()
        if not stat.S_ISDIR(about.st_mode):
            seen[str(path)] = (about.st_mtime_ns, about.st_size, about.st_ino)
            return
        inside = [entry for entry in path.iterdir() if not entry.name.startswith((".", "__pycache__"))]
    except OSError:  # it came and went
        return
    for entry in inside:
        _look_at(entry, seen)


def _find_seeds(path, words, known):
    """The folder of the documents; as long as the parameters are wrong, the one known before."""
    try:
        return read_parameters(path, words)[0].folder
    except ParameterError:
        return known


def build(path, words):
    """Build the report in a process of its own, since its code may have changed; what it says is passed on.

    Returns whether it went well, and what it said.
    """
    command = [sys.executable, "-m", "clemency", "report", str(path), *words]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
    try:
        said = []
        for line in process.stderr:
            print(line, end="", file=sys.stderr, flush=True)
            said.append(line)
        return process.wait() == 0, "".join(said)
    except BaseException:
        process.terminate()  # which takes away what was begun
        process.wait()
        raise


class News:
    """How the last build went, for whoever waits for the next one."""

    def __init__(self):
        self._changed = threading.Condition()
        self._state = {"number": 0, "built": 0, "message": ""}

    def tell(self, went_well, said):
        """Note a build, and wake those who wait."""
        with self._changed:
            number, built = self._state["number"] + 1, self._state["built"] + went_well
            self._state = {"number": number, "built": built, "message": "" if went_well else said}
            self._changed.notify_all()

    def wait(self, known, seconds):
        """The news after the number that is known, or what is known already if there are none in this time."""
        with self._changed:
            self._changed.wait_for(lambda: self._state["number"] != known, seconds)
            return self._state


def make_server(root, name, port):
    """A server on the loopback for the report of this name; ParameterError if the port is taken."""
    news = News()
    try:
        server = http.server.ThreadingHTTPServer((HOST, port), functools.partial(Handler, root, name, news))
    except OSError as error:
        raise ParameterError(f"PORT: {port} cannot be had ({error.strerror}); leave it out for a free one") from None
    server.news = news
    server.address = f"http://{HOST}:{server.server_port}/"
    return server


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with the page, the news, or a file of a report or its figures."""

    server_version, sys_version = "clemency", ""

    def __init__(self, root, name, news, *given):
        self._root, self._name, self._news = root, name, news
        super().__init__(*given)

    def do_GET(self):  # noqa: N802 - the name that http.server asks for
        """Answer one request; one that came by another name than this machine's is refused."""
        port = self.server.server_port
        if self.headers.get("Host") not in (f"{HOST}:{port}", f"localhost:{port}"):  # DNS can be made to lead here
            return self._answer(403, "text/plain", b"This server answers to 127.0.0.1 and localhost alone.\n")
        address = urllib.parse.urlsplit(self.path)
        if address.path == "/":
            return self._answer(200, "text/html; charset=utf-8", self._write_page(), PAGE_POLICY)
        if address.path == "/news":
            known = urllib.parse.parse_qs(address.query).get("after", [""])[0]
            news = self._news.wait(int(known) if known.isdecimal() else None, PATIENCE)
            return self._answer(200, "application/json", json.dumps(news).encode())
        file = find_file(self._root, urllib.parse.unquote(address.path))
        if not file:
            return self._answer(404, "text/plain", b"There is no such file in the report.\n")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return self._answer(200, kind, file.read_bytes())

    def _write_page(self):
        folder = f"{self._name}/" if self._name else ""
        return _PAGE.replace("REPORT", f"/reports/{folder}report.html").encode()

    def _answer(self, status, kind, content, policy=None):
        self.send_response(status)
        headers = {
            "Content-Type": kind, "Content-Length": len(content), "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN", "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        } | ({"Content-Security-Policy": policy} if policy else {})  # fmt: skip
        for name, value in headers.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Requests are nobody's news."""


def find_file(root, address):
    """The file of a report or a figure that an address names; None for what is none, is hidden or lies elsewhere."""
    parts = pathlib.PurePosixPath(address).parts[1:]
    if not parts or parts[0] not in SHOWN or any(part.startswith(".") or "\0" in part for part in parts):
        return None
    file = root.joinpath(*parts)
    inside = file.resolve().is_relative_to((root / parts[0]).resolve())
    return file if inside and file.is_file() else None


def _allow_own(page):
    """A Content-Security-Policy for the page: its own style and script, the report in a frame, and the news."""
    style, script = (page.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0] for tag in ("style", "script"))
    return (
        f"default-src 'none'; style-src {hash_text(style)}; script-src {hash_text(script)}; "
        "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
    )


PAGE_POLICY = _allow_own(_PAGE)
