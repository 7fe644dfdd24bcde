"""Shares and leverage, each with its formula and the way to its lines; and the same money as charts."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from exports.charts import Chart
from ui.charts import ChartView
from ui.desk import Desk
from ui.layouts import button, clear, column, frame, label, leading, row
from ui.pages.panel import Panel
from ui.pages.resources.charts import against_budget, by_partner, by_state
from ui.pages.resources.figures import figure_in_words, key_figures
from ui.theme import room
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.measures import Figure
from workbook.measures.budget import budget_by_category
from workbook.measures.resources import co_funding_shares, ledger

_READ = frozenset({"resources", "partners", "plan", "training_sessions", "participants", "session_groups"})
_COLUMNS = 4


class FigureCard(QFrame):
    """A figure, how it is worked out, and the way to the rows it was made from."""

    def __init__(self, figure: Figure, said: str, lead: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(f"{figure.title}: {said}")
        box = column(self, "tight")
        box.setContentsMargins(14, 10, 14, 10)
        box.addWidget(label(figure.title, "label", wrap=True))
        box.addWidget(label(said, "muted" if figure.value is None else "number", wrap=True))
        formula = label(figure.formula, "caption", wrap=True)
        formula.setAlignment(leading(Qt.AlignmentFlag.AlignTop))
        box.addWidget(formula, 1)
        count = len(figure.rows)
        self.rows_button = button(f"Show {count} row{'s' if count != 1 else ''}", "quiet")
        self.rows_button.setAccessibleName(f"Show the rows of {figure.title}")
        self.rows_button.setEnabled(bool(count))
        self.rows_button.clicked.connect(partial(_start, lead))
        box.addWidget(self.rows_button, 0, Qt.AlignmentFlag.AlignLeading)


def _start(lead: Callable[[], object], _checked: bool = False) -> None:
    lead()


class SharesPanel(Panel):
    """Made anew when something changed, and only while it is seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.cards: list[FigureCard] = []
        self.charts: list[ChartView] = []
        self.empty = EmptyState(
            "chart-bar",
            "Nothing to work out yet",
            "As soon as needs and commitments have a value, this page shows how much of the need is secured, how much "
            "has arrived, and how much others bring for each unit of the city's own cash.",
            "Go to the ledger",
        )
        self.empty.action_requested.connect(lambda: desk.go_to("resources"))
        self._lay_out()
        self.follow(*_READ)

    def enter(self) -> None:
        first = self.cards[0].rows_button if self.cards else self.empty.button
        first.setFocus()

    def show_book(self) -> None:
        book = self.desk.bridge.book
        clear(self._figures)
        clear(self._pictures)
        self.cards, self.charts = [], []
        for group, figures in key_figures(book).items():
            self._add_figures(group, figures)
        self._add_charts()
        self.stack.setCurrentWidget(self.scrolled if self.cards or self.charts else self.empty)

    def _add_figures(self, group: str, figures: Iterable[Figure]) -> None:
        self._figures.addWidget(label(group, "heading"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, figure in enumerate(figures):
            said = figure_in_words(figure, self.desk.bridge.formats)
            card = FigureCard(figure, said, partial(self._lead, figure))
            self.cards.append(card)
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        self._figures.addLayout(grid)

    def _add_charts(self) -> None:
        book, formats = self.desk.bridge.book, self.desk.bridge.formats
        held, shares, budgets = ledger(book), co_funding_shares(book), budget_by_category(book)
        for code in held.currencies:
            self._add_chart(
                f"From need to delivery, {code}",
                by_state(held, code, formats),
                "Each line is counted in the one state that it has reached; delivered is the part of these that has "
                "arrived. Withdrawn, lapsed and replaced lines are counted nowhere.",
            )
        for code in dict.fromkeys(one.currency for one in shares):
            formula = f"Share: {shares[0].formula}."
            self._add_chart(f"Committed by partner, {code}", by_partner(book, shares, code, formats), formula)
        for code in dict.fromkeys(one.currency for one in budgets):
            self._add_chart(
                f"Budget against actual, {code}",
                against_budget(budgets, code, formats),
                "Arrived and still expected of all offers, pledges and commitments, by category; the budget as it was "
                "agreed stands beside it.",
            )

    def _add_chart(self, title: str, chart: Chart, remark: str) -> None:
        card = frame("card")
        box = column(card, "small")
        box.setContentsMargins(14, 10, 14, 10)
        view = ChartView(title, self.desk.bridge.formats)
        view.show_chart(chart)
        copy = button("Copy numbers", "quiet", "Copy the numbers of this chart as a table")
        copy.setAccessibleName(f"Copy the numbers of {title}")
        copy.clicked.connect(view.copy)
        head = row()
        head.addWidget(label(title, "heading"), 1)
        head.addWidget(copy)
        box.addLayout(head)
        box.addWidget(view)
        box.addWidget(label(remark, "caption", wrap=True))
        self._pictures.addWidget(card)
        self.charts.append(view)

    def _lead(self, figure: Figure) -> None:
        lines = tuple(one for one in figure.rows if one[0] == "resources")
        if figure.rows:
            self.desk.show_rows(lines or figure.rows, figure.title)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(room(1240))
        box = column(inner, "large")
        box.setContentsMargins(0, 4, 12, 16)
        self._figures, self._pictures = column(gap="small"), column(gap="medium")
        box.addLayout(self._figures)
        box.addLayout(self._pictures)
        box.addStretch(1)
        self.scrolled = QScrollArea()
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setAccessibleName("Shares and charts")
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.setWidget(inner)
        self.stack = Stack()
        self.stack.addWidget(self.scrolled)
        self.stack.addWidget(self.empty)
        column(self, "").addWidget(self.stack)
