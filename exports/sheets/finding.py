"""Finds the tables of a file, with the headings that the program knows in each of its languages."""

from exports.edition import Progress, no_progress
from exports.incoming.limits import refuse
from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.sheets.reading import holds_tracker, read_sheets, spellings
from workbook.book import Book
from workbook.bringing_in.columns import knows_headings, meanings
from workbook.bringing_in.footnotes import with_footnotes
from workbook.bringing_in.grouping import grouped
from workbook.bringing_in.tables import Table, tables_in
from workbook.bringing_in.unfolding import unfolded, with_days
from workbook.kinds import Reading


def found_tables(content: bytes, name: str, progress: Progress = no_progress) -> tuple[Table, ...]:
    """Return every table of a file, those of hidden sheets last; raise `Refused` where there is none.

    One that holds a column or a row for each time stands there twice: as it is, and by period; so does one that holds
    several things of a kind beside each other, by item. Raises `Cancelled` when
    `progress` does.
    """
    knows = knows_headings(spellings)
    sheets = sorted(read_sheets(content, name, progress), key=lambda sheet: sheet.hidden)
    if holds_tracker(sheets):
        refuse(name, "This is a tracker of this program and no list; bring it in as a tracker.")
    found = [with_days(table) for sheet in sheets for table in tables_in(sheet, knows)]
    if not found:
        refuse(name, "The file holds no table: write a row of headings above the rows, or choose another file.")
    laid_out = [unfolded(table, meanings(spellings)) or grouped(table) for table in found]
    pairs = zip(with_footnotes(found), laid_out, strict=True)
    return tuple(table for pair in pairs for table in pair if table is not None)


def in_year(table: Table, year: int | None) -> Table:
    """Return a table by period with the days of a year, where its headings name none."""
    again = None if table.folded is None else unfolded(table.folded, meanings(spellings), year)
    return again or table


def readings_for(book: Book) -> list[Reading]:
    """Return how to read text: in the language of the plan first, then in every other that the program has."""
    own = book.plan.language or DOCUMENT_LANGUAGES[0]
    languages = dict.fromkeys((own, *DOCUMENT_LANGUAGES))
    return [Reading(formats_in(language), book.label, book.find) for language in languages]
