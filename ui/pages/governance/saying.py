"""How meetings and what comes out of them are said in one line."""

import datetime

from ui.desk import Desk
from ui.widgets.card import Line
from workbook.measures.governance import attendance
from workbook.records import Contact, Decision, FollowUp, Meeting
from workbook.vocabularies import DECISION_STATUSES, FOLLOW_UP_STATUSES, MEETING_STATUSES

STATUS_ICONS = {"planned": "calendar-blank", "held": "check-circle", "cancelled": "x-circle"}
STATUS_ROLES = {"planned": "information", "held": "good", "cancelled": "muted"}


def told(desk: Desk, sentence: str) -> None:
    """Say what was done, and offer to take it back."""
    desk.say(sentence, "information", ("Undo", lambda: desk.start("undo")))


def day_of(desk: Desk, meeting: Meeting) -> str:
    """Return the day of a meeting in words."""
    return desk.bridge.formats.date(meeting.date) if meeting.date is not None else "no date yet"


def status_of(meeting: Meeting) -> str:
    """Return the status of a meeting; one without a status is planned."""
    return meeting.status or "planned"


def meeting_line(desk: Desk, meeting: Meeting) -> Line:
    """Say a meeting in one line that leads to it."""
    status = status_of(meeting)
    remark = MEETING_STATUSES.title(status)
    if status == "held":
        seen = attendance(desk.bridge.book, meeting)
        remark = f"{len(seen.present) + len(seen.guests)} present"

    def run() -> None:
        desk.go_to("meetings", meeting.id)

    words = f"{day_of(desk, meeting)}: {meeting.title}"
    return Line(words, remark, STATUS_ICONS[status], STATUS_ROLES[status], run, meeting.id)


def decision_line(desk: Desk, decision: Decision) -> Line:
    """Say a decision in one line that leads to it."""
    status = DECISION_STATUSES.title(decision.status) if decision.status else ""
    remark = _remark(desk, status, decision.owner, decision.due)

    def run() -> None:
        desk.go_to("decisions", decision.id)

    return Line(f"{decision.code} {decision.title}".strip(), remark, "scales", "text", run, decision.id)


def follow_up_line(desk: Desk, follow_up: FollowUp) -> Line:
    """Say a promise in one line that leads to it."""
    status = FOLLOW_UP_STATUSES.title(follow_up.status) if follow_up.status else ""
    remark = _remark(desk, status, follow_up.owner, follow_up.due)

    def run() -> None:
        desk.go_to("follow_ups", follow_up.id)

    return Line(
        f"{follow_up.code} {follow_up.title}".strip(), remark, "arrow-bend-down-right", "text", run, follow_up.id
    )


def _remark(desk: Desk, status: str, owner: str | None, due: datetime.date | None) -> str:
    contact = desk.bridge.book.one(Contact, owner)
    parts = [status, contact.name if contact is not None else ""]
    parts += [f"due {desk.bridge.formats.date(due)}"] if due is not None else []
    return " · ".join(part for part in parts if part)
