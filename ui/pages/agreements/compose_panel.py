"""Writing an agreement: its clauses, the text of the chosen one, and the pages as they will be printed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from exports.edition import Edition, Progress
from ui.desk import Desk
from ui.exporting.runs import edition_of
from ui.icons import icon
from ui.layouts import button, column, label, split, wrapping_row
from ui.pages.agreements.add_clause import AddClauseDialog
from ui.pages.agreements.chosen import AgreementPanel, Chosen
from ui.pages.agreements.clause_editor import ClauseEditor
from ui.pages.agreements.clause_list import ClauseList, entries_of
from ui.pages.agreements.often_missing import OftenMissing
from ui.pages.agreements.placeholders import values_for
from ui.preview import PreviewPane
from ui.unkept import Unkept
from ui.widgets.empty_state import EmptyState
from workbook.agreements import (
    ClauseLibrary,
    ComposedClause,
    DraftClauses,
    MoveClause,
    ResetClause,
    annex_letters,
    annexes_named,
    composed,
    untranslated,
)
from workbook.book import Book
from workbook.changes import ChangeSet
from workbook.operations import EditRecord, Refused, RemoveRecords
from workbook.records import Agreement, Clause
from workbook.sealing import is_sealed

_SIZES, _FOLD = "compose", "agreement_preview"
_SETTLES = 100
"""Milliseconds after which what was typed is drawn; somebody who types on sees it drawn now and then."""
_NO_CLAUSES = (
    "The library has a clause for each matter that partners usually settle, in plain words, and fills it from this "
    "plan. You can then change, move, leave out and add clauses."
)


class ComposePanel(AgreementPanel):
    """The list moves with the keyboard alone; the preview follows the chosen clause and what is typed."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(desk, chosen, parent)
        self._clauses: dict[str, ComposedClause] = {}
        self.list = ClauseList()
        self.editor = ClauseEditor(desk)
        self.missing = OftenMissing(desk, self.library, self._show_clause)
        self.preview = PreviewPane(desk.at_end, "Pages of the agreement", self._name_of)
        self.no_clauses = EmptyState("article", "No clauses yet", _NO_CLAUSES, "Draft clauses from the library")
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_SETTLES)
        self._make_tools()
        self._lay_out()
        self._connect()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": lambda: self.chosen.begin(self.window())}
        agreement = self.agreement
        if agreement is not None:
            found |= {"preview": self.fold.toggle, "details": self._go_to_text}
        if agreement is None or self._is_sealed(agreement):
            return found
        found["add_clause"] = self.add_clause
        if self.list.current_key():
            found |= {"leave_out": self.leave_out, "reset_clause": self.reset, "remove": self.remove}
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        clause = self.desk.bridge.book.one(Clause, record_id)
        if clause is not None and clause.agreement:
            self.chosen.choose(clause.agreement)
            self.refresh()
            self.list.go_to(record_id)
            self.editor.go_to(field)

    def first(self) -> QWidget:
        return self.list if self._clauses else self.no_clauses.button

    def commit(self) -> None:
        self.editor.commit()

    def unkept(self) -> list[Unkept]:
        return self.editor.unkept()

    def show_agreement(self, agreement: Agreement) -> None:
        desk = self.desk
        found = composed(desk.bridge.book, agreement, self.library(), desk.bridge.formats)
        self._clauses = {one.clause.id: one for one in found}
        self.parts.setCurrentWidget(self.columns if found else self.no_clauses)
        self.list.show_entries(entries_of(found, untranslated(desk.bridge.book, agreement, found)))
        self.missing.show_agreement(agreement)
        if self._is_sealed(agreement):
            self.missing.hide()
        for tool in (self.add_button, self.up, self.down):
            tool.setEnabled(not self._is_sealed(agreement))
        self._show_editor()
        self._drawing.start()

    def show_change(self, change_set: ChangeSet) -> None:
        self.refresh()

    @staticmethod
    def library() -> ClauseLibrary:
        """Return the clause library, read when it is first needed."""
        from exports.agreement.library import clause_library

        return clause_library()

    def add_clause(self) -> None:
        """Ask which clause to add, and show it."""
        agreement = self.agreement
        if agreement is None:
            return
        dialog = AddClauseDialog(self.desk, agreement, self.library(), self.list.current_key(), self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        self._show_clause(added)

    def leave_out(self) -> None:
        """Leave the chosen clause out of the document, or take it in again."""
        clause = self.desk.bridge.book.one(Clause, self.list.current_key())
        if clause is not None:
            self.desk.bridge.do(EditRecord("clauses", clause.id, {"left_out": not clause.left_out}), self)

    def reset(self) -> None:
        """Give the chosen clause the library's wording again."""
        if self.desk.bridge.do(ResetClause(self.list.current_key(), self.library()), self):
            self._offer_undo("The clause has the library's wording again.")

    def remove(self) -> None:
        """Remove the chosen clause; taking it back is offered instead of asking first."""
        operation = RemoveRecords("clauses", (self.list.current_key(),))
        if self.desk.bridge.do(operation, self):
            self._offer_undo(f"Removed {operation.values['record']}.")

    def draft(self) -> None:
        """Put the clauses of the library into an agreement that has none."""
        agreement = self.agreement
        if agreement is not None and self.desk.bridge.do(DraftClauses(agreement.id, self.library()), self):
            self.enter()

    def _offer_undo(self, said: str) -> None:
        self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _make_tools(self) -> None:
        self.add_button = button("Add clause…", "primary", "Add a clause from the library or your own (Ctrl+Alt+N)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.up = button("", "", "Move the chosen clause up (Alt+Up)")
        self.down = button("", "", "Move the chosen clause down (Alt+Down)")
        for tool, picture, name in ((self.up, "arrow-up", "Move up"), (self.down, "arrow-down", "Move down")):
            tool.setIcon(icon(picture))
            tool.setAccessibleName(name)
        self.fold = button("Preview", "toggle", "Show or fold away the printed pages (Ctrl+Alt+P)")
        self.fold.setCheckable(True)
        self.fold.setChecked(self.desk.preferences.folds.get(_FOLD, True))
        self.blanks = label("", "caption")

    def _lay_out(self) -> None:
        tools = wrapping_row()
        for tool in (self.add_button, self.up, self.down):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self.blanks)
        tools.addWidget(self.fold)
        left = QWidget()
        left.setMinimumWidth(220)
        left_box = column(left, "small")
        left_box.addWidget(self.list, 1)
        left_box.addWidget(self.missing)
        sizes = self.desk.preferences.splitters.get(_SIZES, [320, 430, 470])
        self.splitter = split(left, self.editor, self.preview, sizes=sizes, stretch=(0, 1, 1))
        self.preview.setVisible(self.fold.isChecked())
        self.columns = QWidget()
        box = column(self.columns, "small")
        box.addLayout(tools)
        box.addWidget(self.splitter, 1)
        self.parts = QStackedWidget()
        self.parts.addWidget(self.columns)
        self.parts.addWidget(self.no_clauses)
        column(self.body, "").addWidget(self.parts)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_clause)
        self.up.clicked.connect(lambda: self.list.step(-1))
        self.down.clicked.connect(lambda: self.list.step(1))
        self.no_clauses.action_requested.connect(self.draft)
        self.list.entry_chosen.connect(lambda _key: self._show_editor())
        self.list.entry_opened.connect(lambda _key: self._go_to_text())
        self.list.move_requested.connect(self._on_move_requested)
        self.list.remove_requested.connect(self.remove)
        self.editor.typed.connect(self._on_typed)
        self.editor.reset_requested.connect(self.reset)
        self.editor.leave_out_requested.connect(self.leave_out)
        self.fold.toggled.connect(self._on_fold_toggled)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._drawing.timeout.connect(self.draw_now)
        self.desk.findings.changed.connect(self._on_findings_changed)
        self.follow()

    def _on_findings_changed(self) -> None:
        if self.isVisible():
            self._show_editor()

    def _show_editor(self) -> None:
        agreement, one = self.agreement, self._clauses.get(self.list.current_key())
        if agreement is None or one is None:
            return
        wordings = [each.clause.body for each in self._clauses.values() if not each.clause.left_out]
        letters = annex_letters(annexes_named(wordings), self.desk.bridge.formats)
        values, sealed = values_for(self.desk, agreement, letters), self._is_sealed(agreement)
        self.editor.show_clause(agreement, one, values, is_sealed=sealed)
        self.preview.show_spot(one.clause.id)
        blanks = len({name for each in self._clauses.values() for name in each.missing})
        self.blanks.setText("Nothing is blank" if not blanks else f"{blanks} still to be filled in")
        self.offers_changed.emit()

    def _is_sealed(self, agreement: Agreement) -> bool:
        return is_sealed(self.desk.bridge.book, "agreements", agreement.id)

    def _show_clause(self, clause_id: str) -> None:
        if clause_id:
            self.list.go_to(clause_id)
            self.list.setFocus()

    def _go_to_text(self) -> None:
        self.editor.go_to("body")

    def _name_of(self, clause_id: str) -> str:
        one = self._clauses.get(clause_id)
        if one is None:
            return ""
        return f"{one.number}. {one.clause.heading}" if one.number else one.clause.heading

    def draw_now(self) -> None:
        """Have the pages drawn, with what is being typed and not kept yet."""
        agreement = self.agreement
        if agreement is None or not self.preview.isVisible():
            return
        edition = replace(edition_of(self.desk, self.desk.workbook_id), book=self._book_as_typed())
        self.preview.show_made(partial(_previewed, edition, agreement.id))

    def _book_as_typed(self) -> Book:
        book, draft = self.desk.bridge.book, self.editor.draft
        if draft is None:
            return book
        try:
            return book.apply(EditRecord("clauses", self.editor.clause_id, {"body": draft}).plan(book))
        except Refused:
            return book

    def _on_typed(self) -> None:
        if not self._drawing.isActive():
            self._drawing.start()

    def _on_move_requested(self, clause_id: str, place: int) -> None:
        self.desk.bridge.do(MoveClause(clause_id, place), self)
        self.list.go_to(clause_id)

    def _on_fold_toggled(self, is_shown: bool) -> None:
        self.desk.preferences.folds[_FOLD] = is_shown
        self.preview.setVisible(is_shown)
        if is_shown:
            self._drawing.start()

    def _on_splitter_moved(self) -> None:
        if self.fold.isChecked():
            self.desk.preferences.splitters[_SIZES] = self.splitter.sizes()


def _previewed(edition: Edition, agreement_id: str, progress: Progress) -> object:
    from exports.agreement.preview import preview  # reportlab comes with it

    return preview(edition, agreement_id, progress)
