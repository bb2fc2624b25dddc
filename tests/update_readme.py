"""Write the scores and the output of commands into the READMEs, as test_readme.py checks them."""

import pathlib
import re
import subprocess

import scoring

README = pathlib.Path(__file__).parent.parent / "README.md"
SETS_README = scoring.TESTS / "sets" / "README.md"


def rerun_commands(text):
    """The README with today's outputs."""

    def rerun(match):
        command = match.group(1)
        if not command.startswith(("python", "make help")):
            return match.group(0)
        program = command.replace("python", ".venv/bin/python", 1) if command.startswith("python") else command
        done = subprocess.run(program, shell=True, cwd=README.parent, capture_output=True, text=True, check=True)
        return f"```console\n$ {command}\n{done.stdout}```"

    return re.sub(r"```console\n\$ ([^\n]*)\n(?:.*?)```", rerun, text, flags=re.DOTALL)


def replace_scores(text, table):
    """The text with another table of scores."""
    between = r"(<!-- scores -->\n).*?(<!-- end of scores -->)"
    return re.sub(between, lambda match: match.group(1) + table + match.group(2), text, flags=re.DOTALL)


if __name__ == "__main__":
    scores = scoring.score_sets()
    for path, shown in ((README, scoring.sum_up(scores)), (SETS_README, scores)):
        text = replace_scores(path.read_text(encoding="utf-8"), scoring.format_table(shown))
        path.write_text(rerun_commands(text), encoding="utf-8")
