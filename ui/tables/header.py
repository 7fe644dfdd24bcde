"""The titles of the columns, with a sign on the one that the rows are ordered by and on those that are filtered."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import icons
from ui.tables.model import NUMERIC, RecordModel

_SIGN = 13
_EDGE = 5
SIGNS_WIDTH = 2 * (_SIGN + 3)


class ColumnHeader(QHeaderView):
    """Draws its signs itself: the style sheet could only bring them as picture files."""

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        model.headerDataChanged.connect(lambda *_section: self.viewport().update())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        rows = self._records.rows
        if logicalIndex >= len(rows.fields):
            return
        field = rows.fields[logicalIndex]
        signs = []
        if rows.order is not None and rows.order[0] == field.name:
            signs.append("arrow-down" if rows.order[1] else "arrow-up")
        if field.name in rows.wanted:
            signs.append("funnel")
        mirrored = (self.layoutDirection() == Qt.LayoutDirection.RightToLeft) != (field.kind in NUMERIC)
        for number, name in enumerate(signs):
            step = _EDGE + number * (_SIGN + 3)
            left = rect.left() + step if mirrored else rect.right() - step - _SIGN
            icons.paint(painter, name, QRect(left, rect.center().y() - _SIGN // 2, _SIGN, _SIGN), "accent")

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + SIGNS_WIDTH, size.height())
