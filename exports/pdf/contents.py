"""The contents list: titles at once, page numbers when all pages are there."""

from typing import Any, NamedTuple

from reportlab.platypus import Flowable

from exports.outline import Document
from exports.outline.blocks import runs_right_to_left
from exports.pdf import styles
from exports.pdf.characters import clean
from exports.pdf.measuring import shortened
from exports.pdf.paragraphs import Ink, draw_words
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element
from exports.pdf.tagging.marking import MarkedCanvas
from workbook.formats import Formats

_INK = Ink(9.6, styles.INK)
_NO_TITLE = "–"


class Entry(NamedTuple):
    """One line of the list; a deeper level is indented."""

    key: str
    title: str
    level: int


class Line(NamedTuple):
    """A line of the list and the element that its words and its link belong to."""

    entry: Entry
    link: Element


def key_of(number: int) -> str:
    """Return the name of the place of the nth heading."""
    return f"heading-{number}"


def entries(document: Document, depth: int) -> tuple[Entry, ...]:
    """Return the headings that the list shows."""
    return tuple(
        Entry(key_of(number), " ".join(clean(heading.text).split()) or _NO_TITLE, heading.level)
        for number, heading in enumerate(document.headings())
        if heading.level <= depth
    )


class ContentsList(Flowable):
    """Lines with a title, a link and, added when it is known, the page."""

    _LEADING = 17.5

    def __init__(self, lines: tuple[Line, ...], language: str) -> None:
        super().__init__()
        self._lines, self._language = lines, language
        self._rtl = runs_right_to_left(language)

    @classmethod
    def of(cls, listed: tuple[Entry, ...], sheet: Sheet) -> "ContentsList":
        """Return the list, each line an item with a reference that is a link (ISO 32000-1, 14.8.4.3.1)."""
        whole = sheet.part("TOC")
        lines = []
        for entry in listed:
            reference = sheet.part("Reference", of=sheet.part("TOCI", of=whole))
            lines.append(Line(entry, sheet.part("Link", entry.title, of=reference)))
        return cls(tuple(lines), sheet.document.language)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Take one line for each entry."""
        self.width, self.height = available, self._LEADING * len(self._lines)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Go on on the next page."""
        fitting = int(height // self._LEADING)
        if not 0 < fitting < len(self._lines):
            return []
        return [ContentsList(part, self._language) for part in (self._lines[:fitting], self._lines[fitting:])]

    def draw(self) -> None:
        """Draw the titles, and ask to draw the pages later."""
        canvas: Any = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        for number, (entry, link) in enumerate(self._lines):
            y = self.height - (number + 1) * self._LEADING + 6
            indent = 14.0 * (entry.level - 1)
            title = shortened(entry.title, self.width - indent - 44, 9.6)
            x = self.width - indent if self._rtl else indent
            with canvas.content(link):
                draw_words(canvas, x, y, title, _INK, "right" if self._rtl else "left")
            with canvas.artifact():
                canvas.setStrokeColor(styles.RULE)
                canvas.setLineWidth(0.35)
                canvas.line(0, y - 5, self.width, y - 5)
            canvas.link(link, entry.title, entry.key, (0, y - 5, self.width, y + 12))
            canvas.later(self._number(entry.key, link, left, bottom + y))

    def _number(self, key: str, link: Element, left: float, y: float) -> Any:
        def draw(canvas: MarkedCanvas, _page: int, _pages: int) -> None:
            found: dict[str, int] = canvas.found_on  # type: ignore[attr-defined]
            x = left if self._rtl else left + self.width
            number = Formats(self._language).figures(found[key]) if key in found else ""
            with canvas.content(link):
                draw_words(canvas, x, y, number, _INK, "left" if self._rtl else "right")

        return draw
