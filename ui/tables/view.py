"""The table that a person moves, types and pastes in."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.tables.bands import paint_bands
from ui.tables.drawing import CellDelegate
from ui.tables.header import SIGNS_WIDTH, ColumnHeader
from ui.tables.model import RecordModel
from ui.theme import room, space
from ui.unkept import Unkept

_LOOKED_AT = 60
_SETTLED = 5
_WIDEST = {"text": 320, "line": 300, "choices": 240, "references": 200, "reference": 180, "choice": 180}
_USUAL = {"text": 200, "line": 140, "choices": 150, "references": 150, "reference": 150, "choice": 130}
"""How wide a column is in which nothing stands yet: as wide as what will stand there asks for."""
_NARROWEST = 64


class RecordView(QTableView):
    """A table of records: cells are edited in place, whole rows are removed, ranges are copied and pasted.

    `columns_arranged` says that somebody dragged a column or its edge; `choice_changed` that other cells are chosen.
    """

    record_chosen = Signal(str)
    choice_changed = Signal()
    remove_requested = Signal()
    clear_requested = Signal()
    menu_requested = Signal(object)
    columns_arranged = Signal()
    folded = Signal()

    def __init__(self, model: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.setHorizontalHeader(ColumnHeader(model, self))
        self.setModel(model)
        self.delegate = CellDelegate(self.chosen_ids, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.widths: dict[str, int] = {}
        self._is_fitting = False
        self._kept = ("", "")
        self._pressed = QModelIndex()
        self._set_up_behaviour()
        self._set_up_headers()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)

    def fit_columns(self) -> None:
        """Give each column the width that somebody gave it, or that its title and first rows ask for."""
        metrics, rows = QFontMetrics(self.font()), self.records.rows
        looked_at = [rows.texts(row) for row in range(min(_LOOKED_AT, len(rows.ids))) if rows.heading(row) is None]
        self._is_fitting = True
        for column, field in enumerate(rows.fields):
            title = int(metrics.horizontalAdvance(field.title) * 1.12) + SIGNS_WIDTH
            widest = max((metrics.horizontalAdvance(texts[column]) for texts in looked_at), default=0)
            asked = min(room(_WIDEST.get(field.kind, 180)), widest + 40) if widest else room(_USUAL.get(field.kind, 0))
            wanted = self.widths.get(field.name) or max(_NARROWEST, title, asked)
            self.setColumnWidth(column, wanted)
        self._is_fitting = False

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take the widths that somebody gave columns before; the others are fitted."""
        self.widths = dict(widths)
        self.fit_columns()

    def show_order(self) -> None:
        """Let the header say by which column the rows are ordered."""
        order, names = self.records.rows.order, self.column_names()
        column = names.index(order[0]) if order is not None and order[0] in names else -1
        descending = order is not None and order[1]
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        header.viewport().update()

    def column_names(self) -> tuple[str, ...]:
        """Return the names of the columns as they stand side by side."""
        header, fields = self.horizontalHeader(), self.records.rows.fields
        return tuple(fields[header.logicalIndex(place)].name for place in range(len(fields)))

    def chosen_rows(self) -> list[int]:
        """Return the rows that have a chosen cell, without headings; the current one where none is chosen."""
        found: set[int] = set()
        for part in self._choice():
            found.update(range(part.top(), part.bottom() + 1))
        if not found and self.currentIndex().isValid():
            found = {self.currentIndex().row()}
        rows = self.records.rows
        return [row for row in sorted(found) if rows.heading(row) is None and row < len(rows.ids)]

    def chosen_columns(self) -> list[int]:
        """Return the columns that have a chosen cell."""
        found: set[int] = set()
        for part in self._choice():
            found.update(range(part.left(), part.right() + 1))
        if not found and self.currentIndex().isValid():
            found = {self.currentIndex().column()}
        return sorted(found)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """Return each chosen cell once, by row and column."""
        cells = {
            (row, column)
            for part in self._choice()
            for row in range(part.top(), part.bottom() + 1)
            if self.records.rows.heading(row) is None
            for column in range(part.left(), part.right() + 1)
        }
        return sorted(cells)

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the records that have a selected cell, in the order of the rows."""
        return tuple(self.records.rows.ids[row] for row in self.chosen_rows())

    def current_id(self) -> str:
        """Return the record that the cursor is in; a heading is none."""
        row = self.currentIndex().row()
        is_record = 0 <= row < len(self.records.rows.ids) and self.records.rows.heading(row) is None
        return self.records.rows.ids[row] if is_record else ""

    def current_name(self) -> str:
        """Return the field that the cursor is in."""
        column = self.currentIndex().column()
        return self.records.rows.fields[column].name if 0 <= column < len(self.records.rows.fields) else ""

    def go_to(self, record_id: str, field: str = "") -> bool:
        """Make a record the current one, at one of its fields where the table shows it."""
        group = self.records.rows.group_of(record_id)
        if group is not None:
            self.records.fold(group, folded=False)
        row = self.records.rows.place(record_id)
        if row < 0:
            return False
        names = [shown.name for shown in self.records.rows.fields]
        column = names.index(field) if field in names else max(0, self.currentIndex().column())
        index = self.records.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def go_to_first(self) -> None:
        """Put the cursor into the first row that is a record, or on the first heading where all are folded."""
        rows = self.records.rows
        first = next((row for row in range(min(2, len(rows.ids))) if rows.heading(row) is None), 0)
        if rows.ids:
            self.setCurrentIndex(self.records.index(first, 0))

    def commit(self) -> None:
        """Ask for what is being typed in a cell."""
        self.delegate.commit()

    def unkept(self) -> list[Unkept]:
        return self.delegate.unkept()

    def selects_whole_rows(self) -> bool:
        return bool(self.selectionModel().selectedRows())

    def fold(self, *, folded: bool | None = None) -> bool:
        """Fold or unfold the group whose heading is current; returns whether there is one."""
        group = self.records.rows.heading(self.currentIndex().row())
        if group is None:
            return False
        self.records.fold(group, folded=not self.records.rows.is_folded(group) if folded is None else folded)
        self.folded.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if self._on_heading_key(event):
            return
        if key == Qt.Key.Key_Delete:
            wish = self.remove_requested if self.selects_whole_rows() else self.clear_requested
            wish.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Space and shift:
            self._choose_rows()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, plain = self.indexAt(event.position().toPoint()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_click = index.isValid() and index.row() == self._pressed.row() and plain
        if is_click and event.button() == Qt.MouseButton.LeftButton and self.records.rows.heading(index.row()):
            self.fold()

    def keyboardSearch(self, search: str) -> None:
        """Do not look for what is typed: Qt would ask every row of the column, and typing means editing here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_bands(self, self.records)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.choice_changed.emit()

    def _choice(self) -> list[QItemSelectionRange]:
        """Return the chosen ranges; much quicker than every index of them."""
        selection: Any = self.selectionModel().selection()  # a list of ranges, which its type does not say
        return list(selection)

    def _on_heading_key(self, event: QKeyEvent) -> bool:
        """On a heading, the keys of a tree: Left folds, Right unfolds, Enter and Space do the other."""
        if self.records.rows.heading(self.currentIndex().row()) is None or event.modifiers() not in _PLAIN:
            return False
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        folds, unfolds = (Qt.Key.Key_Right, Qt.Key.Key_Left) if mirrored else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() == folds:
            return self.fold(folded=True)
        if event.key() == unfolds:
            return self.fold(folded=False)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return self.fold()
        return False

    def _choose_rows(self) -> None:
        """Widen what is chosen to whole rows."""
        flags = QItemSelectionModel.SelectionFlag
        for row in self.chosen_rows():
            self.selectionModel().select(self.records.index(row, 0), flags.Select | flags.Rows)

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
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        columns.setSortIndicatorShown(False)
        columns.sectionResized.connect(self._on_section_resized)
        columns.sectionMoved.connect(lambda *_move: QTimer.singleShot(0, self, self._on_sections_moved))
        self.fit_columns()

    def _on_section_resized(self, column: int, _old: int, new: int) -> None:
        if not self._is_fitting and 0 <= column < len(self.records.rows.fields) and new:
            self.widths[self.records.rows.fields[column].name] = new
            self.columns_arranged.emit()

    def _on_sections_moved(self) -> None:
        """Make the order that somebody dragged the order of the model, so that copying and pasting follow it."""
        names = self.column_names()
        if names != tuple(field.name for field in self.records.rows.fields):
            self.records.show_columns(names)
            self.columns_arranged.emit()

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        self.record_chosen.emit(self.current_id() if current.isValid() else "")

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Widths that were worked out for few rows are worked out again, until there is enough to go by."""
        if first < _SETTLED:
            self.fit_columns()

    def _on_about_to_reset(self) -> None:
        self._kept = (self.current_id(), self.current_name())

    def _on_reset(self) -> None:
        header = self.horizontalHeader()
        header.blockSignals(True)
        for column in range(header.count()):
            header.moveSection(header.visualIndex(column), column)
        header.blockSignals(False)
        self.fit_columns()
        self.show_order()
        record_id, name = self._kept
        row, names = self.records.rows.place(record_id), [field.name for field in self.records.rows.fields]
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, names.index(name) if name in names else 0))
        else:
            self.record_chosen.emit("")


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
