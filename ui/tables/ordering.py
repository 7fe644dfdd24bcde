"""In which order records stand: by a field as its values go, or by what they join."""

from collections.abc import Callable, Sequence
from typing import Any

from workbook.fields import Field
from workbook.kinds import KINDS, Reading
from workbook.records import Record, RecordType

_AS_THEY_ARE = ("whole", "number", "percent", "date", "moment", "flag")


def sorted_by(field: Field, records: Sequence[Record], reading: Reading, *, descending: bool) -> list[Record]:
    """Return records in the order of a field; those where it is empty come last either way."""
    kind = KINDS[field.kind]
    blank = [record for record in records if kind.is_blank(getattr(record, field.name))]
    filled = (
        [record for record in records if not kind.is_blank(getattr(record, field.name))] if blank else list(records)
    )
    filled.sort(key=_key(field, reading), reverse=descending)
    return filled + blank


def joined(record_type: RecordType, record: Record, reading: Reading) -> tuple[str, ...]:
    """Order records that join others by what they join; their derived ids say nothing about time."""
    fields = [record_type.by_name[name] for name in record_type.key]
    values = [getattr(record, name) for name in record_type.key]
    return tuple(
        KINDS[field.kind].show(field, value, reading).casefold() if field.is_reference else str(value or "")
        for field, value in zip(fields, values, strict=True)
    )


def _key(field: Field, reading: Reading) -> Callable[[Record], Any]:
    name, kind = field.name, KINDS[field.kind]
    if field.kind in _AS_THEY_ARE:
        return lambda record: getattr(record, name)
    if field.kind == "money":
        return lambda record: (getattr(record, name).currency, getattr(record, name).amount)
    if field.kind == "choice" and field.vocabulary is not None:
        places = {key: place for place, key in enumerate(field.vocabulary.keys)}
        return lambda record: places[getattr(record, name)]
    if field.kind == "line":
        return lambda record: getattr(record, name).casefold()
    known: dict[Any, str] = {}

    def shown(record: Record) -> str:
        value = getattr(record, name)
        if value not in known:
            known[value] = kind.show(field, value, reading).casefold()
        return known[value]

    return shown
