"""Editors for what is typed: lines, paragraphs, numbers, amounts, dates."""

from typing import Any

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QPlainTextEdit, QWidget, QWidgetAction

from ui.bridge import Bridge
from ui.editors.base import Editor
from ui.icons import icon
from workbook.fields import Field


class LineEditor(Editor):
    """A line of text; kinds that are written as text are read by their kind when the person is done."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.line = QLineEdit()
        self.line.setReadOnly(field.internal)
        self._shown = ""
        self._hold(self.line)

    def value(self) -> Any:
        return self.kind.read(self.field, self._typed(), self.bridge.reading)

    def is_touched(self) -> bool:
        return self.line.text() != self._shown

    def draft(self) -> str:
        return self.line.text()

    def put_draft(self, text: str) -> None:
        self.line.setText(text)

    def _typed(self) -> str:
        return self.line.text()

    def _show(self, value: Any) -> None:
        self._shown = self.kind.show(self.field, value, self.bridge.reading)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)


class NumberEditor(LineEditor):
    """A number with its unit beside it."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if field.unit and field.kind != "percent":
            self.line.setPlaceholderText(field.unit)


class MoneyEditor(LineEditor):
    """An amount; one without letters is in the partnership's own currency."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setPlaceholderText(f"0 {bridge.book.plan.currency}".strip())

    def _typed(self) -> str:
        text = self.line.text().strip()
        has_letters = any(char.isalpha() for char in text)
        return f"{text} {self.bridge.book.plan.currency}".strip() if text and not has_letters else text


class DayEditor(LineEditor):
    """A date, typed or taken from a calendar."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.line.setPlaceholderText(bridge.formats.date(bridge.today()))
        action = QAction(icon("calendar-blank", "muted"), "Choose from a calendar", self)
        action.triggered.connect(self._on_calendar_requested)
        self.line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._menu: QMenu | None = None

    def _on_calendar_requested(self) -> None:
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._held is not None:
            calendar.setSelectedDate(QDate(self._held.year, self._held.month, self._held.day))
        self._menu = QMenu(self)
        entry = QWidgetAction(self._menu)
        entry.setDefaultWidget(calendar)
        self._menu.addAction(entry)
        calendar.activated.connect(self._on_day_chosen)
        calendar.clicked.connect(self._on_day_chosen)
        self._menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))

    def _on_day_chosen(self, day: QDate) -> None:
        self.line.setText(day.toString(Qt.DateFormat.ISODate))
        if self._menu is not None:
            self._menu.close()
        self.committed.emit()


class _Paragraphs(QPlainTextEdit):
    """Plain text that is as high as what is written in it, within limits."""

    lowest, highest = 3, 14

    def sizeHint(self) -> QSize:
        rows = max(self.lowest, min(self.highest, int(self.document().size().height()) + 1))
        height = rows * QFontMetrics(self.font()).lineSpacing() + 18
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class TextEditor(Editor):
    """Several paragraphs; Enter makes a new one, Ctrl+Enter and leaving the field are done with it."""

    keeps_enter = True

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.text = _Paragraphs()
        self.text.setTabChangesFocus(True)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self.text.updateGeometry())
        self._shown = ""
        self._hold(self.text)

    def value(self) -> Any:
        return self.kind.read(self.field, self.text.toPlainText(), self.bridge.reading)

    def is_touched(self) -> bool:
        return self.text.toPlainText() != self._shown

    def draft(self) -> str:
        return self.text.toPlainText()

    def put_draft(self, text: str) -> None:
        self.text.setPlainText(text)

    def _show(self, value: Any) -> None:
        self._shown = str(value)
        if self.text.toPlainText() != self._shown:
            self.text.setPlainText(self._shown)
