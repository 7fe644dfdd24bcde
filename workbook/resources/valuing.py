"""What an in-kind contribution is worth, on which basis, and what shows it (domain: 4.3).

Guidance is in our own words; domain.md 4.3 names the sources of the rules behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.money import Money
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record
from workbook.records import RECORD_TYPES, Resource

_TYPE = RECORD_TYPES["resources"]


@dataclass(frozen=True)
class Guidance:
    """How contributions of a category are usually valued: bases and units to choose from first, and what to keep."""

    bases: tuple[str, ...]
    units: tuple[str, ...]
    how: str
    evidence: str


_TIME = ("hour", "day", "month")
_DEFAULT = Guidance(
    ("market_price", "expert_estimate"),
    ("item", "lump"),
    "Ask what it would cost here and now to get the same thing elsewhere, and write down where that price comes from.",
    "A price list, a comparable offer or a signed estimate.",
)
GUIDANCE: dict[str, Guidance] = {
    "staff_time": Guidance(
        ("pay_rate",),
        _TIME,
        "Take what the employer really pays for the hour: wage, social charges and a fair share of overheads. Not the "
        "price at which the partner would sell the hour.",
        "Timesheets written while the work is done, and the payroll office's note on the rate.",
    ),
    "expertise": Guidance(
        ("pay_rate", "market_price"),
        _TIME,
        "An employee's time counts at the employer's cost. A fee counts only where the expert does here, unpaid, "
        "exactly the work that they are otherwise paid for.",
        "A letter that names task, hours and usual fee, and a log of the hours.",
    ),
    "volunteers": Guidance(
        ("published_volunteer_rate",),
        _TIME,
        "Count the hour at the usual pay for the task that is done, whatever the person earns elsewhere. Use the rate "
        "that your funder or country publishes, if there is one.",
        "A list with date, task, hours and signature, kept on the day.",
    ),
    "space": Guidance(
        ("market_rent",),
        ("month", "day", "m2_day", "hour"),
        "Take the rent of comparable rooms in this town for the same time. A room that would have stood empty is "
        "worth its rent all the same; one that is shared counts only for the hours of use.",
        "A rent list, an estimate of the property office or a letter from the owner.",
    ),
    "equipment": Guidance(
        ("market_rent", "market_price"),
        ("day", "month", "item"),
        "What is lent counts at the rent for the days of use. What is given for good counts at its price at its "
        "present age and in its present condition.",
        "A hire company's price list, or a receipt with the date of purchase.",
    ),
    "materials": Guidance(
        ("market_price", "actual_cost"),
        ("item", "lump"),
        "Take what the goods would sell for on the day they are given, not what they once cost.",
        "The donor's letter with quantity and date, or the invoice.",
    ),
    "technology": Guidance(
        ("market_price", "actual_cost"),
        ("licence", "month", "item", "hour"),
        "Take the price that others of our size pay for the same licence and time. A free product has no value to "
        "count; the hours of setting it up may.",
        "The licence letter and the price list of that month.",
    ),
    "data_collections": Guidance(
        ("expert_estimate", "actual_cost"),
        ("item", "hour", "lump"),
        "Value the work of preparing and opening them rather than the collection itself; its price seldom says what "
        "its use is worth here.",
        "A log of the hours, or a curator's written estimate.",
    ),
    "networks": Guidance(
        ("not_valued", "pay_rate"),
        ("hour", "lump"),
        "Contacts and goodwill have no honest price: record them as not valued. Hours spent on inviting people may "
        "count as staff time.",
        "The invitation list or a short note on who was reached.",
    ),
    "communications": Guidance(
        ("market_price", "actual_cost"),
        ("item", "month", "lump"),
        "Take the price for which the same space or time is really sold, after the usual discounts.",
        "The price list of advertising and a copy of what appeared.",
    ),
    "rights_content": Guidance(
        ("market_price", "expert_estimate"),
        ("licence", "item", "lump"),
        "Take the fee that a collecting society or the holder asks for this use, this time and this place.",
        "The licence, with the fee that was waived.",
    ),
    "legitimacy": Guidance(
        ("not_valued",),
        (),
        "Permits and political backing are recorded and counted, and never given a money value.",
        "The decision or letter.",
    ),
    "cash": Guidance((), (), "Money needs no valuation: enter the amount as the value.", "The bank statement."),
}

COUNTED_ONCE = (
    "Count only what the work needs and the budget foresees, and nothing that already counts as match elsewhere."
)


def guidance_for(category: str | None) -> Guidance:
    """Return how a category is usually valued, or how anything is."""
    return GUIDANCE.get(category or "", _DEFAULT)


def worth(quantity: Decimal | None, rate: Money | None) -> Money | None:
    """Return quantity times rate; None while one of them is missing."""
    return None if quantity is None or rate is None else rate.times(quantity)


@dataclass(frozen=True)
class RememberedRate:
    """A rate that was used in this workbook before, and the line in which it was."""

    rate: Money
    unit: str | None
    basis: str | None
    line: Resource


def remembered_rate(
    book: Book, category: str | None, currency: str, unit: str | None = None, besides: str = ""
) -> RememberedRate | None:
    """Return the rate of the youngest line of a category and currency that has one; of a unit, where one is asked."""
    if category is None:
        return None
    for line in reversed(book.where(Resource, category=category)):
        same_unit = unit is None or line.unit == unit
        if line.id != besides and line.rate is not None and line.rate.currency == currency and same_unit:
            return RememberedRate(line.rate, line.unit, line.basis, line)
    return None


@dataclass
class ValueInKind:
    """Write down what a line is worth in kind and why; quantity times rate is the value, so none is kept beside it."""

    record_id: str
    given: Mapping[str, Any]
    title: str = field(default="Value {record} in kind", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        line = existing_record(book, _TYPE, self.record_id)
        assert isinstance(line, Resource)
        label = book.label(_TYPE.name, line.id)
        if line.category == "cash":
            sentence = f"{label} is cash, and needs no valuation; enter its amount as the value."
            raise Refused(Problem(sentence, label, _TYPE.name, line.id, "value"))
        valued = accepted(book, _TYPE, line, valuation(self.given))
        self.values = {"record": label}
        change = change_between(_TYPE, line, valued)
        return () if change is None else (change,)


def valuation(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a valuation sets: what is on the basis *not valued* carries no rate and no value."""
    if given.get("basis") == "not_valued":
        return {**given, "type": "non_valued", "rate": None, "value": None}
    fields = {**given, "type": "in_kind"}
    if given.get("quantity") is not None and given.get("rate") is not None:
        fields["value"] = None
    return fields
