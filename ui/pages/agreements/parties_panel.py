"""Who takes part in an agreement, who signs for each party, and what each still asks for inside its organisation."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.layouts import button, clear, column, label, scrolled
from ui.pages.agreements.asking import approval_dialog, carried_out, signature_of, signer_dialog
from ui.pages.agreements.chosen import AgreementPanel, Chosen
from ui.pages.agreements.words import ANSWERS
from ui.widgets.to_do import ToDo, ToDoCard, holder
from workbook.agreements import RecordApproval, approvals_of
from workbook.agreements.stages import UNSIGNED
from workbook.measures.alerts import alerts
from workbook.records import Agreement, Approval, Contact
from workbook.sealing import is_sealed
from workbook.vocabularies import APPROVAL_ANSWERS, APPROVAL_STEPS

_READ = ("agreements", "approvals", "signatures", "contacts", "partners")
_NO_STEP = "No step is written down: who has to say yes inside this organisation before it signs?"
_NOBODY = "This agreement names no parties yet. Without parties nobody can sign it."


class PartiesPanel(AgreementPanel):
    """A card for each party; what waits and what is late stands above them."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(desk, chosen, parent)
        self.waiting = ToDoCard("Waiting for an answer", "Nobody waits for an answer.")
        self.parties: dict[str, PartyCard] = {}
        self.nobody = label(_NOBODY, "muted", wrap=True)
        self.choose = button("Choose the parties…", "", "Tick who takes part")
        self.choose.clicked.connect(self._go_to_parties)
        self.inner = holder()
        self.cards = column(gap="medium")
        box = self.inner.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.waiting)
        box.addLayout(self.cards)
        for part in (self.nobody, self.choose):
            box.addWidget(part)
            box.setAlignment(part, Qt.AlignmentFlag.AlignLeading)
        box.addStretch(1)
        column(self.body, "small").addWidget(scrolled(self.inner, "Parties and approvals"), 1)
        self.follow(*_READ)

    def first(self) -> QWidget:
        return self.waiting.buttons[0] if self.waiting.buttons else self.bar.box

    def go_to(self, record_id: str, field: str = "") -> None:
        approval = self.desk.bridge.book.one(Approval, record_id)
        if approval is not None and approval.agreement:
            self.chosen.choose(approval.agreement)

    def show_agreement(self, agreement: Agreement) -> None:
        book, today = self.desk.bridge.book, self.desk.bridge.today()
        mine = {one.id: one for one in book.where(Approval, agreement=agreement.id)}
        found = [one for one in alerts(book, today) if one.type == "approvals" and one.id in mine]
        self.waiting.show_all([self._waits(mine[one.id], self._told(one.sentence), one.urgency) for one in found])
        if list(self.parties) != list(agreement.parties):
            clear(self.cards)
            self.parties = {one: PartyCard(partial(self._answer, one, None)) for one in agreement.parties}
            for card in self.parties.values():
                self.cards.addWidget(card)
        for partner_id, card in self.parties.items():
            steps = approvals_of(book, agreement.id, partner_id)
            lines = [*self._people(agreement, partner_id), *(self._step(agreement, one) for one in steps)]
            name = book.label("partners", partner_id)
            card.show_party(name, lines, has_steps=bool(steps), is_open=(agreement.status or "draft") in UNSIGNED)
        self.nobody.setVisible(not agreement.parties)

    def _told(self, sentence: str) -> str:
        return self.desk.bridge.formats.tell(sentence)

    def _waits(self, one: Approval, words: str, urgency: str) -> ToDo:
        late = urgency == "overdue"
        mark, role = ("warning", "error") if late else ("hourglass", "warning")
        answer = partial(self._answer, str(one.partner), one)
        return ToDo(words, "late" if late else "", mark, role, "Answer…", answer, answer, one.id)

    def _people(self, agreement: Agreement, partner_id: str) -> list[ToDo]:
        book, held = self.desk.bridge.book, signature_of(self.desk, agreement, partner_id)
        contacts = book.where(Contact, partner=partner_id)
        signer = book.one(Contact, held.contact if held else None)
        signer = signer or next((one for one in contacts if one.is_signatory), None)
        capacity = (held.capacity if held else "") or (signer.position if signer else "")
        authority = (held.authority if held else "") or (signer.authority if signer else "")
        officer = next((one for one in contacts if one.is_main), None)
        change = partial(self._change_signer, agreement, partner_id)
        name = signer.name if signer else "nobody is named yet"
        words = f"Signs: {name}" + (f", {capacity}" if capacity else "")
        reach = (lambda: self.desk.go_to("contacts", officer.id)) if officer else None
        held_fast = is_sealed(book, "agreements", agreement.id)
        act, change_it = ("", None) if held_fast else ("Change…", change)
        return [
            ToDo(words, "", "pen-nib", "muted" if signer else "warning", act, change_it, change_it, partner_id),
            ToDo(
                f"Authority: {authority or 'not written down'}",
                "",
                "check-circle" if authority else "warning",
                "good" if authority else "warning",
                lead=change_it,
                target=partner_id,
            ),
            ToDo(
                f"Contact officer: {officer.name if officer else 'nobody is named yet'}",
                "",
                "user" if officer else "warning",
                "muted" if officer else "warning",
                lead=reach or partial(self.desk.go_to, "contacts"),
                target=partner_id,
            ),
        ]

    def _step(self, agreement: Agreement, one: Approval) -> ToDo:
        mark, role = ANSWERS[one.status or "waiting"]
        formats, said = self.desk.bridge.formats, [APPROVAL_ANSWERS.title(one.status or "waiting").lower()]
        if one.date is not None:
            said.append(formats.date(one.date))
        elif one.due is not None:
            said.append(f"needed by {formats.date(one.due)}")
        words = APPROVAL_STEPS.title(one.step or "other") + (f" ({one.decides})" if one.decides else "")
        answer = partial(self._answer, str(one.partner), one)
        yes = partial(self._say_yes, agreement, one)
        is_open = one.status in (None, "waiting")
        if (agreement.status or "draft") not in UNSIGNED:
            return ToDo(words, ", ".join(said), mark, role, target=one.id)
        return ToDo(words, ", ".join(said), mark, role, "Approved today" if is_open else "Change…", answer,
                    yes if is_open else answer, one.id)  # fmt: skip

    def _say_yes(self, agreement: Agreement, one: Approval) -> None:
        partner = str(one.partner)
        step = RecordApproval(agreement.id, partner, str(one.step), "approved", self.desk.bridge.today())
        if self.desk.bridge.do(step, self):
            said = f"{self.desk.bridge.book.label('partners', partner)}: approved."
            self.desk.say(said, "information", ("Undo", partial(self.desk.start, "undo")))
            self.parties[partner].add.setFocus()

    def _answer(self, partner_id: str, held: Approval | None) -> None:
        agreement = self.agreement
        if agreement is None:
            return
        now = self.desk.bridge.book.one(Approval, held.id) if held is not None else None
        dialog = approval_dialog(self.desk, agreement, partner_id, now, self.window())
        said = "The answer is written down." if held else "The step is written down."
        if carried_out(self.desk, dialog, said) and partner_id in self.parties:
            self.parties[partner_id].add.setFocus()

    def _change_signer(self, agreement: Agreement, partner_id: str) -> None:
        carried_out(self.desk, signer_dialog(self.desk, agreement, partner_id, self.window()), "Kept who signs.")

    def _go_to_parties(self) -> None:
        if self.agreement is not None:
            self.desk.go_to("agreements", self.agreement.id, "parties")


class PartyCard(ToDoCard):
    """One party: its people, its steps with their answers, and a button for one step more."""

    def __init__(self, begin: Callable[[], object]) -> None:
        super().__init__("", "")
        self.hint = label(_NO_STEP, "caption", wrap=True)
        self.add = button("Add a step…", "quiet")
        self.add.clicked.connect(lambda _checked=False: begin())
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(2, self.hint)
        box.insertWidget(3, self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_party(self, name: str, lines: list[ToDo], *, has_steps: bool, is_open: bool) -> None:
        """Write what is known about a party."""
        self.heading.setText(name)
        self.setAccessibleName(name)
        self.add.setAccessibleName(f"Add a step for {name}")
        self.hint.setVisible(is_open and not has_steps)
        self.add.setVisible(is_open)
        self.show_all(lines)
