"""To whom trackers go: every partner and the whole plan, each with what is its own and what it has already."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.widgets.line_table import show_lines
from workbook.records import Tracker
from workbook.returning.recipients import Recipient, latest_out, recipients
from workbook.returning.register import line_of

_HEADS = ("Send to", "Rows of its own", "Has one already")
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
        self.setHorizontalHeaderLabels(_HEADS)
        wanted = set(chosen) or {one.partner.id for one in self._recipients if one.is_proposed}
        for one in self._recipients:
            label = bridge.book.label("partners", one.partner.id)
            self._add(label, one.partner.id, _rows(one), one.out, one.partner.id in wanted)
        self._add(_WHOLE_PLAN, None, "all rows", latest_out(bridge.book, None), None in wanted)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
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
        is_late = out is not None and line_of(out, self._bridge.today()).group == "overdue"
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        for place, text in enumerate((label, rows, said)):
            item = QTableWidgetItem(text)
            item.setFlags(flags)
            item.setToolTip(f"{label}: {rows}{f'; {said}' if said else ''}")
            self.setItem(row, place, item)
            if place == 0:
                item.setData(_ID, record_id)
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_state(is_ticked=is_ticked))
            elif place == len(_HEADS) - 1 and out is not None:
                item.setIcon(icon("clock", "error") if is_late else icon("paper-plane-tilt", "muted"))

    def _said(self, out: Tracker | None) -> str:
        """Say since when somebody has a tracker, and whether it is late."""
        if out is None:
            return ""
        formats, left = self._bridge.formats, line_of(out, self._bridge.today()).days_left
        since = "" if out.issued_on is None else f"since {formats.date(out.issued_on)}"
        late = f"{-left} day{'' if left == -1 else 's'} late" if left is not None and left < 0 else ""
        return ", ".join(part for part in (since, late) if part) or "yes"


def _rows(one: Recipient) -> str:
    return "none yet" if not one.rows else "1 row" if one.rows == 1 else f"{one.rows} rows"


def _state(*, is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
