"""Saying that a follow-up is done, wherever it was promised."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog, asked
from workbook.operations import MarkFollowUp
from workbook.records import FollowUp


def finish_dialog(desk: Desk, follow_up: FollowUp, parent: QWidget) -> FieldsDialog:
    """Return the dialog that closes a follow-up: today, and what shows it."""
    bridge = desk.bridge
    dialog = FieldsDialog(
        bridge,
        "follow_ups",
        ("evidence", "done_on"),
        {"done_on": bridge.today(), "evidence": follow_up.evidence},
        lambda values: MarkFollowUp(follow_up.id, values["done_on"] or bridge.today(), values["evidence"]),
        parent,
    )
    lead = "What did you find, and where is it kept? One line is enough; it can be left empty."
    dialog.lay_out(f"Done: {bridge.book.label('follow_ups', follow_up.id)}", lead, "Mark as done")
    return dialog


def finish(desk: Desk, follow_up: FollowUp, parent: QWidget) -> None:
    """Say that a follow-up is done."""
    done = asked(finish_dialog(desk, follow_up, parent))
    if done is not None:
        label = desk.bridge.book.label("follow_ups", follow_up.id)
        desk.say(f"{label} is done.", "information", ("Undo", partial(desk.start, "undo")))
