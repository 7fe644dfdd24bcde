"""Trackers: how each stands, and the table of all that is kept about them."""

from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from ui.pages.trackers.panel import RegisterPanel

_REGISTER = "register"


class TrackersPage(TablesPage):
    """The register comes first; a field of a tracker is looked for in the table."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_REGISTER, *self.section.types)

    def tab_title(self, key: str) -> str:
        return "How they stand" if key == _REGISTER else super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        return RegisterPanel(self.desk, self.show_details) if key == _REGISTER else super().make_panel(key)

    @property
    def register(self) -> RegisterPanel:
        found = self.panel(_REGISTER)
        assert isinstance(found, RegisterPanel)
        return found

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Lead to the line of a tracker, unless one of its fields is meant."""
        if record_id and not field:
            self.tabs.setCurrentIndex(0)
            self.register.go_to(record_id)
        else:
            super().go_to(type_name, record_id, field)

    def show_details(self, record_id: str) -> None:
        """Show everything that is kept about a tracker, where it can be edited."""
        super().go_to(self.section.types[0], record_id, "note")
