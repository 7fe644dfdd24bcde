"""Making and opening: whole or not at all, and no trace beside the file afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, add_partner, few_operations, left_alone, partner_names, small_file
from workbook.operations import AddRecord, Refused

ROOT = Path(__file__).parents[2]


def test_a_new_file_holds_its_first_steps_and_can_be_edited(tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    with storage.create(path, ANA, few_operations()) as opened:
        assert opened.path == path
        assert not opened.read_only
        assert opened.notices == ()
        assert opened.workbook.seq == 5
        add_partner(opened)
        book, workbook_id = opened.workbook.book, opened.workbook_id
    with storage.open_workbook(path, ANA) as opened:
        assert not opened.workbook.book.difference(book)
        assert opened.workbook_id == workbook_id


def test_a_refused_first_step_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        storage.create(tmp_path / "plan.cpw", ANA, [*few_operations(), AddRecord("partners", {"name": ""})])
    assert list(tmp_path.iterdir()) == []


def test_a_crash_while_making_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    def break_off() -> None:
        raise KeyboardInterrupt

    class Breaking:
        title = "Break"
        values: dict[str, str] = {}  # noqa: RUF012 - a stand-in for an operation

        def plan(self, book: object) -> tuple[()]:
            break_off()
            return ()

    with pytest.raises(KeyboardInterrupt):
        storage.create(tmp_path / "plan.cpw", ANA, [*few_operations(), Breaking()])
    assert list(tmp_path.iterdir()) == []


def test_nothing_lies_about_after_closing_or_refusing(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    with storage.open_workbook(path, ANA):
        assert sorted(file.name for file in tmp_path.iterdir()) == [".plan.cpw.holder", ".plan.cpw.lock", "plan.cpw"]
    assert [file.name for file in tmp_path.iterdir()] == ["plan.cpw"]
    path.write_bytes(path.read_bytes()[:-10])
    with left_alone(path), pytest.raises(storage.FileDamaged):
        storage.open_workbook(path, ANA)


def test_reading_only_shows_the_moment_of_opening(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    with storage.open_workbook(path, ANA) as writing, storage.open_workbook(path, ANA, read_only=True) as reading:
        add_partner(writing)
        assert len(partner_names(reading)) == 2
        assert reading.workbook.seq == 8
        assert len(list(reading.workbook.history())) == 8


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    opened = storage.open_workbook(small_file(tmp_path), ANA)
    opened.close()
    opened.close()


def test_importing_this_room_imports_no_database_and_no_migrations() -> None:
    code = "import sys, storage; print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_opening_a_file_imports_no_migrations(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    code = (
        "import sys, storage; from pathlib import Path; from workbook.workbook import Author;"
        "storage.open_workbook(Path(sys.argv[1]), Author('Ana')).close(); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(path)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
