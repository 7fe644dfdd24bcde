"""Bars: contributions, progress and counts. They lie on their side, so that long names can be read."""

from decimal import Decimal

from exports.charts.marks import RATING_SHAPES, Box, Label, Mark, Measure, Pattern, Picture, Shape, Stroke, Tone
from exports.charts.models import CountBars, CountRow, ProgressBars, ProgressRow, StackedBars
from exports.charts.words import SIZE, column_width, cut

_ROW = 15.0
_THICK = 8.5
_LOOKS: tuple[tuple[Tone, Pattern], ...] = (("accent", "solid"), ("accent", "striped"), ("muted", "dotted"))


def stacked(chart: StackedBars, width: float, measure: Measure) -> Picture:
    """Lay out bars of parts; the longest fills the room, and all begin at 0."""
    left = column_width((bar.label for bar in chart.bars), measure, width * 0.34)
    right = column_width((bar.text for bar in chart.bars), measure, width * 0.3)
    room = width - left - right - 6
    most = max((sum(bar.parts, Decimal(0)) for bar in chart.bars), default=Decimal(0))
    marks: list[Mark] = list(_legend(chart, left, measure))
    y = 18.0
    top = y
    for bar in chart.bars:
        base = y + _ROW / 2 + SIZE * 0.36
        marks.append(Label(left - 6, base, cut(bar.label, left - 8, measure), align="right"))
        x = left
        for (tone, pattern), part in zip(_LOOKS, bar.parts, strict=False):
            length = float(part / most) * room if most else 0.0
            if length > 0:
                marks.append(Box(x, y + (_ROW - _THICK) / 2, length, _THICK, tone, pattern))
            x += length
        marks.append(Label(x + 5, base, cut(bar.text, right + room - (x - left), measure)))
        y += _ROW
    marks.append(Stroke(((left, top - 2), (left, y + 2)), "muted", 0.6))
    return Picture(width, y + 4, tuple(marks))


def _legend(chart: StackedBars, left: float, measure: Measure) -> list[Mark]:
    marks: list[Mark] = []
    x = left
    for (tone, pattern), name in zip(_LOOKS, chart.series, strict=False):
        marks += [Box(x, 2, 12, 7, tone, pattern), Label(x + 16, 8, name, tone="muted")]
        x += measure(name, SIZE, False) + 30
    if chart.unit:
        marks.append(Label(x, 8, chart.unit_text or f"in {chart.unit}", tone="muted"))
    return marks


def progress(chart: ProgressBars, width: float, measure: Measure) -> Picture:
    """Lay out the way from baseline to target; what has no reading has no bar and says so."""
    left = column_width((row.label for row in chart.rows), measure, width * 0.38)
    right = column_width((row.text for row in chart.rows), measure, width * 0.27) + 14
    room = width - left - right - 8
    most = max([Decimal(1), *(min(row.share, Decimal("1.25")) for row in chart.rows if row.share is not None)])
    target = left + room / float(most)
    marks: list[Mark] = [
        Label(left, 8, chart.words.baseline, 6.5, "muted"),
        Label(target, 8, chart.words.target, 6.5, "muted", align="right" if most == 1 else "center"),
    ]
    y = 12.0
    for row in chart.rows:
        marks += _progress_row(row, y, left, room, float(most), width, measure)
        if row.share is None:
            marks.append(Label(left + 4, y + _ROW / 2 + SIZE * 0.36, chart.words.no_data, 6.5, "muted"))
        y += _ROW
    marks.append(Stroke(((target, 11), (target, y + 2)), "ink", 0.9))
    marks.append(Stroke(((left, 11), (left, y + 2)), "muted", 0.6))
    return Picture(width, y + 4, tuple(marks))


def _progress_row(
    row: ProgressRow, y: float, left: float, room: float, most: float, width: float, measure: Measure
) -> list[Mark]:
    base = y + _ROW / 2 + SIZE * 0.36
    symbol = RATING_SHAPES[row.rating]
    after = left + room + 6
    marks: list[Mark] = [
        Label(left - 6, base, cut(row.label, left - 8, measure), align="right"),
        Box(left, y + (_ROW - _THICK) / 2, room, _THICK, "paper"),
        Shape(symbol.kind, after + 4, y + _ROW / 2, symbol.size, symbol.tone, symbol.hollow),
        Label(after + 12, base, cut(row.text, width - after - 12, measure)),
    ]
    if row.share is not None and row.share > 0:
        length = min(float(row.share), most) / most * room
        marks.append(Box(left, y + (_ROW - _THICK) / 2, length, _THICK, "accent"))
    return marks


def counts(chart: CountBars, width: float, measure: Measure) -> Picture:
    """Lay out so many of so many: one square for each, filled from the left, so that it can be counted."""
    left = column_width((row.label for row in chart.rows), measure, width * 0.4, SIZE + 1)
    most = max((row.of for row in chart.rows), default=0)
    said = [_counted(row) for row in chart.rows]
    right = max([96.0, *(measure(words, SIZE + 0.5, True) + 8 for words in said)])
    each = min(16.0, (width - left - right) / max(most, 1))
    marks: list[Mark] = []
    y = 2.0
    for row in chart.rows:
        marks += _count_row(row, y, left, each, measure)
        y += _ROW + 2
    return Picture(width, y + 2, tuple(marks))


def _count_row(row: CountRow, y: float, left: float, each: float, measure: Measure) -> list[Mark]:
    base = y + _ROW / 2 + SIZE * 0.4
    marks: list[Mark] = [Label(left - 6, base, cut(row.label, left - 8, measure, SIZE + 1), SIZE + 1, align="right")]
    gap = min(2.0, each * 0.25)
    for place in range(row.of):
        pattern: Pattern = "solid" if place < row.count else "hollow"
        tone: Tone = "accent" if place < row.count else "soft"
        marks.append(Box(left + place * each, y + (_ROW - 10) / 2, each - gap, 10, tone, pattern))
    marks.append(Label(left + row.of * each + 6, base, _counted(row), SIZE + 0.5, bold=True))
    return marks


def _counted(row: CountRow) -> str:
    return row.text or (f"{row.count} of {row.of} checks met" if row.of else "not assessed")
