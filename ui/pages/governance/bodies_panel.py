"""The bodies: what each may do, how it decides, who sits in it, and when it meets."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.new_record import NewRecordDialog
from ui.icons import icon
from ui.layouts import button, column, frame, label, row, scrolled, split
from ui.pages.governance.saying import meeting_line, told
from ui.pages.governance.seats import SeatsEditor
from ui.pages.panel import Panel
from ui.pages.teaching import teaching
from ui.widgets.card import Card, Line
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.stack import Stack
from workbook.kinds import KINDS
from workbook.measures.governance import meetings_of, next_date, next_meeting, seats
from workbook.operations import Operation, PlanNextMeeting
from workbook.records import RECORD_TYPES, GovernanceBody
from workbook.vocabularies import BODY_TYPES

_TYPE = RECORD_TYPES["governance_bodies"]
_FACTS = ("mandate", "decision_rule", "quorum", "chair", "frequency", "tie_rule", "urgent_rule", "reserved")
_SHOWN_EMPTY = ("mandate", "decision_rule", "quorum", "chair", "frequency")
_MEETINGS = 4


class BodiesPanel(Panel):
    """Choose a body on one side, see and change how it works on the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = EntryList("Governance bodies")
        self.heading = label("", "heading", wrap=True)
        self.facts = Card("How it works")
        self.seats = SeatsEditor(desk.bridge)
        self.meetings = Card("Meetings")
        self.plan = button("Plan the next meeting", "primary")
        self.empty = EmptyState("bank", *teaching(_TYPE))
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def body(self) -> GovernanceBody | None:
        """The body that is shown."""
        return self.desk.bridge.book.one(GovernanceBody, self.list.current_key())

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.add}
        if self.body is not None:
            found |= {"details": self.go_to_details, "plan_meeting": self.plan_meeting}
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        self.refresh()
        self.list.go_to(record_id)

    def enter(self) -> None:
        (self.list if self.stack.currentWidget() is self.splitter else self.empty.button).setFocus()

    def add(self) -> None:
        """Add a body, and show it."""
        dialog = NewRecordDialog(self.desk.bridge, _TYPE.name, {"type": None}, self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.go_to(added)

    def go_to_details(self, field: str = "name") -> None:
        """Open the form of the body, at one of its fields."""
        self.desk.go_to(_TYPE.name, self.list.current_key(), field)

    def plan_meeting(self) -> None:
        """Plan the next meeting in the rhythm of the body, and open it."""
        operation = PlanNextMeeting(self.list.current_key(), self.desk.bridge.today())
        if self.desk.bridge.do(operation, self):
            self.desk.go_to("meetings", operation.record_id)
            told(self.desk, f"Planned {self.desk.bridge.book.label('meetings', operation.record_id)}.")

    def show_book(self) -> None:
        book, today = self.desk.bridge.book, self.desk.bridge.today()
        entries = []
        for body in book.all(GovernanceBody):
            coming = next_meeting(book, body, today)
            when = f"meets on {self._day(coming.date)}" if coming and coming.date else "no meeting planned"
            kind = BODY_TYPES.title(body.type) if body.type else "no type yet"
            count = len(seats(book, body))
            entries.append(Entry(body.id, body.name, f"{kind} · {when}", "bank", f"{count} seats"))
        self.stack.setCurrentWidget(self.splitter if entries else self.empty)
        self.list.show_entries(entries)
        self._show_body()
        self.offers_changed.emit()

    def _lay_out(self) -> None:
        adding = button("Add a body", "", "Add a governance body (Ctrl+N)")
        adding.setIcon(icon("plus"))
        adding.clicked.connect(self.add)
        side = QWidget()
        side_box = column(side, "small")
        side_box.addWidget(adding)
        side_box.addWidget(self.list, 1)
        details = button("All details", "quiet", "Open the form with everything about this body (F4)")
        details.clicked.connect(lambda _checked: self.go_to_details())
        head = row()
        head.addWidget(self.heading, 1)
        head.addWidget(details)
        sitting = frame("card")
        sitting_box = column(sitting, "small")
        sitting_box.setContentsMargins(14, 12, 14, 12)
        sitting_box.addWidget(label("Seats", "heading"))
        sitting_box.addWidget(self.seats)
        planning = row()
        planning.addWidget(self.plan)
        planning.addStretch(1)
        content = QWidget()
        inner = column(content, "medium")
        inner.setContentsMargins(4, 0, 8, 8)
        inner.addLayout(head)
        inner.addWidget(self.facts)
        inner.addWidget(sitting)
        inner.addWidget(self.meetings)
        inner.addLayout(planning)
        inner.addStretch(1)
        self.splitter = split(side, scrolled(content, "The body"), sizes=(320, 760), stretch=(0, 1))
        self.stack = Stack()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column(self, "small").addWidget(self.stack)

    def _connect(self) -> None:
        self.list.entry_chosen.connect(lambda _key: self._on_body_chosen())
        self.list.entry_opened.connect(lambda _key: self.go_to_details())
        self.seats.wanted.connect(self._on_wanted)
        self.plan.clicked.connect(self.plan_meeting)
        self.empty.action_requested.connect(self.add)
        self.follow()
        take = QShortcut(QKeySequence("Del"), self.seats.table)
        take.activated.connect(self.seats.remove)

    def _show_body(self) -> None:
        body = self.body
        if body is None:
            return
        book, bridge = self.desk.bridge.book, self.desk.bridge
        kind = BODY_TYPES.title(body.type) if body.type else ""
        self.heading.setText(" · ".join(part for part in (f"{body.code} {body.name}".strip(), kind) if part))
        self.facts.show_lines([line for name in _FACTS if (line := self._fact(body, name)) is not None])
        self.seats.show_body(body.id)
        found = meetings_of(book, body)[:_MEETINGS]
        lines = [meeting_line(self.desk, one) for one in found]
        self.meetings.show_lines(lines or [Line("It has not met yet, and no meeting is planned.")])
        self.plan.setText(f"Plan the next meeting: {self._day(next_date(book, body, bridge.today()))}")

    def _fact(self, body: GovernanceBody, name: str) -> Line | None:
        """Say one thing about the body, leading to its field; what is not said yet is asked for."""
        declared, value = _TYPE.by_name[name], getattr(body, name)
        kind = KINDS[declared.kind]

        def run() -> None:
            self.go_to_details(name)

        if not kind.is_blank(value):
            words = f"{declared.title}: {kind.show(declared, value, self.desk.bridge.reading)}"
            return Line(words, "", "check-circle", "good", run, name)
        if name in _SHOWN_EMPTY:
            return Line(f"{declared.title}: still open", declared.help, "circle-dashed", "warning", run, name)
        return None

    def _day(self, day: datetime.date) -> str:
        return self.desk.bridge.formats.date(day)

    def _on_body_chosen(self) -> None:
        self._show_body()
        self.offers_changed.emit()

    def _on_wanted(self, operation: Operation) -> None:
        self.desk.bridge.do(operation, self)
