"""The page of the section partners."""

from ui.pages.panel import Panel
from ui.pages.partners.coverage_panel import CoveragePanel
from ui.pages.tables_page import TablesPage


class PartnersPage(TablesPage):
    """Partners, contacts, and which sectors they fill."""

    def tab_title(self, key: str) -> str:
        return "Sector coverage" if key == "sector_waivers" else super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        if key == "sector_waivers":
            return CoveragePanel(self.desk)
        return super().make_panel(key)
