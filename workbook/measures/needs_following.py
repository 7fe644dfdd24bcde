"""Which rows of the matrix of needs a change touches, so that the others need not be worked out again (domain: 4.6)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbook.book import Book
from workbook.changes import Change, Values
from workbook.measures.lines import LEFT_STATUSES
from workbook.measures.matrix import MatrixRow, NeedsMatrix, matrix_row, with_providers
from workbook.measures.needs import rivals_of
from workbook.records import Resource


class Followed(NamedTuple):
    """The matrix after some changes, and the needs whose rows are others than before, came or went."""

    matrix: NeedsMatrix
    touched: frozenset[str]


def matrix_after(matrix: NeedsMatrix, book: Book, changes: Iterable[Change]) -> Followed:
    """Return the matrix of a book as `needs_matrix` would, from the one before these changes were made.

    Changes of resources and partners count; a row that nothing touches is the same object as before.
    """
    touched = frozenset(_touched(book, [change for change in changes if change.type == "resources"]))
    rows = {row.coverage.need.id: row for row in matrix.rows}
    fresh = {need_id: row for need_id in touched if (row := _row(book, need_id)) is not None}
    if fresh.keys() == rows.keys() & touched:
        rows |= fresh
    else:
        stand = [need.id for need in book.where(Resource, kind="need") if need.status not in LEFT_STATUSES]
        rows = {need_id: fresh.get(need_id) or rows[need_id] for need_id in stand}
    return Followed(with_providers(book, tuple(rows.values())), touched)


def _row(book: Book, need_id: str) -> MatrixRow | None:
    need = book.one(Resource, need_id)
    if need is None or need.kind != "need" or need.status in LEFT_STATUSES:
        return None
    return matrix_row(book, need)


def _touched(book: Book, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the needs that are changed, are or were answered by name, or share category and activity with these.

    Lines that name no need are dealt out among all needs of their category and activity, so those go together.
    """
    for change in changes:
        yield change.id
        for state in _states(book, change):
            named = book.one(Resource, str(state.get("covers") or ""))
            places = {(state.get("category"), state.get("activity"))}
            if named is not None:
                yield named.id
                places.add((named.category, named.activity))
            for category, activity in places:
                yield from (need.id for need in rivals_of(book, category, activity))


def _states(book: Book, change: Change) -> Iterator[Values]:
    """Yield what decides about a line's needs, as it is and as it was."""
    now = book.one(Resource, change.id)
    held: Values = {} if now is None else {"covers": now.covers, "category": now.category, "activity": now.activity}
    yield held
    yield held | {name: value for name, value in (change.before or {}).items() if name in _DECIDING}


_DECIDING = ("covers", "category", "activity")
