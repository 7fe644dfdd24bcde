"""To whom trackers go: every partner and the whole plan, each with what is its own and what it has already."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.pages.trackers.words import LOOKS, standing
from ui.tables.writing import isolated
from ui.theme import room
from ui.widgets.line_table import show_lines
from workbook.records import Tracker
from workbook.returning.recipients import latest_out, recipients
from workbook.returning.register import line_of

_HEADS = ("Send to", "Own rows", "Has one already")
_LETTERS = 24
"""How much of a name is seen in any case."""
_ID = Qt.ItemDataRole.UserRole
_WHOLE_PLAN = "The whole plan"


class RecipientsTable(QTableWidget):
    """Space ticks the line that is chosen; `ticked` says that others are."""

    ticked = Signal()

    def __init__(self, bridge: Bridge, chosen: Collection[str | None], parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._bridge = bridge
        self._recipients = recipients(bridge.book)
        show_lines(self, "To whom trackers go")
        self.setToolTip("Space ticks a line")
        self.setIconSize(QSize(room(16), room(16)))
        self.setHorizontalHeaderLabels(_HEADS)
        wanted = set(chosen) or {one.partner.id for one in self._recipients if one.is_proposed}
        for one in self._recipients:
            label = bridge.book.label("partners", one.partner.id)
            rows = bridge.formats.number(one.rows) if one.rows else "none yet"
            self._add(label, one.partner.id, rows, one.out, one.partner.id in wanted)
        self._add(_WHOLE_PLAN, None, "all", latest_out(bridge.book, None), None in wanted)
        heads = self.horizontalHeader()
        for column in (1, 2):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setCurrentCell(self._first_ticked(), 0)
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def chosen(self) -> tuple[str | None, ...]:
        """Return the ids of the partners that are ticked; None stands for the whole plan."""
        ticked = (item for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return tuple(item.data(_ID) for item in ticked)

    def have_one(self) -> int:
        """Count those that are ticked and have a tracker already."""
        chosen = self.chosen()
        return sum(latest_out(self._bridge.book, one) is not None for one in chosen)

    def tick(self, *, all_of_them: bool) -> None:
        """Tick every partner that takes part and has rows of its own, or nobody."""
        wanted = {one.partner.id for one in self._recipients if one.takes_part and one.rows} if all_of_them else set()
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(_state(is_ticked=item.data(_ID) in wanted))
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names the room that the rest leaves, and never less than a name takes."""
        super().resizeEvent(event)
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        rest = self.viewport().width() - self.columnWidth(1) - self.columnWidth(2)
        self.setColumnWidth(0, max(least, rest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.item(self.currentRow(), 0)
        if event.key() == Qt.Key.Key_Space and item is not None:
            item.setCheckState(_state(is_ticked=item.checkState() != Qt.CheckState.Checked))
            return
        super().keyPressEvent(event)

    def _items(self) -> Iterator[QTableWidgetItem]:
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            if item is not None:
                yield item

    def _first_ticked(self) -> int:
        states = [item.checkState() == Qt.CheckState.Checked for item in self._items()]
        return states.index(True) if True in states else 0

    def _add(self, label: str, record_id: str | None, rows: str, out: Tracker | None, is_ticked: bool) -> None:
        row = self.rowCount()
        self.insertRow(row)
        said = self._said(out)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        for place, text in enumerate((label, rows, said)):
            item = QTableWidgetItem(isolated(text))
            item.setFlags(flags)
            item.setToolTip(f"{label}: {rows}{f'; {said}' if said else ''}")
            self.setItem(row, place, item)
            if place == 0:
                item.setData(_ID, record_id)
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_state(is_ticked=is_ticked))
            elif place == len(_HEADS) - 1 and out is not None:
                look = LOOKS[line_of(out, self._bridge.today()).group]
                item.setIcon(icon(look.icon, look.role))

    def _said(self, out: Tracker | None) -> str:
        """Say how late a tracker is that somebody has, else when it is due, else since when it is out."""
        if out is None:
            return ""
        formats, line = self._bridge.formats, line_of(out, self._bridge.today())
        if line.group == "overdue":
            return standing(line)
        if out.due is not None:
            return f"due {formats.date(out.due)}"
        return "yes" if out.issued_on is None else f"since {formats.date(out.issued_on)}"


def _state(*, is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
