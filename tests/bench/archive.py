"""Claims of a made-up archive, beside the least that any program could do: read it, decode it, search it once."""

import functools
import shutil
import subprocess
import sys
import time

import psutil

from bench.corpus import write_archive
from bench.measuring import Case

ROUNDS = 3
FLOOR = "the floor: read, decode, one compiled search"
YARDSTICKS = (FLOOR,)
MIXED, RELEVANT = 20_000, 4_000
_PAUSE = 0.2  # seconds: asking for the memory takes time from what is measured
_LOOP = """
import json, sys
{before}
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        text = json.loads(line)["text"]
        {each}
"""
_SEARCH = _LOOP.format(
    before="import re; search = re.compile('prison|pardon|amnest|помил|амнист|заключ|памілав|амніст|зняволен').search",
    each="search(text.lower())",
)
_TEST = _LOOP.format(before="from clemency.claims.scope import can_hold_claims", each="can_hold_claims(text)")


def list_cases(folder):
    """The floor, the cheap test alone, and the command with one and with two workers; then where all is relevant."""
    mixed = write_archive(folder / "mixed.jsonl", MIXED, share=0.05)
    relevant = write_archive(folder / "relevant.jsonl", RELEVANT, share=1)
    loops = [(FLOOR, _SEARCH), ("the cheap test alone", _TEST)]
    return [
        *(_make_case(name, [sys.executable, "-c", loop, mixed], folder, MIXED) for name, loop in loops),
        claims_case("claims, 5 % about pardons, 1 worker", mixed, folder, 1, MIXED),
        claims_case("claims, 5 % about pardons, 2 workers", mixed, folder, 2, MIXED),
        claims_case("claims, all about pardons, 1 worker", relevant, folder, 1, RELEVANT),
        claims_case("claims, all about pardons, 2 workers", relevant, folder, 2, RELEVANT),
    ]


def claims_case(name, archive, folder, workers, documents):
    """The command that writes the claims of an archive of so many documents into a folder, which it finds empty."""
    words = ["-m", "clemency", "claims", archive, "--out", folder / "out", "--workers", str(workers)]
    return _make_case(name, [sys.executable, *words], folder, documents)


def _make_case(name, words, folder, documents):
    return Case(name, functools.partial(run_measured, words, folder), lambda: _empty(folder), documents=documents)


def _empty(folder):
    shutil.rmtree(folder / "out", ignore_errors=True)


def run_measured(words, folder):
    """Run a command; returns the peak memory of all its processes together, in bytes, and fails if it fails.

    What processes share is counted for each of them, so that the true peak is lower.
    """
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen([str(word) for word in words], cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        whole, peak = psutil.Process(process.pid), 0
        while process.poll() is None:
            peak = max(peak, _sum_memory(whole))
            time.sleep(_PAUSE)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}: {(folder / 'said').read_text(errors='replace')[-2000:]}")
    return peak


def _sum_memory(whole):
    total = 0
    for one in (whole, *_list_children(whole)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def _list_children(whole):
    try:
        return whole.children(recursive=True)
    except psutil.NoSuchProcess:
        return []
