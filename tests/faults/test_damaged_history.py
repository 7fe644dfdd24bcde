"""A workbook whose rows or history somebody changed by hand: `check` names what differs, and no trace is shown."""

import sqlite3
from pathlib import Path

import pytest

from ui.command_line import main

PLAN = "format: creative-partnership-plan\nversion: 1\npartners:\n"


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path, plan = tmp_path / "plan.cpw", tmp_path / "plan.yaml"
    assert main(["new", str(path)]) == 0
    for partners in ("- {code: P-01, name: Museum}\n- {code: P-02, name: Library}", "- {code: P-01, name: Theatre}"):
        plan.write_text(PLAN + partners, encoding="utf-8")
        assert main(["import", str(path), str(plan)]) == 0
    capsys.readouterr()
    return path


def damage(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(argument) for argument in arguments]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    return said


SWAP = "UPDATE change_sets SET seq = seq + 10; UPDATE change_sets SET seq = 13 - seq"
SWAP_NAMES = "UPDATE partners SET name = iif(code = 'P-01', 'Library', 'Theatre')"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "UPDATE partners SET name = 'Bank' WHERE code = 'P-01'",
            "Name holds “Bank”, but the history recorded “Theatre”",
        ),
        ("DELETE FROM partners WHERE code = 'P-02'", "P-02 Library: This record is missing"),
        (SWAP_NAMES, "Name holds “Library”, but the history recorded “Theatre”"),
        ("DELETE FROM change_sets WHERE seq = 1", "Step 1 of the history is missing"),
        ("DELETE FROM change_sets WHERE seq = 2", "Name holds “Theatre”, but the history recorded “Museum”"),
        (SWAP, "Step 1 of the history “Import plan from plan.yaml” is not what was recorded"),
        ("UPDATE change_sets SET operator = 'Nobody' WHERE seq = 2", "Step 2 of the history “Import plan"),
        ("UPDATE change_sets SET changes = '[' WHERE seq = 2", "Step 2 of the history cannot be read"),
    ],
)
def test_check_names_what_differs(script: str, said: str, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(path, script)
    assert said in refused(capsys, "check", path)


@pytest.mark.parametrize("setting", ["changes = '['", "at = 'soon'", "\"values\" = '[]'"])
def test_a_step_that_cannot_be_read_is_named(setting: str, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(path, f"UPDATE change_sets SET {setting} WHERE seq = 2")
    before = path.read_bytes()
    tracker = path.with_name("t.xlsx")
    for arguments in (("history", path), ("export", path, "tracker", "-o", tracker), ("undo", path)):
        assert "step 2 of its history cannot be read" in refused(capsys, *arguments)
    assert path.read_bytes() == before
    assert main(["export", str(path), "plan", "-o", str(path.with_name("saved.json"))]) == 0


def test_a_history_that_does_not_fit_is_a_sentence(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(path, "UPDATE change_sets SET changes = replace(changes, 'Museum', 'Bank') WHERE seq = 2")
    damage(path, "UPDATE change_sets SET at = '2020-01-01T12:00:00+00:00' WHERE seq = 1")
    damage(path, "UPDATE change_sets SET changes = replace(changes, 'Theatre', 'Circus') WHERE seq = 2")
    plan = path.with_name("p.json")
    said = refused(capsys, "export", path, "plan", "-o", plan, "--as-of", "2020-01-02")
    assert "after step 1 cannot be read from the history here; check the file" in said
    damage(path, "UPDATE change_sets SET changes = replace(changes, '\"partners\"', '\"nothing\"') WHERE seq = 2")
    assert "its history is damaged" in refused(capsys, "undo", path)
