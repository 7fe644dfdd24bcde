"""What is sealed, told in confidence, or erased stays so when copies come together."""

import datetime

import pytest

from tests.properties.sittings import copy_of
from tests.workbook.sealing.signing import NOW, PDF, edit, partnership, seal, sign
from workbook.bringing import BringTogether
from workbook.brought import memory_of
from workbook.chain import chained, last_common
from workbook.changes import Change, ChangeSet
from workbook.formats import Formats
from workbook.journal import MemoryJournal
from workbook.merging import Choices, Meeting, meet, told_conflicts
from workbook.operations import AddRecord, EditRecord, Refused, RemoveRecords, SetResponsibilities
from workbook.records import Agreement, Clause, Contact, HealthResponse, HealthRound, Partner, Seal
from workbook.sealing import refuse_sealed
from workbook.workbook import Author, Workbook

TODAY = datetime.date(2027, 3, 1)


def bring(ours: Workbook, theirs: Workbook, choices: Choices | None = None) -> Meeting:
    meeting = meet(ours, theirs, "copy.cpw")
    ours.do(BringTogether(meeting, lambda _: PDF, lambda _: False, TODAY, choices or {}))
    return meeting


def test_an_agreement_sealed_there_and_worked_on_here_is_chosen_about_as_a_whole() -> None:
    start = partnership()
    theirs = copy_of(start)
    sign(theirs, 0, 1)
    seal(theirs)
    for side, words in (("ours", "To open two workshops."), ("theirs", "To open a workshop.")):
        ours = copy_of(start, "Ana")
        edit(ours, "clauses", start.book.records("clauses")[0].id, body="To open two workshops.")
        edit(ours, "partners", start.book.records("partners")[0].id, note="Ours")
        (asked,) = meet(ours, theirs, "copy.cpw").comparison.conflicts
        assert (asked.type, asked.reason) == ("agreements", "sealed there")
        bring(ours, theirs, {asked.key: side})  # type: ignore[dict-item]
        assert [clause.body for clause in ours.book.all(Clause)] == [words]
        assert ours.book.count("seals") == ours.book.count("signatures") // 2 == (side == "theirs")
        assert [one.status for one in ours.book.all(Agreement)] == ["in_force" if side == "theirs" else "draft"]
        assert ours.book.all(Partner)[0].note == "Ours"
        assert [verdict.holds for verdict in ours.verdicts()] == [True] * ours.book.count("seals")


def test_a_seal_comes_with_its_document_and_then_keeps_out_edits() -> None:
    ours = partnership()
    theirs = copy_of(ours)
    edit(theirs, "agreements", ours.book.records("agreements")[0].id, title="The agreement on the lab")
    sign(theirs, 0, 1)
    made = seal(theirs)
    late = copy_of(ours, "Carla")
    edit(late, "clauses", ours.book.records("clauses")[0].id, body="Something else.")
    edit(theirs, "agreements", made.record_id, note="After it was sealed")
    before = ours.book
    bring(ours, theirs)
    ours.undo()
    assert not before.difference(ours.book), "taken back with all that it did to the agreement"
    ours.redo()
    assert ours.book.all(Seal) == (made,)
    assert ours.content(made.sha256) == PDF
    meeting = bring(ours, late)
    assert [one.reason for one in meeting.comparison.conflicts] == ["sealed here"]
    assert ours.book.all(Clause)[0].body == "To open a workshop."


