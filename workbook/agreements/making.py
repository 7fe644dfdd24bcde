"""Several changes that build on one another, for steps that make an agreement with everything in it."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.editing import accepted, made_record
from workbook.records import RECORD_TYPES, Agreement, Clause, Contact, Record, Signature


class Making:
    """Collects changes and applies them as they come, so that the next one can refer to the one before."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes: tuple[Change, ...] = ()

    def add(self, type_name: str, given: Mapping[str, Any]) -> Record:
        """Add a record; raises `Refused`."""
        made = made_record(self.book, RECORD_TYPES[type_name], given)
        self._keep(change_between(RECORD_TYPES[type_name], None, made))
        return made

    def edit(self, type_name: str, record: Record, given: Mapping[str, Any]) -> None:
        """Edit a record; raises `Refused`."""
        record_type = RECORD_TYPES[type_name]
        self._keep(change_between(record_type, record, accepted(self.book, record_type, record, given)))

    def copy_clauses(self, source: Agreement, target: Agreement) -> None:
        """Give the target the clauses of the source, without what people thought of them."""
        for clause in self.book.where(Clause, agreement=source.id):
            held = {name: getattr(clause, name) for name in ("position", "topic", "heading", "body", "left_out")}
            self.add("clauses", {**held, "agreement": target.id})

    def ask_for_signatures(self, target: Agreement, source: Agreement | None = None) -> None:
        """Make room for each party's signature, with who signs as in the source, or as its contacts say."""
        for partner_id in target.parties:
            if self.book.where(Signature, agreement=target.id, partner=partner_id):
                continue
            before = self.book.where(Signature, agreement=source.id, partner=partner_id) if source else ()
            signs = _as_before(before[0]) if before else _signatory(self.book, partner_id)
            self.add("signatures", {**signs, "agreement": target.id, "partner": partner_id})

    def _keep(self, change: Change | None) -> None:
        if change is not None:
            self.changes = (*self.changes, change)
            self.book = self.book.apply((change,))


def _as_before(signature: Signature) -> dict[str, Any]:
    names = ("contact", "capacity", "authority", "stamp_wanted", "witness_wanted")
    return {name: getattr(signature, name) for name in names}


def _signatory(book: Book, partner_id: str) -> dict[str, Any]:
    """Say who signs for a partner, where its contacts leave no doubt."""
    found = book.where(Contact, partner=partner_id, is_signatory=True)
    if len(found) != 1:
        return {}
    return {"contact": found[0].id, "capacity": found[0].position, "authority": found[0].authority}
