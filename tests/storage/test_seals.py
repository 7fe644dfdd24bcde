"""Seals in a file: the document is kept with them, and checking the file says whether both are as recorded."""

import json
import sqlite3
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA
from tests.workbook.sealing.signing import PDF, sealed_partnership
from ui.command_line import main
from workbook.records import Seal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a sealed agreement."""
    path = tmp_path / "plan.cpw"
    with storage.create(path, ANA) as opened:
        sealed_partnership(opened.workbook)
    return path


def test_the_document_stays_with_its_seal(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (path, tmp_path / "copy.cpw", tmp_path / "rescued.cpw"):
        if file.stem == "copy":
            with storage.open_workbook(path, ANA) as opened:
                assert opened.save_copy(file) == ()
        if file.stem == "rescued":
            assert storage.rescue(path, file, ANA).lost == ()
        with storage.open_workbook(file, ANA, read_only=True) as opened:
            assert opened.workbook.content(opened.workbook.book.all(Seal)[0].sha256) == PDF
            assert [verdict.holds for verdict in opened.workbook.verdicts()] == [True]
        assert storage.check_file(file) == ()
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 0
    (said,) = json.loads(capsys.readouterr().out)["seals"]
    assert said == {"seal": "SL-01", "holds": True, "says": "Agreement AG-01 matches what was recorded on Mar 1, 2027."}


def test_the_document_is_taken_out_as_it_was_signed(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "signed.pdf"
    assert main(["export", str(path), "sealed", "--seal", "sl-01", "-o", str(target)]) == 0
    assert target.read_bytes() == PDF
    assert main(["export", str(path), "sealed", "-o", str(target)]) == 0
    capsys.readouterr()
    assert main(["export", str(path), "sealed", "--seal", "SL-07", "-o", str(target)]) == 1
    assert "There is no seal SL-07; there are SL-01." in capsys.readouterr().err
    assert main(["export", str(path), "sealed", "-o", str(tmp_path / "signed.docx")]) == 1


def test_a_workbook_without_seals_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    storage.create(tmp_path / "new.cpw", ANA).close()

    assert main(["export", str(tmp_path / "new.cpw"), "sealed", "-o", str(tmp_path / "signed.pdf")]) == 1
    assert "Nothing is sealed in this workbook" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM contents", "The sealed document “Lab agreement” is missing"),
        ("UPDATE contents SET content = x'25504446'", "The sealed document “Lab agreement” is missing or is not"),
        ("UPDATE seals SET state_hash = 'x'", "Agreement AG-01: state 9, from which it was made, is not what was"),
    ],
)
def test_a_file_in_which_a_seal_does_not_hold_says_so(
    path: Path, damage: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()
    assert any(said in problem.sentence for problem in storage.check_file(path))
    assert main(["check", str(path)]) == 1
    assert "is not sound" in capsys.readouterr().err
