"""Turns the blocks of an outline into reportlab's flowables, one small function for each kind of block."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer
from reportlab.platypus import PageBreak as NewPage

from exports.charts import picture_of
from exports.outline import (
    Block,
    BulletList,
    Certificate,
    Contents,
    Cover,
    Figure,
    Heading,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Parallel,
    SignatureBlock,
    Spoken,
    Status,
    Table,
    runs,
)
from exports.pdf import certificates, columns, fonts, measuring, signing, styles, tables
from exports.pdf.characters import clean
from exports.pdf.contents import ContentsList, entries, key_of
from exports.pdf.logo import LogoFlowable
from exports.pdf.marked_table import MarkedTable
from exports.pdf.paragraphs import Ink, draw_words
from exports.pdf.pictures import ChartFlowable, draw_rating
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element
from workbook.formats import Formats


class Anchor(Flowable):
    """Makes a heading findable; takes no room."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__()
        self._key, self._title, self._level = key, title, level

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Mark the place."""
        self.canv.mark(self._key, self._title, self._level)  # type: ignore[attr-defined]


class StatusLine(Flowable):
    """The symbol of a rating before its words."""

    def __init__(self, rating: str, words: Flowable, right_to_left: bool) -> None:
        super().__init__()
        self._rating, self._words, self._rtl = rating, words, right_to_left

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Leave room for the symbol."""
        self.width = available
        self.height = self._words.wrap(available - 18, height)[1]
        return available, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return 4.0

    def draw(self) -> None:
        """Draw symbol and words."""
        canvas: Any = self.canv
        canvas.saveState()
        canvas.translate(self.width - 7 if self._rtl else 7, self.height - 9.5)
        canvas.scale(1.6, 1.6)
        draw_rating(canvas, self._rating, 0, 0)
        canvas.restoreState()
        self._words.drawOn(canvas, 0 if self._rtl else 18, 0)


def story(sheet: Sheet) -> Iterator[list[Flowable]]:
    """Yield the flowables of each block in turn."""
    blocks, logo = sheet.document.blocks, sheet.document.logo
    if logo is not None:
        yield [LogoFlowable(logo, sheet.figure(logo.alt), sheet.right_to_left)]
    yield from _told(blocks, sheet)


def _told(blocks: tuple[Block, ...], sheet: Sheet) -> Iterator[list[Flowable]]:
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield _heading(block, sheet, needed(blocks[number:], sheet))
        elif isinstance(block, Spoken):
            yield from _told(block.blocks, sheet.speaking(block.language))
        else:
            yield _MAKERS[type(block)](block, sheet)


def needed(blocks: tuple[Block, ...], sheet: Sheet) -> float:
    """Return the room that the first block must find on a page, so that no heading ends one.

    reportlab's keepWithNext would move a whole table that fits on the next page, and leave half a page empty.
    """
    room = 0.0
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            room += 50.0 if block.level == 1 else 36.0
            continue
        if isinstance(following, SignatureBlock):
            room += 36.0
            continue
        if isinstance(block, Figure):
            room += picture_of(block.chart, sheet.width, measuring.width).height + 34
        else:
            room += _ROOM.get(type(block), 44.0)
        break
    return min(room, sheet.height * 0.9)


_LEAST_PARALLEL = 90.0
_ROOM: dict[type[Any], float] = {Table: 96.0, SignatureBlock: 250.0, Paragraph: 44.0}


def bookmark_of(heading: Heading) -> str:
    """Return what the bookmark of a heading says."""
    return " ".join(clean(heading.text).split())


def _heading(block: Heading, sheet: Sheet, room: float) -> list[Flowable]:
    before: list[Flowable] = [NewPage() if block.new_page else CondPageBreak(room)]
    words = sheet.words(block.text, f"h{min(block.level, 3)}", sheet.heading(block.level, block.text))
    number, level = sheet.bookmarks.add(block.level)
    return [*before, Anchor(key_of(number), bookmark_of(block), level), words]


def _parallel(block: Parallel, sheet: Sheet) -> list[Flowable]:
    """Return two columns; the first language is told as a whole before the second (ISO 14289-1, 7.2)."""
    width = (sheet.width - columns.GAP) / 2
    sides = []
    for side in (block.first, block.second):
        inner = sheet.speaking(side.language, width)
        told = (each for made in _told(side.blocks, inner) for each in made)
        sides.append(tuple(each for each in told if not isinstance(each, CondPageBreak | NewPage)))
    first, second = sides
    return [CondPageBreak(_LEAST_PARALLEL), columns.Columns(first, second, sheet.right_to_left)]


def _paragraph(block: Paragraph, sheet: Sheet) -> list[Flowable]:
    if block.manner == "title":
        return [sheet.words(block.text, "title", sheet.heading(0, block.text))]
    element = sheet.part("P", block.text, language=block.language)
    return [sheet.words(block.text, block.manner, element, own_edge=block.manner in ("body", "lead"))]


