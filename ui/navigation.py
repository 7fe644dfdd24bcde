"""The list of sections at the side, in their groups, each with the number of its open findings."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.sections import GROUPS, SECTIONS

KEY = int(Qt.ItemDataRole.UserRole)
ICON = KEY + 1
BADGE = KEY + 2
_WIDTH, _WIDEST = 232, 420
_FOLDED_WIDTH = 62
_ICON = 18
_ROOMY = 760
"""The width of a window, at the usual size of text, under which the list folds to its icons."""
_BREAK = 9
Index = QModelIndex | QPersistentModelIndex


class Navigation(QListWidget):
    """Emits `section_requested` when a section is chosen by key or pointer."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setAccessibleName("Sections")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _EntryDelegate(self)
        self.setItemDelegate(self._delegate)
        self._items: dict[str, QListWidgetItem] = {}
        self.is_folded = False
        for group in GROUPS:
            self._add_heading(group)
            for section in SECTIONS:
                if section.group == group:
                    self._add_section(section.key, section.title, section.icon)
        self.currentItemChanged.connect(self._on_current_changed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def fold(self, window_width: int) -> None:
        """Leave the pages the room where a window is narrow for the size of text; tips then name the icons."""
        is_folded = window_width < theme.room(_ROOMY)
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self._fit()

    def _fit(self) -> None:
        """Take the room that the size of text asks for."""
        row = theme.space("row")
        width = theme.room(_FOLDED_WIDTH) if self.is_folded else min(_WIDEST, theme.room(_WIDTH))
        self.setFixedWidth(width)
        for number in range(self.count()):
            item = self.item(number)
            is_heading = item.data(KEY) is None
            item.setSizeHint(QSize(width - 20, _BREAK if is_heading and self.is_folded else row))
            item.setToolTip(self._said(item) if self.is_folded or item.data(BADGE) else "")

    def _said(self, item: QListWidgetItem) -> str:
        count = item.data(BADGE)
        return f"{item.text()}, {count} {'finding' if count == 1 else 'findings'}" if count else item.text()

    def show_icons(self) -> None:
        """Draw icons from now on; before the first paint their font has not been read."""
        self._delegate.with_icons = True
        self.viewport().update()

    def show_section(self, key: str) -> None:
        """Mark the section that is shown, without asking for it again."""
        item = self._items.get(key)
        if item is not None and not item.isSelected():  # with the focus a list has a current item that nobody chose
            self.blockSignals(True)
            self.setCurrentItem(item)
            self.blockSignals(False)
            self.viewport().update()

    def show_badges(self, counts: Mapping[str, int]) -> None:
        for key, item in self._items.items():
            count = counts.get(key, 0)
            if item.data(BADGE) != count:
                item.setData(BADGE, count)
                said = self._said(item)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                item.setToolTip(said if count or self.is_folded else "")

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _add_section(self, key: str, title: str, icon_name: str) -> None:
        item = QListWidgetItem(title)
        item.setData(KEY, key)
        item.setData(ICON, icon_name)
        self.addItem(item)
        self._items[key] = item

    def _on_current_changed(self, current: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        if current is not None and current.data(KEY):
            self.section_requested.emit(current.data(KEY))


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title and the number of findings; a heading in small letters."""

    with_icons = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        navigation = self.parent()
        is_folded = isinstance(navigation, Navigation) and navigation.is_folded
        painter.save()
        if index.data(KEY) is None and is_folded:
            painter.fillRect(
                rect.adjusted(4, _BREAK // 2, -4, _BREAK // 2 - _BREAK + 1), theme.current().colour("line")
            )
        elif index.data(KEY) is None:
            self._paint_heading(painter, rect, str(index.data()), mirrored=mirrored)
        else:
            self._paint_ground(painter, rect, state)
            self._paint_entry(painter, rect, state, index, mirrored=mirrored)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str, *, mirrored: bool) -> None:
        face = QFont(painter.font())
        face.setPointSize(theme.scale().type["caption"])
        face.setBold(True)
        painter.setFont(face)
        painter.setPen(theme.current().colour("muted"))
        painter.drawText(rect.adjusted(8, 6, -8, 0), _side(mirrored=mirrored), text)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        shown = theme.current()
        ground = rect.adjusted(0, 1, 0, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(shown.colour("selection"))
            painter.drawRoundedRect(ground, 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(shown.colour("hover"))
            painter.drawRoundedRect(ground, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(shown.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)

    def _paint_entry(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index, *, mirrored: bool
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if self.with_icons:
            from ui import icons

            size = theme.room(_ICON)
            place = QRect(rect.left() + 9, rect.center().y() + 1 - size // 2, size, size)
            if mirrored:
                place.moveRight(rect.right() - 9)
            icons.paint(painter, index.data(ICON), place, "on_selection" if selected else "muted")
        face = QFont(painter.font())
        face.setBold(selected)
        painter.setFont(face)
        painter.setPen(theme.current().colour("on_selection" if selected else "text"))
        if rect.width() > theme.room(_FOLDED_WIDTH):
            self._paint_words(painter, rect, index, mirrored=mirrored)
        if index.data(BADGE):
            face.setBold(False)
            face.setPointSize(theme.scale().type["caption"])
            painter.setFont(face)
            painter.setPen(theme.current().colour("on_selection" if selected else "warning"))
            painter.drawText(rect.adjusted(6, 0, -6, 0), _side(mirrored=not mirrored), str(index.data(BADGE)))

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, *, mirrored: bool) -> None:
        """Write the title beside the icon, as far as the number of findings lets it."""
        first, last = theme.room(_ICON) + 18, 10
        if index.data(BADGE):
            last += painter.fontMetrics().horizontalAdvance(str(index.data(BADGE))) + 6
        words = rect.adjusted(last, 0, -first, 0) if mirrored else rect.adjusted(first, 0, -last, 0)
        fitted = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _side(mirrored=mirrored), fitted)


def _side(*, mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
