"""Charts in the window: the models and layouts of `exports.charts`, painted in the colours of the theme."""

from ui.charts.view import ChartView

__all__ = ["ChartView"]
