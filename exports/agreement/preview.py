"""An agreement as it would be printed now, and where each of its clauses stands in it."""

from exports.agreement import to_pdf
from exports.agreement.library import clause_library
from exports.edition import Edition, Progress, no_progress
from exports.pdf.pages import Drawn, Spot, heading_spots, page_sizes
from workbook.agreements import TITLE_TOPIC, composed
from workbook.records import Agreement


def preview(edition: Edition, agreement_id: str, progress: Progress = no_progress) -> Drawn:
    """Return the pages of an agreement; raises `Cancelled` where `progress` does."""
    pdf = to_pdf(edition, agreement_id, progress)
    progress("", 0, 0)
    return Drawn(pdf, page_sizes(pdf), _spots(edition, agreement_id, pdf))


def _spots(edition: Edition, agreement_id: str, pdf: bytes) -> dict[str, Spot]:
    """Find the clauses by their numbers, which are the same in every language; the title stands at the beginning."""
    agreement = edition.book.one(Agreement, agreement_id)
    if agreement is None:
        return {}
    numbered: dict[str, Spot] = {}
    for title, spot in heading_spots(pdf):
        numbered.setdefault(title.partition(".")[0], spot)
    clauses = composed(edition.book, agreement, clause_library(), edition.formats)
    found = {one.clause.id: numbered.get(str(one.number)) for one in clauses}
    first = {one.clause.id: Spot(0, 0.0) for one in clauses if one.clause.topic == TITLE_TOPIC}
    return first | {clause_id: spot for clause_id, spot in found.items() if spot is not None}
