"""Draws the headings of groups across a table: one band each, whatever columns lie below it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QTableView

from ui import icons, theme
from ui.tables.model import RecordModel
from ui.tables.writing import direction_flag

_CARET = 14
_EDGE = 8


def paint_bands(view: QTableView, model: RecordModel) -> None:
    """Paint the headings that are in sight; a few rows at most, however long the table is."""
    if not model.rows.groups:
        return
    area = view.viewport().rect()
    first, last = view.rowAt(0), view.rowAt(area.height() - 1)
    last = len(model.rows.ids) - 1 if last < 0 else last
    painter = QPainter(view.viewport())
    for row in range(max(0, first), last + 1):
        if model.rows.heading(row) is not None:
            band = QRect(0, view.rowViewportPosition(row), area.width(), view.rowHeight(row))
            _paint(view, model, painter, band, row)
    painter.end()


def _paint(view: QTableView, model: RecordModel, painter: QPainter, band: QRect, row: int) -> None:
    group = model.rows.heading(row)
    if group is None:
        return
    shown, current = theme.current(), view.currentIndex()
    mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
    is_current = current.isValid() and current.row() == row
    painter.fillRect(band, shown.colour("selection" if is_current else "sunken"))
    painter.setPen(shown.colour("line"))
    painter.drawLine(band.bottomLeft(), band.bottomRight())
    inner = band.adjusted(_EDGE, 0, -_EDGE, 0)
    caret = QRect(inner.left(), band.center().y() - _CARET // 2, _CARET, _CARET)
    if mirrored:
        caret.moveRight(inner.right())
    side = "caret-left" if mirrored else "caret-right"
    icons.paint(painter, side if model.rows.is_folded(group) else "caret-down", caret, "muted")
    step = _CARET + 6
    words = inner.adjusted(0, 0, -step, 0) if mirrored else inner.adjusted(step, 0, 0, 0)
    face = QFont(view.font())
    face.setBold(True)
    painter.setFont(face)
    painter.setPen(shown.colour("on_selection" if is_current else "text"))
    text = painter.fontMetrics().elidedText(model.rows.said(group), Qt.TextElideMode.ElideRight, words.width())
    side_flags = QStyle.visualAlignment(view.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
    flags = int(side_flags | Qt.AlignmentFlag.AlignVCenter) | direction_flag(text, view.layoutDirection())
    painter.drawText(words, flags, text)
    if is_current and view.hasFocus():
        painter.setPen(QPen(shown.colour("accent"), 2))
        painter.drawRect(band.adjusted(1, 1, -1, -2))
