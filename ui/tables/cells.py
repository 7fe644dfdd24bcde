"""Ranges of cells as tables that spreadsheets understand: copying, pasting, filling and emptying."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from PySide6.QtCore import QMimeData

from ui.clipboard import put_table
from ui.tables.model import NUMERIC
from ui.tables.view import RecordView
from workbook import pasted
from workbook.fields import Field
from workbook.kinds import KINDS, Reading
from workbook.operations import EditSeveral, Operation, PasteRows, Problem
from workbook.records import Record

Edits = dict[str, dict[str, Any]]
_NEW_LINE = '<br style="mso-data-placement:same-cell">'  # without it Excel begins a row of its own
_AS_TEXT = ' style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'  # in the words of Excel, and of LibreOffice
_NOT_WORKED_OUT = ("date", "moment", "flag", *NUMERIC)
"""Kinds that a spreadsheet may read as something else than text."""


class Pasting(NamedTuple):
    """What pasting means: an operation, or every reason why not; and the headings that no field goes by."""

    operation: Operation | None
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()


def copied(view: RecordView, *, with_headings: bool = False) -> QMimeData:
    """Return the chosen range as text with tabs and as a table of a page: spreadsheets take the one they like."""
    fields = [view.records.rows.fields[column] for column in view.chosen_columns()]
    reading = view.records.bridge.reading
    table = [[field.title for field in fields]] if with_headings else []
    for row in view.chosen_rows():
        record = view.records.rows.record(row)
        if record is not None:
            table.append(_line(record, fields, reading))
    data = QMimeData()
    put_table(data, table, [field.kind in _NOT_WORKED_OUT for field in fields])
    data.setHtml(_html(table, fields, with_headings=with_headings))
    return data


class Whole(NamedTuple):
    """All that a table shows, as text; a column is `numeric` if a spreadsheet may read it as more than text."""

    fields: tuple[Field, ...]
    lines: list[list[str]]
    numeric: list[bool]


def whole(view: RecordView) -> Whole:
    """Return every record of the table in its order, also those in folded groups, in the columns that are shown."""
    rows, bridge = view.records.rows, view.records.bridge
    fields = rows.fields
    records = [record for one in rows.members() if (record := bridge.book.get(rows.type_name, one)) is not None]
    lines = [_line(record, fields, bridge.reading) for record in records]
    return Whole(fields, lines, [field.kind in _NOT_WORKED_OUT for field in fields])


def pasting(
    view: RecordView, table: pasted.Table, given: Mapping[str, Any] | None = None, *, as_new: bool = False
) -> Pasting:
    """Plan what pasting a table means; a cell that cannot be read is a problem, and then nothing is done.

    A table with headings goes by them: records that it names are edited, the others added. One without goes into the
    cells from the current one on, and what lies below the last row is added; in an empty table, or `as_new`, all of it.
    One cell pasted onto a selection fills the selection. `given` is what new records take from where they are added.
    """
    record_type, book, reading = view.records.rows.record_type, view.records.bridge.book, view.records.bridge.reading
    if len(table) > pasted.MOST_LINES:
        most = view.records.bridge.formats.number(pasted.MOST_LINES)
        return Pasting(None, (Problem(f"This is more than {most} rows; paste it in parts."),))
    if not any(cell.strip() for line in table for cell in line) and view.current_id() == "":
        return Pasting(None)
    head = pasted.headed(record_type, table)
    if head is not None:
        lines, problems = pasted.read_lines(book, record_type, head.fields, table[1:], reading, 2)
    elif as_new or not view.records.rows.total or not view.currentIndex().isValid():
        fields = pasted.new_columns(record_type, view.records.rows.fields, table[0] if table else ())
        lines, problems = pasted.read_lines(book, record_type, fields, table, reading)
    elif len(table) == 1 and len(table[0]) == 1:
        return _filled(view, table[0][0])
    else:
        lines, problems = _over(view, table)
    lines = [line if line.record_id else line._replace(given={**(given or {}), **line.given}) for line in lines]
    if problems or not lines:
        return Pasting(None, tuple(problems))
    return Pasting(PasteRows(view.records.type_name, lines), (), head.unknown if head is not None else ())


def filling_down(view: RecordView) -> EditSeveral | None:
    """Plan giving the chosen cells the values of the topmost row; a single row takes those of the row above it.

    A code is each record's own, so a whole row is filled without it.
    """
    rows, columns = view.chosen_rows(), view.chosen_columns()
    if len(rows) == 1:
        above = next((row for row in range(rows[0] - 1, -1, -1) if view.records.rows.record(row) is not None), None)
        rows = [] if above is None else [above, *rows]
    source = view.records.rows.record(rows[0]) if len(rows) > 1 else None
    fields = [view.records.rows.fields[column] for column in columns if not view.records.is_fixed(column)]
    own = [field for field in fields if field.name != "code"]
    if source is None or not fields:
        return None
    values = {field.name: getattr(source, field.name) for field in own or fields}
    return EditSeveral(view.records.type_name, {view.records.rows.ids[row]: values for row in rows[1:]})


def emptying(view: RecordView) -> EditSeveral | None:
    """Plan emptying the selected cells."""
    model = view.records
    given: Edits = {}
    for row, column in view.chosen_cells():
        field = model.rows.fields[column]
        if not model.is_fixed(column):
            given.setdefault(model.rows.ids[row], {})[field.name] = KINDS[field.kind].blank
    return EditSeveral(model.type_name, given) if given else None


def _line(record: Record, fields: Sequence[Field], reading: Reading) -> list[str]:
    return [KINDS[field.kind].show(field, getattr(record, field.name), reading) for field in fields]


def _filled(view: RecordView, text: str) -> Pasting:
    """One cell goes into every chosen one."""
    rows, bridge = view.records.rows, view.records.bridge
    given: Edits = {}
    problems: dict[str, Problem] = {}
    values: dict[str, Any] = {}
    for row, column in view.chosen_cells():
        field = rows.fields[column]
        if view.records.is_fixed(column) or field.name in problems:
            continue
        if field.name not in values:
            value, problem = pasted.read_cell(bridge.book, rows.record_type, field, text, bridge.reading, 1)
            if problem is not None:
                problems[field.name] = problem._replace(place="")
                continue
            values[field.name] = value
        given.setdefault(rows.ids[row], {})[field.name] = values[field.name]
    if problems or not given:
        return Pasting(None, tuple(problems.values()))
    return Pasting(EditSeveral(view.records.type_name, given))


def _over(view: RecordView, table: pasted.Table) -> tuple[list[pasted.Line], list[Problem]]:
    """Read a table that is laid over the cells from the current one on, and over what lies below the last row."""
    model, start = view.records, view.currentIndex()
    columns = range(start.column(), model.columnCount())
    targets = list(_from(view, start.row()))
    lines: list[pasted.Line] = []
    problems: list[Problem] = []
    for number, cells in enumerate(table, 1):
        record_id = targets[number - 1] if number <= len(targets) else ""
        given: dict[str, Any] = {}
        for column, text in zip(columns, cells, strict=False):
            field = model.rows.fields[column]
            if field.internal or (record_id and model.is_fixed(column)) or (not record_id and not text.strip()):
                continue
            value, problem = pasted.read_cell(
                model.bridge.book, model.rows.record_type, field, text, model.bridge.reading, number
            )
            given |= {} if problem is not None else {field.name: value}
            problems += [] if problem is None else [problem]
        if given:
            lines.append(pasted.Line(number, record_id, given))
    return lines, problems


def _from(view: RecordView, row: int) -> Iterator[str]:
    rows = view.records.rows
    return (rows.ids[at] for at in range(max(0, row), len(rows.ids)) if rows.record(at) is not None)


def _html(table: list[list[str]], fields: list[Field], *, with_headings: bool) -> str:
    """Write a table of a page; text is marked as text, so that a spreadsheet never takes it for a formula."""
    lines = []
    for number, cells in enumerate(table):
        tag = "th" if with_headings and not number else "td"
        written = (_cell(tag, text, field) for text, field in zip(cells, fields, strict=True))
        lines.append(f"<tr>{''.join(written)}</tr>")
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def _cell(tag: str, text: str, field: Field) -> str:
    as_text = "" if field.kind in _NOT_WORKED_OUT else _AS_TEXT
    return f"<{tag}{as_text}>{escape(text).replace(chr(10), _NEW_LINE)}</{tag}>"
