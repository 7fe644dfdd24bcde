"""Needs against offers: the matrix, what the chosen need lacks, and the offers that nobody uses yet."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.forms.new_record import NewRecordDialog
from ui.grids import MatrixView
from ui.icons import icon
from ui.layouts import button, column, frame, label, row
from ui.pages.panel import Panel
from ui.pages.resources.answer_dialog import AnswerDialog
from ui.pages.resources.calculator import value_in_kind
from ui.pages.resources.need_card import NeedCard
from ui.pages.resources.needs_model import COVERED, NeedsModel, provider_of
from ui.pages.resources.states import COVERAGE
from ui.pages.resources.unused_list import UnusedList, UnusedModel
from ui.widgets.empty_state import EmptyState
from workbook.measures import Rows
from workbook.measures.lines import contribution_type
from workbook.measures.matrix import linked_lines, loose_lines, usable_lines
from workbook.operations import Operation, title_of
from workbook.records import Resource
from workbook.resources import MatchOffers, UnlinkOffers
from workbook.resources.matching import answer_to

ShowRows = Callable[[Rows, str], object]
_READ = frozenset({"resources", "partners", "plan"})
_TEACHES = (
    "Write down what the work needs, whoever may bring it: money, hours, rooms, skills, networks. Then this page sets "
    "every need against what the partners offer, and shows what is still missing."
)


class NeedsPanel(Panel):
    """Read anew when something changed, and only while it is seen."""

    def __init__(self, desk: Desk, show_rows: ShowRows, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._show_rows = show_rows
        self.model = NeedsModel(desk.bridge, self)
        self.grid = MatrixView(
            self.model,
            "Needs against offers: needs down, partners across",
            cell_width=122,
            cell_height=46,
            title_width=270,
        )
        self.unused = UnusedModel(desk.bridge, self)
        self.list = UnusedList(self.unused)
        self.card = NeedCard(desk)
        self.empty = EmptyState("stack", "No needs yet", _TEACHES, "Add the first need")
        self._make_tools()
        self._lay_out()
        self._connect()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.add}
        need_id, _ = self.grid.current()
        if need_id:
            found |= {"match_offer": self.match, "copy": self.grid.copy, "details": self.open_current}
            found["value_in_kind"] = self.add_in_kind
            if self._linked():
                found["unlink_offer"] = self.unlink
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        self.grid.go_to(record_id, COVERED)

    def enter(self) -> None:
        (self.grid if self.stack.currentWidget() is self.whole else self.empty.button).setFocus()

    def show_book(self) -> None:
        self.model.refresh()
        if not self.grid.currentIndex().isValid() and self.model.row_keys:
            self.grid.go_to(self.model.row_keys[0], self.model.column_keys[0])
        self.grid.setColumnWidth(0, max(150, self.grid.columnWidth(0)))
        self._show_states()
        self.stack.setCurrentWidget(self.whole if self.model.matrix.rows else self.empty)
        self._show_chosen(is_read_anew=True)

    def add(self) -> None:
        """Add an offer of the chosen partner for the chosen need; without needs, the first need."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            self.add_need()
        elif contribution_type(row_.coverage.need) == "in_kind":
            self.add_in_kind()
        else:
            dialog = AnswerDialog(self.desk.bridge, row_.coverage, provider_of(column), self.window())
            dialog.exec()
            dialog.deleteLater()

    def add_in_kind(self) -> None:
        """Work out what an in-kind offer for the chosen need is worth, and add it."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            return
        need, coverage = row_.coverage.need, row_.coverage
        is_counted = coverage.unit == need.unit and coverage.gap > 0
        given = answer_to(need) | {
            "provider": provider_of(column),
            "quantity": coverage.gap if is_counted else None,
            "rate": need.rate,
        }
        value_in_kind(self.desk, self.window(), need_id=need_id, given=given)

    def add_need(self) -> None:
        """Add a need; the form in the ledger asks for the rest."""
        dialog = NewRecordDialog(self.desk.bridge, "resources", {"kind": "need"}, self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.desk.go_to("resources", added)

    def match(self) -> None:
        """Let an offer of the chosen partner answer the chosen need; asks only where there are several."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            return
        if column == COVERED:
            self._go_to_unused("Choose an offer, then press Enter to use it for this need.")
            return
        answer = row_.answers.get(provider_of(column))
        loose = loose_lines(answer, row_.coverage.need) if answer is not None else ()
        usable = loose or usable_lines(self.desk.bridge.book, provider_of(column))
        if len(usable) == 1 or (usable and loose):
            self._do(MatchOffers(tuple(line.id for line in usable), need_id))
        elif usable:
            self._offer_menu(usable, need_id)
        else:
            who = self.model.column_title(column).words
            self._go_to_unused(f"{who} has no unused offer. Add one with Ctrl+N, or use one of another partner.")

    def use(self, line_id: str) -> None:
        """Use an unused offer for the chosen need."""
        need_id, _ = self.grid.current()
        if need_id and line_id:
            line = self.desk.bridge.book.one(Resource, line_id)
            self._do(MatchOffers((line_id,), need_id))
            if line is not None and line.provider is not None:
                self.grid.go_to(need_id, line.provider)
            self.grid.setFocus()

    def unlink(self) -> None:
        """Take away the links of the chosen cell; the lines themselves stay."""
        linked = self._linked()
        if linked:
            self._do(UnlinkOffers(tuple(line.id for line in linked)))

    def open_current(self) -> None:
        """Go to the lines of the chosen cell, or begin to fill it."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            return
        need = row_.coverage.need
        answer = row_.answers.get(provider_of(column))
        if column == COVERED:
            self._show_rows(row_.coverage.rows, f"{need.code} {need.title}".strip())
        elif answer is None:
            self.match()
        elif len(answer.lines) == 1:
            self.desk.go_to("resources", answer.lines[0].id)
        else:
            who = self.model.column_title(column).words
            self._show_rows(answer.rows, f"{who}: {need.title}")

    def _do(self, operation: Operation) -> None:
        if self.desk.bridge.do(operation, self):
            self.desk.say(f"{title_of(operation)}.", "information", ("Undo", lambda: self.desk.start("undo")))

    def _linked(self) -> tuple[Resource, ...]:
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None or column == COVERED:
            return ()
        answer = row_.answers.get(provider_of(column))
        return () if answer is None else linked_lines(answer, row_.coverage.need)

    def _offer_menu(self, lines: tuple[Resource, ...], need_id: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for line in lines:
            entry = menu.addAction(icon("link"), self.desk.bridge.book.label("resources", line.id).replace("&", "&&"))
            entry.triggered.connect(partial(self._on_offer_taken, line.id, need_id))
        cell = self.grid.visualRect(self.grid.currentIndex())
        menu.popup(self.grid.viewport().mapToGlobal(cell.bottomLeft() + QPoint(0, 2)))
        menu.setActiveAction(menu.actions()[0])

    def _on_offer_taken(self, line_id: str, need_id: str, _checked: bool = False) -> None:
        self._do(MatchOffers((line_id,), need_id))

    def _go_to_unused(self, words: str) -> None:
        if self.unused.lines:
            self.list.setCurrentIndex(self.unused.index(0))
            self.list.setFocus()
        self.desk.say(words if self.unused.lines else f"{words.split('.', maxsplit=1)[0]}. There are no unused offers.")

    def _on_state_filtered(self) -> None:
        self.model.show_state(self.states.currentData() or "")
        self._show_chosen()

    def _show_chosen(self, *, is_read_anew: bool = False) -> None:
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        need = None if row_ is None else row_.coverage.need
        self.card.show_need(None if row_ is None else row_.coverage)
        if is_read_anew or self.unused.need is not need:
            self.unused.refresh(need)
        self._show_tools(column)
        self.offers_changed.emit()

    def _show_tools(self, column: str) -> None:
        has_need = self.grid.currentIndex().isValid()
        for tool in (self.match_button, self.add_button, self.use_button):
            tool.setEnabled(has_need)
        self.unlink_button.setEnabled(bool(self._linked()))
        self.use_button.setEnabled(has_need and bool(self.unused.lines))
        count = len(self.unused.lines)
        self.unused_title.setText(f"Unused offers ({count})" if count else "Unused offers")
        self.unused_none.setVisible(not count)
        self.list.setVisible(bool(count))
        self.use_button.setVisible(bool(count))

    def _show_states(self) -> None:
        matrix, chosen = self.model.matrix, self.model.only_state
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem(f"All needs ({len(matrix.rows)})", "")
        for state, (word, mark, role) in COVERAGE.items():
            self.states.addItem(icon(mark, role), f"{word} ({matrix.count(state)})", state)
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
        self.use_button = button("Use for the chosen need", "", "Enter in the list does the same")
        self.unused_title = label("Unused offers", "heading")
        self.unused_none = label(
            "Every offer answers a need. Offers that fit no need yet would wait here to be used.", "muted", wrap=True
        )

    def _lay_out(self) -> None:
        tools = row()
        for tool in (self.add_button, self.need_button, self.match_button, self.unlink_button):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self.states)
        side = frame("card")
        side.setMinimumWidth(210)
        side_box = column(side, "small", "medium")
        for widget in (self.unused_title, self.unused_none):
            side_box.addWidget(widget)
        side_box.addWidget(self.list, 1)
        side_box.addWidget(self.use_button)
        side_box.addStretch(0)
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self.grid)
        upper.addWidget(side)
        upper.setChildrenCollapsible(False)
        upper.setStretchFactor(0, 1)
        upper.setHandleWidth(10)
        upper.setSizes([820, 240])
        self.whole = QWidget()
        whole_box = column(self.whole, "small")
        whole_box.addLayout(tools)
        whole_box.addWidget(upper, 1)
        whole_box.addWidget(self.card)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.whole)
        self.stack.addWidget(self.empty)
        column(self, "").addWidget(self.stack)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.need_button.clicked.connect(self.add_need)
        self.match_button.clicked.connect(self.match)
        self.unlink_button.clicked.connect(self.unlink)
        self.use_button.clicked.connect(lambda: self.use(self.list.chosen() or self._first_unused()))
        self.list.use_requested.connect(self.use)
        self.states.activated.connect(lambda _row: self._on_state_filtered())
        self.empty.action_requested.connect(self.add_need)
        self.grid.cell_chosen.connect(lambda _row, _column: self._show_chosen())
        self.grid.open_requested.connect(lambda _row, _column: self.open_current())
        self.grid.clear_requested.connect(self.unlink)
        self.follow(*_READ)

    def _first_unused(self) -> str:
        return self.unused.lines[0].id if self.unused.lines else ""
