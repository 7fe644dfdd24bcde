"""The tabs of governance: two to work in, the log of decisions, and the tables behind them."""

from ui.pages.governance.bodies_panel import BodiesPanel
from ui.pages.governance.decisions_panel import DecisionsPanel
from ui.pages.governance.meetings_panel import MeetingsPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage

BODIES, ROOM = "bodies", "room"
_VIEWS = {"governance_bodies": BODIES, "meetings": ROOM}
_TITLES = {
    BODIES: "Bodies",
    ROOM: "Meetings",
    "governance_bodies": "Table of bodies",
    "members": "Table of members",
    "meetings": "Table of meetings",
}


class GovernancePage(TablesPage):
    """A record is shown where one works with it; one of its fields that stands only in a form is shown there."""

    def tab_keys(self) -> tuple[str, ...]:
        return (BODIES, ROOM, "decisions", "governance_bodies", "members", "meetings")

    def tab_title(self, key: str) -> str:
        return _TITLES.get(key) or super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        if key == BODIES:
            return BodiesPanel(self.desk)
        if key == ROOM:
            return MeetingsPanel(self.desk)
        if key == "decisions":
            return DecisionsPanel(self.desk, key, self.section.icon)
        return super().make_panel(key)

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        view = _VIEWS.get(type_name)
        if view is None or field:
            super().go_to(type_name, record_id, field)
            return
        self.tabs.setCurrentIndex(self.keys.index(view))
        self.panel(view).go_to(record_id)
        self.enter()
