"""The table that a person moves, types and pastes in."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.tables.drawing import CellDelegate
from ui.tables.model import RecordModel
from ui.theme import space
from ui.unkept import Unkept

_LOOKED_AT = 60
_SETTLED = 5
_WIDEST = {"text": 320, "line": 300, "choices": 240, "references": 200, "reference": 180, "choice": 180}
_NARROWEST = 64


class RecordView(QTableView):
    """A table of records: cells are edited in place, whole rows are removed, ranges are copied and pasted."""

    record_chosen = Signal(str)
    remove_requested = Signal()
    clear_requested = Signal()
    menu_requested = Signal(object)

    def __init__(self, model: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.setModel(model)
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self._set_up_behaviour()
        self._set_up_headers()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self._kept = ("", 0)

    def fit_columns(self) -> None:
        """Give each column the width that its title and first rows ask for, within limits for its kind."""
        metrics, rows = QFontMetrics(self.font()), self.records.rows
        looked_at = [rows.texts(row) for row in range(min(_LOOKED_AT, len(rows.ids)))]
        for column, field in enumerate(rows.fields):
            title = int(metrics.horizontalAdvance(field.title) * 1.12) + 34
            widest = max((metrics.horizontalAdvance(texts[column]) for texts in looked_at), default=0) + 40
            limit = _WIDEST.get(field.kind, 180)
            self.setColumnWidth(column, max(_NARROWEST, title, min(limit, widest)))

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the records that have a selected cell, in the order of the rows."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return tuple(self.records.rows.ids[row] for row in rows)

    def current_id(self) -> str:
        row = self.currentIndex().row()
        return self.records.rows.ids[row] if 0 <= row < len(self.records.rows.ids) else ""

    def go_to(self, record_id: str, field: str = "") -> bool:
        """Make a record the current one, at one of its fields where the table shows it."""
        row = self.records.rows.place(record_id)
        if row < 0:
            return False
        names = [shown.name for shown in self.records.rows.fields]
        column = names.index(field) if field in names else max(0, self.currentIndex().column())
        index = self.records.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def commit(self) -> None:
        """Ask for what is being typed in a cell."""
        self.delegate.commit()

    def unkept(self) -> list[Unkept]:
        return self.delegate.unkept()

    def selects_whole_rows(self) -> bool:
        return bool(self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Delete:
            wish = self.remove_requested if self.selects_whole_rows() else self.clear_requested
            wish.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Space and shift:
            self.selectRow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def _set_up_behaviour(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(space("row"))
        rows.setMinimumWidth(36)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.fit_columns()

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        ids = self.records.rows.ids
        self.record_chosen.emit(ids[current.row()] if current.isValid() and current.row() < len(ids) else "")

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Widths that were worked out for few rows are worked out again, until there is enough to go by."""
        if first < _SETTLED:
            self.fit_columns()

    def _on_about_to_reset(self) -> None:
        self._kept = (self.current_id(), max(0, self.currentIndex().column()))

    def _on_reset(self) -> None:
        record_id, column = self._kept
        row = self.records.rows.place(record_id)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, column))
        else:
            self.record_chosen.emit("")
