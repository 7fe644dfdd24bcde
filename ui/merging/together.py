"""Takes in another copy of the open workbook: reads it beside the window, asks, and makes one step of it."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from storage import SUFFIX, FileProblem, OpenWorkbook
from ui import files
from ui.desk import Say
from ui.exporting.job import Job
from ui.merging.dialog import MergeDialog
from ui.problems import problems_of
from ui.session import Session
from workbook.bringing import BringTogether, still_named
from workbook.merging import Meeting, erased_there
from workbook.operations import Problem


@dataclass(frozen=True)
class _Beside:
    """The other file, open for reading, and what it would bring."""

    theirs: OpenWorkbook
    meeting: Meeting


class Together(QObject):
    """One copy at a time; `settled` is called with the path of each that is dealt with."""

    def __init__(self, say: Say, settled: Callable[[Path], object], window: QWidget) -> None:
        super().__init__(window)
        self._say, self._settled, self._window = say, settled, window
        self._session: Session | None = None
        self._path = Path()
        self._theirs: OpenWorkbook | None = None
        self._erases = False
        self.job: Job | None = None

    @property
    def is_busy(self) -> bool:
        return self.job is not None

    def choose(self, session: Session) -> None:
        """Ask which file is the other copy."""
        filters = f"Partnership workbooks (*{SUFFIX});;All files (*)"
        title, folder = "Bring together with another copy", str(session.opened.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, filters)
        if name:
            self.begin(session, Path(name))

    def begin(self, session: Session, path: Path) -> None:
        """Read another copy beside the window, then ask what of it comes in."""
        if self.is_busy:
            self._say("Another copy is being read; wait for it.", "warning")
            return
        if session.opened.read_only:
            said = f"“{session.opened.path.name}” is open for reading only, so nothing can be brought in."
            self._say(said, "warning")
            return
        session.commit()
        self._session, self._path = session, path
        ours, preferences = session.opened, session.desk.preferences
        self._say(f"Reading {path.name} …")
        self._run(lambda: _beside(ours, files.opened(path, preferences, read_only=True)), self._on_read)

    def stop(self) -> None:
        """Give up what is going on, before the workbook closes."""
        job, self.job, self._session = self.job, None, None
        if job is not None:
            job.wait()
        self._let_go()

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        job = Job(lambda _progress: work(), self)
        job.finished.connect(lambda made: self._when_current(job, then, made))
        job.failed.connect(lambda error: self._when_current(job, self._on_failed, error))
        self.job = job
        job.start()

    def _when_current(self, job: Job, then: Callable[..., None], made: object) -> None:
        job.deleteLater()
        if isinstance(made, _Beside):
            self._theirs = made.theirs
        if self.job is job and self._session is not None:
            self.job = None
            then(made)
        else:
            self._let_go()

    def _on_read(self, found: _Beside) -> None:
        session, meeting = self._session, found.meeting
        if session is None:
            return
        if meeting.brings_nothing:
            self._say(f"There is nothing to bring: this workbook has all that {meeting.name} has.")
            self._end()
            return
        formats = session.bridge.formats
        dialog = MergeDialog(meeting, formats, self._window, found.theirs.notices)
        wanted, choices = bool(dialog.exec()), dialog.choices
        self._erases = dialog.erasing.is_wanted
        dialog.deleteLater()
        if not wanted:
            self._let_go()
            return
        workbook, theirs = session.bridge.workbook, found.theirs.store
        operation = BringTogether(
            meeting, theirs.content, workbook.has_content, session.bridge.today(), choices, formats
        )
        self._say(f"Bringing in {meeting.name} …")
        self._run(lambda: operation.prepared(workbook), self._on_prepared)

    def _on_prepared(self, operation: BringTogether) -> None:
        session = self._session
        if session is None:
            return
        problems = session.bridge.attempt(operation, self)
        if problems:
            self._give_up(problems)
            return
        brought, desk = session.bridge.workbook.seq, session.desk
        about_people = self._erased_too(session, operation.meeting)
        lost = f" What these hold is lost there: {', '.join(operation.lost)}." if operation.lost else ""
        last = session.bridge.workbook.next_undo
        undo = [("Undo", lambda: desk.start("undo"))] if last is not None and last.seq == brought else []
        tone = "warning" if lost or about_people else "information"
        show = ("Show", lambda: desk.open_section("history"))
        self._say(f"Brought in {operation.meeting.name}.{lost}{about_people}", tone, *undo, show)
        self._end()

    def _erased_too(self, session: Session, meeting: Meeting) -> str:
        """Erase whoever was erased in the other copy, if that is wanted; say what came of it."""
        people = erased_there(meeting)
        if not people:
            return ""
        who = "1 person" if len(people) == 1 else f"{len(people)} people"
        if not self._erases:
            return f" Erased there and still named here: {who}; erase them here too if they asked for it."
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = all(session.bridge.erase(*one, self) for one in still_named(session.bridge.workbook, people))
        finally:
            QApplication.restoreOverrideCursor()
        return f" Erased here too: {who}." if done else " Not everybody could be erased here."

    def _on_failed(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            raise error
        self._give_up(problems)

    def _give_up(self, problems: tuple[Problem, ...]) -> None:
        """Say why nothing came in; what was written ahead of the step goes again, at the latest when the file opens."""
        if self._session is not None:
            with contextlib.suppress(FileProblem):  # the reason is said already
                self._session.bridge.workbook.forget_ahead()
        self._say(" ".join(problem.sentence for problem in problems), "warning")
        self._let_go()

    def _end(self) -> None:
        self._settled(self._path)
        self._let_go()

    def _let_go(self) -> None:
        theirs, self._theirs = self._theirs, None
        if theirs is not None:
            theirs.close()


def _beside(ours: OpenWorkbook, theirs: OpenWorkbook) -> _Beside:
    from storage.together import meet_copy

    try:
        return _Beside(theirs, meet_copy(ours, theirs))
    except BaseException:
        theirs.close()
        raise
