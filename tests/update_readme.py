"""Write the scores and the output of commands into the README, as test_readme.py checks them."""

import pathlib
import re
import subprocess

import scoring

README = pathlib.Path(__file__).parent.parent / "README.md"


def update(text):
    """The README with today's scores and outputs."""

    def rerun(match):
        command = match.group(1)
        if not command.startswith(("python", "make help")):
            return match.group(0)
        program = command.replace("python", ".venv/bin/python", 1) if command.startswith("python") else command
        done = subprocess.run(program, shell=True, cwd=README.parent, capture_output=True, text=True, check=True)
        return f"```console\n$ {command}\n{done.stdout}```"

    text = re.sub(r"```console\n\$ ([^\n]*)\n(?:.*?)```", rerun, text, flags=re.DOTALL)
    return re.sub(
        r"(<!-- scores -->\n).*?(<!-- end of scores -->)",
        lambda m: m.group(1) + scoring.format_table() + m.group(2),
        text,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    README.write_text(update(README.read_text(encoding="utf-8")), encoding="utf-8")
