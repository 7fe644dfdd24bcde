"""Tables over several pages: broken between rows, with the title of a group said again where the group goes on."""

from typing import Any

from reportlab.platypus import Flowable

from exports.pdf import styles
from exports.pdf.marked_table import MarkedTable

_HEADER = 1


class PagedTable(MarkedTable):
    """Breaks inside a row only where the row is taller than a page.

    `again` holds, by the number of the row that heads a group, the cell that heads what is left of it on the next page.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.tallest = styles.TALLEST_ROW
        self.again: dict[int, Any] = {}

    @property
    def cells(self) -> list[list[Any]]:
        """The cells of each row, the header first."""
        return self._cellvalues  # type: ignore[attr-defined, no-any-return]

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break at the end of a page."""
        parts = self._broken(available, height)
        if not parts and height > self.tallest:
            self.splitInRow = 1
            parts = self._broken(available, height)
        return parts

    def _broken(self, available: float, height: float) -> list[Flowable]:
        self.repeatRows = _HEADER
        parts: list[Any] = super().split(available, height)
        if len(parts) == 2:
            upper, lower = parts
            halves = len(upper.cells) + len(lower.cells) - _HEADER - len(self.cells)  # 1 where a row was cut in two
            head = max((row for row in self.again if row < len(upper.cells)), default=0)
            begins_anew = not halves and len(upper.cells) in self.again
            if head and not begins_anew:
                self.repeatRows = (0, head)  # type: ignore[assignment]  # reportlab takes these as well
                parts = super().split(available, height)
            if len(parts) == 2:
                self._pass_on(parts[0], parts[1], halves, 0 if begins_anew else head)
        return parts

    def _pass_on(self, upper: "PagedTable", lower: "PagedTable", halves: int, head: int) -> None:
        """Tell the rest what it has to know to be broken again, and let it say the title of its group."""
        first = len(upper.cells) - halves
        repeated = _HEADER + bool(head)
        lower.again = {row - first + repeated: cell for row, cell in self.again.items() if row >= first and row != head}
        if head:
            lower.again[_HEADER] = self.again[head]
            lower.cells[_HEADER] = [self.again[head], *lower.cells[_HEADER][1:]]  # not in place: upper holds that row
        upper.tallest = lower.tallest = self.tallest
