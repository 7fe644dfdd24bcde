"""Risks in the order in which they ask for attention."""

from workbook.book import Book
from workbook.records import Risk


def score_of(risk: Risk) -> int | None:
    """Return likelihood times impact, 1 to 25; None while one of them has not been judged (domain: 10.1)."""
    return None if risk.likelihood is None or risk.impact is None else risk.likelihood * risk.impact


def open_risks(book: Book) -> tuple[Risk, ...]:
    """Return the risks that are not closed, the highest score first; those not judged yet come last."""
    alive = [risk for risk in book.all(Risk) if risk.status != "closed"]
    return tuple(sorted(alive, key=lambda risk: (-(score_of(risk) or 0), risk.code)))
