"""Where the words behind a {placeholder} are written, so that a blank leads to the field that fills it."""

from typing import NamedTuple

from workbook.agreements.values import steering_body
from workbook.book import PLAN_ID, Book
from workbook.records import Agreement


class Place(NamedTuple):
    """A record and its field; without an id only the records of a type."""

    type: str
    id: str = ""
    field: str = ""


_OF_PLAN = {
    name: name
    for name in (
        "title", "municipality", "area", "start", "end", "vision", "purpose", "context", "target_groups",
        "exclusions", "currency", "sustainability_plan", "exit_plan",
    )
} | {"place": "area"}  # fmt: skip
_OF_BODY = {
    "steering_body": "name",
    "meeting_frequency": "frequency",
    "quorum": "quorum",
    "decision_rule": "decision_rule",
    "tie_rule": "tie_rule",
    "urgent_rule": "urgent_rule",
}
_OF_AGREEMENT = {
    name: name
    for name in ("version", "level", "effective", "expiry", "review", "notice_days", "governing_law", "renewal")
} | {"reference": "code", "parent_document": "parent"}
_OF_PARTNERS = ("lead_partner", "fund_holder", "secretariat")


def place_of(book: Book, agreement: Agreement, name: str) -> Place | None:
    """Return where a placeholder is filled; None for one whose value stands in the wording itself."""
    if name in _OF_PLAN:
        return Place("plan", PLAN_ID, _OF_PLAN[name])
    if name in _OF_AGREEMENT:
        return Place("agreements", agreement.id, _OF_AGREEMENT[name])
    if name in _OF_BODY:
        body = steering_body(book)
        return Place("governance_bodies") if body is None else Place("governance_bodies", body.id, _OF_BODY[name])
    if name in _OF_PARTNERS:
        return Place("partners")
    return Place("drivers") if name == "drivers" else None
