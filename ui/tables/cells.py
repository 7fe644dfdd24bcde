"""Ranges of cells as tab-separated text: copying, pasting and emptying."""

from typing import Any

from ui.problems import why_not
from ui.tables.view import RecordView
from workbook.fields import Field
from workbook.kinds import KINDS, Unacceptable
from workbook.operations import EditSeveral, Problem

Edits = dict[str, dict[str, Any]]


def copied(view: RecordView) -> str:
    """Return the selected range as spreadsheets exchange it."""
    indexes = view.selectionModel().selectedIndexes()
    rows = sorted({index.row() for index in indexes})
    columns = sorted({index.column() for index in indexes})
    return "\n".join("\t".join(_cell(view.records.rows.texts(row)[column]) for column in columns) for row in rows)


def pasting(view: RecordView, text: str) -> tuple[EditSeveral | None, tuple[Problem, ...]]:
    """Plan what pasting text at the current cell means; a cell that cannot be read is a problem, and nothing is done.

    One cell pasted onto a selection fills the selection.
    """
    model, start = view.records, view.currentIndex()
    table = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    cells: list[tuple[int, int, str]] = []
    if len(table) == 1 and len(table[0]) == 1:
        cells = [(index.row(), index.column(), table[0][0]) for index in view.selectionModel().selectedIndexes()]
    else:
        cells = [
            (start.row() + down, start.column() + across, value)
            for down, line in enumerate(table)
            for across, value in enumerate(line)
        ]
    given: Edits = {}
    problems: list[Problem] = []
    for row, column, value in cells:
        if row >= model.rowCount() or column >= model.columnCount() or model.is_fixed(column):
            continue
        field, record_id = model.rows.fields[column], model.rows.ids[row]
        try:
            given.setdefault(record_id, {})[field.name] = _read(view, field, value)
        except Unacceptable as error:
            problems.append(Problem(why_not(field, error), f"Row {row + 1}", model.type_name, record_id, field.name))
    return (EditSeveral(model.type_name, given) if given and not problems else None), tuple(problems)


def emptying(view: RecordView) -> EditSeveral | None:
    """Plan emptying the selected cells."""
    model = view.records
    given: Edits = {}
    for index in view.selectionModel().selectedIndexes():
        field = model.field(index)
        if not model.is_fixed(index.column()):
            given.setdefault(model.rows.ids[index.row()], {})[field.name] = KINDS[field.kind].blank
    return EditSeveral(model.type_name, given) if given else None


def _cell(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _read(view: RecordView, field: Field, text: str) -> Any:
    return KINDS[field.kind].read(field, text, view.records.bridge.reading)
