"""Tables in pages, as Excel, LibreOffice, Word and browsers put them on the clipboard."""

from html.parser import HTMLParser

from workbook.pasted import Table

_PARTS = ("p", "div", "li")
"""Elements that begin a new line inside a cell."""
_UNSEEN = ("style", "script", "comment", "title")
_MOST_SPANNED = 200


def table_in_html(html: str) -> Table:
    """Return the first table of a page, for programs that put no plain text on the clipboard.

    A cell that reaches over several columns or rows stands in its first place, and the others are empty.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.end()
    return reader.table


class _TableReader(HTMLParser):
    """Takes the cells of the first table; a line break or a paragraph in a cell is a new line in it."""

    def __init__(self) -> None:
        super().__init__()
        self.table: Table = []
        self._cell: list[str] | None = None
        self._across = self._down = 1
        self._reaching: dict[int, int] = {}  # columns that a cell above still fills: rows from this one on
        self._inner = 0  # tables in a cell
        self._unseen = 0
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_over:
            return
        self._unseen += tag in _UNSEEN
        if self._cell is not None and (tag == "table" or self._inner):
            self._inner += tag == "table"
            self._cell.append(" " if tag in ("td", "th") else "\n" if tag == "tr" else "")
        elif tag == "tr":
            self.end()
            self.table.append([])
            self._reaching = {column: rows - 1 for column, rows in self._reaching.items() if rows > 1}
            self._reach()
        elif tag in ("td", "th") and self.table:
            self.end()
            self._cell = []
            given = dict(attrs)
            self._across, self._down = _spanned(given.get("colspan")), _spanned(given.get("rowspan"))
        elif self._cell is not None and (tag == "br" or (tag in _PARTS and "".join(self._cell).strip())):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if self._inner:
            self._inner -= tag == "table"
        elif tag in ("td", "th", "tr"):
            self.end()
        elif tag == "table" and self.table:
            self.end()
            self._is_over = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.append(data.replace("\n", " "))

    def end(self) -> None:
        """Put the cell that is being read into the table."""
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        place = len(self.table[-1])
        self.table[-1] += ["\n".join(" ".join(line.split()) for line in lines).strip(), *[""] * (self._across - 1)]
        if self._down > 1:
            self._reaching |= dict.fromkeys(range(place, place + self._across), self._down)
        self._cell = None
        self._reach()

    def _reach(self) -> None:
        """Leave the next places empty where cells above fill them."""
        row = self.table[-1]
        while len(row) in self._reaching:
            row.append("")


def _spanned(given: str | None) -> int:
    return min(int(given), _MOST_SPANNED) if given and given.isascii() and given.isdigit() and int(given) else 1
