"""Tables that hold a column for each year, month or week, or a row for each, laid out with one value in a row.

People plan and count in such tables; a record is one figure of one time, or one task with its first and last day. The
table as it stands is kept beside what is made of it here, so that somebody may bring in either.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from workbook.bringing_in.periods import Period, month_of, periods_of, year_named
from workbook.bringing_in.sheets import Cell, is_empty, text_of
from workbook.bringing_in.tables import SUMS, Row, Table
from workbook.bringing_in.writings import UnsureError, number_of
from workbook.training.words import plain

_MOST_ROWS = 200_000
_LONGEST_MARK = 3
_NOT_SAID = frozenset({"", "x", "-", "–", "—", "n/a", "na", "..", ":", "c"})
_MONTHS = frozenset(map(plain, ("month", "mois", "mes", "mês", "monat", "الشهر")))
_YEARS = frozenset(map(plain, ("year", "année", "an", "año", "ano", "jahr", "السنة")))
_DAYS = frozenset(map(plain, ("date", "datum", "fecha", "data", "day", "period", "période", "periodo", "التاريخ")))
_VALUES = frozenset(map(plain, ("value", "valeur", "valor", "wert", "amount", "figure", "number", "القيمة")))
_REFERENCE = re.compile(r"\s*\[[^\]]*\]")
_SPAN = re.compile(r"[,:]?\s*(?:19|20)\d\d(?:/\d+)?\s*(?:to|-|–|bis|à|a|até)\s*(?:19|20)\d\d(?:/\d+)?\s*$")
_TWICE = re.compile(r" \(\d+\)$")

Means = Callable[[str], str]
"""Says what a heading is over: “indicator”, “value” for amounts of money, or nothing of both."""


def unfolded(table: Table, means: Means, year: int | None = None) -> Table | None:
    """Return the table with one value, or one task with its days, in a row; None where it is no table of periods.

    `year` is that of headings such as “30/04” or “March”; without one the table says in `asks_year` which heading
    needs it, unless the title or the name of the sheet names a single year.
    """
    told = year or year_named(table.title, table.sheet)
    across = _across(table, told)
    if across:
        asks = next((table.headings[place] for place, period in across if period.lacks_year), "")
        columns = [table.column(place) for place, _period in across]
        if all(_are_marks(cells) for cells in columns if cells):
            made = _of_marks(table, across)
        elif len(table.rows) * len(columns) > _MOST_ROWS:
            return None
        else:
            made = _of_columns(table, across, means)
        return replace(made, asks_year=asks)
    return _of_rows(table, told)


def columns_of_periods(table: Table) -> frozenset[int]:
    """Return the columns that `unfolded` would make rows of."""
    return frozenset(place for place, _period in _across(table, year_named(table.title, table.sheet)))


def with_days(table: Table) -> Table:
    """Put a column of days beside columns of months and years, as far as the table has no days."""
    places = _month_and_year(table)
    if places is None or any(plain(heading) in _DAYS for heading in table.headings):
        return table
    rows = []
    for row in table.rows:
        period = _joined(row, places)
        rows.append(Row(row.number, (*row.cells, "" if period is None else period.start), row.is_sum))
    made = (*table.made, len(table.headings))
    return replace(table, headings=(*table.headings, "Date"), rows=tuple(rows), made=made)


def _across(table: Table, year: int | None) -> list[tuple[int, Period]]:
    """Return the columns that hold the same for several times; another column with the same is left out of them."""
    found: list[tuple[int, Period]] = []
    for place, period in enumerate(periods_of(table.headings, year)):
        held = table.column(place) if period is not None else []
        if period is None or place in table.made or (held and not (_are_numbers(held) or _are_marks(held))):
            continue
        same = [at for at, other in found if other == period]
        if not held or not any(table.repeated((at, place)) for at in same):
            mark = _TWICE.search(table.headings[place]) if same else None
            found.append((place, replace(period, stem=period.stem + mark[0]) if mark else period))
    often: dict[str, set[str]] = {}
    for _place, period in found:
        often.setdefault(plain(period.stem), set()).add(period.label)
    filled = {plain(period.stem) for place, period in found if table.column(place)}
    usual = {stem for stem, labels in often.items() if len(labels) > 1 and stem in filled}
    return [(place, period) for place, period in found if plain(period.stem) in usual]


def _of_columns(table: Table, across: Sequence[tuple[int, Period]], means: Means) -> Table:
    """Make a row of each figure; what the columns say beside their time becomes the heading of the figures."""
    stems = list(dict.fromkeys(period.stem for _place, period in across))
    beside = _beside(table, across)
    is_told = any(means(table.headings[at]) == "indicator" for at in beside)
    values = [stem if len(stems) > 1 or means(stem) == "value" else _value_heading(stem) for stem in stems]
    added = ("Period", "Date") if is_told else ("Indicator", "Period", "Date")
    name = _title_of(table, stems[0] if len(stems) == 1 else "")
    rows = []
    for row in table.rows:
        labels = tuple(row.cells[at] for at in beside)
        for label in dict.fromkeys(period.label for _place, period in across):
            those = [(place, period) for place, period in across if period.label == label]
            period = those[0][1]
            by_stem = {one.stem: row.cells[place] for place, one in those}
            cells = tuple(by_stem.get(stem, "") for stem in stems)
            if all(_says_nothing(cell) for cell in cells):
                continue
            day: Cell = "" if period.lacks_year else period.day
            written = table.headings[those[0][0]] if period.lacks_year else label
            times = (written, day) if is_told else (name, written, day)
            rows.append(Row(row.number, (*labels, *times, *cells), row.is_sum))
    headings = (*(table.headings[at] for at in beside), *added, *values)
    is_told_by_day = all(period.grain != "pair" for _place, period in across)
    made = tuple(headings.index(one, len(beside)) for one in added if one != "Period" or is_told_by_day)
    return replace(table, headings=headings, rows=tuple(rows), made=made, folded=table)


def _beside(table: Table, across: Sequence[tuple[int, Period]]) -> list[int]:
    """Return the columns that stay in each row: those of no time, which neither repeat nor add up those of a time."""
    timed = [place for place, _period in across]
    others = [at for at in range(len(table.headings)) if at not in timed]
    repeated = table.repeated((*timed, *others))
    sums = {at for at in others if SUMS.intersection(plain(table.headings[at]).split()[:1])}
    return [at for at in others if table.column(at) and repeated.get(at) not in timed and at not in sums]


def _of_marks(table: Table, across: Sequence[tuple[int, Period]]) -> Table:
    """Give each row its first and last day, from the columns that are marked."""
    beside = _beside(table, across)
    rows = []
    for row in table.rows:
        marked = [period for place, period in across if not is_empty(row.cells[place]) and not period.lacks_year]
        days: tuple[Cell, Cell] = (marked[0].start, marked[-1].end) if marked else ("", "")
        rows.append(Row(row.number, (*(row.cells[at] for at in beside), *days), row.is_sum))
    headings = (*(table.headings[at] for at in beside), "Start", "Due")
    return replace(table, headings=headings, rows=tuple(rows), made=(len(beside), len(beside) + 1), folded=table)


def _of_rows(table: Table, year: int | None) -> Table | None:
    """Make a row of each figure of a table that has a row for each time and nothing but figures beside it."""
    timed = _times_down(table, year)
    if timed is None:
        return None
    used, periods = timed
    figures = [at for at in range(len(table.headings)) if at not in used and table.column(at)]
    if not figures or not all(_are_numbers(table.column(at)) for at in figures):
        return None
    rows = []
    for row, period in zip(table.rows, periods, strict=True):
        for at in figures:
            heading = table.headings[at]
            if period is not None and not row.is_sum and not _says_nothing(row.cells[at]):
                name = _title_of(table, "") if plain(heading) in _VALUES else heading
                rows.append(Row(row.number, (name, period.label, period.day, row.cells[at])))
    return replace(
        table, headings=("Indicator", "Period", "Date", "Value"), rows=tuple(rows), made=(0, 1, 2), folded=table
    )


def _times_down(table: Table, year: int | None) -> tuple[set[int], list[Period | None]] | None:
    """Return the columns that say the time of each row, and these times."""
    places = _month_and_year(table)
    if places is not None:
        return {*places, *table.made}, [_joined(row, places) for row in table.rows]
    for place, heading in enumerate(table.headings):
        if plain(heading) in _DAYS | _YEARS | _MONTHS:
            found = periods_of([text_of(row.cells[place]) for row in table.rows], year)
            timed = [period for period in found if period is not None and not period.lacks_year]
            if len(timed) > 1 and len(timed) * 10 >= len(found) * 8:
                return {place}, [None if period is None or period.lacks_year else period for period in found]
    return None


def _month_and_year(table: Table) -> tuple[int, int] | None:
    named = [plain(heading) for heading in table.headings]
    month = next((at for at, name in enumerate(named) if name in _MONTHS), None)
    year = next((at for at, name in enumerate(named) if name in _YEARS), None)
    if month is None or year is None:
        return None
    months = [month_of(text_of(cell)) for cell in table.column(month)]
    return (month, year) if months and None not in months else None


def _joined(row: Row, places: tuple[int, int]) -> Period | None:
    month = month_of(text_of(row.cells[places[0]]))
    year = text_of(row.cells[places[1]])
    return periods_of([f"{year}-{month:02}"])[0] if month is not None and year.isdecimal() else None


def _value_heading(stem: str) -> str:
    return f"Value ({stem})" if stem and plain(stem) not in _VALUES else "Value"


def _title_of(table: Table, stem: str) -> str:
    """Return what figures are about: the title above the table and what their columns say, or the name of the sheet."""
    title = _SPAN.sub("", _REFERENCE.sub("", table.title)).strip(" .,:")
    return ": ".join(one for one in (title, stem) if one) or table.sheet


def _says_nothing(cell: Cell) -> bool:
    return text_of(cell).casefold() in _NOT_SAID


def _are_numbers(cells: Sequence[Cell]) -> bool:
    """Say whether figures stand in a column, beside cells that say that there is none."""
    said = [cell for cell in cells if not _says_nothing(cell)]
    return bool(said) and sum(_is_number(cell) for cell in said) * 10 >= len(said) * 8


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str) and sum(char.isalpha() for char in cell) > _LONGEST_MARK:
        return False
    try:
        return number_of(cell, "") is not None
    except UnsureError:
        return True


def _are_marks(cells: Sequence[Cell]) -> bool:
    """Say whether a column is only ticked: one short word, the same wherever it stands."""
    said = {plain(text_of(cell)) for cell in cells}
    return (
        bool(cells)
        and len(said) == 1
        and all(
            isinstance(cell, bool) or (isinstance(cell, str) and len(cell.strip()) <= _LONGEST_MARK) for cell in cells
        )
        and not any(char.isdigit() for word in said for char in word)
    )
