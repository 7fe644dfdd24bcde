"""What can be done where a need and a partner meet: add an offer, use one that is there, take it away, look at it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.forms.new_record import NewRecordDialog
from ui.grids import MatrixView
from ui.icons import icon
from ui.pages.resources.answer_dialog import AnswerDialog
from ui.pages.resources.calculator import value_in_kind
from ui.pages.resources.needs_model import COVERED, NeedsModel, provider_of
from ui.pages.resources.unused_list import UnusedSide
from workbook.measures.lines import contribution_type
from workbook.measures.matrix import linked_lines, loose_lines, usable_lines
from workbook.operations import Operation, title_of
from workbook.records import Resource
from workbook.resources import MatchOffers, UnlinkOffers
from workbook.resources.matching import answer_to


class Answering:
    """Works on the cell that is chosen in the matrix of needs; `panel` is where the wishes come from."""

    def __init__(self, desk: Desk, panel: QWidget, grid: MatrixView, unused: UnusedSide) -> None:
        self.desk, self.panel, self.grid, self.unused = desk, panel, grid, unused

    @property
    def model(self) -> NeedsModel:
        model = self.grid.model()
        assert isinstance(model, NeedsModel)
        return model

    def add(self) -> None:
        """Add an offer of the chosen partner for the chosen need; without needs, the first need."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            self.add_need()
        elif contribution_type(row_.coverage.need) == "in_kind":
            self.add_in_kind()
        else:
            dialog = AnswerDialog(self.desk.bridge, row_.coverage, provider_of(column), self.panel.window())
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
        value_in_kind(self.desk, self.panel.window(), need_id=need_id, given=given)

    def add_need(self) -> None:
        """Add a need; the form in the ledger asks for the rest."""
        dialog = NewRecordDialog(self.desk.bridge, "resources", {"kind": "need"}, self.panel.window())
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
        linked = self.linked()
        if linked:
            self._do(UnlinkOffers(tuple(line.id for line in linked)))

    def linked(self) -> tuple[Resource, ...]:
        """Return the lines of the chosen cell that name its need."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None or column == COVERED:
            return ()
        answer = row_.answers.get(provider_of(column))
        return () if answer is None else linked_lines(answer, row_.coverage.need)

    def open_current(self) -> None:
        """Go to the lines of the chosen cell, or begin to fill it."""
        need_id, column = self.grid.current()
        row_ = self.model.row(need_id)
        if row_ is None:
            return
        need = row_.coverage.need
        answer = row_.answers.get(provider_of(column))
        if column == COVERED:
            self.desk.show_rows(row_.coverage.rows, f"{need.code} {need.title}".strip())
        elif answer is None:
            self.match()
        elif len(answer.lines) == 1:
            self.desk.go_to("resources", answer.lines[0].id)
        else:
            who = self.model.column_title(column).words
            self.desk.show_rows(answer.rows, f"{who}: {need.title}")

    def _do(self, operation: Operation) -> None:
        if self.desk.bridge.do(operation, self.panel):
            self.desk.say(f"{title_of(operation)}.", "information", ("Undo", lambda: self.desk.start("undo")))

    def _offer_menu(self, lines: tuple[Resource, ...], need_id: str) -> None:
        menu = QMenu(self.panel)
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
        if self.unused.enter():
            self.desk.say(words)
        else:
            self.desk.say(f"{words.split('.', maxsplit=1)[0]}. There are no unused offers.")
