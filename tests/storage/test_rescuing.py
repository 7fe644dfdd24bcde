"""A damaged file gives back what can be read, into a new file; the original is only looked at."""

from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, left_alone, small_file
from workbook.book import Book
from workbook.operations import AddRecord, EditRecord

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in which partners fill several pages, and so does the log."""
    path = small_file(tmp_path)
    with storage.open_workbook(path, ANA) as opened:
        for number in range(60):
            opened.workbook.do(AddRecord("partners", {"name": f"Partner {number}", "note": f"{number} " * 60}))
        for number, partner in enumerate(opened.workbook.book.records("partners")[:20]):
            opened.workbook.do(EditRecord("partners", partner.id, {"name": f"Renamed {number}"}))
    return path


def book_of(path: Path) -> Book:
    with storage.open_workbook(path, ANA, read_only=True) as opened:
        return opened.workbook.book


def pages_with(content: bytes, mark: bytes) -> list[int]:
    return [number for number in range(len(content) // PAGE) if mark in content[number * PAGE : (number + 1) * PAGE]]


def harm(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


def rescued(path: Path) -> tuple[storage.RescueReport, Book]:
    target = path.with_name("rescued.cpw")
    before = path.read_bytes()
    report = storage.rescue(path, target, ANA)
    assert path.read_bytes() == before
    assert storage.check_file(target) == () or report.lost
    return report, book_of(target)


def row_pages(content: bytes) -> list[int]:
    """Pages that hold rows of partners, not the log: there, a value stands in quotation marks."""
    return [page for page in pages_with(content, b"Renamed") if page not in pages_with(content, b'"after"')]


def test_a_sound_file_is_rescued_whole(path: Path) -> None:
    book = book_of(path)

    report, found = rescued(path)

    assert report.sentence.endswith("nothing was lost.")
    assert report.steps == 88
    assert not found.difference(book)


def test_broken_rows_come_back_from_the_history(path: Path) -> None:
    book = book_of(path)
    pages = row_pages(path.read_bytes())
    assert pages
    harm(path, *pages)
    with pytest.raises(storage.FileDamaged):
        storage.open_workbook(path, ANA)

    report, found = rescued(path)

    assert not found.difference(book)
    assert report.lost == ()


def test_a_broken_history_costs_no_record(path: Path) -> None:
    book = book_of(path)
    harm(path, pages_with(path.read_bytes(), b'"after"')[2])

    report, found = rescued(path)

    assert not found.difference(book)
    assert 0 < report.steps < 88
    assert "holds up to step" in str(report.lost[0])
    assert storage.check_file(path.with_name("rescued.cpw")) == ()


@pytest.mark.parametrize("pages", [(0,), (0, 1, 2)])
def test_a_destroyed_beginning_is_replaced_by_that_of_a_new_file(path: Path, pages: tuple[int, ...]) -> None:
    book = book_of(path)
    harm(path, *pages)
    with pytest.raises(storage.NotOurs):
        storage.open_workbook(path, ANA)

    report, found = rescued(path)

    assert not found.difference(book)
    assert report.lost == ()


def test_where_rows_and_history_are_broken_the_rest_comes_back_and_the_loss_is_told(path: Path) -> None:
    book = book_of(path)
    content = path.read_bytes()
    harm(path, row_pages(content)[0], pages_with(content, b'"after"')[3])

    report, found = rescued(path)

    assert report.lost
    assert 40 < found.count("partners") <= book.count("partners")
    assert found.count("objectives") == book.count("objectives")
    assert any(problem.type == "partners" for problem in report.lost)


@pytest.mark.slow
def test_every_page_in_turn_may_be_lost(path: Path) -> None:
    """Whatever page goes, every record comes back, because it stands in the rows and in the history."""
    book = book_of(path)
    content = path.read_bytes()
    target = path.with_name("rescued.cpw")
    for page in range(len(content) // PAGE):
        path.write_bytes(content)
        harm(path, page)
        target.unlink(missing_ok=True)
        storage.rescue(path, target, ANA)
        missing = [change for change in book.difference(book_of(target)) if change.after is None]
        assert missing == [], page


def test_what_never_was_a_workbook_is_not_rescued(tmp_path: Path) -> None:
    path = tmp_path / "letter.cpw"
    path.write_bytes(b"Dear all, " * 2000)
    with left_alone(path), pytest.raises(storage.NotOurs):
        storage.rescue(path, tmp_path / "new.cpw", ANA)
