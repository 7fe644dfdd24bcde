"""The table of a review, decided from the keyboard."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.reviewing.drawing import ReviewDelegate
from ui.reviewing.lines import ReviewLine
from ui.reviewing.model import ReviewModel
from ui.widgets.line_table import show_lines
from workbook.merging import Side

_KEYS: dict[int, Side] = {Qt.Key.Key_H: "ours", Qt.Key.Key_T: "theirs"}
KEYS_TIP = (
    "T takes theirs, H keeps ours, Space changes between them; with Shift in all fields of the record. "
    "N, Enter or F8 goes to the next line that is not decided, Alt+1, Alt+2 … show one group only."
)
_ONWARD = (Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Enter goes on as well, and does not take in what somebody is still looking at."""
_LEAST = 110


class ReviewTable(QTableView):
    """Several lines may be chosen and decided at once."""

    def __init__(self, model: ReviewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        show_lines(self, name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(ReviewDelegate(model, self))
        self.setAccessibleDescription(KEYS_TIP)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads = self.horizontalHeader()
        heads.setMinimumSectionSize(theme.room(_LEAST))
        for number, column in enumerate(model.columns):
            if column.width:
                self.setColumnWidth(number, theme.room(column.width))
            else:
                heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(4 * theme.space("row"))
        self.clicked.connect(self._on_clicked)

    @property
    def current(self) -> ReviewLine | None:
        row = self.currentIndex().row()
        return self.lines.shown[row] if 0 <= row < len(self.lines.shown) else None

    @property
    def chosen(self) -> list[ReviewLine]:
        """The chosen lines."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.shown[row] for row in rows]

    def decide(self, side: Side, *, whole_record: bool = False) -> None:
        """Let one side count in the chosen lines, or in all lines of their records."""
        lines = self.chosen
        if whole_record:
            records = {line.record for line in lines}
            lines = [line for line in self.lines.lines if line.record in records]
        self.lines.choose(side, lines)

    def change_side(self) -> None:
        """Let the other side count in the chosen lines than does in the current one."""
        line = self.current
        if line is not None:
            self.decide("ours" if self.lines.side(line) == "theirs" else "theirs")

    def go_to_first(self) -> None:
        """Stand on the first line that is shown."""
        if self.lines.shown:
            self.setCurrentIndex(self.lines.index(0, 0))

    def go_to_next_waiting(self) -> bool:
        """Stand on the next line that nobody has decided, beginning anew after the last; say whether there is one."""
        count, start = len(self.lines.shown), self.currentIndex().row() + 1
        for row in (*range(start, count), *range(start)):
            if row < count and self.lines.is_waiting(self.lines.shown[row]):
                self.setCurrentIndex(self.lines.index(row, 0))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in _KEYS and (is_plain or with_shift):
            self.decide(_KEYS[event.key()], whole_record=with_shift)
        elif event.key() == Qt.Key.Key_Space and is_plain:
            self.change_side()
        elif event.key() in _ONWARD and is_plain:
            self.go_to_next_waiting()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.lines.shown[index.row()]
        if self.lines.columns[index.column()].part == "side" and len(self.chosen) == 1 and line is self.current:
            self.change_side()
