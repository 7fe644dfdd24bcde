"""Any spreadsheet on the command line: what was found in it, what would come of it, and taking it in."""

import argparse
from pathlib import Path
from typing import Any

from exports.incoming.content import content_of
from exports.incoming.limits import SPREADSHEET
from exports.sheets.finding import found_tables, readings_for
from exports.sheets.reading import SUFFIXES, spellings
from storage import open_workbook
from ui.command_line.answers import Answer, UserError
from ui.command_line.attendance import record_attendance
from workbook.book import Book
from workbook.bringing_in.columns import Match, likeliest, matched, matches
from workbook.bringing_in.kinds_of_rows import ROW_KINDS
from workbook.bringing_in.operation import BringInRows
from workbook.bringing_in.reading import read_rows
from workbook.bringing_in.results import Note, ReadRows
from workbook.bringing_in.tables import Table
from workbook.workbook import Author

_NAMED = 3
_SHOWN_COLUMNS = 12
_SAME = {"same": True, "new": False, "": None}


def is_sheet(source: Path) -> bool:
    """Say whether a file is to be read as a spreadsheet, address cards or a work plan, by its name."""
    return source.suffix.lower() in SUFFIXES


def bring_in(options: argparse.Namespace, author: Author) -> Answer:
    """Say what the file holds; without `--preview` take its rows in, unless something has to be decided first."""
    tables = found_tables(content_of(options.source, SPREADSHEET.most_bytes), options.source.name)
    if options.kind == "attendance":
        return record_attendance(options, author, _wanted(tables, options.table))
    with open_workbook(options.file, author, read_only=options.preview) as opened:
        book = opened.workbook.book
        answer = Answer([], {"preview": options.preview, "applied": 0, "tables": _tables_data(tables)})
        table, match, decision = _chosen(tables, options)
        if table is None or match is None:
            answer.lines += [_table_line(one) for one in tables]
            answer.trouble = decision
            return answer
        readings = readings_for(book)
        read = read_rows(book, table, match, readings, options.order, _SAME[options.similar])
        answer.lines += _lines(table, read)
        answer.data |= _data(book, table, read)
        answer.trouble = _decision(book, table, read)
        operation = BringInRows(read, options.source.name)
        changes = operation.plan(book) if read.taken else ()
        answer.data["changes"] = len(changes)
        if answer.trouble or options.preview or not changes:
            answer.lines += [] if changes or answer.trouble else ["Nothing to change: the workbook has these rows."]
            return answer
        done = opened.workbook.do(operation)
    answer.data["applied"] = 0 if done is None else len(done.changes)
    answer.lines.append("" if done is None else f"{done.title}.")
    return answer


def _chosen(tables: tuple[Table, ...], options: argparse.Namespace) -> tuple[Table | None, Match | None, str]:
    """Return the table and how to read it, or what somebody has to say first."""
    wanted = _wanted(tables, options.table)
    if options.kind:
        read = [(table, matched(table, ROW_KINDS[options.kind], spellings)) for table in wanted]
    else:
        read = [(table, match) for table in wanted if (match := likeliest(matches(table, spellings))) is not None]
        if not read:
            kinds = "|".join((*ROW_KINDS, "attendance"))
            return None, None, f"It is not clear what the rows are, so nothing was changed; say --as {kinds}."
    read = [(table, _with_map(table, match, options.map)) for table, match in read]
    able = [(table, match) for table, match in read if match.has_label]
    if not able:
        label = _label_title(read[0][1])
        said = f"No column of {read[0][0].place} is known as {label}; say --map “Column={label}”."
        return None, None, said
    if len(able) > 1:
        named = "; ".join(f"“{table.place}” ({match.kind.record_type.titles.lower()})" for table, match in able[:6])
        return None, None, f"{len(able)} tables can be brought in: {named}; say which with --table."
    return *able[0], ""


def _wanted(tables: tuple[Table, ...], named: str) -> list[Table]:
    """Return the tables that `--table` leaves: all, or those of a sheet or at a place."""
    wanted = [table for table in tables if not named or named in (table.place, table.sheet)]
    if not wanted:
        there = "; ".join(f"“{table.place}”" for table in tables[:_NAMED])
        raise UserError(f"There is no table “{named}”; there are {there}.")
    return wanted


