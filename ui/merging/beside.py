"""Copies that sync folders make beside a workbook when two people worked on it at once, known by their names.

Dropbox and Nextcloud write “conflicted copy” behind the name, ownCloud “_conflict-”, Syncthing “.sync-conflict-”,
OneDrive the name of the computer, and Google Drive a number in brackets.
"""

import re
from pathlib import Path

from storage import SUFFIX, is_workbook

_ENDINGS = re.compile(
    r"""
    \ \([^()]*conflicted\ copy[^()]*\)(\ \(\d+\))?   # Plan (Anna's conflicted copy 2027-01-03).cpw
    | _conflict-\d{8}-\d{6}.*                        # Plan_conflict-20270103-101112.cpw
    | \.sync-conflict-\d{8}-\d{6}-[A-Z0-9]+          # Plan.sync-conflict-20270103-101112-ABCDEFG.cpw
    | -[A-Z0-9][A-Z0-9-]{2,14}(-\d+)?                # Plan-CULTURE-07.cpw
    | \ \(\d{1,2}\)                                  # Plan (1).cpw
    """,
    re.VERBOSE,
)
_MOST = 200


def conflicted_copies(path: Path) -> tuple[Path, ...]:
    """Return the files beside a workbook that look like conflicted copies of it, by name."""
    try:
        named = [one for one in path.parent.iterdir() if one != path and is_named_like_a_copy(path.name, one.name)]
        return tuple(one for one in sorted(named)[:_MOST] if one.is_file() and is_workbook(one))
    except OSError:
        return ()


def is_named_like_a_copy(name: str, other: str) -> bool:
    """Say whether `other` is what a sync folder would call a copy of the workbook `name`."""
    stem, suffix = name[: -len(SUFFIX)], name[-len(SUFFIX) :]
    if suffix.casefold() != SUFFIX or not other.startswith(stem) or not other.endswith(suffix):
        return False
    return _ENDINGS.fullmatch(other[len(stem) : -len(suffix)]) is not None


def mark_of(path: Path) -> str:
    """Return what a copy is remembered by: its place and when it was last written, so that a later edit is new."""
    try:
        return f"{path}|{path.stat().st_mtime_ns}"
    except OSError:
        return str(path)
