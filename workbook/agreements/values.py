"""What the plan and an agreement have to say for the {placeholders} of a clause."""

import datetime

from workbook.book import Book
from workbook.formats import Formats
from workbook.measures.partners import is_active
from workbook.own_words import with_own_words
from workbook.records import Agreement, Driver, GovernanceBody, Partner
from workbook.vocabularies import AGREEMENT_LEVELS, DECISION_RULES, MEETING_FREQUENCIES
from workbook.wording import source

TITLES = {
    "title": "title of the partnership",
    "reference": "reference",
    "version": "version",
    "currency": "currency",
    "start": "start",
    "end": "end",
    "vision": "vision",
    "purpose": "purpose",
    "place": "area",
    "area": "area",
    "target_groups": "for whom it is",
    "context": "background",
    "exclusions": "what is not included",
    "drivers": "policies, laws and initiatives behind it",
    "sustainability_plan": "what happens after the funding",
    "exit_plan": "exit and legacy",
    "lead_partner": "lead partner",
    "fund_holder": "fund holder",
    "secretariat": "secretariat",
    "steering_body": "governance body",
    "meeting_frequency": "how often the body meets",
    "quorum": "quorum",
    "decision_rule": "how the body decides",
    "tie_rule": "rule if votes are equal",
    "urgent_rule": "rule for urgent decisions",
    "effective": "first day in force",
    "expiry": "last day in force",
    "review": "review date",
    "notice_days": "days of notice",
    "governing_law": "governing law",
    "renewal": "renewal",
    "transfer": "what is lent, paid, licensed or delivered",
    "changes": "what is changed",
    "amount": "amount",
    "parent_document": "document to which it belongs",
}
"""How a value is called where it is missing; a name that is not here is one that a free clause invented."""

_PARENT = source("“{title}” (reference {reference}, version {version})")
_BODIES = ("steering", "executive", "community_panel", "working_group", "advisory", "secretariat")


def parties_of(book: Book, agreement: Agreement) -> tuple[Partner, ...]:
    """Return the parties of an agreement; before any are named, the partners that take part now."""
    named = [book.one(Partner, partner_id) for partner_id in agreement.parties]
    if named:
        return tuple(partner for partner in named if partner is not None)
    return tuple(partner for partner in book.all(Partner) if is_active(partner))


def level_title(book: Book, level: str | None, formats: Formats) -> str:
    """Return what this city calls an instrument (domain.md 10.6: people may rename them)."""
    if level is None:
        return ""
    return with_own_words(formats, book).term(AGREEMENT_LEVELS, level)


def clause_values(book: Book, agreement: Agreement, formats: Formats) -> dict[str, str]:
    """Return the value of every placeholder that the plan can fill; an empty one is not yet known."""
    return _of_plan(book, formats) | _of_body(book, formats) | _of_agreement(book, agreement, formats)


def _of_plan(book: Book, formats: Formats) -> dict[str, str]:
    plan = book.plan
    drivers = [driver.title for driver in book.all(Driver)]
    return {
        "title": plan.title,
        "municipality": plan.municipality,
        "place": plan.area or plan.municipality,
        "area": plan.area,
        "start": _day(plan.start, formats),
        "end": _day(plan.end, formats),
        "vision": plan.vision,
        "purpose": plan.purpose,
        "context": plan.context,
        "target_groups": plan.target_groups,
        "exclusions": plan.exclusions,
        "currency": plan.currency,
        "drivers": "; ".join(drivers),
        "sustainability_plan": plan.sustainability_plan,
        "exit_plan": plan.exit_plan,
        "lead_partner": _in_role(book, "lead"),
        "fund_holder": _in_role(book, "accountable_body"),
        "secretariat": _in_role(book, "secretariat") or _in_role(book, "lead"),
    }


def _in_role(book: Book, role: str) -> str:
    """Name the partners that hold a role, as they are called in agreements."""
    return ", ".join(partner.short_name or partner.name for partner in book.where(Partner, roles=role))


def _of_body(book: Book, formats: Formats) -> dict[str, str]:
    body = steering_body(book)
    if body is None:
        return dict.fromkeys(
            ("steering_body", "meeting_frequency", "quorum", "decision_rule", "tie_rule", "urgent_rule"), ""
        )
    return {
        "steering_body": body.name.removeprefix("The ").removeprefix("the "),
        "meeting_frequency": formats.term(MEETING_FREQUENCIES, body.frequency).lower() if body.frequency else "",
        "quorum": body.quorum,
        "decision_rule": formats.term(DECISION_RULES, body.decision_rule).lower() if body.decision_rule else "",
        "tie_rule": body.tie_rule,
        "urgent_rule": body.urgent_rule,
    }


def steering_body(book: Book) -> GovernanceBody | None:
    """Return the body that guides the partnership: a steering group where there is one, else the next best."""
    bodies = book.all(GovernanceBody)
    ranked = sorted(bodies, key=lambda body: _BODIES.index(body.type) if body.type in _BODIES else len(_BODIES))
    return ranked[0] if ranked else None


def _of_agreement(book: Book, agreement: Agreement, formats: Formats) -> dict[str, str]:
    values = {
        "reference": agreement.code,
        "version": agreement.version,
        "level": level_title(book, agreement.level, formats),
        "effective": _day(agreement.effective, formats),
        "expiry": _day(agreement.expiry, formats),
        "review": _day(agreement.review, formats),
        "notice_days": "" if agreement.notice_days is None else formats.number(agreement.notice_days),
        "governing_law": agreement.governing_law,
        "renewal": agreement.renewal,
    }
    parent = book.one(Agreement, agreement.parent)
    if parent is not None:
        values["parent_document"] = formats.say(
            _PARENT, title=parent.title, reference=parent.code, version=parent.version
        )
    return values


def _day(day: datetime.date | None, formats: Formats) -> str:
    return "" if day is None else formats.date(day)
