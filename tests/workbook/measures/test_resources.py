"""Money and other contributions: per currency, by state, never guessed."""

from decimal import Decimal

from tests.workbook.checks.building import Builder
from workbook.book import Book
from workbook.measures.budget import budget, cost_figures
from workbook.measures.resources import (
    co_funding_shares,
    delivered_value_of,
    delivery_percent,
    in_kind_share,
    ledger,
    leverage,
    need_coverage,
    secured_percent,
    unused_offers,
    value_of,
)
from workbook.money import Money
from workbook.records import Resource


def line(**given: object) -> Resource:
    return Resource("id", **{"kind": "commitment", "type": "in_kind", **given})  # type: ignore[arg-type]


def pounds(amount: int | str) -> Money:
    return Money(Decimal(amount), "GBP")


def bradford() -> tuple[Builder, str]:
    """The grants of the Bradford case: three committed, one promised in a newspaper, and the need."""
    builder = Builder()
    council = builder.partner("Council", "local_government")
    need = builder.line("need", "Whole year", category="cash", type="cash", value="45000000 GBP")
    for name, amount in (("DCMS", 10_000_000), ("Arts Council", 5_000_000), ("Heritage Fund", 4_950_000)):
        provider = builder.partner(name, "foundation")
        given = {"covers": need, "category": "cash", "type": "cash", "value": f"{amount} GBP"}
        builder.line(title=name, status="committed", provider=provider, **given)
    builder.line(title="Council", status="pledged", provider=council, covers=need, type="cash", value="10000000 GBP")
    return builder, council


def test_value_is_given_or_quantity_times_rate_or_unknown() -> None:
    assert value_of(line(value=pounds(90), quantity=Decimal(3), rate=pounds(20))) == pounds(90)
    assert value_of(line(quantity=Decimal("2.5"), rate=pounds(20))) == pounds(50)
    assert value_of(line(quantity=Decimal(3))) is None
    assert value_of(line(type="non_valued", value=pounds(90))) is None


def test_delivered_value_is_taken_from_what_is_known() -> None:
    assert delivered_value_of(line(delivered_value=pounds(7), status="delivered", value=pounds(9))) == pounds(7)
    assert delivered_value_of(line(delivered_quantity=Decimal(2), rate=pounds(20))) == pounds(40)
    half = line(delivered_quantity=Decimal(2), quantity=Decimal(4), value=pounds(100))
    assert delivered_value_of(half) == pounds(50)
    assert delivered_value_of(line(status="verified", value=pounds(9))) == pounds(9)
    assert delivered_value_of(line(status="part_delivered", value=pounds(9))) is None
    assert delivered_value_of(line(delivered_quantity=Decimal(2), quantity=Decimal(0), value=pounds(9))) is None


def test_the_ledger_of_bradford_adds_up_by_state() -> None:
    builder, _ = bradford()
    held = ledger(builder.book)
    assert held.needed.cash == {"GBP": Decimal(45_000_000)}
    assert held.committed.cash == {"GBP": Decimal(19_950_000)}
    assert held.pledged.cash == {"GBP": Decimal(10_000_000)}
    assert held.offered.total == held.delivered.total == {}
    assert len(held.committed.rows) == 3
    assert held.currencies == ("GBP",)
    secured = secured_percent(builder.book)["GBP"]
    assert secured.value is not None
    assert f"{secured.value:.2f}" == "44.33"
    assert secured.formula == "committed / needed, in GBP"
    assert len(secured.rows) == 4


def test_cash_and_in_kind_stay_apart_and_what_is_not_valued_is_counted() -> None:
    builder = Builder()
    builder.line(status="committed", type="cash", value="60 EUR")
    builder.line(status="delivered", category="space", quantity=4, rate="10 EUR")
    builder.line(status="verified", category="legitimacy")
    builder.line(status="committed", value="5 EUR")
    builder.line(status="committed", type="in_kind")
    for status in ("withdrawn", "lapsed", "replaced"):
        builder.line(status=status, type="cash", value="1000 EUR")
    committed = ledger(builder.book).committed
    assert (committed.cash, committed.in_kind) == ({"EUR": Decimal(60)}, {"EUR": Decimal(40)})
    assert (committed.unsorted, committed.total) == ({"EUR": Decimal(5)}, {"EUR": Decimal(105)})
    assert (committed.non_valued, committed.without_value) == (1, 1)
    delivered = ledger(builder.book).delivered
    assert (delivered.total, delivered.non_valued) == ({"EUR": Decimal(40)}, 1)


def test_currencies_are_never_added() -> None:
    builder = Builder()
    city = builder.partner("City", "local_government")
    builder.line("need", type="cash", value="100 EUR")
    builder.line(status="committed", type="cash", value="50 EUR", provider=city)
    builder.line(status="committed", type="in_kind", value="70 GBP")
    book = builder.book
    assert ledger(book).committed.total == {"EUR": Decimal(50), "GBP": Decimal(70)}
    assert {code: figure.value for code, figure in secured_percent(book).items()} == {"EUR": 50, "GBP": None}
    assert {code: figure.value for code, figure in in_kind_share(book).items()} == {"EUR": 0, "GBP": 100}
    assert {code: figure.value for code, figure in leverage(book).items()} == {"EUR": 0, "GBP": None}
    assert {share.currency: share.share for share in co_funding_shares(book)} == {
        "EUR": Decimal(100),
        "GBP": Decimal(100),
    }


