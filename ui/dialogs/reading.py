"""A text to read, and to copy for somebody else or for another window."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog


class ReadingDialog(Dialog):
    """A heading, what to do about it, and the text; `heard` is what screen readers call the text."""

    def __init__(
        self, title: str, heading: str, lead: str, text: str, *, heard: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(620, 420)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(heard)
        copy = button("Copy this list")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        feet = wrapping_row()
        feet.addWidget(copy)
        feet.addStretch(1)
        feet.addWidget(close)
        box = column(self, "medium", "wide")
        box.addWidget(label(heading, "heading", wrap=True))
        box.addWidget(label(lead, "muted", wrap=True))
        box.addWidget(self.text, 1)
        box.addLayout(feet)
