"""Where the parts of a project lie, and what a report is called; imports little, since every command begins here."""

import pathlib

NOTEBOOKS = ("1-documents", "2-chronology", "3-comparison")
DEFAULT = "parameters/default.yaml"
PATTERNS = (
    "*.ipynb", "report.html", "report.pdf", "ro-crate-metadata.json", "built-from.txt",
    "data/*.csv", "data/*.json", "data/*.jsonld", "*.svg", "*.png",
)  # fmt: skip
PREFIX = ".building-"


class ParameterError(ValueError):
    """A parameter that cannot be: the message names the file, the parameter, and what would do."""


def find_root(start=None):
    """The project folder: the nearest one, from `start` or here upward, that holds pyproject.toml."""
    here = pathlib.Path(start or pathlib.Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "pyproject.toml").is_file():
            return folder
    raise ParameterError(f"no project here: neither {here} nor a folder above it holds pyproject.toml")


def part_words(arguments):
    """The parameter file, None for the default one, and the `NAME=value` words of a command; None for wrong usage."""
    words = [word for word in arguments if "=" in word]
    files = [word for word in arguments if "=" not in word]
    if len(files) > 1 or any(word.startswith("-") for word in files):
        return None
    return (pathlib.Path(files[0]) if files else None), words


def choose_name(path, changed, given=None):
    """The name of a report, "" for the default one: the `given` one, else that of its parameter file.

    `changed` are the parameters given beside the file, {name: value}: they make another report, and the name is None
    if none is given. Only a report that shortens names may do without: it is named after that.
    """
    stem = "" if path.stem == "default" else path.stem
    if given is None and set(changed) == {"privacy"}:  # the same report, and never in place of the one with names
        return "-".join(filter(None, [stem, changed["privacy"]]))
    return given if given is not None or changed else stem


def list_folders(root, name):
    """The two folders that a report lives in: its pages and data, and its figures."""
    return root / "reports" / name, root / "figures" / name


def find_building(root, name):
    """The folder that a report is made in before it is put in place."""
    return root / "reports" / f"{PREFIX}{name or 'default'}"


def list_made(root, name):
    """Every file of a report that stands in its place, as paths from the root of the project."""
    made = {path for folder in list_folders(root, name) for pattern in PATTERNS for path in folder.glob(pattern)}
    return sorted(path.relative_to(root) for path in made)
