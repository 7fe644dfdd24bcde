"""Asks under which name changes are signed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.layouts import button, column, label
from ui.widgets.dialog import Dialog


class NameDialog(Dialog):
    """One line, with the reason why it is asked for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Your name")
        self.setMinimumWidth(420)
        self.line = QLineEdit(name)
        self.line.setMaxLength(120)
        title = label("&Your name", "label")
        title.setBuddy(self.line)
        self.line.selectAll()
        box = column(self, "small", "wide")
        box.addWidget(title)
        box.addWidget(self.line)
        said = "The history says who made each change. The name stays on this computer and in the workbooks you edit."
        box.addWidget(label(said, "caption", wrap=True))
        box.addSpacing(8)
        box.addLayout(self.feet(button("Use this name", "primary")))


def ask_name(name: str, parent: QWidget | None) -> str:
    """Return the name that the person gives, or nothing."""
    dialog = NameDialog(name, parent)
    given = dialog.line.text().strip() if dialog.exec() else ""
    dialog.deleteLater()
    return given
