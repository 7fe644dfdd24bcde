"""What was done in another copy that a step brought in, and how it was decided where both did something different."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog
from ui.widgets.line_table import show_lines
from workbook.brought import Memory
from workbook.formats import Formats
from workbook.merging.telling import stayed_in_words

_STEPS = ("When", "Who", "What")
_DECISIONS = ("Record", "What", "Was", "Here", "In the other copy", "What stayed")


class BroughtDialog(Dialog):
    """Two lists to read: the steps of the other copy, and the decisions."""

    def __init__(self, title: str, memory: Memory, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(860, 560)
        box = column(self, "small", "wide")
        box.addWidget(label(title, "heading", wrap=True))
        lines = [(formats.moment(one.at.astimezone()), one.operator, one.title) for one in memory.steps]
        self.steps = _table("What was done in the other copy", _STEPS, lines)
        box.addWidget(label("What was done in the other copy", "label"))
        box.addWidget(self.steps, 2)
        told = [
            (one.record, one.field or "The whole record", one.was, one.ours, one.theirs, stayed_in_words(one.stayed))
            for one in memory.decisions
        ]
        self.decisions = _table("Where both sides did something different", _DECISIONS, told)
        if told:
            box.addWidget(label("Where both sides did something different", "label"))
            box.addWidget(self.decisions, 1)
        else:
            self.decisions.setParent(self)
            self.decisions.hide()
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        feet = wrapping_row()
        feet.addStretch(1)
        feet.addWidget(close)
        box.addLayout(feet)


def _table(name: str, headings: tuple[str, ...], lines: Sequence[tuple[str, ...]]) -> QTableWidget:
    made = QTableWidget(len(lines), len(headings))
    show_lines(made, name)
    made.setHorizontalHeaderLabels(list(headings))
    for at, line in enumerate(lines):
        for place, text in enumerate(line):
            item = QTableWidgetItem(text.replace("\n", " ") or "–")
            item.setToolTip(text)
            made.setItem(at, place, item)
    heads = made.horizontalHeader()
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    if len(headings) == len(_STEPS):
        for place in (0, 1):
            heads.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
    return made
