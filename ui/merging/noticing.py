"""Points out copies that a sync folder made beside the open workbook, until they were brought in or left alone."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from storage import OpenWorkbook
from ui.desk import Say
from ui.exporting.job import Job
from ui.merging.beside import conflicted_copies, mark_of
from ui.preferences import Preferences
from ui.session import Session

_REMEMBERED = 200


class Noticing(QObject):
    """Looks when a workbook opens, and again whenever somebody comes back to the window.

    What was dealt with is remembered as it was then; a copy that somebody writes to again is pointed out again.
    """

    def __init__(
        self, preferences: Preferences, say: Say, begin: Callable[[Session, Path], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences, self._say, self._begin = preferences, say, begin
        self._session: Session | None = None
        self._seen: set[str] = set()
        self.job: Job | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def look(self, session: Session) -> None:
        """Offer to bring in the first copy that lies beside the workbook; the files are read beside the window."""
        if self._session is not session:
            self._session, self._seen = session, set()
        if session.opened.read_only or self.job is not None:
            return
        left = {*self._preferences.copies_left, *self._seen}
        marks = {mark_of(one): one for one in conflicted_copies(session.opened.path)}
        found = tuple(one for mark, one in marks.items() if mark not in left)
        self._seen.update(marks)
        if found:
            ours = session.opened
            self.job = Job(lambda _progress: _apart(ours, found), self)
            self.job.finished.connect(lambda apart: self._on_read(session, apart))
            self.job.failed.connect(self._on_failed)
            self.job.start()

    def leave(self, path: Path) -> None:
        """Point out this copy no more, as it is now."""
        kept = [one for one in self._preferences.copies_left if one != mark_of(path)]
        self._preferences.copies_left = [*kept, mark_of(path)][-_REMEMBERED:]
        self._preferences.save()

    def stop(self) -> None:
        """Look at nothing more, before the workbook closes."""
        self._session = None
        if self.job is not None:
            self.job.wait()

    def _on_read(self, session: Session, found: tuple[Path, ...]) -> None:
        self._end()
        if self._session is not session:
            if self._session is not None:
                self.look(self._session)
            return
        if not found:
            return
        first, more = found[0], len(found) - 1
        others = "" if not more else " There is 1 more." if more == 1 else f" There are {more} more."
        said = (
            f"“{first.name}” lies beside this workbook, and in it are changes that are not here. It looks like a copy "
            f"that was made because two people worked at the same time; bring it in, so that nothing is lost.{others}"
        )
        bring = ("Bring together…", lambda: self._begin(session, first))
        self._say(said, "warning", bring, ("Leave it", lambda: self.leave(first)))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.deleteLater()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._session is not None:
            self.look(self._session)


def _apart(ours: OpenWorkbook, copies: Iterable[Path]) -> tuple[Path, ...]:
    from storage.together import is_apart

    return tuple(one for one in copies if is_apart(ours, one))
