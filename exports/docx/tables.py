"""Tables: header rows that Word repeats, rows that no page cuts, columns as wide as on our PDF pages."""

import re

from exports.charts.marks import RATING_SHAPES
from exports.docx import look
from exports.docx.colours import border, color, hex_of, tint
from exports.docx.paragraphs import Manner, paragraph
from exports.docx.xml import Element, flag, make, text_of, twips
from exports.outline import Cell, Column, Document, Rated, Row, Run, Runs, Table, runs
from exports.outline.tables import cell_text
from exports.outline.text import one_line
from exports.pdf import measuring, styles
from exports.pdf.gluing import glued
from exports.pdf.widths import APART, PADDING, shared_widths

_SYMBOLS = {"circle": "●", "triangle": "▲", "square": "■", "diamond": "◆"}
_HOLLOW = "○"
_CODE = re.compile(r"(?<=[A-Z])-(?=\d)")
_HELD_TOGETHER = "\N{NON-BREAKING HYPHEN}"
_MOST_UNCUT = 0.5
_ROOM_TO_WRITE = 27.0
_HEADER_AND_FIRST_COLUMN = {"val": "06A0", "firstRow": 1, "lastRow": 0, "firstColumn": 1, "lastColumn": 0}


def table(model: Table, document: Document, width: float, height: float) -> Element:
    """Return a table for a page with this room (points); its columns run as the document does."""
    columns = model.columns
    widths = shared_widths(columns, [row for row in model.rows if row.kind != "group"], width)
    made = frame(widths, document, look.TABLE_STYLE, caption=model.caption, grid=model.to_fill)
    made.append(_header(columns, widths, document))
    for row in model.rows:
        if row.kind == "group":
            made.append(_group(row, widths, document))
        else:
            uncut = _height(row, widths) < height * _MOST_UNCUT
            made.append(_row(row, columns, widths, document, uncut))
            if model.to_fill:
                made[-1][0].append(make("w:trHeight", val=twips(_ROOM_TO_WRITE), hRule="atLeast"))
    return made


def frame(widths: list[float], document: Document, style: str, *, caption: str = "", grid: bool = False) -> Element:
    """Return a table without rows yet; a `grid` has lines between its columns too."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    ruled = make("w:tblBorders", *(border(side, 0.35, hex_of(styles.RULE)) for side in sides)) if grid else None
    lines = _HEADER_AND_FIRST_COLUMN if style == look.TABLE_STYLE else {"val": "0600", "firstRow": 0, "firstColumn": 0}
    properties = make(
        "w:tblPr",
        make("w:tblStyle", val=style),
        flag("w:bidiVisual", document.right_to_left),
        make("w:tblW", w=sum(map(twips, widths)), type="dxa"),
        ruled,
        make("w:tblLayout", type="fixed"),
        make("w:tblLook", noHBand=1, noVBand=1, **lines),
        make("w:tblCaption", val=one_line(caption)) if caption else None,
    )
    return make("w:tbl", properties, make("w:tblGrid", *(make("w:gridCol", w=twips(room)) for room in widths)))


def cell(room: float, *content: Element, span: int = 1, properties: tuple[Element, ...] = ()) -> Element:
    """Return a cell as wide as asked for, in points; `properties` in the order that Word wants."""
    width = make("w:tcW", w=twips(room), type="dxa")
    across = make("w:gridSpan", val=span) if span > 1 else None
    return make("w:tc", make("w:tcPr", width, across, *properties), *content)


def margins(points: float) -> Element:
    """Return the room that a cell leaves at its sides."""
    return make("w:tcMar", *(make(f"w:{side}", w=twips(points), type="dxa") for side in ("left", "right")))


def rated(rating: str, text: str | Runs) -> tuple[Element, str | Runs]:
    """Return the run with the symbol of a rating, in its colour, and the words that follow it."""
    shape = RATING_SHAPES[rating]
    symbol = _HOLLOW if shape.hollow else _SYMBOLS[shape.kind]
    return make("w:r", make("w:rPr", color(shape.tone)), text_of("w:t", f"{symbol} ")), text


def _header(columns: tuple[Column, ...], widths: list[float], document: Document) -> Element:
    cells = [
        cell(
            room,
            _words(column.title, columns, place, "TableHeading", document),
            properties=(make("w:vAlign", val="bottom"),),
        )
        for place, (column, room) in enumerate(zip(columns, widths, strict=True))
    ]
    return make("w:tr", make("w:trPr", make("w:cantSplit"), make("w:tblHeader")), *cells)


def _row(row: Row, columns: tuple[Column, ...], widths: list[float], document: Document, uncut: bool) -> Element:
    is_total = row.kind == "total"
    cells = []
    for place, (content, column, room) in enumerate(zip(row.cells, columns, widths, strict=True)):
        style = "TableStrong" if is_total or column.strong else "TableText"
        edge = (make("w:tcBorders", border("top", 0.8)),) if is_total else ()
        cells.append(cell(room, _words(content, columns, place, style, document), properties=edge))
    return make("w:tr", make("w:trPr", flag("w:cantSplit", uncut)), *cells)


def _group(row: Row, widths: list[float], document: Document) -> Element:
    words = paragraph(_glued(row.cells[0]), document, Manner("TableStrong", keep_next=True))
    heads = cell(sum(widths), words, span=len(widths), properties=(tint(),))
    return make("w:tr", make("w:trPr", make("w:cantSplit")), heads)


def _words(content: Cell, columns: tuple[Column, ...], place: int, style: str, document: Document) -> Element:
    column = columns[place]
    after_numbers = place > 0 and column.align == "start" and columns[place - 1].align == "end"
    manner = Manner(style, column.align, indent=APART - PADDING if after_numbers else 0.0)
    if not isinstance(content, Rated):
        return paragraph(_glued(content), document, manner)
    symbol, text = rated(content.rating, content.text)
    made = paragraph(text, document, manner)
    made.insert(1, symbol)
    return made


def _glued(content: Cell) -> Runs:
    words = content.text if isinstance(content, Rated) else content
    return tuple(Run(_together(run.text), run.bold, run.italic, run.blank) for run in runs(words))


def _together(text: str) -> str:
    """Return text in which no line ends inside a date, an amount or the code of a record."""
    return _CODE.sub(_HELD_TOGETHER, glued(text))


def _height(row: Row, widths: list[float]) -> float:
    """Estimate how high a row will be; one that is higher than half a page may be cut."""
    if row.kind == "group":
        return styles.CELL_LEADING
    lines = [
        sum(1 + measuring.width(line, styles.CELL_SIZE) // max(room - 2 * PADDING, 10) for line in _lines(content))
        for content, room in zip(row.cells, widths, strict=True)
    ]
    return max(lines, default=1) * styles.CELL_LEADING


def _lines(content: Cell) -> list[str]:
    return cell_text(content).split("\n")
