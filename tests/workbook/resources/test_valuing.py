"""In-kind contributions: what they are worth, on which basis, at which rate (domain: 4.3)."""

from decimal import Decimal

import pytest

from tests.workbook.checks.building import Builder
from workbook.measures.lines import value_of
from workbook.money import Money
from workbook.operations import Refused
from workbook.records import Resource
from workbook.resources import ValueInKind, guidance_for, remembered_rate, worth
from workbook.vocabularies import RESOURCE_CATEGORIES, UNITS, VALUATION_BASES

EUR_25 = Money(Decimal(25), "EUR")


def valued(builder: Builder, record_id: str, **given: object) -> Resource:
    builder.workbook.do(ValueInKind(record_id, given))
    found = builder.book.one(Resource, record_id)
    assert found is not None
    return found


def test_every_category_has_its_guidance_from_the_vocabularies() -> None:
    for key in RESOURCE_CATEGORIES.keys:
        guidance = guidance_for(key)
        assert guidance.how
        assert guidance.evidence
        assert set(guidance.bases) <= set(VALUATION_BASES.keys)
        assert set(guidance.units) <= set(UNITS.keys)
    assert guidance_for(None).how


def test_worth_is_quantity_times_rate_or_unknown() -> None:
    assert worth(Decimal("2.5"), EUR_25) == Money(Decimal("62.5"), "EUR")
    assert worth(None, EUR_25) is None
    assert worth(Decimal(2), None) is None


def test_a_valuation_replaces_the_value_that_stood_there() -> None:
    builder = Builder()
    hours = builder.line(title="Hours", category="staff_time", value="9 EUR")
    line = valued(builder, hours, quantity=Decimal(10), unit="hour", rate=EUR_25, basis="pay_rate", evidence="Sheets")
    assert value_of(line) == Money(Decimal(250), "EUR")
    assert (line.value, line.type, line.basis, line.evidence) == (None, "in_kind", "pay_rate", "Sheets")
    builder.workbook.undo()
    before = builder.book.one(Resource, hours)
    assert before is not None
    assert (before.value, before.quantity) == (Money(Decimal(9), "EUR"), None)


def test_an_unfinished_valuation_keeps_the_value() -> None:
    builder = Builder()
    hours = builder.line(title="Hours", category="staff_time", value="9 EUR")
    assert value_of(valued(builder, hours, quantity=Decimal(10), rate=None)) == Money(Decimal(9), "EUR")


def test_not_valued_is_out_of_every_sum() -> None:
    builder = Builder()
    permit = builder.line(title="Permit", category="legitimacy", value="9 EUR", type="in_kind")
    line = valued(builder, permit, basis="not_valued", quantity=Decimal(1), rate=EUR_25)
    assert (line.type, line.value, line.rate, value_of(line)) == ("non_valued", None, None, None)


def test_cash_needs_no_valuation() -> None:
    builder = Builder()
    with pytest.raises(Refused, match="needs no valuation"):
        builder.workbook.do(ValueInKind(builder.line(category="cash"), {"quantity": Decimal(1)}))


def test_the_youngest_rate_of_category_and_currency_is_remembered() -> None:
    builder = Builder()
    builder.line(category="staff_time", rate="20 EUR", unit="hour")
    day = builder.line(category="staff_time", rate="160 EUR", unit="day", basis="pay_rate")
    builder.line(category="staff_time", rate="30 GBP", unit="hour")
    builder.line(category="space", rate="700 EUR", unit="month")
    found = remembered_rate(builder.book, "staff_time", "EUR")
    assert found is not None
    assert (found.line.id, str(found.rate), found.unit, found.basis) == (day, "160 EUR", "day", "pay_rate")
    by_hour = remembered_rate(builder.book, "staff_time", "EUR", "hour")
    assert by_hour is not None
    assert str(by_hour.rate) == "20 EUR"
    assert remembered_rate(builder.book, "staff_time", "EUR", "day", besides=day) is None
    assert remembered_rate(builder.book, "volunteers", "EUR") is None
    assert remembered_rate(builder.book, None, "EUR") is None
