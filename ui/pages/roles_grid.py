"""Shows and fills the grid of roles with the keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons, theme
from ui.pages.roles_model import CHECK, RolesModel
from ui.tables.drawing import SEVERITY_ICONS
from workbook.vocabularies import RACI

Index = QModelIndex | QPersistentModelIndex
_ROLE = {
    "R": ("information", "information_soft"),
    "A": ("on_accent", "accent"),
    "C": ("text", "sunken"),
    "I": ("muted", "page"),
}
_BADGE = 24


class RolesGrid(QTableView):
    """Letters are typed straight into the cells: R, A, C and I set a letter or take it away, Delete empties."""

    cell_chosen = Signal(object)

    def __init__(self, model: RolesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName("Roles: activities down, partners across")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(36)
        rows.setProperty("role", "titles")
        rows.setFixedWidth(300)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setDefaultSectionSize(98)
        columns.setFixedHeight(48)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setColumnWidth(CHECK, 74)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.cell_chosen.emit(now))
        self._kept = (0, 1)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and letter in RACI:
            for index in self._chosen():
                self.roles.toggle(index, letter)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            for index in self._chosen():
                self.roles.empty(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setCurrentIndex(
                self.moveCursor(QAbstractItemView.CursorAction.MoveDown, Qt.KeyboardModifier.NoModifier)
            )
        elif plain and event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_about_to_reset(self) -> None:
        self._kept = (max(0, self.currentIndex().row()), max(1, self.currentIndex().column()))

    def _on_reset(self) -> None:
        self.setColumnWidth(CHECK, 74)
        if self.roles.activities and self.roles.partners:
            row, column = self._kept
            last_row, last_column = len(self.roles.activities) - 1, len(self.roles.partners)
            self.setCurrentIndex(self.roles.index(min(row, last_row), min(column, last_column)))

    def _chosen(self) -> list[QModelIndex]:
        return self.selectionModel().selectedIndexes() or [self.currentIndex()]


class _CellDelegate(QStyledItemDelegate):
    """Draws each letter as a badge, and the result of the checks with its icon."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, shown.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shown.colour("hover"))
        model = index.model()
        if isinstance(model, RolesModel):
            if index.column() == CHECK:
                self._paint_check(painter, rect, model, index)
            else:
                self._paint_letters(painter, rect, model.letters(index))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _paint_letters(painter: QPainter, rect: QRect, letters: tuple[str, ...]) -> None:
        face = QFont(painter.font())
        face.setBold(True)
        painter.setFont(face)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = rect.center().x() - (len(letters) * (_BADGE + 3) - 3) // 2
        for letter in letters:
            ink, ground = _ROLE[letter]
            badge = QRect(left, rect.center().y() - _BADGE // 2 + 1, _BADGE, _BADGE)
            painter.setPen(theme.current().colour("strong_line"))
            painter.setBrush(theme.current().colour(ground))
            painter.drawRoundedRect(badge, 5, 5)
            painter.setPen(theme.current().colour(ink))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
            left += _BADGE + 3

    @staticmethod
    def _paint_check(painter: QPainter, rect: QRect, model: RolesModel, index: Index) -> None:
        found = model.findings_of(index.row())
        name = SEVERITY_ICONS[found[0].severity] if found else "check-circle"
        role = found[0].severity if found else "good"
        icons.paint(painter, name, QRect(rect.center().x() - 22, rect.center().y() - 8, 18, 18), role)
        painter.setPen(theme.current().colour(role))
        words = QRect(rect.center().x(), rect.top(), rect.width() // 2, rect.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(index.data()))
