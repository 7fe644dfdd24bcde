"""The foundations on the scale from 1 to 5: a dot for the mean, a band for the range, rings for earlier rounds."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui import icons, theme
from ui.tables.writing import direction_flag
from workbook.measures.cooperation import STRONG_FROM, WATCH_FROM
from workbook.measures.rounds import Dimension

_LOWEST, _HIGHEST = 1, 5
_ROW, _HEAD = 34, 24
_SCALE = 160
"""The scale gives way to the words down to so many pixels, at the usual size of text."""
_DOT, _RING = 6.0, 4.0
BAND_ICONS = {"strong": "check-circle", "watch": "eye", "act": "warning"}
BAND_ROLES = {"strong": "good", "watch": "warning", "act": "error"}


@dataclass(frozen=True)
class Track:
    """One foundation: how it stands, how it stood in earlier rounds (oldest first), and what is said of it."""

    title: str
    dimension: Dimension
    earlier: tuple[Decimal, ...]
    mean: str
    remark: str


class Tracks(QWidget):
    """Painted in one go; says the same in words to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracks: tuple[Track, ...] = ()
        self.setAccessibleName("Result by foundation, on the scale from 1 to 5")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tracks(self, tracks: tuple[Track, ...]) -> None:
        self._tracks = tracks
        words = (f"{one.title}: {one.mean}, {one.remark}" for one in tracks)
        self.setAccessibleDescription("; ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, self._head + self._row * len(self._tracks))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    @property
    def _head(self) -> int:
        return max(_HEAD, QFontMetrics(self.font()).height() + 6)

    @property
    def _row(self) -> int:
        return max(_ROW, QFontMetrics(self.font()).height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        titles, scale, words = self._columns()
        self._paint_head(painter, scale)
        for number, track in enumerate(self._tracks):
            top = self._head + number * self._row
            self._paint_words(painter, track, self._cell(titles, top), self._cell(words, top))
            self._paint_track(painter, track, scale, top + self._row / 2)
        painter.end()

    def _columns(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """Return (left, width) of titles, scale and words, from the near side."""
        metrics = QFontMetrics(self.font())
        titles = max((metrics.horizontalAdvance(one.title) for one in self._tracks), default=0) + 16
        words = max((metrics.horizontalAdvance(f"{one.mean}  {one.remark}") for one in self._tracks), default=0) + 44
        titles = min(titles, self.width() * 2 // 5)
        words = min(words, max(self.width() * 2 // 5, self.width() - titles - theme.room(_SCALE)))
        return (0, titles), (titles, max(80, self.width() - titles - words)), (self.width() - words, words)

    def _cell(self, place: tuple[int, int], top: int) -> QRect:
        return self._seen(QRect(place[0], top, place[1], self._row))

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _x(self, scale: tuple[int, int], value: Decimal | int) -> float:
        left, wide = scale[0] + 14, scale[1] - 28
        x = left + wide * float(value - _LOWEST) / (_HIGHEST - _LOWEST)
        return self.width() - x if self.isRightToLeft() else x

    def _paint_head(self, painter: QPainter, scale: tuple[int, int]) -> None:
        shown, bottom = theme.current(), self._head + self._row * len(self._tracks) - 6
        painter.setPen(shown.colour("muted"))
        for value in range(_LOWEST, _HIGHEST + 1):
            x = self._x(scale, value)
            painter.drawText(QRectF(x - 40, 0, 80, self._head - 4), Qt.AlignmentFlag.AlignCenter, str(value))
        pen = QPen(shown.colour("strong_line"), 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        for limit in (WATCH_FROM, STRONG_FROM):
            x = self._x(scale, limit)
            painter.drawLine(QPointF(x, self._head), QPointF(x, bottom))

    def _paint_track(self, painter: QPainter, track: Track, scale: tuple[int, int], y: float) -> None:
        shown, found = theme.current(), track.dimension
        painter.setPen(QPen(shown.colour("line"), 2))
        painter.drawLine(QPointF(self._x(scale, _LOWEST), y), QPointF(self._x(scale, _HIGHEST), y))
        if found.low is not None and found.high is not None:
            pen = QPen(shown.colour("accent"), 6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setOpacity(0.35)
            painter.setPen(pen)
            painter.drawLine(QPointF(self._x(scale, found.low), y), QPointF(self._x(scale, found.high), y))
            painter.setOpacity(1)
        painter.setBrush(shown.colour("surface"))
        painter.setPen(QPen(shown.colour("muted"), 1.4))
        for value in track.earlier:
            painter.drawEllipse(QPointF(self._x(scale, value), y), _RING, _RING)
        if found.mean is not None:
            painter.setBrush(shown.colour("accent"))
            painter.setPen(QPen(shown.colour("surface"), 1.5))
            painter.drawEllipse(QPointF(self._x(scale, found.mean), y), _DOT, _DOT)

    def _paint_words(self, painter: QPainter, track: Track, title: QRect, words: QRect) -> None:
        shown, metrics = theme.current(), QFontMetrics(self.font())
        near = int(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading | _MIDDLE))
        painter.setPen(shown.colour("text"))
        fitted = metrics.elidedText(track.title, Qt.TextElideMode.ElideRight, title.width() - 8)
        painter.drawText(title, near | direction_flag(fitted, self.layoutDirection()), fitted)
        name = track.dimension.band
        mark = QRect(0, 0, theme.room(18), theme.room(18))
        mark.moveCenter(words.center())
        if self.isRightToLeft():
            mark.moveRight(words.right() - 6)
            rest = words.adjusted(0, 0, -32, 0)
        else:
            mark.moveLeft(words.left() + 6)
            rest = words.adjusted(32, 0, 0, 0)
        if name is not None:
            icons.paint(painter, BAND_ICONS[name], mark, BAND_ROLES[name])
        said = f"{track.mean}  {track.remark}"
        painter.setPen(shown.colour("text" if name is not None else "muted"))
        fitted = metrics.elidedText(said, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, near | direction_flag(fitted, self.layoutDirection()), fitted)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
