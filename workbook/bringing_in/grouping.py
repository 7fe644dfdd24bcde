"""Tables that hold several things of one kind beside each other: “Goal 1, Goal 1: Status, Goal 2, Goal 2: Status”."""

import re
from dataclasses import replace

from workbook.bringing_in.heading_rows import unnamed
from workbook.bringing_in.periods import periods_of
from workbook.bringing_in.sheets import is_empty, text_of
from workbook.bringing_in.tables import BY_ITEM, Row, Table

_NUMBERED = re.compile(r"(?P<stem>[^\W\d](?:[^\d]*[^\W\d])?)[ _#.]*(?P<number>\d{1,2})(?:[ _:.–-]+(?P<rest>[^\d]*))?")
_Places = dict[int, dict[str, int]]
_MOST_ROWS, _LONGEST = 200_000, 120


def grouped(table: Table) -> Table | None:
    """Return the table with a row for each numbered thing that says something; None where it has none."""
    stem, places = _numbered(table)
    if len(places) < 2 or len(table.rows) * len(places) > _MOST_ROWS:
        return None
    rests = list(dict.fromkeys(rest for by_rest in places.values() for rest in by_rest))
    used = {at for by_rest in places.values() for at in by_rest.values()}
    beside = [at for at in range(len(table.headings)) if at not in used]
    rows = []
    for row in table.rows:
        labels = tuple(row.cells[at] for at in beside)
        for number in sorted(places):
            cells = tuple(row.cells[places[number][rest]] if rest in places[number] else "" for rest in rests)
            if not all(map(is_empty, cells)):
                rows.append(Row(row.number, (*labels, *cells), row.is_sum))
    headings = tuple(f"{stem} {rest}".strip() if rest else stem for rest in rests)
    if not rows or any(table.headings[at] in headings for at in beside):
        return None
    named = (*(table.headings[at] for at in beside), *headings)
    return replace(table, headings=named, rows=tuple(rows), made=(), folded=table, layout=BY_ITEM)


def _numbered(table: Table) -> tuple[str, _Places]:
    """Return the word that is numbered most, and the columns of each number by what else their headings say."""
    found: dict[str, _Places] = {}
    for at, (heading, period) in enumerate(zip(table.headings, periods_of(table.headings), strict=True)):
        is_heading = period is None and len(heading) <= _LONGEST and heading != unnamed(at + 1)
        numbered = _NUMBERED.fullmatch(heading.strip()) if is_heading else None
        if numbered is not None:
            by_number = found.setdefault(numbered["stem"].strip(), {})
            by_number.setdefault(int(numbered["number"]), {}).setdefault((numbered["rest"] or "").strip(), at)
    alike = {stem: places for stem, places in found.items() if _are_words(table, places)}
    stem = max(alike, key=lambda one: sum(map(len, alike[one].values())), default="")
    return stem, alike.get(stem, {})


def _are_words(table: Table, places: _Places) -> bool:
    """Say whether things and not only figures stand there."""
    cells = (cell for by_rest in places.values() for at in by_rest.values() for cell in table.column(at))
    return any(char.isalpha() for cell in cells for char in text_of(cell))
