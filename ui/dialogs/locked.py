"""Shows the records that this version cannot read, with what is stored of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.reading import ReadingDialog
from workbook.book import LockedRecord
from workbook.locked import told


class LockedDialog(ReadingDialog):
    """What stands in no table: kept as it is, and neither changed nor dropped."""

    def __init__(self, records: Sequence[LockedRecord], parent: QWidget | None = None) -> None:
        super().__init__(
            "Locked records",
            "1 record cannot be read" if len(records) == 1 else f"{len(records)} records cannot be read",
            "Probably written by a newer version of this program. What cannot be read stays in the file as it is, and "
            "stands in no table or document here; update the program to work with it.",
            "\n\n".join(map(told, records)),
            heard="What is stored of them",
            parent=parent,
        )
