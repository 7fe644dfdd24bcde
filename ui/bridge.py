"""Between the workbook and the window: operations go down, the change set of each comes up as one signal."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.problems import problems_of
from workbook.book import Book
from workbook.changes import ChangeSet
from workbook.formats import Formats
from workbook.kinds import Reading
from workbook.operations import Operation, Problem
from workbook.workbook import Ready, Workbook


class Bridge(QObject):
    """The open workbook for everything in the window.

    `changed` carries the change set and who asked for it; `refused` carries the problems of what was asked for by
    somebody who does not show them beside a field.
    """

    changed = Signal(object, object)
    refused = Signal(object)

    def __init__(self, workbook: Workbook, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbook = workbook
        self.path = path
        self.began_at = workbook.seq
        """The state in which this sitting began."""
        self.window_language = ""
        """How dates and numbers are written in the window, where the person wants it otherwise than the workbook."""
        self._formats = Formats(workbook.book.plan.language)
        self._unsubscribe = workbook.subscribe(self._on_changed)

    @property
    def book(self) -> Book:
        return self.workbook.book

    @property
    def formats(self) -> Formats:
        language = self.window_language or self.book.plan.language
        if self._formats.language != language:
            self._formats = Formats(language)
        return self._formats

    @property
    def reading(self) -> Reading:
        """What showing and reading values needs, as the book stands now."""
        return Reading(self.formats, self.book.label, self.book.find)

    @staticmethod
    def today() -> datetime.date:
        return datetime.datetime.now().astimezone().date()

    def attempt(self, operation: Operation, initiator: object = None) -> tuple[Problem, ...]:
        """Carry out an operation; returns why not, or nothing when it is done and on disk."""
        return self._attempt(lambda: self.workbook.do(operation, initiator))

    def make(self, ready: Ready, initiator: object = None) -> tuple[Problem, ...]:
        """Make a step that a worker has worked out; returns why not, or nothing when it is on disk."""
        return self._attempt(lambda: self.workbook.make(ready, initiator))

    @staticmethod
    def _attempt(step: Callable[[], object]) -> tuple[Problem, ...]:
        try:
            step()
        except Exception as error:
            problems = problems_of(error)
            if not problems:
                raise
            return problems
        return ()

    def do(self, operation: Operation, initiator: object = None) -> bool:
        """Carry out an operation, and let the window say why not."""
        return self._told(self.attempt(operation, initiator))

    def undo(self) -> ChangeSet | None:
        return self._step(self.workbook.undo)

    def redo(self) -> ChangeSet | None:
        return self._step(self.workbook.redo)

    def erase(self, type_name: str, record_id: str, initiator: object = None) -> bool:
        """Erase the person in a record for good, and let the window say why not."""
        return self._step(lambda: self.workbook.erase(type_name, record_id, initiator)) is not None

    def close(self) -> None:
        """Stop following the workbook."""
        self._unsubscribe()

    def _step(self, step: Callable[[], ChangeSet]) -> ChangeSet | None:
        try:
            return step()
        except Exception as error:
            problems = problems_of(error)
            if not problems:
                raise
            self._told(problems)
            return None

    def _told(self, problems: tuple[Problem, ...]) -> bool:
        if problems:
            self.refused.emit(problems)
        return not problems

    def _on_changed(self, change_set: ChangeSet, initiator: object) -> None:
        self.changed.emit(change_set, initiator)
