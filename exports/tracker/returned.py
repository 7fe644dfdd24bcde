"""Reading a tracker that came back: limits first, then plain cells; nothing in it is worked out or followed."""

import datetime
import hashlib
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from zipfile import ZipFile

import python_calamine as calamine

from exports.tracker.archive import FACT
from exports.tracker.sheets import META
from exports.tracker.special import TRACKER_VERSION
from exports.unpacking import TRACKER, unpacked
from workbook.problems import Problem, Refused
from workbook.returning import Origin

Grid = list[list[Any]]
_DAMAGED = "The file is damaged and cannot be read; ask for it again."
_NOT_OURS = (
    "This is not a tracker made by this program, or its hidden sheets were taken away; choose the file that was sent "
    "back, or ask for it again."
)
_FACTS = ("tracker_version", "workbook", "state", "fingerprint", "as_of", "language")
_PROPERTY = re.compile(rf"""\bname=["']{FACT}([^"']*)["'][^>]*>\s*<[^>]*>([^<]*)</""")


@dataclass(frozen=True)
class TrackerFile:
    """A file as it lies there: its name and fingerprint, what it says about itself, its sheets by their titles."""

    file: str
    sha256: str
    origin: Origin
    facts: dict[str, str]
    sheets: dict[str, Grid]
    merged: dict[str, frozenset[tuple[int, int]]]


def opened(content: bytes, file: str) -> TrackerFile:
    """Read a file; raise `Refused` in one sentence for what is no tracker, or cannot be read without harm."""
    measured = unpacked(content, file, TRACKER)
    properties = _properties(measured)
    measured.seek(0)
    try:
        with calamine.load_workbook(measured) as book:
            sheets, merged = {}, {}
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                sheets[name] = sheet.to_python(skip_empty_area=False)
                merged[name] = _swallowed(sheet)
    except calamine.PasswordError as error:
        raise refused(file, "The file is protected by a password; ask for it without one.") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise refused(file, _DAMAGED) from error
    facts = {**properties, **_meta(sheets)}
    return TrackerFile(file, hashlib.sha256(content).hexdigest(), _origin(facts, file), facts, sheets, merged)


def _meta(sheets: dict[str, Grid]) -> dict[str, str]:
    held = next((rows for name, rows in sheets.items() if name.casefold() == META), [])
    return {str(row[0]): _said(row[1]) for row in held if len(row) > 1 and row[0] != ""}


def _said(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)


def _properties(measured: Any) -> dict[str, str]:
    """Return our own facts among the properties of the file, for a file whose hidden sheet was deleted."""
    with ZipFile(measured) as archive:
        if "docProps/custom.xml" not in archive.namelist():
            return {}
        held = archive.read("docProps/custom.xml").decode(errors="replace")
    return {unescape(name): unescape(value).strip() for name, value in _PROPERTY.findall(held)}


def _origin(facts: dict[str, str], file: str) -> Origin:
    if not set(_FACTS) <= facts.keys():
        raise refused(file, _NOT_OURS)
    if not facts["tracker_version"].isdigit() or not facts["state"].isdigit():
        raise refused(file, _NOT_OURS)
    if int(facts["tracker_version"]) > TRACKER_VERSION:
        raise refused(file, "A newer program made this tracker; take it in with that one.")
    try:
        as_of = datetime.date.fromisoformat(facts["as_of"])
    except ValueError:
        raise refused(file, _NOT_OURS) from None
    return Origin(
        facts["workbook"],
        int(facts["state"]),
        facts["fingerprint"],
        as_of,
        facts.get("partner", ""),
        facts["language"],
        facts.get("personal") == "yes",
    )


def _swallowed(sheet: Any) -> frozenset[tuple[int, int]]:
    """Return the places, counted from 0, that a merged cell covers without being its first."""
    found: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        rows, columns = (
            range(top, min(bottom, top + _MOST_MERGED) + 1),
            range(left, min(right, left + _MOST_ACROSS) + 1),
        )
        found |= {(row, column) for row in rows for column in columns} - {(top, left)}
    return frozenset(found)


_MOST_MERGED, _MOST_ACROSS = 1_000, 100


def refused(file: str, sentence: str) -> Refused:
    """Return a refusal that names the file."""
    return Refused(Problem(sentence, file))
