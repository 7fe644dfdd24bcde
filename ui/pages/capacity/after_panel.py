"""What comes after: follow-ups that come due, sessions nobody looks at again, and what nobody was trained for."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.layouts import column, row, scrolled
from ui.pages.capacity.steps import plan_follow_up
from ui.pages.follow_ups import finish
from ui.pages.panel import Panel
from ui.widgets.to_do import ToDo, ToDoCard, holder
from workbook.measures.follow_ups import OpenFollowUp, SessionFollowUp, open_follow_ups, session_follow_ups
from workbook.measures.lacking import LACKS, Lack, lacking
from workbook.records import FollowUp, TrainingSession

_SHOWN = frozenset(
    {
        "capacity_needs",
        "capacity_actions",
        "training_sessions",
        "participants",
        "follow_ups",
        "objectives",
        "activities",
    }
)
_STATES = {
    "overdue": ("warning", "error", "overdue"),
    "due": ("clock", "warning", "due soon"),
    "later": ("calendar-blank", "muted", ""),
    "undated": ("question", "warning", "no date yet"),
}
_MARKS = {
    "need_without_action": "target",
    "waiting": "hourglass",
    "action_without_session": "calendar-x",
    "session_without_count": "users-three",
    "session_without_action": "link",
}
_NOTHING = (
    "Needs without an action, actions without a session, sessions without a count, and objectives and activities that "
    "wait for somebody to learn something would stand here."
)


class AfterPanel(Panel):
    """Follow-ups on one side, what is lacking on the other; each line leads to where it is mended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.due = ToDoCard(
            "Follow-ups to be done",
            "Nothing is open. What is promised after a session stands here, the most urgent first.",
        )
        empty = (
            "Sessions that are over and have no follow-up stand here. Three to six months later shows what people use."
        )
        self.unplanned = ToDoCard("Sessions that nobody looks at again", empty)
        self.lacks = {kind: ToDoCard(title, "") for kind, title in LACKS.items()}
        self.nothing = ToDoCard("What is still lacking", _NOTHING)
        self.nothing.show_all(())
        self._waiting: list[SessionFollowUp] = []
        self._lay_out()
        self.follow(*_SHOWN)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"plan_follow_up": partial(self._plan, self._waiting[0].session)} if self._waiting else {}

    def enter(self) -> None:
        buttons = [*self.due.buttons, *self.unplanned.buttons]
        (buttons[0] if buttons else self).setFocus()

    def show_book(self) -> None:
        bridge = self.desk.bridge
        today = bridge.today()
        self.due.show_all([self._due_line(one) for one in open_follow_ups(bridge.book, today)])
        self._waiting = [one for one in session_follow_ups(bridge.book, today) if not one.is_planned]
        self.unplanned.show_all([self._unplanned_line(one) for one in self._waiting])
        lacks: dict[str, list[ToDo]] = {kind: [] for kind in LACKS}
        for lack in lacking(bridge.book, today):
            lacks[lack.kind].append(self._lack_line(lack))
        for kind, lines in lacks.items():
            self.lacks[kind].show_all(lines)
            self.lacks[kind].setVisible(bool(lines))
        self.nothing.setVisible(not any(lacks.values()))
        self.offers_changed.emit()

    def _due_line(self, one: OpenFollowUp) -> ToDo:
        book, formats = self.desk.bridge.book, self.desk.bridge.formats
        follow_up = one.follow_up
        mark, role, word = _STATES[one.state]
        day = "" if follow_up.due is None else formats.date(follow_up.due)
        owner = book.label("contacts", follow_up.owner) if follow_up.owner else "nobody yet"
        words = f"{book.label('follow_ups', follow_up.id)} ({owner})"
        remark = ", ".join(part for part in (day, word) if part)
        lead = partial(self.desk.go_to, "follow_ups", follow_up.id)
        return ToDo(words, remark, mark, role, "Done…", lead, partial(self._finish, follow_up), follow_up.id)

    def _unplanned_line(self, one: SessionFollowUp) -> ToDo:
        book, formats = self.desk.bridge.book, self.desk.bridge.formats
        words = book.label("training_sessions", one.session.id)
        remark = f"proposed for {formats.date(one.proposed)}"
        lead = partial(self.desk.go_to, "training_sessions", one.session.id)
        do = partial(self._plan, one.session)
        return ToDo(words, remark, "calendar-plus", "accent", "Plan…", lead, do, one.session.id)

    def _lack_line(self, lack: Lack) -> ToDo:
        words = f"{self.desk.bridge.book.label(lack.type, lack.id)}. {lack.reason}"
        lead = partial(self.desk.go_to, lack.type, lack.id, lack.field)
        return ToDo(words, "", _MARKS[lack.kind], "warning", "", lead, None, lack.id)

    def _plan(self, session: TrainingSession) -> None:
        plan_follow_up(self.desk, session, self.window())
        self.enter()

    def _finish(self, follow_up: FollowUp) -> None:
        finish(self.desk, follow_up, self.window())
        self.enter()

    def _lay_out(self) -> None:
        inner = holder()
        whole = inner.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setContentsMargins(0, 4, 12, 12)
        sides = row(gap="medium")
        sides.addLayout(_stacked(self.due, self.unplanned), 1)
        sides.addLayout(_stacked(*self.lacks.values(), self.nothing), 1)
        whole.addLayout(sides)
        whole.addStretch(1)
        column(self, "").addWidget(scrolled(inner, "Follow-ups and what is still lacking"))


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    box = column(gap="medium")
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return box
