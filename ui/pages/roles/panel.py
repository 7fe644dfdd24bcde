"""The grid of roles with what narrows it above, and what is known and found about the chosen cell below."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.clipboard import table_in
from ui.desk import Desk
from ui.layouts import column, label
from ui.offered_menu import fill_menu
from ui.pages.panel import Panel
from ui.pages.roles.bar import RolesBar
from ui.pages.roles.below import CellCard
from ui.pages.roles.grid import RolesGrid
from ui.pages.roles.model import RolesModel
from ui.pages.roles.popup import RolePopup
from ui.pages.roles.rows import RowFilter
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.operations import DescribeRole, Operation
from workbook.records import Responsibility
from workbook.vocabularies import RACI


class RolesPanel(Panel):
    """Everything the grid does passes here, so that each gesture is carried out, refused and said in one way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = RolesModel(desk.bridge, desk.findings, self)
        self.grid = RolesGrid(self.model)
        self.bar = RolesBar(desk)
        self.below = CellCard(self.model)
        self.empty = EmptyState("grid-four", "No grid yet", "", "")
        self.popup: RolePopup | None = None
        self._lay_out()
        self._connect()
        self.model.transpose(self.bar.transposed.isChecked())
        self.model.narrow(self.bar.wanted())
        self._show_state()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.stack.currentWidget() is not self.grid:
            return {"show_all": self.bar.show_all} if self.model.filter.narrows else {}
        return {
            "filter": self.bar.text.setFocus,
            "cut": self.grid.cut,
            "copy": self.grid.copy,
            "copy_with_headings": self._copy_with_headings,
            "paste": self._paste,
            "fill_down": self.grid.fill_down,
            "fill_right": self.grid.fill_right,
            "details": lambda: self.describe(*self.grid.current()),
            "next_finding": self.go_to_next_finding,
            "group": self.bar.grouped.toggle,
            "show_all": self.bar.show_all,
            "transpose": self.bar.transposed.toggle,
        }

    def go_to(self, record_id: str, field: str = "") -> None:
        cell = self.desk.bridge.book.one(Responsibility, record_id)
        if cell is None:
            return
        row, partner = str(cell.activity), str(cell.partner)
        if not self.grid.go_to(row, partner):
            self.bar.show_all()
            self.grid.go_to(row, partner)
        self.grid.setFocus()
        if field in ("person", "note"):
            self.describe(row, partner)

    def enter(self) -> None:
        (self.grid if self.stack.currentWidget() is self.grid else self.empty.button).setFocus()

    def describe(self, row: str, column: str) -> None:
        """Open all of a cell: letters, person and note."""
        if not row or not self.model.is_cell(row):
            return
        self.popup = RolePopup(self.desk.bridge, row, column, self)
        self.popup.closed.connect(self._on_popup_closed)
        self.popup.open_at(self.grid.visualRect(self.model.index_of(row, column)), self.grid.viewport())

    def go_to_next_finding(self) -> None:
        """Go round the activities that the checks have something to say about."""
        row, column = self.grid.current()
        keys = self.model.row_keys
        start = keys.index(row) + 1 if row in keys else 0
        for key in keys[start:] + keys[:start]:
            if self.model.is_cell(key) and self.model.findings_of(key):
                self.grid.go_to(key, column)
                return
        self.desk.say("The checks find nothing in the activities that are shown.")

    def showEvent(self, event: QShowEvent) -> None:
        self.model.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.rest()

    def _lay_out(self) -> None:
        legend = "   ".join(f"{term.key} {term.title.lower()}" for term in RACI)
        how = f"Type into cells: {legend}. The same letter again takes it away, Delete empties, F2 names the person."
        self.stack = Stack()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        self.how = label(how, "muted", wrap=True)
        box = column(self, "small")
        box.addWidget(self.bar)
        box.addWidget(self.how)
        box.addWidget(self.stack, 1)
        box.addWidget(self.below)

    def _connect(self) -> None:
        self.bar.narrowed.connect(self._on_narrowed)
        self.bar.turned.connect(self._on_turned)
        self.bar.left.connect(self.enter)
        self.model.count_changed.connect(self._show_state)
        self.grid.cell_chosen.connect(self.below.show_cell)
        self.grid.wanted.connect(self._on_wanted)
        self.grid.mistyped.connect(self._on_mistyped)
        self.grid.describe_requested.connect(self.describe)
        self.grid.paste_requested.connect(self._paste)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._on_menu_requested)
        self.empty.action_requested.connect(self._on_empty_action)
        self.desk.findings.changed.connect(self._show_below)
        self.desk.bridge.changed.connect(self._show_below)

    def _show_state(self) -> None:
        book = self.desk.bridge.book
        lacks = "partners" if not book.count("partners") else "activities" if not book.count("activities") else ""
        is_shown = not lacks and bool(self.model.row_keys)
        self.stack.setCurrentWidget(self.grid if is_shown else self.empty)
        for part in (self.below, self.how):
            part.setVisible(is_shown)
        self.bar.setVisible(not lacks)
        shown = sum(self.model.is_cell(key) for key in self.model.row_keys)
        self.bar.show_count(shown, book.count("activities"))
        if lacks:
            said = "The grid sets activities against partners. Add both, and say for each activity who does the work, "
            said += "who answers for it, who is asked and who is told."
            self.empty.say(f"First add {lacks}", said, f"Go to {lacks}")
        elif not is_shown:
            self.empty.say("Nothing matches", "No activity is as the fields above ask for.", "Show all activities")
        elif not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self._show_below()
        self.offers_changed.emit()

    def _show_below(self) -> None:
        self.below.show_cell(*self.grid.current())

    def _copy_with_headings(self) -> None:
        self.grid.copy(with_titles=True)

    def _paste(self) -> None:
        self.grid.paste(table_in(QGuiApplication.clipboard().mimeData()))

    def _on_narrowed(self, wanted: RowFilter) -> None:
        self.model.narrow(wanted)
        self._keep_view()

    def _on_turned(self, transposed: bool) -> None:
        self.model.transpose(transposed)
        self._keep_view()

    def _keep_view(self) -> None:
        self.desk.views.keep_roles(self.bar.view())

    def _on_wanted(self, operation: Operation) -> None:
        problems = self.desk.bridge.attempt(operation, self)
        if problems:
            more = f" ({len(problems) - 1} more cells like this; nothing was changed.)" if problems[1:] else ""
            self.desk.say(f"{problems[0]}{more}", "warning")

    def _on_menu_requested(self, where: QPoint) -> None:
        """List what can be done with the chosen cells, with the keys that do the same."""
        menu = QMenu(self)
        fill_menu(menu, _MENU, self.offers(), _TITLES)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.grid.viewport().mapToGlobal(where))

    def _on_mistyped(self, text: str) -> None:
        self.desk.say(f"“{text}” is no role: type R, A, C or I.")

    def _on_popup_closed(self, wanted: DescribeRole | None) -> None:
        if self.popup is not None:
            self.popup.deleteLater()
            self.popup = None
        if wanted is not None:
            self._on_wanted(wanted)
        self.grid.setFocus()

    def _on_empty_action(self) -> None:
        book = self.desk.bridge.book
        if book.count("partners") and book.count("activities"):
            self.bar.show_all()
            self.enter()
        else:
            self.desk.go_to("activities" if book.count("partners") else "partners")


_TITLES = {"details": "&Person and note…", "group": "&Group by objective"}
_MENU = (
    "details",
    "",
    "cut",
    "copy",
    "copy_with_headings",
    "paste",
    "fill_down",
    "fill_right",
    "",
    "next_finding",
    "group",
    "transpose",
    "show_all",
)
