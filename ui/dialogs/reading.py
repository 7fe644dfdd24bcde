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
        self.copy = button("Copy this list")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.close_it = button("Close", "primary")
        self.close_it.setDefault(True)
        self.close_it.clicked.connect(self.accept)
        feet = wrapping_row()
        feet.addWidget(self.copy)
        feet.addStretch(1)
        feet.addWidget(self.close_it)
        box = column(self, "medium", "wide")
        box.addWidget(label(heading, "heading", wrap=True))
        box.addWidget(label(lead, "muted", wrap=True))
        box.addWidget(self.text, 1)
        box.addLayout(feet)
