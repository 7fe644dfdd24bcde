"""Rows of records, prepared as text once and kept until a change set names them; and their order."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ui.bridge import Bridge
from workbook.changes import Change
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES, Record

Belongs = Callable[[Record], bool]


class Rows:
    """The records of one type that a table shows: which, in what order, and how each cell reads.

    Sorting and filtering work on an own list of ids (tech.md: a proxy model needs seconds for it). A new record joins
    at the end and an edited one stays where it is, so that no row runs away from the person who types in it.
    """

    def __init__(self, bridge: Bridge, type_name: str, columns: tuple[str, ...]) -> None:
        self.bridge, self.type_name = bridge, type_name
        self.record_type = RECORD_TYPES[type_name]
        self.fields: tuple[Field, ...] = tuple(self.record_type.by_name[name] for name in columns)
        self.ids: list[str] = []
        self.filter = ""
        self.belongs: Belongs | None = None
        self.order: tuple[int, bool] | None = None
        self._texts: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, int] | None = None
        self.arrange()

    def arrange(self) -> None:
        """Work out anew which records are shown, in what order."""
        records = [record for record in self.bridge.book.records(self.type_name) if self.matches(record)]
        if self.order is not None:
            column, descending = self.order
            key = _sort_key(self.bridge, self.fields[column])
            filled = [record for record in records if not self._is_blank(record, column)]
            blank = [record for record in records if self._is_blank(record, column)]
            records = [*sorted(filled, key=key, reverse=descending), *blank]
        elif self.record_type.key:
            records.sort(key=self._joined)
        self.ids = [record.id for record in records]
        self._places = None

    def record(self, row: int) -> Record | None:
        return self.bridge.book.get(self.type_name, self.ids[row]) if 0 <= row < len(self.ids) else None

    def place(self, record_id: str) -> int:
        """Return the row of a record, or -1 where it is not shown."""
        if self._places is None:
            self._places = {shown: row for row, shown in enumerate(self.ids)}
        return self._places.get(record_id, -1)

    def texts(self, row: int) -> tuple[str, ...]:
        record_id = self.ids[row]
        known = self._texts.get(record_id)
        if known is None:
            record = self.bridge.book.get(self.type_name, record_id)
            known = ("",) * len(self.fields) if record is None else self._written(record)
            self._texts[record_id] = known
        return known

    def matches(self, record: Record) -> bool:
        if self.belongs is not None and not self.belongs(record):
            return False
        if not self.filter:
            return True
        known = self._texts.get(record.id)
        if known is None:
            known = self._texts[record.id] = self._written(record)
        whole = " ".join(known).casefold()
        return all(word in whole for word in self.filter.casefold().split())

    def forget(self, record_id: str) -> None:
        """Let a row be written anew when it is next looked at."""
        self._texts.pop(record_id, None)

    def forget_all(self) -> None:
        self._texts.clear()

    def append(self, record_id: str) -> None:
        self.ids.append(record_id)
        self._places = None

    def drop(self, row: int) -> None:
        self.forget(self.ids[row])
        del self.ids[row]
        self._places = None

    def touched_by(self, changes: tuple[Change, ...]) -> dict[str, set[int]]:
        """Return the cells of other rows that show a record which these changes touch, by record id."""
        touched: dict[str, set[int]] = {}
        for column, field in enumerate(self.fields):
            ids = {change.id for change in changes if field.is_reference and change.type == field.target}
            if not ids:
                continue
            for record_id in self.ids:
                record = self.bridge.book.get(self.type_name, record_id)
                value = getattr(record, field.name, None)
                held = set(value) if isinstance(value, tuple) else {value}
                if held & ids:
                    touched.setdefault(record_id, set()).add(column)
        return touched

    def _written(self, record: Record) -> tuple[str, ...]:
        reading = self.bridge.reading
        return tuple(
            KINDS[field.kind].show(field, getattr(record, field.name), reading).replace("\n", " ")
            for field in self.fields
        )

    def _joined(self, record: Record) -> tuple[str, ...]:
        """Order records that join others by what they join; their derived ids say nothing about time."""
        values = [getattr(record, name) for name in self.record_type.key]
        fields = [self.record_type.by_name[name] for name in self.record_type.key]
        reading = self.bridge.reading
        return tuple(
            KINDS[field.kind].show(field, value, reading).casefold() if field.is_reference else str(value or "")
            for field, value in zip(fields, values, strict=True)
        )

    def _is_blank(self, record: Record, column: int) -> bool:
        field = self.fields[column]
        return KINDS[field.kind].is_blank(getattr(record, field.name))


def _sort_key(bridge: Bridge, field: Field) -> Callable[[Record], Any]:
    name = field.name
    if field.kind in ("whole", "number", "percent", "date", "moment", "flag"):
        return lambda record: getattr(record, name)
    if field.kind == "money":
        return lambda record: (getattr(record, name).currency, Decimal(getattr(record, name).amount))
    if field.kind == "choice" and field.vocabulary is not None:
        places = {key: place for place, key in enumerate(field.vocabulary.keys)}
        return lambda record: places[getattr(record, name)]
    reading = bridge.reading
    return lambda record: KINDS[field.kind].show(field, getattr(record, name), reading).casefold()
