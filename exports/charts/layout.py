"""Chooses how a chart is laid out."""

from exports.charts.bars import counts, progress, stacked
from exports.charts.marks import Measure, Picture
from exports.charts.models import Chart, CountBars, Gantt, ProgressBars, StackedBars
from exports.charts.times import gantt, small_lines


def picture_of(chart: Chart, width: float, measure: Measure) -> Picture:
    """Lay a chart out for a width in points; `measure` tells how wide words are in the format's own font."""
    if isinstance(chart, StackedBars):
        return stacked(chart, width, measure)
    if isinstance(chart, ProgressBars):
        return progress(chart, width, measure)
    if isinstance(chart, CountBars):
        return counts(chart, width, measure)
    if isinstance(chart, Gantt):
        return gantt(chart, width, measure)
    return small_lines(chart, width, measure)
