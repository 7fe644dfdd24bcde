"""The bar above the pages: whose workbook this is, search, undo, redo and the documents."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from ui.documents.offered import DOCUMENTS
from ui.elided import Elided
from ui.layouts import button, row
from ui.live_actions import Actions
from ui.theme import room

_ICON = 16
_SEARCH, _DOCUMENTS = "Search or go to…    Ctrl+K", "Documents"
_ROOMY, _WIDE = 620, 900
"""Widths at the usual size of text: under the first the buttons keep only their signs, under the second no place."""


class TopBar(QFrame):
    """Built from the actions; it knows none of them but by their ids."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top_bar")
        self.title = _line("heading")
        self.place = _line("muted")
        self.search = button(_SEARCH, "search", "Search the whole workbook, and every action (Ctrl+K)")
        self.search.setAccessibleName("Search or go to")
        self.search.clicked.connect(actions["search"].trigger)
        self.export = QToolButton()
        self.export.setText(_DOCUMENTS)
        self.export.setAccessibleName(_DOCUMENTS)
        self.export.setToolTip("Make the documents of this partnership")
        self.export.setProperty("role", "button")
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        menu.addActions([actions[f"export_{key}"] for key in DOCUMENTS])
        menu.addSeparator()
        menu.addAction(actions["send_trackers"])
        self.export.setMenu(menu)
        box = row(self, "small")
        box.setContentsMargins(24, 7, 16, 7)
        box.addWidget(self.title)
        box.addWidget(self.place)
        box.addStretch(1)
        box.addWidget(self.search)
        self._tools = [self._tool(actions, name) for name in ("undo", "redo")]
        for tool in self._tools:
            box.addWidget(tool)
        box.addWidget(self.export)

    def show_icons(self) -> None:
        from ui.icons import icon

        self.export.setIcon(icon("export"))
        self.search.setIcon(icon("magnifying-glass", "muted"))

    def show_workbook(self, title: str, place: str) -> None:
        for line, text in ((self.title, title or "Untitled partnership"), (self.place, place)):
            line.setText(text)
            line.setToolTip(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _fold(self) -> None:
        """Keep what there is room for; what a sign stands for is in its tip, and in the menus."""
        is_tight = self.width() < room(_ROOMY)
        self.place.setVisible(self.width() >= room(_WIDE))
        self.search.setText("" if is_tight else _SEARCH)
        self.search.setMinimumWidth(0 if is_tight else room(230))
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_tight else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.export.setToolButtonStyle(style)
        size = QSize(room(_ICON), room(_ICON))
        for made in (self.search, self.export, *self._tools):
            made.setIconSize(size)

    def _tool(self, actions: Actions, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setDefaultAction(actions[name])
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName("Undo" if name == "undo" else "Redo")
        return made


def _line(role: str) -> Elided:
    made = Elided()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made
