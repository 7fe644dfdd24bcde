"""Between two partners: who answers next, how far everybody is, and nothing of what was said."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.layouts import button, column, label, row, wrapping_row
from ui.theme import room
from workbook.measures.rounds import answers_of, asked_partners
from workbook.records import HealthRound
from workbook.vocabularies import HEALTH_STATEMENTS

_WIDEST = 620
_ID = Qt.ItemDataRole.UserRole


def how_far(count: int) -> str:
    """Say how far a partner is, never what it answered."""
    whole = len(HEALTH_STATEMENTS)
    return "not yet" if not count else "complete" if count == whole else f"{count} of {whole}"


class HandOver(QWidget):
    """Choose the partner that sits down; `begin_requested` carries its id."""

    begin_requested = Signal(str)
    leave_requested = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.title = label("Who answers now?", "title", wrap=True)
        self.said = label("", "lead", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "cards")
        self.list.setAccessibleName("Partners asked")
        self.list.currentItemChanged.connect(self._show_way)
        self.list.itemActivated.connect(lambda _item: self._on_begin())
        self.begin = button("Begin", "primary")
        self.begin.clicked.connect(self._on_begin)
        self.leave = button("Close", "", "Back to the result (Esc); go on whenever you like")
        self.leave.clicked.connect(self.leave_requested)
        self._lay_out()

    def show_partners(self, round: HealthRound, thanks: str = "") -> None:
        """List who is asked; the first that is not complete is proposed."""
        book = self.bridge.book
        self.title.setText(thanks or "Who answers now?")
        self.list.clear()
        proposed = -1
        for partner in asked_partners(book, round):
            count = len(answers_of(book, round.id, partner.id))
            is_complete = count == len(HEALTH_STATEMENTS)
            item = QListWidgetItem(f"{book.label('partners', partner.id)}   ·   {how_far(count)}")
            item.setIcon(icon("check-circle", "good") if is_complete else icon("circle", "muted"))
            item.setData(_ID, partner.id)
            item.setSizeHint(QSize(0, room(36)))
            self.list.addItem(item)
            if proposed < 0 and not is_complete:
                proposed = self.list.count() - 1
        self.list.setCurrentRow(max(0, proposed))
        left = proposed >= 0
        self.said.setText(
            "One partner after the other sits down here and answers twenty statements. "
            "Nobody sees what the others said; the result shows means only."
            if left
            else "Everybody has answered. Close this and look at the result together."
        )
        (self.list if left else self.leave).setFocus()

    def chosen(self) -> str:
        return str(self.list.currentIndex().data(_ID) or "")

    def _show_way(self) -> None:
        text = str(self.list.currentIndex().data() or "")
        self.begin.setEnabled(bool(text))
        done, started = text.endswith("complete"), not text.endswith("not yet")
        self.begin.setText("Answer again" if done else "Go on" if started else "Begin")

    def _on_begin(self) -> None:
        if self.chosen():
            self.begin_requested.emit(self.chosen())

    def _lay_out(self) -> None:
        feet = wrapping_row()
        feet.addWidget(self.leave)
        feet.addStretch(1)
        feet.addWidget(self.begin)
        middle = QWidget()
        middle.setMaximumWidth(room(_WIDEST))
        box = column(middle, "medium")
        box.addStretch(1)
        box.addWidget(self.title)
        box.addWidget(self.said)
        box.addWidget(self.list, 6)
        box.addLayout(feet)
        box.addStretch(1)
        centred = row(self, "", "wide")
        centred.addStretch(1)
        centred.addWidget(middle, 20)
        centred.addStretch(1)
