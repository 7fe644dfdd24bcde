"""The one question about dates that could be two days: asked for the whole file, with one of its own dates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from ui.layouts import column, label, wrapping_row
from ui.reviewing.panel import one_of
from ui.tables.writing import isolated
from workbook.formats import Formats
from workbook.returning.edits import UnsureDate
from workbook.returning.two_days import readings_of
from workbook.returning.typed import DayOrder


class DatesQuestion(QFrame):
    """Stays after it is answered, so that the answer can be changed; `answered` carries it."""

    answered = Signal(str)

    def __init__(self, dates: tuple[UnsureDate, ...], formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "say_warning")
        first, (day, month) = dates[0], readings_of(dates[0], formats)
        count = one_of(len(dates), "date in this file could be two days", "dates in this file could be two days each")
        box = column(self, "tight", "small")
        said = f"{count}. What does “{first.typed}” mean, in {first.place}? Until you say so, none of them is taken in."
        box.addWidget(label(said, wrap=True))
        self.day_first = QRadioButton(isolated(f"{formats.date(day)}: the &day stands first"))
        self.month_first = QRadioButton(isolated(f"{formats.date(month)}: the &month stands first"))
        orders: tuple[tuple[QRadioButton, DayOrder], ...] = ((self.day_first, "day"), (self.month_first, "month"))
        choices = wrapping_row(gap="wide")
        for choice, order in orders:
            choice.clicked.connect(lambda _=False, order=order: self.answered.emit(order))
            choices.addWidget(choice)
        choices.addStretch(1)
        box.addLayout(choices)
