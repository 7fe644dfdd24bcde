"""What the tables of an agreement are made from."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.outline import Block
from exports.outline.showing import Showing
from workbook.agreements import Annex
from workbook.book import Book
from workbook.records import Agreement, Contact, Partner

Blocks = Iterable[Block]


@dataclass(frozen=True)
class Context:
    """One agreement, its parties and its annexes."""

    showing: Showing
    agreement: Agreement
    parties: tuple[Partner, ...]
    annexes: tuple[Annex, ...]

    @property
    def book(self) -> Book:
        return self.showing.edition.book

    def signatory(self, partner_id: str) -> Contact | None:
        """The person who signs for a partner."""
        return self._contact(partner_id, is_signatory=True)

    def officer(self, partner_id: str) -> Contact | None:
        """The contact officer of a partner."""
        return self._contact(partner_id, is_main=True)

    def _contact(self, partner_id: str, **role: bool) -> Contact | None:
        found = self.book.where(Contact, partner=partner_id, **role)
        return found[0] if found else None
