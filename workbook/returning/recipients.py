"""Who may get a tracker: which partners have something of their own in it, and which have one already."""

from dataclasses import dataclass

from workbook.book import Book
from workbook.partner_sheets import rows_of
from workbook.records import Partner, Tracker
from workbook.returning.issuing import out_with

_LEFT = ("withdrawn", "completed")


@dataclass(frozen=True, slots=True)
class Recipient:
    """A partner with the number of its own rows, and the latest tracker that it has and has not sent back."""

    partner: Partner
    rows: int
    out: Tracker | None = None

    @property
    def takes_part(self) -> bool:
        return self.partner.status not in _LEFT

    @property
    def is_proposed(self) -> bool:
        """Say whether a tracker is worth sending: there is something to fill in, and none is out."""
        return self.takes_part and self.rows > 0 and self.out is None


def recipients(book: Book) -> tuple[Recipient, ...]:
    """Return all partners: those with something of their own first, those that left last, else as in the plan."""
    found = [_recipient(book, partner) for partner in book.all(Partner)]
    return tuple(sorted(found, key=lambda one: (not one.takes_part, not one.rows)))


def _recipient(book: Book, partner: Partner) -> Recipient:
    rows = sum(len(ids) for ids in rows_of(book, partner.id).values())
    return Recipient(partner, rows, latest_out(book, partner.id))


def latest_out(book: Book, partner_id: str | None) -> Tracker | None:
    """Return the latest tracker that a partner has, or (None) the latest of the whole plan that is out."""
    return next(reversed(out_with(book, partner_id)), None)
