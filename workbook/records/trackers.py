"""Which trackers are out with whom, and which have come back."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, day, language_tag, line, reference, state_number, text
from workbook.records.base import Record, record


@record(
    "trackers",
    "Tracker",
    "Trackers",
    label="file",
    code="TR",
    help="Spreadsheets that were sent to partners, when they are due back, and what has come back.",
)
class Tracker(Record, frozen=True, gc=False):
    """A tracker that was made for a partner, or of the whole plan where no partner is named.

    `state` and `state_hash` name the state of the workbook that it was made from; `sha256` is the fingerprint of the
    file that came back, so that the same file is not taken in twice.
    """

    code: Annotated[str, line("Code")] = ""
    file: Annotated[str, line("File", required=True)] = ""
    partner: Annotated[
        str | None, reference("Partner", "partners", "Empty: the whole plan.", required=False, owned=True)
    ] = None
    status: Annotated[str | None, choice("Status", terms.TRACKER_STATUSES)] = "issued"
    issued_on: Annotated[datetime.date | None, day("Sent on")] = None
    due: Annotated[datetime.date | None, day("Due back")] = None
    language: Annotated[str, language_tag("Language")] = ""
    state: Annotated[int | None, state_number("State", "Number of the last change in it.")] = None
    state_hash: Annotated[str, line("Fingerprint of the state", fixed=True)] = ""
    returned_on: Annotated[datetime.date | None, day("Returned on")] = None
    returned_file: Annotated[str, line("Returned as", fixed=True)] = ""
    sha256: Annotated[str, line("Fingerprint of what came back", fixed=True)] = ""
    note: Annotated[str, text("Notes", "What was told to the partner when it came back.")] = ""
