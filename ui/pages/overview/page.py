"""The partnership at a glance: what is met, what needs attention, what comes next, what is there and what happened."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.layouts import column, row, scrolled
from ui.pages.base import Page
from ui.pages.overview.changes import Changes
from ui.pages.overview.due import Attention, Coming, ListCard
from ui.pages.overview.glance import Glance
from ui.pages.overview.measured import Measured
from ui.pages.overview.money import MoneyTable
from ui.pages.overview.next_step import NextStep
from ui.pages.overview.spine import Foundations, Questions, show_scores
from ui.sections import Section
from ui.theme import room


class OverviewPage(Page):
    """Made of cards; each is written anew a moment after something changed, and only while the page is seen."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(desk, section, parent)
        self.box.setContentsMargins(24, 8, 12, 8)
        self.step = NextStep(desk)
        self.foundations = Foundations(desk)
        self.questions = Questions(desk)
        self.attention = Attention(desk)
        self.coming = Coming(desk)
        self.glance = Glance(desk, partial(self._show_all, self.attention), partial(self._show_all, self.coming))
        self.money = MoneyTable(desk)
        self.measured = Measured(desk)
        self.changes = Changes(desk)
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._on_waited)
        desk.bridge.changed.connect(self._on_changed)
        desk.findings.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Write every card from the book and the findings as they stand."""
        self._waiting.stop()
        self.step.refresh()
        self.glance.refresh()
        show_scores(self.desk, self.foundations, self.questions)
        for card in (self.attention, self.coming, self.money, self.measured, self.changes):
            card.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # before it is painted: cards without words would be seen for a moment

    def enter(self) -> None:
        self.step.button.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(room(1320))
        whole = column(inner, "medium")
        whole.setContentsMargins(0, 8, 12, 16)
        for part in (self.step, self.glance, self.foundations):
            whole.addWidget(part)
        columns = row(gap="medium")
        columns.addLayout(_stacked((self.attention, self.questions, self.changes)), 6)
        columns.addLayout(_stacked((self.coming, self.money, self.measured)), 5)
        whole.addLayout(columns)
        whole.addStretch(1)
        self._scroll = scrolled(inner, "Overview")
        self.box.addWidget(self._scroll)

    def _show_all(self, card: ListCard) -> None:
        card.open_up()
        self._scroll.ensureWidgetVisible(card)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._waiting.start()

    def _on_waited(self) -> None:
        if self.isVisible():  # the workbook may have closed right after the change
            self.refresh()


def _stacked(widgets: Iterable[QWidget]) -> QVBoxLayout:
    box = column(gap="medium")
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return box
