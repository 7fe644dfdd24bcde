"""Opens, makes and rescues workbook files for the window, and says why where that cannot be, with a way out."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from storage import SUFFIX, Backup, FileDamaged, FileProblem, OpenWorkbook, newest_backup_of
from storage.errors import FileBusy, FileReadOnly, OpenElsewhere
from ui import appearance, files
from ui.backups import backups_folder
from ui.desk import Say
from ui.dialogs.new_workbook import NewWorkbookDialog
from ui.dialogs.problem import ProblemDialog
from ui.main_window import MainWindow
from ui.problems import problems_of
from workbook.operations import Operation, Problem

_READ, _RESCUE, _BACK = "read", "rescue", "back"
_WAYS: tuple[tuple[tuple[type[FileProblem], ...], str, str], ...] = (
    ((OpenElsewhere, FileReadOnly, FileBusy), _READ, "Open a copy for reading"),
    ((FileDamaged,), _RESCUE, "Rescue into a new file"),
)
"""What can still be done about a workbook that may not be opened for editing."""
WORKBOOKS = f"Partnership workbooks (*{SUFFIX})"


class Opening(QObject):
    """Hands each workbook that was opened to `show`, which takes the place of the one before."""

    def __init__(
        self,
        window: MainWindow,
        say: Say,
        may_leave: Callable[[], bool],
        show: Callable[[OpenWorkbook], None],
        is_open: Callable[[Path], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences = window, window.preferences
        self._say, self._may_leave, self._show, self._is_open = say, may_leave, show, is_open

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a workbook, unless it is the one that is open; says why not, and then nothing has changed."""
        if not read_only and self._is_open(path):
            return True
        return self._may_leave() and self._take(
            lambda: files.opened(path, self._preferences, read_only=read_only), path
        )

    def rescue(self, path: Path) -> None:
        """Open what can be read of a damaged workbook, in a new file beside it, and say what came over."""
        self._in_its_place(path, lambda: files.rescued(path, self._preferences), "This workbook was not rescued")

    def go_back(self, path: Path) -> None:
        """Open the last backup of a damaged workbook, in a new file beside it."""
        backup = self._newest_backup(path)
        if backup is not None:
            bring = partial(files.brought_back, path, backup, self._preferences)
            self._in_its_place(path, bring, "The backup was not brought back")

    def make(self, template: str = "") -> bool:
        """Ask for a new workbook and make it; says whether it is a blank one, which asks to be described.

        `template` is what is proposed to begin with. Where it cannot be made, what was filled in is asked again and not
        lost.
        """
        dialog = NewWorkbookDialog(self._window, template)
        made = False
        while not made and self._may_leave() and dialog.exec():
            made = self._made(dialog.path, dialog.start)
        is_blank = made and dialog.is_blank
        dialog.deleteLater()
        return is_blank

    def make_from_plan(self, source: Path) -> bool:
        """Ask where a new workbook should lie, and make it from a plan file."""
        suggested = str(source.with_suffix(SUFFIX))
        name, _ = QFileDialog.getSaveFileName(self._window, f"New workbook from {source.name}", suggested, WORKBOOKS)
        if not name or not self._may_leave():
            return False
        path = Path(name)
        return self._made(path, lambda: files.plan_start(source))

    def choose(self) -> None:
        """Ask for a workbook to open."""
        recent = self._preferences.recent
        folder = str(Path(recent[0]).parent) if recent else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a workbook", folder, f"{WORKBOOKS};;All files (*)")
        if name:
            self.open(Path(name))

    def _in_its_place(self, path: Path, make: Callable[[], tuple[OpenWorkbook, str]], refusal: str) -> None:
        """Open a file that is made in place of a damaged one, and say what it is."""
        said: list[str] = []

        def opening() -> OpenWorkbook:
            opened, sentence = make()
            said.append(sentence)
            return opened

        if self._take(opening, path, refusal):
            self._say(said[0], "warning")

    def _newest_backup(self, path: Path) -> Backup | None:
        folder = backups_folder(self._preferences)
        try:
            return None if folder is None else newest_backup_of(path, folder)
        except FileProblem:
            return None

    def _made(self, path: Path, start: Callable[[], Operation]) -> bool:
        return self._take(lambda: files.made(path, start(), self._preferences), path, "This workbook was not made")

    def _take(
        self, opening: Callable[[], OpenWorkbook], path: Path, refusal: str = "This workbook was not opened"
    ) -> bool:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            opened = opening()
        except Exception as error:
            problems = problems_of(error)
            if not problems:
                raise
            QApplication.restoreOverrideCursor()
            self._explain(problems, path, refusal, self._ways(error, path))
            return False
        QApplication.restoreOverrideCursor()
        self._show(opened)
        return True

    def _ways(self, error: Exception, path: Path) -> dict[str, str]:
        """Return the ways out, by key, each with the words on its button."""
        ways = {key: words for kinds, key, words in _WAYS if isinstance(error, kinds)}
        backup = self._newest_backup(path) if isinstance(error, FileDamaged) else None
        if backup is not None:
            day = appearance.formats_of(self._preferences, "en").date(backup.at.astimezone().date())
            ways[_BACK] = f"Go back to the backup of {day}"
        return ways

    def _explain(self, problems: Iterable[Problem], path: Path, refusal: str, ways: Mapping[str, str]) -> None:
        """Say why a file cannot be opened, with a way out where there is one."""
        sentence = " ".join(problem.sentence for problem in problems)
        dialog = ProblemDialog(refusal, sentence, self._window, ways)
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        if wish == _READ:
            self.open(path, read_only=True)
        elif wish == _RESCUE:
            self.rescue(path)
        elif wish == _BACK:
            self.go_back(path)
