"""The released formats: what is frozen stays as it is, and a file of each still opens."""

import shutil
import sqlite3
from pathlib import Path

import pytest

import storage
from storage.schemas import RELEASED
from storage.tables import definitions
from tests.storage.making import ANA, BEN, left_alone, partner_names
from workbook.operations import AddRecord

FILES = Path(__file__).parent / "files"


def test_the_declarations_still_make_the_frozen_schema() -> None:
    """A field was added or changed: that needs a new format with a migration.

    As long as the present format is not released: ``python -m tests.storage.make_format_file``.
    """
    name = f"format_{storage.CURRENT.major}_{storage.CURRENT.minor}.sql"
    frozen = (RELEASED.versions[0] / name).read_text(encoding="utf-8").splitlines()
    assert list(definitions()) == frozen


def test_every_released_format_has_a_file_a_migration_and_a_schema() -> None:
    kept = sorted(file.stem for file in FILES.glob("format_*.cpw"))
    assert kept == sorted(file.stem for file in RELEASED.versions[0].glob("format_*.py"))
    assert kept == sorted(file.stem for file in RELEASED.versions[0].glob("format_*.sql"))


@pytest.mark.parametrize("kept", sorted(FILES.glob("format_*.cpw")), ids=lambda path: path.stem)
def test_a_file_of_each_format_opens_and_is_sound(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    shutil.copyfile(kept, path)
    with storage.open_workbook(path, BEN) as opened:
        assert partner_names(opened) == ["Museum of the City", "Library"]
        assert opened.workbook.book.plan.title == "Old Tram Depot – Atelier für alle 図"
        assert str(opened.workbook.book.records("resources")[0].rate) == "20.10 EUR"  # type: ignore[attr-defined]
        assert next(entry.title for entry in opened.workbook.history(6)) == "Edit P-01 City Museum: Name"
        assert opened.workbook.redo().title == "Redo: Remove P-02 Library"
        opened.workbook.do(AddRecord("partners", {"name": "Choir"}))
        assert storage.check_file(opened.store) == ()


def test_a_new_file_carries_our_marks(tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    storage.create(path, ANA).close()
    connection = sqlite3.connect(path)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    connection.close()
    assert found == {"application_id": 0x43505742, "user_version": storage.CURRENT.user_version}
    assert mode == "delete"
    assert all(strict for name, strict in tables if not name.startswith("sqlite_"))


def test_an_open_file_is_durable_and_trusts_nothing(tmp_path: Path) -> None:
    with storage.create(tmp_path / "plan.cpw", ANA) as opened:
        wanted = {"synchronous": 3, "trusted_schema": 0, "cell_size_check": 1, "foreign_keys": 1, "secure_delete": 1}
        found = {name: opened.store.raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
        length = opened.store.raw.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
    assert found == wanted
    assert length < 1_000_000_000


def test_looking_at_a_file_leaves_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    shutil.copyfile(FILES / f"format_{storage.CURRENT.major}_{storage.CURRENT.minor}.cpw", path)
    with left_alone(path):
        assert isinstance(storage.inspect(path), storage.Healthy)
        assert storage.check_file(path) == ()
        storage.open_workbook(path, ANA, read_only=True).close()
        storage.open_workbook(path, ANA).close()
