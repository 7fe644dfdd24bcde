"""The lines of a review as a table: what is shown of them, what is looked for, and whose word counts in each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.reviewing.lines import Part, ReviewColumn, ReviewLine
from workbook.merging import Side
from workbook.merging.conflicts import Key
from workbook.returning.telling import Told

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_CHECKED: Mapping[Side | None, Qt.CheckState] = {
    "theirs": Qt.CheckState.Checked,
    "ours": Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}


class ReviewModel(QAbstractTableModel):
    """Keeps its own list of what is shown; `decided` says that a choice was made or taken back."""

    decided = Signal()

    def __init__(self, columns: Sequence[ReviewColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: list[ReviewLine] = []
        self.shown: list[ReviewLine] = []
        self.choices: dict[Key, Side] = {}
        self.group, self.text = "", ""
        self._told: dict[int, Told] = {}
        self._searched: dict[int, str] = {}

    def show_lines(self, lines: Iterable[ReviewLine]) -> None:
        """Review other lines; choices are kept for those that are there again."""
        self.beginResetModel()
        self.lines = list(lines)
        self._told, self._searched = {}, {}
        keys = {line.key for line in self.lines if line.is_open}
        self.choices = {key: side for key, side in self.choices.items() if key in keys}
        self.shown = [line for line in self.lines if self._is_shown(line)]
        self.endResetModel()
        self.decided.emit()

    def show_only(self, group: str, text: str) -> None:
        """Show the lines of a group, or all, in which a text stands."""
        self.beginResetModel()
        self.group, self.text = group, " ".join(text.split()).casefold()
        self.shown = [line for line in self.lines if self._is_shown(line)]
        self.endResetModel()

    def counts(self) -> Counter[str]:
        """Count the lines of each group."""
        return Counter(group for line in self.lines for group in line.groups)

    def side(self, line: ReviewLine) -> Side | None:
        """Return whose word counts in a line; None while nobody has said so where somebody has to."""
        return self.choices.get(line.key, line.usual) if line.is_open else line.usual

    @property
    def waiting(self) -> int:
        """How many lines nobody has decided that somebody should."""
        return sum(self.is_waiting(line) for line in self.lines)

    @property
    def taken(self) -> int:
        """In how many lines the word of the others counts."""
        return sum(line.is_open and self.side(line) == "theirs" for line in self.lines)

    def is_waiting(self, line: ReviewLine) -> bool:
        return line.is_open and self.side(line) is None

    def choose(self, side: Side, lines: Iterable[ReviewLine]) -> None:
        """Let the word of one side count in these lines, as far as there is a choice."""
        keys = {line.key for line in lines if line.is_open}
        if not keys:
            return
        self.choices.update(dict.fromkeys(keys, side))
        rows = [row for row, line in enumerate(self.shown) if line.key in keys]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(self.columns) - 1))
        self.decided.emit()

    def of_record(self, line: ReviewLine) -> list[ReviewLine]:
        """Return the lines of the same record, shown or not."""
        return [one for one in self.lines if one.record == line.record]

    def told(self, line: ReviewLine) -> Told:
        """Return a line in words."""
        if id(line) not in self._told:
            self._told[id(line)] = line.tell()
        return self._told[id(line)]

    def said(self, line: ReviewLine, part: Part) -> str:
        """Return what stands in one column."""
        if part == "side":
            side = self.side(line) if line.is_open else None
            return {"theirs": line.words.theirs, "ours": line.words.ours}.get(side or "", line.words.undecided)
        told = self.told(line)
        if part == "theirs" and not told.theirs and not line.is_open:
            return told.why
        return str(getattr(told, part))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(line, column.part).replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.told(line).why if column.part in ("side", "standing") else self.said(line, column.part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self.said(line, column.part) or 'empty'}"
        if role == Qt.ItemDataRole.CheckStateRole and column.part == "side" and line.is_open:
            return _CHECKED[self.side(line)]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.columns[section].title if is_shown else None

    def _is_shown(self, line: ReviewLine) -> bool:
        return (not self.group or self.group in line.groups) and (not self.text or self.text in self._words(line))

    def _words(self, line: ReviewLine) -> str:
        if id(line) not in self._searched:
            told = self.told(line)
            self._searched[id(line)] = " ".join(" ".join(str(part) for part in told[:8]).split()).casefold()
        return self._searched[id(line)]
