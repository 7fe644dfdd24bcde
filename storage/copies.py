"""Private copies of a file, made with its journal, on which everything doubtful is tried."""

import contextlib
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


@contextlib.contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """Lend a copy of a file and its journal in a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        yield copied_into(path, Path(folder))


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
