"""The twenty statements of one round: mean, spread and what to do, without anybody's own answer."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.icons import icon
from ui.pages.cooperation.tracks import BAND_ICONS, BAND_ROLES
from ui.theme import room
from ui.widgets.line_table import show_lines
from workbook.formats import Formats
from workbook.measures.cooperation import Statement, band
from workbook.measures.rounds import is_guarded, shown_mean, spread_in_words
from workbook.vocabularies import HEALTH_STATEMENTS

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
TITLES = ("No.", "Statement", "Mean", "Spread", "What it says")
_WIDTHS = (48, 0, 70, 84, 206)
_IN_WORDS = 176
BAND_WORDS = {"strong": "Strong", "watch": "Watch", "act": "Act"}
TALK = "talk about the gap"


@dataclass(frozen=True)
class StatementRow:
    """One statement as it is shown."""

    statement: Statement
    texts: tuple[str, ...]

    @property
    def band(self) -> str | None:
        return band(self.statement.mean)


def row_of(statement: Statement, formats: Formats) -> StatementRow:
    """Write a statement; where two partners answered, in words that tell neither what the other said."""
    number = str(HEALTH_STATEMENTS.keys.index(statement.key) + 1)
    title = HEALTH_STATEMENTS.title(statement.key)
    if statement.mean is None or statement.spread is None:
        said = "nobody has answered" if not statement.partners else "one answer only, so it is not shown"
        return StatementRow(statement, (number, title, "–", "–", said))
    words = BAND_WORDS[band(statement.mean) or "watch"]
    says = f"{words}; {TALK}" if statement.is_perception_gap else words
    if is_guarded(statement):
        return StatementRow(statement, (number, title, words.lower(), spread_in_words(statement.spread), says))
    mean = formats.number(shown_mean(statement.mean))
    return StatementRow(statement, (number, title, mean, formats.number(statement.spread), says))


class StatementsModel(QAbstractTableModel):
    """Twenty prepared rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[StatementRow, ...] = ()

    def show_rows(self, rows: tuple[StatementRow, ...]) -> None:
        """Show other figures; the rows stay the same statements, so that the choice stays where it is."""
        if len(rows) == len(self.rows) and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(TITLES) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.texts[column]
        if role == Qt.ItemDataRole.DecorationRole and column == len(TITLES) - 1 and row.band is not None:
            return icon(BAND_ICONS[row.band], BAND_ROLES[row.band])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{TITLES[column]}: {row.texts[column]}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


class StatementsTable(QTableView):
    """Enter on a statement plans a follow-up."""

    follow_up_requested = Signal()

    def __init__(self, model: StatementsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        show_lines(self, "Statements of this round")
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for number, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(number, width)
        self.setIconSize(QSize(room(16), room(16)))
        self.doubleClicked.connect(lambda _index: self.follow_up_requested.emit())

    def fit(self, rows: tuple[StatementRow, ...]) -> None:
        """Make room for spreads in words where there are any."""
        has_words = any(row.statement.spread is not None and is_guarded(row.statement) for row in rows)
        self.setColumnWidth(3, _IN_WORDS if has_words else _WIDTHS[3])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow_up_requested.emit()
        else:
            super().keyPressEvent(event)
