"""Who does what: the grid of roles with what the checks say about it, and the cells as a table."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.forms.field_row import FindingLine
from ui.layouts import clear, column, frame, label
from ui.pages.panel import Panel
from ui.pages.roles_grid import RolesGrid
from ui.pages.roles_model import CHECK, RolesModel
from ui.pages.tables_page import TablesPage
from ui.widgets.empty_state import EmptyState
from workbook.operations import SetResponsibility
from workbook.records import Responsibility
from workbook.vocabularies import RACI

_GRID = "grid"
_MOST = 4
_CONCERNED = ("cooperation", "responsibility")
"""The foundations that a partner's place in the grid bears on."""


class RolesPanel(Panel):
    """The grid, a legend above it and the findings of the chosen cell below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = RolesModel(desk.bridge, desk.findings, self)
        self.grid = RolesGrid(self.model)
        self.empty = EmptyState("grid-four", "No grid yet", "", "")
        self.empty.action_requested.connect(self._on_empty_action)
        self._said = column(gap="tight")
        self._heading = label("", "label", wrap=True)
        self._lay_out()
        self.model.letters_requested.connect(self._on_letters_requested)
        self.model.modelReset.connect(self._show_state)
        self.grid.cell_chosen.connect(lambda _index: self._show_findings())
        desk.findings.changed.connect(self._show_findings)
        desk.bridge.changed.connect(self._show_findings)
        self._show_state()

    def go_to(self, record_id: str, field: str = "") -> None:
        cell = self.desk.bridge.book.one(Responsibility, record_id)
        if cell is None:
            return
        activity_id, partner_id = cell.activity, cell.partner
        rows = [activity.id for activity in self.model.activities]
        columns = [partner.id for partner in self.model.partners]
        if activity_id in rows and partner_id in columns:
            index = self.model.index(rows.index(activity_id), columns.index(partner_id) + 1)
            self.grid.setCurrentIndex(index)

    def enter(self) -> None:
        (self.grid if self.stack.currentWidget() is self.grid else self.empty.button).setFocus()

    def _lay_out(self) -> None:
        legend = "   ".join(f"{term.key} {term.title.lower()}" for term in RACI)
        how = f"Type into a cell: {legend}. The same letter again takes it away, Delete empties the cell."
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        self.below = frame("card")
        below = column(self.below, "tight", "medium")
        below.addWidget(self._heading)
        below.addLayout(self._said)
        box = column(self, "small")
        box.addWidget(label(how, "muted", wrap=True))
        box.addWidget(self.stack, 1)
        box.addWidget(self.below)

    def _show_state(self) -> None:
        book = self.desk.bridge.book
        lacks = "partners" if not book.count("partners") else "activities" if not book.count("activities") else ""
        self.stack.setCurrentWidget(self.empty if lacks else self.grid)
        self.below.setVisible(not lacks)
        if lacks:
            said = "The grid sets activities against partners. Add both, and say for each activity who does the work, "
            self.empty.say(
                f"First add {lacks}", said + "who answers for it, who is asked and who is told.", f"Go to {lacks}"
            )
        elif not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, min(1, self.model.columnCount() - 1)))
        self._show_findings()

    def _show_findings(self) -> None:
        index: QModelIndex = self.grid.currentIndex()
        clear(self._said)
        if not index.isValid() or index.row() >= len(self.model.activities):
            return
        activity = self.model.activities[index.row()]
        partner = self.model.partners[index.column() - 1] if index.column() > CHECK else None
        name = f" · {partner.code} {partner.name}" if partner is not None else ""
        self._heading.setText(f"{activity.code} {activity.title}{name}")
        found = list(self.model.findings_of(index.row()))
        if partner is not None:
            about = self.desk.findings.of_record("partners", partner.id)
            found += [one for one in about if one.foundation in _CONCERNED]
        for one in found[:_MOST]:
            self._said.addWidget(FindingLine(one))
        if len(found) > _MOST:
            self._said.addWidget(label(f"And {len(found) - _MOST} more.", "caption"))
        if not found:
            self._said.addWidget(label("The checks find nothing to say here.", "good"))

    def _on_letters_requested(self, activity_id: str, partner_id: str, letters: tuple[str, ...]) -> None:
        self.desk.bridge.do(SetResponsibility(activity_id, partner_id, letters), self)

    def _on_empty_action(self) -> None:
        self.desk.go_to("activities" if self.desk.bridge.book.count("partners") else "partners")


class RolesPage(TablesPage):
    """The grid on the first tab; persons and notes of the cells on the second."""

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
        record = self.desk.bridge.book.one(Responsibility, record_id)
        if record is not None and field in ("", "letters"):
            self.tabs.setCurrentIndex(0)
            self.roles.go_to(record_id, field)
        else:
            super().go_to(type_name, record_id, field)
