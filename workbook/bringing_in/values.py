"""What a cell says in a field, by the kind of the field, in any of the languages that the program has."""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.numbers import get_currency_symbol, is_currency

from workbook.book import Book
from workbook.bringing_in.footnotes import REFERENCE
from workbook.bringing_in.sheets import Cell, text_of
from workbook.bringing_in.writings import UnsureError, Writing, day_of, number_of
from workbook.fields import Field
from workbook.kinds import KINDS, Reading, Unacceptable, quoted
from workbook.money import Money
from workbook.training.words import yes_or_no

_SIGNS = {"€": "EUR", "£": "GBP"}
_LEAD = re.compile(r"\A[^\n:]{1,40}:[ ]*\n(?=.)", re.DOTALL)
"""A line that only leads to the name below it: “Of which:”."""
_LETTERS = re.compile(r"[A-Za-z]{3}")
_NUMBER_KINDS = ("number", "whole", "percent")
_NOTHING = frozenset({"-", "–", "—", "n/a", "na", "n.a.", "x", ".", "?"})
"""What people write into a cell of numbers or days that has nothing to say."""


@dataclass(frozen=True)
class HowRead:
    """All that reading a cell needs: the book, how the table writes days and numbers, and the languages to try."""

    book: Book
    writing: Writing
    readings: Sequence[Reading]
    currency: str = ""
    """What amounts are in that name none, where somebody said so; else they are in that of the partnership."""


def value_of(field: Field, cell: Cell, how: HowRead, heading: str = "") -> Any:
    """Return the value in its proper form; raise `Unacceptable` with what is wrong, without the title of the field."""
    kind = KINDS[field.kind]
    try:
        if field.kind == "date":
            return kind.accept(field, _day(field, cell, how))
        if field.kind == "money":
            return kind.accept(field, _money(cell, how, heading))
        if field.kind in _NUMBER_KINDS:
            return kind.accept(field, _number(cell, how))
    except UnsureError as unsure:
        raise Unacceptable(str(unsure)) from None
    if field.kind == "flag":
        return _flag(field, cell, how)
    text = text_of(cell)
    if field.kind in ("line", "reference") and field.name != "note":
        text = " ".join(REFERENCE.sub("", _LEAD.sub("", text)).split()) or text
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise Unacceptable(f"{quoted(text)} does not look like {field.example}")
    return _in_some_language(field, text, how)


def _day(field: Field, cell: Cell, how: HowRead) -> datetime.date | None:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    text = text_of(cell)
    if text.casefold() in _NOTHING:
        return None
    try:
        day = day_of(text, how.writing.order)
    except UnsureError:
        raise
    except ValueError:
        raise Unacceptable(f"{quoted(text)} is not a day of the calendar") from None
    if day is not None:
        return day
    if not any(char.isalpha() for char in text):
        raise Unacceptable(f"{quoted(text)} is not a date")
    found: datetime.date | None = _in_some_language(field, text, how)
    return found


def _number(cell: Cell, how: HowRead) -> Any:
    text = text_of(cell)
    if text.casefold() in _NOTHING:
        return None
    number = number_of(cell, how.writing.mark)
    letters = sum(char.isalpha() for char in text)
    if number is None or letters > 12:
        raise Unacceptable(f"{quoted(text)} is not a number")
    return number


def _money(cell: Cell, how: HowRead, heading: str) -> Money | None:
    text = text_of(cell)
    if text.casefold() in _NOTHING:
        return None
    number = number_of(cell, how.writing.mark)
    if number is None:
        raise Unacceptable(f"{quoted(text)} is not an amount")
    own = how.currency or how.book.plan.currency
    currency = currency_named(cell, heading) or own
    if not currency:
        raise Unacceptable("needs its currency; name it in the heading, such as “Amount (EUR)”, or in the partnership")
    strange = [sign for sign in _signs_in(f"{text} {heading}") if not currency_named(cell, heading)]
    if strange and strange[0] != get_currency_symbol(own, "en")[-1:]:
        said = f"{quoted(text)} is in another currency than {own}"
        raise Unacceptable(f"{said}; name it in the heading, such as “Amount (USD)”")
    return Money(number, currency)


def currency_named(cell: Cell, heading: str) -> str:
    """Return the currency that an amount or the heading over it names, or nothing."""
    return _currency_in(text_of(cell)) or _currency_in(heading)


def _currency_in(text: str) -> str:
    """Return the currency that some text names: by three letters, or by a sign that means one only."""
    for word in _LETTERS.findall(text):
        if word.isupper() and is_currency(word):
            return str(word)
    return next((_SIGNS[sign] for sign in _signs_in(text) if sign in _SIGNS), "")


def _signs_in(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) == "Sc"]


def _flag(field: Field, cell: Cell, how: HowRead) -> bool:
    said = yes_or_no(text_of(cell))
    if said is not None:
        return said != "no"
    found: bool = _in_some_language(field, text_of(cell), how)
    return found


def _in_some_language(field: Field, text: str, how: HowRead) -> Any:
    """Read by the language of the plan, and where that does not understand it, by each of the others."""
    first: Unacceptable | None = None
    for reading in how.readings:
        try:
            return KINDS[field.kind].read(field, text, reading)
        except Unacceptable as error:
            first = first or error
    raise first or Unacceptable(f"{quoted(text)} cannot be read")
