"""Editors for what is chosen: one term, yes or no, one record."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLabel, QWidget

from ui import icons
from ui.bridge import Bridge
from ui.editors.base import Editor
from ui.theme import room
from workbook.fields import Field
from workbook.kinds import Unacceptable
from workbook.records import RECORD_TYPES


class Box(QComboBox):
    """A combo box that a turning wheel does not change while the person scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._be_named()

    def _be_named(self) -> None:
        """Give a box without a label one that nobody sees: on Linux Qt tells what a box is only through its label."""
        around = self.parentWidget()
        if around is None or not self.accessibleName():
            return
        beside = around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if not any(one.buddy() is self for one in beside):
            said = QLabel(self.accessibleName(), around)
            said.setBuddy(self)
            said.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow too: a style sheet takes it away and could only bring it back as a picture file."""
        super().paintEvent(event)
        place = QRect(0, 0, room(14), room(14))
        place.moveCenter(self.rect().center())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(8)
        else:
            place.moveRight(self.width() - 8)
        painter = QPainter(self)
        icons.paint(painter, "caret-down", place, "muted" if self.isEnabled() else "faint")
        painter.end()


class ChoiceEditor(Editor):
    """One term of a vocabulary; typing its first letters finds it."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.box = Box()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.addItem("–", None)
        for term in field.vocabulary or ():
            self.box.addItem(term.title, term.key)
            self.box.setItemData(self.box.count() - 1, term.help, Qt.ItemDataRole.ToolTipRole)
        self.box.activated.connect(lambda _row: self.committed.emit())
        self._hold(self.box)

    def value(self) -> Any:
        return self.box.currentData()

    def is_touched(self) -> bool:
        return bool(self.box.currentData() != self._held)

    def open_up(self) -> None:
        self.box.showPopup()

    def _show(self, value: Any) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(value)))
        self.box.setToolTip(self.box.itemData(self.box.currentIndex(), Qt.ItemDataRole.ToolTipRole) or "")


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.check = QCheckBox(field.title)
        self.check.clicked.connect(lambda _on: self.committed.emit())
        self._hold(self.check)

    def value(self) -> Any:
        return self.check.isChecked()

    def is_touched(self) -> bool:
        return self.check.isChecked() != bool(self._held)

    def _show(self, value: Any) -> None:
        self.check.setChecked(bool(value))


class _RecordBox(Box):
    """Lists the records of a type when it is entered, not when the form is built."""

    def __init__(self, target: str, bridge: Bridge) -> None:
        super().__init__()
        self._target, self._bridge = target, bridge
        self._filled_with: object = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def fill(self) -> None:
        """List what is there now, keeping what is written in the line."""
        book = self._bridge.book
        if self._filled_with is book.table(self._target):
            return
        text = self.currentText()
        self.clear()
        self.addItem("", None)
        for record in book.records(self._target):
            self.addItem(book.label(self._target, record.id), record.id)
        self._filled_with = book.table(self._target)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()


class ReferenceEditor(Editor):
    """One record, found by typing a part of its code or name."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.box = _RecordBox(field.target, bridge)
        self._shown = ""
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(f"Type to find in {RECORD_TYPES[field.target].titles.lower()}")
            line.setAccessibleName(field.title)
        self.box.activated.connect(lambda _row: self.committed.emit())
        self._hold(self.box)

    def value(self) -> Any:
        text = self.box.currentText().strip()
        if not text:
            return None
        self.box.fill()
        row = self.box.findText(text, Qt.MatchFlag.MatchFixedString)
        if row > 0:
            return self.box.itemData(row)
        found = self.bridge.book.find(self.field.target, text)
        if found is None:
            titles = RECORD_TYPES[self.field.target].titles.lower()
            raise Unacceptable(f"“{text}” is not among the {titles} of this workbook; choose one from the list")
        return found

    def is_touched(self) -> bool:
        return self.box.currentText() != self._shown

    def draft(self) -> str:
        return self.box.currentText()

    def put_draft(self, text: str) -> None:
        self.box.show_text(text)

    def open_up(self) -> None:
        self.box.fill()
        line = self.box.lineEdit()
        if line is not None:
            line.selectAll()

    def _show(self, value: Any) -> None:
        self._shown = self.bridge.book.label(self.field.target, value) if value else ""
        self.box.show_text(self._shown)
