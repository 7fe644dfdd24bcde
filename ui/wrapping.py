"""A row of tools that goes on in the next line where the window is too narrow, or text too large, for one line."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QStyle, QWidget, QWidgetItem

_FIXED, _LEAST = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum


@dataclass(frozen=True)
class _Part:
    """An item and how willingly it grows; a spacer has no least width worth keeping a line for."""

    item: QLayoutItem
    stretch: int

    @property
    def is_spacer(self) -> bool:
        return self.item.spacerItem() is not None

    @property
    def least(self) -> int:
        return self.item.minimumSize().width()

    @property
    def usual(self) -> int:
        return max(self.least, min(self.item.sizeHint().width(), self.most))

    @property
    def most(self) -> int:
        return self.item.maximumSize().width()

    @property
    def asked(self) -> int:
        """What it takes to share a line: rows within a row rather go to the next line than into two of their own."""
        return self.usual if self.item.hasHeightForWidth() else self.least

    def height(self, width: int) -> int:
        item = self.item
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


_Line = list[_Part]


class WrappingRow(QLayout):
    """Lays widgets in a row as a horizontal box does, and in as many lines as it takes, each shared out by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._parts: list[_Part] = []
        if parent is not None:
            parent.setLayout(self)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        self.insertWidget(len(self._parts), widget, stretch)

    def insertWidget(self, place: int, widget: QWidget, stretch: int = 0) -> None:
        self.addChildWidget(widget)
        self._parts.insert(place, _Part(QWidgetItem(widget), stretch))
        self.invalidate()

    def addStretch(self, stretch: int = 1) -> None:
        """Let what comes after stand at the end of its line."""
        self._parts.append(_Part(QSpacerItem(0, 0, _LEAST, _LEAST), stretch))

    def addSpacing(self, pixels: int) -> None:
        self._parts.append(_Part(QSpacerItem(pixels, 0, _FIXED, _LEAST), 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(_Part(item, 0))

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem:
        # Qt asks one past the end to learn that there is nothing more.
        return self._parts[index].item if 0 <= index < len(self._parts) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        return self._parts.pop(index).item if 0 <= index < len(self._parts) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = [_height(line, self._shared(line, inside)) for line in self._lines(inside)]
        gaps = self.spacing() * max(0, len(heights) - 1)
        return sum(heights) + gaps + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        return self._around(max((part.least for part in self._shown()), default=0))

    def sizeHint(self) -> QSize:
        shown = self._shown()
        return self._around(sum(part.usual for part in shown) + self._gaps(shown))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = self.contentsRect()
        top, gap = inside.top(), self.spacing()
        for line in self._lines(inside.width()):
            widths = self._shared(line, inside.width())
            height = _height(line, widths)
            left = inside.left()
            for part, width in zip(line, widths, strict=True):
                self._place(part, QRect(left, top, width, height), inside)
                left += width + (0 if part.is_spacer else gap)
            top += height + gap

    def _place(self, part: _Part, room: QRect, inside: QRect) -> None:
        own = min(room.height(), part.item.maximumSize().height())
        room = QRect(room.left(), room.top() + (room.height() - own) // 2, room.width(), own)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        part.item.setGeometry(QStyle.visualRect(direction, inside, room))

    def _around(self, width: int) -> QSize:
        margins = self.contentsMargins()
        height = max((part.height(part.usual) for part in self._shown()), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _shown(self) -> _Line:
        return [part for part in self._parts if part.is_spacer or not part.item.isEmpty()]

    def _gaps(self, line: _Line) -> int:
        return self.spacing() * max(0, sum(not part.is_spacer for part in line) - 1)

    def _lines(self, width: int) -> list[_Line]:
        """Break where what is asked does not fit: before what stands at the end of the line, which stays together."""
        lines: list[_Line] = [[]]
        for part in self._shown():
            line = lines[-1]
            if self._fits([*line, part], width) or part.is_spacer or _is_blank(line):
                line.append(part)
                continue
            cut = _last_stretch(line)
            if _is_blank(line[:cut]) or not self._fits([*line[cut:], part], width):
                cut = len(line)
            lines[-1], rest = line[:cut], line[cut:]
            lines.append([*rest, part])
        return [line for line in lines if not _is_blank(line)]

    def _fits(self, line: _Line, width: int) -> bool:
        return sum(one.asked for one in line) + self._gaps(line) <= width

    def _shared(self, line: _Line, width: int) -> list[int]:
        """Return the widths of a line: as usual, less where there is no room, more for what stretches."""
        widths = [part.usual for part in line]
        spare = width - sum(widths) - self._gaps(line)
        if spare < 0:
            return _shrunk(line, widths, -spare)
        growing = [number for number, part in enumerate(line) if part.stretch]
        while spare > 0 and growing:
            whole = sum(line[number].stretch for number in growing)
            given = {number: spare * line[number].stretch // whole for number in growing}
            full = [number for number in growing if widths[number] + given[number] >= line[number].most]
            for number in full or growing:
                more = min(given[number], line[number].most - widths[number])
                widths[number] += more
                spare -= more
            growing = [number for number in growing if number not in full] if full else []
        return widths


def _is_blank(line: _Line) -> bool:
    return all(part.is_spacer for part in line)


def _last_stretch(line: _Line) -> int:
    """Return where the last spacer of a line stands that pushes what follows to the end, else where the line ends."""
    return max((place for place, part in enumerate(line) if part.is_spacer and part.stretch), default=len(line))


def _shrunk(line: _Line, widths: list[int], lack: int) -> list[int]:
    slack = [width - part.least for part, width in zip(line, widths, strict=True)]
    whole = sum(slack)
    if whole <= 0:
        return [min(width, part.least) for part, width in zip(line, widths, strict=True)]
    return [width - min(own, -(-lack * own // whole)) for width, own in zip(widths, slack, strict=True)]


def _height(line: _Line, widths: list[int]) -> int:
    return max((part.height(width) for part, width in zip(line, widths, strict=True)), default=0)
