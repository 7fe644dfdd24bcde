"""What the command line says of a spreadsheet: what each column is taken for, and what comes of how many rows."""

from collections.abc import Sequence
from typing import Any

from exports.sheets.reading import spellings
from workbook.book import Book
from workbook.bringing_in.columns import Match, matches
from workbook.bringing_in.keeping import columns_of
from workbook.bringing_in.kinds_of_rows import KEPT, OF_OWNER, owner_type
from workbook.bringing_in.results import Note, ReadRows, reasons
from workbook.bringing_in.tables import Table

NAMED = 3
_SHOWN_COLUMNS = 12
_SHOWN_ROWS = 20


def lines(table: Table, read: ReadRows) -> list[str]:
    """Say what becomes of each column, then of how many rows and why, then of which rows."""
    record_type = read.match.kind.record_type
    new = sum(one.is_new for one in read.taken)
    said = [f"{table.place}: {record_type.titles.lower()}, {len(table.rows):,} rows."]
    said += [f"  {heading}: {what}" for heading, what in fates(table, read.match)]
    said.append(f"{new:,} new, {len(read.taken) - new:,} known already, {_rows(len(read.rejected))} not taken.")
    if read.assumed:
        said.append(f"  amounts that name no currency are taken as {read.assumed}; --currency says another.")
    said += [f"  not taken, {_rows(count)}: {reason}" for reason, count in reasons(read.rejected)]
    said += [f"  taken without something, {_rows(count)}: {reason}" for reason, count in reasons(read.left_out)]
    said += _some([f"  new with them: {name}" for name in read.owners])
    if read.absent:
        named = "1 partner" if len(read.absent) == 1 else f"{len(read.absent):,} partners"
        said.append(f"  {named} named by rows and not here: --with-partners adds what is missing.")
    said += _some([f"  row {note.row} is not taken: {note.sentence}" for note in read.rejected])
    return said + _some([f"  row {note.row} without this: {note.sentence}" for note in read.left_out])


def fates(table: Table, match: Match) -> list[tuple[str, str]]:
    """Say of each column of the file what it is taken for, that it is kept in the note, or why it is left out."""
    columns = columns_of(table, spellings)
    said = [(", ".join(table.laid_out), "laid out with a row for each")] if table.laid_out else []
    for place, (heading, name) in enumerate(zip(table.headings, match.fields, strict=True)):
        if place in table.made and not name:
            continue
        why = columns.why_left_out(match.kind, place)
        left_out = f"left out: {why}" if why else "left out"
        kept = "kept in the note" if name == KEPT else left_out
        named = f"{heading} (worked out)" if place in table.made else heading
        said.append((named, f"taken as {_title(match, name)}" if name not in (KEPT, "") else kept))
    return said


def table_line(table: Table) -> str:
    """Name a table with some of its columns."""
    return f"{table.place}: {len(table.rows):,} rows; {', '.join(table.headings[:_SHOWN_COLUMNS])}"


def decision(book: Book, table: Table, read: ReadRows) -> str:
    """Say what somebody has to decide before the rows can be taken, or why none can."""
    said = []
    if table.asks_year:
        said.append(f"“{table.asks_year}” has no year: say --year, such as --year 2027.")
    if read.open_days:
        named = ", ".join(read.open_days[:NAMED]) + _more(len(read.open_days))
        count = len(read.open_days)
        what = "1 date could be two days" if count == 1 else f"{count:,} dates could be two days each"
        said.append(f"{what} ({named}): say --day-first or --month-first.")
    if read.unsure:
        named = "; ".join(
            f"row {one.row} may be {book.label(one.like_type, one.like[0])}" for one in read.unsure[:NAMED]
        )
        said.append(f"{named}{_more(len(read.unsure))}: say --similar same or --similar new.")
    if not read.taken and not said:
        first = f" {read.rejected[0].sentence}" if read.rejected else ""
        said.append(f"No row of {table.place} can be taken.{first}")
    return " ".join(said)


def tables_data(tables: Sequence[Table]) -> list[dict[str, Any]]:
    """Return every table of a file for programs."""
    return [
        {
            "table": table.place,
            "title": table.title,
            "columns": list(table.headings),
            "rows": len(table.rows),
            "kinds": [match.kind.type_name for match in matches(table, spellings) if match.has_label],
        }
        for table in tables
    ]


def data(book: Book, table: Table, read: ReadRows) -> dict[str, Any]:
    """Return for programs what would come of a table."""
    pairs = list(zip(table.headings, read.match.fields, strict=True))
    return {
        "table": table.place,
        "kind": read.match.kind.type_name,
        "columns": {heading: name for heading, name in pairs if name not in (KEPT, "")},
        "kept_in_note": [heading for heading, name in pairs if name == KEPT],
        "not_taken": {heading: what for heading, what in fates(table, read.match) if what.startswith("left out")},
        "accepted": [
            {
                "row": one.row,
                "id": one.record_id,
                "new": one.is_new,
                "like": [book.label(one.like_type, record_id) for record_id in one.like],
            }
            for one in read.taken
        ],
        "added_with_them": list(read.owners),
        "rejected": [_note(note) for note in read.rejected],
        "left_out": [_note(note) for note in read.left_out],
        "reasons": dict(reasons((*read.rejected, *read.left_out))),
        "open_days": list(read.open_days),
    }


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _some(said: list[str]) -> list[str]:
    more = len(said) - _SHOWN_ROWS
    return said if more < 1 else [*said[:_SHOWN_ROWS], f"  … and {more:,} more, which --json names."]


def _more(count: int) -> str:
    return f" and {count - NAMED:,} more" if count > NAMED else ""


def _title(match: Match, name: str) -> str:
    if name.startswith(OF_OWNER):
        owners = owner_type(match.kind.record_type)
        return f"{owners.by_name[name.removeprefix(OF_OWNER)].title} of the {owners.title.lower()}"
    declared = match.kind.record_type.by_name.get(name)
    return "the number of the row" if declared is None else declared.title


def _note(note: Note) -> dict[str, Any]:
    return {"row": note.row, "field": note.field, "reason": note.sentence}
