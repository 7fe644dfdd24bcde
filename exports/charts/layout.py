"""Chooses how a chart is laid out."""

from exports.charts.bars import counts, progress, stacked
from exports.charts.marks import Measure, Picture
from exports.charts.models import Chart, CountBars, Gantt, ProgressBars, StackedBars
from exports.charts.times import gantt, small_lines


def picture_of(chart: Chart, width: float, measure: Measure, *, right_to_left: bool = False) -> Picture:
    """Lay a chart out for a width in points; `measure` tells how wide words are in the format's own font.

    Where one reads from right to left, bars grow and time runs from the right.
    """
    picture = _laid_out(chart, width, measure)
    return picture.mirrored() if right_to_left else picture


def _laid_out(chart: Chart, width: float, measure: Measure) -> Picture:
    if isinstance(chart, StackedBars):
        return stacked(chart, width, measure)
    if isinstance(chart, ProgressBars):
        return progress(chart, width, measure)
    if isinstance(chart, CountBars):
        return counts(chart, width, measure)
    if isinstance(chart, Gantt):
        return gantt(chart, width, measure)
    return small_lines(chart, width, measure)
