"""A table of records, or in its place what belongs there and how to begin."""

from PySide6.QtWidgets import QWidget

from ui.pages.teaching import teaching
from ui.tables.rows import Rows
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.records import RecordType

_PASTED = "Rows from Excel or LibreOffice can be pasted here too (Ctrl+V), with their headings or without."


class RecordStack(Stack):
    """Shows the table as long as it has rows to show; an empty one teaches, a filtered one says what hides them."""

    def __init__(self, record_type: RecordType, icon_name: str, table: QWidget) -> None:
        super().__init__()
        self.record_type, self.table = record_type, table
        self.empty = EmptyState(icon_name, *teaching(record_type))
        self.addWidget(table)
        self.addWidget(self.empty)

    def show_rows(self, rows: Rows, whole: int) -> None:
        """Follow what the table shows out of `whole` records."""
        if (rows.filter or rows.wanted) and whole:
            why = f"No row holds “{rows.filter}”." if rows.filter else "No row has the chosen values."
            self.empty.say("Nothing matches", why, "Show all rows")
        else:
            title, sentence, action = teaching(self.record_type)
            self.empty.say(title, f"{sentence} {_PASTED}" if not self.record_type.key else sentence, action)
        self.setCurrentWidget(self.table if rows.total else self.empty)
