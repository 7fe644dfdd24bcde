"""One piece of work at a time beside a dialog: a newer one takes the place of the one before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from exports.edition import Progress
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job


class Beside(QObject):
    """Shows how far long work is, with a way to stop it; what came of work that was replaced is never told.

    `failed` gets the error and `cancelled` nothing, where the person stopped the work.
    """

    def __init__(
        self, failed: Callable[[Exception], None], cancelled: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._failed, self._cancelled = failed, cancelled
        self.job: Job | None = None
        self.line = ProgressLine()
        self.line.cancel_requested.connect(self.cancel)

    def start(self, work: Callable[[Progress], Any], then: Callable[[Any], None], *, is_long: bool) -> None:
        """Begin something in place of what is going on; `then` gets what it made."""
        self.stop()
        job = self.job = Job(work, self)
        job.finished.connect(lambda made: self._when_current(job, lambda: then(made)))
        job.failed.connect(lambda error: self._when_current(job, lambda: self._failed(error)))
        job.cancelled.connect(lambda: self._when_current(job, self._cancelled))
        if is_long:
            job.progressed.connect(self.line.follow)
            self.line.show()
        job.start()

    def cancel(self) -> None:
        """Ask for an end of what is going on."""
        if self.job is not None:
            self.job.cancel()

    def stop(self) -> None:
        """End what is going on, and wait until it is over."""
        job, self.job = self.job, None
        self.line.end()
        if job is not None:
            job.cancel()
            job.wait()
            job.deleteLater()

    def _when_current(self, job: Job, then: Callable[[], None]) -> None:
        if job is self.job:
            self.job = None
            self.line.end()
            job.deleteLater()
            then()
