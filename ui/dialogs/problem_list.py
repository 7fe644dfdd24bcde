"""Names everything that is in the way of something, one line each, so that it can be mended in one go."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.reading import ReadingDialog
from workbook.operations import Problem


class ProblemListDialog(ReadingDialog):
    """A list to read, and to copy beside the spreadsheet that it is about."""

    def __init__(self, title: str, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        cells = "1 cell" if len(problems) == 1 else f"{len(problems)} cells"
        super().__init__(
            title,
            f"{title}: {cells} cannot be taken",
            "Mend them in the spreadsheet, copy again and paste again.",
            "\n".join(str(problem) for problem in problems),
            heard="What is in the way",
            parent=parent,
        )
