"""What a document needs beside its edition, fetched from the open workbook."""

from exports.catalogue import Wanted
from exports.edition import Agreed, Edition, Progress, no_progress
from exports.kinds import DocumentKind
from workbook.book import Book
from workbook.records import Attachment
from workbook.reporting import compared
from workbook.sealing import baseline_before, sealed_book
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


def logo_of(workbook: Workbook, book: Book) -> bytes:
    """Fetch the picture that the plan names as its logo; nothing where it has none or keeps it outside of the file."""
    attachment = book.one(Attachment, book.plan.logo)
    return workbook.content(attachment.sha256) if attachment is not None and attachment.sha256 else b""


def agreed_in(workbook: Workbook, book: Book, seq: int) -> Agreed:
    """Return how to find what was sealed before an amendment, in the state of the workbook after change set `seq`."""

    def agreed(amendment: str) -> Book | None:
        seal = baseline_before(book, amendment)
        return None if seal is None else sealed_book(workbook.history, book, seq, seal)

    return agreed
