"""What would come of the rows of a file, in numbers and row by row, and the answers about single rows."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.bringing_in.rows_model import RowsModel, Shown
from ui.layouts import button, column, label, wrapping_row
from ui.theme import space
from ui.widgets.line_table import show_lines
from workbook.bringing_in.results import ReadRows, reasons

_LINES = 5
_MOST_REASONS = 3
_KEYS = {Qt.Key.Key_S: True, Qt.Key.Key_N: False}


class RowsPart(QWidget):
    """`decided` carries the number of a row that may be a record which is there, and whether it is."""

    decided = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(self)
        self.table = QTableView()
        self.said, self.why = label("", wrap=True), label("", "muted", wrap=True)
        self.same, self.new = button("The same (S)"), button("New (N)")
        self._lay_out()

    @property
    def waiting(self) -> int:
        """Return of how many rows somebody has to say whether they are there already."""
        return sum(one.waits for one in self.model.rows)

    def show_rows(self, lines: list[Shown]) -> None:
        """Show the rows; what has to be decided is in front."""
        self.model.show_rows(lines)
        for one in (self.same, self.new):
            one.setVisible(bool(self.waiting))
        if lines:
            self.table.selectRow(0)
        else:
            self.why.clear()

    def decide(self, is_same: bool) -> None:
        """Say of the row in front whether it is the record that has nearly the same name."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.model.rows) and self.model.rows[at].waits:
            self.decided.emit(self.model.rows[at].number, is_same)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_same = _KEYS.get(Qt.Key(event.key()))
            if is_same is not None:
                self.decide(is_same)
                return True
        return super().eventFilter(watched, event)

    def _show_why(self, at: int) -> None:
        """Say in full what the lines of the table may have no room for."""
        one = self.model.rows[at] if 0 <= at < len(self.model.rows) else None
        self.why.setText("" if one is None else f"Row {one.number}: {one.comes}. {one.why}".strip())

    def _lay_out(self) -> None:
        rows = self.table
        rows.setModel(self.model)
        rows.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_why(now.row()))
        show_lines(rows, "Rows of the file")
        rows.setAccessibleDescription("S says that a row is the same record, N that it is new")
        heads = rows.horizontalHeader()
        rows.setColumnWidth(0, 60)
        for number in range(1, 4):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        rows.setMinimumHeight(_LINES * space("row"))
        rows.installEventFilter(self)
        self.same.clicked.connect(lambda: self.decide(True))
        self.new.clicked.connect(lambda: self.decide(False))
        box = column(self, "small", "")
        box.addWidget(self.said)
        box.addWidget(rows, 1)
        feet = wrapping_row()
        feet.addWidget(self.same)
        feet.addWidget(self.new)
        feet.addWidget(self.why, 1)
        box.addLayout(feet)


def in_numbers(read: ReadRows, waiting: int, *, asks_year: bool) -> str:
    """Say in numbers what would come of the rows, why some do not, and what has to be said first."""
    new = sum(one.is_new for one in read.taken)
    said = f"{new:,} new, {len(read.taken) - new:,} known already, {len(read.rejected):,} not taken."
    found = reasons(read.rejected)
    said += "".join(f" {count:,} of them: {reason}" for reason, count in found[:_MOST_REASONS])
    if read.owners:
        said += f" New with them: {len(read.owners):,}."
    if asks_year:
        said += " Say the year of the headings that name none."
    if read.open_days:
        said += (
            f" {len(read.open_days):,} dates could be two days each ({read.open_days[0]}): choose how they are meant."
        )
    if waiting:
        rows = "1 row may be" if waiting == 1 else f"{waiting:,} rows may be"
        said += f" {rows} a record that is here already: press S for the same, N for new."
    return said
