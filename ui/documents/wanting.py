"""What a document needs beside its edition, fetched from the open workbook."""

from exports.catalogue import DocumentKind, Wanted
from exports.edition import Edition, Progress, no_progress
from workbook.reporting import compared
from workbook.workbook import Workbook

LOG_LENGTH = 500
"""How many of the latest changes a tracker lists."""


def wanted_for(
    kind: DocumentKind, workbook: Workbook, edition: Edition, subject: str, progress: Progress = no_progress
) -> Wanted:
    """Fetch the state that the reader saw last, and the last changes, where the kind asks for them."""
    earlier = compared(workbook.history, edition.book, edition.state, subject) if kind.compares else None
    recent = workbook.history(max(1, edition.state - LOG_LENGTH + 1), edition.state) if kind.logs else ()
    return Wanted(subject, earlier, tuple(recent), progress, workbook.moment(edition.state))
