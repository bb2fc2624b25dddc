"""Cases run in turns, and the table of their times and ratios."""

import dataclasses
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable


@dataclasses.dataclass
class Case:
    """One thing to be timed.

    `run` does it once, and may return the peak of its memory in bytes; `prepare` comes before each turn and is not
    timed; `documents` is how many it reads, if it reads any; `missing` says why it cannot be run here.
    """

    name: str
    run: Callable[[], int | None] = lambda: None
    prepare: Callable[[], object] = lambda: None
    documents: int = 0
    missing: str = ""


@dataclasses.dataclass
class Run:
    """One turn of a case: its seconds, and the peak of its memory in bytes if that is known."""

    seconds: float
    memory: int | None


def run_command(words, folder, **environment):
    """Run a command in a folder; returns the peak of its memory in bytes, and raises RuntimeError if it fails."""
    process = subprocess.Popen(
        [str(word) for word in words], cwd=folder, env={**os.environ, **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    with process.stderr as stream:
        said = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}: {said.decode(errors='replace')[-2000:]}")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def take_turns(cases, rounds, say):
    """The runs of every case that can be run here, {name: [Run]}, one case after the other in each round."""
    runs = {case.name: [] for case in cases if not case.missing}
    for number in range(1, rounds + 1):
        for case in cases:
            if case.missing:
                continue
            case.prepare()
            started = time.perf_counter()
            memory = case.run()
            runs[case.name].append(Run(time.perf_counter() - started, memory))
            say(f"round {number} of {rounds}: {case.name}: {runs[case.name][-1].seconds:.2f} s")
    return runs


def format_table(cases, runs, yardsticks):
    """The runs as a Markdown table: medians, and ratios to each yardstick, taken round by round, with their range."""
    shown = [case for case in cases if case.name in runs]
    yardsticks = [name for name in yardsticks if name in runs]
    has_rates = any(case.documents for case in shown)
    has_memory = any(run.memory for turns in runs.values() for run in turns)
    header = ["", "seconds", *(f"times {name}" for name in yardsticks)]
    header += ["documents a second (at best)"] * has_rates + ["peak memory"] * has_memory
    lines = [f"| {' | '.join(header)} |", f"| --- |{' ---: |' * (len(header) - 1)}"]
    for case in shown:
        turns = runs[case.name]
        seconds, best = (choose(run.seconds for run in turns) for choose in (statistics.median, min))
        cells = [case.name, f"{seconds:.2f}", *(_format_ratio(turns, runs[name]) for name in yardsticks)]
        rates = f"{case.documents / seconds:,.0f} ({case.documents / best:,.0f})" if case.documents else ""
        cells += [rates] * has_rates
        cells += [_format_memory(turns)] * has_memory
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", *(f"Not measured: {case.name}, {case.missing}." for case in cases if case.missing)]
    return "\n".join(lines).rstrip() + "\n"


def _format_ratio(turns, others):
    """The median of the ratios, round by round, and their range."""
    if turns is others:
        return "1"
    ratios = sorted(run.seconds / other.seconds for run, other in zip(turns, others, strict=True))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


def _format_memory(turns):
    """The highest peak, in millions of bytes."""
    peaks = [run.memory for run in turns if run.memory]
    return f"{max(peaks) / 1e6:,.0f} MB" if peaks else ""
