"""Which partners count as taking part; every other figure about partners asks here."""

from workbook.book import Book
from workbook.records import Partner

ACTIVE_STATUSES = frozenset({"engaged", "signed"})
INVOLVING_LETTERS = ("R", "A", "C")
CREATIVE_SECTORS = frozenset({"cultural_institution", "creative_industry", "individual_artist"})


def is_active(partner: Partner | None) -> bool:
    """Say whether a partner takes part now: engaged or signed. A partner without a status has not said so yet."""
    return partner is not None and partner.status in ACTIVE_STATUSES


def active_partners(book: Book) -> tuple[Partner, ...]:
    """Return the partners that take part now, in the order in which they were made."""
    return tuple(partner for partner in book.all(Partner) if is_active(partner))
