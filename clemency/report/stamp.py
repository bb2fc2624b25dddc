"""What a report was built from, by content: whether it still stands so is told from bytes, never from times.

The stamp lies in the report's folder and is the same on every machine. Imports little: when there is nothing to be
done, this is all that runs.
"""

import hashlib
import os
import pathlib

from clemency.report.project import choose_name, find_building, list_folders, list_made

STAMP = "built-from.txt"
CODE = pathlib.Path(__file__).parents[1]


def describe_sources(root, folder, path, words):
    """What a report rests on, {what: SHA-256}; `words` are parameters beside the file at `path`, as NAME=value."""
    return {
        "code": hash_folder(CODE),
        "documents": hash_documents(root / folder),
        "notebooks": hash_files(root, sorted((root / "notebooks").glob("*.ipynb"))),
        "packages": hash_files(root, [root / "requirements.txt"]),
        "parameters": _hash_parameters(path, words),
    }


def write_stamp(staging, name, folder, sources):
    """Write the stamp of a report whose other files lie in `staging`: its sources, their folder, and its own bytes."""
    report = hash_files(staging, [staging / file for file in list_made(staging, name)])
    lines = {**sources, "folder": folder, "report": report}
    text = "".join(f"{what}: {value}\n" for what, value in lines.items())
    (list_folders(staging, name)[0] / STAMP).write_text(text, encoding="utf-8", newline="")


def find_changes(root, path, words):
    """What is no longer as it was when the report of these parameters was built: words of its stamp.

    Nothing if the report stands as it was built; None if that cannot be told without a build.
    """
    given = dict(word.partition("=")[::2] for word in words)
    chosen = given.pop("NAME", None)
    name = choose_name(path, {word.lower(): value for word, value in given.items()}, chosen)
    if name is None or chosen == "" or find_building(root, name).exists():
        return None
    try:
        stamp = _read_stamp(list_folders(root, name)[0] / STAMP)
        sources = describe_sources(root, stamp["folder"], path, words)
        stands = [root / file for file in list_made(root, name) if file.name != STAMP]
        sources["report"] = hash_files(root, stands)
    except (OSError, ValueError, KeyError):
        return None
    return [what for what, digest in sources.items() if stamp.get(what) != digest]


def _read_stamp(path):
    """A stamp as {what: value}."""
    return dict(line.split(": ", 1) for line in path.read_text(encoding="utf-8").splitlines())


def hash_files(root, files):
    """One hash over files by their names from `root` and their contents; one that is missing counts as such."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(root).as_posix()}\0{_hash_file(file)}\n".encode())
    return digest.hexdigest()


def hash_folder(folder, parts=("",)):
    """One hash over all files of a folder, or of some parts of it, in the order of their names."""
    files = {file for part in parts for file in [folder / part, *(folder / part).rglob("*")] if file.is_file()}
    named = {file.relative_to(folder).as_posix(): file for file in files}
    return hash_files(folder, [named[name] for name in sorted(named) if not _is_passing(named[name])])


def _is_passing(file):
    """Whether a file comes and goes by itself: compiled code, drafts, and what editors leave."""
    return "__pycache__" in file.parts or file.name.startswith(".")


def hash_documents(folder):
    """One hash over what lies in the folder of the documents: their names, contents, and links that lead out of it.

    A folder of claims, which has a manifest, counts with all of its parts.
    """
    if (folder / "manifest.json").is_file():
        return hash_folder(folder)
    digest = hashlib.sha256()
    inside = f"{os.path.realpath(folder)}{os.sep}"
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith(".") or not (entry.is_file() or pathlib.PurePath(entry.name).suffix):
            continue
        leads_out = entry.is_symlink() and not os.path.realpath(entry.path).startswith(inside)
        content = "elsewhere" if leads_out else _hash_file(pathlib.Path(entry.path))
        digest.update(f"{os.fsencode(entry.name)!r}\0{content}\n".encode())
    return digest.hexdigest()


def _hash_parameters(path, words):
    """A hash of a parameter file and of what is given beside it, in any order; the report's name is none of it."""
    digest = hashlib.sha256(path.read_bytes())
    for word in sorted(word for word in words if not word.startswith("NAME=")):
        digest.update(f"\0{word}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _hash_file(file):
    """The hash of a file's bytes, or a word for what is no file or cannot be read."""
    if not file.is_file():  # a pipe would keep whoever opens it waiting
        return "no file"
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except PermissionError:
        return "closed"
