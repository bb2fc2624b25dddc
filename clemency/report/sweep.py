"""The command behind `make sweep`: every file of parameters/ as a report of its own, and a page that lists them."""

import concurrent.futures
import csv
import json
import os
import subprocess
import sys

from clemency.chronology.wording import describe_date
from clemency.report.pages import write_page
from clemency.report.project import find_root
from clemency.report.run import say
from clemency.report.staging import finish_all
from clemency.report.words import count

PAGE = "reports/index.html"
PROGRESS = ("clemency: read ", "clemency: ran ", "clemency: changed since ")


def main(arguments):
    """Build every report, as many at a time as there are processors, and list them; one that fails stops no other.

    Returns 0 if all were built, 1 if one was not, 2 for wrong usage.
    """
    if arguments:
        print("usage: python -m clemency sweep", file=sys.stderr)
        return 2
    root = find_root()
    finish_all(root, say)
    files = sorted((root / "parameters").glob("*.yaml"), key=lambda file: (file.stem != "default", file.stem))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(build_one, root, file): file.stem for file in files}
        for done in concurrent.futures.as_completed(running):
            say(f"{running[done]}: {done.result() or 'built'}")
    failures = {stem: future.result() for future, stem in running.items() if future.result()}
    write_index(root, failures)
    say(f"built {len(files) - len(failures)} of {count(len(files), 'report')}; {PAGE} lists them")
    return 1 if failures else 0


def build_one(root, file):
    """Build the report of a parameter file in a process of its own; returns what went wrong, or nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "clemency", "report", f"parameters/{file.name}"],
        cwd=root, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if not done.returncode:
        return ""
    said = [line.removeprefix("clemency: ") for line in done.stderr.splitlines() if not line.startswith(PROGRESS)]
    return " ".join(" ".join(said).replace(f"{root}/", "").split()) or f"ended with status {done.returncode}"


def write_index(root, failures):
    """The page that lists the reports that stand here, in the order of their names, and those that failed."""
    stems = sorted(path.stem for path in (root / "parameters").glob("*.yaml") if path.stem != "default")
    reports = [describe_report(root, name) for name in ("", *stems) if _find_package(root, name).exists()]
    failed = [{"name": stem, "message": failures[stem]} for stem in sorted(failures)]
    write_page(root / PAGE, "index.html.j2", title="Reports", reports=reports, failed=failed)


def _find_package(root, name):
    return root / "reports" / name / "data" / "datapackage.json"


def describe_report(root, name):
    """A report that stands here: its title and window, how much it rests on, and where its files are."""
    package = json.loads(_find_package(root, name).read_text(encoding="utf-8"))
    parameters = package["parameters"]
    first, last = parameters["date_from"], parameters["date_to"]
    counts = {}
    for table in ("documents", "claims", "events"):
        with (_find_package(root, name).parent / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            counts[table] = sum(1 for _ in csv.reader(lines)) - 1
    return {
        "name": name or "default",
        "title": parameters["title"],
        "language": parameters["language"],
        "folder": f"{name}/" if name else "",
        "window": describe_date(f"{first or '..'}/{last or '..'}") if first or last else "no limit",
        "kinds": ", ".join(kind.replace("_", " ") for kind in parameters["kinds"]) or "all",
        **counts,
    }
