"""The columns that no field holds: figures from `workbook.measures`, and what other records say about a row."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from exports.tracker.shown import Shown
from workbook import vocabularies as terms
from workbook.fields import Field
from workbook.measures.dates import months_later
from workbook.measures.indicators import objective_rating, readings_of
from workbook.measures.resources import value_of
from workbook.money import Money
from workbook.records import (
    Activity,
    CapacityAction,
    Contact,
    FollowUp,
    Indicator,
    Objective,
    Partner,
    Record,
    Resource,
    Risk,
    TrainingSession,
)
from workbook.vocabularies import Vocabulary


@dataclass(frozen=True)
class Figure:
    """How a column is worked out, and as what kind of field its values are shown.

    `entered`: people write there all the same, as they do the currency of an amount.
    """

    field: Field
    value: Callable[[Shown, Any], Any]
    entered: bool = False


def _figure(
    kind: str, value: Callable[[Shown, Any], Any], vocabulary: Vocabulary | None = None, *, personal: bool = False
) -> Figure:
    return Figure(Field("", "", "", kind, None, vocabulary=vocabulary, personal=personal), value)


def _contact(shown: Shown, partner: Partner) -> Contact | None:
    contacts = shown.book.where(Contact, partner=partner.id)
    return next((contact for contact in contacts if contact.is_main), contacts[0] if contacts else None)


def _of_contact(name: str) -> Callable[[Shown, Any], Any]:
    return lambda shown, partner: getattr(_contact(shown, partner), name, "")


def _with_letter(letter: str) -> Callable[[Shown, Any], str]:
    def partners(shown: Shown, activity: Activity) -> str:
        return "; ".join(shown.roles.get((activity.id, letter), ()))

    return partners


def currency_of(record: Record) -> str:
    """Return the currency in which the amounts of a row stand; an amount in another one is written out."""
    amounts: list[Money | None] = []
    if isinstance(record, Resource):
        amounts = [value_of(record), record.rate, record.delivered_value, record.planned_value]
    elif isinstance(record, TrainingSession):
        amounts = [record.cost]
    elif isinstance(record, CapacityAction):
        amounts = [record.planned_cost]
    return next((amount.currency for amount in amounts if amount is not None), "")


def _in_year(number: int) -> Callable[[Shown, Any], str]:
    def mark(shown: Shown, action: CapacityAction) -> str:
        begin = shown.book.plan.start
        first, last = action.start or action.end, action.end or action.start
        if begin is None or first is None or last is None:
            return ""
        opens, closes = months_later(begin, 12 * (number - 1)), months_later(begin, 12 * number)
        return "x" if first < closes and last >= opens else ""

    return mark


def _follow_up(shown: Shown, session: TrainingSession) -> FollowUp | None:
    """Return what is to be done next after a session; where all is done, what was done last."""
    found = shown.book.where(FollowUp, session=session.id)
    waiting = sorted((f for f in found if f.done_on is None), key=lambda f: (f.due or datetime.date.max, f.id))
    return waiting[0] if waiting else found[-1] if found else None


def _of_follow_up(name: str) -> Callable[[Shown, Any], Any]:
    return lambda shown, session: getattr(_follow_up(shown, session), name, None)


def _follow_up_title(shown: Shown, session: TrainingSession) -> str:
    follow_up = _follow_up(shown, session)
    others = shown.book.count_where(FollowUp, session=session.id) - 1
    title = "" if follow_up is None else follow_up.title
    return shown.say("{title} (and {count} more)", title=title, count=others) if others > 0 else title


def _follow_up_owner(shown: Shown, session: TrainingSession) -> str:
    follow_up = _follow_up(shown, session)
    if follow_up is None:
        return ""
    if follow_up.owner is not None:
        return shown.label("contacts", follow_up.owner)
    return shown.label("partners", follow_up.partner) if follow_up.partner else ""


def quarters(shown: Shown) -> tuple[tuple[datetime.date, datetime.date], ...]:
    """Return first day and day after the last of the four quarters of the fiscal year that the edition lies in."""
    month, day = shown.book.plan.fiscal_year_start or 1, shown.as_of
    first = datetime.date(day.year if day.month >= month else day.year - 1, month, 1)
    return tuple((months_later(first, 3 * n), months_later(first, 3 * n + 3)) for n in range(4))


def _quarter(number: int) -> Callable[[Shown, Any], Decimal | None]:
    def value(shown: Shown, indicator: Indicator) -> Decimal | None:
        first, after = quarters(shown)[number - 1]
        held = [r for r in readings_of(shown.book, indicator) if r.date is not None and first <= r.date < after]
        values = [r.value for r in held if r.value is not None]
        if not values:
            return None
        return sum(values, Decimal(0)) if indicator.cumulative else values[-1]

    return value


def _objective_rating(shown: Shown, objective: Objective) -> str:
    return objective_rating(shown.book, objective, shown.as_of).rating


def _risk_score(_shown: Shown, risk: Risk) -> int | None:
    return None if risk.likelihood is None or risk.impact is None else risk.likelihood * risk.impact


FIGURES: dict[str, Figure] = {
    "contact_name": _figure("line", _of_contact("name"), personal=True),
    "contact_email": _figure("line", _of_contact("email"), personal=True),
    "contact_phone": _figure("line", _of_contact("phone"), personal=True),
    "objective_rating": _figure("choice", _objective_rating, terms.RATINGS),
    "accountable": _figure("line", _with_letter("A")),
    "responsible": _figure("line", _with_letter("R")),
    "consulted": _figure("line", _with_letter("C")),
    "informed": _figure("line", _with_letter("I")),
    "currency": Figure(Field("", "", "", "line", None), lambda _shown, record: currency_of(record), entered=True),
    "value": _figure("money", lambda _shown, line: value_of(line)),
    "in_year_1": _figure("line", _in_year(1)),
    "in_year_2": _figure("line", _in_year(2)),
    "in_year_3": _figure("line", _in_year(3)),
    "follow_up": _figure("line", _follow_up_title),
    "follow_up_owner": _figure("line", _follow_up_owner),
    "follow_up_due": _figure("date", _of_follow_up("due")),
    "follow_up_done": _figure("date", _of_follow_up("done_on")),
    "quarter_1": _figure("number", _quarter(1)),
    "quarter_2": _figure("number", _quarter(2)),
    "quarter_3": _figure("number", _quarter(3)),
    "quarter_4": _figure("number", _quarter(4)),
    "achievement": _figure("percent", lambda shown, indicator: _rounded(shown.progress(indicator).achievement)),
    "indicator_rating": _figure("choice", lambda shown, indicator: shown.progress(indicator).rating, terms.RATINGS),
    "risk_score": _figure("whole", _risk_score),
}


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 1)
