"""Putting a finished document on the disk: whole, or not at all."""

import contextlib
import os
import shutil
from itertools import chain
from pathlib import Path

from workbook.identity import new_id

_MOST_COPIES = 1_000


class NotWritten(Exception):  # noqa: N818 - what happened to the user's file, in one sentence
    """A document could not be put where it was wanted; what stood there before is still there."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target, then replace it; raise `NotWritten` with a sentence that says what to do."""
    temporary = path.with_name(f".{new_id()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):  # who may read what is replaced may read what replaces it
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {_reason(error)}") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def free_path(folder: Path, name: str, content: bytes) -> Path:
    """Return where a document may stand without replacing another: a path that is free, or holds the very same."""
    first = folder / name
    numbered = (first.with_name(f"{first.stem} ({number}){first.suffix}") for number in range(2, _MOST_COPIES))
    for path in chain((first,), numbered):
        try:
            if not path.exists() or (path.is_file() and path.read_bytes() == content):
                return path
        except OSError as error:
            raise NotWritten(f"{path} could not be written: {_reason(error)}") from error
    raise NotWritten(f"{first} is there already, and so are many others of this name; choose another folder.")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the folder does not exist; make it or choose another."
    if isinstance(error, PermissionError):
        return "this folder or file may not be changed, or the file is open in another program."
    if isinstance(error, IsADirectoryError):
        return "a folder has this name; choose another name."
    return f"{(error.strerror or 'unknown reason').lower()}; choose another place."
