"""What was agreed on paper: agreements, their clauses and signatures."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, day, flag, language_tag, line, reference, references, text, whole
from workbook.records.base import Record, record


@record("agreements", "Agreement", "Agreements", label="title", code="AG", help="What the partners put in writing.")
class Agreement(Record, frozen=True, gc=False):
    """One instrument, from letter of intent to amendment (domain.md 2.3)."""

    code: Annotated[str, line("Reference")] = ""
    title: Annotated[str, line("Title", required=True)] = ""
    level: Annotated[str | None, choice("Level", terms.AGREEMENT_LEVELS, required=True)] = None
    version: Annotated[str, line("Version")] = "1"
    number: Annotated[int | None, whole("Number of the amendment", "Counted from 1 for each agreement.", minimum=1)] = (
        None
    )
    parties: Annotated[tuple[str, ...], references("Parties", "partners", expected=True)] = ()
    status: Annotated[str | None, choice("Status", terms.AGREEMENT_STATUSES, expected=True)] = "draft"
    effective: Annotated[datetime.date | None, day("In force from", expected=True)] = None
    signed: Annotated[datetime.date | None, day("Signed on")] = None
    review: Annotated[datetime.date | None, day("To be reviewed on", expected=True)] = None
    expiry: Annotated[datetime.date | None, day("Ends on", expected=True)] = None
    notice_days: Annotated[int | None, whole("Notice to leave", unit="days", expected=True)] = None
    reminder_days: Annotated[int | None, whole("Remind before the end", unit="days")] = 90
    binding: Annotated[bool, flag("Legally binding", "Leave empty for a memorandum that only records intentions.")] = (
        False
    )
    governing_law: Annotated[str, line("Governing law")] = ""
    place: Annotated[str, line("Place of signature")] = ""
    renewal: Annotated[str, text("Renewal", "What has to happen before it goes on.")] = ""
    parent: Annotated[str | None, reference("Belongs to", "agreements", "For annexes and amendments.")] = None
    supersedes: Annotated[
        str | None, reference("Takes the place of", "agreements", "The version, or the document, that it replaces.")
    ] = None
    language: Annotated[str, language_tag("Language", "Empty: the language of the plan.")] = ""
    second_language: Annotated[str, language_tag("Second language", "If the document is made in two languages.")] = ""
    layout: Annotated[str | None, choice("Layout of the languages", terms.LANGUAGE_LAYOUTS)] = None
    prevailing_language: Annotated[
        str, language_tag("Text that counts", "Which language decides where the two differ; empty: both alike.")
    ] = ""
    ready: Annotated[datetime.date | None, day("Ready to sign since")] = None
    ended: Annotated[datetime.date | None, day("Ended early on")] = None
    ended_reason: Annotated[str, line("Why it ended early")] = ""
    sealed_state: Annotated[int | None, whole("Sealed state", internal=True)] = None
    sealed_hash: Annotated[str, line("Sealed state's fingerprint", internal=True)] = ""
    source: Annotated[str, line("Source")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("clauses", "Clause", "Clauses", label="heading", code="CL")
class Clause(Record, frozen=True, gc=False):
    """One clause of an agreement: from the library, from the plan or of the partners' own making."""

    code: Annotated[str, line("Code")] = ""
    agreement: Annotated[str | None, reference("Agreement", "agreements", owned=True)] = None
    position: Annotated[int | None, whole("Position", "Its place in the order of clauses.")] = None
    topic: Annotated[str, line("Topic", "The entry of the clause library that it comes from.")] = ""
    heading: Annotated[str, line("Heading", required=True)] = ""
    body: Annotated[str, text("Text", "Words in {braces} are filled from the plan.")] = ""
    assessment: Annotated[str | None, choice("Assessment", terms.CLAUSE_ASSESSMENTS)] = None
    comment: Annotated[str, text("Comment", "Also the reason, if it is not relevant.")] = ""
    left_out: Annotated[bool, flag("Left out of the document")] = False
    locked: Annotated[bool, flag("Locked")] = False


@record("signatures", "Signature", "Signatures", label="partner", key=("agreement", "partner"))
class Signature(Record, frozen=True, gc=False):
    """A party's signature under an agreement."""

    agreement: Annotated[str | None, reference("Agreement", "agreements", owned=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    contact: Annotated[str | None, reference("Signed by", "contacts")] = None
    capacity: Annotated[str, line("In the capacity of", "Such as Mayor, Director or Chair of the board.")] = ""
    authority: Annotated[str, line("On the authority of", "Such as the number of a council resolution.")] = ""
    signed: Annotated[bool, flag("Signed")] = False
    date: Annotated[datetime.date | None, day("Date")] = None
    place: Annotated[str, line("Place")] = ""
    method: Annotated[str | None, choice("Method", terms.SIGNATURE_METHODS)] = None
    stamp_wanted: Annotated[bool, flag("Stamp or seal wanted")] = False
    witness_wanted: Annotated[bool, flag("Witness wanted")] = False
    witness: Annotated[str, line("Witness", personal=True)] = ""
    note: Annotated[str, line("Note")] = ""


@record(
    "approvals",
    "Internal approval",
    "Internal approvals",
    label="step",
    key=("agreement", "partner", "step"),
    help="What each partner has to ask for inside its own organisation before it can sign.",
)
class Approval(Record, frozen=True, gc=False):
    """One step of a partner's own way to an agreement: its lawyers, its money, its council (domain.md 2.1)."""

    agreement: Annotated[str | None, reference("Agreement", "agreements", owned=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    step: Annotated[str | None, choice("Step", terms.APPROVAL_STEPS, required=True)] = None
    position: Annotated[int | None, whole("Order", "Which step comes first for this partner.")] = None
    decides: Annotated[str, line("Who decides", "Such as the cultural committee or the board of trustees.")] = ""
    due: Annotated[datetime.date | None, day("Needed by")] = None
    status: Annotated[str | None, choice("Answer", terms.APPROVAL_ANSWERS)] = "waiting"
    date: Annotated[datetime.date | None, day("Answered on")] = None
    document: Annotated[str, line("Reference", "Such as the number of the resolution.")] = ""
    note: Annotated[str, text("Notes", "Conditions, or why it is not needed.")] = ""
