"""An agreement as it would be printed now, and where each of its clauses stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.agreement import to_pdf
from exports.agreement.library import clause_library
from exports.edition import Edition, Progress, no_progress
from exports.pdf.pages import Spot, heading_spots, page_sizes
from workbook.agreements import drafted_clauses
from workbook.records import Agreement


@dataclass(frozen=True)
class Preview:
    """A PDF with the sizes of its pages in points; `spots` are the places of clauses by their ids."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, Spot] = field(default_factory=dict)


def preview(edition: Edition, agreement_id: str, progress: Progress = no_progress) -> Preview:
    """Return the pages of an agreement; raises `Cancelled` where `progress` does."""
    pdf = to_pdf(edition, agreement_id, progress)
    progress("", 0, 0)
    return Preview(pdf, page_sizes(pdf), _spots(edition, agreement_id, pdf))


def _spots(edition: Edition, agreement_id: str, pdf: bytes) -> dict[str, Spot]:
    """Find the clauses by their headings; two with the same heading are told apart by their order."""
    agreement = edition.book.one(Agreement, agreement_id)
    if agreement is None:
        return {}
    left = [(title.partition(". ")[2], spot) for title, spot in heading_spots(pdf)]
    found: dict[str, Spot] = {}
    for clause in drafted_clauses(edition.book, agreement, clause_library(), edition.formats):
        place = next((at for at, (heading, _) in enumerate(left) if heading == clause.heading), None)
        if place is not None:
            found[clause.clause_id or clause.topic] = left.pop(place)[1]
        elif clause.topic == "title_reference":
            found[clause.clause_id or clause.topic] = Spot(0, 0.0)
    return found
