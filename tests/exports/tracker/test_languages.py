"""A tracker speaks the language of its edition, and can be read back whatever that language is."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import openpyxl

from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.tracker import to_xlsx
from tests.golden.plans import Maker, edition, example
from tests.translations import pseudo
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading
from workbook.records import RECORD_TYPES
from workbook.surfaces import TRACKER_COLUMNS

BOOK, SMALL = example(), Maker().plan(title="Hall").book


def opened(formats: Formats, book: Any = BOOK) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(replace(edition(book), formats=formats))))


def texts(book: Any) -> Iterator[str]:
    """Every text that somebody may see: cells, hints, refusals, margins and names of sheets."""
    for sheet in book:
        if sheet.sheet_state == "veryHidden":
            continue
        first = 2 if sheet.title == "Lists" else 1  # the lists are told apart by keys, out of sight
        if sheet.sheet_state == "visible":
            yield from (sheet.title, sheet.oddFooter.left.text or "")
        for cell in (cell for row in sheet.iter_rows(min_row=first) for cell in row if cell.data_type == "s"):
            if not (cell.column == 1 and sheet.column_dimensions["A"].hidden and cell.row > 1):
                yield cell.value
        for held in sheet.data_validations.dataValidation:
            yield from filter(None, (held.errorTitle, held.error, held.promptTitle, held.prompt))


def test_a_tracker_says_nothing_that_cannot_be_translated() -> None:
    assert pseudo.unmarked_texts(texts(opened(pseudo.formats())), BOOK) == ()


def test_the_hidden_sheet_leads_to_each_column_and_kinds_read_what_stands_there() -> None:
    book, formats = opened(pseudo.formats()), pseudo.formats()
    meta = {row[0].value: row[1].value for row in book["_meta"].iter_rows(min_row=2)}
    reading = Reading(formats, BOOK.label, BOOK.find)
    read = 0
    for name, declared in TRACKER_COLUMNS.items():
        sheet = book[meta[f"sheet {name}"]]
        places = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            record_id = sheet.cell(row, places[meta[f"column {name} id"]]).value
            type_name = next(each for each in declared.types if BOOK.get(each, record_id) is not None)
            record, by_name = BOOK.get(type_name, record_id), RECORD_TYPES[type_name].by_name
            for column in declared.columns:
                field = by_name.get(column.paths[declared.types.index(type_name)])
                said = sheet.cell(row, places[meta[f"column {name} {'|'.join(column.paths)}"]]).value if field else None
                if field is not None and said is not None and field.kind in ("choice", "choices", "flag"):
                    assert KINDS[field.kind].read(field, said, reading) == getattr(record, field.name)
                    read += 1
    assert read > 50


def test_keys_are_the_same_in_each_language_and_names_tell_sheets_and_columns_apart() -> None:
    found = []
    for language in DOCUMENT_LANGUAGES:
        book = opened(formats_in(language), SMALL)
        found.append([row[0].value for row in book["_meta"].iter_rows(min_row=2)])
        assert {sheet.sheet_view.rightToLeft for sheet in book} == {language == "ar"}
        assert book.worksheets[0]["A2"].alignment.readingOrder == (2 if language == "ar" else 0)
        assert book["_meta"]["A2"].alignment.horizontal == ("right" if language == "ar" else "left")
        for sheet in book:
            heads = [cell.value for cell in sheet[1] if cell.value]
            assert len(set(heads)) == len(heads)
    assert all(keys == found[0] for keys in found)
