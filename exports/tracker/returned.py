"""Reading a tracker that came back: limits first, then plain cells; nothing in it is worked out or followed."""

import datetime
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from exports.edition import Progress, no_progress
from exports.incoming.limits import TRACKER
from exports.incoming.own import returned_sheets
from exports.tracker.archive import FACT
from exports.tracker.sheets import META
from exports.tracker.special import TRACKER_VERSION
from workbook.bringing_in.sheets import Sheet
from workbook.problems import Problem, Refused
from workbook.returning import Origin

Grid = Sequence[Sequence[Any]]
_NOT_OURS = (
    "This is not a tracker made by this program, or its hidden sheets were taken away; choose the file that was sent "
    "back, or ask for it again."
)
_FACTS = ("tracker_version", "workbook", "state", "fingerprint", "as_of", "language")
_MOST_SAID, _LONGEST_NUMBER = 100_000, 12
_PROPERTY = re.compile(rf"""\bname=["']{FACT}([^"']*)["'][^>]*>\s*<[^>]*>([^<]*)</""")


@dataclass(frozen=True)
class TrackerFile:
    """A file as it lies there: its name and fingerprint, what it says about itself, its sheets by their titles."""

    file: str
    sha256: str
    origin: Origin
    facts: dict[str, str]
    """What the file says about itself, by our names for it."""
    sheets: dict[str, Grid]
    merged: dict[str, frozenset[tuple[int, int]]]

    @property
    def due(self) -> datetime.date | None:
        """Return when it was wanted back, as it says itself; None where it says no day."""
        try:
            return datetime.date.fromisoformat(self.facts.get("due", ""))
        except ValueError:
            return None

    @property
    def is_of_this_version(self) -> bool:
        """Say whether a program like this one made the file, and would word it the same."""
        return self.facts["tracker_version"] == str(TRACKER_VERSION)


def opened(content: bytes, file: str, progress: Progress = no_progress) -> TrackerFile:
    """Read a file; raise `Refused` in one sentence for what is no tracker, or cannot be read without harm.

    Raises `Cancelled` when `progress` does.
    """
    held, said = returned_sheets(content, file, TRACKER, progress)
    sheets: dict[str, Grid] = {sheet.name: sheet.rows for sheet in held}
    facts = {**_properties(said), **_meta(sheets)}
    merged = {sheet.name: _swallowed(sheet) for sheet in held}
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


def _properties(said: bytes) -> dict[str, str]:
    """Return our own facts among the properties of the file, for a file whose hidden sheet was deleted."""
    held = said[:_MOST_SAID].decode(errors="replace")
    return {unescape(name): unescape(value).strip() for name, value in _PROPERTY.findall(held)}


def _origin(facts: dict[str, str], file: str) -> Origin:
    if not set(_FACTS) <= facts.keys():
        raise refused(file, _NOT_OURS)
    numbers = (facts["tracker_version"], facts["state"])
    if not all(number.isdecimal() and len(number) <= _LONGEST_NUMBER for number in numbers):
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


def _swallowed(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """Return the places, counted from 0, that a merged cell covers without being its first."""
    found: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        found |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {(top, left)}
    return frozenset(found)


def refused(file: str, sentence: str) -> Refused:
    """Return a refusal that names the file."""
    return Refused(Problem(sentence, file))
