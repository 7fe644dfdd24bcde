"""Tables: plain strings where they fit on one line, paragraphs only where they do not."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from exports.outline import Cell, Column, Rated, Row, Table
from exports.outline.text import runs
from exports.pdf import fonts, measuring, styles
from exports.pdf.cells import Cells
from exports.pdf.marked_table import Words
from exports.pdf.paging import PagedTable
from exports.pdf.paragraphs import cell_paragraph
from exports.pdf.pictures import draw_rating
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element
from exports.pdf.widths import APART, PADDING, edge_of, shared_widths, stands_apart


class RatedCell(Flowable):
    """A rating: its symbol, then the words. What `goes_on` from the page before has its symbol there."""

    def __init__(
        self, rating: str, words: Flowable, leading: float, right_to_left: bool, goes_on: bool = False
    ) -> None:
        super().__init__()
        self.rating, self.right_to_left = rating, right_to_left
        self._words, self._leading, self._goes_on = words, leading, goes_on

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Leave room for the symbol."""
        _, self.height = self._words.wrap(_beside(available), height)
        self.width = available
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Split the words; the symbol stays with the first of them."""
        halves = self._words.splitOn(self.canv, _beside(available), height)
        return [
            RatedCell(self.rating, half, self._leading, self.right_to_left, goes_on=self._goes_on or number > 0)
            for number, half in enumerate(halves)
        ]

    def draw(self) -> None:
        """Draw the symbol on the first line."""
        x = self.width - 4.5 if self.right_to_left else 4.5
        canvas: Any = self.canv
        if not self._goes_on:
            draw_rating(canvas, self.rating, x, self.height - self._leading * 0.56)
        self._words.drawOn(canvas, 0 if self.right_to_left else 12, 0)


def _beside(available: float) -> float:
    """Return the room beside the symbol of a rating, however narrow the column."""
    return max(available - 12, 8.0)


def table(model: Table, element: Element, sheet: Sheet) -> PagedTable:
    """Return a table as wide as the sheet; columns run the other way in a right-to-left document.

    Its element is filled in reading order: the header with a title for each column, then the rows.
    """
    rtl = sheet.right_to_left
    columns = model.columns[::-1] if rtl else model.columns
    mirrored = [Row(row.cells[::-1], row.kind, row.again) if rtl else row for row in model.rows]
    widths = shared_widths(columns, [row for row in mirrored if row.kind != "group"], sheet.width, rtl)
    cells = Cells(model, element, sheet)
    rows = [_header(columns, widths, cells.header(), rtl)]
    commands = _frame(columns, rtl) + (_TO_FILL if model.to_fill else [])
    again = {}
    for number, (row, shown) in enumerate(zip(model.rows, mirrored, strict=True), 1):
        made_of = cells.row(row)
        rows.append(_row(shown, columns, widths, made_of, rtl))
        commands += _row_commands(shown, number)
        if row.again:
            again[number] = _fitted(row.again, columns[0], sum(widths), made_of[0], rtl, heads=True)
    made = PagedTable(rows, colWidths=widths, repeatRows=1, style=commands, spaceBefore=2, spaceAfter=8)
    made.hAlign = "LEFT"
    made.tallest, made.again = min(styles.TALLEST_ROW, sheet.height * 0.9), again
    return made


def _row(
    row: Row, columns: tuple[Column, ...], widths: list[float], elements: list[Element], right_to_left: bool
) -> list[Any]:
    if row.kind == "group":
        room = sum(widths)
        heads = _fitted(row.cells[0], columns[0], room, elements[0], right_to_left, heads=True)
        return [heads] + [""] * (len(columns) - 1)
    return [
        _fitted(cell, column, room, element, right_to_left, heads=row.kind == "total")
        for cell, column, room, element in zip(row.cells, columns, widths, elements, strict=True)
    ]


def _header(
    columns: tuple[Column, ...], widths: list[float], elements: list[Element], right_to_left: bool
) -> list[Any]:
    return [
        _words(column.title, styles.header_cell(edge_of(column, right_to_left)), room, element, right_to_left)
        for column, room, element in zip(columns, widths, elements, strict=True)
    ]


def _fitted(
    cell: Cell, column: Column, room: float, element: Element, right_to_left: bool, *, heads: bool = False
) -> Any:
    style = styles.cell(edge_of(column, right_to_left), heads or column.strong)
    if isinstance(cell, Rated):
        words = cell_paragraph(cell.text, style, right_to_left, element)
        return RatedCell(cell.rating, words, style.leading, right_to_left)
    if isinstance(cell, str):
        return _words(cell, style, room, element, right_to_left)
    return cell_paragraph(runs(cell), style, right_to_left, element)


def _words(text: str, style: ParagraphStyle, room: float, element: Element, right_to_left: bool) -> Any:
    ordered, text = text, fonts.drawable(text)
    if not text:
        return ""
    bold = style.fontName.endswith("Bold")
    if (
        "\n" not in text
        and fonts.is_simple(text)
        and measuring.width(text, style.fontSize, bold) <= room - APART - PADDING
    ):
        return Words.of(text, element)
    return cell_paragraph(ordered, style, right_to_left, element)


def _frame(columns: tuple[Column, ...], right_to_left: bool) -> list[Any]:
    commands: list[Any] = [
        ("FONT", (0, 0), (-1, 0), fonts.face(bold=True), styles.CELL_SIZE, styles.CELL_LEADING),
        ("FONT", (0, 1), (-1, -1), fonts.face(), styles.CELL_SIZE, styles.CELL_LEADING),
        ("TEXTCOLOR", (0, 0), (-1, 0), styles.ACCENT),
        ("TEXTCOLOR", (0, 1), (-1, -1), styles.INK),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, styles.ACCENT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.35, styles.RULE),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.0),
    ]
    edges = [edge_of(column, right_to_left) for column in columns]
    for place, column in enumerate(columns):
        if stands_apart(edges, place):
            commands.append(("LEFTPADDING", (place, 0), (place, -1), APART))
        align = {"start": "LEFT", "end": "RIGHT", "center": "CENTER"}[edges[place]]
        commands.append(("ALIGN", (place, 0), (place, -1), align))
        if column.strong:
            commands.append(("FONT", (place, 1), (place, -1), fonts.face(bold=True)))
    return commands


_TO_FILL: list[Any] = [
    ("LINEAFTER", (0, 1), (-2, -1), 0.35, styles.RULE),
    ("LINEBEFORE", (0, 1), (0, -1), 0.35, styles.RULE),
    ("LINEAFTER", (-1, 1), (-1, -1), 0.35, styles.RULE),
    ("TOPPADDING", (0, 1), (-1, -1), 8.0),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 9.0),
]
"""Room for a hand in each row, and lines that keep the columns apart where nothing is written yet."""


def _row_commands(row: Row, number: int) -> list[Any]:
    first, last = (0, number), (-1, number)
    if row.kind == "group":
        return [
            ("SPAN", first, last),
            ("BACKGROUND", first, last, styles.TINT),
            ("FONT", first, last, fonts.face(bold=True)),
            ("NOSPLIT", first, (-1, number + 1)),
        ]
    if row.kind == "total":
        return [("FONT", first, last, fonts.face(bold=True)), ("LINEABOVE", first, last, 0.8, styles.ACCENT)]
    return []
