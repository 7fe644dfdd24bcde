"""A table as CSV, for whatever other program people have: what it shows, as text that no spreadsheet works out."""

import codecs
import csv
import io
from collections.abc import Sequence

from babel.numbers import get_decimal_symbol

from workbook.formats import Formats
from workbook.guarding import guarded


def to_csv(headings: Sequence[str], lines: Sequence[Sequence[str]], numeric: Sequence[bool], formats: Formats) -> bytes:
    """Return the file; where a language writes no decimal point, spreadsheets expect semicolons between cells.

    It begins with the mark of UTF-8, without which Excel reads letters with accents wrong. Cells of `numeric` columns
    stand as they are; any other text is guarded.
    """
    written = io.StringIO()
    separator = "," if get_decimal_symbol(formats.locale) == "." else ";"
    table = csv.writer(written, delimiter=separator, lineterminator="\r\n")
    table.writerow([guarded(heading) for heading in headings])
    for line in lines:
        table.writerow([text if plain else guarded(text) for text, plain in zip(line, numeric, strict=True)])
    return codecs.BOM_UTF8 + written.getvalue().encode()
