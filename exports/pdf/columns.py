"""Two columns that tell the same in two languages, and go on together over pages."""

from typing import Any

from reportlab.platypus import Flowable

from exports.pdf import styles

GAP = 20.0
_AFTER = 4.0
Side = tuple[Flowable, ...]


class Columns(Flowable):
    """Draws the first side where the lines of the document begin, and the second beside it."""

    def __init__(self, first: Side, second: Side, right_to_left: bool) -> None:
        super().__init__()
        self._sides, self._rtl = (first, second), right_to_left

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Be as high as the higher side."""
        self.width = available
        self.height = max(_below(side, self._room, self.canv) for side in self._sides)
        return available, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return _AFTER

    def split(self, available: float, height: float) -> list[Flowable]:
        """Cut both sides at the end of a page; if one cannot begin there, neither does."""
        self.width = available
        cut = [_cut(side, self._room, height, self.canv) for side in self._sides]
        if any(side and not fits for side, (fits, _) in zip(self._sides, cut, strict=True)):
            return []
        (first, more), (second, more_second) = cut
        return [Columns(first, second, self._rtl), Columns(more, more_second, self._rtl)]

    def draw(self) -> None:
        """Draw the line between the sides, then one side after the other."""
        canvas: Any = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(styles.RULE)
            canvas.setLineWidth(0.5)
            canvas.line(self.width / 2, 0, self.width / 2, self.height)
        away = self._room + GAP
        for side, x in zip(self._sides, (away, 0.0) if self._rtl else (0.0, away), strict=True):
            y, after = self.height, 0.0
            for number, one in enumerate(side):
                y -= max(after, one.getSpaceBefore()) if number else 0.0
                y -= one.wrapOn(canvas, self._room, y)[1]
                one.drawOn(canvas, x, y)
                after = one.getSpaceAfter()

    @property
    def _room(self) -> float:
        return float(self.width - GAP) / 2


def _below(side: Side, room: float, canvas: Any) -> float:
    """Measure how high some flowables are below each other."""
    height, after = 0.0, 0.0
    for number, one in enumerate(side):
        height += max(after, one.getSpaceBefore()) if number else 0.0
        height += one.wrapOn(canvas, room, 10_000)[1]
        after = one.getSpaceAfter()
    return height


def _cut(side: Side, room: float, height: float, canvas: Any) -> tuple[Side, Side]:
    """Return what has room and what goes on; no heading stays behind alone."""
    for number, one in enumerate(side):
        before = _below(side[:number], room, canvas)
        gap = max(side[number - 1].getSpaceAfter(), one.getSpaceBefore()) if number else 0.0
        if before + gap + one.wrapOn(canvas, room, 10_000)[1] > height:
            halves = one.splitOn(canvas, room, height - before - gap)
            if halves:
                return (*side[:number], halves[0]), (*halves[1:], *side[number + 1 :])
            kept = number
            while kept and _heads(side[kept - 1]):
                kept -= 1
            return side[:kept], side[kept:]
    return side, ()


def _heads(one: Flowable) -> bool:
    """Say whether a flowable only announces what follows it: a heading, and what makes it findable."""
    style = getattr(one, "style", None)
    return one.wrap(1000, 1000)[1] == 0 or (style is not None and style.name in ("h1", "h2", "h3"))
