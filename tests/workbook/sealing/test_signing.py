"""The way to a signature, and what comes after it: each step is refused with every reason until it is right."""

import datetime

import pytest

from exports.agreement.library import clause_library
from tests.workbook.sealing.signing import TODAY, add, edit, new_workbook, partnership, seal
from workbook.agreements import (
    FOLLOWS,
    DraftClauses,
    MakeReady,
    MarkExpired,
    NewVersion,
    RecordApproval,
    RecordSignature,
    SendToReview,
    Terminate,
    approvals_of,
    hindrances,
    status_on,
)
from workbook.checks import blocking, findings
from workbook.operations import AcceptFinding, Refused
from workbook.records import Agreement, Clause, Contact, Signature
from workbook.vocabularies import AGREEMENT_STATUSES
from workbook.workbook import Workbook


def agreement(workbook: Workbook, place: int = 0) -> Agreement:
    return workbook.book.all(Agreement)[place]


def parties(workbook: Workbook) -> tuple[str, str]:
    museum, school = workbook.book.records("partners")
    return museum.id, school.id


def live_with_the_rest(workbook: Workbook) -> None:
    """Accept every error that the checks find: these tests are about signing."""
    for found in blocking(findings(workbook.book, TODAY)):
        workbook.do(AcceptFinding(found.rule, found.id, "We know.", TODAY))


def ready(workbook: Workbook) -> Agreement:
    live_with_the_rest(workbook)
    workbook.do(MakeReady(agreement(workbook).id, TODAY))
    return agreement(workbook)


def signed() -> Workbook:
    workbook = partnership()
    one = ready(workbook)
    for party in parties(workbook):
        workbook.do(RecordSignature(one.id, party, TODAY))
    return workbook


def test_the_machine_knows_every_status_and_never_comes_back_from_the_end() -> None:
    assert set(FOLLOWS) == set(AGREEMENT_STATUSES.keys)
    assert all(after in AGREEMENT_STATUSES for follows in FOLLOWS.values() for after in follows)
    assert FOLLOWS["terminated"] == FOLLOWS["superseded"] == ()


def test_an_empty_agreement_is_not_sent_round() -> None:
    workbook = new_workbook()
    one = add(workbook, "agreements", title="Memo", level="mou")
    with pytest.raises(Refused, match="there is nothing to read"):
        workbook.do(SendToReview(one))
    assert len(hindrances(workbook.book, agreement(workbook), TODAY)) > 2
    add(workbook, "clauses", agreement=one, heading="Purpose", body="To begin.")
    workbook.do(SendToReview(one))
    assert agreement(workbook).status == "in_review"
    with pytest.raises(Refused, match="is in review; from there it cannot become in review"):
        workbook.do(SendToReview(one))


def test_nobody_signs_before_the_checks_are_met_and_every_approval_is_given() -> None:
    workbook = partnership()
    one, (museum, school) = agreement(workbook), parties(workbook)
    workbook.do(RecordApproval(one.id, museum, "council", "waiting", more={"decides": "City council", "position": 2}))
    workbook.do(RecordApproval(one.id, museum, "legal", "approved", TODAY, {"position": 1}))
    assert agreement(workbook).status == "partner_approval"
    assert [step.step for step in approvals_of(workbook.book, one.id, museum)] == ["legal", "council"]
    edit(workbook, "partners", school, approval="in_progress")
    with pytest.raises(Refused) as refused:
        workbook.do(MakeReady(one.id, TODAY))
    said = [problem.sentence for problem in refused.value.problems]
    assert "P-01 Museum: the answer to “Council” is still missing." in said
    assert "The internal approval of P-02 School is in progress." in said
    assert len(said) > 4, "the errors of the checks stand there too"
    with pytest.raises(Refused, match="Say why in the notes"):
        workbook.do(RecordApproval(one.id, museum, "council", "refused", TODAY))
    workbook.do(RecordApproval(one.id, museum, "council", "approved", TODAY, {"document": "12/2027"}))
    edit(workbook, "partners", school, approval="approved")
    person = add(workbook, "contacts", partner=museum, name="Ana", position="Director", is_signatory=True)
    assert ready(workbook).ready == TODAY
    signatures = workbook.book.all(Signature)
    signing = {(one.partner, one.contact, one.capacity) for one in signatures}
    assert signing == {(museum, person, "Director"), (school, None, "")}
    workbook.do(RecordApproval(one.id, school, "board", "refused", TODAY, {"note": "The board wants another clause."}))
    assert (agreement(workbook).status, agreement(workbook).ready) == ("partner_approval", None)


