"""The records that a plan file holds, found before any of their values is understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from workbook.kinds import quoted
from workbook.plan_format.findings import Findings, Path
from workbook.plan_format.layout import FORMAT, LEFT_OUT, TYPES, VERSION
from workbook.records import Record, RecordType

_HEAD = ("format", "version")
_LONGEST_KEY = 60  # of those that may be meant for one of ours
_TYPES = {record_type.name: record_type for record_type in TYPES}


@dataclass
class Entry:
    """One record of the file: where it stands, what it gives, and which record of the workbook it is."""

    record_type: RecordType
    path: Path
    given: Mapping[str, Any]
    id: str = ""
    existing: Record | None = None
    made: Record | None = None


def head_problem(document: object) -> tuple[str, str]:
    """Return the place and the sentence that say why this is no plan at all, or two empty texts."""
    if not isinstance(document, dict):
        return "", f"This is not a plan: it has to be one object with “format: {FORMAT}”."
    if document.get("format") != FORMAT:
        return "format", f"This is not a plan: format has to be “{FORMAT}”."
    version = document.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        return "version", f"version has to be a whole number; this program writes {VERSION}."
    if version > VERSION:
        return "version", (
            f"This plan was written by a newer program (format version {str(version)[:20]}; "
            f"this one reads up to {VERSION}); update the program and try again."
        )
    return "", ""


def entries_of(document: Mapping[str, Any], findings: Findings) -> Iterator[Entry]:
    """Yield the records of a file in its order; report keys that are not ours and lists that are none."""
    for key, content in document.items():
        record_type = _TYPES.get(str(key))
        if record_type is None:
            if key not in _HEAD:
                findings.add((str(key),), _unknown_type(str(key)))
        elif record_type.name == "plan":
            yield from _entry(record_type, (key,), content, findings)
        elif content is not None and not isinstance(content, list):
            findings.add((key,), f"{record_type.titles} have to be a list.", record_type.name)
        else:
            for place, item in enumerate(content or ()):
                yield from _entry(record_type, (key, place), item, findings)


def _entry(record_type: RecordType, path: Path, item: object, findings: Findings) -> Iterator[Entry]:
    if isinstance(item, dict):
        yield Entry(record_type, path, item)
    else:
        findings.add(path, f"{record_type.title} has to be an object with keys and values.", record_type.name)


def _unknown_type(key: str) -> str:
    if key in LEFT_OUT:
        return f"{quoted(key)} belong to the workbook in which they were made and cannot be imported; take them out."
    return f"{quoted(key)} is not a part of a plan{suggestion(key, _TYPES)}"


def suggestion(key: str, known: Mapping[str, object]) -> str:
    """Return the end of a sentence about an unknown key: the one that was probably meant."""
    close = get_close_matches(key, known, 1) if len(key) <= _LONGEST_KEY else ()
    return f"; did you mean “{close[0]}”?" if close else "; take it out or correct it."
