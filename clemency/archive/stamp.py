"""The hash of all that decides what is read, so that claims of other rules are never taken for those of today's."""

import functools
import hashlib
import importlib.metadata
import pathlib
import unicodedata

import clemency

_STAGES = ("documents", "claims", "lexicon", "archive")
_TABLE = "table.py"  # how rows are made and written
_LIBRARIES = ("trafilatura", "htmldate", "lxml", "pypdf")  # take the text out of pages and of PDF


@functools.lru_cache
def hash_rules():
    """SHA-256 of the code and words that read documents, and the versions of what takes texts out of files."""
    root = pathlib.Path(clemency.__file__).parent
    files = [
        root / _TABLE,
        *(file for stage in _STAGES for file in (root / stage).rglob("*")),
    ]
    total = hashlib.sha256(f"Unicode {unicodedata.unidata_version}\n".encode())
    for name in _LIBRARIES:
        total.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    for file in sorted(file for file in files if file.suffix in (".py", ".yaml")):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{file.relative_to(root).as_posix()} {digest}\n".encode())
    return total.hexdigest()
