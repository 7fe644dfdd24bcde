"""What each kind of document is made from, in each of its formats. Window and command line both ask here.

The packages that write a format are loaded when a document is made, and not before.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.edition import Edition, Progress, no_progress
from exports.kinds import DocumentKind
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


_OUTLINES: dict[str, Outliner] = {
    "agreement": _agreement,
    "report": _report,
    "brief": _brief,
    "review": _review,
    "statement": _statement,
    "statements": _statement,
    "workplan": _workplan,
    "sign_in_sheet": _sign_in_sheet,
    "certificates": _certificates,
}
_MAKERS: dict[str, Maker] = {
    "calendar": _calendar,
    "partner_calendar": _calendar,
    "tracker": _tracker,
    "partner_tracker": _tracker,
}


def outline_of(kind: DocumentKind, edition: Edition, wanted: Wanted) -> "Document":
    """Return what the pages of a kind that has pages are written from."""
    return _OUTLINES[kind.key](edition, wanted)


def made(kind: DocumentKind, suffix: str, edition: Edition, wanted: Wanted) -> bytes:
    """Return a document in one of the formats of its kind."""
    if not kind.has_pages:
        return _MAKERS[kind.key](edition, wanted)
    render = _renderer(suffix)
    return render(outline_of(kind, edition, wanted), page=edition.paper, progress=wanted.progress)


def _renderer(suffix: str) -> Callable[..., bytes]:
    if suffix == ".docx":
        from exports.docx import render as to_word

        return to_word
    from exports.pdf import render as to_pdf

    return to_pdf
