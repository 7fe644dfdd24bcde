"""A person who was erased is nowhere in the file any more, and the file is as sound as before."""

from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, BEN
from workbook.book import Book
from workbook.chain import first_break
from workbook.erasing import ERASED
from workbook.merging import compare
from workbook.operations import AddRecord, EditRecord, Operation, Refused, RemoveRecords, RestoreState
from workbook.records import Contact, Participant
from workbook.workbook import Workbook

SECRETS = ("Müller", "Mueller", "anna@", "0176 555", "allergic", "Council resolution 12/3")


def added(workbook: Workbook, operation: AddRecord) -> str:
    workbook.do(operation)
    return operation.record_id


def person_in(opened: storage.OpenWorkbook) -> str:
    """Enter a person, let her be renamed, given work, removed, brought back and entered in a session."""
    workbook = opened.workbook
    partner = added(workbook, AddRecord("partners", {"name": "City Museum"}))
    given = {"partner": partner, "name": "Anna Mueller", "email": "anna@museum.example", "note": "allergic to nuts"}
    contact = added(workbook, AddRecord("contacts", given))
    steps: tuple[Operation, ...] = (
        EditRecord("contacts", contact, {"name": "Anna Müller"}),
        EditRecord("contacts", contact, {"phone": "0176 555", "authority": "Council resolution 12/3"}),
        AddRecord("activities", {"title": "Open the depot", "owner": contact}),
        AddRecord("attachments", {"name": "cv.pdf", "record_type": "contacts", "record_id": contact}),
        RemoveRecords("contacts", (contact,)),
    )
    for step in steps:
        workbook.do(step)
    workbook.undo()
    session = added(workbook, AddRecord("training_sessions", {"title": "Lighting"}))
    workbook.do(AddRecord("participants", {"session": session, "name": "anna  MÜLLER", "note": "allergic"}))
    workbook.do(AddRecord("reports", {"title": "First year", "prepared_by": "Anna Müller"}))
    workbook.do(AddRecord("contacts", {"partner": partner, "name": "Ben Ofori", "email": "ben@museum.example"}))
    return contact


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.cpw"


def test_a_person_is_erased_from_records_history_and_pages_and_the_file_stays_sound(path: Path) -> None:
    with storage.create(path, ANA) as opened:
        contact, workbook = person_in(opened), opened.workbook
        assert all(secret.encode() in path.read_bytes() for secret in SECRETS)
        before, chain = workbook.book, [step.hash for step in workbook.history()]
        step = workbook.erase("contacts", contact)
        assert [entry.hash for entry in workbook.history()][:-1] == chain
        assert first_break(list(workbook.history())) is None
        assert "erase" in step.title.lower()
        assert list(workbook.history())[-1] == step
    content = path.read_bytes()
    assert not [secret for secret in SECRETS if secret.encode() in content]
    assert b"Ben Ofori" in content
    assert storage.check_file(path) == ()
    with storage.open_workbook(path, BEN) as opened:
        book = opened.workbook.book
        held = book.one(Contact, contact)
        assert held is not None
        assert (held.name, held.email, held.phone, held.note, held.code) == (ERASED, "", "", "", "K-01")
        assert [(one.name, one.note) for one in book.all(Participant)] == [(ERASED, "")]
        assert book.where(type(book.records("activities")[0]), owner=contact)
        assert {change.type for change in before.difference(book)} == {"contacts", "participants", "reports"}
        _nothing_brings_it_back(opened.workbook)
    assert not [secret for secret in SECRETS if secret.encode() in path.read_bytes()]


def test_a_copy_that_comes_back_does_not_bring_an_erased_person_along(path: Path) -> None:
    with storage.create(path, ANA) as opened:
        contact, workbook = person_in(opened), opened.workbook
        edited = EditRecord("contacts", contact, {"email": "anna@new.example", "consent": True}).plan(workbook.book)
        theirs, seq = workbook.book.apply(edited), workbook.seq
        workbook.erase("contacts", contact)
        (brought,) = (one for one in compare(workbook.at(seq), workbook.book, theirs).changes if one.type == "contacts")
        assert (brought.before, brought.after) == ({"consent": False}, {"consent": True})


def _nothing_brings_it_back(workbook: Workbook) -> None:
    end = workbook.seq
    for seq in range(end + 1):
        assert not _holds_secrets(workbook.at(seq))
    workbook.do(RestoreState(workbook.at(end - 3), "earlier"))
    while workbook.next_undo is not None:
        assert not any(secret in workbook.next_undo.title for secret in SECRETS)
        try:
            workbook.undo()
        except Refused:
            break  # what stays needs what was to go, as everywhere
    while workbook.next_redo is not None:
        workbook.redo()
    assert not _holds_secrets(workbook.book)


def _holds_secrets(book: Book) -> bool:
    people = repr((book.records("contacts"), book.records("participants"), book.records("reports")))
    return any(secret in people for secret in SECRETS)


def test_only_people_are_erased_and_only_once(path: Path) -> None:
    with storage.create(path, ANA) as opened:
        contact, workbook = person_in(opened), opened.workbook
        partner = workbook.book.records("partners")[0].id
        with pytest.raises(Refused, match="no person"):
            workbook.erase("partners", partner)
        workbook.erase("contacts", contact)
        seq = workbook.seq
        with pytest.raises(Refused, match="erased already"):
            workbook.erase("contacts", contact)
        assert workbook.seq == seq


def test_a_person_who_was_removed_is_erased_from_the_history(path: Path) -> None:
    with storage.create(path, ANA) as opened:
        contact, workbook = person_in(opened), opened.workbook
        workbook.do(RemoveRecords("contacts", (contact,)))
        workbook.erase("contacts", contact)
        assert workbook.book.get("contacts", contact) is None
    assert not [secret for secret in SECRETS if secret.encode() in path.read_bytes()]
    assert storage.check_file(path) == ()


def test_a_file_for_reading_only_keeps_its_people(path: Path) -> None:
    with storage.create(path, ANA) as opened:
        contact = person_in(opened)
    with storage.open_workbook(path, BEN, read_only=True) as opened:
        held, seq = opened.workbook.book, opened.workbook.seq
        with pytest.raises(storage.FileProblem):
            opened.workbook.erase("contacts", contact)
        assert (opened.workbook.book, opened.workbook.seq) == (held, seq)
