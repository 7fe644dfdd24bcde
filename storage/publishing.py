"""Putting a finished file under its name: whole, durable, and never over somebody else's."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from storage.connections import refuse_long_name
from storage.copies import journal_of
from storage.errors import FileExists, FolderMissing, told_plainly
from workbook.identity import new_id


@contextlib.contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Lend a temporary name beside `path`; what stands there at the end takes the name, unless something went wrong."""
    refuse_long_name(path)
    with told_plainly(path):
        if not path.parent.is_dir():
            raise FolderMissing(path)
        if not replace and path.exists():
            raise FileExists(path)
        temporary = path.with_name(f".{new_id()}.part")
        temporary.touch(exist_ok=False)
    try:
        yield temporary
        with told_plainly(path):
            sync(temporary)
            if replace:
                with contextlib.suppress(FileNotFoundError):  # who may open what is replaced may open what replaces it
                    shutil.copymode(path, temporary)
                temporary.replace(path)
            else:
                _name_new(temporary, path)
            sync_folder(path.parent)
    finally:
        for left in (temporary, journal_of(temporary)):
            with contextlib.suppress(OSError):
                left.unlink()


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until a new or changed name is on the disk, where the system can say."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _name_new(temporary: Path, path: Path) -> None:
    """Give a file its name, failing where something has it by now."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileExists(path) from None
    except OSError:  # a file system without links
        if path.exists():
            raise FileExists(path) from None
        temporary.rename(path)
