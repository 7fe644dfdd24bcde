"""When the program itself is wrong, and when it is killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenWindow
from ui import faults
from ui.workspace import Workspace
from workbook.operations import Problem, Refused

KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import make_application, make_window
from ui.preferences import Preferences
from ui.workspace import Workspace

app = make_application()
window = make_window(Preferences(operator="Tester", operator_confirmed=True), Path(sys.argv[1]))

def work():
    session = window.findChildren(Workspace)[0].session
    session.go_to("partners")
    panel = session.page.panel("partners")
    panel.form.show_record(session.bridge.book.records("partners")[0].id)
    line = panel.form.rows["name"].editor.control
    line.setText("Written just before the end")
    panel.form.rows["name"].commit()
    os._exit(9)

window.painted.connect(lambda: QTimer.singleShot(0, work))
window.show()
app.exec()
"""


def test_what_was_kept_survives_the_killing_of_the_program(
    open_window: OpenWindow, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan.cpw"
    path.write_bytes(example.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], env=environment, timeout=60, check=False)
    assert done.returncode == 9
    workspace = open_window(path)
    assert workspace.session is not None
    book = workspace.session.bridge.book
    assert getattr(book.records("partners")[0], "name", "") == "Written just before the end"


def test_a_fault_of_ours_gets_a_report_and_an_orderly_close(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    class Silent:
        def __init__(self, text: str, _parent: object) -> None:
            shown.append(text)

        def exec(self) -> int:
            return 1

    left: list[int] = []
    monkeypatch.setattr(faults, "FaultDialog", Silent)
    monkeypatch.setattr(faults, "leave", left.append)
    sys.excepthook(KeyError, KeyError("a mistake of ours"), None)
    assert "a mistake of ours" in shown[0]
    assert "a mistake of ours" in capsys.readouterr().err
    assert not workspace.window.isVisible()
    assert workspace.session is None, "the file is closed"
    assert left == [70]


def test_what_the_environment_did_is_said_in_a_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    class Silent:
        def __init__(self, _title: str, sentence: str, _parent: object) -> None:
            said.append(sentence)

        def exec(self) -> int:
            return 1

    monkeypatch.setattr(faults, "ProblemDialog", Silent)
    refused = Refused(Problem("The disk is full; free some space."))
    sys.excepthook(Refused, refused, None)
    assert said == ["The disk is full; free some space."]
    assert workspace.window.isVisible()


@pytest.fixture(autouse=True)
def _hook_put_back() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_a_signal_takes_nothing_from_true(qapp: QApplication) -> None:
    class Bell(QObject):
        rung = Signal()

    bell = Bell()
    bell.rung.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit()
    assert sys.getrefcount(True) > before - 50
