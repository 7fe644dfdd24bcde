"""Taking in the rows of a table: one step, which can be undone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workbook.book import Book
from workbook.bringing_in.kinds_of_rows import owner_type
from workbook.bringing_in.results import ReadRows, Taken
from workbook.changes import Change, change_between
from workbook.circles import refuse_circles
from workbook.codes import free_codes
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record, refuse_same_codes
from workbook.records import Record, RecordType

_T = TypeVar("_T")
_STEP = 200


@dataclass
class BringInRows:
    """Add the records that rows of a file name, and fill in what is empty in those that are there already.

    Records to which new ones belong, and which the file names first, are added with them. Links between rows are made
    after all rows are there. Refused with every problem, by row; `name` is the name of the file, for the history.
    `follow` is told now and then how many rows of how many are worked out, and may raise to stop.
    """

    read: ReadRows
    name: str
    follow: Callable[[int, int], None] | None = field(default=None, repr=False)
    title: str = field(default="Bring in {count} {records} from {name}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = self.read.match.kind.record_type
        first = self._owners(book, record_type)
        with_owners = book.apply(first)
        made = self._made(with_owners, record_type)
        refuse_same_codes(record_type, [after for _, _, after in made])
        draft = with_owners.apply(_changes(record_type, [(before, after) for _, before, after in made]))
        linked = [
            (before, self._linked(draft, record_type, taken, after.id))
            for taken, before, after in self._followed(made, len(made))
        ]
        changes = _changes(record_type, linked)
        refuse_circles(with_owners, changes)
        self.values = {"count": str(len(changes)), "records": record_type.titles, "name": self.name}
        return (*first, *changes)

    def _owners(self, book: Book, record_type: RecordType) -> tuple[Change, ...]:
        """Make the records that rows belong to, and fill in what rows say about those that are here."""
        owners, told = owner_type(record_type), self.read.owner_given
        codes = free_codes(book, owners)
        note = {"note": self.read.owner_note} if self.read.owner_note else {}
        made: list[tuple[Record | None, Record]] = []
        for name, record_id in self.read.owners.items():
            given = {owners.label: name, "code": next(codes), **note, **told.get(record_id, {})}
            made.append((None, made_record(book, owners, given, record_id)))
        for record_id in told.keys() - set(self.read.owners.values()):
            before = existing_record(book, owners, record_id)
            made.append((before, accepted(book, owners, before, told[record_id])))
        return _changes(owners, made)

    def _made(self, book: Book, record_type: RecordType) -> list[tuple[Taken, Record | None, Record]]:
        problems: list[Problem] = []
        made: list[tuple[Taken, Record | None, Record]] = []
        codes = free_codes(book, record_type, {str(taken.given.get("code") or "") for taken in self.read.taken})
        for taken in self._followed(self.read.taken, 0):
            given: dict[str, Any] = dict(taken.given)
            try:
                if taken.is_new:
                    if record_type.code_prefix and not given.get("code"):
                        given["code"] = next(codes)
                    record_id = "" if record_type.key else taken.record_id
                    made.append((taken, None, made_record(book, record_type, given, record_id)))
                else:
                    before = existing_record(book, record_type, taken.record_id)
                    made.append((taken, before, accepted(book, record_type, before, given)))
            except Refused as refused:
                problems += [problem._replace(place=f"Row {taken.row}") for problem in refused.problems]
        if problems:
            raise Refused(*problems)
        return made

    def _followed(self, steps: Sequence[_T], before: int) -> Iterator[_T]:
        """Yield what is gone through twice, each time telling how far it is."""
        for done, step in enumerate(steps):
            if self.follow is not None and done % _STEP == 0:
                self.follow(before + done, 2 * len(steps))
            yield step

    def _linked(self, draft: Book, record_type: RecordType, taken: Taken, record_id: str) -> Record:
        record = existing_record(draft, record_type, record_id)
        links: dict[str, Any] = {}
        for name, ids in taken.links.items():
            if record_type.by_name[name].kind == "references":
                links[name] = tuple(dict.fromkeys((*getattr(record, name), *ids)))
            elif ids and not getattr(record, name):
                links[name] = ids[0]
        return accepted(draft, record_type, record, links) if links else record


def _changes(record_type: RecordType, pairs: list[tuple[Record | None, Record]]) -> tuple[Change, ...]:
    changes = (change_between(record_type, before, after) for before, after in pairs)
    return tuple(change for change in changes if change is not None)
