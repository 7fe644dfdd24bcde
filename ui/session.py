"""One sitting with one workbook: its file, its bridge, its findings and the pages that are open on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from storage import OpenWorkbook
from ui.backups import Backups, backups_folder
from ui.bridge import Bridge
from ui.desk import Desk, Say, SendTrackers
from ui.findings import Findings
from ui.pages.base import Page
from ui.pages.history import HistoryPage
from ui.pages.register import page_for
from ui.preferences import Preferences
from ui.search import Search
from ui.sections import BY_KEY, SECTION_OF
from ui.unkept import Unkept
from ui.views import Views
from workbook.measures import Rows

_PLACES_REMEMBERED = 50


class Session(QObject):
    """Makes pages when they are first asked for, and finds the one that shows a record.

    `place_changed` says that another page, tab or record is in front, and so other actions make sense.
    """

    place_changed = Signal()

    def __init__(
        self,
        opened: OpenWorkbook,
        stack: QStackedWidget,
        preferences: Preferences,
        say: Say,
        start: Callable[[str], None],
        send_trackers: SendTrackers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.opened, self.stack = opened, stack
        self.bridge = Bridge(opened.workbook, opened.path, self)
        self.bridge.window_language = preferences.formats
        self.findings = Findings(self.bridge, self)
        views = Views.beside(preferences.path, opened.workbook_id)
        self.desk = Desk(
            self.bridge,
            self.findings,
            preferences,
            self.go_to,
            say,
            start,
            self.enter_section,
            self.show_history,
            views,
            show_rows=self.show_rows,
            send_trackers=send_trackers,
            workbook_id=opened.workbook_id,
        )
        self.search = Search(self.bridge)
        self._backups = self._begun_backups(preferences, say)
        self.section = ""
        self._pages: dict[str, Page] = {}
        self._been: list[str] = []

    @property
    def page(self) -> Page | None:
        return self._pages.get(self.section)

    def is_working_on(self, path: Path) -> bool:
        """Say whether this very file is open here for editing; a copy for reading gives way to it."""
        if self.opened.read_only:
            return False
        try:
            return self.opened.path.samefile(path)
        except OSError:
            return False

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Show a record, one of its fields, or the records of a type, wherever they have their place."""
        section = SECTION_OF.get(type_name)
        if section is not None:
            self.open_section(section.key)
            self._pages[section.key].go_to(type_name, record_id, field)

    def show_rows(self, rows: Rows, about: str) -> None:
        """Show the records behind a figure in the table of their type."""
        section = SECTION_OF.get(rows[0][0]) if rows else None
        if section is not None:
            self.open_section(section.key)
            self._pages[section.key].show_rows(rows, about)

    def open_section(self, key: str) -> None:
        """Show a section; what was being typed on the page before is asked for first."""
        if self.page is not None and key != self.section:
            self.page.commit()
            self._been = [*self._been[-_PLACES_REMEMBERED:], self.section]
        if key not in self._pages:
            page = self._pages[key] = page_for(self.desk, BY_KEY[key])
            self.stack.addWidget(page)
            page.offers_changed.connect(self.place_changed)
        self.section = key
        self.stack.setCurrentWidget(self._pages[key])
        self.place_changed.emit()

    def show_anew(self) -> None:
        """Make the pages anew, as after a change of formats or sizes; not while something typed was not kept."""
        self.commit()
        if self.unkept() or not self.section:
            return
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self.open_section(self.section)

    def show_history(self, type_name: str, record_id: str) -> None:
        """Show the steps that touched one record."""
        self.open_section("history")
        page = self._pages["history"]
        if isinstance(page, HistoryPage):
            page.show_record(type_name, record_id)

    def enter_section(self, key: str) -> None:
        """Show a section and go on working in it."""
        self.open_section(key)
        self._pages[key].enter()

    def back(self) -> None:
        if self._been:
            key = self._been.pop()
            self.enter_section(key)
            self._been.pop()

    def pages(self) -> Iterator[Page]:
        yield from self._pages.values()

    def commit(self) -> None:
        """Ask for everything that is being typed anywhere."""
        for page in self._pages.values():
            page.commit()

    def unkept(self) -> list[Unkept]:
        """Return everything that was typed and could not be kept."""
        return [one for page in self._pages.values() for one in page.unkept()]

    def _begun_backups(self, preferences: Preferences, say: Say) -> Backups | None:
        """Keep backups; a workbook that cannot be changed needs none."""
        folder = backups_folder(preferences)
        if self.opened.read_only or folder is None:
            return None
        backups = Backups(self.opened, folder, lambda text: say(text, "warning"), self)
        backups.make()
        return backups

    def close(self) -> None:
        """Let go of the pages and close the file."""
        self.commit()
        for end in self.desk.at_end:
            end()
        self.desk.copies.clear()
        self.bridge.close()
        self.findings.close()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self._backups is not None:
            self._backups.finish()
        self.opened.close()
        self.deleteLater()
