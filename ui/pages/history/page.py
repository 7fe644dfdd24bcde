"""Every change, who made it and when; two moments compared; what is kept of moments and findings."""

from ui.pages.history.compare_panel import ComparePanel
from ui.pages.history.panel import HistoryPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage

_CHANGES, _COMPARE = "changes", "compare"
_TITLES = {_CHANGES: "Changes", _COMPARE: "Compare two moments"}


class HistoryPage(TablesPage):
    """The log, the comparison, and tables of what was named and accepted."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_CHANGES, _COMPARE, *self.section.types)

    def tab_title(self, key: str) -> str:
        return _TITLES.get(key) or super().tab_title(key)

    def is_empty(self) -> bool:
        """Every workbook has a history, and its table needs the room."""
        return False

    def make_panel(self, key: str) -> Panel:
        if key == _CHANGES:
            return HistoryPanel(self.desk)
        return ComparePanel(self.desk) if key == _COMPARE else super().make_panel(key)

    @property
    def changes(self) -> HistoryPanel:
        found = self.panel(_CHANGES)
        assert isinstance(found, HistoryPanel)
        return found

    @property
    def comparison(self) -> ComparePanel:
        found = self.panel(_COMPARE)
        assert isinstance(found, ComparePanel)
        return found

    def show_record(self, type_name: str, record_id: str) -> None:
        """List the steps that touched one record."""
        self.tabs.setCurrentIndex(0)
        self.changes.filters.show_record(type_name, record_id)
        self.enter()
