"""Taking rows that were copied in a spreadsheet: known records are edited and new ones added, all or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.circles import refuse_circles
from workbook.codes import free_codes
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record, refuse_same_codes
from workbook.pasted import Line
from workbook.records import RECORD_TYPES, Record, RecordType


@dataclass
class PasteRows:
    """Edit the records that lines name and add those that are new, as one step; refused with every problem, by row."""

    type_name: str
    lines: Sequence[Line]
    title: str = field(default="Paste {count} {records}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)
    added: tuple[str, ...] = field(default=(), init=False)
    """The records that were added, in the order of their lines."""

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        problems: list[Problem] = []
        pairs: list[tuple[Record | None, Record]] = []
        codes = free_codes(book, record_type, {str(line.given.get("code") or "") for line in self.lines})
        for line in self.lines:
            try:
                pairs.append(_pair(book, record_type, line, codes))
            except Refused as refused:
                problems += [_placed(record_type, line, problem) for problem in refused.problems]
        if problems:
            raise Refused(*problems)
        _refuse_twice(record_type, self.lines, pairs)
        refuse_same_codes(record_type, [record for _, record in pairs])
        changes = tuple(change_between(record_type, before, after) for before, after in pairs)
        real = tuple(change for change in changes if change is not None)
        refuse_circles(book, real)
        self.added = tuple(after.id for before, after in pairs if before is None)
        self.values = {"count": str(len(real)), "records": record_type.titles}
        return real


def _pair(book: Book, record_type: RecordType, line: Line, codes: Iterator[str]) -> tuple[Record | None, Record]:
    if line.record_id:
        before = existing_record(book, record_type, line.record_id)
        return before, accepted(book, record_type, before, line.given)
    given = dict(line.given)
    if record_type.code_prefix and not given.get("code"):
        given["code"] = next(codes)
    after = made_record(book, record_type, given)
    if book.get(record_type.name, after.id) is not None:
        raise Refused(Problem(f"{book.label(record_type.name, after.id)} is already there; edit it instead."))
    return None, after


def _placed(record_type: RecordType, line: Line, problem: Problem) -> Problem:
    """Say where a problem stands in what was pasted, since a new record has no code yet that one could look for."""
    declared = record_type.by_name.get(problem.field)
    where = f", {declared.title}" if declared is not None else ""
    return problem._replace(place=f"Row {line.number}{where}", id=line.record_id)


def _refuse_twice(
    record_type: RecordType, lines: Sequence[Line], pairs: Sequence[tuple[Record | None, Record]]
) -> None:
    """Two lines for one record would leave open which of them holds."""
    first: dict[str, int] = {}
    problems = []
    for line, (_, after) in zip(lines, pairs, strict=True):
        if after.id in first:
            said = f"This is the same {record_type.title.lower()} as in row {first[after.id]}; leave one of them out."
            problems.append(Problem(said, f"Row {line.number}", record_type.name, line.record_id))
        first.setdefault(after.id, line.number)
    if problems:
        raise Refused(*problems)
