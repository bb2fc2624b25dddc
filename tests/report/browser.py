"""A browser without a window, spoken to over the pipe of the DevTools protocol: no port, no package, no network."""

import base64
import contextlib
import fcntl
import json
import os
import pathlib
import select
import shutil
import signal
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-dev-shm-usage", "--disable-background-networking", "--hide-scrollbars", "--disable-extensions",
)  # fmt: skip
PATIENCE = 60  # seconds for one answer: machines of the tests are slow and shared
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32}
ABOVE = 10  # the browser takes its commands at 3 and answers at 4, so our ends of the pipes stand above


def find_browser():
    """The path of a browser that speaks the protocol, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One page in a browser of its own; `requests` and `messages` hold what the page asked for and what it said."""

    def __init__(self, profile):
        self.messages, self._asked = [], {}
        self._count, self._buffer, self._answers, self._loaded = 0, b"", {}, False
        commands, self._write = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, ABOVE) for end in os.pipe())
        self._read, answers = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, ABOVE) for end in os.pipe())
        self._process = self._start(profile, commands, answers)
        os.close(commands)
        os.close(answers)
        self._session = None
        page = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    @staticmethod
    def _start(profile, commands, answers):
        """Start the browser with its own profile; returns the id of its process, which leads a group of its own."""
        path = find_browser()
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, end, place) for end, place in ((null, 0), (null, 1), (null, 2))]
        actions += [(os.POSIX_SPAWN_DUP2, commands, 3), (os.POSIX_SPAWN_DUP2, answers, 4)]
        environment = {**os.environ, "HOME": str(profile), "TMPDIR": str(profile)}
        words = [path, f"--user-data-dir={profile}", *OPTIONS]
        try:
            return os.posix_spawn(path, words, environment, file_actions=actions, setpgroup=0)
        finally:
            os.close(null)

    def close(self):
        """End the browser, and all that it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._read)
        os.close(self._write)

    def send(self, method, **parameters):
        """Do one command of the protocol and return its result."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        self._wait(lambda: self._count in self._answers)
        answer = self._answers.pop(self._count)
        assert "error" not in answer, answer
        return answer["result"]

    def _wait(self, is_done):
        """Take in messages until something has come true."""
        deadline = time.monotonic() + PATIENCE
        while not is_done():
            assert select.select([self._read], [], [], max(0, deadline - time.monotonic()))[0], "no answer"
            self._buffer += os.read(self._read, 1 << 20)
            *whole, self._buffer = self._buffer.split(b"\0")
            for message in whole:
                self._take(json.loads(message))

    def _take(self, message):
        """Keep an answer, or note what the page did."""
        method, told = message.get("method"), message.get("params", {})
        if "id" in message:
            self._answers[message["id"]] = message
        elif method == "Network.requestWillBeSent":
            self._asked[told["requestId"]] = told["request"]["url"]
        elif method == "Network.loadingFailed" and told.get("blockedReason"):
            self._asked.pop(told["requestId"], None)  # the browser stopped it before it was sent
        elif method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Log.entryAdded":
            self.messages.append(told["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.messages.append(" ".join(str(word.get("value")) for word in told["args"]))
        elif method == "Runtime.exceptionThrown":
            self.messages.append(told["exceptionDetails"]["text"])

    @property
    def requests(self):
        """The addresses that the page asked for and was allowed to."""
        return list(self._asked.values())

    def open(self, path, width=1280, dark=False, script=True, place=""):
        """Open a file or an address in a window of some width, light or dark, with or without JavaScript."""
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self.resize(width)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.send("Emulation.setEmulatedMedia", features=[scheme, still])
        self._navigate("about:blank")
        self._asked.clear()
        self.messages.clear()
        self._navigate((path if str(path).startswith("http:") else pathlib.Path(path).as_uri()) + place)

    def resize(self, width):
        """Give the window another width in CSS pixels; phones are taller than wide."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=False)

    def _navigate(self, address):
        self._loaded = False
        self.send("Page.navigate", url=address)
        self._wait(lambda: self._loaded)

    def evaluate(self, expression):
        """The value of a JavaScript expression in the page; promises are waited for."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key, times=1):
        """Press a key, as a person without a mouse would."""
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        code = KEYS.get(key, ord(key[0].upper()))
        for _ in range(times):
            for kind in ("keyDown", "keyUp"):
                event = {"type": kind, "key": key, "windowsVirtualKeyCode": code}
                self.send("Input.dispatchKeyEvent", **event, **({"text": text} if text and kind == "keyDown" else {}))

    def photograph(self, path, whole=False):
        """Save what the window shows, or the whole page, as a PNG."""
        picture = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        pathlib.Path(path).write_bytes(base64.b64decode(picture["data"]))
