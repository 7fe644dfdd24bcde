"""Charts as plain models, and how each is laid out in marks that any format can draw."""

from exports.charts.layout import picture_of
from exports.charts.marks import Box, Label, Measure, Picture, Shape, Stroke
from exports.charts.models import (
    Bar,
    Chart,
    CountBars,
    CountRow,
    Gantt,
    GanttRow,
    GanttWords,
    ProgressBars,
    ProgressRow,
    ProgressWords,
    SmallLine,
    SmallLines,
    StackedBars,
)

__all__ = [
    "Bar",
    "Box",
    "Chart",
    "CountBars",
    "CountRow",
    "Gantt",
    "GanttRow",
    "GanttWords",
    "Label",
    "Measure",
    "Picture",
    "ProgressBars",
    "ProgressRow",
    "ProgressWords",
    "Shape",
    "SmallLine",
    "SmallLines",
    "StackedBars",
    "Stroke",
    "picture_of",
]
