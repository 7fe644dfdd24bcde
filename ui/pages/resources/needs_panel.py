"""Needs against offers: the matrix, what the chosen need lacks, and the offers that nobody uses yet."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.grids import MatrixView
from ui.icons import icon
from ui.layouts import button, column, split, wrapping_row
from ui.pages.panel import Panel
from ui.pages.resources.answering import Answering
from ui.pages.resources.need_card import NeedCard
from ui.pages.resources.needs_model import COVERED, NeedsModel
from ui.pages.resources.states import COVERAGE
from ui.pages.resources.unused_list import UnusedSide
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.changes import ChangeSet

_READ = frozenset({"resources", "partners", "plan"})
_TEACHES = (
    "Write down what the work needs, whoever may bring it: money, hours, rooms, skills, networks. Then this page sets "
    "every need against what the partners offer, and shows what is still missing."
)


class NeedsPanel(Panel):
    """Read anew when something changed, and only while it is seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = NeedsModel(desk.bridge, self)
        self.grid = MatrixView(
            self.model,
            "Needs against offers: needs down, partners across",
            cell_width=122,
            cell_height=46,
            title_width=270,
        )
        self.side = UnusedSide(desk.bridge)
        self.unused, self.list = self.side.model, self.side.list
        self.answering = Answering(desk, self, self.grid, self.side)
        self.card = NeedCard(desk)
        self.empty = EmptyState("stack", "No needs yet", _TEACHES, "Add the first need")
        self._make_tools()
        self._lay_out()
        self._connect()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        doing = self.answering
        found: dict[str, Callable[[], object]] = {"add": doing.add}
        need_id, _ = self.grid.current()
        if need_id:
            found |= {"match_offer": doing.match, "copy": self.grid.copy, "details": doing.open_current}
            found["value_in_kind"] = doing.add_in_kind
            if doing.linked():
                found["unlink_offer"] = doing.unlink
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        self.grid.go_to(record_id, COVERED)

    def enter(self) -> None:
        (self.grid if self.stack.currentWidget() is self.whole else self.empty.button).setFocus()

    def show_book(self) -> None:
        self.model.refresh()
        self._show_read()

    def show_change(self, change_set: ChangeSet) -> None:
        """Write only the rows that a change touches; the language or currency of the plan touches all."""
        if any(change.type == "plan" for change in change_set.changes):
            self.refresh()
        else:
            self.model.follow(change_set.changes)
            self._show_read()

    def _show_read(self) -> None:
        if not self.grid.currentIndex().isValid() and self.model.row_keys:
            self.grid.go_to(self.model.row_keys[0], self.model.column_keys[0])
        self.grid.setColumnWidth(0, max(150, self.grid.columnWidth(0)))
        self._show_states()
        self.stack.setCurrentWidget(self.whole if self.model.matrix.rows else self.empty)
        self._show_chosen(is_read_anew=True)

    def _on_state_filtered(self) -> None:
        self.model.show_state(self.states.currentData() or "")
        self._show_chosen()

    def _show_chosen(self, *, is_read_anew: bool = False) -> None:
        row_ = self.model.row(self.grid.current()[0])
        need = None if row_ is None else row_.coverage.need
        self.card.show_need(None if row_ is None else row_.coverage)
        if is_read_anew or self.unused.need is not need:
            self.side.refresh(need)
        for tool in (self.match_button, self.add_button):
            tool.setEnabled(self.grid.currentIndex().isValid())
        self.unlink_button.setEnabled(bool(self.answering.linked()))
        self.offers_changed.emit()

    def _show_states(self) -> None:
        counts, chosen = self.model.matrix.counts(), self.model.only_state
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem(f"All needs ({counts.total()})", "")
        for state, (word, mark, role) in COVERAGE.items():
            self.states.addItem(icon(mark, role), f"{word} ({counts[state]})", state)
        self.states.setCurrentIndex(max(0, self.states.findData(chosen)))
        self.states.blockSignals(False)

    def _make_tools(self) -> None:
        self.add_button = button("Add offer…", "primary", "Add an offer for the chosen need and partner (Ctrl+N)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.need_button = button("Add need…")
        self.match_button = button("Match", "", "Use an offer of the chosen partner for the chosen need (Ctrl+M)")
        self.match_button.setIcon(icon("link"))
        self.unlink_button = button("Unlink", "", "The offer no longer answers this need (Ctrl+Alt+M, Delete)")
        self.unlink_button.setIcon(icon("link-break"))
        self.states = Box()
        self.states.setAccessibleName("Show needs by coverage")
        self.states.setMinimumContentsLength(18)

    def _lay_out(self) -> None:
        tools = wrapping_row()
        for tool in (self.add_button, self.need_button, self.match_button, self.unlink_button):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self.states)
        upper = split(self.grid, self.side, sizes=(820, 240), stretch=(1,))
        self.whole = QWidget()
        whole_box = column(self.whole, "small")
        whole_box.addLayout(tools)
        whole_box.addWidget(upper, 1)
        whole_box.addWidget(self.card)
        self.stack = Stack()
        self.stack.addWidget(self.whole)
        self.stack.addWidget(self.empty)
        column(self, "").addWidget(self.stack)

    def _connect(self) -> None:
        doing = self.answering
        self.add_button.clicked.connect(doing.add)
        self.need_button.clicked.connect(doing.add_need)
        self.match_button.clicked.connect(doing.match)
        self.unlink_button.clicked.connect(doing.unlink)
        self.side.use_requested.connect(doing.use)
        self.states.activated.connect(lambda _row: self._on_state_filtered())
        self.empty.action_requested.connect(doing.add_need)
        self.grid.cell_chosen.connect(lambda _row, _column: self._show_chosen())
        self.grid.open_requested.connect(lambda _row, _column: doing.open_current())
        self.grid.clear_requested.connect(doing.unlink)
        self.follow(*_READ)