def test_with_the_last_signature_it_is_in_force() -> None:
    workbook = partnership()
    museum, school = parties(workbook)
    one = agreement(workbook)
    with pytest.raises(Refused, match="make it ready first"):
        workbook.do(RecordSignature(one.id, museum, TODAY))
    ready(workbook)
    add(workbook, "contacts", partner=school, name="Ben")
    ben = workbook.book.all(Contact)[0].id
    early = TODAY - datetime.timedelta(days=1)
    with pytest.raises(Refused) as refused:
        workbook.do(RecordSignature(one.id, museum, early, {"contact": ben, "witness_wanted": True}))
    assert len(refused.value.problems) == 3
    workbook.do(RecordSignature(one.id, museum, TODAY, {"capacity": "Director", "place": "Port Lindell"}))
    assert agreement(workbook).status == "part_signed"
    with pytest.raises(Refused, match="has signed AG-01 Lab agreement already"):
        workbook.do(RecordSignature(one.id, museum, TODAY))
    later = TODAY + datetime.timedelta(days=3)
    workbook.do(RecordSignature(one.id, school, later))
    done = agreement(workbook)
    assert (done.status, done.signed, done.effective) == ("in_force", later, later)
    seal(workbook)


def test_a_new_version_takes_the_place_of_the_old_one_when_it_is_signed() -> None:
    workbook = partnership()
    old = agreement(workbook)
    with pytest.raises(Refused, match="edit it as it is"):
        workbook.do(NewVersion(old.id))
    workbook = signed()
    old = agreement(workbook)
    seal(workbook)
    operation = NewVersion(old.id)
    workbook.do(operation)
    new = workbook.book.one(Agreement, operation.record_id)
    assert new is not None
    assert (new.version, new.status, new.supersedes, new.parties) == ("2", "draft", old.id, old.parties)
    assert (new.signed, new.sealed_state) == (None, None)
    assert [c.body for c in workbook.book.where(Clause, agreement=new.id)] == ["To open a workshop."]
    assert not any(s.signed for s in workbook.book.where(Signature, agreement=new.id))
    with pytest.raises(Refused, match="takes its place already"):
        workbook.do(NewVersion(old.id))
    live_with_the_rest(workbook)
    workbook.do(MakeReady(new.id, TODAY))
    for party in parties(workbook):
        assert agreement(workbook).status == "in_force"
        workbook.do(RecordSignature(new.id, party, TODAY))
    assert [one.status for one in workbook.book.all(Agreement)] == ["superseded", "in_force"]
    assert [verdict.holds for verdict in workbook.verdicts()] == [True]


def test_an_agreement_ends_by_its_date_or_for_a_reason() -> None:
    workbook = signed()
    edit(workbook, "agreements", agreement(workbook).id, expiry=TODAY)
    seal(workbook)
    one, later = agreement(workbook), TODAY + datetime.timedelta(days=1)
    assert (status_on(one, TODAY), status_on(one, later)) == ("in_force", "expired")
    with pytest.raises(Refused, match="nothing to mark"):
        workbook.do(MarkExpired(TODAY))
    workbook.do(MarkExpired(later))
    with pytest.raises(Refused, match="has ended already"):
        workbook.do(Terminate(one.id, later, "Too late"))
    workbook.undo()
    with pytest.raises(Refused, match="Say why"):
        workbook.do(Terminate(one.id, later, " "))
    workbook.do(Terminate(one.id, later, "The museum closes."))
    assert (agreement(workbook).status, agreement(workbook).ended) == ("terminated", later)


def test_clauses_are_not_drafted_into_what_is_sealed() -> None:
    workbook = signed()
    seal(workbook)
    with pytest.raises(Refused, match="draft an amendment"):
        workbook.do(DraftClauses(agreement(workbook).id, clause_library()))
