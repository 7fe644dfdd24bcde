"""The contents list: titles at once, page numbers when all pages are there."""

from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from exports.outline import Document
from exports.pdf import styles
from exports.pdf.measuring import shortened
from exports.pdf.paragraphs import Ink, draw_words

_INK = Ink(9.6, styles.INK)


class Entry(NamedTuple):
    """One line of the list."""

    key: str
    title: str
    level: int


def key_of(number: int) -> str:
    """Return the name of the place of the nth heading."""
    return f"heading-{number}"


def entries(document: Document, depth: int) -> tuple[Entry, ...]:
    """Return the headings that the list shows."""
    return tuple(
        Entry(key_of(number), heading.text, heading.level)
        for number, heading in enumerate(document.headings())
        if heading.level <= depth
    )


class ContentsList(Flowable):
    """Lines with a title, a link and, added when it is known, the page."""

    _LEADING = 17.5

    def __init__(self, listed: tuple[Entry, ...], right_to_left: bool) -> None:
        super().__init__()
        self._entries, self._rtl = listed, right_to_left

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Take one line for each entry."""
        self.width, self.height = available, self._LEADING * len(self._entries)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Go on on the next page."""
        fitting = int(height // self._LEADING)
        if not 0 < fitting < len(self._entries):
            return []
        return [ContentsList(part, self._rtl) for part in (self._entries[:fitting], self._entries[fitting:])]

    def draw(self) -> None:
        """Draw the titles, and ask to draw the pages later."""
        canvas: Any = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        for number, entry in enumerate(self._entries):
            y = self.height - (number + 1) * self._LEADING + 6
            indent = 14.0 * (entry.level - 1)
            title = shortened(entry.title, self.width - indent - 44, 9.6)
            x = self.width - indent if self._rtl else indent
            draw_words(canvas, x, y, title, _INK, "right" if self._rtl else "left")
            canvas.setStrokeColor(styles.RULE)
            canvas.setLineWidth(0.35)
            canvas.line(0, y - 5, self.width, y - 5)
            canvas.linkRect("", entry.key, (0, y - 5, self.width, y + 12), relative=1, thickness=0)
            canvas.later(self._number(entry.key, left, bottom + y))

    def _number(self, key: str, left: float, y: float) -> Any:
        def draw(canvas: Canvas, _page: int, _pages: int) -> None:
            found: dict[str, int] = canvas.found_on  # type: ignore[attr-defined]
            x = left if self._rtl else left + self.width
            draw_words(canvas, x, y, str(found.get(key, "")), _INK, "left" if self._rtl else "right")

        return draw
