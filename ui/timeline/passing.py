"""Which links pass by what is seen: one of their rows above, the other below."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from ui.timeline.model import TimelineModel
from workbook.changes import ChangeSet
from workbook.records import Activity

Link = tuple[str, str]
"""The ids of what has to end first, and of what begins afterwards."""


class Reaches:
    """Pairs of rows, asked which of them reach across a range of rows.

    A tree over the pairs in the order of their upper rows keeps the lowest row of each half, so that an answer takes
    as long as what it holds, however many pairs there are.
    """

    def __init__(self, found: Iterable[tuple[int, int, Link]]) -> None:
        pairs = sorted(found)
        self._tops = [top for top, _bottom, _link in pairs]
        self._links = [link for _top, _bottom, link in pairs]
        self._leaves = 1 << max(0, len(pairs) - 1).bit_length()
        self._lowest = [-1] * (2 * self._leaves)
        self._lowest[self._leaves : self._leaves + len(pairs)] = [bottom for _top, bottom, _link in pairs]
        for node in range(self._leaves - 1, 0, -1):
            self._lowest[node] = max(self._lowest[2 * node], self._lowest[2 * node + 1])

    def across(self, first: int, last: int) -> Iterator[Link]:
        """Yield the links that begin above the first row and end below the last, either way round."""
        begin_above = bisect_left(self._tops, first)
        waiting = [(1, 0, self._leaves)]
        while waiting:
            node, begin, width = waiting.pop()
            if begin >= begin_above or self._lowest[node] <= last:
                continue
            if width == 1:
                yield self._links[begin]
            else:
                half = width // 2
                waiting += [(2 * node + 1, begin + half, half), (2 * node, begin, half)]


class PassingLinks(QObject):
    """Read again when rows moved or a link came or went, when they are next asked for; never at each frame."""

    def __init__(self, model: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._reaches: Reaches | None = None
        for moved in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            moved.connect(self._forget)
        model.bridge.changed.connect(self._on_changed)

    def across(self, rows: range) -> Iterator[tuple[Activity, Activity]]:
        """Yield what has to end first and what begins afterwards, where one is above these rows and one below."""
        if not rows:
            return
        if self._reaches is None:
            self._reaches = Reaches(self._pairs())
        book = self._model.bridge.book
        for before_id, after_id in self._reaches.across(rows[0], rows[-1]):
            before, after = book.one(Activity, before_id), book.one(Activity, after_id)
            if before is not None and after is not None:
                yield before, after

    def _pairs(self) -> Iterator[tuple[int, int, Link]]:
        model = self._model
        for row in range(model.rowCount()):
            activity = model.activity(row)
            for before_id in () if activity is None else activity.depends_on:
                other = model.row_of(before_id)
                if activity is not None and other >= 0:
                    yield min(row, other), max(row, other), (before_id, activity.id)

    def _forget(self) -> None:
        self._reaches = None

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        for change in change_set.changes:
            if change.type == "activities" and (change.action != "edited" or "depends_on" in (change.after or ())):
                self._forget()
