"""What a page with tabs asks of what stands on a tab."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.unkept import Unkept


class Panel(QWidget):
    """One tab of a page: a table, a grid, a timeline.

    `offers_changed` tells the window that other actions make sense now.
    """

    offers_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return what this tab can do just now, by the ids of actions."""
        return {}

    def go_to(self, record_id: str, field: str = "") -> None:
        """Show a record of the type that the tab is for, or one of its fields."""

    def enter(self) -> None:
        """Be shown again: put the focus where work goes on."""
        self.setFocus()

    def commit(self) -> None:
        """Ask for what is being typed."""

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        return []
