"""Copies of an open workbook: for the user, and a rotating set that nobody has to think of.

A copy is made through SQLite's backup API, so it is whole whatever is being written meanwhile; it is read back before
it gets its name, because a backup that was never read is only a hope.
"""

import datetime
import re
import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.connections import connect
from storage.copies import private_copy, real_path
from storage.errors import (
    FROM_SQLITE,
    CopyDiffers,
    DriveFailing,
    FileDamaged,
    FileProblem,
    FileVanished,
    told_plainly,
)
from storage.formats import SUFFIX
from storage.publishing import new_file

if TYPE_CHECKING:
    from storage.store import Store

_STAMP = "%Y%m%dT%H%M%SZ"
MOST_ROOM = 2 * 1024**3
"""What the backups of one workbook may take together, in bytes; the newest three are kept however large they are."""
_ALWAYS = 3
_LONGEST_STEM = 60
_NAME = re.compile(rf"(.*)~([^~]*)~(\d{{8}}T\d{{6}}Z)~(\d+){re.escape(SUFFIX)}", re.DOTALL)


def backup(store: "Store", target: Path, *, replace: bool = False) -> None:
    """Write a verified copy of an open workbook; raises `FileProblem`, and then there is no new file."""
    with new_file(target, replace=replace) as temporary:
        try:
            with told_plainly(target):
                last = _copied(store, temporary)
        except (FileDamaged, DriveFailing) as problem:  # the copy is new, so this was met in the workbook
            found = type(problem) if store.path.exists() else FileVanished
            raise found(store.path, reason="met while it was copied") from problem
        _verify(temporary, target, last)


def rotate_backups(
    store: "Store", folder: Path, now: datetime.datetime, *, newest: int = 10, days: int = 14, room: int = MOST_ROOM
) -> Path | None:
    """Add a backup unless one holds this state already; keep the newest ones and the last one of each day.

    Of these the oldest go where all together take more than `room`, for each holds all attachments. A number alone
    names no state: two copies of a workbook that grew apart may stand at the same one.

    Returns the new backup. Backups of other workbooks in the folder are left alone.
    """
    (seq, _), workbook_id = store.last, store.facts().get("id", "")
    with told_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
    kept = backups_in(folder, workbook_id)
    if any(one.seq == seq and _last_of(one.path) == store.last for one in kept):
        return None
    target = folder / f"{_stem_of(store.path)}~{workbook_id[-8:]}~{now.astimezone(datetime.UTC):{_STAMP}}~{seq}{SUFFIX}"
    backup(store, target, replace=True)
    _prune(backups_in(folder, workbook_id), newest, days, room)
    return target


@dataclass(frozen=True)
class Backup:
    """One backup in a folder: where it is, when it was made, and after which change set."""

    path: Path
    at: datetime.datetime
    seq: int
    name: str
    """How the workbook was called then, without its suffix."""
    of: str
    """The end of the id of the workbook."""


def backups_in(folder: Path, workbook_id: str) -> list[Backup]:
    """Return the backups of a workbook in a folder, oldest first; raises `FileProblem` where nobody may look."""
    return _in_order(one for one in _named(folder) if one.of == workbook_id[-8:])


def newest_backup_of(path: Path, folder: Path) -> Backup | None:
    """Return the last backup of a workbook that may be damaged: by its id, or by its name where that is enough.

    A name is enough where the backups of that name are all of one workbook. None where there is none, or no telling.
    """
    if not folder.is_dir():
        return None
    workbook_id = _id_in(path)
    found = backups_in(folder, workbook_id) if workbook_id else []
    if not found:
        called = [one for one in _named(folder) if one.name == _stem_of(path)]
        found = _in_order(called) if len({one.of for one in called}) == 1 else []
    return found[-1] if found else None


def bring_back(backup: Backup, target: Path) -> None:
    """Put a backup beside other workbooks under a new name, where it is one of them; raises `FileProblem`."""
    with new_file(target) as temporary, told_plainly(target):
        shutil.copyfile(backup.path, temporary)


def _named(folder: Path) -> list[Backup]:
    """Return every backup in a folder, in no order."""
    with told_plainly(folder):
        matches = [(path, _NAME.fullmatch(path.name)) for path in folder.iterdir()]
    found = []
    for path, match in matches:
        with suppress(ValueError):  # no day of any calendar: not one of ours
            if match:
                at = datetime.datetime.strptime(match[3], _STAMP).replace(tzinfo=datetime.UTC)
                found.append(Backup(path, at, int(match[4]), match[1], match[2]))
    return found


def _in_order(found: Iterable[Backup]) -> list[Backup]:
    return sorted(found, key=lambda one: (one.at, one.seq))


def _stem_of(path: Path) -> str:
    return path.stem[:_LONGEST_STEM]


def _id_in(path: Path) -> str:
    """Return the id of a workbook as far as it can be read; nothing where it cannot."""
    try:
        with private_copy(real_path(path)) as copy, closing(connect(copy)) as connection:
            row = connection.execute("SELECT value FROM workbook WHERE key = 'id'").fetchone()
    except (FileProblem, *FROM_SQLITE):
        return ""
    return str(row[0]) if row is not None else ""


def _copied(store: "Store", temporary: Path) -> tuple[int, str]:
    copy = connect(temporary)
    try:
        return store.copy_into(copy)
    finally:
        copy.close()


def _prune(found: list[Backup], newest: int, days: int, room: int) -> None:
    last_of_day = {one.at.date(): one for one in found}
    daily = [last_of_day[day] for day in sorted(last_of_day)[-days:]]
    taken = 0
    for place, one in enumerate(reversed(found)):
        is_kept = place < newest or one in daily
        with told_plainly(one.path):
            taken += one.path.stat().st_size if is_kept else 0
            if not is_kept or (taken > room and place >= _ALWAYS):
                one.path.unlink(missing_ok=True)


def _verify(copy: Path, target: Path, last: tuple[int, str]) -> None:
    try:
        with closing(connect(copy, "ro")) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except FROM_SQLITE:
        raise CopyDiffers(target) from None
    if not (sound and _last_of(copy) == last):
        raise CopyDiffers(target)


def _last_of(copy: Path) -> tuple[int, str] | None:
    """Return number and hash of the last step in a copy; None where it cannot be read."""
    from storage.store import LAST  # SQLAlchemy is imported with it, and is there by now

    try:
        with closing(connect(copy, "ro")) as connection:
            seq, fingerprint = connection.execute(LAST).fetchone() or (0, "")
    except FROM_SQLITE:
        return None
    return seq, fingerprint
