"""Takes in a returned tracker: reads it beside the window, shows what would change, and makes one step of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Say
from ui.exporting.job import Job
from ui.problems import problems_of
from ui.session import Session
from ui.trackers.review import TrackerReview
from workbook.returning.accepting import taken_sentence
from workbook.returning.preview import Preview
from workbook.returning.typed import DayOrder


class TrackersHome(QObject):
    """One tracker at a time; nothing is kept before somebody says so."""

    def __init__(self, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._window = say, window
        self._session: Session | None = None
        self.job: Job | None = None

    def choose(self, session: Session) -> None:
        """Ask which file came back."""
        filters = "Excel workbooks (*.xlsx);;All files (*)"
        folder = str(session.opened.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, "Returned tracker", folder, filters)
        if name:
            self.begin(session, Path(name))

    def begin(self, session: Session, path: Path, order: DayOrder = "") -> None:
        """Read a file and show what is in it."""
        if self.job is not None:
            self._say("A tracker is being read; wait for it.", "warning")
            return
        if session.opened.read_only:
            self._say(f"“{session.opened.path.name}” is open for reading only, so nothing can be taken in.", "warning")
            return
        session.commit()
        self._session = session
        self._say(f"Reading {path.name} …")
        job = self.job = Job(_reading(session, path, order), self)
        job.finished.connect(lambda preview: self._when_current(job, lambda: self._show(path, preview)))
        job.failed.connect(lambda error: self._when_current(job, lambda: self._tell(error)))
        job.start()

    def stop(self) -> None:
        """Give up what is going on, before the workbook closes."""
        job, self.job, self._session = self.job, None, None
        if job is not None:
            job.cancel()
            job.wait()

    def _when_current(self, job: Job, then: Callable[[], None]) -> None:
        job.deleteLater()
        if self.job is job:
            self.job = None
            then()

    def _show(self, path: Path, preview: Preview) -> None:
        session = self._session
        if session is None:
            return
        if preview.taken is not None or preview.is_empty:
            said = f"{path.name} says what the plan says; there is nothing to take in."
            self._say(said if preview.taken is None else taken_sentence(preview.taken))
            return
        dialog = TrackerReview(session.bridge, preview, self._window)
        wanted = bool(dialog.exec())
        operation, order = dialog.operation, dialog.wanted_order
        dialog.deleteLater()
        if order:
            self.begin(session, path, order)
        elif wanted and operation is not None:
            desk, who = session.desk, operation.values.get("partner", "")
            self._say(f"Took in the tracker of {who}.", "information", ("Undo", lambda: desk.start("undo")))

    def _tell(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            raise error
        self._say(" ".join(str(problem) for problem in problems), "warning")


def _reading(session: Session, path: Path, order: DayOrder) -> Callable[..., Preview]:
    workbook, workbook_id = session.bridge.workbook, session.opened.workbook_id
    book, seq = workbook.book, workbook.seq

    def read(progress: Callable[[str, int, int], None]) -> Preview:
        from exports.tracker.taking import Expected, content_of, previewed  # the reader of spreadsheets comes with it

        expected = Expected(book, seq, workbook_id, workbook.history)
        return previewed(content_of(path), path.name, expected, order, progress)

    return read
