"""Steps that several tabs of the page offer: planning a follow-up, saying that one is done."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.pages.capacity.fields_dialog import FieldsDialog, asked
from workbook.measures.follow_ups import FOLLOW_UP_MONTHS, proposed_day
from workbook.records import FollowUp, TrainingSession
from workbook.training import FinishFollowUp, PlanFollowUp


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


def finish_dialog(desk: Desk, follow_up: FollowUp, parent: QWidget) -> FieldsDialog:
    """Return the dialog that closes a follow-up: today, and what shows it."""
    bridge = desk.bridge
    dialog = FieldsDialog(
        bridge,
        "follow_ups",
        ("evidence", "done_on"),
        {"done_on": bridge.today(), "evidence": follow_up.evidence},
        lambda values: FinishFollowUp(follow_up.id, values["done_on"] or bridge.today(), values["evidence"]),
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
