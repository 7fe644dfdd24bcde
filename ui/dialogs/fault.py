"""Says that the program is at fault, and offers a report to copy."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.reading import ReadingDialog


class FaultDialog(ReadingDialog):
    """Shown when the program is at fault, before it closes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Something went wrong in the program",
            "Something went wrong in the program",
            "This is our fault, not yours. Everything you entered is on disk; the program will close now and can be "
            "opened again. The report below helps us to mend it.",
            text,
            heard="Report",
            parent=parent,
        )
        self.copy.setText("Copy the report")
        self.close_it.setText("Close the program")
