"""The command behind `make diff`: what came, went or changed between two reports, as text and as a page."""

import os
import pathlib
import re
import subprocess
import sys

from clemency.report.differences import TABLES, compare_tables, is_plain, read_tables
from clemency.report.pages import write_page
from clemency.report.project import ParameterError, find_root
from clemency.report.run import say
from clemency.report.staging import finish_all
from clemency.report.words import count

USAGE = "usage: python -m clemency diff [A=HEAD] [B=default]   each the name of a report, or REVISION or REVISION:NAME"
SIGNS = {"came": "+", "went": "-", "changed": "~"}
PAGE = "reports/diff.html"
NOUNS = {"documents": "document", "claims": "claim", "events": "act", "comparisons": "pair of figures"}
PLURALS = {"comparisons": "pairs of figures"}


def main(arguments):
    """Compare the report A (what git has committed) with B (the default one that stands here).

    Prints the differences, and writes them as a page. Returns 0 done, 1 if a report is not there, 2 wrong usage.
    """
    given = dict(word.partition("=")[::2] for word in arguments)
    if set(given) - {"A", "B"} or not all("=" in word for word in arguments):
        print(USAGE, file=sys.stderr)
        return 2
    root, names = find_root(), (given.get("A") or "HEAD", given.get("B") or "default")
    finish_all(root, say)
    try:
        before, after = (read_tables(_open_data(root, name)) for name in names)
    except ParameterError as error:
        print(f"clemency: {error}", file=sys.stderr)
        return 1
    sections = list_sections(compare_tables(before, after))
    print(f"From {names[0]} to {names[1]}:\n" + "\n".join(write_lines(sections)))
    write_page(root / PAGE, "diff.html.j2", title=f"From {names[0]} to {names[1]}", sections=sections)
    print(f"clemency: the same as a page: {PAGE}", file=sys.stderr)
    return 0


def _open_data(root, name):
    """What reads a file of a report's data, from its folder or from git; ParameterError if there is no such report."""
    revision, _, report = name.rpartition(":")
    folder = pathlib.PurePosixPath("reports", "" if report == "default" else report, "data")
    if not revision and (root / folder / "claims.csv").exists():
        return lambda file: (root / folder / file).read_text(encoding="utf-8")
    if not revision:
        revision, folder = name, pathlib.PurePosixPath("reports", "data")
    if not re.fullmatch(r"[\w./~^@{}+-]+", revision) or revision.startswith("-"):
        raise ParameterError(f"{name!r} is neither a report here nor a revision of git")
    _show(root, revision, folder / "claims.csv", name)
    return lambda file: _show(root, revision, folder / file, name)


def _show(root, revision, path, name):
    """A file as a revision of git has it."""
    done = subprocess.run(
        ["git", "show", f"{revision}:./{path}"],
        cwd=root, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    if done.returncode:
        reports = sorted(path.parent.parent.name for path in root.glob("reports/*/data/claims.csv"))
        raise ParameterError(
            f"{name!r} is neither a report here ({', '.join(['default', *reports])}) nor a revision of git that holds "
            f"{path}"
        )
    return done.stdout.decode("utf-8")


def list_sections(differences):
    """The differences as one section a table; pairs that could never be compared are only counted."""
    sections = []
    for table in TABLES:
        rows = [difference for difference in differences if difference.table == table]
        plain = [difference for difference in rows if is_plain(difference)]
        tally = [
            f"{number:,} {what}"
            for what in ("came", "went", "changed")
            if (number := sum(difference.what == what for difference in rows))
        ]
        noun = count(len(rows), NOUNS[table], PLURALS.get(table))
        sections.append(
            {
                "title": table.capitalize(),
                "tally": f"{noun}: {', '.join(tally)}" if rows else "no difference",
                "rows": [difference for difference in rows if difference not in plain],
                "plain": f"{len(plain):,} of them cannot be compared, and are not listed" if plain else "",
            }
        )
    return sections


def write_lines(sections):
    """The sections as lines of text: + came, - went, ~ changed."""
    for section in sections:
        yield f"\n{section['title']}: {section['tally']}"
        for row in section["rows"]:
            yield f"  {SIGNS[row.what]} {row.title}"
            yield f"      {row.detail}"
            yield from (
                f"      {name}: {before or 'nothing'} -> {after or 'nothing'}" for name, before, after in row.changes
            )
        if section["plain"]:
            yield f"  ({section['plain']})"
