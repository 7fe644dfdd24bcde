"""What the workbook keeps about itself: attachments, named snapshots, accepted findings, own words and limits."""

import datetime
from decimal import Decimal
from typing import Annotated

from workbook.fields import day, file_size, line, number, text, whole
from workbook.records.base import Record, record


@record(
    "attachments",
    "Attachment",
    "Attachments",
    label="name",
    code="AT",
    help="Scans, photos and letters that belong to a record; a plan file names them, but does not hold them.",
)
class Attachment(Record, frozen=True, gc=False):
    """A scan or photo that belongs to a record."""

    code: Annotated[str, line("Code")] = ""
    name: Annotated[str, line("File name", required=True)] = ""
    record_type: Annotated[str, line("Belongs to", "Name of the record type.", fixed=True)] = ""
    record_id: Annotated[str, line("Record", internal=True)] = ""
    media_type: Annotated[str, line("File type", fixed=True)] = ""
    size: Annotated[int | None, file_size("Size")] = None
    sha256: Annotated[str, line("Fingerprint", internal=True)] = ""
    path: Annotated[str, line("Kept at", "Where the file lies when it is not inside the workbook.")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("snapshots", "Snapshot", "Snapshots", label="name", code="SN", help="Moments worth finding again.")
class Snapshot(Record, frozen=True, gc=False):
    """A name for a state of the workbook."""

    code: Annotated[str, line("Code")] = ""
    name: Annotated[str, line("Name", required=True)] = ""
    state: Annotated[int | None, whole("State", "Number of the last change in it.")] = None
    date: Annotated[datetime.date | None, day("Date")] = None
    note: Annotated[str, text("Notes")] = ""


@record("acceptances", "Accepted finding", "Accepted findings", label="reason", key=("rule", "record_id"))
class Acceptance(Record, frozen=True, gc=False):
    """A finding that the team looked at and lives with, and why."""

    rule: Annotated[str, line("Check", required=True)] = ""
    record_id: Annotated[str, line("Record", "Empty: the whole plan.")] = ""
    reason: Annotated[str, line("Reason", required=True)] = ""
    date: Annotated[datetime.date | None, day("Accepted on")] = None


@record("thresholds", "Limit", "Limits", label="name", key=("name",))
class Threshold(Record, frozen=True, gc=False):
    """A limit of a structure check that this workbook sets itself (domain.md 10.2: all are configurable)."""

    name: Annotated[str, line("Limit", required=True)] = ""
    value: Annotated[Decimal | None, number("Value", required=True)] = None
    reason: Annotated[str, line("Reason")] = ""


@record("term_names", "Own word", "Own words", label="title", key=("vocabulary", "term"))
class TermName(Record, frozen=True, gc=False):
    """The word this city uses for a term, such as “protocol” for a memorandum (domain.md 10.6)."""

    vocabulary: Annotated[str, line("Vocabulary", required=True)] = ""
    term: Annotated[str, line("Term", required=True)] = ""
    title: Annotated[str, line("Own word", required=True)] = ""
