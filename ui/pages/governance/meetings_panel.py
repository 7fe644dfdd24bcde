"""The meetings: planned, held and minuted, the latest first."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desk import Desk
from ui.forms.new_record import NewRecordDialog
from ui.icons import icon
from ui.layouts import button, column, split, wrapping_row
from ui.pages.governance.meeting_view import MeetingView
from ui.pages.governance.saying import STATUS_ICONS, STATUS_ROLES, day_of, status_of, told
from ui.pages.panel import Panel
from ui.unkept import Unkept
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.stack import Stack
from workbook.operations import PlanNextMeeting, RemoveRecords
from workbook.records import GovernanceBody, Meeting
from workbook.vocabularies import MEETING_STATUSES

_WHY = "A meeting has an agenda before and minutes after. Decisions and promises written into it are found again later."


class MeetingsPanel(Panel):
    """Choose a meeting on one side, read and write it on the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.filter = QLineEdit()
        self.list = EntryList("Meetings")
        self.view = MeetingView(desk)
        self.empty = EmptyState("users-three", "No meetings yet", _WHY, "Plan the first meeting")
        self._lay_out()
        self._connect()
        self.refresh()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.add}
        if self.desk.bridge.book.count("governance_bodies"):
            found["plan_meeting"] = self.plan_meeting
        if self.view.meeting is not None:
            found |= {"filter": self.filter.setFocus, "remove": self.remove, "details": self.go_to_agenda}
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        self.refresh()
        if record_id and not self.list.go_to(record_id):
            self.filter.clear()
            self.refresh()
            self.list.go_to(record_id)
        if field:
            self.view.go_to(field)

    def enter(self) -> None:
        (self.list if self.stack.currentWidget() is self.splitter else self.empty.button).setFocus()

    def commit(self) -> None:
        self.view.commit()

    def unkept(self) -> list[Unkept]:
        return self.view.unkept()

    def add(self) -> None:
        """Add a meeting by hand, and show it."""
        meeting = self.view.meeting
        given = {"body": meeting.body if meeting is not None else None, "date": None}
        dialog = NewRecordDialog(self.desk.bridge, "meetings", given, self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.go_to(added)

    def plan_meeting(self) -> None:
        """Plan the next meeting of the body whose meeting is shown, with what is open before it as agenda."""
        body = self._body()
        if not body:
            self.desk.go_to("governance_bodies")
            return
        operation = PlanNextMeeting(body, self.desk.bridge.today())
        if self.desk.bridge.do(operation, self):
            self.go_to(operation.record_id)
            told(self.desk, f"Planned {self.desk.bridge.book.label('meetings', operation.record_id)}.")

    def remove(self) -> None:
        """Remove the meeting that is shown; decisions and follow-ups of it stay."""
        operation = RemoveRecords("meetings", (self.list.current_key(),))
        if self.desk.bridge.do(operation, self):
            told(self.desk, f"Removed {operation.values['record']}.")

    def go_to_agenda(self) -> None:
        self.view.go_to("agenda")

    def show_book(self) -> None:
        book = self.desk.bridge.book
        words = self.filter.text().casefold().split()
        entries = [self._entry(one) for one in sorted(book.all(Meeting), key=_newest_first, reverse=True)]
        found = [one for one in entries if all(word in f"{one.title} {one.text}".casefold() for word in words)]
        self.stack.setCurrentWidget(self.splitter if entries else self.empty)
        if not book.count("governance_bodies"):
            self.empty.say("No meetings yet", f"{_WHY} First say which body meets.", "Go to bodies")
        else:
            self.empty.say("No meetings yet", _WHY, "Plan the first meeting")
        self.list.show_entries(found)
        self.view.setVisible(bool(found))
        self._show_meeting()

    def _lay_out(self) -> None:
        plan = button("Plan the next", "primary", "Plan the next meeting of this body, with what is open as agenda")
        plan.setIcon(icon("calendar-plus", "on_accent"))
        plan.clicked.connect(self.plan_meeting)
        adding = button("Add", "", "Add a meeting by hand (Ctrl+N)")
        adding.clicked.connect(self.add)
        self.filter.setPlaceholderText("Filter (Ctrl+F)")
        self.filter.setAccessibleName("Filter meetings")
        self.filter.setClearButtonEnabled(True)
        tools = wrapping_row()
        tools.addWidget(plan)
        tools.addWidget(adding)
        tools.addStretch(1)
        side = QWidget()
        side_box = column(side, "small")
        side_box.addLayout(tools)
        side_box.addWidget(self.filter)
        side_box.addWidget(self.list, 1)
        self.splitter = split(side, self.view, sizes=(320, 760), stretch=(0, 1))
        self.stack = Stack()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column(self, "small").addWidget(self.stack)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.filter.returnPressed.connect(self.enter)
        self.list.entry_chosen.connect(lambda _key: self._show_meeting())
        self.list.entry_opened.connect(lambda _key: self.go_to_agenda())
        self.empty.action_requested.connect(self.plan_meeting)
        self.follow("meetings", "governance_bodies")

    def _entry(self, meeting: Meeting) -> Entry:
        body = self.desk.bridge.book.one(GovernanceBody, meeting.body)
        status = status_of(meeting)
        text = " · ".join(part for part in (meeting.title, body.name if body else "", meeting.place) if part)
        title = day_of(self.desk, meeting)
        return Entry(
            meeting.id, title, text, "", MEETING_STATUSES.title(status), STATUS_ICONS[status], STATUS_ROLES[status]
        )

    def _body(self) -> str:
        meeting = self.view.meeting
        if meeting is not None and meeting.body:
            return meeting.body
        bodies = self.desk.bridge.book.records("governance_bodies")
        return bodies[0].id if bodies else ""

    def _show_meeting(self) -> None:
        self.view.show_meeting(self.list.current_key())
        self.offers_changed.emit()


def _newest_first(meeting: Meeting) -> tuple[bool, datetime.date, str]:
    return meeting.date is None, meeting.date or datetime.date.min, meeting.id
