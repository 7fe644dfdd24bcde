"""Four people live through their work with the keyboard alone; then the power goes, and everything is still there."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import storage
from tests.journeys.reading import pages_of, rows_of
from tests.ui.conftest import OpenWindow
from workbook.book import Book
from workbook.records import (
    Activity,
    Agreement,
    Approval,
    CapacityNeed,
    Contact,
    Partner,
    Resource,
    Responsibility,
    Seal,
)
from workbook.workbook import Author

ROOT = Path(__file__).parents[2]


def live(name: str, folder: Path, path: Path | None = None) -> None:
    """Live a story through in another process, which ends it with SIGKILL."""
    environment = {**os.environ, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.journeys.living", name, str(folder), *([str(path)] if path else [])]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr[-4000:]


def reopened(path: Path, open_window: OpenWindow) -> Book:
    """Open a workbook again in the real window, as on the next morning, and return what it holds."""
    with storage.open_workbook(path, Author("Next morning"), read_only=True) as opened:
        assert storage.check_file(opened.store) == ()
    workspace = open_window(path)
    assert workspace.session is not None
    assert not workspace.session.opened.notices
    return workspace.session.bridge.book


def test_a_newcomers_first_afternoon(tmp_path: Path, open_window: OpenWindow) -> None:
    live("newcomer", tmp_path)
    book = reopened(tmp_path / "River Quarter Workshop.cpw", open_window)
    assert book.plan.vision.startswith("The old boathouse is open")
    assert book.plan.purpose == "open the boathouse and run it together"
    assert [partner.name for partner in book.all(Partner)] == [
        "City of Port Lindell",
        "Boathouse Makers",
        "School of Design",
    ]
    assert [activity.title for activity in book.all(Activity)] == ["Survey the boathouse", "Open the boathouse"]
    assert sorted("".join(cell.letters) for cell in book.all(Responsibility)) == ["A", "R", "RA"]
    (need,) = book.all(Resource)
    assert (need.title, need.kind) == ("Tools for the workshop", "need")
    assert [one.title for one in book.all(CapacityNeed)] == ["Lending boats safely"]
    assert "Survey the boathouse" in " ".join(pages_of(next(tmp_path.glob("*Progress report.pdf"))))
    agreement = " ".join(pages_of(next(tmp_path.glob("*AG-01.pdf"))))
    assert "open the boathouse and run it together" in agreement
    tracker = rows_of(next(tmp_path.glob("*Tracker.xlsx")), "Activities")
    assert [row["Activity"] for row in tracker] == ["Survey the boathouse", "Open the boathouse"]


@pytest.fixture
def depot(tmp_path: Path, example: Path) -> Path:
    return Path(shutil.copy(example, tmp_path / "depot.cpw"))


def test_a_coordinators_monday(tmp_path: Path, depot: Path, open_window: OpenWindow) -> None:
    live("coordinator", tmp_path, depot)
    book = reopened(depot, open_window)
    activity = book.by_code("activities", "A-05")
    assert getattr(activity, "done", None) == 80
    rosa, ibrahim = book.all(Contact)[-2:]
    assert (rosa.name, book.label("partners", rosa.partner or "")) == ("Rosa Lind", "P-03 Tram and Harbour Museum")
    assert ibrahim.email == "ibrahim@rail.example"
    done = {row["Code"]: row["Done"] for row in rows_of(tmp_path / "OTD-2026 Tracker.xlsx", "Activities")}
    assert str(done["A-05"]).rstrip("%") in ("80", "0.8")


def test_a_leaders_two_minutes(tmp_path: Path, depot: Path, open_window: OpenWindow) -> None:
    with storage.open_workbook(depot, Author("Before"), read_only=True) as opened:
        before = opened.workbook.fingerprint
    live("leader", tmp_path, depot)
    workspace_book = reopened(depot, open_window)
    assert workspace_book.plan.title == "Old Tram Depot Creative Lab"
    with storage.open_workbook(depot, Author("After"), read_only=True) as opened:
        assert opened.workbook.fingerprint == before
    assert "At risk" in " ".join(pages_of(next(tmp_path.glob("*Progress report*.pdf"))))


def test_a_letter_from_its_first_clause_to_its_seal(tmp_path: Path, depot: Path, open_window: OpenWindow) -> None:
    live("signer", tmp_path, depot)
    book = reopened(depot, open_window)
    letter = next(one for one in book.all(Agreement) if one.title == "Letter for the tram hall")
    (seal,) = book.all(Seal)
    assert (letter.level, letter.status, len(letter.parties)) == ("letter_of_intent", "in_force", 2)
    assert (seal.record_id, seal.state) == (letter.id, letter.sealed_state)
    assert [one.status for one in book.where(Approval, agreement=letter.id)] == ["approved"]
    amendment = book.where(Agreement, parent=letter.id)[0]
    assert (amendment.level, amendment.status, amendment.parties) == ("amendment", "draft", letter.parties)
    with storage.open_workbook(depot, Author("Later"), read_only=True) as opened:
        assert [verdict.holds for verdict in opened.workbook.verdicts()] == [True]
        assert "Letter for the tram hall" in " ".join(pages_of(opened.workbook.content(seal.sha256)))
