"""The cooperation check on its tab: choose a round, run it, see its result, act on it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.forms.fields_dialog import FieldsDialog
from ui.layouts import button, column, label, wrapping_row
from ui.pages.cooperation.asking import AskingDialog
from ui.pages.cooperation.forms import Forms
from ui.pages.cooperation.result import Result
from ui.pages.panel import Panel
from ui.theme import room
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.measures.cooperation import round_result
from workbook.measures.partners import active_partners
from workbook.measures.rounds import answers_of, asked_partners, rounds_in_order
from workbook.operations import AddRecord, ForgetAnswers, PlanFollowUp
from workbook.operations.cooperation import follow_up_due, follow_up_for
from workbook.records import HealthResponse, HealthRound
from workbook.vocabularies import HEALTH_STATEMENTS

_TYPES = frozenset({"health_rounds", "health_responses", "follow_ups", "partners", "plan"})
_WHY = (
    "Once or twice a year every partner says how the cooperation feels, in twenty statements. "
    "Start a round, then let one partner after the other answer here, or send each a form."
)
_ASK = (
    "Let one partner after the other sit down here and answer; nobody sees what the others said. "
    "Or make a form for each partner and take the returned ones in."
)


class CheckPanel(Panel):
    """Holds one round in view; nothing is worked out while it is hidden or while partners answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.asking: AskingDialog | None = None
        self.result, self.forms = Result(desk), Forms(desk, self)
        self.empty = EmptyState("heartbeat", "No cooperation check yet", _WHY, "Start a round…")
        self.unanswered = EmptyState("chats-circle", "Nobody has answered yet", _ASK, "Ask partners in the room…")
        self.calm = EmptyState("chats-circle", "A round is being run", "The result is shown when it stops.", "")
        self._make_tools()
        self._lay_out()
        self.result.put_below_who(self.forget)
        self.empty.action_requested.connect(self._on_empty_action)
        self.unanswered.action_requested.connect(self.ask)
        self.result.ask_requested.connect(self.ask)
        self.result.follow_up_requested.connect(self.plan_follow_up)
        self.follow(*_TYPES)
        self.refresh()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.start_round}
        if self.round is not None:
            found |= {"ask_in_room": self.ask, "make_forms": self.make_forms, "take_in_forms": self.take_in_forms}
        if self.stack.currentWidget() is self.result:
            found["forget_answers"] = self.choose_whose_answers
            found["plan_follow_up"] = lambda: self.plan_follow_up(self.result.statement())
        return found

    @property
    def round(self) -> HealthRound | None:
        """The round in view."""
        return self.desk.bridge.book.one(HealthRound, self.rounds.currentData())

    def go_to(self, record_id: str, field: str = "") -> None:
        """Show a round."""
        self.refresh()
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(record_id)))
        self.enter()

    def enter(self) -> None:
        shown = self.stack.currentWidget()
        (
            self.result.table if shown is self.result else shown.button if isinstance(shown, EmptyState) else self
        ).setFocus()

    def start_round(self) -> None:
        """Ask for title, day and partners of a new round, and show it."""
        desk, today = self.desk, self.desk.bridge.today()
        given: dict[str, Any] = {
            "title": f"Cooperation check, {desk.bridge.formats.month(today)}",
            "date": today,
            "asked": tuple(partner.id for partner in active_partners(desk.bridge.book)),
            "show_single": False,
        }
        lead = "All active partners are asked; take out who is not. Then each answers twenty statements."
        dialog = FieldsDialog(
            desk.bridge,
            "health_rounds",
            tuple(given),
            given,
            lambda values: AddRecord("health_rounds", values),
            self.window(),
        )
        dialog.lay_out("Start a round", lead, "Start the round")
        dialog.finished.connect(lambda _code: self._on_round_started(dialog))
        dialog.open()

    def ask(self, partner_id: str = "") -> None:
        """Let partners answer, one after the other, on a screen of their own."""
        round_ = self.round
        if round_ is None or self.asking is not None:
            return
        self.stack.setCurrentWidget(self.calm)
        dialog = self.asking = AskingDialog(self.desk, round_.id, self.window())
        dialog.finished.connect(self._on_asked)
        dialog.open()
        if partner_id:
            dialog.begin(partner_id)

    def make_forms(self) -> None:
        """Make an Excel form for each partner of the round in view."""
        if self.round is not None:
            self.forms.make(self.round)

    def take_in_forms(self) -> None:
        """Take in forms of the round in view that came back."""
        if self.round is not None:
            self.forms.take_in(self.round)

    def choose_whose_answers(self) -> None:
        """Open the menu of those whose answers can be taken out."""
        self.forget.setFocus()
        self.forget.menu().popup(self.forget.mapToGlobal(self.forget.rect().bottomLeft()))

    def forget_answers(self, partner_id: str) -> None:
        """Take out what one partner answered in the round in view."""
        if self.round is None:
            return
        operation = ForgetAnswers(self.round.id, partner_id)
        if self.desk.bridge.do(operation, self):
            said = f"Removed the answers of {operation.values['partner']}. The history keeps them, unread, for undo."
            self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _fill_forget(self) -> None:
        """Offer everybody who answered in the round in view."""
        menu, book, round_ = self.forget.menu(), self.desk.bridge.book, self.round
        menu.clear()
        for partner in () if round_ is None else asked_partners(book, round_):
            if round_ is not None and answers_of(book, round_.id, partner.id):
                name = book.label("partners", partner.id).replace("&", "&&")
                menu.addAction(name, partial(self.forget_answers, partner.id))

    def plan_follow_up(self, statement: str) -> None:
        """Promise something about a statement: what, until when, who."""
        round_ = self.round
        if round_ is None or not statement:
            return
        foundation = HEALTH_STATEMENTS[statement].group
        given: dict[str, Any] = {
            "title": follow_up_for(statement),
            "due": follow_up_due(self.desk.bridge.today()),
            "owner": None,
            "partner": None,
        }

        def planned(values: Mapping[str, Any]) -> PlanFollowUp:
            return PlanFollowUp(
                round_.id, foundation, values["title"], values["due"], values["owner"], values["partner"]
            )

        lead = f"“{HEALTH_STATEMENTS.title(statement)}” A small step with a day and a name is enough."
        dialog = FieldsDialog(self.desk.bridge, "follow_ups", tuple(given), given, planned, self.window())
        dialog.lay_out("Plan a follow-up", lead, "Plan it")
        dialog.finished.connect(lambda _code: self._on_planned(dialog))
        dialog.open()

    def refresh(self) -> None:
        """Bring everything up to the book as it stands, but never while partners answer."""
        if self.asking is None:
            super().refresh()

    def show_book(self) -> None:
        self._fill_rounds()
        self._show_round()

    def _fill_rounds(self) -> None:
        book, current = self.desk.bridge.book, self.rounds.currentData()
        self.rounds.blockSignals(True)
        self.rounds.clear()
        for one in reversed(rounds_in_order(book)):
            self.rounds.addItem(book.label("health_rounds", one.id), one.id)
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(current)))
        self.rounds.blockSignals(False)

    def _show_round(self) -> None:
        round_, book = self.round, self.desk.bridge.book
        self.tools.setVisible(round_ is not None)
        if round_ is None:
            has_partners = bool(book.count("partners"))
            title = "No cooperation check yet" if has_partners else "Partners come first"
            self.empty.say(title, _WHY, "Start a round…" if has_partners else "Go to partners")
            self.stack.setCurrentWidget(self.empty)
        elif not book.count_where(HealthResponse, round=round_.id):
            self._show_standing(round_)
            self.stack.setCurrentWidget(self.unanswered)
        else:
            self._show_standing(round_)
            self.result.show_round(round_)
            self.stack.setCurrentWidget(self.result)
        self.offers_changed.emit()

    def _show_standing(self, shown: HealthRound) -> None:
        formats = self.desk.bridge.formats
        result = round_result(self.desk.bridge.book, shown)
        day = formats.date(shown.date) if shown.date is not None else "no date yet"
        rate = f" ({formats.percent(round(result.response_rate))})" if result.response_rate is not None else ""
        self.standing.setText(f"{day}   ·   {len(result.answered)} of {len(result.asked)} partners answered{rate}")

    def _make_tools(self) -> None:
        self.rounds = Box()
        self.rounds.setMinimumWidth(room(240))
        self.rounds.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rounds.currentIndexChanged.connect(lambda _row: self._show_round())
        self.standing = label("", "muted")
        self.start = button("New round…", "", "Start another round (Ctrl+N)")
        self.start.clicked.connect(self.start_round)
        self.by_form = button("Forms", "", "Excel forms for partners who answer elsewhere")
        menu = QMenu(self.by_form)
        menu.addAction("&Make forms…", self.make_forms)
        menu.addAction("&Take in returned forms…", self.take_in_forms)
        self.by_form.setMenu(menu)
        self.forget = button("Remove answers of", "quiet", "Take out what one partner answered in this round")
        self.forget.setMenu(QMenu(self.forget))
        self.forget.menu().aboutToShow.connect(self._fill_forget)
        self.run = button("Ask in the room…", "primary", "Let one partner after the other answer here")
        self.run.clicked.connect(lambda _on: self.ask())

    def _lay_out(self) -> None:
        named = label("&Round", "label")
        named.setBuddy(self.rounds)
        self.tools = QWidget()
        tools = self.tool_row = wrapping_row(self.tools)
        for one in (named, self.rounds, self.standing):
            tools.addWidget(one)
        tools.addStretch(1)
        tools.addWidget(self.start)
        tools.addWidget(self.by_form)
        tools.addWidget(self.run)
        self.stack = Stack()
        for page in (self.empty, self.unanswered, self.calm, self.result):
            self.stack.addWidget(page)
        box = column(self, "small")
        box.addWidget(self.tools)
        box.addWidget(self.forms.bar)
        box.addWidget(self.stack, 1)

    def _on_empty_action(self) -> None:
        if self.desk.bridge.book.count("partners"):
            self.start_round()
        else:
            self.desk.go_to("partners")

    def _on_round_started(self, dialog: FieldsDialog) -> None:
        started, dialog_result = dialog.operation, dialog.result()
        dialog.deleteLater()
        if dialog_result and isinstance(started, AddRecord):
            self.go_to(started.record_id)

    def _on_asked(self) -> None:
        dialog, self.asking = self.asking, None
        if dialog is not None:
            dialog.deleteLater()
        self.refresh()
        self.enter()

    def _on_planned(self, dialog: FieldsDialog) -> None:
        planned = dialog.operation
        dialog.deleteLater()
        if isinstance(planned, PlanFollowUp):
            record_id = planned.record_id
            show = ("Show", lambda: self.desk.go_to("follow_ups", record_id))
            self.desk.say(f"Planned: {planned.what}", "information", show)
