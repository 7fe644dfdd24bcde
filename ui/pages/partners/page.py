"""The page of the section partners."""

from ui.pages.panel import Panel
from ui.pages.partners.contacts_panel import ContactsPanel
from ui.pages.partners.coverage_panel import CoveragePanel
from ui.pages.partners.partners_panel import PartnersPanel
from ui.pages.tables_page import TablesPage


class PartnersPage(TablesPage):
    """Partners, contacts, and which sectors they fill."""

    def tab_title(self, key: str) -> str:
        return "Sector coverage" if key == "sector_waivers" else super().tab_title(key)

    def _tab_title(self, key: str) -> str:
        """Sectors left out are not what one counts on the tab of all sectors."""
        return self.tab_title(key) if key == "sector_waivers" else super()._tab_title(key)

    def make_panel(self, key: str) -> Panel:
        if key == "sector_waivers":
            return CoveragePanel(self.desk)
        if key == "contacts":
            return ContactsPanel(self.desk, self.section.icon)
        return PartnersPanel(self.desk, self.section.icon)
