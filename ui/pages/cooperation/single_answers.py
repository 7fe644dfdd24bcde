"""What each partner answered, where every partner agreed beforehand that it may be shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from workbook.answers import single_answers
from workbook.book import Book
from workbook.measures.rounds import asked_partners
from workbook.records import HealthResponse, HealthRound, Partner
from workbook.vocabularies import HEALTH_STATEMENTS

_NARROW = 64
_DONT_KNOW, _COMMENTED = "?", "*"


class SingleAnswers(QTableWidget):
    """A row for each statement, a column for each partner; a star says that there is a comment, told in the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Single answers by partner")
        self.setProperty("role", "lines")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def show_round(self, book: Book, round: HealthRound) -> None:
        """Show the answers of a round that allows it; of another round nothing."""
        answers = single_answers(book, round)
        answered = {partner for partner, _ in answers}
        partners = tuple(one for one in asked_partners(book, round) if one.id in answered)
        keys = HEALTH_STATEMENTS.keys if answers else ()
        self.setRowCount(len(keys))
        self.setColumnCount(1 + len(partners))
        self._set_heads(book, partners)
        for row, key in enumerate(keys):
            title = HEALTH_STATEMENTS.title(key)
            self._put(row, 0, f"{row + 1}  {title}", title)
            for column, partner in enumerate(partners, 1):
                answer = answers.get((partner.id, key))
                self._put(row, column, _short(answer), f"{partner.name}: {_in_words(answer)}")

    def _set_heads(self, book: Book, partners: tuple[Partner, ...]) -> None:
        heads = self.horizontalHeader()
        self.setHorizontalHeaderItem(0, QTableWidgetItem("Statement"))
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(_NARROW)
        for column, partner in enumerate(partners, 1):
            head = QTableWidgetItem(partner.code)
            head.setToolTip(book.label("partners", partner.id))
            self.setHorizontalHeaderItem(column, head)
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, _NARROW)

    def _put(self, row: int, column: int, text: str, said: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setItem(row, column, item)


def _short(answer: HealthResponse | None) -> str:
    if answer is None:
        return "–"
    return f"{answer.score or _DONT_KNOW}{_COMMENTED if answer.comment else ''}"


def _in_words(answer: HealthResponse | None) -> str:
    if answer is None:
        return "no answer"
    score = "don't know" if answer.score is None else str(answer.score)
    return f"{score}, “{answer.comment}”" if answer.comment else score
