"""Asks before something large; small things are simply done and can be undone."""

from PySide6.QtWidgets import QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog

_LONG = 300


class ConfirmDialog(Dialog):
    """Says what will happen, in numbers. What is final is not done by Enter alone."""

    def __init__(
        self, title: str, sentence: str, action: str, parent: QWidget | None = None, *, is_final: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440 if len(sentence) < _LONG else 600)
        go_on = button(action, "primary")
        go_on.clicked.connect(self.accept)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        go_on.setAutoDefault(not is_final)
        (cancel if is_final else go_on).setDefault(True)
        feet = wrapping_row()
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(go_on)
        box = column(self, "medium", "wide")
        box.addWidget(label(title, "heading", wrap=True))
        self.said = label(sentence, wrap=True)
        box.addWidget(self.said)
        box.addSpacing(8)
        box.addLayout(feet)


def confirm(title: str, sentence: str, action: str, parent: QWidget, *, is_final: bool = False) -> bool:
    """Return whether the person wants to go on."""
    dialog = ConfirmDialog(title, sentence, action, parent, is_final=is_final)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    return wanted
