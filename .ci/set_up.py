"""Sets up .venv with the packages that a list pins, unless it has them; makes that begin together wait in turn.

Usage: set_up.py LIST STAMP. The stamp holds the hash of what was set up: a list that was only touched changes nothing.
"""

import fcntl
import hashlib
import os
import pathlib
import subprocess
import sys

OLDEST = (3, 11)
VENV = pathlib.Path(".venv")
PIP = [str(VENV / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]


def main(packages, stamp):
    """Set up, and stamp; returns the exit status."""
    if sys.version_info < OLDEST:
        print("Python 3.11 or newer is needed, and this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12")
        return 1
    VENV.mkdir(exist_ok=True)
    handle = os.open(str(VENV), os.O_RDONLY)
    try:  # the system lets go by itself if this process ends in another way
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another make is setting up .venv; waiting for it", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        return install(packages, stamp)
    finally:
        os.close(handle)


def install(packages, stamp):
    """Install a list unless the stamp says that this was done; returns the exit status."""
    wanted = hashlib.sha256(b"\0".join(path.read_bytes() for path in (packages, pathlib.Path("pyproject.toml"))))
    if not stamp.exists() or stamp.read_text() != wanted.hexdigest():
        for command in list_commands(packages):
            if subprocess.call(command):
                return 1
    stamp.write_text(wanted.hexdigest())
    return 0


def list_commands(packages):
    """What installs a list; with that of the project goes a new .venv, and the project itself."""
    listed = [*PIP, "--require-hashes", "-r", str(packages)]
    if packages.parent.name:
        return [listed]
    return [[sys.executable, "-m", "venv", str(VENV)], listed, [*PIP, "--no-deps", "--no-build-isolation", "-e", "."]]


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
