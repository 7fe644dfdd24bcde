"""Asks for one record of a type."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.bridge import Bridge
from ui.layouts import button, column, label
from ui.theme import room
from ui.widgets.dialog import Dialog
from workbook.records import RECORD_TYPES


class ChooseRecordDialog(Dialog):
    """A short list; Enter takes the chosen line."""

    def __init__(self, bridge: Bridge, type_name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 320)
        self.list = QListWidget()
        self.list.setProperty("role", "cards")
        self.list.setAccessibleName(RECORD_TYPES[type_name].titles)
        for record in reversed(bridge.book.records(type_name)):
            item = QListWidgetItem(bridge.book.label(type_name, record.id))
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            item.setSizeHint(QSize(0, room(34)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        box = column(self, "medium", "wide")
        box.addWidget(label(f"Which {RECORD_TYPES[type_name].title.lower()}?", "heading"))
        box.addWidget(self.list, 1)
        box.addLayout(self.feet(button("Continue", "primary")))

    def chosen(self) -> str:
        return str(self.list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")


def choose_record(bridge: Bridge, type_name: str, title: str, parent: QWidget) -> str | None:
    """Return the id of the record that the person chooses, or None."""
    dialog = ChooseRecordDialog(bridge, type_name, title, parent)
    chosen = dialog.chosen() if dialog.exec() else None
    dialog.deleteLater()
    return chosen
