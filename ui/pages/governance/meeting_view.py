"""One meeting to read and to write: when and where, who is there, agenda, minutes, and what came out of it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.desk import Desk
from ui.forms.field_row import FieldRow
from ui.layouts import column, frame, label, row
from ui.pages.governance.new_line import NewLine
from ui.pages.governance.presence import Presence
from ui.pages.governance.saying import decision_line, follow_up_line
from ui.unkept import Unkept
from ui.widgets.card import Card, Line
from workbook.changes import ChangeSet
from workbook.operations import EditRecord
from workbook.records import RECORD_TYPES, Decision, FollowUp, Meeting

_TYPE = RECORD_TYPES["meetings"]
_SHOWN = frozenset({"meetings", "decisions", "follow_ups", "governance_bodies", "members", "partners", "contacts"})
_NO_DECISION = "No decision yet. Write one below; it gets its number and stands in the log of decisions."
_NO_FOLLOW_UP = "Nothing promised yet. Who does what until when? It comes back in the agenda of the next meeting."


class MeetingView(QScrollArea):
    """Every change is one step: a tick, a field that is left, a decision or a promise that is added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.meeting_id = desk, ""
        self.heading = label("", "heading", wrap=True)
        names = ("title", "body", "date", "place", "status", "agenda", "minutes")
        self.rows = {name: FieldRow(_TYPE.by_name[name], desk.bridge) for name in names}
        self.presence = Presence(desk.bridge)
        self.decisions, self.follow_ups = Card("Decisions"), Card("Follow-ups")
        self.new_decision = NewLine(desk.bridge, "decisions", ("owner", "due"), self._given_decision)
        self.new_follow_up = NewLine(desk.bridge, "follow_ups", ("owner", "due"), self._given_follow_up)
        self.new_decision.line.setPlaceholderText("A decision; Enter adds it")
        self.new_follow_up.line.setPlaceholderText("What is promised; Enter adds it")
        self._lay_out()
        for field_row in self.rows.values():
            field_row.edit_requested.connect(self._on_edit_requested)
        self.presence.wanted.connect(self._on_presence_wanted)
        desk.bridge.changed.connect(self._on_changed)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is shown."""
        return self.desk.bridge.book.one(Meeting, self.meeting_id)

    def show_meeting(self, meeting_id: str) -> None:
        """Show a meeting; what is being typed in the one before is asked for first."""
        if meeting_id != self.meeting_id:
            self.commit()
            self.meeting_id = meeting_id
            meeting = self.meeting
            if meeting is not None:
                for name, field_row in self.rows.items():
                    field_row.put_value(getattr(meeting, name))
            self.verticalScrollBar().setValue(0)
        self.refresh()

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        if field in self.rows:
            self.rows[field].editor.control.setFocus()
            self.ensureWidgetVisible(self.rows[field])

    def commit(self) -> None:
        """Ask for what is being typed."""
        if self.meeting is None:
            return
        for field_row in self.rows.values():
            if field_row.editor.is_touched():
                field_row.commit()
        for new in (self.new_decision, self.new_follow_up):
            if new.line.text().strip():
                new.add()

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        if self.meeting is None:
            return []
        return [
            Unkept(_TYPE.name, self.meeting_id, name, one.field.title, one.editor.draft())
            for name, one in self.rows.items()
            if one.editor.is_touched()
        ]

    def refresh(self) -> None:
        """Show the meeting as it stands; what the person is typing stays."""
        meeting = self.meeting
        if meeting is None:
            return
        book = self.desk.bridge.book
        self.heading.setText(f"{meeting.code} {meeting.title}".strip())
        for name, field_row in self.rows.items():
            field_row.show_value(getattr(meeting, name))
            field_row.show_findings(self.desk.findings.of_field(_TYPE.name, meeting.id, name))
        self.presence.show_meeting(meeting)
        taken = [decision_line(self.desk, one) for one in book.where(Decision, meeting=meeting.id)]
        promised = [follow_up_line(self.desk, one) for one in book.where(FollowUp, meeting=meeting.id)]
        self.decisions.show_lines(taken or [Line(_NO_DECISION)])
        self.follow_ups.show_lines(promised or [Line(_NO_FOLLOW_UP)])

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        first, second = row(gap="medium"), row(gap="medium")
        for name, stretch in (("title", 3), ("body", 2)):
            first.addWidget(self.rows[name], stretch)
        for name in ("date", "place", "status"):
            second.addWidget(self.rows[name], 1)
        for name in ("date", "status"):
            self.rows[name].editor.setMaximumWidth(self.maximumWidth())
        content = QWidget()
        content.setProperty("role", "scrolled")
        box = column(content, "medium")
        box.setContentsMargins(4, 0, 8, 8)
        box.addWidget(self.heading)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.rows["agenda"])
        box.addWidget(_card("Present", self.presence))
        box.addWidget(self.rows["minutes"])
        for card, new in ((self.decisions, self.new_decision), (self.follow_ups, self.new_follow_up)):
            inner = card.layout()
            if inner is not None:
                inner.addWidget(new)
            box.addWidget(card)
        box.addStretch(1)
        self.setWidget(content)

    def _given_decision(self) -> dict[str, Any]:
        """A decision written into a meeting that took place is taken; before that it is asked for."""
        meeting = self.meeting
        if meeting is None or meeting.status != "held":
            return {"meeting": self.meeting_id, "status": "proposed"}
        return {"meeting": self.meeting_id, "status": "taken", "date": meeting.date}

    def _given_follow_up(self) -> dict[str, Any]:
        return {"meeting": self.meeting_id, "status": "open"}

    def _on_edit_requested(self, field: str, value: object) -> None:
        problems = self.desk.bridge.attempt(EditRecord(_TYPE.name, self.meeting_id, {field: value}), self)
        if problems:
            self.rows[field].refuse(" ".join(problem.sentence for problem in problems))
            return
        meeting = self.meeting
        if meeting is not None:
            self.rows[field].put_value(getattr(meeting, field))

    def _on_presence_wanted(self, partners: tuple[str, ...]) -> None:
        self.desk.bridge.do(EditRecord(_TYPE.name, self.meeting_id, {"attendees": partners}), self)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if self.isVisible() and any(change.type in _SHOWN for change in change_set.changes):
            self.refresh()


def _card(title: str, inner: QWidget) -> QFrame:
    made = frame("card")
    box = column(made, "small")
    box.setContentsMargins(14, 12, 14, 12)
    box.addWidget(label(title, "heading"))
    box.addWidget(inner)
    return made
