"""The view of a grid: movement, selection and copying with the keyboard, titles that stay in sight."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QKeyCombination, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.grids.copying import copied
from ui.grids.drawing import MatrixDelegate
from ui.grids.headers import ColumnHeads, RowTitles
from ui.grids.model import MatrixModel

_Key = Qt.Key
_ARROWS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_Move = QAbstractItemView.CursorAction
_MOVES = {
    _Key.Key_Up: _Move.MoveUp,
    _Key.Key_Down: _Move.MoveDown,
    _Key.Key_Left: _Move.MoveLeft,
    _Key.Key_Right: _Move.MoveRight,
    _Key.Key_Home: _Move.MoveHome,
    _Key.Key_End: _Move.MoveEnd,
    _Key.Key_PageUp: _Move.MovePageUp,
    _Key.Key_PageDown: _Move.MovePageDown,
}
_COPY_WITH_TITLES = QKeyCombination(Qt.Modifier.CTRL | Qt.Modifier.SHIFT, _Key.Key_C)
_STEP = 40
_EDITING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MatrixView(QTableView):
    """Shows a `MatrixModel`; see the docstring of `ui.grids` for what it emits and which keys it knows."""

    cell_chosen = Signal(str, str)
    open_requested = Signal(str, str)
    clear_requested = Signal()
    paste_requested = Signal()
    typed = Signal(str)

    def __init__(
        self,
        model: MatrixModel,
        name: str,
        parent: QWidget | None = None,
        *,
        cell_width: int = 98,
        cell_height: int = 36,
        title_width: int = 280,
        head_lines: int = 2,
    ) -> None:
        super().__init__(parent)
        self.matrix = model
        self.heads = ColumnHeads(self, model, head_lines)
        self.titles = RowTitles(self, model, title_width, self._height_of(cell_height))
        self.setModel(model)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.titles)
        self.heads.setDefaultSectionSize(cell_width)
        self.setItemDelegate(MatrixDelegate(self))
        self.setAccessibleName(name)
        self._set_up_behaviour()
        self._kept = ("", "")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    def current(self) -> tuple[str, str]:
        """Return the keys of the current cell, or two empty ones."""
        index = self.currentIndex()
        return self.matrix.keys_at(index) if index.isValid() else ("", "")

    def chosen(self) -> list[tuple[str, str]]:
        """Return the keys of the selected cells, in the order of reading."""
        return [self.matrix.keys_at(index) for index in self._chosen_indexes()]

    def go_to(self, row: str, column: str) -> bool:
        """Make a cell the current one; returns whether it is shown."""
        index = self.matrix.index_of(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        return index.isValid()

    def copy(self, *, with_titles: bool = False) -> None:
        """Put the selected cells on the clipboard."""
        chosen = self._chosen_indexes()
        if chosen:
            QGuiApplication.clipboard().setMimeData(copied(self.matrix, chosen, with_titles=with_titles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._took_movement(event) or self._took_clipboard(event) or self._took_editing(event)):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: what is typed goes into cells."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_requested.emit(*self.current())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._move_to(index, extend=True)
        else:
            super().mousePressEvent(event)

    def _took_movement(self, event: QKeyEvent) -> bool:
        """Move here and not in Qt, which extends from where it was last itself and not from where `go_to` led."""
        action, held = _MOVES.get(_Key(event.key())), event.modifiers()
        if action is None:
            return False
        step = self._step(_Key(event.key()))
        with_control = bool(held & Qt.KeyboardModifier.ControlModifier)
        with_shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.AltModifier:
            if with_shift and step[1]:
                self.titles.set_title_width(self.titles.title_width + step[1] * _STEP)
            return with_shift
        if with_control and step != (0, 0):
            index = self._edge(step)
        else:
            index = self.moveCursor(action, held & Qt.KeyboardModifier.ControlModifier)
        self._move_to(index, extend=with_shift)
        return True

    def _step(self, key: Qt.Key) -> tuple[int, int]:
        down, across = _ARROWS.get(key, (0, 0))
        return (down, -across) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (down, across)

    def _took_clipboard(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == _COPY_WITH_TITLES:
            self.copy(with_titles=True)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        else:
            return False
        return True

    def _took_editing(self, event: QKeyEvent) -> bool:
        key, held, text = event.key(), event.modifiers() & _EDITING, event.text()
        if held or not self.currentIndex().isValid():
            return False
        if key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2):
            self.open_requested.emit(*self.current())
        elif key in (_Key.Key_Delete, _Key.Key_Backspace):
            self.clear_requested.emit()
        elif text and text.isprintable() and not text.isspace():
            self.typed.emit(text)
        else:
            return False
        return True

    def _edge(self, step: tuple[int, int]) -> QModelIndex:
        """Return where Ctrl+arrow leads: the last filled cell before an empty one, else the next filled, else the end.

        The same rule as in spreadsheets.
        """
        here = self.currentIndex()
        index = _next_to(self.matrix, here, step)
        if not index.isValid():
            return here
        runs = self._is_filled(here) and self._is_filled(index)
        while True:
            beyond = _next_to(self.matrix, index, step)
            ends = not self._is_filled(beyond) if runs and beyond.isValid() else not runs and self._is_filled(index)
            if ends or not beyond.isValid():
                return index
            index = beyond

    def _is_filled(self, index: QModelIndex) -> bool:
        return bool(self.matrix.copied(*self.matrix.keys_at(index)))

    def _move_to(self, index: QModelIndex, *, extend: bool) -> None:
        if not index.isValid():
            return
        if extend:
            selection = QItemSelection(self._far_corner(), index)
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _far_corner(self) -> QModelIndex:
        """Return the cell from which the selection was drawn: the corner across from the current one."""
        here, chosen = self.currentIndex(), self._chosen_indexes()
        rows, columns = [index.row() for index in chosen], [index.column() for index in chosen]
        row = min(rows) if here.row() == max(rows) else max(rows)
        column = min(columns) if here.column() == max(columns) else max(columns)
        return self.matrix.index(row, column)

    def _chosen_indexes(self) -> list[QModelIndex]:
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        if not chosen and self.currentIndex().isValid():
            chosen = [self.currentIndex()]
        return chosen

    def _set_up_behaviour(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def _height_of(self, wanted: int) -> int:
        """Return the height of a row: what the page wants, or more where text is large."""
        return max(wanted, QFontMetrics(self.font()).height() + 14)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        for index in (before, now):
            if index.isValid():
                self.titles.updateSection(index.row())
                self.heads.updateSection(index.column())
        if now.isValid():
            self.cell_chosen.emit(*self.matrix.keys_at(now))

    def _on_about_to_reset(self) -> None:
        if self.currentIndex().isValid():
            self._kept = self.current()

    def _on_reset(self) -> None:
        """Stay at the cell that was the current one, or close to it."""
        row, column = self._kept
        model = self.matrix
        if not self.go_to(row, column) and model.row_keys and model.column_keys:
            row = row if row in model.row_keys else model.row_keys[0]
            self.go_to(row, column if column in model.column_keys else model.column_keys[0])


def _next_to(model: MatrixModel, index: QModelIndex, step: tuple[int, int]) -> QModelIndex:
    """Return the neighbour of a cell, an invalid index beyond the edge."""
    return model.index(index.row() + step[0], index.column() + step[1])
