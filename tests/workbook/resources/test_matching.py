"""Offers answer needs: linked, unlinked and added from the need itself; and the matrix that shows it (domain: 4.6)."""

from decimal import Decimal

import pytest

from tests.workbook.checks.building import Builder
from workbook.measures.matrix import linked_lines, loose_lines, needs_matrix, usable_lines
from workbook.operations import Refused, title_of
from workbook.records import Resource
from workbook.resources import AddAnswer, MatchOffers, UnlinkOffers, suggested_for


def two_needs() -> tuple[Builder, str, str, str, str]:
    builder = Builder()
    museum, school = builder.partner("Museum"), builder.partner("School", "civil_society")
    hall = builder.line("need", "Hall", category="space", quantity=Decimal(24), unit="month", status="needed")
    grant = builder.line("need", "Grant", category="cash", type="cash", value="1000 EUR", status="needed")
    return builder, museum, school, hall, grant


def test_the_matrix_counts_each_answer_in_the_unit_of_its_need() -> None:
    builder, museum, school, hall, _ = two_needs()
    months = {"category": "space", "unit": "month", "covers": hall}
    builder.line("commitment", "Hall", provider=museum, status="committed", quantity=Decimal(10), **months)
    builder.line("offer", "Room", provider=museum, status="offered", quantity=Decimal(4), **months)
    builder.line("offer", "Desk", provider=school, status="offered", category="space", unit="day", covers=hall)
    matrix = needs_matrix(builder.book)
    first, second = matrix.rows
    answer = first.answers[museum]
    assert (answer.committed, answer.offered, answer.amount, answer.is_linked) == (
        Decimal(10),
        Decimal(4),
        Decimal(14),
        True,
    )
    assert (first.answers[school].amount, first.answers[school].uncounted) == (Decimal(0), 1)
    assert (first.coverage.state, first.coverage.gap) == ("partly", Decimal(10))
    assert (second.coverage.state, dict(second.answers)) == ("uncovered", {})
    assert matrix.providers == (museum, school)
    assert matrix.counts() == {"partly": 1, "uncovered": 1}


def test_partners_that_bring_something_come_first_and_nameless_lines_last() -> None:
    builder, museum, school, hall, _ = two_needs()
    builder.line("offer", "Room", provider=school, covers=hall, quantity=Decimal(1), unit="month")
    builder.line("offer", "Somebody's room", covers=hall, quantity=Decimal(1), unit="month")
    assert needs_matrix(builder.book).providers == (school, museum, None)


def test_lines_of_the_same_category_and_activity_answer_without_a_link() -> None:
    builder = Builder()
    museum, work = builder.partner(), builder.activity()
    alike = {"category": "space", "activity": work}
    need = builder.line("need", "Hall", **alike)
    builder.line("offer", "Hall", provider=museum, **alike)
    (row,) = needs_matrix(builder.book).rows
    answer, record = row.answers[museum], row.coverage.need
    assert record.id == need
    assert not answer.is_linked
    assert (len(loose_lines(answer, record)), linked_lines(answer, record)) == (1, ())


def test_one_gesture_links_and_another_unlinks() -> None:
    builder, museum, _, hall, grant = two_needs()
    offer = builder.line("offer", "Room", code="R-09", provider=museum, quantity=Decimal(24), unit="month")
    assert [one.id for one in usable_lines(builder.book, museum)] == [offer]
    operation = MatchOffers((offer,), hall)
    builder.workbook.do(operation)
    assert title_of(operation).startswith("Use R-09 Room for ")
    assert needs_matrix(builder.book).rows[0].coverage.state == "covered"
    assert usable_lines(builder.book, museum) == ()
    builder.workbook.do(MatchOffers((offer,), grant))
    assert needs_matrix(builder.book).rows[0].coverage.state == "uncovered"
    builder.workbook.do(UnlinkOffers((offer,)))
    assert [one.id for one in usable_lines(builder.book, museum)] == [offer]


def test_what_cannot_answer_a_need_is_refused_and_nothing_is_linked() -> None:
    builder, museum, _, hall, grant = two_needs()
    gone = builder.line("offer", "Room", provider=museum, status="withdrawn")
    fine = builder.line("offer", "Room", provider=museum)
    with pytest.raises(Refused) as refused:
        builder.workbook.do(MatchOffers((fine, gone, grant), hall))
    assert [problem.id for problem in refused.value.problems] == [gone, grant]
    record = builder.book.one(Resource, fine)
    assert record is not None
    assert record.covers is None
    with pytest.raises(Refused, match="is no need"):
        builder.workbook.do(MatchOffers((fine,), gone))


def test_an_offer_begins_with_what_the_need_says() -> None:
    builder, museum, _, hall, _ = two_needs()
    operation = AddAnswer(hall, museum, {"quantity": Decimal(6)})
    builder.workbook.do(operation)
    made = builder.book.one(Resource, operation.record_id)
    assert made is not None
    assert (made.kind, made.status, made.covers, made.provider) == ("offer", "offered", hall, museum)
    assert (made.category, made.unit, made.quantity, made.title) == ("space", "month", Decimal(6), "Hall")
    assert needs_matrix(builder.book).rows[0].coverage.gap == 18


def test_the_offers_that_fit_best_come_first() -> None:
    builder, museum, _, hall, _ = two_needs()
    van = builder.line("offer", "Van", provider=museum, category="equipment", status="offered")
    room = builder.line("offer", "Room", provider=museum, category="space", unit="day", status="offered")
    loft = builder.line("offer", "Loft", provider=museum, category="space", unit="month", status="pledged")
    need = builder.book.one(Resource, hall)
    assert need is not None
    assert [one.id for one in suggested_for(builder.book, need)] == [loft, room, van]
