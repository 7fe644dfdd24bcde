"""The workbook in memory: an immutable set of records with indexes that follow every change."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, cast

import msgspec
from immutables import Map

from workbook.changes import Change, change_between, record_from_plain
from workbook.identity import derived_id
from workbook.indexes import NO_IDS, Ids, Index, Moves, indexed, moved
from workbook.kinds import KINDS, Plain
from workbook.records import RECORD_TYPES, Plan, Record, RecordType

PLAN_ID = derived_id("plan")

_R = TypeVar("_R", bound=Record)
_IndexKey = tuple[str, tuple[str, ...]]
_Order = tuple[str, ...]


class LockedRecord(NamedTuple):
    """A stored record that cannot be read (written by a newer or a broken program): shown, never changed or dropped."""

    type: str
    id: str
    raw: Mapping[str, object]
    reason: str


class MovedOn(Exception):  # noqa: N818 - a verdict about the workbook, not a failure of the program
    """A change expects something that is no longer there, because somebody changed it since."""

    def __init__(self, change: Change, field: str = "") -> None:
        self.change, self.field = change, field
        super().__init__(change.type, change.id, field)


class Book:
    """All records of a workbook at one moment.

    Never changes: `apply` returns another book that shares what was not touched, so that a report, a check or a
    comparison can go on working on the book it was given. Indexes are made when first asked for and carried along.
    """

    __slots__ = ("_indexes", "_ordered", "_orders", "_tables", "locked")

    def __init__(
        self,
        tables: Mapping[str, Map[str, Record]],
        locked: tuple[LockedRecord, ...] = (),
        *,
        indexes: Mapping[_IndexKey, Index] | None = None,
        orders: Mapping[str, _Order] | None = None,
    ) -> None:
        """Hold records by type and id; what is known of their order and groups may be handed on."""
        self._tables = dict(tables)
        self._indexes = dict(indexes or {})
        self._orders = dict(orders or {})
        self._ordered: dict[str, tuple[Record, ...]] = {}
        self.locked = locked

    @classmethod
    def empty(cls) -> "Book":
        return cls({name: Map() for name in RECORD_TYPES})

    @property
    def plan(self) -> Plan:
        """The partnership itself; a blank one before it has been described."""
        return cast(Plan, self._tables["plan"].get(PLAN_ID) or Plan(PLAN_ID))

    def table(self, type_name: str) -> Map[str, Record]:
        """Return the records of a type by id, in no order; the same object as long as none of them changed."""
        return self._tables[type_name]

    def count(self, type_name: str) -> int:
        return len(self._tables[type_name])

    def get(self, type_name: str, record_id: str | None) -> Record | None:
        return None if record_id is None else self._tables[type_name].get(record_id)

    def all(self, record_class: type[_R]) -> tuple[_R, ...]:
        """Return the records of a class in the order in which they were made."""
        return cast(tuple[_R, ...], self.records(name_of(record_class)))

    def records(self, type_name: str) -> tuple[Record, ...]:
        """Return the records of a type in the order in which they were made."""
        known = self._ordered.get(type_name)
        if known is None:
            table = self._tables[type_name]
            order = self._orders.get(type_name)
            if order is None:
                order = self._orders[type_name] = tuple(sorted(table))
            known = self._ordered[type_name] = tuple(map(table.__getitem__, order))
        return known

    def one(self, record_class: type[_R], record_id: str | None) -> _R | None:
        """Return a record by its id, typed by its class."""
        return cast(_R | None, self.get(name_of(record_class), record_id))

    def where(self, record_class: type[_R], **values: Any) -> tuple[_R, ...]:
        """Return the records whose fields have these values, in the order in which they were made.

        A field with several values matches when the value is among them.
        """
        type_name = name_of(record_class)
        table = self._tables[type_name]
        ids = self._group(type_name, tuple(values), tuple(values.values()))
        return tuple(cast(_R, table[record_id]) for record_id in ids)

    def count_where(self, record_class: type[_R], **values: Any) -> int:
        """Count what `where` would return, without looking at each record."""
        return len(self._group(name_of(record_class), tuple(values), tuple(values.values())))

    def by_code(self, type_name: str, code: str) -> Record | None:
        """Return the record that people call by this code; upper and lower case alike."""
        wanted = code.strip().casefold()
        ids = self._group(type_name, ("code",), (wanted,))
        return self._tables[type_name].get(ids[0]) if ids else None

    def referring(self, record_id: str) -> Iterator[tuple[RecordType, str, Record]]:
        """Yield each record that refers to this one, with its type and the name of the field that does."""
        target = self.type_holding(record_id)
        for record_type in RECORD_TYPES.values():
            for field in record_type.reference_fields:
                if target is None or field.target == target.name:
                    for other_id in self._group(record_type.name, (field.name,), (record_id,)):
                        yield record_type, field.name, self._tables[record_type.name][other_id]

    def type_holding(self, record_id: str) -> RecordType | None:
        """Return the type of the record with this id."""
        return next((RECORD_TYPES[name] for name, table in self._tables.items() if record_id in table), None)

    def label(self, type_name: str, record_id: str) -> str:
        """Name a record in a few words: its code and what stands for it."""
        record = self._tables[type_name].get(record_id)
        if record is None:
            return "(removed)"
        return label_of(self, RECORD_TYPES[type_name], record)

    def find(self, type_name: str, text: str) -> str | None:
        """Return the id of the record that a typed code, name or label means, or None."""
        record = self.by_code(type_name, text)
        if record is None:
            wanted = text.strip().casefold()
            label = RECORD_TYPES[type_name].label
            named = (r for r in self.records(type_name) if str(getattr(r, label)).casefold() == wanted)
            record = next(named, None)
        if record is None and " " in text.strip():
            record = self.by_code(type_name, text.split(maxsplit=1)[0])
        return None if record is None else record.id

    def apply(self, changes: Iterable[Change]) -> "Book":
        """Return the book after these changes; raise `MovedOn` if one expects something else than stands here."""
        drafts: dict[str, Any] = {}
        moves: dict[str, Moves] = {}
        for change in changes:
            draft = drafts.get(change.type)
            if draft is None:
                draft = drafts[change.type] = self._tables[change.type].mutate()
            before, new = _step(draft.get(change.id), change)
            if new is None:
                del draft[change.id]
            else:
                draft[change.id] = new
            moves.setdefault(change.type, []).append((before, new))
        tables = self._tables | {name: draft.finish() for name, draft in drafts.items()}
        # Workers ask this book meanwhile, and what they ask for the first time is added to both: go over copies.
        # An order outlives edits, so that changing a cell does not sort a whole table again.
        orders = {name: order for name, order in self._orders.copy().items() if _same_members(moves.get(name, ()))}
        indexes = {
            key: moved(index, key[1], moves[key[0]]) if key[0] in moves else index
            for key, index in self._indexes.copy().items()
        }
        return Book(tables, self.locked, indexes=indexes, orders=orders)

    def difference(self, later: "Book") -> tuple[Change, ...]:
        """Return the changes that make the later book out of this one; what they share is not looked at."""
        changes = []
        for name, record_type in RECORD_TYPES.items():
            old, new = self._tables[name], later.table(name)
            if old is new:
                continue
            ids = sorted(set(old) | set(new))
            pairs = ((old.get(record_id), new.get(record_id)) for record_id in ids)
            found = (change_between(record_type, a, b) for a, b in pairs if a is not b)
            changes += [change for change in found if change is not None]
        return tuple(changes)

    def _group(self, type_name: str, fields: tuple[str, ...], values: tuple[Any, ...]) -> Ids:
        key = (type_name, fields)
        index = self._indexes.get(key)
        if index is None:
            index = self._indexes[key] = indexed(fields, self.records(type_name))
        found: Ids = index.get(values, NO_IDS)
        return found


def name_of(record_class: type[Record]) -> str:
    """Return the type name under which a record class is registered."""
    return _NAMES[record_class]


_NAMES = {record_type.cls: name for name, record_type in RECORD_TYPES.items()}


def label_of(book: Book, record_type: RecordType, record: Record) -> str:
    """Name a record in a few words; records without a name of their own are named by what they join."""
    if record_type.key and record_type.name != "plan":
        parts = []
        for name in record_type.key:
            field, value = record_type.by_name[name], getattr(record, name)
            if field.kind == "reference" and value:
                parts.append(book.label(field.target, value))
            elif name == "record_id" and (held := book.type_holding(value)) is not None:
                parts.append(book.label(held.name, value))
            elif not KINDS[field.kind].is_blank(value):
                parts.append(
                    str(field.vocabulary.title(value) if field.vocabulary and field.kind == "choice" else value)
                )
        return " – ".join(parts)
    name = str(getattr(record, record_type.label) or "")
    code = getattr(record, "code", "") if record_type.code_prefix else ""
    return " ".join(part for part in (code, name) if part)


def id_for(record_type: RecordType, values: Mapping[str, Plain], make: Any) -> str:
    """Return the id of a record to be made: derived from its natural key where it has one, else from `make()`."""
    if record_type.name == "plan":
        return PLAN_ID
    if record_type.key:
        return derived_id(record_type.name, *(str(values.get(name) or "") for name in record_type.key))
    return str(make())


def _step(before: Record | None, change: Change) -> tuple[Record | None, Record | None]:
    record_type = RECORD_TYPES[change.type]
    if change.before is None:
        if before is not None:
            raise MovedOn(change)
        return None, record_from_plain(record_type, change.id, change.after or {})
    if before is None:
        raise MovedOn(change)
    for name, plain in change.before.items():
        field = record_type.by_name[name]
        if KINDS[field.kind].to_plain(getattr(before, name)) != plain:
            raise MovedOn(change, name)
    if change.after is None:
        return before, None
    values = {
        name: KINDS[record_type.by_name[name].kind].from_plain(record_type.by_name[name], plain)
        for name, plain in change.after.items()
    }
    return before, msgspec.structs.replace(before, **values)


def _same_members(moves: Iterable[tuple[Record | None, Record | None]]) -> bool:
    return all(before is not None and new is not None for before, new in moves)
