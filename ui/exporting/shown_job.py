"""A job whose progress is seen, with a way to stop it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from exports.edition import Progress
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job


class ShownJob(Job):
    """Shows in a line what it does while it lasts; the line is taken away before anybody hears how it ended."""

    def __init__(self, work: Callable[[Progress], Any], what: str, line: ProgressLine, parent: QObject) -> None:
        super().__init__(work, parent)
        self._line = line
        line.begin("")
        line.follow(what, 0, 0)
        line.cancel_requested.connect(self._on_cancel_requested)
        for over in (self.finished, self.failed, self.cancelled):
            over.connect(line.end)

    def _on_cancel_requested(self) -> None:
        self._line.cancel.setEnabled(False)
        self.cancel()
