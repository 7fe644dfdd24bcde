"""A promise climbs from state to state, with what each state asks for (domain: 4.4)."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.workbook.checks.building import TODAY, Builder
from workbook.money import Money
from workbook.operations import Refused, title_of
from workbook.records import Resource
from workbook.resources import (
    LADDER,
    Facts,
    MoveLines,
    asked_for,
    asked_for_all,
    next_state,
    standing_of,
    steps_from,
    undecided,
)


def line(builder: Builder, record_id: str) -> Resource:
    found = builder.book.one(Resource, record_id)
    assert found is not None
    return found


def move(builder: Builder, record_id: str, state: str, **facts: Any) -> Resource:
    builder.workbook.do(MoveLines({record_id: state}, TODAY, Facts(**facts)))
    return line(builder, record_id)


def sentences(builder: Builder, *moves: tuple[str, str]) -> str:
    with pytest.raises(Refused) as refused:
        builder.workbook.do(MoveLines(dict(moves), TODAY))
    return " ".join(problem.sentence for problem in refused.value.problems)


def test_next_climbs_to_verified_and_ends_there() -> None:
    builder = Builder()
    museum = builder.partner()
    agreed = builder.add("agreements", title="MoU", level="mou", parties=(museum,), status="in_force")
    hall = builder.line(
        "offer", "Hall", provider=museum, quantity=Decimal(10), unit="day", rate="50 EUR", type="in_kind"
    )
    climbed = []
    while (state := next_state(line(builder, hall))) is not None:
        moved = move(builder, hall, state, evidence="Letter of the owner" if state == "verified" else None)
        climbed.append(standing_of(moved))
    assert climbed == ["pledged", "committed", "delivered", "verified"]
    assert (moved.kind, moved.agreement, moved.delivered_quantity) == ("commitment", agreed, Decimal(10))
    assert (moved.delivered_on, moved.evidence) == (TODAY, "Letter of the owner")
    assert moved.delivered_value is None  # the rate tells it


def test_one_move_is_one_step_that_undo_takes_back() -> None:
    builder = Builder()
    ids = [builder.line("offer", f"Line {n}", value="10 EUR", type="cash") for n in range(3)]
    before = builder.book
    operation = MoveLines(dict.fromkeys(ids, "delivered"), TODAY)
    builder.workbook.do(operation)
    assert title_of(operation) == "Move 3 lines to “Delivered”"
    assert {line(builder, one).delivered_value for one in ids} == {Money(Decimal(10), "EUR")}
    builder.workbook.undo()
    assert before.difference(builder.book) == ()


def test_less_than_promised_is_part_delivered() -> None:
    builder = Builder()
    money = builder.line(value="100 EUR", type="cash", status="committed")
    moved = move(builder, money, "delivered", value=Money(Decimal(40), "EUR"))
    assert (moved.status, moved.delivered_value) == ("part_delivered", Money(Decimal(40), "EUR"))
    hours = builder.line(quantity=Decimal(30), unit="hour", rate="20 EUR", type="in_kind", status="committed")
    moved = move(builder, hours, "delivered", quantity=Decimal(12), on=datetime.date(2027, 2, 1))
    assert (moved.status, moved.delivered_quantity) == ("part_delivered", Decimal(12))
    assert moved.delivered_on == datetime.date(2027, 2, 1)


def test_what_is_still_missing_arrives_later() -> None:
    builder = Builder()
    given: dict[str, Any] = {"quantity": Decimal(24), "unit": "month", "rate": "750 EUR", "type": "in_kind"}
    hall = builder.line(status="part_delivered", delivered_quantity=Decimal(10), delivered_value="7500 EUR", **given)
    assert move(builder, hall, "part_delivered", quantity=Decimal(15)).delivered_quantity == Decimal(15)
    moved = move(builder, hall, "delivered")
    assert (moved.status, moved.delivered_quantity, moved.delivered_value) == ("delivered", Decimal(24), None)


def test_part_delivered_without_a_figure_is_not_guessed() -> None:
    builder = Builder()
    money = builder.line(value="100 EUR", type="cash", status="committed")
    moved = move(builder, money, "part_delivered")
    assert (moved.delivered_value, moved.delivered_on) == (None, TODAY)


def test_committing_takes_the_agreement_only_where_exactly_one_fits() -> None:
    builder = Builder()
    museum = builder.partner()
    first = builder.line("offer", "Hall", provider=museum)
    assert move(builder, first, "committed").agreement is None
    mou = builder.add("agreements", title="MoU", level="mou", parties=(museum,), status="in_force")
    builder.add("agreements", title="Old", level="mou", parties=(museum,), status="superseded")
    second = builder.line("offer", "Hall", provider=museum)
    assert move(builder, second, "committed").agreement == mou
    lease = builder.add("agreements", title="Lease", level="annex", parties=(museum,), status="in_force")
    third = builder.line("offer", "Hall", provider=museum)
    assert move(builder, third, "committed").agreement is None
    fourth = builder.line("offer", "Hall", provider=museum)
    assert move(builder, fourth, "committed", agreement=lease).agreement == lease


def test_verified_asks_for_evidence_and_for_delivery() -> None:
    builder = Builder()
    one = builder.line(title="Books", status="delivered", code="R-07")
    two = builder.line(title="Chairs", status="pledged", code="R-08")
    said = sentences(builder, (one, "verified"), (two, "verified"))
    assert "R-07 Books needs its evidence" in said
    assert "R-08 Chairs has to be delivered before its evidence can be filed." in said
    assert line(builder, one).status == "delivered"
    assert move(builder, one, "verified", evidence="Receipt 14").status == "verified"


def test_leaving_keeps_the_reason_and_what_arrived_cannot_leave() -> None:
    builder = Builder()
    van = builder.line("offer", "Van", note="Red.")
    moved = move(builder, van, "withdrawn", reason="sold")
    assert (moved.status, moved.kind, moved.note) == ("withdrawn", "offer", "Red.\nWithdrawn on 2027-03-01: sold")
    assert move(builder, van, "pledged").status == "pledged"
    done = builder.line(title="Van", status="delivered")
    assert "what has arrived cannot be withdrawn" in sentences(builder, (done, "withdrawn"))


def test_down_the_ladder_only_while_nothing_is_said_to_have_arrived() -> None:
    builder = Builder()
    money = builder.line(status="committed", value="10 EUR")
    assert move(builder, money, "pledged").status == "pledged"
    assert move(builder, money, "offered").kind == "offer"
    move(builder, money, "delivered")
    assert "empty its delivered amounts and date first" in sentences(builder, (money, "pledged"))


def test_a_need_only_leaves_and_comes_back() -> None:
    builder = Builder()
    need = builder.line("need", "Hall", status="needed")
    assert next_state(line(builder, need)) is None
    assert "is a need" in sentences(builder, (need, "committed"))
    assert move(builder, need, "replaced").status == "replaced"
    assert steps_from(line(builder, need)) == ("needed",)
    assert move(builder, need, "needed").kind == "need"


def test_amounts_are_never_dealt_out_among_several_lines() -> None:
    builder = Builder()
    ids = [builder.line(value=f"{n}0 EUR", type="cash", status="committed") for n in (1, 2)]
    builder.workbook.do(MoveLines(dict.fromkeys(ids, "delivered"), TODAY, Facts(value=Money(Decimal(5), "EUR"))))
    assert [str(line(builder, one).delivered_value) for one in ids] == ["10 EUR", "20 EUR"]


@pytest.mark.parametrize("state", LADDER)
def test_every_step_on_offer_is_one_that_can_be_taken(state: str) -> None:
    for target in steps_from(Resource("id", kind="commitment", status=state)):
        builder = Builder()
        record_id = builder.line(status=state, value="10 EUR", evidence="Letter")
        assert move(builder, record_id, target).status == target


def test_only_what_a_state_needs_is_asked() -> None:
    builder = Builder()
    museum = builder.partner()
    hall = line(builder, builder.line(provider=museum, quantity=Decimal(3), unit="day", rate="5 EUR", type="in_kind"))
    cash = line(builder, builder.line(value="5 EUR", type="cash", evidence="Letter"))
    book = builder.book
    assert asked_for(book, [hall], "pledged") == asked_for(book, [hall], "committed") == ()
    assert asked_for(book, [hall], "delivered") == ("delivered_on", "delivered_quantity", "evidence")
    assert asked_for(book, [cash], "part_delivered") == ("delivered_on", "delivered_value", "evidence")
    assert asked_for(book, [hall, cash], "delivered") == ("delivered_on", "evidence")
    assert (asked_for(book, [hall, cash], "verified"), asked_for(book, [cash], "verified")) == (("evidence",), ())
    assert asked_for(book, [hall], "lapsed") == ("note",)
    for title in ("MoU", "Lease"):
        builder.add("agreements", title=title, level="mou", parties=(museum,))
    assert asked_for(builder.book, [hall], "committed") == ("agreement",)


def test_of_several_lines_each_is_asked_only_what_its_own_state_needs() -> None:
    builder = Builder()
    museum, school = builder.partner(), builder.partner("School", "civil_society")
    hall = line(builder, builder.line(provider=museum, value="5 EUR", type="cash", evidence="Letter"))
    cash = line(builder, builder.line(value="7 EUR", type="cash", status="committed", evidence="Letter"))
    tools = line(builder, builder.line(provider=school, value="9 EUR", type="cash"))
    both = {hall.id: "committed", cash.id: "delivered"}
    assert asked_for_all(builder.book, [hall, cash], both) == ("delivered_on", "evidence")
    assert asked_for_all(builder.book, [hall, cash], {hall.id: "pledged", cash.id: "verified"}) == ()
    mou = builder.add("agreements", title="MoU", level="mou", parties=(museum,))
    builder.add("agreements", title="Lease", level="mou", parties=(museum,))
    assert asked_for_all(builder.book, [hall, cash], both) == ("agreement", "delivered_on", "evidence")
    builder.workbook.do(MoveLines(both, TODAY, Facts(agreement=mou)))
    assert [line(builder, one.id).agreement for one in (hall, cash)] == [mou, None]
    builder.workbook.undo()
    for title in ("Loan", "Gift"):
        builder.add("agreements", title=title, level="mou", parties=(school,))
    committed = dict.fromkeys((hall.id, tools.id), "committed")
    assert asked_for_all(builder.book, [hall, tools], committed) == (), "no agreement commits both"
    assert undecided(builder.book, [hall, cash, tools]) == (hall, tools)


def test_evidence_for_several_lines_fills_only_the_gaps() -> None:
    builder = Builder()
    one, two = builder.line(status="delivered"), builder.line(status="delivered", evidence="Letter")
    builder.workbook.do(MoveLines(dict.fromkeys((one, two), "verified"), TODAY, Facts(evidence="Folder 7")))
    assert [line(builder, each).evidence for each in (one, two)] == ["Folder 7", "Letter"]