class _Item(Flowable):
    """A point of a list: its mark stands at the start edge of the first line."""

    def __init__(self, mark: str, label: Element, words: Flowable, style: ParagraphStyle, right_to_left: bool) -> None:
        super().__init__()
        self._mark, self._label, self._words, self._style, self._rtl = mark, label, words, style, right_to_left

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Indent the words."""
        self.width = available
        self.height = self._words.wrap(available - self._style.leftIndent, height)[1]
        return available, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return float(self._style.spaceAfter)

    def split(self, available: float, height: float) -> list[Flowable]:
        """Split the words; only the first half keeps the mark."""
        halves = self._words.splitOn(self.canv, available - self._style.leftIndent, height)
        marks = [self._mark, *[""] * len(halves)]
        return [
            _Item(mark, self._label, half, self._style, self._rtl) for mark, half in zip(marks, halves, strict=False)
        ]

    def draw(self) -> None:
        """Draw mark and words."""
        y = self.height - getattr(self._words, "baseline", self._style.fontSize)
        x = self.width - self._style.bulletIndent if self._rtl else self._style.bulletIndent
        canvas: Any = self.canv
        if self._mark:
            ink = Ink(self._style.fontSize, styles.ACCENT, right_to_left=self._rtl)
            with canvas.content(self._label):
                draw_words(canvas, x, y, self._mark, ink, "right" if self._rtl else "left")
        self._words.drawOn(canvas, 0 if self._rtl else self._style.leftIndent, 0)


def _listed(items: tuple[Any, ...], mark: Callable[[int], str], name: str, sheet: Sheet) -> list[Flowable]:
    """Return the points of a list: its element holds points, each a label and a body (ISO 14289-1, 7.6)."""
    style = styles.style(name)
    inner = ParagraphStyle(f"{name}-words", parent=style, leftIndent=0, spaceAfter=0)
    listed = sheet.part("L")
    listed.numbering = "Disc" if name == "item" else "Decimal"
    made: list[Flowable] = []
    for number, item in enumerate(items):
        point = sheet.part("LI", of=listed)
        label = sheet.part("Lbl", of=point)
        words = sheet.words(item, inner, sheet.part("LBody", item, of=point))
        made.append(_Item(mark(number), label, words, style, sheet.right_to_left))
    return [*made, Spacer(1, 4)]


def _bullets(block: BulletList, sheet: Sheet) -> list[Flowable]:
    return _listed(block.items, lambda _number: "•", "item", sheet)


def _numbers(block: NumberedList, sheet: Sheet) -> list[Flowable]:
    figures = Formats(sheet.document.language).figures
    return _listed(block.items, lambda number: f"{figures(block.start + number)}.", "number", sheet)


def _status(block: Status, sheet: Sheet) -> list[Flowable]:
    words = sheet.words(block.title, "status", sheet.part("P", block.title))
    made: list[Flowable] = [StatusLine(block.rating, words, sheet.right_to_left)]
    if block.reason:
        made.append(sheet.words(block.reason, "body", sheet.part("P", block.reason)))
    return made


def _table(block: Table, sheet: Sheet) -> list[Flowable]:
    element = sheet.part("Table")
    if not block.caption:
        return [tables.table(block, element, sheet)]
    caption = sheet.words(block.caption, "caption", sheet.part("Caption", block.caption, of=element))
    return [CondPageBreak(_ROOM[Table]), caption, tables.table(block, element, sheet)]


def _figure(block: Figure, sheet: Sheet) -> list[Flowable]:
    held = sheet.part("Div")
    made: list[Flowable] = []
    if block.caption:
        made.append(sheet.words(block.caption, "caption", sheet.part("Caption", block.caption, of=held)))
    figure = sheet.figure(block.alt, of=held)
    made.append(ChartFlowable(block.chart, figure, right_to_left=sheet.right_to_left))
    numbers = _table(block.numbers, sheet) if block.numbers else []
    return [KeepTogether(made), *numbers]


def _note(block: Note, sheet: Sheet) -> list[Flowable]:
    element = sheet.note(block.text)
    if block.kind == "source":
        aside = tuple(replace(run, italic=True) for run in runs(block.text))
        return [sheet.words(aside, "source", element)]
    words = sheet.words(block.text, "notice", element)
    framed = MarkedTable([[words]], colWidths=[sheet.width])
    framed.splitInRow = int(words.wrap(sheet.width - 20, sheet.height)[1] > sheet.height * 0.8)
    edge = "LINEAFTER" if sheet.right_to_left else "LINEBEFORE"
    framed.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), fonts.face()),
            ("BACKGROUND", (0, 0), (-1, -1), styles.TINT),
            (edge, (0, 0), (-1, -1), 2.4, styles.ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ]
    )
    return [Spacer(1, 3), framed, Spacer(1, 9)]


def _contents(block: Contents, sheet: Sheet) -> list[Flowable]:
    title = sheet.words(block.title, "h1", sheet.heading(1, block.title))
    return [title, ContentsList.of(entries(sheet.document, block.depth), sheet)]


_MAKERS: dict[type[Any], Callable[[Any, Sheet], list[Flowable]]] = {
    Paragraph: _paragraph,
    BulletList: _bullets,
    NumberedList: _numbers,
    Status: _status,
    Table: _table,
    Figure: _figure,
    Note: _note,
    Contents: _contents,
    PageBreak: lambda _block, _sheet: [NewPage()],
    Cover: signing.cover,
    SignatureBlock: signing.signatures,
    Parallel: _parallel,
    Certificate: certificates.certificate,
}

assert set(_MAKERS) | {Heading, Spoken} == set(Block.__args__)
