"""Tables over several pages: broken between rows, with the title of a group said again where the group goes on."""

from itertools import accumulate
from typing import Any

from reportlab.platypus import Flowable

from exports.pdf import styles
from exports.pdf.marked_table import MarkedTable

_HEADER = 1


class PagedTable(MarkedTable):
    """Breaks inside a row only where the row is taller than a page.

    `again` holds, by the number of the row that heads a group, the cell that heads what is left of it on the next page.
    A header that would fill half of every page is said once: `headed` is the number of rows that are repeated.
    """

    _rowHeights: list[float]  # noqa: N815 - reportlab's names
    _nosplitCmds: list[Any]  # noqa: N815

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.tallest = styles.TALLEST_ROW
        self.again: dict[int, Any] = {}
        self.headed = _HEADER

    @property
    def cells(self) -> list[list[Any]]:
        """The cells of each row, the header first."""
        return self._cellvalues  # type: ignore[attr-defined, no-any-return]

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break at the end of a page."""
        self.splitByRow, self.splitInRow = 1, 0
        parts = self._broken(available, height)
        if not parts and height > self.tallest:
            self._let_go(height)
            self.splitByRow, self.splitInRow = 0, 1
            parts = self._broken(available, height)
            if len(parts) == 2 and not any(parts[0].cells[-1]):  # type: ignore[attr-defined]
                return []  # nothing fitted, so nothing would on the next page
        return parts

    def _let_go(self, height: float) -> None:
        """Let the title of a group stand with the beginning of a row that no page can hold as a whole."""
        reached = list(accumulate(self._rowHeights))
        row = next((row for row, end in enumerate(reached) if end > height), 0)
        self._nosplitCmds = [each for each in self._nosplitCmds if each[2][1] != row]

    def _broken(self, available: float, height: float) -> list[Flowable]:
        if self.headed and self._rowHeights[0] > self.tallest / 2:
            self._head_once()
        self.repeatRows = self.headed
        parts: list[Any] = super().split(available, height)
        if len(parts) == 2:
            upper, lower = parts
            halves = len(upper.cells) + len(lower.cells) - self.headed - len(self.cells)  # 1 where a row was cut in two
            head = self._title_above(len(upper.cells))
            begins_anew = not halves and len(upper.cells) in self.again
            if head and not begins_anew:
                self.repeatRows = (0, head)  # type: ignore[assignment]  # reportlab takes these as well
                parts = super().split(available, height)
            if len(parts) == 2:
                self._pass_on(parts[0], parts[1], halves, 0 if begins_anew else head)
        return parts

    def _head_once(self) -> None:
        self.headed = 0
        for cell in self.cells[0]:
            for words in cell if isinstance(cell, tuple | list) else (cell,):
                if getattr(words, "element", None) is not None:
                    words.element.repeats = False  # its other half is content as well

    def _title_above(self, row: int) -> int:
        """Return the row of the last title of a group before another row, or 0 for none that can be repeated."""
        found = max((place for place in self.again if place < row), default=0)
        return found if self.headed and self._rowHeights[found] < self.tallest / 4 else 0

    def _pass_on(self, upper: "PagedTable", lower: "PagedTable", halves: int, head: int) -> None:
        """Tell the rest what it has to know to be broken again, and let it say the title of its group."""
        first = len(upper.cells) - halves
        repeated = self.headed + bool(head)
        lower.again = {row - first + repeated: cell for row, cell in self.again.items() if row >= first and row != head}
        if head:
            lower.again[_HEADER] = self.again[head]
            lower.cells[_HEADER] = [self.again[head], *lower.cells[_HEADER][1:]]  # not in place: upper holds that row
        upper.tallest = lower.tallest = self.tallest
        upper.headed = lower.headed = self.headed