def test_an_agreement_sealed_on_both_sides_is_asked_about_and_what_is_here_stays() -> None:
    start = partnership()
    theirs, clause = copy_of(start), start.book.records("clauses")[0].id
    edit(theirs, "clauses", clause, body="To open two workshops.")
    sign(theirs, 0, 1)
    other = seal(theirs, pdf=b"%PDF-1.7 theirs")
    documents = {other.sha256: b"%PDF-1.7 theirs"}
    for side in ("ours", "theirs"):
        ours = copy_of(start, "Ana")
        sign(ours, 0, 1)
        own = seal(ours)
        meeting = meet(ours, theirs, "copy.cpw")
        (asked,) = meeting.comparison.open_conflicts
        (told,) = told_conflicts(meeting, (asked,), ours_formats())
        assert (asked.type, asked.id, asked.reason) == ("seals", other.id, "sealed twice")
        assert (told.was, told.our_hand is None, told.their_hand and told.their_hand.operator) == ("", True, "Ben")
        assert {one.reason for one in meeting.comparison.conflicts} == {"sealed twice", "sealed here"}
        choices: Choices = {asked.key: "theirs" if side == "theirs" else "ours"}
        ours.do(BringTogether(meeting, documents.get, lambda _: False, TODAY, choices))
        assert {one.id for one in ours.book.all(Seal)} == {own.id, *([other.id] if side == "theirs" else [])}
        assert [clause.body for clause in ours.book.all(Clause)] == ["To open a workshop."]
        assert [verdict.holds for verdict in ours.verdicts()] == [True] * ours.book.count("seals")
        assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_a_link_that_went_with_a_removal_that_waits_for_a_choice_is_no_change_by_itself() -> None:
    ours = partnership()
    activity = ours.book.records("activities")[0].id
    ours.do(AddRecord("activities", {"title": "Hold the fair", "depends_on": (activity,)}))
    theirs = copy_of(ours)
    theirs.do(RemoveRecords("activities", (activity,)))
    ours.do(EditRecord("activities", activity, {"note": "Settled"}))
    comparison = meet(ours, theirs, "copy.cpw").comparison
    assert [one.reason for one in comparison.conflicts] == ["theirs removed"]
    assert comparison.changes == ()


def test_who_worked_on_what_belongs_to_a_record_is_told_where_the_other_side_removed_it() -> None:
    start = partnership()
    activity, museum = (start.book.records(name)[0].id for name in ("activities", "partners"))
    start.do(SetResponsibilities({(activity, museum): ("R",)}))
    removing, working = copy_of(start, "Ana"), copy_of(start)
    removing.do(RemoveRecords("activities", (activity,)))
    working.do(SetResponsibilities({(activity, museum): ("A",)}))
    for ours, theirs, hands in ((removing, working, ("Ana", "Ben")), (working, removing, ("Ben", "Ana"))):
        meeting = meet(ours, theirs, "copy.cpw")
        (told,) = told_conflicts(meeting, meeting.comparison.conflicts, ours_formats())
        assert (told.our_hand and told.our_hand.operator, told.their_hand and told.their_hand.operator) == hands


def rounds() -> Workbook:
    start = partnership()
    start.do(AddRecord("health_rounds", {"title": "Spring"}))
    return start


def answer(workbook: Workbook) -> None:
    partner, round_ = workbook.book.records("partners")[0].id, workbook.book.records("health_rounds")[0].id
    workbook.do(AddRecord("health_responses", {"round": round_, "partner": partner, "statement": "s01", "score": 2}))


def test_answers_given_in_confidence_are_not_opened_by_the_other_side() -> None:
    for opened_by_us in (True, False):
        start = rounds()
        opening, answering = copy_of(start, "Ana"), copy_of(start)
        round_ = start.book.records("health_rounds")[0].id
        opening.do(EditRecord("health_rounds", round_, {"show_single": True, "note": "All agreed"}))
        answer(answering)
        ours, theirs = (opening, answering) if opened_by_us else (answering, opening)
        meeting = bring(ours, theirs)
        assert [one.reason for one in meeting.comparison.conflicts] == ["answers kept closed"]
        assert [(one.show_single, one.note) for one in ours.book.all(HealthRound)] == [(False, "All agreed")]
        assert len(ours.book.all(HealthResponse)) == 1


