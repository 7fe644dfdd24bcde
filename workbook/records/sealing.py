"""What was fixed for good when it was signed or issued, and how changes since then are weighed."""

import datetime
from decimal import Decimal
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, file_size, language_tag, line, moment, percent, state_number, text
from workbook.records.base import Record, record


@record(
    "seals",
    "Seal",
    "Seals",
    label="title",
    code="SL",
    help="What was signed or issued, to the letter, and the state of the plan that it was made from.",
)
class Seal(Record, frozen=True, gc=False):
    """A document as it was signed or issued. Made by sealing and issuing only; nobody edits it.

    `state` and `state_hash` name the state of the workbook that the document was made from: the number and the hash of
    the last change set in it. `sha256` is the fingerprint under which the document itself is kept in the file.
    """

    code: Annotated[str, line("Code", fixed=True)] = ""
    title: Annotated[str, line("Document", required=True, fixed=True)] = ""
    kind: Annotated[str | None, choice("What it is", terms.SEAL_KINDS, fixed=True)] = None
    record_type: Annotated[str, line("Belongs to", "Name of the record type.", fixed=True)] = ""
    record_id: Annotated[str, line("Record", internal=True)] = ""
    version: Annotated[str, line("Version", fixed=True)] = ""
    language: Annotated[str, line("Language", fixed=True)] = ""
    sealed_at: Annotated[datetime.datetime | None, moment("Recorded at", fixed=True)] = None
    sealed_by: Annotated[str, line("Recorded by", personal=True, fixed=True)] = ""
    state: Annotated[int | None, state_number("State", "Number of the last change in it.")] = None
    state_hash: Annotated[str, line("Fingerprint of the state", fixed=True)] = ""
    sha256: Annotated[str, line("Fingerprint of the document", fixed=True)] = ""
    size: Annotated[int | None, file_size("Size")] = None
    reason: Annotated[str, line("Why it was sealed before all had signed", fixed=True)] = ""


@record(
    "drift_classes",
    "Kind of change",
    "Kinds of change",
    label="name",
    key=("name",),
    help="What follows when the plan moves away from what was signed; only what this workbook weighs differently.",
)
class DriftClass(Record, frozen=True, gc=False):
    """How this partnership weighs one kind of change after signing, where that is not the usual way."""

    name: Annotated[str | None, choice("Kind of change", terms.DRIFT_CLASSES, required=True)] = None
    title: Annotated[str, line("Own words", "Empty: the usual ones.")] = ""
    materiality: Annotated[str | None, choice("Weight", terms.MATERIALITIES, required=True)] = None
    threshold: Annotated[
        Decimal | None, percent("Up to", "For contributions: the share of the agreed amount.", maximum=None)
    ] = None
    asks: Annotated[str | None, choice("Asks for", terms.DRIFT_ANSWERS, required=True)] = None
    note: Annotated[str, text("Notes")] = ""


@record(
    "translations",
    "Translation",
    "Translations",
    label="wording",
    key=("record_type", "record_id", "field", "language"),
    help="The partners' own words in another language, for documents in two languages.",
)
class Translation(Record, frozen=True, gc=False):
    """What one field of one record says in another language.

    `original` is the fingerprint of the words that it says, as they stood when it was written; empty where nobody noted
    them. So a translation is known that has grown old.
    """

    record_type: Annotated[str, line("Belongs to", "Name of the record type.")] = ""
    record_id: Annotated[str, line("Record", "Id of the record.")] = ""
    field: Annotated[str, line("Field", required=True)] = ""
    language: Annotated[str, language_tag("Language", required=True)] = ""
    wording: Annotated[str, text("Text", required=True)] = ""
    original: Annotated[str, line("Fingerprint of the original", internal=True)] = ""
