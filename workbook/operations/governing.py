"""What a secretariat does around a meeting: plan the next one, and note who was there."""

import datetime
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change
from workbook.measures.governance import meetings_of, next_date, open_before
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import AddRecord
from workbook.records import GovernanceBody


@dataclass
class PlanNextMeeting:
    """Plan the next meeting of a body in its rhythm; what is open before it goes into the agenda."""

    body_id: str
    today: datetime.date
    record_id: str = ""
    title: str = field(default="Plan the next meeting of {body} on {date}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        body = book.one(GovernanceBody, self.body_id)
        if body is None:
            sentence = "This body has been removed; undo that, or choose another."
            raise Refused(Problem(sentence, type="governance_bodies", id=self.body_id))
        before = meetings_of(book, body)
        date = next_date(book, body, self.today)
        given = {
            "title": f"{body.name}, meeting {len(before) + 1}",
            "body": body.id,
            "date": date,
            "place": next((one.place for one in before if one.place), ""),
            "agenda": "\n".join(agenda(book, body, self.today)),
            "status": "planned",
        }
        adding = AddRecord("meetings", given, self.record_id)
        changes = adding.plan(book)
        self.record_id = adding.record_id
        self.values = {"body": body.name, "date": date.isoformat()}
        return changes


def agenda(book: Book, body: GovernanceBody, today: datetime.date) -> tuple[str, ...]:
    """Return the points that a next meeting begins with: the last minutes, what is promised, what is asked for."""
    held = (one for one in meetings_of(book, body) if one.date is not None and one.date <= today)
    last = next((one for one in held if one.status != "cancelled"), None)
    waiting = open_before(book, body)
    points = [f"Minutes of {last.code} {last.title}".strip()] if last is not None else ["Getting to know each other"]
    points += [f"Follow-up {one.code}: {one.title}" for one in waiting.follow_ups]
    points += [f"Decision {one.code}: {one.title}" for one in waiting.decisions]
    return (*points, "Any other business and the next date")
