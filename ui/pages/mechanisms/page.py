"""The page of the section mechanisms."""

from ui.mechanism_library import mechanism_library
from ui.pages.mechanisms.library_panel import LibraryPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage

LIBRARY = "library"


class MechanismsPage(TablesPage):
    """The library first; beside it what this plan uses, adopted or the city's own."""

    def tab_keys(self) -> tuple[str, ...]:
        return (LIBRARY, *super().tab_keys())

    def tab_title(self, key: str) -> str:
        return f"Library ({len(mechanism_library())})" if key == LIBRARY else "In this plan"

    def make_panel(self, key: str) -> Panel:
        if key == LIBRARY:
            return LibraryPanel(self.desk)
        return super().make_panel(key)
