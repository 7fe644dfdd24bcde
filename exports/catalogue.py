"""Every kind of document there is, in which formats, and what each is made from. Window and command line both ask here.

The packages that write a format are loaded when a document is made, and not before.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.edition import Edition, Progress, no_progress
from workbook.changes import ChangeSet
from workbook.since import Since

if TYPE_CHECKING:
    from exports.outline import Document


@dataclass(frozen=True)
class Wanted:
    """What a document may need beside its edition.

    `subject` is the id of the record that it is about, such as an agreement; `since` the state that its reader saw
    last; `history` the last change sets; `moment` when the state of the edition came about.
    """

    subject: str = ""
    since: Since | None = None
    history: Sequence[ChangeSet] = ()
    progress: Progress = no_progress
    moment: datetime.datetime | None = None


Maker = Callable[[Edition, Wanted], bytes]
Outliner = Callable[[Edition, Wanted], "Document"]


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document. `subject` names the type of the record that it is about; empty: the whole plan.

    `makers` are in the order in which they are offered, by the suffix of the file. `compares` says that it tells what
    changed since the reader saw the last one, `logs` that it lists the last changes.
    """

    key: str
    title: str
    lead: str
    makers: Mapping[str, Maker]
    subject: str = ""
    needs_subject: bool = False
    compares: bool = False
    logs: bool = False
    outline: Outliner | None = None
    """What its pages are written from, for the kinds that have pages."""


def _pdf(outline: Outliner) -> Maker:
    def make(edition: Edition, wanted: Wanted) -> bytes:
        from exports.pdf import render

        return render(outline(edition, wanted), page=edition.paper, progress=wanted.progress)

    return make


def _word(outline: Outliner) -> Maker:
    def make(edition: Edition, wanted: Wanted) -> bytes:
        from exports.docx import render

        return render(outline(edition, wanted), page=edition.paper, progress=wanted.progress)

    return make


def _agreement(edition: Edition, wanted: Wanted) -> "Document":
    from exports.agreement import document

    return document(edition, wanted.subject)


def _report(edition: Edition, wanted: Wanted) -> "Document":
    from exports.report import document

    return document(edition, wanted.subject or None, wanted.since)


def _brief(edition: Edition, wanted: Wanted) -> "Document":
    from exports.brief import document

    return document(edition, wanted.subject or None, wanted.since)


def _workplan(edition: Edition, _wanted: Wanted) -> "Document":
    from exports.workplan import document

    return document(edition)


def _review(edition: Edition, _wanted: Wanted) -> "Document":
    from exports.review import document

    return document(edition)


def _statement(edition: Edition, wanted: Wanted) -> "Document":
    from exports.statement import document

    return document(edition, wanted.subject or None)


def _sign_in_sheet(edition: Edition, wanted: Wanted) -> "Document":
    from exports.training import sign_in_sheet

    return sign_in_sheet(edition, wanted.subject)


def _certificates(edition: Edition, wanted: Wanted) -> "Document":
    from exports.training import certificates

    return certificates(edition, wanted.subject)


def _tracker(edition: Edition, wanted: Wanted) -> bytes:
    from exports.tracker import to_partner_xlsx, to_xlsx

    if wanted.subject:
        return to_partner_xlsx(edition, wanted.subject, wanted.progress)
    return to_xlsx(edition, progress=wanted.progress, history=wanted.history)


def _calendar(edition: Edition, wanted: Wanted) -> bytes:
    from exports.calendar import to_ics

    return to_ics(edition, wanted.moment, wanted.subject, wanted.progress)


def _both(outline: Outliner) -> dict[str, Maker]:
    return {".pdf": _pdf(outline), ".docx": _word(outline)}


KINDS = {
    kind.key: kind
    for kind in (
        DocumentKind(
            "agreement",
            "Agreement",
            "The letter, memorandum or agreement with its clauses, annexes and places to sign.",
            _both(_agreement),
            "agreements",
            needs_subject=True,
            outline=_agreement,
        ),
        DocumentKind(
            "report",
            "Progress report",
            "Where the partnership stands: results, money, risks and the decisions that are asked for.",
            _both(_report),
            "reports",
            compares=True,
            outline=_report,
        ),
        DocumentKind(
            "brief",
            "Leadership brief",
            "One page for somebody with two minutes: status and reason, money, dates, changes, the decision asked.",
            _both(_brief),
            "reports",
            compares=True,
            outline=_brief,
        ),
        DocumentKind(
            "review",
            "Annual review pack",
            "For the audit committee: register entry, approval checklist, review of the year, risks, what is asked.",
            _both(_review),
            outline=_review,
        ),
        DocumentKind(
            "statement",
            "Statement of a partner",
            "A letter to one partner: what it promised, what has arrived, what is due, what it does; to be confirmed.",
            _both(_statement),
            "partners",
            needs_subject=True,
            outline=_statement,
        ),
        DocumentKind(
            "statements",
            "Statements of all partners",
            "The same letters to all partners in one file, each on a new page, to be printed and sent together.",
            _both(_statement),
            outline=_statement,
        ),
        DocumentKind(
            "workplan",
            "Work plan",
            "Who does what and by when, as a table and as a time line, on wide pages to print and hang up.",
            _both(_workplan),
            outline=_workplan,
        ),
        DocumentKind(
            "sign_in_sheet",
            "Sign-in sheet of a session",
            "Lines to sign on, a note on what the names are for, and room to count without names.",
            _both(_sign_in_sheet),
            "training_sessions",
            needs_subject=True,
            outline=_sign_in_sheet,
        ),
        DocumentKind(
            "certificates",
            "Certificates of a session",
            "One sheet for each person who completed a session; with a line for the name where names are not kept.",
            _both(_certificates),
            "training_sessions",
            needs_subject=True,
            outline=_certificates,
        ),
        DocumentKind(
            "calendar",
            "Calendar",
            "Deadlines, milestones, meetings and sessions for Outlook, Google Calendar or a telephone. Taken in again "
            "after a change, it moves what is there already.",
            {".ics": _calendar},
        ),
        DocumentKind(
            "partner_calendar",
            "Calendar of a partner",
            "The same dates, but only what one partner answers for, brings, attends or signs.",
            {".ics": _calendar},
            "partners",
            needs_subject=True,
        ),
        DocumentKind(
            "tracker",
            "Tracker",
            "The whole plan as an Excel workbook, for partners and for your own lists.",
            {".xlsx": _tracker},
            logs=True,
        ),
        DocumentKind(
            "partner_tracker",
            "Tracker of a partner",
            "Only the partner's own rows, with its columns open; what comes back is compared with the plan.",
            {".xlsx": _tracker},
            "partners",
            needs_subject=True,
        ),
    )
}
