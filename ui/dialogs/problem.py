"""Says calmly what could not be done; and, for faults of the program, offers a report to copy."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from ui.icons import icon
from ui.layouts import button, column, label, row, wrapping_row
from ui.widgets.dialog import Dialog


class ProblemDialog(Dialog):
    """One sentence and the ways out of it; `wish` is the key of the way that was taken, or empty."""

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        ways: Mapping[str, str] | None = None,
        picture: tuple[str, str] = ("warning-circle", "warning"),
    ) -> None:
        """`picture` is an icon and the role of its colour."""
        super().__init__(parent)
        self.wish = ""
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        shown = QLabel()
        shown.setPixmap(icon(*picture).pixmap(QSize(32, 32)))
        words = column(gap="small")
        words.addWidget(label(title, "heading", wrap=True))
        self.sentence = label(sentence, wrap=True)
        words.addWidget(self.sentence)
        head = row(gap="large")
        head.addWidget(shown)
        head.addLayout(words, 1)
        feet = wrapping_row()
        feet.addStretch(1)
        for key, words_of_way in (ways or {}).items():
            way = button(words_of_way)
            way.clicked.connect(partial(self._on_way_taken, key))
            feet.addWidget(way)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        feet.addWidget(close)
        box = column(self, "wide", "wide")
        box.addLayout(head)
        box.addLayout(feet)

    def _on_way_taken(self, key: str) -> None:
        self.wish = key
        self.accept()


class FaultDialog(Dialog):
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
        feet = wrapping_row()
        feet.addWidget(copy)
        feet.addStretch(1)
        feet.addWidget(close)
        box = column(self, "medium", "wide")
        box.addWidget(label("Something went wrong in the program", "heading"))
        said = "This is our fault, not yours. Everything you entered is on disk; the program will close now and can be "
        box.addWidget(label(said + "opened again. The report below helps us to mend it.", wrap=True))
        box.addWidget(self.report, 1)
        box.addLayout(feet)
