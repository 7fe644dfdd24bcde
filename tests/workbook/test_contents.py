"""What a workbook in memory keeps of attachments, and what it does not take."""

import pytest

from workbook.book import Book
from workbook.contents import OTHER, GivenFile, media_type_of, suffix_of
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord, AttachFiles, Refused
from workbook.plan_format import to_plan
from workbook.records import Attachment
from workbook.workbook import Author, Workbook


@pytest.fixture
def workbook() -> Workbook:
    workbook = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
    workbook.do(AddRecord("partners", {"name": "Museum"}))
    return workbook


def attach(workbook: Workbook, *files: GivenFile) -> tuple[Attachment, ...]:
    partner = workbook.book.records("partners")[0]
    workbook.do(AttachFiles("partners", partner.id, files))
    return workbook.book.all(Attachment)


def test_several_files_are_one_step_and_get_codes_of_their_own(workbook: Workbook) -> None:
    found = attach(workbook, GivenFile("a.pdf", b"a"), GivenFile("b.png", b"b"))
    assert [(one.code, one.name) for one in found] == [("AT-01", "a.pdf"), ("AT-02", "b.png")]
    assert [workbook.content(one.sha256) for one in found] == [b"a", b"b"]
    workbook.undo()
    assert workbook.book.count("attachments") == 0


def test_a_previewed_step_brings_nothing_in(workbook: Workbook) -> None:
    file = GivenFile("a.pdf", b"a")
    AttachFiles("partners", workbook.book.records("partners")[0].id, (file,)).plan(workbook.book)
    assert not workbook.has_content(file.sha256)


def test_nothing_is_attached_to_an_attachment(workbook: Workbook) -> None:
    (one,) = attach(workbook, GivenFile("a.pdf", b"a"))
    with pytest.raises(Refused, match="cannot be attached to an attachment"):
        workbook.do(AttachFiles("attachments", one.id, (GivenFile("b.pdf", b"b"),)))


def test_a_plan_file_has_the_name_and_not_the_content(workbook: Workbook) -> None:
    attach(workbook, GivenFile("a.pdf", b"a"))
    (entry,) = to_plan(workbook.book)["attachments"]
    assert (entry["name"], entry["size"], entry["record"]) == ("a.pdf", 1, "partners/P-01")
    assert "sha256" not in entry


@pytest.mark.parametrize(
    ("name", "suffix", "media_type"),
    [
        ("Scan 1.PDF", "pdf", "application/pdf"),
        ("photo.jpeg", "jpeg", "image/jpeg"),
        ("archive.tar.xyz", "xyz", OTHER),
        (".profile", "", OTHER),
        ("letter", "", OTHER),
    ],
)
def test_a_file_is_what_its_name_ends_in(name: str, suffix: str, media_type: str) -> None:
    assert (suffix_of(name), media_type_of(name)) == (suffix, media_type)
