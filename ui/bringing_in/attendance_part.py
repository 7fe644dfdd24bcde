"""What is asked where the rows are people who came to a session: which session it was."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.layouts import column, label, row
from workbook.bringing_in.attendance import as_list
from workbook.bringing_in.tables import Table
from workbook.records import TrainingSession
from workbook.training.lists import read_list

_NONE_YET = "There is no session yet to which anybody could have come; plan one first, on the page of the training."


class Wanted(NamedTuple):
    """A list of people, and the session to which they came."""

    session: TrainingSession
    listed: str


class AttendancePart(QWidget):
    """The people are counted, and looked at in full, where attendance is recorded; no name is kept by the way."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._sessions = sorted(bridge.book.all(TrainingSession), key=lambda one: str(one.date or ""), reverse=True)
        self._listed = ""
        self.session = Box()
        self.session.setAccessibleName("They came to")
        self.session.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in self._sessions:
            day = f", {bridge.formats.date(one.date)}" if one.date else ""
            self.session.addItem(f"{bridge.book.label('training_sessions', one.id)}{day}")
        self.said = label("", wrap=True)
        box = column(self, "small", "")
        line = row()
        named = label("They came &to", "label")
        named.setBuddy(self.session)
        line.addWidget(named)
        line.addWidget(self.session, 1)
        box.addLayout(line)
        box.addWidget(self.said)
        box.addStretch(1)

    @property
    def wanted(self) -> Wanted | None:
        """Return what is to be recorded, or None where there is nothing."""
        at = self.session.currentIndex()
        return Wanted(self._sessions[at], self._listed) if self._listed and at >= 0 else None

    def show_table(self, table: Table) -> None:
        """Say how many people a table has; the next step shows each of them."""
        self._listed = as_list(table)
        count = len(read_list(self._listed).people)
        self._listed = self._listed if count else ""
        people = "1 person is" if count == 1 else f"{count:,} people are"
        said = f"{people} on the list. Only their number is kept unless you say otherwise in the next step."
        self.said.setText(said if self._sessions else _NONE_YET)
