"""What another copy would bring: counts, who worked on it, and each place where both did something different."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.layouts import button, column, label, row, wrapping_row
from ui.merging.erasing import ErasingOffer
from ui.merging.model import STAYS, ConflictModel
from ui.merging.side_card import SideCard
from ui.theme import space
from ui.widgets.dialog import Dialog
from ui.widgets.line_table import show_lines
from workbook.formats import Formats
from workbook.merging import Choices, Meeting, Side, told_conflicts

_WIDTHS = (200, 130)
_LINES = 5
_KEYS: dict[int, Side] = {Qt.Key.Key_H: "ours", Qt.Key.Key_T: "theirs"}


class MergeDialog(Dialog):
    """Decides conflict by conflict, or all of them; whatever is not decided stays as it is here."""

    def __init__(
        self, meeting: Meeting, formats: Formats, parent: QWidget | None = None, notices: tuple[str, ...] = ()
    ) -> None:
        """`notices` are what was met when the other file was opened."""
        super().__init__(parent)
        self._formats = formats
        self.setWindowTitle(f"Bring together with {meeting.name}")
        self.model = ConflictModel(told_conflicts(meeting, meeting.comparison.conflicts, formats), self)
        self.table = QTableView()
        self.ours, self.theirs = SideCard("What is &here"), SideCard("What is in the &other copy")
        self.was = label("", "muted", wrap=True)
        self.said = label("", "muted", wrap=True)
        self.erasing = ErasingOffer(meeting)
        self.go_on = button("Bring together", "primary")
        self._lay_out(meeting, notices)
        self.go_on.clicked.connect(self.accept)
        self.ours.chosen.connect(lambda: self._choose("ours"))
        self.theirs.chosen.connect(lambda: self._choose("theirs"))
        self.model.dataChanged.connect(lambda *_: self._show_waiting())
        if self.model.rows:
            self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_conflict())
            self.table.selectRow(0)
            self.table.setFocus()
        self._show_waiting()

    @property
    def choices(self) -> Choices:
        return self.model.choices

    def choose_all(self, side: Side) -> None:
        """Let one side stay everywhere."""
        self.model.choose(side, *range(len(self.model.rows)))
        self._show_conflict()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            side = _KEYS.get(event.key())
            if event.key() == Qt.Key.Key_Space:
                side = "ours" if self.model.choice(self._current) == "theirs" else "theirs"
            if side is not None and self.model.rows:
                self._choose(side)
                self._show_conflict()
                return True
        return super().eventFilter(watched, event)

    @property
    def _current(self) -> int:
        return max(0, self.table.currentIndex().row())

    def _choose(self, side: Side) -> None:
        if self.model.rows and self.model.choice(self._current) != side:
            self.model.choose(side, self._current)

    def _show_conflict(self) -> None:
        one = self.model.rows[self._current]
        chosen = self.model.choice(self._current)
        place = f"{one.record}, {one.field}" if one.field else one.record
        was = f" Was: {one.was or '(empty)'}" if one.field else ""
        self.was.setText(f"{place}: {one.reason}.{was}")
        for card, text, hand in ((self.ours, one.ours, one.our_hand), (self.theirs, one.theirs, one.their_hand)):
            card.show_side(one.was if one.field else "", text, hand, self._formats, is_open=one.conflict.is_open)
            card.choice.blockSignals(True)
            card.choice.setAutoExclusive(False)
            card.choice.setChecked(chosen == ("ours" if card is self.ours else "theirs"))
            card.choice.setAutoExclusive(True)
            card.choice.blockSignals(False)
            card.show_choice()

    def _show_waiting(self) -> None:
        waiting, rows = self.model.waiting, len(self.model.rows)
        if not rows:
            self.said.setText("Both sides did different things, so there is nothing to decide.")
        elif waiting:
            places = "1 place is" if waiting == 1 else f"{waiting} places are"
            self.said.setText(f"{places} not decided; what you do not decide stays as it is here.")
        else:
            self.said.setText("Everything is decided.")

    def _lay_out(self, meeting: Meeting, notices: tuple[str, ...]) -> None:
        box = column(self, "medium", "wide")
        box.addWidget(label(f"Bring together with “{meeting.name}”", "heading", wrap=True))
        box.addWidget(label(in_numbers(meeting, self._formats), wrap=True))
        for notice in notices:
            box.addWidget(label(notice, "warning", wrap=True))
        box.addWidget(self.erasing)
        if self.model.rows:
            self.setMinimumWidth(760)
            self.resize(980, 640)
            box.addWidget(self._made_table(), 1)
            box.addWidget(self.was)
            sides = row()
            sides.addWidget(self.ours, 1)
            sides.addWidget(self.theirs, 1)
            box.addLayout(sides)
        else:
            self.setMinimumWidth(520)
            for one in (self.table, self.ours, self.theirs, self.was):
                one.setParent(self)
                one.hide()
        box.addWidget(self.said)
        feet = wrapping_row()
        if self.model.rows:
            for words, side in (("All as it is here", "ours"), ("All as in the other copy", "theirs")):
                every = button(words)
                every.clicked.connect(lambda _=False, side=side: self.choose_all(side))
                feet.addWidget(every)
        feet.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        feet.addWidget(cancel)
        feet.addWidget(self.go_on)
        self.go_on.setDefault(True)
        box.addLayout(feet)

    def _made_table(self) -> QTableView:
        table = self.table
        table.setModel(self.model)
        show_lines(table, "Where both sides did something different")
        table.setAccessibleDescription("H keeps what is here, T takes the other copy's, Space changes between them")
        table.setToolTip("H keeps what is here, T takes what is in the other copy, Space changes between them")
        heads = table.horizontalHeader()
        for number, width in enumerate(_WIDTHS):
            table.setColumnWidth(number, width)
        for number in range(len(_WIDTHS), STAYS + 1):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(_LINES * space("row"))
        table.installEventFilter(self)
        return table


def in_numbers(meeting: Meeting, formats: Formats) -> str:
    """Say in numbers what a copy would bring, and whose work it is."""
    steps, changes = meeting.new_steps, meeting.comparison.changes
    people = ", ".join(dict.fromkeys(step.operator for step in steps))
    first, last = (formats.moment(step.at.astimezone()) for step in (steps[0], steps[-1]))
    when = f"on {first}" if first == last else f"between {first} and {last}"
    made = "1 change was" if len(steps) == 1 else f"{len(steps)} changes were"
    counts = (sum(change.action == action for change in changes) for action in ("added", "edited", "removed"))
    parts = ", ".join(f"{n} {word}" for n, word in zip(counts, ("added", "changed", "removed"), strict=True))
    conflicts = len(meeting.comparison.open_conflicts)
    asked = "" if not conflicts else " 1 place" if conflicts == 1 else f" {conflicts} places"
    asked = asked and f"{asked} where both did something different {'has' if conflicts == 1 else 'have'} to be decided."
    return (
        f"{made} made there by {people} {when}. Records that nobody else touched: {parts}.{asked} "
        "It is one step here, and it can be undone; the other copy stays as it is."
    )
