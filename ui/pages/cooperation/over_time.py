"""Several rounds beside each other: the mean of each foundation, and how many partners answered."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.icons import icon
from ui.pages.cooperation.tracks import BAND_ICONS, BAND_ROLES
from ui.tables.writing import isolated
from ui.theme import room
from workbook.book import Book
from workbook.formats import Formats
from workbook.measures.cooperation import RoundResult, round_result
from workbook.measures.rounds import rounds_in_order, shown_mean
from workbook.records import HealthResponse
from workbook.vocabularies import FOUNDATIONS

MOST_ROUNDS = 6
_ROW = 28


class OverTime(QTableWidget):
    """Foundations down, rounds across, the newest last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rounds beside each other: mean of each foundation")
        self.setProperty("role", "lines")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().setDefaultSectionSize(room(_ROW))
        self.verticalHeader().setProperty("role", "titles")
        heads = self.horizontalHeader()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def show_rounds(self, book: Book, formats: Formats) -> None:
        """Show the latest rounds that somebody answered."""
        found = [one for one in rounds_in_order(book) if book.count_where(HealthResponse, round=one.id)]
        results = [round_result(book, one) for one in found[-MOST_ROUNDS:]]
        keys = FOUNDATIONS.keys
        self.setRowCount(len(keys) + 1)
        self.setColumnCount(len(results))
        self.setVerticalHeaderLabels([*(FOUNDATIONS.title(key) for key in keys), "Partners answering"])
        self.setHorizontalHeaderLabels([isolated(_head(result, formats)) for result in results])
        for column, result in enumerate(results):
            for row, key in enumerate(keys):
                self.setItem(row, column, _cell(result, results[column - 1] if column else None, key, formats))
            said = f"{len(result.answered)} of {len(result.asked)}"
            self.setItem(len(keys), column, QTableWidgetItem(isolated(said)))
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + room(_ROW) * self.rowCount() + 4)


def _head(result: RoundResult, formats: Formats) -> str:
    day = result.round.date
    return formats.date(day) if day is not None else result.round.title


def _cell(result: RoundResult, before: RoundResult | None, key: str, formats: Formats) -> QTableWidgetItem:
    value, name = result.dimensions[key], result.bands[key]
    if value is None or name is None:
        return QTableWidgetItem("too few answers")
    text = f"{formats.number(shown_mean(value))} {name}"
    earlier = before.dimensions[key] if before is not None else None
    if earlier is not None:
        text += f"   {moved(round(value, 1) - round(earlier, 1), formats)}"
    item = QTableWidgetItem(icon(BAND_ICONS[name], BAND_ROLES[name]), isolated(text))
    item.setToolTip(f"{FOUNDATIONS.title(key)}: {text}")
    return item


def moved(step: Decimal, formats: Formats) -> str:
    """Say how a mean has moved since the round before."""
    if not step:
        return "as before"
    return f"{'up' if step > 0 else 'down'} {formats.number(abs(step))}"
