"""A report is made in a folder of its own beside its place, and put in place only when all of it is there."""

import contextlib
import fcntl
import json
import os
import shutil
import signal

from clemency.report.project import PREFIX, find_building, list_folders, list_made

_LIST = "files.json"
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StagingError(Exception):
    """A finished report that could not be put in place; the next build goes on from where this one stopped."""


@contextlib.contextmanager
def stage_report(root, name, say):
    """A folder that stands for the root of the project; leaving it without an error puts its files in place.

    Another build of the same report waits for its turn, and `say` tells so. What a build that was killed left
    behind is finished if it was complete, and taken away if not.
    """
    folder = find_building(root, name)
    with _hold(folder, say):
        _clear(folder, root, name)
        made = folder / "made"
        try:
            for target in list_folders(made, name):
                target.mkdir(parents=True)
            yield made
            _write_list(made)
            _drop_unchanged(made, root)
            made.rename(folder / "ready")
        except BaseException:
            shutil.rmtree(folder)
            raise
        _clear(folder, root, name)
        folder.rmdir()


def finish_earlier(root, name, say):
    """Put in place what an earlier build of a report had finished when it was killed, or wait for one that goes on.

    Returns whether there was one.
    """
    folder = find_building(root, name)
    if not folder.exists():
        return False
    with _hold(folder, say):
        _clear(folder, root, name)
        folder.rmdir()
    return True


def finish_all(root, say):
    """Put in place whatever builds that were killed had finished, and wait for those that go on."""
    for folder in sorted((root / "reports").glob(f"{PREFIX}*")):
        name = folder.name.removeprefix(PREFIX)
        finish_earlier(root, "" if name == "default" else name, say)


@contextlib.contextmanager
def _hold(folder, say):
    """Keep a folder to oneself; the system lets go of it by itself if the process ends in any way."""
    handle = None
    while handle is None:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # taken away by the build that had it
            handle = _lock(folder, say)
    try:
        yield
    finally:
        os.close(handle)


def _lock(folder, say):
    """The open folder, locked; None if the build that had it took it away meanwhile."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("another make is building this report; waiting for it")
        fcntl.flock(handle, fcntl.LOCK_EX)
    if folder.exists() and os.path.samestat(os.fstat(handle), folder.stat()):
        return handle
    os.close(handle)
    return None


def _write_list(made):
    """The files that were made, as paths from the root."""
    files = [path.relative_to(made).as_posix() for path in sorted(made.rglob("*")) if path.is_file()]
    (made / _LIST).write_text(json.dumps(files), encoding="utf-8")


def _drop_unchanged(made, root):
    """Take away what stands in its place already: the fewer files are moved, the sooner that is done."""
    for file in made.rglob("*"):
        place = root / file.relative_to(made)
        if file.is_file() and place.is_file() and file.read_bytes() == place.read_bytes():
            file.unlink()


def _clear(folder, root, name):
    """Empty the folder of a build, after putting in place what it had ready."""
    ready = folder / "ready"
    if ready.exists():
        try:
            _move_files(ready, root, name)
        except OSError as error:
            raise StagingError(f"the report is made, but cannot be put in place: {error}") from None
        ready.rename(folder / "emptied")  # in one step, so that a half-deleted folder is never taken for a ready one
    for left in folder.iterdir():
        shutil.rmtree(left)


def _move_files(ready, root, name):
    """Move every file to its place, and take away what an earlier report had and this one has not.

    Signals that ask to stop are kept back meanwhile: it takes a few thousandths of a second. What even then is cut off
    is gone on with by the next command that reads or makes reports.
    """
    files = json.loads((ready / _LIST).read_text(encoding="utf-8"))
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        for file in files:
            if (ready / file).exists():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (ready / file).replace(root / file)
        for file in list_made(root, name):
            if file.as_posix() not in files:
                (root / file).unlink()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)
