"""A table that says what each of its strokes is: the words of a cell, or decoration."""

from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from exports.pdf.tagging import Element


class Words(str):
    """Words of one line in a cell, and the cell that they are content of."""

    element: Element | None = None

    @classmethod
    def of(cls, text: str, element: Element) -> "Words":
        """Return words that know their cell."""
        made = cls(text)
        made.element = element
        return made


class MarkedTable(PlatypusTable):
    """A table whose rules and backgrounds are decoration, and whose cells say what they are content of."""

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():  # type: ignore[attr-defined]
            super()._drawBkgrnd()  # type: ignore[misc]

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():  # type: ignore[attr-defined]
            super()._drawLines()  # type: ignore[misc]

    def _drawCell(self, cell: Any, *place: Any) -> None:  # noqa: N802 - reportlab's name
        if isinstance(cell, Words) and cell.element is not None:
            with self.canv.content(cell.element):  # type: ignore[attr-defined]
                super()._drawCell(cell, *place)  # type: ignore[misc]
        elif cell not in ("", None):
            super()._drawCell(cell, *place)  # type: ignore[misc]

    def _splitCell(self, cell: Any, style: Any, height: float, first: float, width: float) -> Any:  # noqa: N802
        """Cut a cell so that `first` of its height stays on this page; what cannot be cut goes to the next one.

        reportlab cuts the words for the whole width of the cell, and draws them between its paddings.
        """
        if not isinstance(cell, list | tuple) or len(cell) != 1:
            return (cell, "")
        words: Flowable = cell[0]
        room, high = width - style.leftPadding - style.rightPadding, first - style.topPadding
        if words.wrap(room, height)[1] <= high:
            return (cell, ())
        halves = words.splitOn(self.canv, room, high)
        return (tuple(halves[:1]), tuple(halves[1:])) if len(halves) > 1 else ((), cell)
