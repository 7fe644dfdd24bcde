"""The bar above the pages: whose workbook this is, search, undo, redo and the documents."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from ui.actions import Actions
from ui.documents.offered import DOCUMENTS
from ui.layouts import button, label, row


class TopBar(QFrame):
    """Built from the actions; it knows none of them but by their ids."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top_bar")
        self.title = label("", "heading")
        self.place = label("", "muted")
        self.search = button("Search or go to…    Ctrl+K", "search", "Search the whole workbook, and every action")
        self.search.setMinimumWidth(230)
        self.search.clicked.connect(actions["search"].trigger)
        self.export = QToolButton()
        self.export.setText("Documents")
        self.export.setProperty("role", "button")
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        menu.addActions([actions[f"export_{key}"] for key in DOCUMENTS])
        self.export.setMenu(menu)
        box = row(self, "small")
        box.setContentsMargins(24, 7, 16, 7)
        box.addWidget(self.title)
        box.addWidget(self.place)
        box.addStretch(1)
        box.addWidget(self.search)
        for name in ("undo", "redo"):
            box.addWidget(self._tool(actions, name))
        box.addWidget(self.export)

    def show_icons(self) -> None:
        from ui.icons import icon

        self.export.setIcon(icon("export"))
        self.search.setIcon(icon("magnifying-glass", "muted"))

    def show_workbook(self, title: str, place: str) -> None:
        shown = title or "Untitled partnership"
        self.title.setText(shown if len(shown) <= 48 else shown[:47] + "…")
        self.title.setToolTip(title)
        self.place.setText(place if len(place) <= 32 else place[:31] + "…")

    def _tool(self, actions: Actions, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setDefaultAction(actions[name])
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName("Undo" if name == "undo" else "Redo")
        return made
