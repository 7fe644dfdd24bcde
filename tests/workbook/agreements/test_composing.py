"""Clauses of an agreement: what stands in it, what is offered, and the steps that change their order and wording."""

from collections.abc import Mapping

import pytest

from exports.agreement.library import clause_library
from tests.workbook.sealing.signing import add, edit, new_workbook
from workbook.agreements import (
    AddLibraryClause,
    AddOwnClause,
    BeginAgreement,
    ComposedClause,
    MoveClause,
    ResetClause,
    composed,
    in_order,
    offered,
    place_of,
)
from workbook.operations import Refused, RemoveRecords
from workbook.records import Agreement
from workbook.workbook import Workbook

LIBRARY = clause_library()


def begun() -> tuple[Workbook, Agreement]:
    workbook = new_workbook()
    add(workbook, "plan", title="Lab")
    party = add(workbook, "partners", name="Museum", status="engaged")
    step = BeginAgreement("Memorandum", "mou", (party,), LIBRARY)
    workbook.do(step)
    made = workbook.book.one(Agreement, step.record_id)
    assert made is not None
    return workbook, made


def headings(workbook: Workbook, agreement: Agreement) -> list[str]:
    return [clause.heading for clause in in_order(workbook.book, agreement.id)]


def by_topic(workbook: Workbook, agreement: Agreement) -> Mapping[str, ComposedClause]:
    return {one.clause.topic: one for one in composed(workbook.book, agreement, LIBRARY)}


def test_an_agreement_begins_in_one_step_with_what_its_level_needs() -> None:
    workbook, agreement = begun()
    found = by_topic(workbook, agreement)
    assert agreement.parties
    assert all(one.need in ("required", "recommended") and one.wording == "library" for one in found.values())
    assert found["title_reference"].number == 0
    assert sorted(one.number for one in found.values()) == list(range(len(found)))
    assert found["signatures"].number == len(found) - 1
    workbook.undo()
    assert not workbook.book.count("agreements")
    assert not workbook.book.count("clauses")


def test_clauses_move_and_take_their_numbers_with_them() -> None:
    workbook, agreement = begun()
    before = in_order(workbook.book, agreement.id)
    workbook.do(MoveClause(before[4].id, 1))
    after = in_order(workbook.book, agreement.id)
    assert [one.id for one in after[:3]] == [before[0].id, before[4].id, before[1].id]
    assert by_topic(workbook, agreement)[before[4].topic].number == 1
    workbook.do(MoveClause(before[4].id, 10_000))
    assert in_order(workbook.book, agreement.id)[-1].id == before[4].id
    steps = workbook.seq
    workbook.do(MoveClause(before[4].id, 10_000))
    assert workbook.seq == steps


def test_clauses_of_the_library_come_back_where_they_belong_and_own_ones_where_they_are_wanted() -> None:
    workbook, agreement = begun()
    all_of_them = headings(workbook, agreement)
    scope = by_topic(workbook, agreement)["scope"].clause
    workbook.undo()
    workbook.redo()
    workbook.do(RemoveRecords("clauses", (scope.id,)))
    offer = offered(workbook.book, agreement, LIBRARY)
    assert offer[0][0].topic == "scope"
    assert offer[0][1] == "required"
    workbook.do(AddLibraryClause(agreement.id, "scope", LIBRARY))
    assert headings(workbook, agreement) == all_of_them
    with pytest.raises(Refused, match="has this clause already"):
        workbook.do(AddLibraryClause(agreement.id, "scope", LIBRARY))
    workbook.do(AddOwnClause(agreement.id, "Use of the kiln", in_order(workbook.book, agreement.id)[2].id))
    assert headings(workbook, agreement)[3] == "Use of the kiln"
    own = in_order(workbook.book, agreement.id)[3]
    assert next(one for one in composed(workbook.book, agreement, LIBRARY) if one.clause.id == own.id).wording == "own"
    with pytest.raises(Refused, match="no clause of the library"):
        workbook.do(ResetClause(own.id, LIBRARY))


def test_edited_sentences_are_told_from_other_values_and_can_be_taken_back() -> None:
    workbook, agreement = begun()
    clause = by_topic(workbook, agreement)["representatives"].clause
    edit(workbook, "clauses", clause.id, body=clause.body.replace("=10}", "=20}"))
    assert by_topic(workbook, agreement)["representatives"].wording == "values"
    edit(workbook, "clauses", clause.id, body="We all speak for ourselves.", left_out=True)
    found = by_topic(workbook, agreement)["representatives"]
    assert (found.wording, found.number, found.lines) == ("edited", 0, ())
    workbook.do(ResetClause(clause.id, LIBRARY))
    assert by_topic(workbook, agreement)["representatives"].clause.body == clause.body


def test_a_blank_leads_to_the_field_that_fills_it() -> None:
    workbook, agreement = begun()
    missing = {name for one in composed(workbook.book, agreement, LIBRARY) for name in one.missing}
    assert {"vision", "notice_days"} <= missing
    vision = place_of(workbook.book, agreement, "vision")
    notice = place_of(workbook.book, agreement, "notice_days")
    assert (vision.type, vision.field) == ("plan", "vision") if vision else False
    assert (notice.type, notice.id) == ("agreements", agreement.id) if notice else False
    assert place_of(workbook.book, agreement, "contact_change_days") is None
