"""What narrows and orders a table just now, in words; each button takes its own away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.layouts import button, clear, row
from ui.tables import terms
from ui.tables.rows import Rows

_NAMED = 3
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
        said = [(f"filter:{name}", in_words(rows, name, keys, bridge)) for name, keys in rows.wanted.items()]
        if rows.group is not None:
            said.append((GROUP, f"Grouped by {rows.group.title.lower()}"))
        if len(said) > 1:
            said.append((ALL, "Take all away"))
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


def in_words(rows: Rows, name: str, keys: frozenset[str], bridge: Bridge) -> str:
    """Say one filter in words."""
    field = rows.record_type.by_name[name]
    titles = [terms.title_of(field, key, bridge.reading) for key in terms.in_order(field, keys, bridge.reading)]
    named = " or ".join(titles[:_NAMED])
    more = f" or {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
    return f"{field.title}: {named}{more}"


def wanted_as_lists(wanted: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Return filters in a form that can be kept."""
    return {name: tuple(sorted(keys)) for name, keys in wanted.items()}


def _turned(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the other direction: the sign that takes a chip away stands after its words."""
    return (
        Qt.LayoutDirection.LeftToRight
        if direction == Qt.LayoutDirection.RightToLeft
        else Qt.LayoutDirection.RightToLeft
    )
