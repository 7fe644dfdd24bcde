"""Backups that nobody has to think of: one when a workbook is opened, and one an hour while it changes."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer

from storage import FileProblem, OpenWorkbook, rotate_backups
from ui.preferences import Preferences

_EVERY_MS = 60 * 60 * 1000


def backups_folder(preferences: Preferences) -> Path | None:
    """Return where backups of every workbook are kept: beside the preferences."""
    return None if preferences.path is None else preferences.path.parent / "backups"


class Backups(QObject):
    """Keeps the rotating backups of one open workbook, on a thread of its own."""

    def __init__(self, opened: OpenWorkbook, folder: Path, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._run = _Run(opened, folder, self)
        self._say = say
        self._run.finished.connect(self._on_finished)
        timer = QTimer(self)
        timer.timeout.connect(self.make)
        timer.start(_EVERY_MS)

    def make(self) -> None:
        """Begin a backup, unless one is being made; nothing is written if nothing changed since the last one."""
        if not self._run.isRunning():
            self._run.start(QThread.Priority.LowPriority)

    def finish(self) -> None:
        """Wait for a backup that is being made, as before the file is closed."""
        self._run.wait()

    def _on_finished(self) -> None:
        if self._run.problem is not None:
            self._say(f"No backup could be made: {self._run.problem}")


class _Run(QThread):
    def __init__(self, opened: OpenWorkbook, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._folder = opened, folder
        self.problem: FileProblem | None = None

    def run(self) -> None:
        self.problem = None
        try:
            rotate_backups(self._opened.store, self._folder, datetime.datetime.now(datetime.UTC))
        except FileProblem as problem:
            self.problem = problem
