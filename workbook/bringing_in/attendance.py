"""A table of people as the list that is read of who came to a session."""

from workbook.bringing_in.sheets import text_of
from workbook.bringing_in.tables import Table
from workbook.pasted import text_of as written


def as_list(table: Table) -> str:
    """Write a table as somebody would paste it: a line for each row, after one of the headings."""
    rows = [table.headings, *(tuple(" ".join(text_of(cell).split()) for cell in row.cells) for row in table.rows)]
    return written(rows)
