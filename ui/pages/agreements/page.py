"""The tabs of agreements: writing, approving, signing and what changed since; and the tables behind them."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.choose_record import choose_record
from ui.layouts import button
from ui.pages.agreements.chosen import Chosen
from ui.pages.agreements.compose_panel import ComposePanel
from ui.pages.agreements.drift_panel import DriftPanel
from ui.pages.agreements.parties_panel import PartiesPanel
from ui.pages.agreements.signing_panel import SigningPanel
from ui.pages.panel import Panel
from ui.pages.record_panel import RecordPanel
from ui.pages.seals_panel import SealsPanel
from ui.pages.tables_page import TablesPage
from ui.sections import Section
from workbook.agreements import DraftClauses
from workbook.records import Clause

COMPOSE, PARTIES, SIGNING, DRIFT = "compose", "parties", "signing", "drift"
_DRAFTED = ("agreements", "clauses")
_WHAT = "Put the clauses that this level of agreement needs into it; clauses that are there stay as they are"
_TITLES = {
    COMPOSE: "Compose",
    PARTIES: "Parties & approvals",
    SIGNING: "Signing",
    DRIFT: "Changes since signing",
    "agreements": "All agreements",
    "clauses": "All clauses",
    "approvals": "All approvals",
    "signatures": "All signatures",
}


class AgreementsPage(TablesPage):
    """Tabs that follow one agreement on its way, and tables of all of them."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        self.chosen = Chosen(desk)
        super().__init__(desk, section, parent)
        self.chosen.setParent(self)

    def tab_keys(self) -> tuple[str, ...]:
        return (COMPOSE, PARTIES, SIGNING, DRIFT, *self.section.types)

    def tab_title(self, key: str) -> str:
        return _TITLES.get(key) or super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        own: dict[str, Callable[[], Panel]] = {
            COMPOSE: lambda: ComposePanel(self.desk, self.chosen),
            PARTIES: lambda: PartiesPanel(self.desk, self.chosen),
            SIGNING: lambda: SigningPanel(self.desk, self.chosen, self.show_tab),
            DRIFT: lambda: DriftPanel(self.desk, self.chosen, self.show_tab),
            "seals": lambda: SealsPanel(self.desk, self.section.icon),
        }
        if key in own:
            return own[key]()
        panel = super().make_panel(key)
        if key in _DRAFTED and isinstance(panel, RecordPanel):
            draft = button("Draft clauses from the library", "", _WHAT)
            draft.clicked.connect(self.draft_clauses)
            panel.add_tool(draft, begins=True)
        return panel

    def show_tab(self, key: str) -> None:
        """Go to a tab by its key."""
        self.tabs.setCurrentIndex(self.keys.index(key))
        self.enter()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        key = self.keys[max(0, self.tabs.currentIndex())]
        if self.desk.bridge.book.count("agreements") and key in (COMPOSE, *_DRAFTED):
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
        if not agreements:
            return self._none_yet()
        if not isinstance(current, RecordPanel):
            return self.chosen.agreement.id if self.chosen.agreement else ""
        record_id = current.view.current_id()
        if current.type_name == "agreements":
            return record_id or self._none_yet()
        clause = book.one(Clause, record_id)
        owner = current.chosen_owner or (clause.agreement if clause is not None else None)
        if owner or len(agreements) == 1:
            return owner or agreements[0].id
        return choose_record(self.desk.bridge, "agreements", "Draft clauses", self.window()) or ""

    def _none_yet(self) -> str:
        self.desk.say("Add an agreement first; its clauses are then drafted from the library.")
        self.go_to("agreements")
        return ""

    def _show_clauses(self, agreement: str) -> None:
        if not isinstance(self.current, RecordPanel):
            self.enter()
            return
        self.go_to("clauses")
        panel = self.panel("clauses")
        if isinstance(panel, RecordPanel):
            panel.show_owner(agreement)
            panel.enter()
