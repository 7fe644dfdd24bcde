"""Reaches an earlier state without holding the window up: near ones at once, far ones on a thread of their own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread

from ui.desk import Desk
from workbook.book import Book
from workbook.states import Read, book_at

_AT_ONCE = 500
"""So many steps are gone back while somebody waits without noticing."""


class _Reaching(QThread):
    def __init__(self, read: Read, book: Book, seq: int, wanted: int, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._book, self._seq, self._wanted = read, book, seq, wanted
        self.error: Exception | None = None
        self.book: Book | None = None

    def run(self) -> None:
        try:
            self.book = book_at(self._read, self._book, self._seq, self._wanted)
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows what to do with a fault
            self.error = error


class EarlierStates(QObject):
    """Hands over the book of one state at a time; what is asked for meanwhile is not done."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._worker: _Reaching | None = None
        self._then: Callable[[Book], object] | None = None
        desk.at_end.append(self._stop)

    @property
    def is_busy(self) -> bool:
        return self._worker is not None

    def reach(self, state: int, then: Callable[[Book], object]) -> None:
        """Call `then` with the book as it was after a state."""
        workbook = self.desk.bridge.workbook
        if self.is_busy:
            self.desk.say("The plan as it was then is still being worked out.")
        elif min(state, workbook.seq - state) <= _AT_ONCE:
            then(workbook.at(state))
        else:
            self.desk.say("Working out the plan as it was then …")
            self._then = then
            self._worker = _Reaching(workbook.history, workbook.book, workbook.seq, state, self)
            self._worker.finished.connect(self._on_finished)
            self._worker.start()

    def _on_finished(self) -> None:
        worker, then, self._worker, self._then = self._worker, self._then, None, None
        if worker is None or then is None:
            return
        worker.deleteLater()
        if worker.error is not None:
            raise worker.error
        if worker.book is not None:
            then(worker.book)

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()
