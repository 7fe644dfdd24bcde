"""Asks which activity is meant, among those that may be: for linking by key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.layouts import button, column, label
from ui.theme import room
from ui.widgets.dialog import Dialog

_MOST = 200


class ChooseActivityDialog(Dialog):
    """A list that typing narrows; `choices` are pairs of an id and what it is called."""

    def __init__(self, title: str, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setWindowTitle("Link activities")
        self.resize(520, 380)
        self.line = QLineEdit()
        self.line.setPlaceholderText("A code or a few letters")
        self.line.setAccessibleName("Find an activity")
        self.line.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setProperty("role", "cards")
        self.list.setAccessibleName("Activities")
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.more = label("", "caption")
        box = column(self, "medium", "wide")
        box.addWidget(label(title, "heading", wrap=True))
        box.addWidget(self.line)
        box.addWidget(self.list, 1)
        box.addLayout(self.feet(button("Link", "primary"), self.more))
        self._show("")

    def chosen(self) -> str:
        return str(self.list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys walk through the list while the line is typed in."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        else:
            super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        words = text.casefold().split()
        found = [choice for choice in self._choices if all(word in choice[1].casefold() for word in words)]
        self.list.clear()
        for record_id, title in found[:_MOST]:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, record_id)
            item.setSizeHint(QSize(0, room(32)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.more.setText(f"{len(found) - _MOST} more; type to find them" if len(found) > _MOST else "")