def test_leverage_is_what_others_bring_for_one_of_the_municipalitys_cash() -> None:
    builder, council = bradford()
    assert leverage(builder.book)["GBP"].value is None
    builder.line(status="committed", type="cash", value="3990000 GBP", provider=council)
    builder.line(status="committed", type="in_kind", value="50000 GBP", provider=council)
    assert leverage(builder.book)["GBP"].value == 5


def test_shares_name_cash_and_all_of_each_partner() -> None:
    builder = Builder()
    one, two = builder.partner("One"), builder.partner("Two")
    builder.line(status="committed", type="cash", value="25 EUR", provider=one)
    builder.line(status="committed", type="in_kind", value="50 EUR", provider=two)
    builder.line(status="committed", type="cash", value="25 EUR", provider=two)
    first, second = co_funding_shares(builder.book)
    assert (first.partner, second.partner) == (two, one)
    assert [first.total, first.share, first.cash_share] == [75, 75, 50]
    assert [second.in_kind, second.share] == [0, 25]


def test_delivery_is_a_part_of_what_was_committed() -> None:
    builder = Builder()
    builder.line(status="part_delivered", type="cash", value="100 EUR", delivered_value="30 EUR")
    builder.line(status="committed", type="cash", value="20 EUR")
    builder.line(status="pledged", type="cash", value="1 EUR", delivered_value="999 EUR")
    assert delivery_percent(builder.book)["EUR"].value == 25


def test_no_lines_are_no_data_and_not_zero() -> None:
    book = Book.empty()
    assert secured_percent(book) == leverage(book) == in_kind_share(book) == delivery_percent(book) == {}
    assert not (*co_funding_shares(book), *need_coverage(book), *unused_offers(book), *budget(book))


def test_needs_are_uncovered_partly_covered_or_over() -> None:
    builder = Builder()
    states: list[tuple[str, Decimal, Decimal, str]] = []
    for amounts in ((), (40,), (40, 60), (40, 61)):
        need = builder.line("need", category="cash", value="100 EUR")
        for amount in amounts:
            builder.line(category="cash", value=f"{amount} EUR", covers=need, status="committed")
        coverage = need_coverage(builder.book)[-1]
        states.append((coverage.state, coverage.committed, coverage.gap, coverage.unit))
    assert states == [
        ("uncovered", Decimal(0), Decimal(100), "EUR"),
        ("partly", Decimal(40), Decimal(60), "EUR"),
        ("covered", Decimal(100), Decimal(0), "EUR"),
        ("over", Decimal(101), Decimal(0), "EUR"),
    ]


def test_an_unlinked_line_answers_one_need_only() -> None:
    builder = Builder()
    activity = builder.activity()
    same = {"category": "cash", "activity": activity, "value": "100 EUR"}
    linked, other = builder.line("need", **same), builder.line("need", **same)
    builder.line(covers=linked, value="100 EUR")
    builder.line("offer", **same)
    by_need = {coverage.need.id: coverage for coverage in need_coverage(builder.book)}
    assert by_need[linked].state == by_need[other].state == "covered"
    assert sum(len(coverage.lines) for coverage in by_need.values()) == 2


def test_an_offer_that_answers_nothing_is_unused() -> None:
    builder = Builder()
    activity = builder.activity()
    builder.line("need", category="space", activity=activity)
    builder.line("offer", "Used", category="space", activity=activity)
    builder.line("offer", "Bandstand", category="space")
    builder.line("offer", "Gone", category="space", status="lapsed")
    assert [offer.title for offer in unused_offers(builder.book)] == ["Bandstand"]


def test_budget_compares_only_what_is_in_one_currency() -> None:
    builder = Builder()
    builder.line(type="cash", value="120 EUR", planned_value="100 EUR", delivered_value="30 EUR")
    builder.line(type="cash", value="120 EUR", planned_value="100 GBP")
    first, second = budget(builder.book)
    assert (first.variance, first.left) == (Money(Decimal(20), "EUR"), Money(Decimal(90), "EUR"))
    assert second.variance is second.left is None


def test_training_costs_what_its_sessions_recorded_and_nothing_else() -> None:
    builder = Builder()
    builder.line(type="cash", status="committed", value="500 EUR")
    assert cost_figures(builder.book) == ()
    builder.add("training_sessions", title="Free", attended=90, hours=5)
    builder.add("training_sessions", title="Uncounted", cost=Money(Decimal(40), "GBP"))
    builder.add("training_sessions", title="One", attended=20, hours=5, cost=Money(Decimal(500), "EUR"))
    assert [(figure.unit, figure.value) for figure in cost_figures(builder.book)] == [
        ("EUR", Money(Decimal(25), "EUR")),
        ("EUR", Money(Decimal(5), "EUR")),
        ("GBP", None),
        ("GBP", None),
    ]


def test_delivery_is_not_assessed_where_nobody_wrote_down_any() -> None:
    builder = Builder()
    builder.line(type="cash", status="committed", value="500 EUR")
    assert delivery_percent(builder.book)["EUR"].value is None
    builder.line(type="cash", status="delivered", value="500 EUR")
    assert delivery_percent(builder.book)["EUR"].value == 50
