"""Who was trained and what changed: people, hours, completion, breakdowns, before and after, each with its formula."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from exports.charts import Bar, StackedBars
from ui.charts import ChartView
from ui.desk import Desk
from ui.layouts import column, label, row, scrolled
from ui.pages.capacity.learning_chart import comparison
from ui.pages.capacity.learning_table import LearningTable
from ui.pages.panel import Panel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from ui.widgets.tile import Tile
from ui.widgets.to_do import holder
from workbook.formats import Formats
from workbook.measures.capacity import (
    by_age,
    by_group,
    by_sex,
    completion_percent,
    held_sessions,
    people_trained,
    training_hours,
    with_disability,
)
from workbook.measures.figure import Figure, percent

_SHOWN = frozenset({"capacity_actions", "training_sessions", "session_groups", "participants"})
_BREAKDOWNS = (("By sex", by_sex), ("By age", by_age), ("By group", by_group))


class PeoplePanel(Panel):
    """Figures above, breakdowns below them, and the learning of each action and session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        names = ("People trained", "Completed", "Training hours", "With a disability")
        self.tiles = {name: Tile(name) for name in names}
        self.cards = {name: Card(name) for name, _measure in _BREAKDOWNS}
        self.charts = {name: ChartView(name, desk.bridge.formats) for name in self.cards}
        self.formulas = {name: label("", "caption", wrap=True) for name in self.cards}
        self.compared = ChartView("Before and after", desk.bridge.formats)
        self.learning = LearningTable(desk)
        said = "Record who came to a session, and it is counted here: how many, who they were, what they can do now."
        self.empty = EmptyState("chart-bar", "Nobody is counted yet", said, "Go to the sessions")
        self.stack = Stack()
        self._lay_out()
        self.empty.action_requested.connect(partial(desk.go_to, "training_sessions"))
        self.follow(*_SHOWN)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.stack.currentIndex() == 0:
            return {}
        return {"copy": self.learning.copy, "copy_with_headings": partial(self.learning.copy, with_titles=True)}

    def enter(self) -> None:
        if self.stack.currentIndex() == 0:
            self.empty.button.setFocus()
        else:
            self.tiles["People trained"].setFocus()

    def show_book(self) -> None:
        book = self.desk.bridge.book
        figures = (people_trained(book), completion_percent(book), training_hours(book), with_disability(book))
        for figure in figures:
            self._show_tile(figure)
        attended = sum(session.attended or 0 for session in held_sessions(book))
        for name, measure in _BREAKDOWNS:
            self._show_breakdown(name, measure(book), attended)
        self.learning.read()
        chart = comparison(tuple(self.learning.model.held.values()), book, self.desk.bridge.formats)
        self.compared.show_chart(chart, self.desk.bridge.formats)
        self.compared.setVisible(chart is not None)
        is_empty = figures[0].value is None and not attended and not self.learning.model.row_keys
        self.stack.setCurrentIndex(0 if is_empty else 1)
        self.offers_changed.emit()

    def _show_tile(self, figure: Figure) -> None:
        value = figure.value
        formats = self.desk.bridge.formats
        shown = "no data"
        if isinstance(value, Decimal | int):
            number = Decimal(round(value, 1)) if isinstance(value, Decimal) else value
            shown = formats.percent(round(Decimal(value))) if figure.unit == "%" else formats.number(number)
        sessions = len(figure.rows)
        count = "1 session" if sessions == 1 else f"{sessions} sessions"
        remark = f"{figure.formula}; {count}" if value is not None else "no session recorded it yet"
        self.tiles[figure.title].show_figure(shown, remark, role="accent", tip=figure.formula)

    def _show_breakdown(self, name: str, figures: tuple[Figure, ...], attended: int) -> None:
        counted = [(figure.title, figure.value) for figure in figures if isinstance(figure.value, int) and figure.value]
        whole = max(attended, sum(value for _title, value in counted))
        formats = self.desk.bridge.formats
        bars = tuple(Bar(title, (Decimal(value),), _of(value, whole, formats)) for title, value in counted)
        self.charts[name].show_chart(StackedBars(("attendances",), bars) if bars else None, formats)
        self.formulas[name].setText(figures[0].formula[:1].upper() + figures[0].formula[1:] + ".")

    def _lay_out(self) -> None:
        inner = holder()
        whole = inner.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setContentsMargins(0, 4, 12, 12)
        tiles = row(gap="small")
        for tile in self.tiles.values():
            tile.clicked.connect(partial(self.desk.go_to, "training_sessions"))
            tiles.addWidget(tile, 1)
        whole.addLayout(tiles)
        cards = row(gap="small")
        for name, card in self.cards.items():
            card.lines.addWidget(self.charts[name])
            card.lines.addWidget(self.formulas[name])
            cards.addWidget(card, 1)
        whole.addLayout(cards)
        whole.addWidget(label("Before and after", "heading"))
        lead = (
            "Means of what people said they could do before and can do now, from 1 to 5, both asked at the end; and of "
            "tests before and after. Fewer than three answers are not shown, because they would tell who gave them."
        )
        whole.addWidget(label(lead, "caption", wrap=True))
        whole.addWidget(self.learning)
        whole.addWidget(self.compared)
        whole.addStretch(1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(scrolled(inner, "People and learning"))
        column(self, "").addWidget(self.stack)


def _of(part: int, whole: int, formats: Formats) -> str:
    share = percent(part, whole)
    return formats.number(part) if share is None else f"{formats.number(part)} ({formats.percent(round(share))})"
