"""A list to choose from: an icon, a title, a line under it and a mark in words, painted so that it stays fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.theme import set_role

Index = QModelIndex | QPersistentModelIndex
_ICON, _MARK, _EDGE, _GAP = 20, 14, 12, 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. The mark is a word with an icon, in the colour of a role."""

    key: str
    title: str
    text: str = ""
    icon: str = ""
    mark: str = ""
    mark_icon: str = ""
    mark_role: str = "muted"

    @property
    def said(self) -> str:
        """Everything that is shown, for those who listen."""
        return ". ".join(part for part in (self.title, self.mark, self.text) if part)


class EntryModel(QAbstractListModel):
    """Entries as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; where they are the same ones, only what they say is painted anew."""
        same = [one.key for one in entries] == [one.key for one in self.entries]
        if same and self.entries:
            self.entries = tuple(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.said
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = option.fontMetrics.lineSpacing()
        return QSize(120, lines * 2 + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        entry, shown = model.entries[index.row()], theme.current()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shown.colour("selection" if chosen else "hover"))
        self._paint_words(painter, option, entry, "on_selection" if chosen else "text")
        painter.setPen(shown.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _paint_words(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, role: str) -> None:
        def placed(area: QRect) -> QRect:
            return QStyle.visualRect(option.direction, option.rect, area)

        shown, small = theme.current(), QFont(option.font)
        small.setPointSize(theme.scale().type["caption"])
        bold = QFont(option.font)
        bold.setBold(True)
        inner = option.rect.adjusted(_EDGE, 7, -_EDGE, -7)
        if entry.icon:
            square = QRect(inner.left(), inner.top(), _ICON, _ICON)
            icons.paint(painter, entry.icon, placed(square), "accent" if role == "text" else role)
            inner.setLeft(inner.left() + _ICON + _GAP)
        height = QFontMetrics(bold).lineSpacing()
        first = QRect(inner.left(), inner.top(), inner.width(), height)
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if entry.mark:
            width = QFontMetrics(small).horizontalAdvance(entry.mark)
            mark_role = entry.mark_role if role == "text" else role
            words = QRect(first.right() - width, first.top(), width + 2, height)
            painter.setFont(small)
            painter.setPen(shown.colour(mark_role))
            painter.drawText(placed(words), int(flags) | int(Qt.TextFlag.TextSingleLine), entry.mark)
            square = QRect(words.left() - _MARK - 5, first.center().y() - _MARK // 2 + 1, _MARK, _MARK)
            if entry.mark_icon:
                icons.paint(painter, entry.mark_icon, placed(square), mark_role)
            first.setRight(square.left() - _GAP)
        for face, area, text, colour in (
            (bold, first, entry.title, role),
            (small, QRect(inner.left(), first.bottom() + 3, inner.width(), height), entry.text, _quiet(role)),
        ):
            painter.setFont(face)
            painter.setPen(shown.colour(colour))
            elided = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(placed(area), int(flags) | int(Qt.TextFlag.TextSingleLine), elided)


def _quiet(role: str) -> str:
    return "muted" if role == "text" else role


class EntryList(QListView):
    """Chosen with the arrow keys or the mouse, opened with Enter or a double click."""

    entry_chosen = Signal(str)
    entry_opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        set_role(self, "cards")
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.entry_opened.emit(self.current_key()))

    def current_key(self) -> str:
        """Return the key of the entry that is chosen, or nothing."""
        row = self.currentIndex().row()
        return self.entries.entries[row].key if 0 <= row < len(self.entries.entries) else ""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries and stay at the chosen one, or at the first if it is gone."""
        before = self.current_key()
        self.entries.show(entries)
        if not entries:
            self.entry_chosen.emit("")
        elif self.current_key() != before or not before:
            self.go_to(before if any(one.key == before for one in entries) else entries[0].key)

    def go_to(self, key: str) -> bool:
        """Choose an entry by its key; says whether it is there."""
        for row, entry in enumerate(self.entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self.entries.index(row))
                return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.entry_chosen.emit(self.current_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key():
            self.entry_opened.emit(self.current_key())
            return
        super().keyPressEvent(event)
