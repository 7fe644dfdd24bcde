"""Takes in a spreadsheet: reads it beside the window, asks what its rows are, and makes one step of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.edition import Progress
from ui.bringing_in.dialog import BringInDialog
from ui.desk import Say
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job
from ui.exporting.shown_job import ShownJob
from ui.pages.capacity.recording import record_attendance
from ui.problems import problems_of
from ui.session import Session
from workbook.bringing_in.columns import Looked, look_at

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".tab", ".vcf", ".gan", ".xml")
"""How files end that may hold rows; reading them asks for libraries that the window begins without."""


class Spreadsheets(QObject):
    """One file at a time."""

    def __init__(self, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._window = say, window
        self._session: Session | None = None
        self.job: Job | None = None
        self.bar = ProgressLine()

    def choose(self, session: Session) -> None:
        """Ask which file holds the rows."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = f"Spreadsheets, address cards and work plans ({patterns});;All files (*)"
        folder = str(session.opened.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, "Bring in a spreadsheet", folder, filters)
        if name:
            self.begin(session, Path(name))

    def begin(self, session: Session, path: Path) -> None:
        """Read a file beside the window, then show what is in it."""
        if self.job is not None:
            self._say("Another file is being read; wait for it.", "warning")
            return
        if session.opened.read_only:
            said = f"“{session.opened.path.name}” is open for reading only, so nothing can be brought in."
            self._say(said, "warning")
            return
        session.commit()
        self._session = session
        job = ShownJob(lambda progress: _tables(path, progress), f"Reading {path.name}", self.bar, self)
        job.finished.connect(lambda tables: self._on_read(job, path.name, tables))
        job.failed.connect(lambda error: self._on_failed(job, error))
        job.cancelled.connect(lambda: self._on_cancelled(job, path.name))
        self.job = job
        job.start()

    def stop(self) -> None:
        """Give up what is going on, before the workbook closes."""
        job, self.job, self._session = self.job, None, None
        if job is not None:
            job.cancel()
            job.wait()

    def _on_read(self, job: Job, name: str, tables: Sequence[Looked]) -> None:
        job.deleteLater()
        session = self._session
        if self.job is not job or session is None:
            return
        self.job = None
        dialog = BringInDialog(session.desk, name, tables, self._window)
        dialog.exec()
        done, wanted, desk = dialog.done_said, dialog.attendance, session.desk
        dialog.deleteLater()
        if wanted is not None:
            record_attendance(desk, wanted.session, self._window, wanted.listed)
        elif done:
            self._say(done, "information", ("Undo", lambda: desk.start("undo")))
        else:
            self._say(f"Nothing was brought in from {name}.")

    def _on_cancelled(self, job: Job, name: str) -> None:
        job.deleteLater()
        if self.job is job:
            self.job = None
            self._say(f"Nothing was brought in from {name}; reading it was cancelled.")

    def _on_failed(self, job: Job, error: Exception) -> None:
        job.deleteLater()
        if self.job is not job:
            return
        self.job = None
        problems = problems_of(error)
        if not problems:
            raise error
        self._say(" ".join(str(problem) for problem in problems), "warning")


def _tables(path: Path, progress: Progress) -> Sequence[Looked]:
    """Read a file and look at each of its tables, which takes as long as reading where they are long."""
    from exports.incoming.content import content_of
    from exports.incoming.limits import SPREADSHEET
    from exports.sheets.finding import found_tables
    from exports.sheets.reading import spellings

    found = found_tables(content_of(path, SPREADSHEET.most_bytes), path.name, progress)
    looked = []
    for done, table in enumerate(found):
        progress("Looking at the tables", done, len(found))
        looked.append(look_at(table, spellings))
    return looked
