"""Tables on the clipboard: ours come back exactly, and no other program takes a text in them for a formula."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from workbook.guarding import guarded, unguarded
from workbook.pasted import Table, table_of, text_of
from workbook.pasted_pages import table_in_html

_OURS = "application/x-creative-partnership-table"
"""The kind under which this program finds its own tables again, as they were."""


def put_table(data: QMimeData, table: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    """Write a table as text for other programs, guarded where a column is `numeric` no more than its values need."""
    plain = [
        [text if is_number else guarded(text) for text, is_number in zip(line, numeric, strict=True)] for line in table
    ]
    data.setText(text_of(plain).removesuffix("\n"))
    data.setData(_OURS, text_of(table).removesuffix("\n").encode())


def table_in(data: QMimeData | None) -> Table:
    """Return the table that lies on the clipboard, read from a page only where there is no plain text."""
    if data is None:
        return []
    if data.hasFormat(_OURS):
        return table_of(bytes(data.data(_OURS).data()).decode())
    if data.hasText() and data.text().strip():
        return [[unguarded(cell) for cell in line] for line in table_of(data.text())]
    return table_in_html(data.html()) if data.hasHtml() else []
