"""A range of a grid as spreadsheets and word processors exchange it: tab-separated text and a table in HTML."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from ui.grids.model import MatrixModel
from workbook.guarding import guarded


def copied(model: MatrixModel, chosen: Sequence[QModelIndex], *, with_titles: bool) -> QMimeData:
    """Return the smallest range that holds the chosen cells; cells in it that were not chosen stay empty."""
    table = _table(model, chosen, with_titles=with_titles)
    lines = ["\t".join(_flat(cell) for cell in line) for line in table]
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setHtml(_html(table, with_titles=with_titles))
    return data


def _table(model: MatrixModel, chosen: Sequence[QModelIndex], *, with_titles: bool) -> list[list[str]]:
    rows = sorted({index.row() for index in chosen})
    columns = sorted({index.column() for index in chosen})
    held = {(index.row(), index.column()) for index in chosen}
    table = [
        [model.copied(*model.keys_at(model.index(row, at))) if (row, at) in held else "" for at in columns]
        for row in rows
    ]
    if not with_titles:
        return table
    down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    titled = [[model.title_at(row, down).plain, *line] for row, line in zip(rows, table, strict=True)]
    return [["", *(model.title_at(at, across).plain for at in columns)], *titled]


def _flat(cell: str) -> str:
    """Return a cell in one line that no spreadsheet takes for a formula."""
    return guarded(" ".join(cell.split()))


def _html(table: list[list[str]], *, with_titles: bool) -> str:
    lines = []
    for number, line in enumerate(table):
        cells = []
        for at, cell in enumerate(line):
            tag = "th" if with_titles and (number == 0 or at == 0) else "td"
            cells.append(f"<{tag}>{escape(_flat(cell))}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'
