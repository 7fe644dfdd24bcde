"""Makes one document on a thread of its own, from a book that nobody can change under it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from exports.edition import Cancelled, Progress
from exports.writing import write_whole

Make = Callable[[Progress], bytes]


class Worker(QObject):
    """Runs `make`, then puts the bytes where they are wanted. Signals arrive in the thread of the window."""

    progressed = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, make: Make, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._thread = _Thread(make, path, self._follow, self)
        self._stop = Event()
        self._thread.finished.connect(self._on_thread_finished)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask for an end; what stood at the target before still stands there."""
        self._stop.set()

    def wait(self) -> None:
        """Stay until the thread is over, as before the program closes."""
        self._thread.wait()

    def _follow(self, what: str, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(what, done, of)

    def _on_thread_finished(self) -> None:
        error = self._thread.error
        if error is None:
            self.finished.emit(self.path)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)


class _Thread(QThread):
    def __init__(self, make: Make, path: Path, follow: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self._make, self._path, self._follow = make, path, follow
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            content = self._make(self._follow)
            self._follow("Writing the file", 1, 1)
            write_whole(self._path, content)
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows whose fault it is
            self.error = error
