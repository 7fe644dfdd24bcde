"""Any outline as a Word document, for drafts that several parties write on."""

import datetime
from typing import TYPE_CHECKING

from exports.edition import Progress, no_progress

if TYPE_CHECKING:
    from exports.outline import Document


def render(document: "Document", *, day: datetime.date, page: str = "A4", progress: Progress = no_progress) -> bytes:
    """Return the document as DOCX on A4 or Letter paper; the same document and day always give the same bytes.

    `day` is what the file's properties say of when it was made.
    """
    from exports.docx.rendering import rendered

    return rendered(document, day, page, progress)
