"""Names everything that is in the way of something, one line each, so that it can be mended in one go."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog
from workbook.operations import Problem


class ProblemListDialog(Dialog):
    """A list to read, and to copy beside the spreadsheet that it is about."""

    def __init__(self, title: str, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(620, 420)
        self.text = QPlainTextEdit("\n".join(str(problem) for problem in problems))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What is in the way")
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
        cells = "1 cell" if len(problems) == 1 else f"{len(problems)} cells"
        box.addWidget(label(f"{title}: {cells} cannot be taken", "heading", wrap=True))
        box.addWidget(label("Mend them in the spreadsheet, copy again and paste again.", "muted", wrap=True))
        box.addWidget(self.text, 1)
        box.addLayout(feet)
