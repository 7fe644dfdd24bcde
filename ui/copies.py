"""Copies of attachments for other programs to open, in a folder that only this person can look into."""

import contextlib
import re
import shutil
import stat
import tempfile
import unicodedata
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workbook.contents import MEDIA_TYPES, suffix_of
from workbook.operations import Problem, Refused

_OPENED = frozenset(MEDIA_TYPES) - {"svg"}  # a drawing of this kind may hold a script, which a browser would run
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_NAME = 60  # of any script, so that its bytes fit what file systems take
_LONGEST_SUFFIX = 20


def may_open(name: str) -> bool:
    """Say whether a file of this name is handed to the desktop: only what is known to be looked at and not run."""
    return suffix_of(safe_name(name)) in _OPENED


def safe_name(name: str) -> str:
    """Return a name that is only a name on every system, whatever a file from elsewhere claims to be called."""
    visible = "".join(sign for sign in name if unicodedata.category(sign) not in ("Cc", "Cf"))
    plain = _NOT_IN_NAMES.sub("_", visible).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if dot:
        suffix = suffix[:_LONGEST_SUFFIX]
        plain = f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    plain = plain[:_LONGEST_NAME] or "file"
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain


class Copies:
    """Hands copies to the desktop while a workbook is open, and clears them away with it."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def made(self, name: str, content: bytes) -> Path:
        """Write a copy that cannot be edited by mistake; raises `Refused` for what might be a program."""
        if not may_open(name):
            sentence = (
                f"“{name}” may be a program or hold a script, so it is not opened from here; "
                "save it elsewhere if you know where it comes from."
            )
            raise Refused(Problem(sentence))
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(prefix="workbook-"))
        path = Path(tempfile.mkdtemp(dir=self.folder)) / safe_name(name)
        path.write_bytes(content)
        path.chmod(stat.S_IRUSR)
        return path

    def open(self, name: str, content: bytes) -> bool:
        """Let the desktop show a copy; says whether it knows a program for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made(name, content))))

    def clear(self) -> None:
        """Remove every copy, as far as other programs let go of them."""
        folder, self.folder = self.folder, None
        if folder is None:
            return
        for path in folder.rglob("*"):
            with contextlib.suppress(OSError):
                path.chmod(stat.S_IRWXU)  # Windows removes nothing that is read-only
        shutil.rmtree(folder, ignore_errors=True)
