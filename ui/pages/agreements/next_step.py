"""The next step on an agreement's way as one button; where it cannot be made yet, every reason and where it lies."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.ask_text import ask_text
from ui.layouts import button, wrapping_row
from ui.widgets.to_do import ToDo, ToDoCard
from workbook.agreements import MakeReady, SendToReview, findings_in_the_way, hindrances
from workbook.checks import Finding
from workbook.operations import AcceptFinding, EditRecord, Operation, Problem
from workbook.records import Agreement

_WORDS = {
    "draft": "Let the partners read it and say what they think. The text can still be changed.",
    "in_review": "When the text is settled, each party asks inside its own organisation whether it may sign.",
    "partner_approval": "When every answer is yes, and nothing that blocks is open, the parties can sign.",
    "ready_to_sign": "Print it or send it round. Record each signature below as it comes in.",
    "part_signed": "Some have signed. Record the others below; with the last one it is in force.",
    "in_force": "All have signed. Sealing keeps the document and the plan behind it exactly as they are now.",
}
_SEALED = "It is sealed and stays as it is. When the plan moves away from it, the next tab says what that asks for."
_OVER = "This version is over. Begin the next one when the partnership goes on."


class NextStep(ToDoCard):
    """Asks its panel for what is bigger than one step, by the `ways` that it was given."""

    def __init__(
        self,
        desk: Desk,
        ways: dict[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Next step", "Nothing stands in the way.", parent)
        self.desk, self._ways = desk, ways
        self.go_on = button("", "primary")
        self.other = button("", "")
        self._first: Callable[[], object] | None = None
        self._second: Callable[[], object] | None = None
        self.go_on.clicked.connect(lambda: self._run(self._first))
        self.other.clicked.connect(lambda: self._run(self._second))
        feet = wrapping_row()
        feet.addWidget(self.go_on)
        feet.addWidget(self.other)
        feet.addStretch(1)
        self._box.insertLayout(1, feet)

    def show_agreement(self, agreement: Agreement, status: str, *, is_sealed: bool, is_sealable: bool) -> None:
        """Offer what comes next from a status, and list what stands in its way."""
        self._first = self._second = None
        self.go_on.hide()
        self.other.hide()
        waits: list[ToDo] = []
        if status in ("draft", "in_review", "partner_approval"):
            waits = self._before_signing(agreement, status)
        elif status in ("ready_to_sign", "part_signed"):
            self._offer("Record a signature…", self._ways["signs"])
            if is_sealable:
                self._offer_other("Seal as far as it is signed…", self._ways["seals"])
        elif is_sealable:
            self._offer("Seal…", self._ways["seals"])
        elif status == "in_force":
            self._offer("See what changed since", self._ways["shows_drift"])
            self._offer_other("Begin the next version", self._ways["begins_version"])
        elif status != "superseded":
            self._offer("Begin the next version", self._ways["begins_version"])
        words = _SEALED if is_sealed and status == "in_force" else _WORDS.get(status, _OVER)
        self.show_all([ToDo(words, role="text"), *waits])

    def _before_signing(self, agreement: Agreement, status: str) -> list[ToDo]:
        book, today = self.desk.bridge.book, self.desk.bridge.today()
        now = self.desk.findings.all if self.desk.findings.is_ready else None
        open_ones = hindrances(book, agreement, today, now)
        found = {(one.type, one.id, one.title): one for one in findings_in_the_way(book, agreement, today, now)}
        if status == "draft":
            self._offer("Send to review", partial(self._do, SendToReview(agreement.id), "It is in review now."))
        elif status == "in_review":
            self._offer("Ask the parties…", self._ways["shows_parties"])
        ready = partial(self._do, MakeReady(agreement.id, today), "It is ready to sign.")
        if not open_ones and status == "partner_approval":
            self._offer("Make ready to sign", ready)
        elif not open_ones:
            self._offer_other("Make ready to sign", ready)
        elif status == "partner_approval":
            back = EditRecord("agreements", agreement.id, {"status": "in_review"})
            self._offer_other("Back to review", partial(self._do, back, "It is in review again."))
        lines = [self._reason(one, found.get((one.type, one.id, one.sentence))) for one in open_ones]
        if lines:
            count = "1 matter has" if len(lines) == 1 else f"{len(lines)} matters have"
            lines.insert(0, ToDo(f"Before it can be signed, {count} to be settled:", role="text"))
        return lines

    def _reason(self, one: Problem, found: Finding | None) -> ToDo:
        lead = partial(self.desk.go_to, one.type, one.id, one.field) if one.type else None
        if found is None:
            return ToDo(one.sentence, "", "x-circle", "error", lead=lead, target=one.type + one.id)
        accept = partial(self._accept, found)
        return ToDo(one.sentence, one.place, "x-circle", "error", "Accept…", lead, accept, one.type + one.id)

    def _accept(self, found: Finding) -> None:
        reason = ask_text("Accept this finding", "&Reason", "Why you can live with it", self.window())
        if reason:
            step = AcceptFinding(found.rule, found.id, reason, self.desk.bridge.today())
            self._do(step, "It is written down that you can live with it.")

    def _do(self, operation: Operation, said: str) -> None:
        if self.desk.bridge.do(operation, self):
            self.desk.say(said, "information", ("Undo", partial(self.desk.start, "undo")))
            (self.go_on if self.go_on.isVisible() else self.other).setFocus()

    def _offer(self, words: str, step: Callable[[], object]) -> None:
        self._first = step
        self.go_on.setText(words)
        self.go_on.show()

    def _offer_other(self, words: str, step: Callable[[], object]) -> None:
        self._second = step
        self.other.setText(words)
        self.other.show()

    @staticmethod
    def _run(step: Callable[[], object] | None) -> None:
        if step is not None:
            step()
