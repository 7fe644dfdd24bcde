"""Any outline as a PDF."""

from typing import TYPE_CHECKING

from exports.edition import Progress, no_progress

if TYPE_CHECKING:
    from exports.outline import Document


def render(document: "Document", *, page: str = "A4", progress: Progress = no_progress) -> bytes:
    """Return the document as PDF on A4 or Letter paper; the same document always gives the same bytes."""
    from exports.pdf.rendering import rendered

    return rendered(document, page, progress)
