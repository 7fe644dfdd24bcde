"""What happens when the program itself is wrong: a report that can be copied, and an orderly close (design.md)."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.dialogs.fault import FaultDialog
from ui.dialogs.problem import ProblemDialog
from ui.problems import problems_of, report
from workbook.operations import Problem

_SOFTWARE_FAULT, _INTERRUPTED = 70, 130


def leave(status: int) -> None:
    """End the program's event loop."""
    QApplication.exit(status)


class _Hook(QObject):
    """Shows one fault, then closes; whatever was shown as done is on disk already."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._is_showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            leave(_INTERRUPTED)
            return
        problems = problems_of(error)
        text = report(kind, error, trace)
        sys.stderr.write(text)
        if self._is_showing:
            return
        self._is_showing = True
        if problems:
            self._explain(problems)
            self._is_showing = False
            return
        FaultDialog(text, QApplication.activeWindow()).exec()
        QApplication.closeAllWindows()
        leave(_SOFTWARE_FAULT)

    @staticmethod
    def _explain(problems: tuple[Problem, ...]) -> None:
        ProblemDialog(
            "This was not done", " ".join(one.sentence for one in problems), QApplication.activeWindow()
        ).exec()


def catch_faults(owner: QObject) -> None:
    """Catch what nobody caught, from now on."""
    sys.excepthook = _Hook(owner)
