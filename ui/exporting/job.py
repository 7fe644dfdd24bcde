"""A piece of work beside the window that gives back what it made; where it goes is for the window to say."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal


class Job(QObject):
    """Runs once. `finished` carries what was made, `failed` the error; both arrive in the thread of the window."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._thread = _Thread(work, self)
        self._thread.finished.connect(self._on_thread_finished)

    def start(self) -> None:
        self._thread.start()

    def wait(self) -> None:
        """Stay until the thread is over, as before the workbook closes."""
        self._thread.wait()

    def _on_thread_finished(self) -> None:
        if self._thread.error is None:
            self.finished.emit(self._thread.made)
        else:
            self.failed.emit(self._thread.error)


class _Thread(QThread):
    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.made: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.made = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows whose fault it is
            self.error = error
