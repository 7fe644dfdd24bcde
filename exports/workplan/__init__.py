"""The work plan on paper: every activity with who answers for it and when, then the same on a time line."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document


def document(edition: Edition) -> "Document":
    """Return the work plan as an outline, on pages turned on their side because a time line is wide."""
    from exports.workplan.outline import workplan_document

    return workplan_document(edition.translated)
