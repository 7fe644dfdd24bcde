"""What somebody asks of text, numbers, amounts and days in a column, as spreadsheets let one ask."""

from dataclasses import replace
from typing import Any

import msgspec

from workbook.book import Book
from workbook.fields import Field
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.pasted import read_cell
from workbook.problems import Problem, Refused
from workbook.records import RecordType

RANGE = "range"
CONTAINS, LACKS, BEGINS = "contains", "lacks", "begins"
THIS_WEEK, THIS_MONTH, NEXT_30_DAYS, PAST = "this_week", "this_month", "next_30_days", "past"
_TEXT = {CONTAINS: "contains", LACKS: "does not contain", BEGINS: "begins with"}
_NUMBER = {RANGE: "from – to"}
_DAY = {
    RANGE: "from – to",
    THIS_WEEK: "this week",
    THIS_MONTH: "this month",
    NEXT_30_DAYS: "next 30 days",
    PAST: "past",
}
WAYS: dict[str, dict[str, str]] = {
    "line": _TEXT,
    "text": _TEXT,
    "whole": _NUMBER,
    "number": _NUMBER,
    "percent": _NUMBER,
    "money": _NUMBER,
    "date": _DAY,
    "moment": _DAY,
    "choice": {},
    "choices": {},
    "flag": {},
    "reference": {},
    "references": {},
}
"""For each kind of field the ways to ask, with their words; a kind with none has few values, which are listed."""
TYPED = (CONTAINS, LACKS, BEGINS, RANGE)
"""Ways that need something typed."""


class Condition(msgspec.Struct, frozen=True, omit_defaults=True):
    """One way to ask and what was typed: a text in `first`, or the ends of a range as plain values, "" for open."""

    way: str
    first: str = ""
    last: str = ""


def bounded(field: Field) -> Field:
    """Return the field as which the ends of a range are read: without limits, and a moment by its day."""
    return replace(field, kind="date" if field.kind == "moment" else field.kind, minimum=None, maximum=None)


def read_condition(
    book: Book, record_type: RecordType, field: Field, condition: Condition, reading: Reading
) -> Condition:
    """Return a condition as it is kept from one as it was typed; raise `Refused` with a sentence that helps."""
    way, first, last = condition.way, condition.first.strip(), condition.last.strip()
    if way not in TYPED:
        return Condition(way)
    if way != RANGE:
        if not first:
            raise Refused(Problem("Type the text to look for."))
        return Condition(way, " ".join(first.split()))
    if not first and not last:
        raise Refused(Problem("Type where the range begins, where it ends, or both."))
    ends = [_end(book, record_type, field, text, reading) for text in (first, last)]
    if None not in ends:
        _refuse_crossed(field, ends[0], ends[1])
    kind = KINDS[bounded(field).kind]
    return Condition(way, *("" if end is None else str(kind.to_plain(end)) for end in ends))


def is_sound(field: Field, condition: Condition) -> bool:
    """Say whether a condition that was kept is one that this field can be asked."""
    if condition.way not in WAYS[field.kind]:
        return False
    if condition.way != RANGE:
        return bool(condition.first) == (condition.way in TYPED)
    try:
        return any(end is not None for end in ends_of(field, condition))
    except Unacceptable:
        return False


def ends_of(field: Field, condition: Condition) -> tuple[Any, Any]:
    """Return both ends of a range as values, None for an open one."""
    plain = bounded(field)
    first, last = (
        KINDS[plain.kind].from_plain(plain, text) if text else None for text in (condition.first, condition.last)
    )
    return first, last


def _end(book: Book, record_type: RecordType, field: Field, text: str, reading: Reading) -> Any:
    value, problem = read_cell(book, record_type, bounded(field), text, reading, 1)
    if problem is not None:
        raise Refused(problem._replace(place=""))
    return value


def _refuse_crossed(field: Field, first: Any, last: Any) -> None:
    if field.kind == "money" and first.currency != last.currency:
        raise Refused(Problem("Both ends have to be in one currency."))
    if (first.amount > last.amount) if field.kind == "money" else (first > last):
        raise Refused(Problem("The range ends before it begins; swap the two."))
