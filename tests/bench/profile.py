"""Where the time goes: of an archive, by timers within one worker, and of a build, by what it says as it goes on.

Each is set beside what would be done without our own: an archive of which every document is read closely, and the
notebooks by the commands of papermill, nbconvert and Chromium.
"""

import collections
import functools
import importlib
import json
import subprocess
import sys
import time

from bench.archive import MIXED, RELEVANT
from bench.build import NO_CHROMIUM, OURS, PLAIN, Project, list_notebooks, print_page
from bench.corpus import write_archive
from bench.measuring import run_command

SHRUNK = 2  # times smaller than the archives of bench.archive
# What is timed, by module and function; what one part does within another counts for itself alone.
PARTS = {
    "JSON in": ["archive.read:_parse", "archive.read:check_entry"],
    "the cheap test": ["archive.read:can_hold_claims"],
    "zones, sentences, day": ["archive.read:part_document"],
    "words and phrases": ["claims.state:Text"],
    "dates": ["claims.read:find_dates", "claims.read:settle_date"],
    "who speaks": ["claims.read:find_voices", "claims.read:settle_source", "claims.read:hear_voice"],
    "numbers": ["claims.read:find_numbers", "claims.read:keep_counts"],
    "what numbers count": ["claims.read:read_numbers"],
    "the rest of reading claims": ["archive.read:read_claims"],
    "rows as JSON": ["archive.read:_write_lines"],
    "merging, Parquet": ["archive.run:merge_part"],
}
REST = "start, imports, lexicon"
STEPS = {"read ": "start, documents", "ran ": "kernels and cells", "built ": "HTML and PDF"}


def make_tables(folder, say):
    """The two profiles as Markdown."""
    return f"{profile_archives(folder, say)}\n{profile_builds(folder, say)}"


def profile_archives(folder, say):
    """Milliseconds a document, and their share, of each part of an archive's run."""
    columns = {}
    for name, size, share, closely in (
        ("5 % about pardons, all read closely", MIXED, 0.05, True),
        ("5 % about pardons", MIXED, 0.05, False),
        ("all about pardons", RELEVANT, 1, False),
    ):
        archive = write_archive(folder / "archive.jsonl", size // SHRUNK, share)
        out = folder / f"out-{len(columns)}"
        words = [sys.executable, "-m", "bench.profile", archive, out, str(int(closely))]
        said = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True)
        parts = json.loads(said.stdout.splitlines()[-1])
        columns[name] = {part: 1000 * seconds / (size // SHRUNK) for part, seconds in parts.items()}
        say(f"profile of an archive, {name}: {sum(parts.values()):.2f} s")
    return format_profile(columns, [*PARTS, REST], "ms a document")


def profile_builds(folder, say):
    """Seconds, and their share, of each part of a build."""
    project = Project(folder / "project")
    columns = {} if NO_CHROMIUM else {PLAIN: time_plain_commands(project.root, folder / "plain")}
    columns["this build"] = time_build(project)
    for name, parts in columns.items():
        say(f"profile of a build, {name}: {sum(parts.values()):.2f} s")
    return format_profile(columns, list(STEPS.values()), "seconds")


def time_plain_commands(root, target):
    """The seconds of the steps of the plain commands; what papermill says that notebooks took is that of kernels."""
    target.mkdir()
    parts = collections.Counter()
    for notebook in list_notebooks(root):
        done = target / notebook.name
        seconds = _time(run_command, [OURS / "papermill", "--no-progress-bar", notebook, done], root)
        ran = json.loads(done.read_text(encoding="utf-8"))["metadata"]["papermill"]["duration"]
        parts["start, documents"] += seconds - ran
        parts["kernels and cells"] += ran
        parts["HTML and PDF"] += _time(run_command, [OURS / "jupyter", "nbconvert", "--to", "html", done], root)
        parts["HTML and PDF"] += _time(print_page, done.with_suffix(".html"), root)
    return parts


def _time(function, *arguments):
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


def time_build(project):
    """The seconds of the steps of a build from nothing, each up to the last line that it says."""
    project.start_again()
    parts, last = collections.Counter(), time.perf_counter()
    words = ["make", "--no-print-directory", "report"]
    with subprocess.Popen(words, cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        for line in process.stderr:
            now, said = time.perf_counter(), line.decode().removeprefix("clemency: ")
            for opening, part in STEPS.items():
                if said.startswith(opening):
                    parts[part] += now - last
                    last = now
    if process.returncode or len(parts) != len(STEPS):
        raise RuntimeError(f"make report: exit status {process.returncode}")
    return parts


def format_profile(columns, parts, unit):
    """A Markdown table of parts with their amounts and shares, one column a run."""
    lines = [f"| {unit} | {' | '.join(columns)} |", f"| --- |{' ---: |' * len(columns)}"]
    totals = {name: sum(amounts.values()) for name, amounts in columns.items()}
    for part in parts:
        amounts = [(columns[name].get(part, 0), totals[name]) for name in columns]
        lines.append(f"| {part} | {' | '.join(f'{amount:.2f} ({amount / all:.0%})' for amount, all in amounts)} |")
    lines.append(f"| in all | {' | '.join(f'{total:.2f}' for total in totals.values())} |")
    return "\n".join(lines) + "\n"


class Stopwatch:
    """The seconds of each part, without those of the parts within it."""

    def __init__(self):
        self.seconds, self._running, self._since = collections.Counter(), [REST], time.perf_counter()

    def _switch(self):
        now = time.perf_counter()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def watch(self, part, function):
        """A function that does the same, and whose time counts for a part."""

        @functools.wraps(function, updated=())
        def watched(*arguments, **named):
            self._switch()
            self._running.append(part)
            try:
                return function(*arguments, **named)
            finally:
                self._switch()
                self._running.pop()

        return watched

    def stop(self):
        """The seconds of all parts."""
        self._switch()
        return dict(self.seconds)


def main(archive, out, closely):
    """Read an archive in this process, and print the seconds of its parts as JSON."""
    watch = Stopwatch()
    commands, read = (importlib.import_module(f"clemency.{name}") for name in ("commands", "archive.read"))
    for part, places in PARTS.items():
        for module, name in (place.split(":") for place in places):
            owner = importlib.import_module(f"clemency.{module}")
            setattr(owner, name, watch.watch(part, getattr(owner, name)))
    if int(closely):
        read.can_hold_claims = lambda *_: True
    if commands.main(["claims", archive, "--out", out, "--workers", "1"], []):
        sys.exit("the archive could not be read")
    print(json.dumps(watch.stop()))


if __name__ == "__main__":
    main(*sys.argv[1:])
