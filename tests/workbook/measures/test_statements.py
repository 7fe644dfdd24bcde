"""What is still due from a partner, and what is only offered, settled or not known."""

import datetime
from decimal import Decimal

import pytest

from tests.workbook.checks.building import TODAY, Builder
from workbook.measures.statements import Promise, promise_of, statement_of
from workbook.money import Money
from workbook.records import Resource

_YESTERDAY = TODAY - datetime.timedelta(days=1)


def promise(**given: object) -> Promise | None:
    return promise_of(Resource("r", **{"kind": "commitment", "type": "cash", **given}), TODAY)  # type: ignore[arg-type]


def euros(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("given", "due", "standing"),
    [
        ({"status": "pledged", "value": euros(100)}, euros(100), "due"),
        ({"status": "committed", "value": euros(100), "due": _YESTERDAY}, euros(100), "overdue"),
        ({"status": "committed", "value": euros(100), "due": TODAY}, euros(100), "due"),
        ({"status": "part_delivered", "value": euros(100), "delivered_value": euros(30)}, euros(70), "due"),
        ({"status": "part_delivered", "value": euros(100)}, None, "unknown"),
        ({"status": "committed", "value": euros(100), "delivered_value": euros(120)}, None, "settled"),
        ({"status": "delivered", "value": euros(100), "delivered_value": euros(90)}, None, "settled"),
        ({"status": "verified", "value": euros(100)}, None, "settled"),
        ({"status": "committed", "value": euros(9), "delivered_value": Money(Decimal(9), "GBP")}, None, "unknown"),
        ({"kind": "offer", "status": "offered", "value": euros(100)}, None, "offered"),
    ],
)
def test_what_is_still_due_of_a_line_with_a_value(given: dict[str, object], due: Money | None, standing: str) -> None:
    one = promise(**given)
    assert one is not None
    assert (one.due, one.due_quantity, one.standing) == (due, None, standing)


def test_what_is_never_valued_is_due_by_its_quantity() -> None:
    permit = {"type": "non_valued", "status": "committed"}
    whole, part = promise(**permit), promise(**permit, quantity=Decimal(5), delivered_quantity=Decimal(2))
    all_of_it = promise(**permit, quantity=Decimal(5), delivered_quantity=Decimal(5))
    assert whole is not None
    assert part is not None
    assert all_of_it is not None
    assert (whole.due_quantity, whole.standing) == (None, "due")
    assert (part.due_quantity, part.standing) == (Decimal(3), "due")
    assert (all_of_it.due_quantity, all_of_it.standing) == (None, "settled")


@pytest.mark.parametrize("given", [{"kind": "need"}, {"status": "withdrawn"}, {"status": "lapsed"}])
def test_needs_and_what_is_over_are_no_promises(given: dict[str, object]) -> None:
    assert promise(**given) is None


def test_a_statement_keeps_kinds_and_currencies_apart_and_offers_out_of_its_sums() -> None:
    builder = Builder()
    museum, city = builder.partner(), builder.partner("City", "local_government")
    builder.line(type="cash", value="100 EUR", status="committed", provider=museum, recipient=city)
    builder.line(type="cash", value="50 GBP", status="delivered", provider=museum)
    builder.line(type="in_kind", value="70 EUR", status="pledged", provider=museum)
    builder.line(type="in_kind", status="committed", provider=museum)
    builder.line("offer", type="cash", value="9 EUR", status="offered", provider=museum)
    builder.line("need", type="cash", value="9 EUR", status="needed", recipient=museum)

    found = statement_of(builder.book, museum, TODAY)

    cash, in_kind = found.totals()
    assert (cash.worth, cash.arrived, cash.due) == (
        {"EUR": Decimal(100), "GBP": Decimal(50)},
        {"GBP": Decimal(50)},
        {"EUR": Decimal(100)},
    )
    assert (cash.waiting, cash.unknown) == (1, 0)
    assert (in_kind.due, in_kind.waiting, in_kind.unknown) == ({"EUR": Decimal(70)}, 2, 1)
    assert len(found.gives) == 5
    assert found.gets == ()
    assert [one.value for one in statement_of(builder.book, city, TODAY).gets] == [euros(100)]
