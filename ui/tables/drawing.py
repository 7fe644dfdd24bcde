"""Draws cells from prepared rows and opens editors in them. The default delegate asks ten roles for each cell."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui import icons, theme
from ui.editors import Editor, editor_for
from ui.problems import why_not
from ui.tables.model import NUMERIC, RecordModel
from ui.tables.writing import direction_flag
from ui.unkept import Unkept
from workbook.kinds import Unacceptable

Index = QModelIndex | QPersistentModelIndex
_SIDE = 8
_MARK = 16
SEVERITY_ICONS = {"error": "x-circle", "warning": "warning", "information": "info"}


class CellDelegate(QStyledItemDelegate):
    """One delegate for every table of records."""

    refused = Signal(str)

    def __init__(self, chosen_ids: Callable[[], tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen_ids = chosen_ids
        self._open: tuple[Editor, QPersistentModelIndex] | None = None

    def commit(self) -> None:
        """Ask for what is being typed in a cell."""
        if self._open is not None:
            self._on_committed(*self._open)

    def unkept(self) -> list[Unkept]:
        """Return what is typed in a cell and could not be kept."""
        if self._open is None:
            return []
        editor, index = self._open
        model: Any = index.model()
        if not index.isValid() or editor.property("closing") or not editor.is_touched():
            return []
        record_id = model.rows.ids[index.row()]
        return [Unkept(model.type_name, record_id, editor.field.name, editor.field.title, editor.draft())]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RecordModel):
            super().paint(painter, option, index)
            return
        if model.rows.heading(index.row()) is not None:
            return  # the view draws a band across all columns
        shown = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, shown.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver or self._is_current_row(index):
            painter.fillRect(rect, shown.colour("hover"))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        found = model.findings_at(index)
        if found:
            inner = self._paint_mark(painter, inner, found[0].severity, option)
        field = model.field(index)
        text = model.rows.texts(index.row())[index.column()]
        role = "on_selection" if selected else "muted" if model.is_fixed(index.column()) else "text"
        painter.setPen(shown.colour(role))
        side = Qt.AlignmentFlag.AlignRight if field.kind in NUMERIC else Qt.AlignmentFlag.AlignLeading
        flags = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(option.font)
        single = int(Qt.TextFlag.TextSingleLine) | direction_flag(text, option.direction)
        painter.drawText(inner, int(flags) | single, elided)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model: Any = index.model()
        editor = editor_for(model.field(index), model.bridge, parent)
        editor.in_cell = True
        editor.setAutoFillBackground(True)
        editor.committed.connect(lambda: self._on_committed(editor, QPersistentModelIndex(index)))
        editor.spread.connect(lambda: self._on_spread(editor, QPersistentModelIndex(index)))
        editor.cancelled.connect(lambda: self._close(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache))
        editor.stepped.connect(lambda step: self._on_stepped(editor, QPersistentModelIndex(index), step))
        QTimer.singleShot(0, editor, editor.open_up)
        self._open = (editor, QPersistentModelIndex(index))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if self._open is not None and self._open[0] is editor:
            self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Editor) and not editor.is_touched():
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing: `_on_committed` hands over values, so that a refused one can keep its editor open."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        wanted = editor.sizeHint()
        rect.setHeight(max(rect.height(), wanted.height()))
        rect.setWidth(max(rect.width(), 180))
        inside = editor.parentWidget()
        room = inside.rect() if inside is not None else rect
        if rect.right() > room.right():
            rect.moveRight(max(room.right(), rect.width() - 1))
        if rect.bottom() > room.bottom():
            rect.moveBottom(max(room.bottom(), rect.height() - 1))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Editors say themselves when they are done; Qt's own rules would close one that holds a refused value."""
        return False

    def _on_committed(self, editor: Editor, index: QPersistentModelIndex) -> None:
        if self._commit(editor, index):
            self._close(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_spread(self, editor: Editor, index: QPersistentModelIndex) -> None:
        """Put what is typed into every chosen cell of the column, as spreadsheets do with Ctrl+Enter."""
        ids = self._chosen_ids()
        if len(ids) < 2:
            self._on_committed(editor, index)
        elif self._commit(editor, index, ids):
            self._close(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_stepped(self, editor: Editor, index: QPersistentModelIndex, step: int) -> None:
        hint = QAbstractItemDelegate.EndEditHint
        if self._commit(editor, index):
            self._close(editor, hint.EditNextItem if step > 0 else hint.EditPreviousItem)

    def _commit(self, editor: Editor, index: QPersistentModelIndex, several: tuple[str, ...] = ()) -> bool:
        if editor.property("closing") or not index.isValid():
            return False
        if not editor.is_touched() and not several:
            return True
        model: Any = index.model()
        try:
            value = editor.value()
        except Unacceptable as error:
            self._refuse(editor, why_not(editor.field, error))
            return False
        done = model.set_in_several(several, editor.field.name, value) if several else model.setData(index, value)
        if done:
            return True
        self._refuse(editor, model.refusal)
        return False

    def _refuse(self, editor: Editor, sentence: str) -> None:
        editor.show_refused(refused=True)
        editor.control.setAccessibleDescription(sentence)
        QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), sentence, editor)
        self.refused.emit(sentence)

    def _close(self, editor: Editor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if not editor.property("closing"):
            editor.setProperty("closing", True)
            self._open = None
            self.closeEditor.emit(editor, hint)

    def _is_current_row(self, index: Index) -> bool:
        view = self.parent()
        return isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()

    @staticmethod
    def _paint_mark(painter: QPainter, inner: QRect, severity: str, option: QStyleOptionViewItem) -> QRect:
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        mark = QRect(inner.left() - 2, inner.center().y() - _MARK // 2 + 1, _MARK, _MARK)
        if right_to_left:
            mark.moveRight(inner.right() + 2)
        icons.paint(painter, SEVERITY_ICONS[severity], mark, severity)
        step = _MARK + 4
        return inner.adjusted(0, 0, -step, 0) if right_to_left else inner.adjusted(step, 0, 0, 0)
