"""What is asked about one tracker: another day, and why nobody waits for it any more."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog
from workbook.operations import EditRecord
from workbook.records import Tracker
from workbook.returning.expecting import ExpectTracker


def due_dialog(desk: Desk, tracker: Tracker, parent: QWidget) -> FieldsDialog:
    """Return the dialog that changes when a tracker is due back."""
    dialog = FieldsDialog(
        desk.bridge,
        "trackers",
        ("due",),
        {"due": tracker.due},
        lambda values: EditRecord("trackers", tracker.id, values),
        parent,
    )
    dialog.lay_out(f"When is {tracker.code} due back?", "Without a day it is out and never overdue.", "Change")
    return dialog


def giving_up_dialog(desk: Desk, tracker: Tracker, parent: QWidget) -> FieldsDialog:
    """Return the dialog that says that nobody waits for a tracker any more."""
    dialog = FieldsDialog(
        desk.bridge,
        "trackers",
        ("note",),
        {"note": tracker.note},
        lambda values: ExpectTracker(tracker.id, is_expected=False, note=values["note"]),
        parent,
    )
    said = "It was withdrawn or got lost, for instance. If it does come back, it is taken in all the same."
    dialog.lay_out(f"Wait no longer for {tracker.code}?", said, "Wait no longer")
    return dialog
