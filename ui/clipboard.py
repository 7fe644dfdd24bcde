"""What lies on the clipboard as a table, whichever program put it there."""

from PySide6.QtCore import QMimeData

from workbook.pasted import Table, table_of
from workbook.pasted_pages import table_in_html


def table_in(data: QMimeData | None) -> Table:
    """Return the table that lies on the clipboard, read from a page only where there is no plain text."""
    if data is None:
        return []
    if data.hasText() and data.text().strip():
        return table_of(data.text())
    return table_in_html(data.html()) if data.hasHtml() else []
