"""Hands out what is kept inside the workbook: to another program, or to a place that the person names."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from exports.writing import write_whole
from ui.desk import Desk
from ui.problems import problems_of


class HandingOut:
    """Says what went wrong in one sentence, and lets a fault of the program through."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def content(self, sha256: str) -> bytes | None:
        """Fetch what is kept under a fingerprint; None after saying why it cannot be had."""
        try:
            return self._desk.bridge.workbook.content(sha256)
        except Exception as error:
            if not self.told(error):
                raise
            return None

    def open(self, name: str, content: bytes) -> bool | None:
        """Give a copy to the desktop and say whether it knows a program for it; None after saying why not."""
        try:
            return self._desk.copies.open(name, content)
        except Exception as error:
            if not self.told(error):
                raise
            return None

    def save(self, content: bytes, suggested: Path, title: str, kinds: str) -> Path | None:
        """Write where the person says and say where that is; None where they gave up or it could not be written."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), kinds)
        if not name:
            return None
        path = Path(name)
        try:
            write_whole(path, content)
        except Exception as error:
            if not self.told(error):
                raise
            return None
        self._desk.say(f"{path.name} is in {path.parent}.")
        return path

    def told(self, error: Exception) -> bool:
        """Say what went wrong, unless it is a fault of the program."""
        problems = problems_of(error)
        if problems:
            self._desk.say(" ".join(problem.sentence for problem in problems), "warning")
        return bool(problems)
