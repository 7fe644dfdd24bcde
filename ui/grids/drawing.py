"""Paints the cells of a grid from their faces. The default delegate asks ten roles for each cell."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.grids.faces import Badge, Face
from ui.grids.model import MatrixModel

Index = QModelIndex | QPersistentModelIndex
_GAP = 3
_SIDE = 4
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class MatrixDelegate(QStyledItemDelegate):
    """One delegate for every grid."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, MatrixModel):
            super().paint(painter, option, index)
            return
        face = model.face(*model.keys_at(index))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            face = replace(face, role="on_selection")
        rect = QRect(option.rect)
        painter.save()
        self._paint_ground(painter, option, rect, face)
        font = QFont(option.font)
        if face.small:
            small = QRect(rect.left(), rect.bottom() - 15, rect.width(), 14)
            paint_words(painter, small, face.small, caption_of(font), "on_selection" if is_selected else "muted")
            rect = rect.adjusted(0, 2, 0, -13)
        if face.badges:
            paint_badges(painter, rect, face.badges, font, option.direction)
        else:
            _paint_mark_and_words(painter, rect, face, font, option.direction)
        self._paint_focus(painter, option, index)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, face: Face) -> None:
        state: QStyle.StateFlag = option.state
        shown = theme.current()
        if face.ground:
            painter.fillRect(rect, shown.colour(face.ground))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, shown.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver and not face.ground:
            painter.fillRect(rect, shown.colour("hover"))

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame the current cell, thinner while something else has the keyboard."""
        view = self.parent()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            pen = QPen(theme.current().colour("accent"), 2)
        elif isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            pen = QPen(theme.current().colour("strong_line"), 1)
        else:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def caption_of(font: QFont) -> QFont:
    """Return the small face of a font."""
    small = QFont(font)
    small.setPointSize(theme.scale().type["caption"])
    return small


def paint_words(painter: QPainter, rect: QRect, words: str, font: QFont, role: str) -> None:
    """Write one line in the middle of a rectangle, shortened where it has no room."""
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    painter.setFont(font)
    painter.setPen(theme.current().colour(role))
    elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, _CENTRE, elided)


def paint_badges(
    painter: QPainter, rect: QRect, badges: tuple[Badge, ...], font: QFont, direction: Qt.LayoutDirection
) -> None:
    """Draw badges side by side in the middle, in the order of reading."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    high = min(rect.height() - 4, metrics.height() + 5)
    sizes = [QSize(max(high, metrics.horizontalAdvance(badge.text) + 10), high) for badge in badges]
    whole = sum(size.width() + _GAP for size in sizes) - _GAP
    left = rect.left() + (rect.width() - whole) // 2
    shown = list(zip(badges, sizes, strict=True))
    if direction == Qt.LayoutDirection.RightToLeft:
        shown.reverse()
    painter.setFont(bold)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for badge, size in shown:
        box = QRect(left, rect.top() + (rect.height() - high) // 2, size.width(), high)
        painter.setPen(theme.current().colour("strong_line"))
        painter.setBrush(theme.current().colour(badge.ground))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme.current().colour(badge.ink))
        painter.drawText(box, _CENTRE, badge.text)
        left += size.width() + _GAP


def _paint_mark_and_words(
    painter: QPainter, rect: QRect, face: Face, font: QFont, direction: Qt.LayoutDirection
) -> None:
    font.setBold(face.strong)
    metrics = QFontMetrics(font)
    mark = QFontMetrics(font).height() if face.mark else 0
    words = min(metrics.horizontalAdvance(face.words) + 2 * _SIDE + 2, rect.width() - mark) if face.words else 0
    left = rect.left() + max(0, (rect.width() - mark - words) // 2)
    mark_first = direction != Qt.LayoutDirection.RightToLeft
    if face.mark:
        at = left if mark_first else left + words
        icons.paint(painter, face.mark, QRect(at, rect.center().y() - mark // 2 + 1, mark, mark), face.role)
    if face.words:
        at = left + mark if mark_first else left
        paint_words(painter, QRect(at, rect.top(), words, rect.height()), face.words, font, face.role)
