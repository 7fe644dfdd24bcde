"""The values of a column as terms to filter and group by: a key that may be kept, a title that people read."""

from collections import Counter
from collections.abc import Iterable

from workbook.fields import Field
from workbook.kinds import KINDS, Reading
from workbook.records import Record

BLANK, FILLED = "", "*"
_YES, _NO = "yes", "no"
_BY_VALUE = ("choice", "choices", "reference", "references")
GROUPED = ("choice", "reference", "flag")
"""Kinds with few values and one at a time; only by these can rows be put into groups."""


def keys_of(field: Field, record: Record) -> tuple[str, ...]:
    """Return the terms that a record has in a field; text, numbers and dates are only empty or filled in."""
    value = getattr(record, field.name)
    if field.kind == "flag":
        return (_YES if value else _NO,)
    if KINDS[field.kind].is_blank(value):
        return (BLANK,)
    if field.kind in _BY_VALUE:
        return value if isinstance(value, tuple) else (value,)
    return (FILLED,)


def title_of(field: Field, key: str, reading: Reading) -> str:
    """Return how people read a term."""
    if field.kind == "flag":
        return "Yes" if key == _YES else "No"
    if key in (BLANK, FILLED):
        return "(empty)" if key == BLANK else "(filled in)"
    if field.vocabulary is not None:
        return field.vocabulary.title(key) if key in field.vocabulary else key
    return reading.label(field.target, key)


def in_order(field: Field, keys: Iterable[str], reading: Reading) -> list[str]:
    """Return terms in the order of their vocabulary or of their titles, what is empty last."""
    if field.kind == "flag":
        return sorted(keys, reverse=True)
    if field.vocabulary is not None:
        places = {key: place for place, key in enumerate(field.vocabulary.keys)}
        return sorted(keys, key=lambda key: (key == BLANK, places.get(key, len(places)), key))
    return sorted(keys, key=lambda key: (key == BLANK, title_of(field, key, reading).casefold()))


def counted(field: Field, records: Iterable[Record]) -> Counter[str]:
    """Count how many records have each term."""
    return Counter(key for record in records for key in keys_of(field, record))
