"""Three people live through their work with the keyboard alone; then the power goes, and everything is still there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import storage
from tests.journeys.reading import pages_of
from tests.ui.conftest import OpenWindow
from workbook.book import Book
from workbook.records import Activity, Partner, Responsibility
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
    report = " ".join(pages_of(tmp_path / "River Quarter Workshop Progress report.pdf"))
    assert "The old boathouse is open to everybody" in report
