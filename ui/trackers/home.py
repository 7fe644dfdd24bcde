"""Takes in returned trackers: reads each beside the window, shows what would change, and makes one step of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Say
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job
from ui.exporting.shown_job import ShownJob
from ui.problems import problems_of
from ui.session import Session
from ui.trackers.review import TrackerReview
from ui.trackers.telling import Told
from workbook.returning.accepting import AcceptTracker, taken_sentence
from workbook.returning.preview import Preview
from workbook.returning.typed import DayOrder


class TrackersHome(QObject):
    """One tracker after the other; nothing is kept before somebody says so, unless there is nothing to take in."""

    def __init__(self, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._window = say, window
        self._session: Session | None = None
        self._waiting: list[Path] = []
        self._told = Told()
        self.job: Job | None = None
        self.bar = ProgressLine()

    @property
    def is_busy(self) -> bool:
        return self._session is not None

    def choose(self, session: Session) -> None:
        """Ask which files came back."""
        filters = "Excel workbooks (*.xlsx);;All files (*)"
        folder = str(session.opened.path.parent)
        names, _ = QFileDialog.getOpenFileNames(self._window, "Returned trackers", folder, filters)
        if names:
            self.begin(session, [Path(name) for name in names])

    def begin(self, session: Session, paths: Sequence[Path]) -> None:
        """Read files one after the other and show what is in each."""
        if self.is_busy:
            self._say("A tracker is being read; wait for it.", "warning")
            return
        if session.opened.read_only:
            self._say(f"“{session.opened.path.name}” is open for reading only, so nothing can be taken in.", "warning")
            return
        session.commit()
        self._session, self._waiting, self._told = session, list(paths), Told(len(paths))
        self._go_on()

    def stop(self) -> None:
        """Give up what is going on, before the workbook closes."""
        job, self.job, self._session = self.job, None, None
        self._waiting.clear()
        if job is not None:
            job.cancel()
            job.wait()

    def _go_on(self) -> None:
        """Read the next file; after the last one, say what came of all of them."""
        session = self._session
        if session is not None and self._waiting:
            self._read(session, self._waiting.pop(0))
            return
        self._session = None
        if session is not None:
            self._told.tell(self._say, lambda: session.desk.start("undo"))

    def _read(self, session: Session, path: Path) -> None:
        job = self.job = ShownJob(_reading(session, path), f"Reading {path.name}", self.bar, self)
        job.finished.connect(lambda preview: self._when_current(job, lambda: self._show(session, path, preview)))
        job.failed.connect(lambda error: self._when_current(job, lambda: self._refuse(error)))
        job.cancelled.connect(lambda: self._when_current(job, lambda: self._give_up(path)))
        job.start()

    def _when_current(self, job: Job, then: Callable[[], None]) -> None:
        job.deleteLater()
        if self.job is job:
            self.job = None
            then()

    def _show(self, session: Session, path: Path, preview: Preview) -> None:
        if preview.taken is not None:
            self._told.add(taken_sentence(preview.taken), path.name)
        elif preview.needs_nobody:
            self._register(session, preview)
        else:
            self._review(session, path, preview)
        self._go_on()

    def _register(self, session: Session, preview: Preview) -> None:
        """Keep that a tracker came back with nothing to take in."""
        problems = session.bridge.attempt(AcceptTracker(preview, session.bridge.today()), self)
        if problems:
            self._told.refuse(problems)
        else:
            said = f"{preview.file} says what the plan says; there is nothing to take in, and it is marked as returned."
            self._told.add(said, is_step=True)

    def _review(self, session: Session, path: Path, preview: Preview) -> None:
        """Let somebody look at it, and say what came of it."""
        dialog = TrackerReview(session.bridge, preview, lambda order: _reading(session, path, order), self._window)
        if self._told.count > 1:
            number = self._told.count - len(self._waiting)
            dialog.setWindowTitle(f"{dialog.windowTitle()} {number} of {self._told.count}")
        dialog.exec()
        operation = dialog.operation
        dialog.deleteLater()
        if operation is not None and operation.takes_something:
            self._told.add(f"Took in the tracker of {operation.values.get('partner', '')}.", is_step=True)
        elif operation is not None:
            self._told.add(f"Nothing was taken from {preview.file}; it is marked as returned.", is_step=True)
        else:
            self._told.add(f"Nothing was taken from {preview.file}.")

    def _give_up(self, path: Path) -> None:
        """Read no further file; what was taken in before stays, and is said."""
        left = f" {len(self._waiting)} more were not read." if self._waiting else ""
        self._waiting.clear()
        self._told.add(f"Nothing was taken from {path.name}; reading it was cancelled.{left}")
        self._go_on()

    def _refuse(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            self._session = None
            raise error
        self._told.refuse(problems)
        self._go_on()


def _reading(session: Session, path: Path, order: DayOrder = "") -> Callable[..., Preview]:
    workbook, workbook_id = session.bridge.workbook, session.opened.workbook_id
    book, seq = workbook.book, workbook.seq

    def read(progress: Callable[[str, int, int], None]) -> Preview:
        from exports.incoming.content import content_of
        from exports.incoming.limits import TRACKER
        from exports.tracker.taking import Expected, previewed  # the reader of spreadsheets comes with it

        expected = Expected(book, seq, workbook_id, workbook.history)
        return previewed(content_of(path, TRACKER.most_bytes), path.name, expected, order, progress)

    return read
