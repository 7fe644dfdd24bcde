"""The page of the work plan."""

from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from ui.pages.work.panel import WorkPanel


class WorkPage(TablesPage):
    """Activities get a timeline beside their table; whatever else the section holds stays a table."""

    def make_panel(self, key: str) -> Panel:
        return WorkPanel(self.desk, self.section.icon) if key == "activities" else super().make_panel(key)
