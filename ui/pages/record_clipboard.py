"""Copying, pasting and filling in a table of records, with what the person is told about it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.clipboard import table_in
from ui.desk import Desk
from ui.dialogs.problem_list import ProblemListDialog
from ui.tables import cells
from ui.tables.view import RecordView
from workbook.operations import EditSeveral, Operation, PasteRows, Problem
from workbook.records import RECORD_TYPES

_SAID = 2


class RecordClipboard(QObject):
    """What goes in and out of one table as ranges of cells. `given` is what new records take from where they are."""

    def __init__(self, desk: Desk, view: RecordView, given: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.view, self.given = desk, view, given

    def copy(self, *, with_headings: bool = False) -> None:
        QGuiApplication.clipboard().setMimeData(cells.copied(self.view, with_headings=with_headings))

    def copy_with_headings(self) -> None:
        self.copy(with_headings=True)

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        operation = cells.emptying(self.view)
        if operation is not None:
            self.desk.bridge.do(operation, self)

    def fill_down(self) -> None:
        operation = cells.filling_down(self.view)
        if operation is None:
            self.desk.say("Choose cells that have a row above them; they take its values.")
        elif self.desk.bridge.do(operation, self):
            self._say(f"Filled down in {self._counted(len(operation.given))}.")

    def set_in(self, record_ids: tuple[str, ...], name: str, value: object) -> tuple[Problem, ...]:
        """Put one value into a field of several records; returns why not."""
        operation = EditSeveral(self.view.records.type_name, {one: {name: value} for one in record_ids})
        problems = self.desk.bridge.attempt(operation, self)
        if not problems:
            self.say_set(len(record_ids))
        return problems

    def say_set(self, count: int) -> None:
        """Say into how many records one value went, and offer to take it back."""
        self._say(f"Set in {self._counted(count)}.")

    def paste(self) -> str:
        return self._paste(as_new=False)

    def paste_as_new(self) -> str:
        return self._paste(as_new=True)

    def _paste(self, *, as_new: bool) -> str:
        """Paste what lies on the clipboard; returns the first record that was added, if one was."""
        table = table_in(QGuiApplication.clipboard().mimeData())
        if not table:
            self.desk.say("There is nothing to paste: copy cells in a spreadsheet first.")
            return ""
        wish = cells.pasting(self.view, table, self.given(), as_new=as_new)
        problems = wish.problems
        if not problems and wish.operation is not None:
            problems = self.desk.bridge.attempt(wish.operation, self)
        if problems:
            self._refuse(problems)
            return ""
        return "" if wish.operation is None else self._done(wish.operation, wish.unknown)

    def _done(self, operation: Operation, unknown: tuple[str, ...]) -> str:
        left_out = f" Left out, because no field is called so: {', '.join(unknown)}." if unknown else ""
        if not isinstance(operation, PasteRows):
            return ""
        added = operation.added
        edited = len(operation.lines) - len(added)
        if added or left_out:
            parts = [f"{self._counted(len(added))} added"] if added else []
            parts += [f"{self._counted(edited)} pasted over"] if edited else []
            self._say(f"{', '.join(parts) or 'Nothing added'}.{left_out}")
        return added[0] if added else ""

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Name every cell that is in the way: two in the message, more in a list."""
        if len(problems) <= _SAID:
            said = " ".join(str(problem) for problem in problems)
            self.desk.say(f"Nothing was pasted. {said}", "warning")
            return
        dialog = ProblemListDialog("Nothing was pasted", problems, self.view.window())
        dialog.exec()
        dialog.deleteLater()

    def _say(self, text: str) -> None:
        self.desk.say(text, "information", ("Undo", lambda: self.desk.start("undo")))

    def _counted(self, count: int) -> str:
        record_type = RECORD_TYPES[self.view.records.type_name]
        noun = record_type.title if count == 1 else record_type.titles
        return f"{self.desk.bridge.formats.number(count)} {noun.lower()}"
