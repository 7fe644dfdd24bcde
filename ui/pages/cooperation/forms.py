"""The check by form: makes a file for each partner of a round, and takes in the files that come back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.edition import Progress
from ui.desk import Desk
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job
from ui.exporting.runs import edition_of
from ui.pages.cooperation.returned_forms import ReturnedForms
from ui.problems import problems_of
from workbook.measures.rounds import asked_partners
from workbook.operations import KeepAnswers
from workbook.records import HealthRound


class Forms(QObject):
    """One thing at a time; the window goes on working meanwhile."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk, self._window = desk, window
        self.bar = ProgressLine()
        self.bar.cancel_requested.connect(self._on_cancel_requested)
        self.job: Job | None = None
        self.dialog: ReturnedForms | None = None
        desk.at_end.append(self._stop)

    def make(self, round: HealthRound) -> None:
        """Ask for a folder, and make the forms there."""
        if not asked_partners(self.desk.bridge.book, round):
            self.desk.say("Nobody is asked in this round; add active partners first.", "warning")
            return
        name = QFileDialog.getExistingDirectory(self._window, "Folder for the forms", self._folder())
        if name:
            self.desk.preferences.export_folder = name
            self.make_in(round, Path(name))

    def make_in(self, round: HealthRound, folder: Path) -> None:
        """Make the forms in a folder; a file that stands there already is never replaced."""
        edition = edition_of(self.desk, self.desk.workbook_id)

        def work(progress: Progress) -> tuple[int, int]:
            from exports.cooperation import forms_of  # openpyxl comes with it

            return _written(folder, [(form.name, form.content) for form in forms_of(edition, round, progress)])

        self._begin("Making forms", work, lambda counts: self._say_made(counts[0], counts[1], folder))

    def take_in(self, round: HealthRound) -> None:
        """Ask which files came back, and show what is in them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Returned forms", self._folder(), "Excel workbooks (*.xlsx);;All files (*)"
        )
        if names:
            self.desk.preferences.export_folder = str(Path(names[0]).parent)
            self.read(round, [Path(name) for name in names])

    def read(self, round: HealthRound, paths: Sequence[Path]) -> None:
        """Read returned forms and show what can be kept; nothing is kept before somebody says so."""
        book, workbook_id = self.desk.bridge.book, self.desk.workbook_id

        def work(progress: Progress) -> Any:
            from exports.cooperation import Expected, read_together  # the reader of spreadsheets comes with it

            return read_together(paths, Expected(book, workbook_id, round), progress)

        self._begin("Reading forms", work, lambda taken: self._show(round, taken))

    def _begin(self, what: str, work: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        if self.job is not None or self.dialog is not None:
            self.desk.say("Forms are being worked on; wait a moment.", "warning")
            return
        job = self.job = Job(work, self)
        job.finished.connect(lambda made: self._on_finished(made, then))
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.progressed.connect(self.bar.follow)
        self.bar.begin("")
        self.bar.follow(what, 0, 0)
        job.start()

    def _on_finished(self, made: Any, then: Callable[[Any], None]) -> None:
        self._done()
        then(made)

    def _on_failed(self, error: Exception) -> None:
        self._done()
        problems = problems_of(error)
        if not problems:
            raise error
        self.desk.say(" ".join(problem.sentence for problem in problems), "error")

    def _on_cancelled(self) -> None:
        self._done()
        self.desk.say("Nothing was made or taken in; it was cancelled.")

    def _on_cancel_requested(self) -> None:
        if self.job is not None:
            self.bar.cancel.setEnabled(False)
            self.job.cancel()

    def _done(self) -> None:
        self.bar.end()
        job, self.job = self.job, None
        if job is not None:
            job.deleteLater()

    def _say_made(self, new: int, same: int, folder: Path) -> None:
        count = new + same
        said = f"{count} form{'s are' if count != 1 else ' is'} in {folder}, one for each partner asked."
        if same:
            said += f" {same} stood there already." if new else " All stood there already."
        way = ("Show in folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.desk.say(said, "information", way)

    def _show(self, round: HealthRound, taken: Any) -> None:
        dialog = self.dialog = ReturnedForms(self.desk.bridge, round, taken, self._window.window())
        dialog.finished.connect(lambda _code: self._on_closed(dialog))
        dialog.open()

    def _on_closed(self, dialog: ReturnedForms) -> None:
        self.dialog = None
        dialog.deleteLater()
        if isinstance(dialog.operation, KeepAnswers):
            said = f"Kept {dialog.operation.values['what']} of {dialog.operation.values['partners']}."
            self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _folder(self) -> str:
        return self.desk.preferences.export_folder or str(Path.home())

    def _stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.job.wait()


def _written(folder: Path, files: Sequence[tuple[str, bytes]]) -> tuple[int, int]:
    """Write files beside what stands there; return how many were written and how many stood there already."""
    from exports.writing import free_path, write_whole

    new = 0
    for name, content in files:
        path = free_path(folder, name, content)
        if not path.exists():
            write_whole(path, content)
            new += 1
    return new, len(files) - new
