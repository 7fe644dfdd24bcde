"""Which record a document is about, as the command line names it: by its code."""

import argparse
from typing import NamedTuple

from exports.kinds import DocumentKind
from ui.command_line.answers import UserError
from workbook.book import Book
from workbook.records import Agreement, Partner, Record, TrainingSession
from workbook.reporting import current_report

OF_PARTNERS = ("calendar", "statement", "tracker")
OF_SESSIONS = ("sign-in-sheet", "certificates")


class _Named(NamedTuple):
    """How records of a type are asked for: what one is called, the option, and the page where they are added."""

    type: type[Record]
    noun: str
    option: str
    page: str


_NAMED = {
    "agreements": _Named(Agreement, "agreement", "--agreement", "Agreements"),
    "training_sessions": _Named(TrainingSession, "session", "--session", "Capacity & training"),
}


def code_given(options: argparse.Namespace) -> str | None:
    """Return the code of the record that a document is to be about; refuse options that mean nothing for it."""
    if options.partner is not None and options.what not in OF_PARTNERS:
        raise UserError("Only a calendar, a statement or a tracker can be limited to a partner; leave out --partner.")
    if options.due is not None and options.what != "tracker":
        raise UserError("Only a tracker is to come back; leave out --due.")
    if options.session is not None and options.what not in OF_SESSIONS:
        raise UserError("Only a sign-in sheet or certificates are about a session; leave out --session.")
    given: str | None = options.agreement
    if options.what in OF_PARTNERS + OF_SESSIONS:
        given = options.partner if options.what in OF_PARTNERS else options.session
    return given


def subject_of(book: Book, kind: DocumentKind, code: str | None) -> str:
    """Return the id of the record that a document is about; "" for the whole plan, or for all partners."""
    if kind.subject in _NAMED:
        return _meant(book, _NAMED[kind.subject], code).id
    if kind.subject == "reports":
        current = current_report(book)
        return "" if current is None else current.id
    return _partner(book, code) if code is not None and kind.key in OF_PARTNERS else ""


def _meant(book: Book, named: _Named, code: str | None) -> Record:
    """Return the record with this code, or the only one there is."""
    held = {str(getattr(record, "code", "")): record for record in book.all(named.type)}
    if not held:
        raise UserError(f"This workbook has no {named.noun} yet; add one on the page {named.page}.")
    known = ", ".join(held)
    if code is None:
        if len(held) > 1:
            raise UserError(f"Say which {named.noun} with {named.option}; there are {known}.")
        return next(iter(held.values()))
    found = next((record for own, record in held.items() if own.casefold() == code.casefold()), None)
    if found is None:
        raise UserError(f"There is no {named.noun} “{code}”; there are {known}.")
    return found


def _partner(book: Book, code: str) -> str:
    partners = book.all(Partner)
    found = next((partner for partner in partners if partner.code.casefold() == code.casefold()), None)
    if found is None:
        known = ", ".join(partner.code for partner in partners) or "none yet"
        raise UserError(f"There is no partner “{code}”; there are {known}.")
    return found.id
