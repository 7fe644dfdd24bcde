"""What every editor of a field has in common, wherever it stands."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.bridge import Bridge
from workbook.fields import Field
from workbook.kinds import KINDS

_NOT_LEFT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}


class Editor(QWidget):
    """Shows one value and takes what the person wants instead.

    `committed` is emitted when they are done with it (Enter, a choice, the focus gone elsewhere), never for each key;
    `cancelled` for Esc; `stepped` for Tab and Shift+Tab, `spread` for Ctrl+Enter while it stands in a table cell.
    """

    committed = Signal()
    cancelled = Signal()
    stepped = Signal(int)
    spread = Signal()
    keeps_enter = False

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.bridge = field, bridge
        self.kind = KINDS[field.kind]
        self.in_cell = False
        self.control: QWidget = self
        self._held: Any = self.kind.blank

    def show_value(self, value: Any) -> None:
        """Show a value that stands in the workbook; what was being typed is given up."""
        self._held = value
        self._show(value)
        self.show_refused(refused=False)

    def value(self) -> Any:
        """Return what the person wants; raise `Unacceptable` with a sentence that helps."""
        raise NotImplementedError

    def is_touched(self) -> bool:
        """Say whether there is something that has not been committed."""
        raise NotImplementedError

    def draft(self) -> str:
        """Return what stands in the editor as it was typed, whether it can be kept or not."""
        return ""

    def put_draft(self, text: str) -> None:
        """Let a text stand there as if it had just been typed."""

    def revert(self) -> None:
        self.show_value(self._held)

    def show_refused(self, *, refused: bool) -> None:
        """Mark the control as holding something that cannot be kept."""
        if self.control.property("refused") != refused:
            self.control.setProperty("refused", refused)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def open_up(self) -> None:
        """Offer what there is to choose from, right after the editor has appeared in a cell."""

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _hold(self, control: QWidget) -> None:
        self.control = control
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(control)
        self.setFocusProxy(control)
        control.setAccessibleName(self.field.title)
        control.setAccessibleDescription(self.field.help)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._wants(event):
                event.accept()
                return True
            if _is_undo(event) and not self.is_touched():
                event.ignore()  # nothing is being typed: undo means the workbook's last step
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(event):
            return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and _is_left(event):
            self.committed.emit()
        return super().eventFilter(watched, event)

    def _wants(self, event: QKeyEvent) -> bool:
        """Esc belongs to an editor that has something to give up, before any dialog or window gets it."""
        return event.key() == Qt.Key.Key_Escape and (self.in_cell or self.is_touched())

    def _on_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and (self.in_cell or self.is_touched()):
            self.revert()
            self.cancelled.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.keeps_enter and not held & Qt.KeyboardModifier.ControlModifier:
                return False
            if self.in_cell and held & Qt.KeyboardModifier.ControlModifier:
                self.spread.emit()
                return True
            self.committed.emit()
            return self.in_cell or self.keeps_enter
        if self.in_cell and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.stepped.emit(-1 if key == Qt.Key.Key_Backtab else 1)
            return True
        return False


def _is_left(event: QFocusEvent) -> bool:
    """Say whether the focus went elsewhere for good; a list that drops down takes it too, and gives it back."""
    return event.reason() not in _NOT_LEFT and QApplication.activePopupWidget() is None


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
