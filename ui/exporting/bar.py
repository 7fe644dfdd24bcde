"""How far a document is, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ui.layouts import button, label, row


class ProgressLine(QFrame):
    """Shown while a document is being made."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "say_information")
        self.text = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(260)
        self.bar.setAccessibleName("Progress")
        self.cancel = button("Cancel", "quiet")
        self.cancel.clicked.connect(self.cancel_requested)
        box = row(self)
        box.setContentsMargins(12, 6, 6, 6)
        box.addWidget(self.text, 1)
        box.addWidget(self.bar, 1)
        box.addWidget(self.cancel)
        self.hide()

    def begin(self, what: str) -> None:
        self.text.setText(f"{what} is being made …")
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def follow(self, what: str, done: int, of: int) -> None:
        if what:
            self.text.setText(f"{what} …")
        self.bar.setRange(0, of)  # with nothing to count it only says that something goes on
        self.bar.setValue(done)

    def end(self) -> None:
        self.hide()
