"""From one format to the next, shown with a step that is only in the tests."""

import dataclasses
import os
import sqlite3
from pathlib import Path

import pytest

import storage
from storage.formats import Format
from storage.migrating import StepMissing
from storage.schemas import RELEASED, Release
from tests.storage.making import ANA, add_partner, left_alone, partner_names, small_file

NEXT = Path(__file__).parent / "next_format"


def _next_definitions() -> tuple[str, ...]:
    return tuple(
        text.replace(", PRIMARY KEY", ", nickname TEXT, PRIMARY KEY")
        if text.startswith("CREATE TABLE partners")
        else text
        for text in RELEASED.definitions()
    )


NEXT_RELEASE = Release(Format(1, 4), _next_definitions, (*RELEASED.versions, NEXT))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_file(tmp_path)


def nicknames(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT nickname FROM partners ORDER BY code")]
    connection.close()
    return found


def test_an_older_file_is_migrated_and_the_old_one_kept(path: Path) -> None:
    before = path.read_bytes()
    assert isinstance(storage.inspect(path, NEXT_RELEASE), storage.Older)

    with storage.open_workbook(path, ANA, release=NEXT_RELEASE) as opened:
        assert opened.notices == (
            "“plan.cpw” was brought from format 1.3 to 1.4; the old file is kept as “plan.format-1.3.cpw”.",
        )
        assert partner_names(opened) == ["City Museum 2", "Library"]
        assert opened.workbook.seq == 8
        add_partner(opened)

    assert nicknames(path)[:2] == ["the City Museum 2", "the Library"]
    assert isinstance(storage.inspect(path, NEXT_RELEASE), storage.Healthy)
    assert (path.parent / "plan.format-1.3.cpw").read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["plan.cpw", "plan.format-1.3.cpw"]


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise there")
def test_a_migrated_file_stays_with_those_who_could_open_it(path: Path) -> None:
    path.chmod(0o660)
    storage.open_workbook(path, ANA, release=NEXT_RELEASE).close()

    assert path.stat().st_mode & 0o777 == 0o660


def test_a_migrated_file_has_the_same_schema_as_a_new_one(path: Path, tmp_path: Path) -> None:
    storage.open_workbook(path, ANA, release=NEXT_RELEASE).close()
    storage.create(tmp_path / "new.cpw", ANA, release=NEXT_RELEASE).close()

    assert schema(path) == schema(tmp_path / "new.cpw")


def schema(path: Path) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(path)
    found = sorted(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema"))
    connection.close()
    return found


def test_an_older_file_opens_for_reading_without_being_migrated(path: Path) -> None:
    with left_alone(path), storage.open_workbook(path, ANA, read_only=True, release=NEXT_RELEASE) as opened:
        assert partner_names(opened) == ["City Museum 2", "Library"]


def test_an_older_file_kept_before_is_not_replaced(path: Path) -> None:
    (path.parent / "plan.format-1.3.cpw").write_text("mine")
    storage.open_workbook(path, ANA, release=NEXT_RELEASE).close()

    assert (path.parent / "plan.format-1.3.cpw").read_text() == "mine"
    assert (path.parent / "plan.format-1.3 (2).cpw").exists()


def test_an_unfinished_commit_is_taken_back_before_migrating(path: Path) -> None:
    """A journal left behind would be played into the file that took the old one's place."""
    before = path.read_bytes()
    unfinished_commit(path)
    assert path.read_bytes() != before

    with storage.open_workbook(path, ANA, release=NEXT_RELEASE) as opened:
        assert partner_names(opened) == ["City Museum 2", "Library"]
    assert (path.parent / "plan.format-1.3.cpw").read_bytes() == before
    assert isinstance(storage.inspect(path, NEXT_RELEASE), storage.Healthy)


def unfinished_commit(path: Path) -> None:
    """Leave the file as a program does that dies in the middle of writing pages."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN")
    connection.execute("UPDATE change_sets SET changes = changes || ?", ("x" * 50_000,))
    main, journal = path.read_bytes(), path.with_name("plan.cpw-journal").read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    path.write_bytes(main)
    path.with_name("plan.cpw-journal").write_bytes(journal)


@pytest.mark.parametrize(
    "wrong", [_next_definitions()[1:], (*_next_definitions()[1:], "CREATE TABLE acceptances (id TEXT) STRICT")]
)
def test_steps_that_lead_elsewhere_are_our_mistake_and_change_nothing(path: Path, wrong: tuple[str, ...]) -> None:
    release = dataclasses.replace(NEXT_RELEASE, definitions=lambda: wrong)
    with left_alone(path), pytest.raises(StepMissing, match="acceptances"):
        storage.open_workbook(path, ANA, release=release)


def test_a_damaged_older_file_is_not_migrated(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-4096])
    with left_alone(path), pytest.raises(storage.FileDamaged):
        storage.open_workbook(path, ANA, release=NEXT_RELEASE)
