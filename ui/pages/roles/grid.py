"""What one does in the grid of roles: each gesture becomes one operation, and so one step to undo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.grids import MatrixView
from ui.pages.roles.model import RolesModel
from workbook.operations import PasteRoles
from workbook.operations.roles import Cell, copied_over, emptied, toggled
from workbook.pasted import Table
from workbook.vocabularies import RACI


class RolesGrid(MatrixView):
    """Letters are typed straight into the cells: R, A, C and I set a letter or take it away, Delete empties.

    `wanted` carries an operation, `mistyped` a letter that is no role, `describe_requested` a cell to say more about.
    """

    wanted = Signal(object)
    mistyped = Signal(str)
    describe_requested = Signal(str, str)

    def __init__(self, model: RolesModel, parent: QWidget | None = None) -> None:
        name = "Roles: activities down, partners across"
        super().__init__(model, name, parent, cell_width=96, title_width=300, head_lines=3)
        self.roles = model
        self.typed.connect(self._on_typed)
        self.clear_requested.connect(self.empty)
        self.open_requested.connect(self._on_open_requested)

    def cells(self) -> list[Cell]:
        """Return the chosen cells, without headings of groups."""
        return [(row, column) for row, column in self.chosen() if self.roles.is_cell(row)]

    def empty(self) -> None:
        """Take all letters out of the chosen cells."""
        self.wanted.emit(emptied(self.roles.bridge.book, self.cells()))

    def cut(self) -> None:
        self.copy()
        self.empty()

    def fill_down(self) -> None:
        """Repeat the first chosen cell of each column; a single cell takes what stands above it."""
        self._fill(down=True)

    def fill_right(self) -> None:
        """Repeat the first chosen cell of each row; a single cell takes what stands before it."""
        self._fill(down=False)

    def paste(self, given: Table) -> None:
        """Put letters from a spreadsheet into the cells from the first chosen one on; one text fills all chosen."""
        table = [[cell.strip() for cell in line] for line in given]
        cells = self.cells()
        if not cells or not table:
            return
        if len(table) == 1 and len(table[0]) == 1:
            table, targets = table * len(cells), [[cell] for cell in cells]
        else:
            targets = self._targets(table)
        self.wanted.emit(PasteRoles(table, targets, {cell: self._place(cell) for line in targets for cell in line}))

    def _fill(self, *, down: bool) -> None:
        lines: dict[int, list[Cell]] = {}
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        if len(chosen) == 1:
            only = chosen[0]
            before = only.siblingAtRow(only.row() - 1) if down else only.siblingAtColumn(only.column() - 1)
            chosen = [before, only] if before.isValid() else []
        for index in chosen:
            cell = self.roles.keys_at(index)
            if self.roles.is_cell(cell[0]):
                lines.setdefault(index.column() if down else index.row(), []).append(cell)
        pairs = {cell: line[0] for line in lines.values() for cell in line[1:]}
        self.wanted.emit(copied_over(self.roles.bridge.book, pairs))

    def _targets(self, table: list[list[str]]) -> list[list[Cell]]:
        """Return the cells from the first chosen one on, as many as the table has and the grid has room for."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        top, first = min(index.row() for index in chosen), min(index.column() for index in chosen)
        model = self.roles
        wide = max(len(line) for line in table)
        found: list[list[Cell]] = []
        for row in range(top, model.rowCount()):
            line = [model.keys_at(model.index(row, at)) for at in range(first, min(first + wide, model.columnCount()))]
            cells = [cell for cell in line if model.is_cell(cell[0])]
            if cells and len(found) < len(table):
                found.append(cells)
        return found

    def _place(self, cell: Cell) -> str:
        return f"{self.roles.row_title(cell[0]).plain}, {self.roles.column_title(cell[1]).words}"

    def _on_typed(self, text: str) -> None:
        letter, cells = text.upper(), self.cells()
        if letter not in RACI:
            self.mistyped.emit(text)
        elif cells:
            self.wanted.emit(toggled(self.roles.bridge.book, cells, letter))

    def _on_open_requested(self, row: str, column: str) -> None:
        if self.roles.is_cell(row):
            self.describe_requested.emit(row, column)
