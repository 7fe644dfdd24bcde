"""The table of the register: headings of groups across its columns, lines that are chosen and opened by keyboard."""

from PySide6.QtCore import QItemSelection, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui import theme
from ui.pages.trackers.model import HEADINGS, Index, RegisterModel
from ui.theme import room, space
from ui.widgets.line_table import show_lines

_LETTERS = (34, 16, 13, 13, 13, 8, 44, 13, 34, 60)
"""How wide each column is, in letters."""
_LEAST_ROWS = 6


class _Drawn(QStyledItemDelegate):
    """Puts the headings of groups on a ground of their own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.fillRect(option.rect, theme.current().colour("sunken"))
        super().paint(painter, option, index)


class RegisterTable(QTableView):
    """Enter or a double click opens a line; the key for menus asks for what can be done."""

    line_chosen = Signal()
    line_opened = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        show_lines(self, "Trackers")
        self.setItemDelegate(_Drawn(self))
        self.setIconSize(QSize(room(16), room(16)))
        self.setMinimumHeight(_LEAST_ROWS * space("row"))
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        letter = QFontMetrics(self.font()).averageCharWidth()
        for place in range(len(HEADINGS)):
            self.setColumnWidth(place, _LETTERS[place] * letter)
        self.horizontalHeader().setStretchLastSection(True)
        self.doubleClicked.connect(lambda _index: self.line_opened.emit())

    def show_groups(self) -> None:
        """Let headings reach over all columns, after the model was made anew."""
        self.clearSpans()
        for row in self._model.headings():
            self.setSpan(row, 0, 1, len(HEADINGS))

    def go_to(self, record_id: str) -> None:
        """Choose the line of a tracker, or the first one where it is not there."""
        row = self._model.row_of(record_id)
        first = next((row for row in range(len(self._model.rows)) if self._model.line(row) is not None), -1)
        chosen = row if row >= 0 else first
        self.setCurrentIndex(self._model.index(chosen, max(0, self.currentIndex().column())))
        if chosen == first:
            self.scrollToTop()  # its heading is seen too

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.line_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.line_opened.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        where = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        if self.currentIndex().isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(where))
