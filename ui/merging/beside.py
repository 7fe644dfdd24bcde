"""Copies that sync folders make beside a workbook when two people worked on it at once, known by their names.

What they write, each before the ending of the file:

- Dropbox, in the language of its user: “(Anna's conflicted copy 2027-01-03)”, “(Copie en conflit de Anna 2027-01-03)”,
  “(Copia en conflicto de Anna …)”, “(Cópia em conflito de Anna …)”, “(In Konflikt stehende Kopie von Anna …)”.
- Nextcloud and OpenCloud: “(conflicted copy 2027-01-03 101112)”; ownCloud: “_conflict-20270103-101112”.
- Syncthing: “.sync-conflict-20270103-101112-ABCDEFG”; Synology Drive: “_Anna-PC_Jan-03-0901-2027_CaseConflict_1”.
- OneDrive: the name of the computer, “-CULTURE-07”; its client for Linux “-culture-07-safeBackup-0001”.
- Google Drive: “(1)”; iCloud Drive and the Finder, where both are kept: “ 2”.

A name says only where to look. Whether a file is a copy of this workbook, and holds anything new, is asked of the file.
"""

import re
import unicodedata
from pathlib import Path

from storage import SUFFIX, is_workbook

_ENDINGS = re.compile(
    r"""
    [ ._([-].*(conflict|conflit|konflikt|تعارض).*    # in English, French, Spanish, Portuguese, German, Arabic ...
    | -.+-safebackup-\d+
    | -[a-z0-9]+(-[a-z0-9]+)*-\d+                    # CULTURE-07, LAPTOP-4F7K2Q-2
    | -(desktop|laptop|pc|mac|win)[a-z0-9]*(-[a-z0-9]+)*
    | -.*(macbook|imac|mac-?mini).*
    | \ ?\(\d{1,2}\)
    | \ \d{1,2}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST = 200


def conflicted_copies(path: Path) -> tuple[Path, ...]:
    """Return the workbooks beside one that are named like conflicted copies of it."""
    try:
        named = [one for one in path.parent.iterdir() if one != path and is_named_like_a_copy(path.name, one.name)]
        return tuple(one for one in sorted(named)[:_MOST] if is_workbook(one))
    except OSError:
        return ()


def is_named_like_a_copy(name: str, other: str) -> bool:
    """Say whether `other` is what a sync folder would call a copy of the workbook `name`."""
    ours, theirs = (unicodedata.normalize("NFC", one).casefold() for one in (name, other))
    if not (ours.endswith(SUFFIX) and theirs.endswith(SUFFIX)):
        return False
    stem = ours.removesuffix(SUFFIX)
    return theirs.startswith(stem) and _ENDINGS.fullmatch(theirs.removesuffix(SUFFIX)[len(stem) :]) is not None


def mark_of(path: Path) -> str:
    """Return what a copy is remembered by: its place and when it was last written, so that a later edit is new."""
    try:
        return f"{path}|{path.stat().st_mtime_ns}"
    except OSError:
        return str(path)
