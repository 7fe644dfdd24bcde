"""Everything that is attached anywhere in the workbook, and how much room it takes in the file."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.layouts import label
from ui.pages.record_panel import RecordPanel
from workbook.records import Attachment

_HOW = "Files are attached at the record that they belong to: choose it in its table, then Attach file… (Ctrl+Shift+I)."


class AttachmentsPanel(RecordPanel):
    """A table to find them again; adding happens where they belong."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "attachments", icon_name, parent)
        self.empty.say("Nothing is attached yet", f"Scans, photos and letters are kept inside the workbook. {_HOW}", "")
        self.tools.add_button.hide()
        self.total = label("", "caption")
        self.add_tool(self.total)
        self.follow("attachments")
        self.refresh()

    def add(self) -> None:
        """Say where files are attached; a record without its file would be of no use."""
        self.desk.say(_HOW)

    def enter(self) -> None:
        (self.view if self.model.rowCount() else self).setFocus()

    def show_book(self) -> None:
        held = self.desk.bridge.book.all(Attachment)
        size = self.desk.bridge.formats.size(sum(one.size or 0 for one in held))
        files = "1 file" if len(held) == 1 else f"{len(held)} files"
        self.total.setText(f"{files}, {size} in all" if held else "")
