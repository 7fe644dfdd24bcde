"""Earlier states of a file that holds what this version cannot read, as one that a newer program has written may."""

import sqlite3
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, partner_names, small_file
from tests.workbook.sealing.signing import by, edit, partnership, sign
from workbook.checks import Checker
from workbook.operations import EditRecord, Refused
from workbook.sealing import sealed_books
from workbook.sealing.operations import SealAgreement

_TERM = "creative_industry"


def from_the_future(path: Path) -> None:
    """Let a term of the file be one that this version does not know, in the rows and in the history."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE partners SET sector = 'unheard_of' WHERE sector = ?", (_TERM,))
        connection.execute("UPDATE change_sets SET changes = replace(changes, ?, 'unheard_of')", (_TERM,))
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of eight steps; the museum, and from step 9 on its sector, which is then unknown here."""
    made = small_file(tmp_path)
    with storage.open_workbook(made, ANA) as opened:
        museum, library = opened.workbook.book.records("partners")
        opened.workbook.do(EditRecord("partners", museum.id, {"sector": _TERM}))
        opened.workbook.do(EditRecord("partners", library.id, {"name": "Town Library"}))
    return made


def test_a_locked_record_is_left_out_of_every_earlier_state_that_holds_what_is_unknown(path: Path) -> None:
    from_the_future(path)

    with storage.open_workbook(path, ANA) as opened:
        assert [one.type for one in opened.workbook.book.locked] == ["partners"]
        names = {
            seq: [getattr(one, "name", "") for one in opened.workbook.at(seq).records("partners")]
            for seq in range(opened.workbook.seq + 1)
        }
        assert names[10] == ["Town Library"]
        assert names[9] == names[3] == ["Library"]
        assert names[2] == names[0] == []


def test_a_history_that_holds_what_is_unknown_is_said_plainly(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        museum = opened.workbook.book.records("partners")[0]
        opened.workbook.do(EditRecord("partners", museum.id, {"sector": "technology"}))
    from_the_future(path)

    with storage.open_workbook(path, ANA) as opened:
        assert partner_names(opened) == ["City Museum 2", "Town Library"]
        with pytest.raises(Refused, match="after step 9 cannot be read from the history here; check the file"):
            opened.workbook.at(9)
        assert opened.workbook.at(11).count("partners") == 2


def test_a_plan_is_checked_though_the_state_that_was_sealed_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    with storage.create(path, ANA) as opened:
        workbook = partnership(opened.workbook)
        sign(workbook, 0, 1)
        workbook.do(SealAgreement(workbook.book.records("agreements")[0].id, b"%PDF-1.7", by(workbook)))
        for sector in (_TERM, "technology"):
            edit(workbook, "partners", workbook.book.records("partners")[0].id, sector=sector)
    from_the_future(path)

    with storage.open_workbook(path, ANA) as opened:
        book = opened.workbook.book
        states = sealed_books(opened.workbook.history, book, opened.workbook.seq)
        assert states == {}
        assert Checker(by(opened.workbook).at.date(), states).run(book)
