"""All that is known of the chosen tracker, and what can be done about it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.layouts import button, column, label, row, wrapping_row
from ui.pages.trackers.words import LOOKS, standing
from ui.tables.writing import isolated
from ui.theme import room
from workbook.returning.register import Line

Does = Mapping[str, Callable[[], object]]
"""What can be done, by the ids of actions."""
_WAYS = (
    ("take_in", "Take in the returned file…", "Look at what a file that came back would change (Enter)"),
    ("send_again", "Send again…", "Make the tracker anew from the plan as it stands now"),
    ("change_due", "Due back…", "Change the day on which it is due back"),
    ("copy_reminder", "Copy a reminder", "Put a few sentences for an e-mail on the clipboard (Ctrl+Shift+R)"),
    ("stop_waiting", "Wait no longer…", "It will not come back: withdrawn, or lost"),
    ("wait_again", "Wait for it again", "It is expected back after all"),
    ("details", "Details", "Everything that is kept about it, to be edited (F4)"),
    ("record_history", "History", "The steps in which it was sent and taken in (F7)"),
)


class ChosenTracker(QFrame):
    """Stands below the table and follows it; a button is there only while it makes sense."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._does: Does = {}
        self.setProperty("role", "card")
        self.setAccessibleName("Chosen tracker")
        self.sign, self.title, self.stands = QLabel(), label("", "heading", wrap=True), label("", "label")
        self.facts = label("", "muted", wrap=True)
        self.buttons = {key: self._made(key, words, tip) for key, words, tip in _WAYS}
        head = row(gap="small")
        head.addWidget(self.title, 1)
        head.addWidget(self.sign)
        head.addWidget(self.stands)
        ways = wrapping_row(gap="tight")
        for one in self.buttons.values():
            ways.addWidget(one)
        ways.addStretch(1)
        box = column(self, "small", "medium")
        box.addLayout(head)
        box.addLayout(ways)
        box.addWidget(self.facts)

    def show_line(self, line: Line, to_whom: str, does: Does) -> None:
        """Write what is known of a tracker, and offer what can be done."""
        self._does = does
        look, said = LOOKS[line.group], standing(line)
        self.title.setText(isolated(f"{line.tracker.code}   {to_whom}"))
        self.sign.setPixmap(icon(look.icon, look.role).pixmap(QSize(room(16), room(16))))
        has_days = line.days_left is not None
        self.stands.setText(isolated(f"{look.title}: {said}" if has_days else look.title))
        self.facts.setText("\n".join(isolated(fact) for fact in self._facts(line)))
        for key, one in self.buttons.items():
            one.setVisible(key in does)

    def _made(self, key: str, words: str, tip: str) -> QPushButton:
        made = button(words, "primary" if key == "take_in" else "", tip)
        made.clicked.connect(partial(self._on_clicked, key))
        return made

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        if key in self._does:
            self._does[key]()

    def _facts(self, line: Line) -> list[str]:
        tracker, formats = line.tracker, self._bridge.formats
        sent = [] if tracker.issued_on is None else [f"Sent on {formats.date(tracker.issued_on)}"]
        due = [] if tracker.due is None else [f"due back on {formats.date(tracker.due)}"]
        state = [] if tracker.state is None else [f"made from change {formats.number(tracker.state)}"]
        facts = [", ".join([*sent, *due, *state]), f"File: {tracker.file}"]
        if tracker.returned_on is not None:
            named = f" as {tracker.returned_file}" if tracker.returned_file else ""
            facts.append(f"Returned on {formats.date(tracker.returned_on)}{named}")
        if tracker.note:
            facts.append(f"Note: {tracker.note}")
        return [fact[:1].upper() + fact[1:] for fact in facts if fact]
