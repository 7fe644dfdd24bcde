"""What the search reads instead of records: for each, its name and everything that was typed, in small letters.

Made a little at a time, so that nobody waits for it, and brought up to date by the change sets.
"""

from collections.abc import Iterator
from time import perf_counter

from ui.bridge import Bridge
from workbook.changes import ChangeSet
from workbook.fields import Field
from workbook.records import RECORD_TYPES, HealthResponse, HealthRound, Record, RecordType

_TEXTS = ("line", "text")
_AT_ONCE = 200
_TOO_MANY = 2_000
"""Changes of one step beyond which reading the whole type again is cheaper."""


class TypeIndex:
    """The entries of one type, in three lists side by side, which is what makes looking through them fast."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.labels: list[str] = []
        self.wholes: list[str] = []
        self._places: dict[str, int] = {}

    def put(self, record_id: str, label: str, whole: str) -> None:
        """Add an entry, or replace the one of this record."""
        place = self._places.get(record_id)
        if place is None:
            self._places[record_id] = len(self.ids)
            self.ids.append(record_id)
            self.labels.append(label)
            self.wholes.append(whole)
        else:
            self.labels[place], self.wholes[place] = label, whole

    def drop(self, record_id: str) -> None:
        """Let nothing find this record any more; its place stays, so that the others keep theirs."""
        place = self._places.pop(record_id, None)
        if place is not None:
            self.ids[place] = self.labels[place] = self.wholes[place] = ""


class SearchIndex:
    """All types. `version` changes whenever an entry does."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.types: dict[str, TypeIndex] = {}
        self.version = 0
        self._work: Iterator[None] | None = None
        bridge.changed.connect(self._on_changed)

    @property
    def is_ready(self) -> bool:
        return len(self.types) == len(RECORD_TYPES)

    def build(self, seconds: float | None = None) -> bool:
        """Go on reading for so long, or to the end; says whether everything has been read."""
        until = None if seconds is None else perf_counter() + seconds
        while not self.is_ready:
            if self._work is None:
                self._work = self._reading(next(name for name in RECORD_TYPES if name not in self.types))
            for _ in self._work:
                if until is not None and perf_counter() > until:
                    return False
            self._work = None
        return True

    def _reading(self, name: str) -> Iterator[None]:
        made, record_type = TypeIndex(), RECORD_TYPES[name]
        for number, record in enumerate(self.bridge.book.records(name), 1):
            if self._may_be_found(record):
                made.put(record.id, *self._entry(record_type, record))
            if number % _AT_ONCE == 0:
                yield
        self.types[name] = made
        self.version += 1

    def _entry(self, record_type: RecordType, record: Record) -> tuple[str, str]:
        label = self.bridge.book.label(record_type.name, record.id)
        typed = (str(getattr(record, field.name)) for field in searched_fields(record_type))
        return label, " ".join((label, *typed)).casefold()

    def _may_be_found(self, record: Record) -> bool:
        """Answers of the cooperation check stay with their round unless it allows that single ones are shown."""
        if not isinstance(record, HealthResponse):
            return True
        held = self.bridge.book.one(HealthRound, record.round)
        return held is not None and held.show_single

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        self._work = None  # it read a book that is no longer the present one
        self.version += 1
        touched = {change.type for change in change_set.changes}
        for name in list(self.types):
            many = sum(change.type == name for change in change_set.changes) > _TOO_MANY
            if many or _named_by(RECORD_TYPES[name]) & touched:
                del self.types[name]
        book = self.bridge.book
        for change in change_set.changes:
            index = self.types.get(change.type)
            record = book.get(change.type, change.id)
            if index is not None and record is not None and self._may_be_found(record):
                index.put(change.id, *self._entry(RECORD_TYPES[change.type], record))
            elif index is not None:
                index.drop(change.id)


def searched_fields(record_type: RecordType) -> tuple[Field, ...]:
    """Return the fields that hold what people typed, not what the program keeps for itself."""
    return tuple(
        field for field in record_type.fields if field.kind in _TEXTS and not field.internal and not field.fixed
    )


def _named_by(record_type: RecordType) -> set[str]:
    """Return the types whose records give the records of this type their names."""
    if record_type.name == "plan":
        return set()
    return {record_type.by_name[name].target for name in record_type.key} - {""}