def _label_title(match: Match) -> str:
    return match.kind.record_type.by_name[match.missing[0]].title


def _with_map(table: Table, match: Match, given: list[str]) -> Match:
    """Put columns where `--map` says; a field that is empty leaves the column out."""
    fields = list(match.fields)
    record_type = match.kind.record_type
    titles = {field.title.casefold(): field.name for field in record_type.fields if not field.internal}
    for one in given:
        heading, _, wanted = (part.strip() for part in one.rpartition("="))
        places = [at for at, name in enumerate(table.headings) if name.casefold() == heading.casefold()]
        name = wanted if wanted in record_type.by_name else titles.get(wanted.casefold(), "")
        if not places:
            raise UserError(f"There is no column “{heading}”; there are {', '.join(table.headings[:_SHOWN_COLUMNS])}.")
        if wanted and not name:
            raise UserError(f"{record_type.titles} have no “{wanted}”; there are {', '.join(record_type.names)}.")
        fields = ["" if held == name else held for held in fields]
        fields[places[0]] = name
    return Match(match.kind, tuple(fields), match.score)


def _decision(book: Book, table: Table, read: ReadRows) -> str:
    said = []
    if read.open_days:
        named = ", ".join(read.open_days[:_NAMED]) + _more(len(read.open_days))
        count = len(read.open_days)
        what = "1 date could be two days" if count == 1 else f"{count:,} dates could be two days each"
        said.append(f"{what} ({named}): say --day-first or --month-first.")
    if read.unsure:
        named = "; ".join(
            f"row {one.row} may be {book.label(one.like_type, one.like[0])}" for one in read.unsure[:_NAMED]
        )
        said.append(f"{named}{_more(len(read.unsure))}: say --similar same or --similar new.")
    if not read.taken and not said:
        first = f" {read.rejected[0].sentence}" if read.rejected else ""
        said.append(f"No row of {table.place} can be taken.{first}")
    return " ".join(said)


def _more(count: int) -> str:
    return f" and {count - _NAMED:,} more" if count > _NAMED else ""


def _lines(table: Table, read: ReadRows) -> list[str]:
    record_type = read.match.kind.record_type
    new = sum(one.is_new for one in read.taken)
    lines = [f"{table.place}: {record_type.titles.lower()}, {len(table.rows):,} rows."]
    lines += [f"  {heading} -> {_title(read.match, name)}" for heading, name in _matched(table, read.match)]
    unused = [heading for heading, name in zip(table.headings, read.match.fields, strict=True) if not name]
    if unused:
        lines.append(f"  not taken: {', '.join(unused[:_SHOWN_COLUMNS])}{' …' if len(unused) > _SHOWN_COLUMNS else ''}")
    lines.append(f"{new:,} new, {len(read.taken) - new:,} known already, {len(read.rejected):,} rows not taken.")
    lines += [f"  new with them: {name}" for name in read.owners]
    lines += [f"  row {note.row} is not taken: {note.sentence}" for note in read.rejected]
    lines += [f"  row {note.row} without this: {note.sentence}" for note in read.left_out]
    return lines


def _table_line(table: Table) -> str:
    return f"{table.place}: {len(table.rows):,} rows; {', '.join(table.headings[:_SHOWN_COLUMNS])}"


def _matched(table: Table, match: Match) -> list[tuple[str, str]]:
    return [(heading, name) for heading, name in zip(table.headings, match.fields, strict=True) if name]


def _title(match: Match, name: str) -> str:
    declared = match.kind.record_type.by_name.get(name)
    return "number of the row" if declared is None else declared.title


def _tables_data(tables: tuple[Table, ...]) -> list[dict[str, Any]]:
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


def _data(book: Book, table: Table, read: ReadRows) -> dict[str, Any]:
    type_name = read.match.kind.type_name
    return {
        "table": table.place,
        "kind": type_name,
        "columns": dict(_matched(table, read.match)),
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
        "open_days": list(read.open_days),
    }


def _note(note: Note) -> dict[str, Any]:
    return {"row": note.row, "field": note.field, "reason": note.sentence}
