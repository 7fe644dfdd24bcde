"""Any spreadsheet on the command line: what was found in it, what would come of it, and taking it in."""

import argparse
from pathlib import Path

from exports.incoming.content import content_of
from exports.incoming.limits import SPREADSHEET
from exports.sheets.finding import found_tables, in_year, readings_for
from exports.sheets.reading import SUFFIXES, spellings
from storage import open_workbook
from ui.command_line.answers import Answer, UserError
from ui.command_line.attendance import record_attendance
from ui.command_line.sheets_said import NAMED, data, decision, lines, table_line, tables_data
from workbook.bringing_in.columns import Match, likeliest, matched, matches
from workbook.bringing_in.kinds_of_rows import KEPT, ROW_KINDS
from workbook.bringing_in.operation import BringInRows
from workbook.bringing_in.reading import read_rows
from workbook.bringing_in.results import Answers
from workbook.bringing_in.tables import Table
from workbook.workbook import Author

_SHOWN_COLUMNS = 12
_SAME = {"same": True, "new": False, "": None}


def is_sheet(source: Path) -> bool:
    """Say whether a file is to be read as a spreadsheet, address cards or a work plan, by its name."""
    return source.suffix.lower() in SUFFIXES


def bring_in(options: argparse.Namespace, author: Author) -> Answer:
    """Say what the file holds; without `--preview` take its rows in, unless something has to be decided first."""
    found = found_tables(content_of(options.source, SPREADSHEET.most_bytes), options.source.name)
    tables = tuple(in_year(table, options.year) for table in found)
    if options.kind == "attendance":
        return record_attendance(options, author, [one for one in _wanted(tables, options.table) if one.folded is None])
    with open_workbook(options.file, author, read_only=options.preview) as opened:
        book = opened.workbook.book
        answer = Answer([], {"preview": options.preview, "applied": 0, "tables": tables_data(tables)})
        table, match, unclear = _chosen(tables, options)
        if table is None or match is None:
            answer.lines += [table_line(one) for one in tables]
            answer.trouble = unclear
            return answer
        readings = readings_for(book)
        answers = Answers(options.order, {}, _SAME[options.similar], options.with_partners, options.currency)
        read = read_rows(book, table, match, readings, answers)
        answer.lines += lines(table, read)
        answer.data |= data(book, table, read)
        answer.trouble = decision(book, table, read)
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
    able = _by_layout([(table, match) for table, match in read if match.has_label])
    if not able:
        label = _label_title(read[0][1])
        said = f"No column of {read[0][0].place} is known as {label}; say --map “Column={label}”."
        return None, None, said
    if len(able) > 1:
        named = "; ".join(f"“{table.place}” ({match.kind.record_type.titles.lower()})" for table, match in able[:6])
        return None, None, f"{len(able)} tables can be brought in: {named}; say which with --table."
    return *able[0], ""


def _by_layout(able: list[tuple[Table, Match]]) -> list[tuple[Table, Match]]:
    """Where a table reads as the same kind as it stands and by period, leave the one that fits the kind."""
    named = [((table.folded or table).place, match.kind.type_name) for table, match in able]
    return [
        (table, match)
        for (table, match), name in zip(able, named, strict=True)
        if named.count(name) == 1 or (table.folded is not None) == match.kind.by_period
    ]


def _wanted(tables: tuple[Table, ...], named: str) -> list[Table]:
    """Return the tables that `--table` leaves: all, or those of a sheet or at a place."""
    wanted = [table for table in tables if not named or named in (table.place, table.sheet)]
    if not wanted:
        there = "; ".join(f"“{table.place}”" for table in tables[:NAMED])
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
        known = wanted if wanted in record_type.by_name else titles.get(wanted.casefold(), "")
        name = KEPT if wanted == KEPT else known
        if not places:
            raise UserError(f"There is no column “{heading}”; there are {', '.join(table.headings[:_SHOWN_COLUMNS])}.")
        if wanted and not name:
            raise UserError(f"{record_type.titles} have no “{wanted}”; there are {', '.join(record_type.names)}.")
        fields = ["" if held == name != KEPT else held for held in fields]
        fields[places[0]] = name
    return Match(match.kind, tuple(fields), match.score)
