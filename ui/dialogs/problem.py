"""Says calmly what could not be done; and, for faults of the program, offers a report to copy."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget

from ui.icons import icon
from ui.layouts import button, column, label, row


class ProblemDialog(QDialog):
    """One sentence and the ways out of it."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None, *, can_read: bool = False) -> None:
        super().__init__(parent)
        self.wants_copy = False
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        picture = QLabel()
        picture.setPixmap(icon("warning-circle", "warning").pixmap(QSize(32, 32)))
        words = column(gap="small")
        words.addWidget(label(title, "heading", wrap=True))
        self.sentence = label(sentence, wrap=True)
        words.addWidget(self.sentence)
        head = row(gap="large")
        head.addWidget(picture)
        head.addLayout(words, 1)
        feet = row()
        feet.addStretch(1)
        if can_read:
            copy = button("Open a copy for reading")
            copy.clicked.connect(self._on_copy_wanted)
            feet.addWidget(copy)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        feet.addWidget(close)
        box = column(self, "wide", "wide")
        box.addLayout(head)
        box.addLayout(feet)

    def _on_copy_wanted(self) -> None:
        self.wants_copy = True
        self.accept()


class FaultDialog(QDialog):
    """Shown when the program is at fault, before it closes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong in the program")
        self.resize(640, 420)
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        copy = button("Copy the report")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close = button("Close the program", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        feet = row()
        feet.addWidget(copy)
        feet.addStretch(1)
        feet.addWidget(close)
        box = column(self, "medium", "wide")
        box.addWidget(label("Something went wrong in the program", "heading"))
        said = "This is our fault, not yours. Everything you entered is on disk; the program will close now and can be "
        box.addWidget(label(said + "opened again. The report below helps us to mend it.", wrap=True))
        box.addWidget(self.report, 1)
        box.addLayout(feet)
