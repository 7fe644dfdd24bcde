"""Every change, who made it and when; and what is kept of moments and findings."""

from ui.pages.history_panel import HistoryPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage

_CHANGES = "changes"


class HistoryPage(TablesPage):
    """The first tab is the log; the others are tables."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_CHANGES, *self.section.types)

    def tab_title(self, key: str) -> str:
        return "Changes" if key == _CHANGES else super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        return HistoryPanel(self.desk) if key == _CHANGES else super().make_panel(key)

    @property
    def changes(self) -> HistoryPanel:
        found = self.panel(_CHANGES)
        assert isinstance(found, HistoryPanel)
        return found
