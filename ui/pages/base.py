"""What the main window asks of a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Desk
from ui.layouts import column, label
from ui.sections import Section
from ui.unkept import Unkept


class Page(QFrame):
    """One section of the window: a heading and what stands under it.

    `offers_changed` tells the window that other actions make sense now.
    """

    offers_changed = Signal()

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.section = desk, section
        self.setProperty("role", "page")
        self.setAccessibleName(section.title)
        self.box = column(self, "small")
        self.box.setContentsMargins(24, 16, 24, 12)

    def add_heading(self) -> None:
        """Put the title and the lead of the section at the top."""
        head = column(gap="hair")
        head.addWidget(label(self.section.title, "title"))
        if self.section.lead:
            head.addWidget(label(self.section.lead, "muted", wrap=True))
        self.box.addLayout(head)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page can do just now, by the ids of actions."""
        return {}

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Show a record, one of its fields, or the records of a type."""

    def enter(self) -> None:
        """Be shown again: put the focus where work goes on."""
        self.setFocus()

    def commit(self) -> None:
        """Ask for what is being typed."""

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        return []
