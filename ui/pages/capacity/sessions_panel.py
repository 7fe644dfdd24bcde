"""The tab of the sessions: the table, who came in one step, and the follow-up some months later."""

from collections.abc import Callable, Mapping

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button
from ui.pages.capacity.recording import record_attendance
from ui.pages.capacity.steps import plan_follow_up
from ui.pages.record_panel import RecordPanel
from ui.pages.rows_behind import RowsBehind
from workbook.measures import Rows
from workbook.records import TrainingSession


class SessionsPanel(RecordPanel):
    """A table of sessions with what is done with one of them."""

    def __init__(self, desk: Desk, icon_name: str) -> None:
        super().__init__(desk, "training_sessions", icon_name)
        self.attendance = button("Record attendance…", "", "Paste a list or type the numbers (Ctrl+Shift+A)")
        self.attendance.setIcon(icon("users-three"))
        self.attendance.clicked.connect(self.record_attendance)
        self.follow_up = button("Plan follow-up…", "", "Look again three to six months later (Ctrl+Shift+U)")
        self.follow_up.setIcon(icon("calendar-plus"))
        self.follow_up.clicked.connect(self.plan_follow_up)
        self.add_tool(self.follow_up)
        self.add_tool(self.attendance)
        self.behind = RowsBehind(self)
        self._show_tools()
        self.offers_changed.connect(self._show_tools)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        if self.view.current_id():
            found |= {"record_attendance": self.record_attendance, "plan_follow_up": self.plan_follow_up}
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        if self.behind.hides(record_id):
            self.behind.leave()
        super().go_to(record_id, field)

    def show_rows(self, rows: Rows, about: str) -> None:
        self.behind.show_rows(rows, about)

    def show_all(self) -> None:
        self.behind.leave()
        super().show_all()

    def record_attendance(self) -> None:
        """Ask who came to the chosen session."""
        session = self._session()
        if session is not None:
            record_attendance(self.desk, session, self.window())

    def plan_follow_up(self) -> None:
        """Ask when and by whom the chosen session is looked at again."""
        session = self._session()
        if session is not None:
            plan_follow_up(self.desk, session, self.window())

    def _session(self) -> TrainingSession | None:
        return self.desk.bridge.book.one(TrainingSession, self.view.current_id() or None)

    def _show_tools(self) -> None:
        has_one = bool(self.view.current_id())
        for tool in (self.attendance, self.follow_up):
            tool.setEnabled(has_one)
