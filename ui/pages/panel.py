"""What a page with tabs asks of what stands on a tab."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.unkept import Unkept
from workbook.changes import ChangeSet
from workbook.measures import Rows


class Panel(QWidget):
    """One tab of a page: a table, a grid, a timeline.

    `offers_changed` tells the window that other actions make sense now. A panel that is written anew from the book as
    a whole says so with `follow` and does it in `show_book`; nothing is worked out for a panel that nobody sees.
    """

    offers_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._followed: frozenset[str] | None = None
        self._is_stale = False

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return what this tab can do just now, by the ids of actions."""
        return {}

    def go_to(self, record_id: str, field: str = "") -> None:
        """Show a record of the type that the tab is for, or one of its fields."""

    def in_front(self, type_name: str) -> str:
        """Return the id of the record of this type that somebody has before them here, or nothing."""
        return ""

    def show_rows(self, rows: Rows, about: str) -> None:
        """Show the records behind a figure, or the first of them where the tab cannot be narrowed to them."""
        self.go_to(rows[0][1])

    def enter(self) -> None:
        """Be shown again: put the focus where work goes on."""
        self.setFocus()

    def commit(self) -> None:
        """Ask for what is being typed."""

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        return []

    def follow(self, *types: str) -> None:
        """Keep up with records of these types, or with every change if none is named."""
        self._followed = frozenset(types)
        self._is_stale = True
        self.desk.bridge.changed.connect(self._on_book_changed)

    def refresh(self) -> None:
        """Bring everything up to the book as it stands."""
        self._is_stale = False
        self.show_book()

    def show_book(self) -> None:
        """Write everything from the book; called by `refresh` only."""

    def show_change(self, change_set: ChangeSet) -> None:
        """Follow a change of a followed type while the panel is seen; one that knows what it touches does less."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _on_book_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if self._followed and not any(change.type in self._followed for change in change_set.changes):
            return
        if not self.isVisible():
            self._is_stale = True
        elif self._is_stale:
            self.refresh()
        else:
            self.show_change(change_set)
