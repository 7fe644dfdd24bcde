"""How the partnership decides: bodies, their members, meetings and decisions."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, day, line, reference, references, text, whole
from workbook.records.base import Record, record


@record("governance_bodies", "Governance body", "Governance bodies", label="name", code="G")
class GovernanceBody(Record, frozen=True, gc=False):
    """A group that steers, advises or works (domain.md 3.3)."""

    code: Annotated[str, line("Code")] = ""
    name: Annotated[str, line("Name", required=True)] = ""
    type: Annotated[str | None, choice("Type", terms.BODY_TYPES, expected=True)] = None
    mandate: Annotated[str, text("Mandate", "What it may decide by itself.", expected=True)] = ""
    chair: Annotated[str | None, reference("Chaired by", "partners", expected=True)] = None
    frequency: Annotated[str | None, choice("Meets", terms.MEETING_FREQUENCIES, expected=True)] = None
    quorum: Annotated[str, line("Quorum", "How many have to be there to decide.")] = ""
    decision_rule: Annotated[str | None, choice("Decides by", terms.DECISION_RULES, expected=True)] = None
    tie_rule: Annotated[str, line("If votes are equal")] = ""
    urgent_rule: Annotated[str, line("Urgent decisions", "Who may take them, and how they are reported.")] = ""
    reserved: Annotated[str, text("Reserved matters", "What only all partners together may decide.")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("members", "Member", "Members", label="partner", key=("body", "partner"))
class Member(Record, frozen=True, gc=False):
    """A partner's seat in a governance body."""

    body: Annotated[str | None, reference("Body", "governance_bodies", owned=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    person: Annotated[str | None, reference("Person", "contacts")] = None
    alternate: Annotated[str | None, reference("Stands in", "contacts")] = None
    seat: Annotated[str | None, choice("Seat", terms.SEATS)] = "voting"


@record("meetings", "Meeting", "Meetings", label="title", code="MT")
class Meeting(Record, frozen=True, gc=False):
    """A meeting of a body: planned, then held, then minuted."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Title", required=True)] = ""
    body: Annotated[str | None, reference("Body", "governance_bodies", expected=True)] = None
    date: Annotated[datetime.date | None, day("Date", expected=True)] = None
    place: Annotated[str, line("Place")] = ""
    agenda: Annotated[str, text("Agenda")] = ""
    minutes: Annotated[str, text("Minutes")] = ""
    attendees: Annotated[tuple[str, ...], references("Present", "partners")] = ()
    status: Annotated[str | None, choice("Status", terms.MEETING_STATUSES)] = "planned"
    note: Annotated[str, text("Notes")] = ""


@record(
    "decisions", "Decision", "Decisions", label="title", code="D", help="What was decided, by whom, and what follows."
)
class Decision(Record, frozen=True, gc=False):
    """A decision, or one that is asked for; the log that people look into later."""

    code: Annotated[str, line("Number")] = ""
    title: Annotated[str, line("Decision", required=True)] = ""
    date: Annotated[datetime.date | None, day("Taken on")] = None
    meeting: Annotated[str | None, reference("Meeting", "meetings")] = None
    proposer: Annotated[str | None, reference("Proposed by", "partners")] = None
    owner: Annotated[str | None, reference("Carried out by", "contacts")] = None
    decider: Annotated[str, line("To be decided by", "The body or office whose decision is asked.")] = ""
    due: Annotated[datetime.date | None, day("Due")] = None
    status: Annotated[str | None, choice("Status", terms.DECISION_STATUSES)] = "proposed"
    reason: Annotated[str, text("Reasons")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("follow_ups", "Follow-up", "Follow-ups", label="title", code="F", help="Small promises with a date.")
class FollowUp(Record, frozen=True, gc=False):
    """What somebody will do after a session, a meeting or a cooperation check."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("What", required=True)] = ""
    session: Annotated[str | None, reference("After session", "training_sessions")] = None
    meeting: Annotated[str | None, reference("After meeting", "meetings")] = None
    round: Annotated[str | None, reference("After cooperation check", "health_rounds")] = None
    foundation: Annotated[str | None, choice("Foundation", terms.FOUNDATIONS)] = None
    owner: Annotated[str | None, reference("Who", "contacts", expected=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners")] = None
    due: Annotated[datetime.date | None, day("Due", expected=True)] = None
    done_on: Annotated[datetime.date | None, day("Done on")] = None
    status: Annotated[str | None, choice("Status", terms.FOLLOW_UP_STATUSES)] = "open"
    evidence: Annotated[str, line("Evidence")] = ""
    months_after: Annotated[
        int | None, whole("Months after the session", "3 to 6 months show what people really use.", maximum=60)
    ] = None
    note: Annotated[str, text("Notes")] = ""
