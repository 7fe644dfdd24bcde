"""Private copies of a file, made with its journal, on which everything doubtful is tried."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from storage.errors import FileFull, FileUnreadable, NoRoomForCopy, problem_of, told_plainly

COPY_NAME = "copy.cpw"
_ATTEMPTS = 5


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take back an unfinished commit."""
    return path.with_name(f"{path.name}-journal")


def real_path(path: Path) -> Path:
    """Return the file that a link leads to, as the journal and the lock lie beside that one."""
    # os.path, which knows an answer for names that are too long and for links in a circle, where pathlib raises
    return Path(os.path.realpath(path)) if os.path.islink(path) else path.absolute()  # noqa: PTH114


@contextlib.contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """Lend a copy of a file and its journal in a folder of its own, gone afterwards."""
    folder = private_folder(path)
    try:
        yield copied_into(path, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def private_folder(path: Path) -> Path:
    """Make a folder that only this user can look into, for copies of `path`; the caller removes it."""
    try:
        return Path(tempfile.mkdtemp(prefix="workbook-"))
    except OSError as error:
        raise NoRoomForCopy(path) from error


def copied_into(path: Path, folder: Path) -> Path:
    """Copy a file with its journal; again, when somebody wrote to it meanwhile."""
    target = folder / COPY_NAME
    with told_plainly(path):
        for _ in range(_ATTEMPTS):
            before = _state(path)
            try:
                _copy(path, target)
            except PermissionError:
                raise FileUnreadable(path) from None
            except OSError as error:
                if isinstance(problem_of(error, path), FileFull):
                    raise NoRoomForCopy(path) from error
                raise
            if _state(path) == before:
                break
    return target


def _copy(path: Path, target: Path) -> None:
    """The journal first: its pages heal a file that was written to after it was copied."""
    journal_of(target).unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError):
        shutil.copyfile(journal_of(path), journal_of(target))
    shutil.copyfile(path, target)


def _state(path: Path) -> tuple[tuple[int, int], ...]:
    states = []
    for file in (path, journal_of(path)):
        with contextlib.suppress(FileNotFoundError):
            status = file.stat()
            states.append((status.st_mtime_ns, status.st_size))
    return tuple(states)
