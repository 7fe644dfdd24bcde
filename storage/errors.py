"""What the world around a workbook file can do to us, each as one sentence with a way out.

Two families meet in this room. Problems of the environment (a full disk, a vanished drive, a second opener, a damaged
file) are `FileProblem`: the user reads the sentence and goes on. Everything else is our own mistake and goes up
unchanged. `TABLE` below decides which is which, by result code; no other place does.
"""

import contextlib
import datetime
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path


class FileProblem(Exception):  # noqa: N818 - what happened to the user's file, in one sentence
    """Something about the file or its surroundings that the user can do something about."""

    saying = "“{name}” could not be used; try again, or save a copy elsewhere."

    def __init__(self, path: Path, **values: str) -> None:
        self.path = path
        super().__init__(self.saying.format(name=path.name, folder=path.parent, **values))

    @property
    def sentence(self) -> str:
        return str(self)


class FileMissing(FileProblem):
    """There is nothing at this path."""

    saying = "There is no file “{name}” in {folder}; check the name, or look where it was moved to."


class FolderMissing(FileProblem):
    """The folder for a new file is not there."""

    saying = "The folder {folder} for “{name}” does not exist; make it, or choose another."


class FileExists(FileProblem):
    """A new file would replace one that is there."""

    saying = "“{name}” is already there; open it, or choose another name."


class FileFull(FileProblem):
    """No room is left."""

    saying = "There is no room left for “{name}”, so this was not kept; free some space on the disk and try again."


class NoRoomForCopy(FileFull):
    """A file is looked at in a private copy, and there is no room for one."""

    saying = "There is no room for a working copy of “{name}” in the temporary folder; free some space and try again."


class FileReadOnly(FileProblem):
    """The file or its folder may not be written."""

    saying = "“{name}” or its folder may not be changed; open it for reading only, or work on a copy elsewhere."


class FileUnreadable(FileProblem):
    """The file may not even be read."""

    saying = "“{name}” may not be read by you; ask its owner for access, or use another copy."


class FileBusy(FileProblem):
    """Another program has the file locked this very moment."""

    saying = "Another program is using “{name}” at this moment; try again when it has finished."


class FileVanished(FileProblem):
    """The file was moved, renamed or deleted, or its drive taken away, while it was open."""

    saying = (
        "“{name}” is no longer in {folder}, so this was not kept; bring the drive or the file back, "
        "or save a copy elsewhere."
    )


class DriveFailing(FileProblem):
    """Reading or writing failed below us."""

    saying = (
        "The drive with “{name}” did not do what was asked, so this was not kept; check it, or save a copy elsewhere."
    )


class ChangedElsewhere(FileProblem):
    """The file holds steps that were not written here."""

    saying = "“{name}” was changed by another program while it was open here; close it and open it again."


class RecordUnreadable(FileProblem):
    """A change touches a record that is shown locked."""

    saying = "This record of “{name}” cannot be read by this version, so it is not changed; update the program first."


class NameTooLong(FileProblem):
    """The path does not fit what the system or SQLite can name."""

    saying = "The path of “{name}” is too long for this system; use a shorter name, or a folder higher up."


class NotOurs(FileProblem):
    """The file is not a workbook."""

    saying = (
        "“{name}” is not a workbook of this program ({reason}); choose another file, or import it as a spreadsheet."
    )


class NoFile(NotOurs):
    """There is something at this path that can be no workbook, and no spreadsheet either."""

    saying = "“{name}” is not a workbook of this program ({reason}); choose another file."


class FileNewer(FileProblem):
    """A newer program wrote the file."""

    saying = "“{name}” was written by a newer version of this program (format {format}); update the program to open it."


class FileDamaged(FileProblem):
    """The file is, or was, a workbook and cannot be trusted."""

    saying = (
        "“{name}” is damaged ({reason}); it was left as it is: go back to a backup, "
        "or rescue what can be read into a new file."
    )


class CopyDiffers(FileProblem):
    """A copy was read back and is not what was written."""

    saying = "The copy “{name}” was read back and is not what was written, so it was removed; choose another place."


class OpenElsewhere(FileProblem):
    """Somebody has the workbook open for writing."""

    saying = "“{name}” is open{who}{where}{since}; close it there, or open it here for reading only."

    def __init__(self, path: Path, operator: str = "", host: str = "", since: datetime.datetime | None = None) -> None:
        self.operator, self.host, self.since = operator, host, since
        super().__init__(
            path,
            who=f" by {operator}" if operator else " elsewhere",
            where=f" on {host}" if host else "",
            since=f" since {since.astimezone():%Y-%m-%d %H:%M}" if since else "",
        )


TABLE: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_PERM: FileReadOnly,
    sqlite3.SQLITE_BUSY: FileBusy,
    sqlite3.SQLITE_LOCKED: FileBusy,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_IOERR: DriveFailing,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_FULL: FileFull,
    sqlite3.SQLITE_CANTOPEN: FileReadOnly,
    sqlite3.SQLITE_PROTOCOL: FileBusy,
    sqlite3.SQLITE_NOTADB: FileDamaged,
    1032: FileVanished,  # SQLITE_READONLY_DBMOVED
}
"""SQLite's result codes; an extended code goes before its family (its last eight bits)."""

ERRNOS: dict[int, type[FileProblem]] = {
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
    errno.EACCES: FileReadOnly,
    errno.EPERM: FileReadOnly,
    errno.EROFS: FileReadOnly,
    errno.ENOSPC: FileFull,
    errno.EDQUOT: FileFull,
    errno.EFBIG: FileFull,
    errno.ENAMETOOLONG: NameTooLong,
    errno.EEXIST: FileExists,
    errno.EIO: DriveFailing,
    errno.ENODEV: FileVanished,
    errno.ENXIO: FileVanished,
    errno.ESTALE: FileVanished,
    errno.EBUSY: FileBusy,
    errno.ETXTBSY: FileBusy,
}

FROM_SQLITE = (sqlite3.Error, UnicodeDecodeError)
"""What the sqlite3 module raises, the second for a damaged file whose own text stands in SQLite's message."""

_WHEN_GONE = (FileReadOnly, DriveFailing, FileMissing)


def problem_of(error: Exception, path: Path) -> FileProblem | None:
    """Return the sentence for an error of the environment, or None where the error is ours."""
    if isinstance(error, OSError):
        found = ERRNOS.get(error.errno or 0)
    elif isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        found = FileDamaged  # text that is no text; the sqlite3 module gives it no code
    else:
        code = getattr(error, "sqlite_errorcode", 0)
        found = TABLE.get(code) or TABLE.get(code & 0xFF)
    if found is None:
        return None
    if found in _WHEN_GONE and not _is_there(path.parent):  # the file itself may be about to be made
        found = FileVanished
    return found(path, reason=str(error)) if found is FileDamaged else found(path)


@contextlib.contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn errors of the environment inside this block into sentences about `path`."""
    try:
        yield
    except (*FROM_SQLITE, OSError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
