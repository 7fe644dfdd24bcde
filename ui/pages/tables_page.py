"""The page of a section that is one table or several, each on its tab."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QTabBar, QWidget

from ui.desk import Desk
from ui.pages.base import Page
from ui.pages.panel import Panel
from ui.pages.record_panel import RecordPanel
from ui.sections import Section
from ui.unkept import Unkept
from ui.widgets.stack import Stack
from workbook.measures import Rows
from workbook.records import RECORD_TYPES


class TablesPage(Page):
    """Tabs of panels, tables if nothing else is said; a panel is made when its tab is first opened."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(desk, section, parent)
        self.panels: dict[str, Panel] = {}
        self.keys = self.tab_keys()
        self.add_heading()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(f"Tables of {section.title}")
        self.stack = Stack()
        for key in self.keys:
            self.tabs.addTab(self._tab_title(key))
        self.tabs.setVisible(len(self.keys) > 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.box.addWidget(self.tabs)
        self.box.addWidget(self.stack, 1)
        desk.bridge.changed.connect(self._show_counts)
        if self.keys:
            self.panel(self.keys[0])
            self.stack.setCurrentWidget(self.panels[self.keys[0]])

    def tab_keys(self) -> tuple[str, ...]:
        """Return the keys of the tabs: names of record types, and of what a page adds to them."""
        return self.section.types

    def tab_title(self, key: str) -> str:
        return RECORD_TYPES[key].titles

    def make_panel(self, key: str) -> Panel:
        """Return what stands on a tab; the records of its type unless a page has something better."""
        return RecordPanel(self.desk, key, self.section.icon)

    def panel(self, key: str) -> Panel:
        """Return the panel of a tab, made now if it was not."""
        if key not in self.panels:
            made = self.panels[key] = self.make_panel(key)
            self.stack.addWidget(made)
            made.offers_changed.connect(self.offers_changed)
        return self.panels[key]

    @property
    def current(self) -> Panel:
        return self.panel(self.keys[max(0, self.tabs.currentIndex())])

    def offers(self) -> Mapping[str, Callable[[], object]]:
        steps = dict(super().offers())
        if len(self.keys) > 1:
            steps |= {"tab_next": partial(self._step_tab, 1), "tab_previous": partial(self._step_tab, -1)}
        return {**steps, **self.current.offers()}

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        if type_name in self.keys:
            self.tabs.setCurrentIndex(self.keys.index(type_name))
            if record_id:
                self.panel(type_name).go_to(record_id, field)
            else:
                self.enter()

    def in_front(self, type_name: str) -> str:
        return self.current.in_front(type_name)

    def show_rows(self, rows: Rows, about: str) -> None:
        type_name = rows[0][0]
        if type_name in self.keys:
            self.tabs.setCurrentIndex(self.keys.index(type_name))
            self.panel(type_name).show_rows(rows, about)
        else:
            super().show_rows(rows, about)

    def enter(self) -> None:
        self.current.enter()

    def commit(self) -> None:
        for panel in self.panels.values():
            panel.commit()

    def unkept(self) -> list[Unkept]:
        return [one for panel in self.panels.values() for one in panel.unkept()]

    def _step_tab(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(self.keys))
        self.enter()

    def _tab_title(self, key: str) -> str:
        count = self.desk.bridge.book.count(key) if key in RECORD_TYPES and key != "plan" else 0
        title = self.tab_title(key).replace("&", "&&")
        return f"{title} ({count})" if count else title

    def _on_tab_changed(self, number: int) -> None:
        self.commit()
        self.stack.setCurrentWidget(self.panel(self.keys[number]))
        self.offers_changed.emit()

    def _show_counts(self) -> None:
        for number, key in enumerate(self.keys):
            self.tabs.setTabText(number, self._tab_title(key))