def test_a_conflict_between_answers_tells_none_of_them() -> None:
    start = rounds()
    answer(start)
    ours, theirs = copy_of(start, "Ana"), copy_of(start)
    answered = start.book.records("health_responses")[0].id
    ours.do(EditRecord("health_responses", answered, {"score": 4}))
    theirs.do(EditRecord("health_responses", answered, {"score": 1}))
    meeting = bring(ours, theirs)
    (told,) = told_conflicts(meeting, meeting.comparison.conflicts, ours_formats())
    assert {told.was, told.ours, told.theirs} == {"not shown"}
    memory = memory_of(list(ours.history())[-1])
    assert memory is not None
    assert [(one.ours, one.theirs) for one in memory.decisions] == [("not shown", "not shown")]


def people() -> tuple[Workbook, str]:
    start = partnership()
    museum = start.book.records("partners")[0].id
    adding = AddRecord("contacts", {"partner": museum, "name": "Carla Oyelaran", "email": "carla@museum.example"})
    start.do(adding)
    return start, adding.record_id


def test_a_person_erased_here_does_not_come_back_with_a_copy_nor_in_what_is_remembered_of_it() -> None:
    ours, person = people()
    theirs = copy_of(ours)
    theirs.do(EditRecord("contacts", person, {"email": "oyelaran@museum.example", "position": "Director"}))
    ours.erase("contacts", person)
    bring(ours, theirs)
    held = ours.book.one(Contact, person)
    assert held is not None
    assert (held.name, held.email) == ("Erased person", "")
    assert "Oyelaran" not in repr(list(ours.history())).title()


def test_erasing_a_person_reaches_what_is_remembered_of_a_copy() -> None:
    ours, person = people()
    theirs = copy_of(ours)
    theirs.do(EditRecord("contacts", person, {"name": 'Carla "Coco" Oyelaran'}))
    ours.do(EditRecord("contacts", person, {"name": "Carla Ann Oyelaran"}))
    bring(ours, theirs, {("contacts", person, "name"): "theirs"})
    assert "Coco" in repr(list(ours.history()))
    ours.erase("contacts", person)
    said = repr(list(ours.history()))
    assert "Coco" not in said
    assert "Oyelaran" not in said
    assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_the_last_common_step_of_long_histories_is_found_by_halves() -> None:
    asked: list[int] = []

    def ours(seq: int) -> str:
        asked.append(seq)
        return f"{seq}"

    for common in (0, 1, 63_211, 99_999, 100_000):
        asked.clear()
        assert last_common(ours, lambda seq, n=common: f"{seq}" if seq <= n else "other", 100_000) == common  # type: ignore[misc]
        assert len(asked) <= 17


def test_a_history_that_names_unknown_things_is_refused_with_a_sentence() -> None:
    ours = partnership()
    theirs = Workbook(ours.book, MemoryJournal(), Author("Ben"))
    for step in ours.history():
        theirs._journal.append(step, ours.book)
    strange = ChangeSet(ours.seq + 1, "x", NOW, "Ben", "", "Edit", (Change("spells", "1", None, {}),))
    theirs._journal.append(chained(strange, ours.fingerprint), ours.book)
    with pytest.raises(Refused, match="is not as it was recorded"):
        meet(ours, theirs, "copy.cpw")


def test_nothing_sealed_changes_whatever_comes_in() -> None:
    ours = partnership()
    sign(ours, 0, 1)
    seal(ours)
    theirs = copy_of(ours)
    museum = ours.book.records("partners")[0].id
    edit(ours, "partners", museum, note="Ours")
    theirs.do(EditRecord("partners", ours.book.records("partners")[1].id, {"note": "Theirs"}))
    before = ours.book
    bring(ours, theirs)
    refuse_sealed(before, before.difference(ours.book))
    assert [verdict.holds for verdict in ours.verdicts()] == [True]


def test_a_removal_is_kept_when_nobody_worked_on_what_was_removed() -> None:
    ours = partnership()
    theirs = copy_of(ours)
    theirs.do(RemoveRecords("activities", (ours.book.records("activities")[0].id,)))
    ours.do(AddRecord("activities", {"title": "Another"}))
    assert bring(ours, theirs).comparison.conflicts == ()
    assert [str(getattr(one, "title", "")) for one in ours.book.records("activities")] == ["Another"]


def ours_formats() -> Formats:
    return Formats("en")
