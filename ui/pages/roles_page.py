"""Who does what: the grid of roles with what the checks say about it, and its cells as a table."""

from ui.pages.panel import Panel
from ui.pages.roles.panel import RolesPanel
from ui.pages.tables_page import TablesPage
from workbook.records import Responsibility

_GRID = "grid"


class RolesPage(TablesPage):
    """The grid on the first tab; its cells as a table, with persons and notes, on the second."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_GRID, *self.section.types)

    def tab_title(self, key: str) -> str:
        return "Grid" if key == _GRID else "Persons and notes"

    def make_panel(self, key: str) -> Panel:
        return RolesPanel(self.desk) if key == _GRID else super().make_panel(key)

    @property
    def roles(self) -> RolesPanel:
        found = self.panel(_GRID)
        assert isinstance(found, RolesPanel)
        return found

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        if self.desk.bridge.book.one(Responsibility, record_id) is not None:
            self.tabs.setCurrentIndex(0)
            self.roles.go_to(record_id, field)
        else:
            super().go_to(type_name, record_id, field)
