"""From a need to an action, and from a session to its follow-up, each in one step (domain: 5.3, 5.5)."""

import datetime
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.measures.follow_ups import months_between
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record, made_record
from workbook.records import RECORD_TYPES, CapacityNeed, TrainingSession

_ACTION = RECORD_TYPES["capacity_actions"]
_FOLLOW_UP = RECORD_TYPES["follow_ups"]


@dataclass
class PlanAction:
    """Plan an action that closes a need, and take over what the need says: level, for whom, objective, partner.

    What people have to learn is training to begin with; what an organisation or its surroundings lack is capacity
    building. Both can be changed in the form, where the rest is filled in.
    """

    need_id: str
    record_id: str = ""
    title: str = field(default="Plan an action for {need}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        need = existing_record(book, RECORD_TYPES["capacity_needs"], self.need_id)
        assert isinstance(need, CapacityNeed)
        self.values = {"need": book.label("capacity_needs", need.id)}
        given = {
            "title": need.title,
            "type": "training" if need.level == "individual" else "capacity_building",
            "need": need.id,
            "level": need.level,
            "target_group": need.target_group,
            "objective": need.objective,
            "lead": need.partner,
            "priority": need.priority,
            "status": "idea",
        }
        made = made_record(book, _ACTION, given, self.record_id)
        self.record_id = made.id
        change = change_between(_ACTION, None, made)
        return () if change is None else (change,)


@dataclass
class PlanFollowUp:
    """Plan to ask, some months after a session, what people really use of it."""

    session_id: str
    due: datetime.date | None
    owner: str | None = None
    what: str = ""
    record_id: str = ""
    title: str = field(default="Plan the follow-up of {session}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        session = existing_record(book, RECORD_TYPES["training_sessions"], self.session_id)
        assert isinstance(session, TrainingSession)
        label = book.label("training_sessions", session.id)
        self.values = {"session": label}
        last = session.end or session.date
        if self.due is None:
            raise Refused(Problem("Say until when the follow-up is to be done.", label, _FOLLOW_UP.name, field="due"))
        if last is not None and self.due <= last:
            sentence = "The follow-up has to come after the session; three to six months later is usual."
            raise Refused(Problem(sentence, label, _FOLLOW_UP.name, field="due"))
        given = {
            "title": self.what.strip() or f"Ask what is used of {session.title}",
            "session": session.id,
            "owner": self.owner,
            "partner": session.organisation,
            "due": self.due,
            "months_after": None if last is None else months_between(last, self.due),
        }
        made = made_record(book, _FOLLOW_UP, given, self.record_id)
        self.record_id = made.id
        change = change_between(_FOLLOW_UP, None, made)
        return () if change is None else (change,)
