"""What follows from a round: each promise with its day, done in one gesture."""

import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QWidget

from ui.desk import Desk
from ui.layouts import clear, column, label, row
from ui.theme import set_role
from ui.widgets.card import LineButton
from workbook.operations import MarkFollowUp
from workbook.records import FollowUp


class FollowUps(QFrame):
    """A box to tick for each follow-up of one round; its words lead to the record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ticks: list[QCheckBox] = []
        self._shown: tuple[FollowUp, ...] | None = None
        set_role(self, "card")
        self.setAccessibleName("What follows from this round")
        box = column(self, "tight")
        box.setContentsMargins(14, 12, 14, 12)
        box.addWidget(label("What follows from this round", "heading", wrap=True))
        self.lines = column(gap="hair")
        box.addLayout(self.lines)
        box.addStretch(1)

    def show_round(self, round_id: str) -> None:
        found = self.desk.bridge.book.where(FollowUp, round=round_id)
        if found == self._shown:
            return
        self._shown = found
        clear(self.lines)
        self.ticks = []
        if not found:
            text = "Nothing yet. Choose a statement and press Enter: a follow-up takes a sentence, a day and a name."
            self.lines.addWidget(label(text, "muted", wrap=True))
        for one in sorted(found, key=lambda held: (held.status != "open", held.due is None, held.due, held.id)):
            self.lines.addLayout(self._line(one))

    def _line(self, one: FollowUp) -> QHBoxLayout:
        tick = QCheckBox()
        tick.setChecked(one.status == "done")
        tick.setAccessibleName(f"Done: {one.title}")
        tick.setToolTip("Done today")
        tick.clicked.connect(lambda is_done, record_id=one.id: self._on_ticked(record_id, is_done))
        self.ticks.append(tick)
        words = LineButton(one.title, self._remark(one))
        words.clicked.connect(partial(self._on_chosen, one.id))
        line = row(gap="hair")
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return line

    def _remark(self, one: FollowUp) -> str:
        formats, today = self.desk.bridge.formats, self.desk.bridge.today()
        if one.status == "done":
            return f"done {formats.date(one.done_on)}" if one.done_on else "done"
        if one.status == "cancelled":
            return "cancelled"
        if one.due is None:
            return "no date yet"
        return f"late, {formats.date(one.due)}" if one.due < today else formats.date(one.due)

    def _on_ticked(self, record_id: str, is_done: bool) -> None:
        day: datetime.date | None = self.desk.bridge.today() if is_done else None
        self.desk.bridge.do(MarkFollowUp(record_id, day), self)

    def _on_chosen(self, record_id: str, _checked: bool = False) -> None:
        self.desk.go_to("follow_ups", record_id)
