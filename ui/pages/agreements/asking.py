"""Asks for what a step of an agreement needs: an answer of an organisation, a signature, a representative, an end."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog, asked
from workbook.agreements import NewVersion, RecordApproval, RecordSignature, Terminate
from workbook.measures.agreements import has_signed
from workbook.operations import AddRecord, EditRecord, Operation
from workbook.records import Agreement, Approval, Contact, Signature

_SIGNED_WITH = ("contact", "capacity", "authority", "date", "place", "method", "stamp_wanted", "witness", "note")
_SIGNS = ("contact", "capacity", "authority", "stamp_wanted", "witness_wanted")
_ANSWER = ("step", "status", "date", "decides", "due", "document", "note")


def signature_of(desk: Desk, agreement: Agreement, partner_id: str) -> Signature | None:
    """Return the room for a party's signature, where there is one yet."""
    found = desk.bridge.book.where(Signature, agreement=agreement.id, partner=partner_id)
    return found[0] if found else None


def signature_dialog(desk: Desk, agreement: Agreement, partner_id: str, parent: QWidget) -> FieldsDialog:
    """Return the dialog that writes down that a party signed."""
    bridge, held = desk.bridge, signature_of(desk, agreement, partner_id)
    given = _given(desk, held, partner_id, _SIGNED_WITH)
    given = {**given, "date": bridge.today(), "place": given.get("place") or agreement.place}

    def make(values: Mapping[str, Any]) -> Operation:
        more = {name: value for name, value in values.items() if name != "date"}
        return RecordSignature(agreement.id, partner_id, values["date"] or bridge.today(), more)

    dialog = FieldsDialog(bridge, "signatures", _SIGNED_WITH, given, make, parent)
    lead = "As it stands on the paper. The scan can be attached afterwards; who signed is not checked by the program."
    dialog.lay_out(f"{bridge.book.label('partners', partner_id)} signed", lead, "Record the signature")
    return dialog


def signer_dialog(desk: Desk, agreement: Agreement, partner_id: str, parent: QWidget) -> FieldsDialog:
    """Return the dialog that says who is going to sign for a party."""
    bridge, held = desk.bridge, signature_of(desk, agreement, partner_id)
    given = _given(desk, held, partner_id, _SIGNS)

    def make(values: Mapping[str, Any]) -> Operation:
        if held is not None:
            return EditRecord("signatures", held.id, values)
        return AddRecord("signatures", {**values, "agreement": agreement.id, "partner": partner_id})

    dialog = FieldsDialog(bridge, "signatures", _SIGNS, given, make, parent)
    lead = "Without an authority, such as the number of a council resolution, a signature may not count."
    dialog.lay_out(f"Who signs for {bridge.book.label('partners', partner_id)}", lead, "Keep")
    return dialog


def approval_dialog(
    desk: Desk, agreement: Agreement, partner_id: str, held: Approval | None, parent: QWidget
) -> FieldsDialog:
    """Return the dialog that adds a step of a partner's own way, or writes down its answer."""
    bridge = desk.bridge
    if held is None:
        given: dict[str, Any] = {"step": None, "status": "waiting", "date": None}
        title, action = f"What {bridge.book.label('partners', partner_id)} has to ask for", "Add the step"
    else:
        given = {name: getattr(held, name) for name in _ANSWER}
        given |= {"status": "approved" if held.status == "waiting" else held.status}
        given |= {"date": held.date or bridge.today()}
        title, action = f"Answer: {bridge.book.label('approvals', held.id)}", "Record the answer"

    def make(values: Mapping[str, Any]) -> Operation:
        more = {name: values[name] for name in ("decides", "due", "document", "note") if name in values}
        step = str((held.step if held is not None else values["step"]) or "")
        return RecordApproval(agreement.id, partner_id, step, values["status"] or "waiting", values["date"], more)

    names = _ANSWER if held is None else _ANSWER[1:]
    dialog = FieldsDialog(bridge, "approvals", names, given, make, parent)
    lead = "Legal, finance, council, board: whoever has to say yes inside this organisation before it signs."
    dialog.lay_out(title, lead, action)
    return dialog


def end_dialog(desk: Desk, agreement: Agreement, parent: QWidget) -> FieldsDialog:
    """Return the dialog that ends an agreement before its time."""
    bridge = desk.bridge

    def make(values: Mapping[str, Any]) -> Operation:
        return Terminate(agreement.id, values["ended"] or bridge.today(), values["ended_reason"])

    given = {"ended": bridge.today(), "ended_reason": ""}
    dialog = FieldsDialog(bridge, "agreements", ("ended", "ended_reason"), given, make, parent)
    label = bridge.book.label("agreements", agreement.id)
    dialog.lay_out(f"End {label} early", "What was signed stays as it is; the agreement no longer holds.", "End it")
    return dialog


def carried_out(desk: Desk, dialog: FieldsDialog, said: str) -> bool:
    """Show a dialog; once its step is made, say so and offer to take it back."""
    done = asked(dialog)
    if done is not None:
        desk.say(said, "information", ("Undo", partial(desk.start, "undo")))
    return done is not None


def new_version(desk: Desk, agreement: Agreement, initiator: object) -> str:
    """Begin the next version of an agreement; returns its id, or nothing."""
    operation = NewVersion(agreement.id)
    return operation.record_id if desk.bridge.do(operation, initiator) else ""


def still_to_sign(desk: Desk, agreement: Agreement) -> tuple[str, ...]:
    """Return the parties that have not signed."""
    return tuple(one for one in agreement.parties if not has_signed(desk.bridge.book, agreement, one))


def _given(desk: Desk, held: Signature | None, partner_id: str, names: tuple[str, ...]) -> dict[str, Any]:
    """Begin with what is written down, and where that is blank with what the contacts say."""
    given = {name: getattr(held, name) for name in names} if held is not None else {}
    book = desk.bridge.book
    signers = book.where(Contact, partner=partner_id, is_signatory=True)
    signer = book.one(Contact, given.get("contact")) or (signers[0] if len(signers) == 1 else None)
    if signer is None:
        return given
    usual = {"contact": signer.id, "capacity": signer.position, "authority": signer.authority}
    return {**given, **{name: value for name, value in usual.items() if not given.get(name)}}
