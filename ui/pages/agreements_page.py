"""Agreements with their clauses and signatures; and the first draft of the clauses, taken from the library."""

from collections.abc import Callable, Mapping

from ui.dialogs.choose_record import choose_record
from ui.layouts import button
from ui.pages.panel import Panel
from ui.pages.record_panel import RecordPanel
from ui.pages.seals_panel import SealsPanel
from ui.pages.tables_page import TablesPage
from workbook.agreements import DraftClauses
from workbook.records import Clause

_DRAFTED = ("agreements", "clauses")
_WHAT = "Put the clauses that this level of agreement needs into it; clauses that are there stay as they are"


class AgreementsPage(TablesPage):
    """Tables on three tabs, and one step that leads from an agreement without clauses to one that can be edited."""

    def make_panel(self, key: str) -> Panel:
        if key == "seals":
            return SealsPanel(self.desk, self.section.icon)
        panel = super().make_panel(key)
        if key in _DRAFTED and isinstance(panel, RecordPanel):
            draft = button("Draft clauses from the library", "", _WHAT)
            draft.clicked.connect(self.draft_clauses)
            panel.add_tool(draft)
        return panel

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        if self.desk.bridge.book.count("agreements") and self.keys[max(0, self.tabs.currentIndex())] in _DRAFTED:
            found["draft_clauses"] = self.draft_clauses
        return found

    def draft_clauses(self) -> None:
        """Draft the clauses of the agreement that is meant, and show them."""
        from exports.agreement.library import clause_library  # only who drafts needs it read

        agreement = self._meant()
        if not agreement:
            return
        operation = DraftClauses(agreement, clause_library())
        before = self.desk.bridge.workbook.seq
        if not self.desk.bridge.do(operation, self):
            return
        if self.desk.bridge.workbook.seq == before:
            self.desk.say("All clauses that this level of agreement needs are there already.")
            return
        self._show_clauses(agreement)
        said = f"Drafted {operation.values['count']} clauses of {operation.values['agreement']}."
        self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _meant(self) -> str:
        book, current = self.desk.bridge.book, self.current
        agreements = book.records("agreements")
        if isinstance(current, RecordPanel):
            record_id = current.view.current_id()
            if current.type_name == "agreements":
                return record_id or self._none_yet()
            if current.chosen_owner:
                return current.chosen_owner
            clause = book.one(Clause, record_id)
            if clause is not None and clause.agreement:
                return clause.agreement
        if len(agreements) == 1:
            return agreements[0].id
        if not agreements:
            return self._none_yet()
        return choose_record(self.desk.bridge, "agreements", "Draft clauses", self.window()) or ""

    def _none_yet(self) -> str:
        self.desk.say("Add an agreement first; its clauses are then drafted from the library.")
        self.go_to("agreements")
        return ""

    def _show_clauses(self, agreement: str) -> None:
        self.go_to("clauses")
        panel = self.panel("clauses")
        if isinstance(panel, RecordPanel):
            panel.show_owner(agreement)
            panel.enter()
