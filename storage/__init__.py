"""The file: the only code that writes a workbook.

`create` and `open_workbook` give an `OpenWorkbook`; its ``workbook`` is the door for every change. `inspect` says what
a file is without touching it. Every failure that a user can do something about is a `FileProblem`, whose text is one
sentence. Importing this room is cheap: SQLAlchemy comes with the first file, Alembic with the first older one.
"""

from storage.backups import Backup, backup, backups_in, bring_back, newest_backup_of, rotate_backups
from storage.checking import check_file
from storage.errors import (
    ChangedElsewhere,
    CopyDiffers,
    DriveFailing,
    FileBusy,
    FileDamaged,
    FileExists,
    FileFull,
    FileMissing,
    FileNewer,
    FileProblem,
    FileReadOnly,
    FileUnreadable,
    FileVanished,
    FolderMissing,
    NameTooLong,
    NoRoomForCopy,
    NotOurs,
    OpenElsewhere,
    RecordUnreadable,
)
from storage.formats import CURRENT, SUFFIX, Format
from storage.opening import OpenWorkbook, create, open_workbook
from storage.probing import inspect, is_workbook
from storage.rescuing import RescueReport, rescue
from storage.verdicts import Damaged, Foreign, Healthy, Newer, Older, PartlyReadable, Verdict

__all__ = [
    "CURRENT",
    "SUFFIX",
    "Backup",
    "ChangedElsewhere",
    "CopyDiffers",
    "Damaged",
    "DriveFailing",
    "FileBusy",
    "FileDamaged",
    "FileExists",
    "FileFull",
    "FileMissing",
    "FileNewer",
    "FileProblem",
    "FileReadOnly",
    "FileUnreadable",
    "FileVanished",
    "FolderMissing",
    "Foreign",
    "Format",
    "Healthy",
    "NameTooLong",
    "Newer",
    "NoRoomForCopy",
    "NotOurs",
    "Older",
    "OpenElsewhere",
    "OpenWorkbook",
    "PartlyReadable",
    "RecordUnreadable",
    "RescueReport",
    "Verdict",
    "backup",
    "backups_in",
    "bring_back",
    "check_file",
    "create",
    "inspect",
    "is_workbook",
    "newest_backup_of",
    "open_workbook",
    "rescue",
    "rotate_backups",
]
