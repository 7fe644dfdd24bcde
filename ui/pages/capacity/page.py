"""The page of capacity and training."""

from ui.pages.capacity.actions_panel import ActionsPanel
from ui.pages.capacity.after_panel import AfterPanel
from ui.pages.capacity.needs_panel import NeedsPanel
from ui.pages.capacity.participants_panel import ParticipantsPanel
from ui.pages.capacity.people_panel import PeoplePanel
from ui.pages.capacity.sessions_panel import SessionsPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from workbook.measures.follow_ups import open_follow_ups
from workbook.records import SessionGroup
from workbook.training import names_to_delete

_PEOPLE, _AFTER = "people", "after"
_TITLES = {
    "capacity_needs": "Needs",
    "capacity_actions": "Actions",
    _PEOPLE: "People & learning",
    _AFTER: "Follow-ups & what is lacking",
    "participants": "Names",
}


class CapacityPage(TablesPage):
    """From the gap to the follow-up, a tab for each step; groups are counted where attendance is."""

    def tab_keys(self) -> tuple[str, ...]:
        return ("capacity_needs", "capacity_actions", "training_sessions", _PEOPLE, _AFTER, "participants")

    def tab_title(self, key: str) -> str:
        if key == _AFTER:
            bridge = self.desk.bridge
            late = sum(one.state == "overdue" for one in open_follow_ups(bridge.book, bridge.today()))
            return f"{_TITLES[key]} ({late} overdue)" if late else _TITLES[key]
        if key == "participants":
            past = len(names_to_delete(self.desk.bridge.book, self.desk.bridge.today()))
            return f"{_TITLES[key]}, {past} to delete" if past else _TITLES[key]
        return _TITLES.get(key) or super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        icon_name = self.section.icon
        if key == "capacity_needs":
            return NeedsPanel(self.desk, icon_name)
        if key == "capacity_actions":
            return ActionsPanel(self.desk, icon_name)
        if key == "training_sessions":
            return SessionsPanel(self.desk, icon_name)
        if key == "participants":
            return ParticipantsPanel(self.desk, icon_name)
        return PeoplePanel(self.desk) if key == _PEOPLE else AfterPanel(self.desk)

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Groups of a session have no table of their own: they lead to the session they belong to."""
        if type_name == "session_groups":
            group = self.desk.bridge.book.one(SessionGroup, record_id)
            super().go_to("training_sessions", (group.session or "") if group is not None else "")
            return
        super().go_to(type_name, record_id, field)
