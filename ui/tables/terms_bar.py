"""What narrows and orders a table just now, in words; each button takes its own away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.layouts import button, clear, row
from ui.tables.rows import Rows
from workbook.narrowing import Condition, Wish, in_words

GROUP, ALL = "group", "all"


class TermsBar(QWidget):
    """One button for each filter and for the grouping; hidden while there is neither.

    `removed` carries the name of the filtered field, or of the one by which the rows are grouped; `group_removed` and
    `all_removed` say the rest.
    """

    removed = Signal(str)
    group_removed = Signal()
    all_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = row(self, "tight")
        self._said: tuple[tuple[str, str], ...] = ()
        self.setVisible(False)

    def show_rows(self, rows: Rows, bridge: Bridge) -> None:
        """Say what the rows are narrowed to and grouped by."""
        said = [
            (f"filter:{name}", in_words(rows.record_type.by_name[name], wish, bridge.reading))
            for name, wish in rows.wanted.items()
        ]
        if rows.group is not None:
            said.append((GROUP, f"Grouped by {rows.group.title.lower()}"))
        if len(said) > 1:
            said.append((ALL, "Take all away (Ctrl+Shift+F)"))
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        clear(self._box)
        for what, words in said:
            self._box.addWidget(self._chip(what, words))
        self._box.addStretch(1)
        self.setVisible(bool(said))

    def _chip(self, what: str, words: str) -> QWidget:
        made = button(words, "quiet" if what == ALL else "chip")
        if what != ALL:
            made.setToolTip(f"{words}. Press to take it away.")
            made.setAccessibleName(f"Take away: {words}")
            made.setIcon(icon("x", "muted"))
            made.setLayoutDirection(_turned(self.layoutDirection()))
        made.clicked.connect(lambda: self._on_pressed(what))
        return made

    def _on_pressed(self, what: str) -> None:
        if what == ALL:
            self.all_removed.emit()
        elif what == GROUP:
            self.group_removed.emit()
        else:
            self.removed.emit(what.removeprefix("filter:"))


def kept_form(rows: Rows) -> dict[str, tuple[str, ...] | Condition]:
    """Return filters as they are kept; what was typed about people is not."""
    found: dict[str, tuple[str, ...] | Condition] = {}
    for name, wish in rows.wanted.items():
        if not isinstance(wish, Condition):
            found[name] = tuple(sorted(wish))
        elif not rows.record_type.by_name[name].personal:
            found[name] = wish
    return found


def restored(filters: Mapping[str, tuple[str, ...] | Condition]) -> dict[str, Wish]:
    """Return filters from the form in which they are kept."""
    return {name: kept if isinstance(kept, Condition) else frozenset(kept) for name, kept in filters.items()}


def _turned(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the other direction: the sign that takes a chip away stands after its words."""
    return (
        Qt.LayoutDirection.LeftToRight
        if direction == Qt.LayoutDirection.RightToLeft
        else Qt.LayoutDirection.RightToLeft
    )
