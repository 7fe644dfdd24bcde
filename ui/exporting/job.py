"""A piece of work beside the window that gives back what it made; where it goes is for the window to say."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from exports.edition import Cancelled, Progress


class Job(QObject):
    """Runs once, and is told how far it is by what it runs. Signals arrive in the thread of the window.

    `finished` carries what was made, `failed` the error; `cancelled` says that nothing was.
    """

    progressed = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread = _Thread(work, self._follow, self)
        self._thread.finished.connect(self._on_thread_finished)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask for an end, which comes when the work next says how far it is."""
        self._stop.set()

    def wait(self) -> None:
        """Stay until the thread is over, as before the workbook closes."""
        self._thread.wait()

    @property
    def made(self) -> Any:
        """What was made, once the thread is over."""
        return self._thread.made

    def _follow(self, what: str, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(what, done, of)

    def _on_thread_finished(self) -> None:
        if self._thread.error is None:
            self.finished.emit(self._thread.made)
        elif isinstance(self._thread.error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(self._thread.error)


class _Thread(QThread):
    def __init__(self, work: Callable[[Progress], Any], follow: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._follow = work, follow
        self.made: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.made = self._work(self._follow)
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows whose fault it is
            self.error = error
