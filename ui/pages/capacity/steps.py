"""A step that several tabs of the page offer: planning the follow-up of a session."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog, asked
from workbook.measures.follow_ups import FOLLOW_UP_MONTHS, proposed_day
from workbook.records import TrainingSession
from workbook.training import PlanFollowUp


def follow_up_dialog(desk: Desk, session: TrainingSession, parent: QWidget) -> FieldsDialog:
    """Return the dialog that plans the follow-up of a session, with the day that the rule proposes."""
    bridge = desk.bridge
    low, high = FOLLOW_UP_MONTHS
    given = {
        "title": f"Ask what is used of {session.title}",
        "due": proposed_day(bridge.book, session, bridge.today()),
        "owner": None,
    }
    dialog = FieldsDialog(
        bridge,
        "follow_ups",
        ("title", "due", "owner"),
        given,
        lambda values: PlanFollowUp(session.id, values["due"], values["owner"], values["title"]),
        parent,
    )
    lead = f"What people really use shows {low} to {high} months later. Ask them, or those they work with."
    dialog.lay_out(f"Follow-up of {bridge.book.label('training_sessions', session.id)}", lead, "Plan the follow-up")
    return dialog


def plan_follow_up(desk: Desk, session: TrainingSession, parent: QWidget) -> None:
    """Ask when and by whom a session is looked at again, and plan it."""
    done = asked(follow_up_dialog(desk, session, parent))
    if isinstance(done, PlanFollowUp):
        label = desk.bridge.book.label("follow_ups", done.record_id)
        desk.say(f"Planned {label}.", "information", ("Undo", partial(desk.start, "undo")))
