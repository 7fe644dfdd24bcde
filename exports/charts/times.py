"""Charts over time: readings of indicators, and the work plan as bars on a calendar."""

import datetime
from decimal import Decimal

from exports.charts.marks import Box, Label, Mark, Measure, Pattern, Picture, Shape, Stroke, Tone
from exports.charts.models import Gantt, GanttRow, GanttWords, SmallLine, SmallLines
from exports.charts.words import SIZE, column_width, cut

_ROW = 13.0
_LEGEND_SIZE = 6.8
_PANELS = 3
_PANEL_HEIGHT = 62.0


def small_lines(chart: SmallLines, width: float, measure: Measure) -> Picture:
    """Lay out three small charts in a row; each scale reaches from 0, or below, to the highest value."""
    gap = 18.0
    wide = (width - gap * (_PANELS - 1)) / _PANELS
    marks: list[Mark] = []
    for place, line in enumerate(chart.lines):
        x = (place % _PANELS) * (wide + gap)
        y = (place // _PANELS) * (_PANEL_HEIGHT + 22)
        marks += _panel(line, x, y, wide, measure)
    rows = (len(chart.lines) + _PANELS - 1) // _PANELS
    return Picture(width, rows * (_PANEL_HEIGHT + 22), tuple(marks))


def _panel(line: SmallLine, x: float, y: float, wide: float, measure: Measure) -> list[Mark]:
    values = [value for _, value in line.points] + ([line.target] if line.target is not None else [])
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = (high - low) or Decimal(1)
    top, bottom = y + 14, y + _PANEL_HEIGHT - 4
    days = [day for day, _ in line.points]
    first, last = min(days), max(days)
    length = max((last - first).days, 1)

    def place(day: datetime.date, value: Decimal) -> tuple[float, float]:
        return (
            x + 3 + (wide - 6) * (day - first).days / length,
            bottom - float((value - low) / span) * (bottom - top - 6),
        )

    marks: list[Mark] = [
        Label(x, y + 8, cut(line.label, wide, measure, SIZE, bold=True), bold=True),
        Stroke(((x, place(first, Decimal(0))[1]), (x + wide, place(first, Decimal(0))[1])), "rule", 0.5),
    ]
    if line.target is not None:
        height = place(first, line.target)[1]
        marks.append(Stroke(((x, height), (x + wide, height)), "ink", 0.7, dashed=True))
    points = tuple(place(day, value) for day, value in line.points)
    if len(points) > 1:
        marks.append(Stroke(points, "accent", 1.4))
    marks += [Shape("circle", px, py, 3.6, "accent") for px, py in points]
    marks.append(Label(x, bottom + 11, cut(line.last, wide * 0.56, measure, 6.8), 6.8, "muted"))
    if line.target_text:
        marks.append(
            Label(x + wide, bottom + 11, cut(line.target_text, wide * 0.42, measure, 6.8), 6.8, "muted", align="right")
        )
    return marks


_STATES: dict[str, Tone] = {"planned": "soft", "running": "accent", "done": "muted", "late": "off_track"}
_PATTERNS: dict[str, Pattern] = {"late": "striped", "done": "hollow"}


def gantt(chart: Gantt, width: float, measure: Measure) -> Picture:
    """Lay out activities on a calendar: what is agreed as a thin line below what is planned today."""
    left = column_width((row.label for row in chart.rows if not row.heading), measure, width * 0.42)
    room = width - left - 4
    length = max((chart.last - chart.first).days, 1)

    def at(day: datetime.date) -> float:
        return left + room * min(max((day - chart.first).days, 0), length) / length

    top = 30.0
    bottom = top + _ROW * len(chart.rows)
    marks: list[Mark] = _gantt_legend(chart.words, left, width, measure)
    reached = 0.0
    for day, text in chart.ticks:
        x = at(day)
        marks.append(Stroke(((x, top - 3), (x, bottom)), "rule", 0.35))
        if x >= reached and x + measure(text, 6.5, False) <= width + 2:
            marks.append(Label(x + 2, top - 5, text, 6.5, "muted"))
            reached = x + measure(text, 6.5, False) + 6
    for number, row in enumerate(chart.rows):
        y = top + number * _ROW
        if row.heading:
            marks += _gantt_heading(row.label, y, width, measure)
            continue
        marks.append(Label(left - 6, y + _ROW * 0.68, cut(row.label, left - 8, measure), align="right"))
        marks += _gantt_row(row, y, at(row.start), at(row.end))
        if row.baseline_start and row.baseline_end:
            line = ((at(row.baseline_start), y + _ROW - 1.4), (at(row.baseline_end) + 1, y + _ROW - 1.4))
            marks.append(Stroke(line, "muted", 1.0))
    if chart.first <= chart.today <= chart.last:
        x = at(chart.today)
        marks.append(Stroke(((x, top - 2), (x, bottom + 2)), "ink", 0.9, dashed=True))
        half = measure(chart.today_text, 6.5, True) / 2
        middle = min(max(x, half), width - half)
        marks.append(Label(middle, bottom + 9, chart.today_text, 6.5, "ink", bold=True, align="center"))
    return Picture(width, bottom + 12, tuple(marks))


def _gantt_heading(text: str, y: float, width: float, measure: Measure) -> list[Mark]:
    words = Label(4, y + _ROW * 0.68, cut(text, width - 8, measure, SIZE, bold=True), bold=True)
    return [Box(0, y + 0.5, width, _ROW - 1, "paper"), words]


def _gantt_row(row: GanttRow, y: float, start: float, end: float) -> list[Mark]:
    tone = _STATES.get(row.state, "soft")
    if row.milestone:
        planned = row.state == "planned"
        return [Shape("diamond", end, y + _ROW * 0.42, 6.4, "accent" if planned else tone, planned)]
    return [Box(start, y + 2.6, max(end - start, 1.6), 6.2, tone, _PATTERNS.get(row.state, "solid"))]


def _gantt_legend(words: GanttWords, left: float, width: float, measure: Measure) -> list[Mark]:
    """Lay out the legend from where the calendar begins, or from further left where its words need the room."""
    states = (("planned", words.planned), ("running", words.running), ("done", words.done), ("late", words.late))
    steps = [measure(text, _LEGEND_SIZE, False) + 24 for text in (*(text for _, text in states), words.milestone)]
    whole = sum(steps) + 13 + measure(words.agreed, _LEGEND_SIZE, False)
    x = max(min(left, width - whole), 0.0)
    marks: list[Mark] = []
    for (state, text), step in zip(states, steps, strict=False):
        marks.append(Box(x, 3, 9, 6, _STATES[state], _PATTERNS.get(state, "solid")))
        marks.append(Label(x + 12, 8.6, text, _LEGEND_SIZE, "muted"))
        x += step
    marks += [Shape("diamond", x + 4, 6, 6, "accent"), Label(x + 11, 8.6, words.milestone, _LEGEND_SIZE, "muted")]
    x += steps[-1]
    marks += [Stroke(((x, 6), (x + 10, 6)), "muted", 1.0), Label(x + 13, 8.6, words.agreed, _LEGEND_SIZE, "muted")]
    return marks
