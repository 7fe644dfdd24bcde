"""The tab of the needs: a matrix of levels and pillars with the needs of the chosen cell, or the plain table."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHeaderView, QPushButton, QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog, asked
from ui.grids import MatrixView
from ui.icons import icon
from ui.layouts import button, column, label, split, wrapping_row
from ui.pages.capacity.gap_model import STATES, GapModel, mark_of
from ui.pages.capacity.needs_list import NeedsList
from ui.pages.panel import Panel
from ui.pages.record_panel import RecordPanel
from ui.theme import room
from ui.unkept import Unkept
from ui.widgets.stack import Stack
from workbook.measures.gap_matrix import NOT_SAID
from workbook.operations import AddRecord
from workbook.training import PlanAction
from workbook.vocabularies import CAPACITY_LEVELS, CAPACITY_PILLARS

_SHOWN = frozenset({"capacity_needs", "capacity_actions"})
_BESIDE = 820
_ASKED = ("title", "level", "pillar", "current", "desired", "target_group")


class NeedsPanel(Panel):
    """Matrix first; a button changes to the table with its form and back."""

    def __init__(self, desk: Desk, icon_name: str) -> None:
        super().__init__(desk)
        self.model = GapModel(desk.bridge, self)
        self.matrix = MatrixView(
            self.model,
            "Capacity needs: pillars down, levels across",
            cell_width=150,
            cell_height=68,
            title_width=170,
        )
        self.matrix.heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.matrix.setMinimumSize(360, 150)
        self.list = NeedsList(desk)
        self.table = RecordPanel(desk, "capacity_needs", icon_name)
        self.stack = Stack()
        self._lay_out()
        self._connect()
        self.matrix.go_to(self._first_cell()[0], self._first_cell()[1])

    @property
    def shows_table(self) -> bool:
        return self.stack.currentIndex() == 1

    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.shows_table:
            found = dict(self.table.offers())
            if self.table.view.current_id():
                found["plan_capacity_action"] = self.plan_for_chosen
            return {**found, "gap_matrix": self.toggle}
        found = {"add": self.add_here, "copy": self.matrix.copy, "gap_matrix": self.toggle}
        found["copy_with_headings"] = partial(self.matrix.copy, with_titles=True)
        if self.list.first_need():
            found["plan_capacity_action"] = self.plan_for_chosen
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        """Show a need in the table, where all of its fields are."""
        self.show_table(shown=True)
        self.table.go_to(record_id, field)

    def enter(self) -> None:
        if self.shows_table:
            self.table.enter()
        else:
            self.matrix.setFocus()

    def commit(self) -> None:
        self.table.commit()

    def unkept(self) -> list[Unkept]:
        return self.table.unkept()

    def toggle(self) -> None:
        """Change between matrix and table."""
        self.show_table(shown=not self.shows_table)
        self.enter()

    def show_table(self, *, shown: bool) -> None:
        if not shown:
            self.table.commit()
        self.stack.setCurrentIndex(1 if shown else 0)
        self.switch.setText("Show as matrix" if shown else "Show as table")
        self.switch.setIcon(icon("grid-four" if shown else "table"))
        self.add_button.setVisible(not shown)
        self.legend.setVisible(not shown)
        self.offers_changed.emit()

    def add_here(self) -> None:
        """Ask for a need of the cell that is chosen; level and pillar are filled in."""
        pillar, level = self.matrix.current()
        given = {
            "level": None if level in ("", NOT_SAID) else level,
            "pillar": None if pillar in ("", NOT_SAID) else pillar,
        }
        dialog = FieldsDialog(
            self.desk.bridge,
            "capacity_needs",
            _ASKED,
            given,
            lambda values: AddRecord("capacity_needs", values),
            self.window(),
        )
        lead = "1 no knowledge, 2 aware, 3 can do it with help, 4 can do it alone, 5 can lead and teach."
        dialog.lay_out("What do people have to be able to do?", lead, "Add this need")
        operation = asked(dialog)
        if isinstance(operation, AddRecord):
            self._show_cell_of(operation.record_id)

    def plan_for_chosen(self) -> None:
        """Plan an action for the need that is chosen, or the first in the cell that has none."""
        need = self.table.view.current_id() if self.shows_table else self.list.first_need()
        if need:
            self.plan_for(need)

    def plan_for(self, need_id: str) -> None:
        """Plan an action that closes a need, in one step; the rest is filled in where actions stand."""
        operation = PlanAction(need_id)
        if not self.desk.bridge.do(operation, self):
            return
        label_ = self.desk.bridge.book.label("capacity_actions", operation.record_id)
        self.desk.say(
            f"Planned {label_}. Say who leads it, when it ends and how many it reaches.",
            "information",
            ("Fill in the rest", partial(self.desk.go_to, "capacity_actions", operation.record_id, "lead")),
            ("Undo", partial(self.desk.start, "undo")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the needs beside the matrix where there is room, else below it."""
        super().resizeEvent(event)
        side_by_side = event.size().width() >= room(_BESIDE)
        self.both.setOrientation(Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical)

    def _lay_out(self) -> None:
        self.add_button = button("Add a need here", "primary", "Add a need of this pillar and level (Ctrl+N or Enter)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.switch: QPushButton = button("Show as table", "", "Change between matrix and table (Ctrl+Shift+M)")
        self.switch.setIcon(icon("table"))
        self.legend = _legend()
        tools = wrapping_row()
        tools.addWidget(self.add_button)
        tools.addWidget(self.switch)
        tools.addStretch(1)
        tools.addWidget(self.legend)
        self.both = split(self.matrix, self.list, sizes=(640, 420), stretch=(3, 2))
        self.stack.addWidget(self.both)
        self.stack.addWidget(self.table)
        box = column(self, "small")
        box.addLayout(tools)
        box.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_here)
        self.switch.clicked.connect(self.toggle)
        self.matrix.cell_chosen.connect(self._on_cell_chosen)
        self.matrix.open_requested.connect(lambda _pillar, _level: self._on_opened())
        self.list.add_requested.connect(self.add_here)
        self.list.plan_requested.connect(self.plan_for)
        self.list.need_opened.connect(self.go_to)
        self.table.offers_changed.connect(self.offers_changed)
        self.follow(*_SHOWN)

    def show_book(self) -> None:
        focused = QApplication.focusWidget()
        was_in_list = focused is not None and self.list.isAncestorOf(focused)
        self.model.read()
        self._on_cell_chosen(*self.matrix.current())
        if was_in_list and not self.list.enter():
            self.matrix.setFocus()

    def _on_cell_chosen(self, pillar: str, level: str) -> None:
        self.list.show_cell(pillar, level, self.model.cells.get((pillar, level)))
        self.offers_changed.emit()

    def _on_opened(self) -> None:
        """Enter goes on to the needs of a cell, or adds the first one."""
        if not self.list.enter():
            self.add_here()

    def _first_cell(self) -> tuple[str, str]:
        """Return the cell of the widest gap, else the first."""
        places = list(self.model.cells)
        if not places:
            return CAPACITY_PILLARS.keys[0], CAPACITY_LEVELS.keys[0]
        return max(places, key=lambda place: self.model.cells[place].widest.size or 0)

    def _show_cell_of(self, record_id: str) -> None:
        for place, cell in self.model.cells.items():
            if any(gap.need.id == record_id for gap in cell.gaps):
                self.matrix.go_to(*place)
                self.matrix.setFocus()


def _legend() -> QWidget:
    """Return what the marks mean, in words beside them."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 4, 0)
    grid.setHorizontalSpacing(5)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(2, 12)
    for place, (state, words) in enumerate(STATES.items()):
        mark, role = mark_of(state)
        picture = label("")
        picture.setPixmap(icon(mark, role).pixmap(QSize(room(14), room(14))))
        grid.addWidget(picture, place // 2, place % 2 * 3)
        grid.addWidget(label(words, "caption"), place // 2, place % 2 * 3 + 1)
    return made
