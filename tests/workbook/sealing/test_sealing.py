"""What is sealed stays as it was, can be checked, and is not edited any more."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.sittings import plain, work
from tests.workbook.sealing.signing import (
    PDF,
    add,
    by,
    edit,
    issue,
    new_workbook,
    partnership,
    seal,
    sealed_partnership,
    sign,
)
from workbook.merging import compare, resolved
from workbook.operations import Refused, RemoveRecords, RestoreState
from workbook.records import Agreement, Report, Seal
from workbook.sealing import baseline_of, last_issued, refuse_sealed, verified_seals
from workbook.sealing.operations import SealAgreement
from workbook.workbook import Workbook

FEW = settings(max_examples=25)


def sentences(workbook: Workbook) -> list[str]:
    return [verdict.sentence for verdict in workbook.verdicts()]


def test_sealing_keeps_the_document_and_the_state_in_one_step() -> None:
    workbook = partnership()
    sign(workbook, 0, 1)
    state, steps = workbook.state, workbook.seq
    made = seal(workbook)
    assert workbook.seq == steps + 1
    assert (made.state, made.state_hash, made.size, made.kind) == (*state, len(PDF), "signed_agreement")
    assert workbook.content(made.sha256) == PDF
    agreement = workbook.book.all(Agreement)[0]
    assert (agreement.sealed_state, agreement.sealed_hash) == state
    assert baseline_of(workbook.book, agreement.id) == made
    assert sentences(workbook) == ["Agreement AG-01 matches what was recorded on Mar 1, 2027."]
    with pytest.raises(Refused, match="is sealed already; draft an amendment"):
        seal(workbook)
    workbook.undo()
    assert not workbook.book.count("seals")
    edit(workbook, "agreements", agreement.id, title="Another title")


def test_what_is_sealed_is_not_edited_any_more_and_its_life_goes_on() -> None:
    workbook = sealed_partnership()
    book, seq = workbook.book, workbook.seq
    agreement, clause, signature = (book.records(name)[0] for name in ("agreements", "clauses", "signatures"))
    tries: list[Callable[[], object]] = [
        lambda: edit(workbook, "agreements", agreement.id, title="Another"),
        lambda: edit(workbook, "agreements", agreement.id, status="draft"),
        lambda: edit(workbook, "agreements", agreement.id, status=None),
        lambda: edit(workbook, "clauses", clause.id, body="Other words."),
        lambda: edit(workbook, "signatures", signature.id, place="Elsewhere"),
        lambda: add(workbook, "clauses", agreement=agreement.id, heading="One more"),
        lambda: workbook.do(RemoveRecords("agreements", (agreement.id,))),
        lambda: workbook.do(RemoveRecords("partners", (book.records("partners")[0].id,))),
        lambda: workbook.do(RestoreState(workbook.at(3), "yesterday")),
    ]
    for attempt in tries:
        with pytest.raises(Refused) as refused:
            attempt()
        assert "sealed" in str(refused.value) or "SL-01" in str(refused.value)
    with pytest.raises(Refused, match="draft an amendment instead"):
        edit(workbook, "clauses", clause.id, left_out=True)
    seals = book.records("seals")[0].id
    more: list[Callable[[], object]] = [
        lambda: edit(workbook, "seals", seals, title="Other"),
        lambda: workbook.do(RemoveRecords("seals", (seals,))),
        lambda: add(workbook, "seals", title="Made by hand"),
    ]
    for attempt in more:
        with pytest.raises(Refused):
            attempt()
    assert workbook.seq == seq
    edit(workbook, "agreements", agreement.id, status="expired", note="It ran out.")
    edit(workbook, "activities", book.records("activities")[0].id, title="Close the workshop")


def test_all_sign_before_it_is_sealed_or_somebody_says_why_not() -> None:
    workbook = partnership()
    with pytest.raises(Refused, match="is not signed; record the signatures first"):
        seal(workbook)
    sign(workbook, 0)
    with pytest.raises(Refused, match="P-02 School did not sign"):
        seal(workbook)
    first = seal(workbook, reason="The school signs in summer.")
    assert first.kind == "part_signed_agreement"
    with pytest.raises(Refused, match="sealed as far as it is signed"):
        seal(workbook, reason="Again.")
    book = workbook.book
    with pytest.raises(Refused, match="signed and sealed"):
        edit(workbook, "signatures", book.records("signatures")[0].id, place="Elsewhere")
    sign_late(workbook)
    assert seal(workbook, pdf=PDF + b" by all").kind == "signed_agreement"
    assert [verdict.holds for verdict in workbook.verdicts()] == [True, True]


def sign_late(workbook: Workbook) -> None:
    agreement, school = workbook.book.records("agreements")[0], workbook.book.records("partners")[1]
    add(workbook, "signatures", agreement=agreement.id, partner=school.id, signed=True)
    edit(workbook, "agreements", agreement.id, status="in_force")


def test_every_reason_is_given_at_once_and_nothing_is_kept() -> None:
    workbook = partnership()
    edit(workbook, "agreements", workbook.book.records("agreements")[0].id, parties=())
    operation = SealAgreement(workbook.book.records("agreements")[0].id, b"<html>", by(workbook))
    with pytest.raises(Refused) as refused:
        workbook.do(operation)
    assert len(refused.value.problems) == 3
    assert not any(workbook.has_content(sha256) for sha256 in operation.contents)


def test_a_document_made_from_an_earlier_state_is_not_sealed() -> None:
    workbook = partnership()
    sign(workbook, 0, 1)
    stale = SealAgreement(workbook.book.records("agreements")[0].id, PDF, by(workbook))
    add(workbook, "partners", name="Choir")
    with pytest.raises(Refused, match="changed since this document was made"):
        workbook.do(stale)


def test_a_report_is_issued_once_and_stays() -> None:
    workbook = new_workbook()
    first = add(workbook, "reports", title="First quarter")
    add(workbook, "report_narratives", report=first, section="work", wording="It went well.")
    issue(workbook, first)
    second = add(workbook, "reports", title="Second quarter")
    book = workbook.book
    report = book.one(Report, first)
    assert report is not None
    assert (report.status, report.sealed_state) == ("issued", 2)
    assert last_issued(book) == report
    narrative = book.records("report_narratives")[0].id
    for type_name, record_id in (("reports", first), ("report_narratives", narrative)):
        with pytest.raises(Refused, match="a correction is a new report"):
            edit(workbook, type_name, record_id, **{"title" if record_id == first else "wording": "Other"})
    with pytest.raises(Refused, match="issued already"):
        issue(workbook, first)
    edit(workbook, "reports", second, title="The second quarter")
    assert sentences(workbook) == ["Report RP-01 matches what was recorded on Mar 1, 2027."]


def test_what_does_not_match_is_said_in_words() -> None:
    workbook = sealed_partnership()
    (made,) = workbook.book.all(Seal)
    log, book = list(workbook.history()), workbook.book
    assert "is not in this file any more" in verified_seals(book, log, lambda _: None)[0].sentence
    assert "is not what was sealed" in verified_seals(book, log, lambda _: b"%PDF other")[0].sentence
    log[(made.state or 0) - 1] = msgspec.structs.replace(log[(made.state or 0) - 1], hash="other")
    (verdict,) = verified_seals(book, log, lambda _: PDF)
    assert not verdict.holds
    assert "state 9, from which it was made, is not what was recorded" in verdict.sentence


@FEW
@given(st.data())
def test_nothing_that_comes_after_changes_what_was_sealed(data: st.DataObject) -> None:
    workbook = sealed_partnership()
    (made,) = workbook.book.all(Seal)
    assert made.state is not None
    before = plain(workbook.at(made.state))
    work(workbook, data)
    assert plain(workbook.at(made.state)) == before
    assert [verdict.holds for verdict in workbook.verdicts()] == [True]
    assert made in workbook.book.all(Seal)


def test_a_seal_from_another_copy_comes_in_with_the_rest() -> None:
    ours, theirs = partnership(), partnership()
    base = ours.book
    theirs = Workbook(base, ours._journal, ours.author, ours.now)  # the same plan, taken home
    sign(theirs, 0, 1)
    seal(theirs)
    comparison = compare(base, base, theirs.book)
    merged = base.apply(resolved(comparison, base, {}))
    assert merged.all(Seal) == theirs.book.all(Seal)
    (verdict,) = verified_seals(merged, (), lambda _: PDF)
    assert verdict.holds
    assert "in the history of another copy" in verdict.sentence


def test_what_another_copy_did_to_what_is_sealed_here_stays_out() -> None:
    workbook = partnership()
    base = workbook.book
    sign(workbook, 0, 1)
    seal(workbook)
    away = Workbook(base, partnership()._journal, workbook.author, workbook.now)
    edit(away, "clauses", base.records("clauses")[0].id, body="What the school would rather have.")
    edit(away, "partners", base.records("partners")[1].id, mission="To teach.")
    comparison = compare(base, workbook.book, away.book)
    assert [conflict.reason for conflict in comparison.conflicts] == ["sealed here"]
    chosen = {conflict.key: "theirs" for conflict in comparison.conflicts}
    changes = resolved(comparison, workbook.book, chosen)  # type: ignore[arg-type]
    assert {change.type for change in changes} == {"partners"}


@FEW
@given(st.data())
def test_copies_of_a_sealed_plan_come_together_through_the_door(data: st.DataObject) -> None:
    base = sealed_partnership().book
    ours, theirs = (new_workbook(base) for _ in range(2))
    work(ours, data)
    work(theirs, data)
    comparison = compare(base, ours.book, theirs.book)
    for side in ("ours", "theirs"):
        chosen = {conflict.key: side for conflict in comparison.conflicts}
        changes = resolved(comparison, ours.book, chosen)  # type: ignore[arg-type]
        refuse_sealed(ours.book, changes)
        assert ours.book.apply(changes).all(Seal) == base.all(Seal)
