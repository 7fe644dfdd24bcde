"""An agreement as it would be printed now, and where each of its clauses stands in it."""

from exports.agreement import document
from exports.edition import Edition, Progress, no_progress
from exports.outline import Document
from exports.pdf import render
from exports.pdf.pages import Drawn, Spot, heading_spots, page_sizes
from exports.pdf.story import bookmark_of
from workbook.agreements import TITLE_TOPIC
from workbook.records import Clause


def preview(edition: Edition, agreement_id: str, progress: Progress = no_progress) -> Drawn:
    """Return the pages of an agreement; raises `Cancelled` where `progress` does."""
    outline = document(edition, agreement_id)
    pdf = render(outline, page=edition.paper, progress=progress)
    progress("", 0, 0)
    titles = edition.book.where(Clause, agreement=agreement_id, topic=TITLE_TOPIC)
    return Drawn(pdf, page_sizes(pdf), {**{one.id: Spot(0, 0.0) for one in titles}, **_spots(outline, pdf)})


def _spots(outline: Document, pdf: bytes) -> dict[str, Spot]:
    """Find the clauses by their bookmarks; in two languages, the first place where a clause stands."""
    marked: dict[str, Spot] = {}
    for title, spot in heading_spots(pdf):
        marked.setdefault(title, spot)
    found: dict[str, Spot] = {}
    for heading in outline.headings():
        spot_of_it = marked.get(bookmark_of(heading))
        if heading.about and spot_of_it is not None:
            found.setdefault(heading.about, spot_of_it)
    return found
