"""From draft to seal: where the agreement stands, the next step, signatures, scans, and the sealed document."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.edition import Edition, Progress
from exports.pdf.pages import Drawn
from ui.attachments.part import AttachmentsPart
from ui.desk import Desk
from ui.exporting.runs import edition_of
from ui.layouts import button, column, frame, scrolled, wrapping_row
from ui.pages.agreements.asking import (
    carried_out,
    end_dialog,
    new_version,
    signature_dialog,
    signature_of,
    still_to_sign,
)
from ui.pages.agreements.chosen import AgreementPanel, Chosen
from ui.pages.agreements.next_step import NextStep
from ui.pages.agreements.steps_line import StepsLine
from ui.pages.seal_card import SealCard
from ui.preview.fixing import SealDialog
from ui.widgets.to_do import ToDo, ToDoCard, holder
from workbook.agreements import may_follow, status_on
from workbook.measures.agreements import has_signed
from workbook.records import Agreement, Signature
from workbook.sealing import is_sealed
from workbook.sealing.operations import SealAgreement
from workbook.vocabularies import SIGNATURE_METHODS

_NO_SIGNATURES = "Room for the signatures is made when the agreement is ready to sign."


class SigningPanel(AgreementPanel):
    """Follows everything, as anything in the plan may stand in the way of signing."""

    def __init__(self, desk: Desk, chosen: Chosen, show_tab: Callable[[str], object]) -> None:
        super().__init__(desk, chosen)
        self.steps = StepsLine()
        ways: dict[str, Callable[[], object]] = {
            "signs": self.sign_next,
            "seals": self.seal,
            "shows_parties": partial(show_tab, "parties"),
            "shows_drift": partial(show_tab, "drift"),
            "begins_version": self.begin_version,
        }
        self.next = NextStep(desk, ways)
        self.signatures = ToDoCard("Signatures", _NO_SIGNATURES)
        self.sealed = SealCard(desk, "agreements")
        self.scans = AttachmentsPart(desk, "agreements")
        self.end_button = button("End it early…", "quiet", "The agreement no longer holds from a day on")
        self.end_button.clicked.connect(self.end)
        self._lay_out()
        self.follow()
        desk.findings.changed.connect(self._on_findings_changed)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": lambda: self.chosen.begin(self.window())}
        if self.agreement is not None and self.next.go_on.isVisible():
            found["next_step"] = self.next.go_on.click
        return found

    def first(self) -> QWidget:
        return self.next.go_on if self.next.go_on.isVisible() else self.bar.box

    def go_to(self, record_id: str, field: str = "") -> None:
        signature = self.desk.bridge.book.one(Signature, record_id)
        self.chosen.choose(signature.agreement or "" if signature is not None else record_id)

    def show_agreement(self, agreement: Agreement) -> None:
        book = self.desk.bridge.book
        status = status_on(agreement, self.desk.bridge.today())
        sealed, wholly = (is_sealed(book, "agreements", agreement.id, wholly=whole) for whole in (False, True))
        self.steps.show_status(status, is_sealed=sealed)
        missing = still_to_sign(self.desk, agreement)
        sealable = status in ("part_signed", "in_force", "expired") and not wholly and not (sealed and missing)
        self.next.show_agreement(agreement, status, is_sealed=sealed, is_sealable=sealable)
        self.signatures.show_all(
            [self._signature(agreement, one) for one in agreement.parties] if status != "draft" else []
        )
        self.sealed.show_record(agreement.id)
        self.scans.show_record(agreement.id)
        self.end_button.setVisible(may_follow(status, "terminated"))

    def sign_next(self) -> None:
        """Record the signature of a party that has not signed; asks which, if there are several."""
        agreement = self.agreement
        waiting = still_to_sign(self.desk, agreement) if agreement is not None else ()
        if agreement is not None and waiting:
            self.sign(waiting[0])

    def sign(self, partner_id: str) -> None:
        """Record the signature of a party."""
        agreement = self.agreement
        if agreement is not None:
            dialog = signature_dialog(self.desk, agreement, partner_id, self.window())
            carried_out(self.desk, dialog, f"{self.desk.bridge.book.label('partners', partner_id)} signed.")
            self.enter()

    def seal(self) -> None:
        """Show what would be kept, and keep it."""
        agreement = self.agreement
        if agreement is None:
            return
        dialog = seal_dialog(self.desk, agreement, self.window())
        dialog.exec()
        done = dialog.operation
        dialog.deleteLater()
        if done is not None:
            self.desk.say("It is sealed.", "information", ("Undo", partial(self.desk.start, "undo")))
            self.enter()

    def begin_version(self) -> None:
        """Begin the next version, and go on with that one."""
        agreement = self.agreement
        made = new_version(self.desk, agreement, self) if agreement is not None else ""
        if made:
            self.chosen.choose(made)
            self.desk.say("The next version begins as a draft.", "information", ("Undo", self._undo))

    def end(self) -> None:
        """End the agreement before its time."""
        if self.agreement is not None:
            carried_out(self.desk, end_dialog(self.desk, self.agreement, self.window()), "The agreement has ended.")

    def _on_findings_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _undo(self) -> None:
        self.desk.start("undo")

    def _signature(self, agreement: Agreement, partner_id: str) -> ToDo:
        bridge = self.desk.bridge
        name, held = bridge.book.label("partners", partner_id), signature_of(self.desk, agreement, partner_id)
        go = partial(self.desk.go_to, "signatures", held.id) if held is not None else None
        if has_signed(bridge.book, agreement, partner_id):
            said = ["signed"]
            if held is not None and held.date is not None:
                said.append(f"on {bridge.formats.date(held.date)}")
            if held is not None and held.place:
                said.append(f"in {held.place}")
            remark = SIGNATURE_METHODS.title(held.method) if held is not None and held.method else ""
            return ToDo(f"{name}: {' '.join(said)}", remark, "check-circle", "good", lead=go, target=partner_id)
        sign = partial(self.sign, partner_id)
        if agreement.status not in ("ready_to_sign", "part_signed"):
            return ToDo(f"{name}: not signed yet", "", "circle", "muted", lead=go, target=partner_id)
        return ToDo(f"{name}: not signed yet", "", "pen-nib", "warning", "Record…", sign, sign, partner_id)

    def _lay_out(self) -> None:
        inner = holder()
        box = inner.layout()
        assert isinstance(box, QVBoxLayout)
        scans = frame("card")
        column(scans, "small", "medium").addWidget(self.scans)
        for part in (self.steps, self.next, self.sealed, self.signatures, scans):
            box.addWidget(part)
        feet = wrapping_row()
        feet.addWidget(self.end_button)
        feet.addStretch(1)
        box.addLayout(feet)
        box.addStretch(1)
        column(self.body, "small").addWidget(scrolled(inner, "Signing"), 1)


def _pages(agreement_id: str, edition: Edition, progress: Progress) -> Drawn:
    from exports.agreement.preview import preview  # reportlab comes with it

    return preview(edition, agreement_id, progress)


def seal_dialog(desk: Desk, agreement: Agreement, parent: QWidget) -> SealDialog:
    """Return the dialog that seals an agreement."""
    book = desk.bridge.book
    label, missing = book.label("agreements", agreement.id), still_to_sign(desk, agreement)
    who = ", ".join(book.label("partners", one) for one in missing)
    languages = (agreement.language or book.plan.language or "en", agreement.second_language)
    words = {
        "title": f"Seal {label}",
        "language": ", ".join(filter(None, languages)),
        "lead": "These pages and the state of the plan behind them are kept as they are. Afterwards the agreement "
        "and its clauses are no longer edited; an amendment changes them.",
        "action": "Seal",
        "why": f"&Why before all have signed? Still missing: {who}" if missing else "",
    }
    return SealDialog(
        desk,
        words,
        replace(edition_of(desk, desk.workbook_id), personal=True),
        partial(_pages, agreement.id),
        lambda pdf, by, reason: SealAgreement(agreement.id, pdf, by, words["language"], reason),
        parent,
    )
