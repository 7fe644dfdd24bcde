"""Two people take a workbook home, both work on it, and bring it together at the command line."""

import json
import shutil
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, BEN, left_alone, small_file
from ui.command_line import main
from workbook.brought import memory_of
from workbook.contents import GivenFile
from workbook.operations import AddRecord, AttachFiles, EditRecord
from workbook.records import Partner

FORMATS = Path(__file__).parents[1] / "storage" / "files"


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Ana's file and Ben's copy; both named the museum anew, and each did something else besides."""
    ours = small_file(tmp_path)
    (tmp_path / "home").mkdir()
    theirs = Path(shutil.copy(ours, tmp_path / "home" / "ben.cpw"))
    with storage.open_workbook(ours, ANA) as opened:
        museum, library = (one.id for one in opened.workbook.book.all(Partner))
        opened.workbook.do(EditRecord("partners", museum, {"name": "Museum of the City"}))
        opened.workbook.do(AddRecord("partners", {"name": "Choir"}))
    with storage.open_workbook(theirs, BEN) as opened:
        opened.workbook.do(EditRecord("partners", museum, {"name": "Town Museum", "website": "https://museum.example"}))
        opened.workbook.do(EditRecord("partners", library, {"name": "Main Library"}))
        opened.workbook.do(AttachFiles("partners", library, (GivenFile("letter.pdf", b"letter"),)))
        opened.workbook.do(AddRecord("partners", {"name": "Theatre"}))
    return ours, theirs


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_a_conflict_changes_nothing_until_somebody_decides(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    with left_alone(ours), left_alone(theirs):
        assert main(["merge", str(ours), str(theirs)]) == 1
    out, error = capsys.readouterr()
    assert error == (
        "1 place needs a decision, so nothing was changed; say --prefer ours or --prefer theirs, "
        "or bring ben.cpw in from the window and decide one by one.\n"
    )
    assert "ben.cpw has 4 changes by Ben that are not here." in out
    line = next(line for line in out.splitlines() if "changed on both sides" in line)
    assert line.startswith(
        "P-01 Museum of the City: Name (changed on both sides): was “City Museum 2”; here “Museum of the City” (Ana, "
    )
    assert "; there “Town Museum” (Ben, " in line
    with left_alone(ours), left_alone(theirs):
        assert main(["merge", str(ours), str(theirs), "--prefer", "theirs", "--preview", "--json"]) == 0
    answer = said(capsys)
    assert (answer["status"], answer["added"], answer["edited"]) == ("preview", 2, 2)


def test_a_preview_names_each_record_as_people_do(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    assert main(["merge", str(ours), str(theirs), "--prefer", "ours", "--preview"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "edited: Partner P-01 Museum of the City (Website)" in [line.strip() for line in lines]


@pytest.mark.parametrize(("side", "name"), [("ours", "Museum of the City"), ("theirs", "Town Museum")])
def test_copies_come_together_once_and_can_be_taken_apart(
    copies: tuple[Path, Path], side: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    with left_alone(theirs):
        assert main(["merge", str(ours), str(theirs), "--prefer", side, "--json"]) == 0
    answer = said(capsys)
    assert answer["status"] == "done"
    told = [(one["reason"], one["theirs"], one["becomes"]) for one in answer["conflicts"]]  # type: ignore[attr-defined]
    assert told == [("both edited", "Town Museum", ""), ("same code", "P-03", "P-04")]
    with storage.open_workbook(ours, ANA, read_only=True) as opened:
        book = opened.workbook.book
        assert [(one.code, one.name, one.website) for one in book.all(Partner)] == [
            ("P-01", name, "https://museum.example"),
            ("P-02", "Main Library", ""),
            ("P-03", "Choir", ""),
            ("P-04", "Theatre", ""),
        ]
        assert opened.workbook.content(book.records("attachments")[0].sha256) == b"letter"  # type: ignore[attr-defined]
        (step,) = opened.workbook.history(opened.workbook.seq)
        memory = memory_of(step)
        assert memory is not None
        assert [(one.operator, one.title) for one in memory.steps][1] == ("Ben", "Edit P-02 Library: Name")
        assert next((one.field, one.ours, one.theirs, one.stayed) for one in memory.decisions) == (
            "Name", "Museum of the City", "Town Museum", side,
        )  # fmt: skip
    assert storage.check_file(ours) == ()
    for again in (theirs, ours):
        if again is ours:
            assert main(["merge", str(theirs), str(ours), "--json"]) == 0
            assert said(capsys)["status"] == "done"
        with left_alone(ours):
            assert main(["merge", str(ours), str(theirs), "--json"]) == 0
        assert said(capsys)["status"] == "nothing to bring"
    assert main(["undo", str(ours)]) == 0
    with storage.open_workbook(ours, ANA, read_only=True) as opened:
        assert [one.name for one in opened.workbook.book.all(Partner)] == ["Museum of the City", "Library", "Choir"]


def test_who_was_erased_in_the_other_copy_is_named_and_erased_here_too_if_said_so(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, _ = copies
    with storage.open_workbook(ours, ANA) as opened:
        museum = opened.workbook.book.all(Partner)[0].id
        opened.workbook.do(AddRecord("contacts", {"partner": museum, "name": "Carla Oyelaran"}))
    theirs = Path(shutil.copy(ours, tmp_path / "carla.cpw"))
    assert main(["erase", str(theirs), "K-01"]) == 0
    capsys.readouterr()
    with left_alone(ours):
        assert main(["merge", str(ours), str(theirs), "--preview", "--json"]) == 0
    out, error = capsys.readouterr()
    assert (json.loads(out)["erased_there"], json.loads(out)["erased"]) == (["K-01"], [])
    assert error.startswith("Erased in carla.cpw and still named here: K-01; say --erase")
    assert main(["merge", str(ours), str(theirs), "--erase"]) == 0
    out, error = capsys.readouterr()
    assert out.splitlines()[-1] == "Erased here too: K-01."
    assert error == ""
    assert b"Oyelaran" not in ours.read_bytes()
    assert storage.check_file(ours) == ()


def test_the_history_tells_what_was_done_in_a_copy_that_came_in(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    assert main(["merge", str(ours), str(theirs), "--prefer", "ours"]) == 0
    capsys.readouterr()
    assert main(["history", str(ours)]) == 0
    lines = [line.split()[0] + line.partition(":")[2][2:] for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if "." in line.split()[0]] == [
        "11.1  Ben  Edit P-01 City Museum 2: Name, Website",
        "11.2  Ben  Edit P-02 Library: Name",
        "11.3  Ben  Attach letter.pdf to P-02 Main Library",
        "11.4  Ben  Add P-03 Theatre",
    ]
    assert main(["history", str(ours), "--json"]) == 0
    last = said(capsys)["changes"][-1]  # type: ignore[index]
    assert [one["operator"] for one in last["brought"]] == ["Ben"] * 4


@pytest.mark.parametrize("old", sorted(FORMATS.glob("*.cpw")), ids=lambda path: path.stem)
def test_a_copy_of_an_earlier_format_comes_in_and_stays_as_it_is(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = (Path(shutil.copy(old, tmp_path / name)) for name in ("ours.cpw", "theirs.cpw"))
    with storage.open_workbook(ours, ANA) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Choir"}))
    with left_alone(theirs):
        assert main(["merge", str(ours), str(theirs), "--json"]) == 0
    assert said(capsys)["status"] == "nothing to bring"
    before = ours.read_bytes()
    assert main(["merge", str(theirs), str(ours)]) == 0
    assert ours.read_bytes() == before
    with storage.open_workbook(theirs, BEN, read_only=True) as opened:
        assert opened.workbook.book.all(Partner)[-1].name == "Choir"


def test_a_copy_brings_back_what_was_lost_with_a_file_that_came_from_a_backup(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    backup = Path(shutil.copy(ours, ours.with_name("backup.cpw")))
    with storage.open_workbook(ours, ANA) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Harbour"}))
    assert main(["merge", str(theirs), str(ours), "--prefer", "theirs"]) == 0
    shutil.copy(backup, ours)
    with storage.open_workbook(ours, ANA) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Circus"}))
    for one, other in ((ours, theirs), (theirs, ours)):
        assert main(["merge", str(one), str(other), "--prefer", "ours"]) == 0
    names = []
    for path in copies:
        assert storage.check_file(path) == ()
        with storage.open_workbook(path, ANA, read_only=True) as opened:
            names.append({one.name for one in opened.workbook.book.all(Partner)})
    told = {"Museum of the City", "Main Library", "Choir", "Theatre", "Harbour", "Circus"}
    assert names == [told, told]


def test_what_is_no_sound_copy_is_refused_with_a_sentence(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = copies
    (tmp_path / "other").mkdir()
    other = small_file(tmp_path / "other")
    notes = tmp_path / "home" / "notes.cpw"
    notes.write_text("no workbook")
    half = tmp_path / "home" / "half.cpw"
    half.write_bytes(theirs.read_bytes()[: 3 * 4096])
    forged = Path(shutil.copy(theirs, tmp_path / "home" / "forged.cpw"))
    alter(forged, "UPDATE change_sets SET operator = 'Carla' WHERE seq = 10")
    for wrong, part in (
        (other, "is another workbook"),
        (notes, "notes.cpw"),
        (half, "half.cpw"),
        (forged, "is not as it was recorded"),
        (ours, "is the same file"),
        (tmp_path / "none.cpw", "There is no file"),
    ):
        with left_alone(ours), left_alone(theirs):
            assert main(["merge", str(ours), str(wrong), "--prefer", "theirs"]) == 1
        out, error = capsys.readouterr()
        assert part in error
        assert len(error.splitlines()) == 1
        assert out == ""


def alter(path: Path, statement: str) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    with connection:
        assert connection.execute(statement).rowcount == 1
    connection.close()
