"""Finds the tables of a file, with the headings that the program knows in each of its languages."""

from exports.edition import Progress, no_progress
from exports.incoming.limits import refuse
from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.sheets.reading import holds_tracker, read_sheets, spellings
from workbook.book import Book
from workbook.bringing_in.columns import knows_headings
from workbook.bringing_in.tables import Table, tables_in
from workbook.kinds import Reading


def found_tables(content: bytes, name: str, progress: Progress = no_progress) -> tuple[Table, ...]:
    """Return every table of a file, those of hidden sheets last; raise `Refused` where there is none.

    Raises `Cancelled` when `progress` does.
    """
    knows = knows_headings(spellings)
    sheets = sorted(read_sheets(content, name, progress), key=lambda sheet: sheet.hidden)
    if holds_tracker(sheets):
        refuse(name, "This is a tracker of this program and no list; bring it in as a tracker.")
    tables = tuple(table for sheet in sheets for table in tables_in(sheet, knows))
    if not tables:
        refuse(name, "The file holds no table: there is no row of headings with rows below it.")
    return tables


def readings_for(book: Book) -> list[Reading]:
    """Return how to read text: in the language of the plan first, then in every other that the program has."""
    own = book.plan.language or DOCUMENT_LANGUAGES[0]
    languages = dict.fromkeys((own, *DOCUMENT_LANGUAGES))
    return [Reading(formats_in(language), book.label, book.find) for language in languages]
