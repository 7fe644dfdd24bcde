"""The indicators on their way, as bars with their words; those without data are said, never drawn as zero."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from exports.charts import ProgressBars, ProgressRow
from ui.charts import ChartView
from ui.desk import Desk
from ui.layouts import button
from ui.widgets.card import Card, Line
from workbook.measures.attention import indicators
from workbook.measures.indicators import IndicatorProgress
from workbook.vocabularies import RATINGS

_MOST = 8


class Measured(Card):
    """One bar for each indicator, those that are worst off first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Indicators", parent=parent)
        self.desk = desk
        self.chart = ChartView("Indicators: progress from baseline to target", desk.bridge.formats)
        self._lead = button("All indicators", "quiet")
        self._lead.clicked.connect(lambda _checked=False: desk.go_to("indicators"))
        self._box.insertWidget(1, self.chart)
        self._box.addWidget(self._lead)

    def refresh(self) -> None:
        """Work out where each indicator stands today."""
        found = indicators(self.desk.bridge.book, self.desk.bridge.today())
        places = {key: place for place, key in enumerate(RATINGS.keys)}
        order = sorted(found.all, key=lambda one: places[one.rating])[:_MOST]
        self.chart.setVisible(bool(order))
        self.chart.show_chart(ProgressBars(tuple(map(self._row, order))) if order else None, self.desk.bridge.formats)
        left = len(found.all) - len(order)
        said = f"And {left} more." if left else ""
        nothing = "Nothing is counted yet. Give each objective one or two indicators."
        self.show_lines([Line(said or nothing, role="caption")] if said or not order else [])
        self._lead.setVisible(bool(order))

    def _row(self, one: IndicatorProgress) -> ProgressRow:
        formats = self.desk.bridge.formats
        share = None if one.achievement is None else one.achievement / Decimal(100)
        value = "no data" if one.value is None else f"{formats.number(one.value)} {one.indicator.unit}".strip()
        if one.indicator.target is not None:
            value += f" of {formats.number(one.indicator.target)}"
        words = value if one.value is None else f"{value}, {RATINGS.title(one.rating).lower()}"
        label = f"{one.indicator.code} {one.indicator.title}".strip()
        return ProgressRow(label, share, words, one.rating)
