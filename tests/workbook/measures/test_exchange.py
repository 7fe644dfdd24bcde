"""What each partner gives and gains, and what nobody has said."""

from decimal import Decimal
from typing import Any

from tests.workbook.checks.building import Builder
from workbook.measures.exchange import exchanges


def test_cash_in_kind_and_what_is_never_valued_stay_apart() -> None:
    builder = Builder()
    museum = builder.partner(own_objective="Visitors", expected_benefit="A second house", roles=("host",))
    given: dict[str, Any] = {"provider": museum, "status": "committed"}
    builder.line(type="cash", value="100 EUR", **given)
    builder.line(type="cash", value="50 GBP", provider=museum, status="delivered")
    builder.line(type="in_kind", quantity=Decimal(4), rate="10 EUR", **given)
    builder.line(type="non_valued", category="legitimacy", **given)
    builder.line("offer", type="cash", value="7 EUR", provider=museum, status="offered")
    builder.line("offer", type="cash", value="7 EUR", provider=museum, status="withdrawn")
    (one,) = exchanges(builder.book)
    assert one.cash == {"EUR": Decimal(100), "GBP": Decimal(50)}
    assert one.cash_arrived == {"GBP": Decimal(50)}
    assert (one.in_kind, one.in_kind_arrived) == ({"EUR": Decimal(40)}, {})
    assert (one.non_valued, one.promised, one.without_value, len(one.rows)) == (1, 1, 0, 5)
    assert one.missing == ()


def test_what_is_missing_is_said_in_words() -> None:
    builder = Builder()
    builder.partner()
    (nothing,) = exchanges(builder.book)
    assert nothing.missing == (
        "nothing is said about what it brings",
        "its own objective is not known",
        "what it expects to gain is not known",
        "it has no role",
    )
    builder.line("offer", provider=nothing.partner.id, type="cash", status="offered")
    (offering,) = exchanges(builder.book)
    assert offering.missing[0] == "nothing of it is committed yet"
    builder.line(provider=nothing.partner.id, status="committed", title="Something")
    (committed,) = exchanges(builder.book)
    assert committed.missing[:2] == ("some of it has no value yet", "some of it is neither cash nor in kind")


def test_partners_that_withdrew_are_left_out() -> None:
    builder = Builder()
    builder.partner("Museum")
    builder.partner("Gone", status="withdrawn")
    assert [one.partner.name for one in exchanges(builder.book)] == ["Museum"]
