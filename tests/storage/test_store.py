"""The journal in a file: what was acknowledged is there, in order, with everything that undo and history need."""

import sqlite3
import threading
from pathlib import Path

import pytest

import storage
from storage.store import Store
from tests.storage.making import ANA, BEN, add_partner, partner_names, small_file
from workbook.book import Book
from workbook.chain import first_break
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.workbook import Workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_file(tmp_path)


def alter(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        assert connection.execute(statement, values).rowcount > 0
    connection.close()


def test_undo_and_redo_survive_closing(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        opened.workbook.undo()
        assert partner_names(opened)[0] == "City Museum 1"
    with storage.open_workbook(path, ANA) as opened:
        assert opened.workbook.redo().title == "Redo: Edit P-01 City Museum 1: Name"
        assert partner_names(opened)[0] == "City Museum 2"


def test_change_sets_come_back_as_they_were_written(path: Path) -> None:
    with storage.open_workbook(path, BEN) as opened:
        written = opened.workbook.do(AddRecord("partners", {"name": "Ωmega “Ltd”"}))
        assert list(opened.workbook.history(9)) == [written]
    with storage.open_workbook(path, ANA) as opened:
        history = list(opened.workbook.history())
        assert history[-1] == written
        assert [entry.seq for entry in history] == list(range(1, 10))
        assert first_break(history) is None
        assert (history[-1].operator, history[-1].device) == ("Ben", "office")
        assert [entry.seq for entry in opened.workbook.history(3, 5)] == [3, 4, 5]
        assert opened.workbook.fingerprint == history[-1].hash
        assert list(opened.workbook.history(50)) == []


def test_a_long_history_is_read_in_pages(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.store._ROWS_AT_ONCE", 3)
    with storage.open_workbook(path, ANA) as opened:
        assert [entry.seq for entry in opened.workbook.history()] == list(range(1, 9))


def test_any_earlier_state_can_be_looked_at(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        names = [[r.name for r in opened.workbook.at(seq).records("partners")] for seq in (1, 2, 7)]  # type: ignore[attr-defined]
    assert names == [[], ["City Museum"], ["City Museum 1", "Library"]]


def test_many_changes_of_one_operation_are_one_transaction(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        partners = opened.workbook.book.records("partners")
        opened.workbook.do(RemoveRecords("partners", tuple(partner.id for partner in partners)))
        opened.workbook.undo()
        book = opened.workbook.book
    with storage.open_workbook(path, ANA) as opened:
        assert opened.workbook.seq == 10
        assert not opened.workbook.book.difference(book)


def test_a_row_that_is_gone_stops_the_edit_and_leaves_no_step(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        alter(path, "DELETE FROM partners WHERE id = ?", partner.id)
        with pytest.raises(storage.ChangedElsewhere):
            opened.workbook.do(EditRecord("partners", partner.id, {"name": "New"}))
        assert opened.workbook.seq == 8
        add_partner(opened)


def test_two_stores_cannot_write_over_each_other(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        other = Store(path, sqlite3.connect(path, isolation_level=None))
        Workbook(Book.empty(), other, BEN).do(AddRecord("partners", {"name": "Theirs"}))
        other.close()
        with pytest.raises(storage.ChangedElsewhere):
            add_partner(opened, "Ours")
        assert "Ours" not in partner_names(opened)
    with storage.open_workbook(path, ANA) as opened:
        assert partner_names(opened)[-1] == "Theirs"


def test_a_record_that_cannot_be_read_is_shown_locked_and_never_changed(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        last = list(opened.workbook.history())[-1]
    alter(path, "UPDATE partners SET sector = 'from_the_future' WHERE id = ?", partner.id)

    with storage.open_workbook(path, ANA) as opened:
        (locked,) = opened.workbook.book.locked
        assert (locked.type, locked.id) == ("partners", partner.id)
        assert locked.raw["sector"] == "from_the_future"
        assert locked.raw["name"] == "City Museum 2"
        assert "from_the_future" in locked.reason
        assert "1 record that this version cannot read" in opened.notices[0]
        assert partner_names(opened) == ["Library"]
        with pytest.raises(storage.RecordUnreadable):
            opened.store.append(last, opened.workbook.book)
        add_partner(opened)
        problems = storage.check_file(opened.store)
        assert [(problem.type, problem.id) for problem in problems] == [("partners", partner.id)]
    assert isinstance(storage.inspect(path), storage.PartlyReadable)


def test_history_can_be_read_by_a_worker_while_the_window_writes(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        counts: list[int] = []
        worker = threading.Thread(target=lambda: counts.extend(len(list(opened.workbook.history())) for _ in range(50)))
        worker.start()
        for number in range(50):
            add_partner(opened, f"Partner {number}")
        worker.join()
    assert counts == sorted(counts)
    assert len(counts) == 50
