"""Rows of records, prepared as text once and kept until a change set names them; their order and their groups."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.bridge import Bridge
from ui.tables.ordering import joined, sorted_by
from workbook.changes import Change
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.narrowing import Wish, matcher, terms
from workbook.records import RECORD_TYPES, Record

Belongs = Callable[[Record], bool]
_HEADING = "group:"
_OWN = ("line", "text")
"""Kinds whose values hardly ever occur twice."""


@dataclass
class Group:
    """The rows of one term; its heading is a row of its own, which stands in `Rows.ids` by the group's id."""

    key: str
    title: str
    members: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return _HEADING + self.key


class Rows:
    """The records of one type that a table shows: which, in what order and groups, and how each cell reads.

    Sorting and filtering work on an own list of ids (tech.md: a proxy model needs seconds for it). A new record joins
    at the end and an edited one stays where it is, so that no row runs away from the person who types in it.
    """

    def __init__(self, bridge: Bridge, type_name: str, columns: tuple[str, ...]) -> None:
        self.bridge, self.type_name = bridge, type_name
        self.record_type = RECORD_TYPES[type_name]
        self.fields: tuple[Field, ...] = ()
        self.ids: list[str] = []
        self.total = 0
        self.filter = ""
        self.wanted: Mapping[str, Wish] = {}
        self._tests: dict[str, Belongs] = {}
        self.belongs: Belongs | None = None
        self.order: tuple[str, bool] | None = None
        self.group: Field | None = None
        self.groups: dict[str, Group] = {}
        self.folded: set[str] = set()
        self._texts: dict[str, tuple[str, ...]] = {}
        self._shown: list[dict[Any, str]] = []
        self._places: dict[str, int] | None = None
        self._heading_rows: list[int] | None = None
        self._held: dict[str, str] = {}
        self.show(columns)
        self.arrange()

    def show(self, columns: tuple[str, ...]) -> None:
        """Take other columns, in this order."""
        self.fields = tuple(self.record_type.by_name[name] for name in columns)
        self.forget_all()

    def arrange(self) -> None:
        """Work out anew which records are shown, in what order and groups."""
        self._prepare_tests()
        records = [record for record in self.bridge.book.records(self.type_name) if self.matches(record)]
        reading = self.bridge.reading
        if self.order is not None:
            name, descending = self.order
            records = sorted_by(self.record_type.by_name[name], records, reading, descending=descending)
        elif self.record_type.key:
            records.sort(key=lambda record: joined(self.record_type, record, reading))
        self.total = len(records)
        if self.group is None:
            self.groups, self._held = {}, {}
            self.ids = [record.id for record in records]
        else:
            self._put_into_groups(self.group, records)
        self._moved()

    def record(self, row: int) -> Record | None:
        """Return the record of a row; a heading has none."""
        return self.bridge.book.get(self.type_name, self.ids[row]) if 0 <= row < len(self.ids) else None

    def members(self) -> list[str]:
        """Return the ids of all records of the table in its order, also of those in folded groups."""
        if not self.groups:
            return self.ids
        return [member for group in self.groups.values() for member in group.members]

    def heading(self, row: int) -> Group | None:
        """Return the group whose heading a row is."""
        return self.groups.get(self.ids[row]) if self.groups and 0 <= row < len(self.ids) else None

    def said(self, group: Group) -> str:
        """Say a heading in words, with how many rows stand below it."""
        by = self.group.title if self.group is not None else ""
        return f"{by}: {group.title} ({self.bridge.formats.number(len(group.members))})"

    def number(self, row: int) -> int:
        """Return how many records stand down to a row, as people count them."""
        return row + 1 - (bisect_left(self._headings(), row) if self.groups else 0)

    def is_folded(self, group: Group) -> bool:
        return group.key in self.folded

    def place(self, record_id: str) -> int:
        """Return the row of a record, or -1 where it is not shown."""
        if self._places is None:
            self._places = {shown: row for row, shown in enumerate(self.ids)}
        return self._places.get(record_id, -1)

    def texts(self, row: int) -> tuple[str, ...]:
        record_id = self.ids[row]
        if record_id in self.groups:
            return (self.said(self.groups[record_id]), *("",) * (len(self.fields) - 1))
        known = self._texts.get(record_id)
        if known is None:
            record = self.bridge.book.get(self.type_name, record_id)
            known = ("",) * len(self.fields) if record is None else self._written(record)
            self._texts[record_id] = known
        return known

    def matches(self, record: Record, *, but: str = "") -> bool:
        """Say whether a record is shown; `but` names a field of which nothing is asked."""
        if self.belongs is not None and not self.belongs(record):
            return False
        if any(name != but and not test(record) for name, test in self._tests.items()):
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
        self.forget_values()

    def forget_values(self) -> None:
        """Let values be written anew that many rows share, because records that they name may be called otherwise."""
        self._shown = [{} for _field in self.fields]

    def group_of(self, record_id: str) -> Group | None:
        """Return the group in which a record is listed."""
        return self.groups.get(self._held.get(record_id, ""))

    def group_for(self, record: Record) -> Group:
        """Return the group that a record belongs into, which may have no heading yet."""
        assert self.group is not None
        key = terms.keys_of(self.group, record)[0]
        title = terms.title_of(self.group, key, self.bridge.reading)
        return self.groups.get(_HEADING + key) or Group(key, title)

    def place_for(self, group: Group) -> int:
        """Return the row in which the heading of a new group has to stand."""
        assert self.group is not None
        keys = [one.key for one in self.groups.values()]
        wanted = terms.in_order(self.group, [*keys, group.key], self.bridge.reading)
        after = wanted[wanted.index(group.key) + 1 :]
        return self.place(_HEADING + after[0]) if after else len(self.ids)

    def end_of(self, group: Group) -> int:
        """Return the row after the last one of a group."""
        return self.place(group.id) + 1 + (0 if self.is_folded(group) else len(group.members))

    def begin(self, group: Group, row: int) -> None:
        """Put the heading of a new group into a row."""
        self.ids.insert(row, group.id)
        listed = [*self.groups.values(), group]
        self._moved()
        self.groups = {one.id: one for one in sorted(listed, key=lambda one: self.place(one.id))}

    def end(self, group: Group) -> None:
        """Take away the heading of a group that has no rows left."""
        del self.ids[self.place(group.id)]
        del self.groups[group.id]
        self._moved()

    def join(self, record_id: str, group: Group | None, row: int) -> None:
        """List a record in a row, or with -1 only in its group."""
        if row >= 0:
            self.ids.insert(row, record_id)
        if group is not None:
            group.members.append(record_id)
            self._held[record_id] = group.id
        self.total += 1
        self._moved()

    def leave(self, record_id: str) -> None:
        """Take a record out of its row and its group."""
        row, group = self.place(record_id), self.group_of(record_id)
        if row >= 0:
            del self.ids[row]
        if group is not None:
            group.members.remove(record_id)
            del self._held[record_id]
        self.total -= 1
        self._moved()

    def fold(self, group: Group, *, folded: bool) -> None:
        """Hide or show the rows below a heading."""
        at = self.place(group.id) + 1
        if folded:
            self.folded.add(group.key)
            del self.ids[at : at + len(group.members)]
        else:
            self.folded.discard(group.key)
            self.ids[at:at] = group.members
        self._moved()

    def touched_by(self, changes: tuple[Change, ...]) -> dict[str, set[int]]:
        """Return the cells of other rows that show a record which these changes touch, by record id."""
        touched: dict[str, set[int]] = {}
        for column, declared in enumerate(self.fields):
            ids = {change.id for change in changes if declared.is_reference and change.type == declared.target}
            for target in ids:
                for record in self.bridge.book.where(self.record_type.cls, **{declared.name: target}):
                    touched.setdefault(record.id, set()).add(column)
        return touched

    def _prepare_tests(self) -> None:
        today, first_weekday = self.bridge.today(), self.bridge.formats.locale.first_week_day
        self._tests = {
            name: matcher(self.record_type.by_name[name], wish, today, first_weekday)
            for name, wish in self.wanted.items()
        }

    def _put_into_groups(self, by: Field, records: list[Record]) -> None:
        reading = self.bridge.reading
        members: dict[str, list[str]] = {}
        for record in records:
            members.setdefault(terms.keys_of(by, record)[0], []).append(record.id)
        found = [
            Group(key, terms.title_of(by, key, reading), members[key]) for key in terms.in_order(by, members, reading)
        ]
        self.groups = {group.id: group for group in found}
        self._held = {record_id: group.id for group in found for record_id in group.members}
        self.ids = []
        for group in found:
            self.ids.append(group.id)
            if not self.is_folded(group):
                self.ids += group.members

    def _headings(self) -> list[int]:
        if self._heading_rows is None:
            self._heading_rows = sorted(self.place(group_id) for group_id in self.groups)
        return self._heading_rows

    def _moved(self) -> None:
        self._places = self._heading_rows = None

    def _written(self, record: Record) -> tuple[str, ...]:
        """Write the cells of a row; what many rows share (dates, terms, names of other records) is written once."""
        reading = self.bridge.reading
        cells = []
        for declared, known in zip(self.fields, self._shown, strict=True):
            value = getattr(record, declared.name)
            text = known.get(value)
            if text is None:
                text = KINDS[declared.kind].show(declared, value, reading).replace("\n", " ")
                if declared.kind not in _OWN:
                    known[value] = text
            cells.append(text)
        return tuple(cells)
