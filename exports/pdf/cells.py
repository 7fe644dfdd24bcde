"""What the cells of a table are: titles of columns, of rows, of groups, or what the table says (ISO 14289-1, 7.5)."""

from exports.outline import Row, Table
from exports.outline.tables import cell_text
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element


class Cells:
    """Fills the element of a table in reading order, and gives out the cells as they stand on paper."""

    def __init__(self, model: Table, table: Element, sheet: Sheet) -> None:
        self._columns, self._sheet = model.columns, sheet
        self._head = sheet.part("THead", of=table)
        self._body = sheet.part("TBody", of=table)
        strong = frozenset(place for place, column in enumerate(model.columns) if column.strong)
        self._naming = strong or frozenset((0,))

    def header(self) -> list[Element]:
        """Add the titles of the columns; on the further pages of a table they are only repeated."""
        row = self._sheet.part("TR", of=self._head)
        cells = []
        for column in self._columns:
            cell = self._sheet.part("TH", column.title, of=row)
            cell.scope, cell.repeats = "Column", True
            cells.append(cell)
        return self._as_drawn(cells)

    def row(self, row: Row) -> list[Element]:
        """Add a row: strong columns name it, or else the first; what is empty names nothing.

        The title of a group spans all columns and heads the cells below it; on a further page it is only repeated.
        """
        made = self._sheet.part("TR", of=self._body)
        if row.kind == "group":
            title = self._sheet.part("TH", cell_text(row.cells[0]), of=made)
            title.scope, title.span, title.repeats = "Column", len(self._columns), True
            return [title]
        cells = []
        for place, cell in enumerate(row.cells):
            text = cell_text(cell)
            names = place in self._naming and bool(text.strip())
            added = self._sheet.part("TH" if names else "TD", text, of=made)
            added.scope = "Row" if names else ""
            cells.append(added)
        return self._as_drawn(cells)

    def _as_drawn(self, cells: list[Element]) -> list[Element]:
        return cells[::-1] if self._sheet.right_to_left else cells
