"""Reads files that are to be attached, and writes what they hold, on a thread of its own.

So the window stays alive over large ones; the step that attaches them has only names left to write.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from storage import FileProblem
from workbook.contents import MOST_BYTES, MOST_BYTES_AT_ONCE, GivenFile, too_large
from workbook.operations import Problem
from workbook.workbook import Workbook

_PIECE = 1024**2
_MOST_AHEAD = MOST_BYTES_AT_ONCE  # beyond it the step will be refused


class FileReader(QObject):
    """Takes files one after another; `finished` brings the whole ones, and why others cannot be attached."""

    progressed = Signal(str, int, int)
    finished = Signal(object, object)
    cancelled = Signal()

    def __init__(self, workbook: Workbook, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _Thread(workbook, tuple(paths), self.progressed.emit, self)
        self._thread.finished.connect(self._on_thread_finished)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Ask for an end; nothing will be attached."""
        self._thread.stop.set()

    def wait(self) -> None:
        """Stay until the thread is over, as before the program closes."""
        self._thread.wait()

    def _on_thread_finished(self) -> None:
        if self._thread.stop.is_set():
            self.cancelled.emit()
        else:
            self.finished.emit(tuple(self._thread.files), tuple(self._thread.problems))


class _Thread(QThread):
    def __init__(
        self, workbook: Workbook, paths: tuple[Path, ...], follow: Callable[[str, int, int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._paths, self._follow = paths, follow
        self.stop = Event()
        self.files: list[GivenFile] = []
        self.problems: list[Problem] = []

    def run(self) -> None:
        try:
            for path in self._paths:
                if not self.stop.is_set():
                    self._take(path)
            if self.stop.is_set():
                self._workbook.forget_ahead()
        except FileProblem as problem:  # of the workbook's own file, and so it is the same for every other one
            self.files.clear()
            self.problems.append(Problem(str(problem)))

    def _take(self, path: Path) -> None:
        try:
            self._read(path)
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            self.problems.append(Problem(f"“{path.name}” cannot be read ({why}); check it, or choose another."))

    def _read(self, path: Path) -> None:
        if not path.is_file():
            self.problems.append(Problem(f"“{path.name}” is not a file; attach the files in it one by one."))
            return
        size = path.stat().st_size
        if size > MOST_BYTES:
            self.problems.append(too_large(path.name, size))
            return
        parts, done = [], 0
        with path.open("rb") as file:
            while not self.stop.is_set() and (part := file.read(_PIECE)) and done <= MOST_BYTES:
                parts.append(part)
                done += len(part)
                self._follow(f"Reading {path.name}", done, max(size, done))
        read = GivenFile(path.name, b"".join(parts))
        self.files.append(read)
        if not self.stop.is_set() and read.content and sum(len(file.content) for file in self.files) <= _MOST_AHEAD:
            self._follow(f"Keeping {path.name}", 0, 0)
            self._workbook.keep_ahead(read)
