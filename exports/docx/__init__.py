"""Any outline as a Word document, for drafts that several parties write on."""

from typing import TYPE_CHECKING

from exports.edition import Progress, no_progress

if TYPE_CHECKING:
    from exports.outline import Document


def render(document: "Document", *, page: str = "A4", progress: Progress = no_progress) -> bytes:
    """Return the document as DOCX on A4 or Letter paper; the same document always gives the same bytes."""
    from exports.docx.rendering import rendered

    return rendered(document, page, progress)
