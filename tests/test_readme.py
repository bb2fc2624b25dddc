"""The README shows what the commands really print, and the scores that the labelled texts really give."""

import os
import pathlib
import re
import subprocess
import sys

import pytest
import scoring

ROOT = pathlib.Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    block
    for block in re.findall(r"```console\n\$ (.*?)```", README, re.DOTALL)
    if block.startswith(("python", "make help"))
]


@pytest.mark.parametrize("block", COMMANDS, ids=lambda block: block.splitlines()[0][:40])
def test_commands_print_what_the_readme_shows(block):
    """Each command shown with output gives that output."""
    command, _, shown = block.partition("\n")
    command = command.replace("python", sys.executable, 1) if command.startswith("python") else command
    # `make test` runs this test, and a make within a make says more than one that a reader types
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == shown


def test_the_readmes_show_the_scores_of_today():
    """The table of all sets is what `make score` prints; the README sums it up."""
    scores = scoring.score_sets()
    of_sets = (ROOT / "tests" / "sets" / "README.md").read_text(encoding="utf-8")
    for text, shown in ((README, scoring.sum_up(scores)), (of_sets, scores)):
        table = re.search(r"<!-- scores -->\n(.*?)<!-- end of scores -->", text, re.DOTALL).group(1)
        assert table == scoring.format_table(shown)


def test_every_file_that_the_readme_names_is_there():
    """Links within the project lead somewhere."""
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
