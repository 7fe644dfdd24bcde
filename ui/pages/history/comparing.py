"""Compares two states on a thread of its own, on books that nobody changes."""

from PySide6.QtCore import QObject, QThread

from workbook.book import Book
from workbook.differences import Comparison, compared
from workbook.states import Read, book_at


class Comparing(QThread):
    """Works out the earlier and the later state, and what differs."""

    def __init__(self, read: Read, book: Book, seq: int, states: tuple[int, int], parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._book, self._seq, self._states = read, book, seq, states
        self.error: Exception | None = None
        self.comparison: Comparison | None = None

    def run(self) -> None:
        try:
            earlier, later = (book_at(self._read, self._book, self._seq, state) for state in sorted(self._states))
            self.comparison = compared(earlier, later)
        except Exception as error:  # noqa: BLE001 - handed to the window, which knows what to do with a fault
            self.error = error
