"""Files that are not workbooks, or no longer: refused in one sentence, and left as they are byte for byte."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import storage
from storage.copies import journal_of
from tests.storage.making import ANA, is_one_sentence, left_alone, partner_names, small_file
from workbook.book import Book
from workbook.changes import ChangeSet

CORRUPT = Path(__file__).parents[3] / "shared" / "real" / "hostile" / "sqlite_corrupt"
PAGE = 4096


def refuse(path: Path) -> storage.FileProblem:
    """Open and inspect a file that must not open; return what is said about it."""
    with left_alone(path):
        with pytest.raises(storage.FileProblem) as caught:
            storage.open_workbook(path, ANA)
        with pytest.raises(storage.FileProblem):
            storage.open_workbook(path, ANA, read_only=True)
        verdict = storage.inspect(path)
        problems = storage.check_file(path)
    assert is_one_sentence(str(caught.value)), str(caught.value)
    assert verdict.problem is not None
    assert len(problems) == 1
    return caught.value


@pytest.mark.skipif(not CORRUPT.is_dir(), reason="the collection of corrupt files is not on this machine")
@pytest.mark.parametrize("name", sorted(file.name for file in CORRUPT.glob("*.db")) or ["none"])
def test_a_corrupt_file_of_others_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / Path(name).with_suffix(".cpw").name
    shutil.copyfile(CORRUPT / name, path)

    assert isinstance(refuse(path), storage.NotOurs | storage.FileDamaged)


@pytest.mark.skipif(not CORRUPT.is_dir(), reason="the collection of corrupt files is not on this machine")
@pytest.mark.parametrize("name", sorted(file.name for file in CORRUPT.glob("*.db")) or ["none"])
def test_a_corrupt_file_that_pretends_to_be_ours_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / Path(name).with_suffix(".cpw").name
    content = bytearray((CORRUPT / name).read_bytes())
    content[60:64], content[68:72] = (1000).to_bytes(4, "big"), b"CPWB"
    path.write_bytes(content)

    refuse(path)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", storage.FileDamaged),
        (b"PK\x03\x04 a spreadsheet", storage.NotOurs),
        (bytes(8192), storage.NotOurs),
        (b"SQLite format 3\0", storage.NotOurs),
    ],
)
def test_what_is_no_database_is_refused(content: bytes, kind: type, tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    path.write_bytes(content)

    assert isinstance(refuse(path), kind)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.cpw").mkdir()
    with pytest.raises(storage.NotOurs, match="folder"):
        storage.open_workbook(tmp_path / "folder.cpw", ANA)
    with pytest.raises(storage.FileMissing, match=r"no file “none\.cpw”"):
        storage.open_workbook(tmp_path / "none.cpw", ANA)
    assert not (tmp_path / "none.cpw").exists()


@pytest.mark.parametrize("part", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_cut_file_is_refused(part: float, tmp_path: Path) -> None:
    path = small_file(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])

    refuse(path)


def test_a_file_cut_at_its_end_is_refused(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    content = path.read_bytes()
    for missing in (PAGE, 3 * PAGE, 1, 10, PAGE - 1):
        path.write_bytes(content[:-missing])
        refuse(path)


def test_a_zeroed_file_is_refused(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    path.write_bytes(bytes(path.stat().st_size))

    refuse(path)


ADDITIONS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON partners BEGIN DELETE FROM change_sets; END",
    "view": "CREATE VIEW v AS SELECT * FROM partners",
    "table": "CREATE TABLE t (a)",
    "index": "CREATE INDEX i ON partners (name)",
    "virtual table": "CREATE VIRTUAL TABLE f USING fts5(a)",
    "column": "ALTER TABLE partners ADD COLUMN extra TEXT",
    "generated column": "ALTER TABLE partners ADD COLUMN extra TEXT AS (name || name)",
    "missing column": "ALTER TABLE partners DROP COLUMN note",
    "missing table": "DROP TABLE risks",
    "replaced table": "ALTER TABLE risks RENAME TO old; CREATE VIEW risks AS SELECT 1 AS id; DROP TABLE old",
    "write-ahead log": "PRAGMA journal_mode = WAL",
}


@pytest.mark.parametrize("addition", ADDITIONS)
def test_a_file_that_was_given_more_or_less_is_refused(addition: str, tmp_path: Path) -> None:
    path = small_file(tmp_path)
    connection = sqlite3.connect(path)
    connection.executescript(ADDITIONS[addition])
    connection.close()

    assert isinstance(refuse(path), storage.FileDamaged)


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    _pragma(path, "user_version = 2000")

    assert "format 2.0" in str(refuse(path))


def test_a_newer_minor_format_opens(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    _pragma(path, "user_version = 1007")

    with storage.open_workbook(path, ANA) as opened:
        assert not opened.read_only
        assert partner_names(opened)[0] == "City Museum 2"


def test_a_newer_minor_format_with_more_columns_opens_for_reading(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    connection = sqlite3.connect(path)
    connection.executescript("ALTER TABLE partners ADD COLUMN extra TEXT; PRAGMA user_version = 1007")
    connection.close()

    with left_alone(path), storage.open_workbook(path, ANA) as opened:
        assert opened.read_only
        assert "format 1.7" in opened.notices[0]
        assert partner_names(opened)[0] == "City Museum 2"


def _pragma(path: Path, text: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {text}")
    connection.close()


def _flip(page: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(page))
    page[place] ^= 1 << chance.randrange(8)


def _overwrite(page: bytearray, chance: random.Random) -> None:
    page[:] = chance.randbytes(len(page))


def _zero(page: bytearray, chance: random.Random) -> None:
    page[:] = bytes(len(page))


@pytest.mark.parametrize("harm", [_flip, _overwrite, _zero])
def test_no_page_changes_unnoticed(harm: Callable[[bytearray, random.Random], None], tmp_path: Path) -> None:
    """Every page in turn is harmed: refused at opening, found by check, or the plan and its history are the same."""
    whole = small_file(tmp_path)
    content = whole.read_bytes()
    with storage.open_workbook(whole, ANA) as opened:
        book, history = opened.workbook.book, list(opened.workbook.history())
    chance, path, outcomes = random.Random(7), tmp_path / "harmed.cpw", {"refused": 0, "found": 0, "same": 0}
    for start in range(0, len(content), PAGE):
        page = bytearray(content[start : start + PAGE])
        harm(page, chance)
        path.write_bytes(content[:start] + page + content[start + PAGE :])
        outcomes[_outcome(path, book, history)] += 1
    assert sum(outcomes.values()) == len(content) // PAGE
    if harm is not _flip:
        assert outcomes["same"] == 0


def _outcome(path: Path, book: Book, history: list[ChangeSet]) -> str:
    before = path.read_bytes()
    try:
        opened = storage.open_workbook(path, ANA)
    except storage.FileProblem:
        assert path.read_bytes() == before
        assert not journal_of(path).exists()
        return "refused"
    with opened:
        if storage.check_file(opened.store):
            return "found"
        assert list(opened.workbook.history()) == history
        assert not opened.workbook.book.difference(book)
        return "same"


def test_a_page_with_other_content_of_the_same_shape_is_found_by_check(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    content = path.read_bytes()
    at = content.index(b"City Museum 2First line")  # the row, not the log, where each value stands in quotation marks
    path.write_bytes(content[:at] + b"City Mausoleu" + content[at + 13 :])

    with storage.open_workbook(path, ANA) as opened:
        problems = storage.check_file(opened.store)

    assert [(problem.type, problem.field) for problem in problems] == [("partners", "name")]
    assert "“City Mausoleu”, but the history recorded “City Museum 2”" in str(problems[0])


def test_an_altered_history_is_found_by_check(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    content = path.read_bytes()
    altered = content.replace(b'"after":{"name":"City Museum 0"}', b'"after":{"name":"City Museum 9"}')
    assert altered != content
    path.write_bytes(altered)

    assert "Step 6" in str(storage.check_file(path)[0])
