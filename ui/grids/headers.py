"""The titles of a grid: headers that paint a title with how it stands with it, and never scroll away."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import icons, theme
from ui.grids.drawing import caption_of
from ui.grids.faces import Title
from ui.grids.model import MatrixModel

_SIDE = 10
_GRIP = 6
_NARROWEST = 120
_ROOM_FOR_CELLS = 160


class TitleHeader(QHeaderView):
    """What columns and rows have in common: the ground, the lines around it and the mark with its note."""

    def __init__(self, orientation: Qt.Orientation, view: QTableView, matrix: MatrixModel) -> None:
        super().__init__(orientation, view)
        self.matrix = matrix
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        title = self.matrix.title_at(logicalIndex, self.orientation())
        shown = theme.current()
        painter.save()
        painter.fillRect(rect, shown.colour("accent_soft" if self._is_current(logicalIndex) else "sunken"))
        painter.setPen(shown.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        side = rect.left() if self._is_mirrored() else rect.right()
        painter.drawLine(side, rect.top(), side, rect.bottom())
        self.paint_title(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), title)
        painter.restore()

    def paint_title(self, painter: QPainter, rect: QRect, title: Title) -> None:
        """Write a title into its section."""

    def write(self, painter: QPainter, rect: QRect, words: str, font: QFont, role: str, side: Qt.AlignmentFlag) -> None:
        """Write one line, shortened where it has no room."""
        painter.setFont(font)
        painter.setPen(theme.current().colour(role))
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(rect, flags, elided)

    def write_note(self, painter: QPainter, rect: QRect, title: Title) -> None:
        """Draw mark and note side by side in a rectangle just wide enough for them."""
        mark = self.mark_size if title.mark else 0
        first = rect.right() - mark + 1 if self._is_mirrored() else rect.left()
        if mark:
            icons.paint(painter, title.mark, QRect(first, rect.center().y() - mark // 2 + 1, mark, mark), title.role)
        words = rect.adjusted(0, 0, -mark - 3, 0) if self._is_mirrored() else rect.adjusted(mark + 3, 0, 0, 0)
        self.write(painter, words, title.note, caption_of(self.font()), title.role, Qt.AlignmentFlag.AlignHCenter)

    def note_width(self, title: Title) -> int:
        words = QFontMetrics(caption_of(self.font())).horizontalAdvance(title.note)
        return (self.mark_size if title.mark else 0) + (words + 5 if title.note else 0)

    @property
    def mark_size(self) -> int:
        return QFontMetrics(self.font()).height() - 2

    def bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _is_current(self, section: int) -> bool:
        view = self.parent()
        if not isinstance(view, QTableView):
            return False
        current: Any = view.currentIndex()
        return bool(section == (current.row() if self.orientation() == Qt.Orientation.Vertical else current.column()))


class ColumnHeads(TitleHeader):
    """Two lines for each column, and a third that says how it stands with it where a page asks for that."""

    def __init__(self, view: QTableView, matrix: MatrixModel, lines: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, view, matrix)
        self._lines = lines
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(48)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._line() * self._lines + 12)

    def paint_title(self, painter: QPainter, rect: QRect, title: Title) -> None:
        line = self._line()
        inner = rect.adjusted(4 - _SIDE, 5, _SIDE - 5, -5)
        middle = Qt.AlignmentFlag.AlignHCenter
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        if not title.under:
            first.setHeight(line * 2)
        self.write(painter, first, title.words, self.bold(), "text", middle)
        self.write(painter, first.translated(0, line), title.under, caption_of(self.font()), "muted", middle)
        if self._lines > 2:
            width = min(self.note_width(title), inner.width())
            left = inner.left() + (inner.width() - width) // 2
            self.write_note(painter, QRect(left, inner.top() + 2 * line, width, line), title)

    def _line(self) -> int:
        return QFontMetrics(self.font()).height()


class RowTitles(TitleHeader):
    """The titles down, in a column whose edge can be moved."""

    def __init__(self, view: QTableView, matrix: MatrixModel, width: int, row_height: int) -> None:
        super().__init__(Qt.Orientation.Vertical, view, matrix)
        self._width = width
        self._is_moved = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(row_height)

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    @property
    def title_width(self) -> int:
        return self._width

    def set_title_width(self, width: int) -> None:
        """Give the titles this much room, within reason."""
        view = self.parentWidget()
        most = max(_NARROWEST, (view.width() if view is not None else width) - _ROOM_FOR_CELLS)
        self._width = max(_NARROWEST, min(most, width))
        self.updateGeometry()
        self.geometriesChanged.emit()

    def paint_title(self, painter: QPainter, rect: QRect, title: Title) -> None:
        note = self.note_width(title)
        words = rect.adjusted(note + 8, 0, 0, 0) if self._is_mirrored() else rect.adjusted(0, 0, -note - 8, 0)
        lead = Qt.AlignmentFlag.AlignRight if self._is_mirrored() else Qt.AlignmentFlag.AlignLeft
        font = self.bold() if title.strong else self.font()
        self.write(painter, words if note else rect, title.plain, font, "text", lead)
        if note:
            left = rect.left() if self._is_mirrored() else rect.right() - note + 1
            self.write_note(painter, QRect(left, rect.top(), note, rect.height()), title)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_moved = self._is_at_edge(event)
        if not self._is_moved:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_moved:
            at = round(event.position().x())
            self.set_title_width(self.width() - at if self._is_mirrored() else at)
            return
        at_edge = self._is_at_edge(event)
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor if at_edge else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_moved:
            super().mouseReleaseEvent(event)
        self._is_moved = False

    def _is_at_edge(self, event: QMouseEvent) -> bool:
        at = event.position().x()
        return at < _GRIP if self._is_mirrored() else at > self.width() - _GRIP
