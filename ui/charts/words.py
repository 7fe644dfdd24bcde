"""The same chart for those who read or listen: every number that is drawn, as rows of words."""

from datetime import date

from exports.charts import Bar, Chart, CountBars, Gantt, GanttRow, ProgressBars, SmallLine, SmallLines, StackedBars
from workbook.formats import Formats
from workbook.guarding import guarded
from workbook.pasted import text_of

Table = tuple[tuple[str, ...], ...]
_STATES = {"planned": "planned", "running": "under way", "done": "done", "late": "late"}
_RATINGS = {"on_track": "on track", "at_risk": "at risk", "off_track": "off track", "no_data": "no data"}


def table_of(chart: Chart, formats: Formats) -> Table:
    """Return a header and one row for each thing that a chart shows."""
    if isinstance(chart, StackedBars):
        return _stacked(chart, formats)
    if isinstance(chart, ProgressBars):
        rows = ((row.label, row.text, _RATINGS.get(row.rating, row.rating)) for row in chart.rows)
        return (("", "Reached", "Rating"), *rows)
    if isinstance(chart, CountBars):
        counts = ((row.label, f"{row.count} of {row.of}" if row.of else "not assessed") for row in chart.rows)
        return (("", "Met"), *counts)
    if isinstance(chart, SmallLines):
        return (("", "Readings", "Last", ""), *(_line(line, formats) for line in chart.lines))
    return _gantt(chart, formats)


def described(chart: Chart, formats: Formats) -> str:
    """Say a chart as sentences: what a screen reader tells in place of the picture."""
    header, *rows = table_of(chart, formats)
    return " ".join(f"{_sentence(header, row)}." for row in rows)


def as_text(table: Table) -> str:
    """Write a table as it is pasted into a spreadsheet, where nothing in it is a formula."""
    return text_of([[*map(guarded, row)] for row in table]).removesuffix("\n")


def _sentence(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    label, *cells = row
    said = (f"{title} {cell}".strip() for title, cell in zip(header[1:], cells, strict=True) if cell)
    return f"{label}: {', '.join(said)}"


def _stacked(chart: StackedBars, formats: Formats) -> Table:
    unit = f" {chart.unit}" if chart.unit else ""
    header = ("", *(f"{name}{unit}" for name in chart.series), "Together" if len(chart.series) > 1 else "")

    def cells(bar: Bar) -> tuple[str, ...]:
        parts = [formats.number(part) for part in bar.parts]
        return (bar.label, *parts, *[""] * (len(chart.series) - len(parts)), bar.text)

    return (header, *(cells(bar) for bar in chart.bars))


def _line(line: SmallLine, formats: Formats) -> tuple[str, ...]:
    readings = "; ".join(f"{formats.date(day)} {formats.number(value)}" for day, value in line.points)
    return (line.label, readings, line.last, line.target_text)


def _gantt(chart: Gantt, formats: Formats) -> Table:
    def day(value: date | None) -> str:
        return "" if value is None else formats.date(value)

    def cells(row: GanttRow) -> tuple[str, ...]:
        start = "" if row.milestone else day(row.start)
        return (row.label, start, day(row.end), _STATES.get(row.state, row.state), day(row.baseline_end))

    return (("", "From", "To", "State", "Agreed end"), *(cells(row) for row in chart.rows))
