"""Lets a worker draw what is wanted now; what was wanted before and has not begun is not done at all."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from exports.edition import Progress
from ui.exporting.job import Job

Make = Callable[[Progress], Any]


class Drawing(QObject):
    """One piece of work at a time, and one that waits: the newest. `drawn` carries what was made, `failed` the error.

    The one that goes on is finished, so that something is seen while somebody types on and on.
    """

    drawn = Signal(object)
    failed = Signal(object)
    became_busy = Signal(bool)

    def __init__(self, at_end: list[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: Make | None = None
        self._at_end = at_end
        at_end.append(self.stop)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def ask(self, make: Make) -> None:
        """Have something made, now or when the worker is free."""
        if self._job is not None:
            self._next = make
            return
        self._begin(make)
        self.became_busy.emit(True)

    def stop(self) -> None:
        """End what goes on and forget what waits, as before the workbook closes."""
        self._next = None
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()
            job.deleteLater()

    def leave(self) -> None:
        """Stop for good: a dialog closes before the workbook does."""
        self.stop()
        if self.stop in self._at_end:
            self._at_end.remove(self.stop)

    def _begin(self, make: Make) -> None:
        job = self._job = Job(make, self)
        job.finished.connect(lambda made: self._over(job, lambda: self.drawn.emit(made)))
        job.failed.connect(lambda error: self._over(job, lambda: self.failed.emit(error)))
        job.cancelled.connect(lambda: self._over(job, lambda: None))
        job.start()

    def _over(self, job: Job, tell: Callable[[], object]) -> None:
        if job is not self._job:
            return
        job.deleteLater()
        wanted, self._job, self._next = self._next, None, None
        if wanted is not None:
            self._begin(wanted)
        tell()
        if self._job is None:
            self.became_busy.emit(False)
