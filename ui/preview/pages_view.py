"""Pages below each other, as they are printed; drawn when they come into sight."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from exports.edition import Progress
from exports.pdf.pages import page_images
from ui import theme
from ui.preview.drawing import Drawing

POINT = 96 / 72
"""Dots for a point at 100 %."""
SMALLEST, LARGEST, STEP = 0.25, 4.0, 1.2
_GAP = 12
_KEPT = 16

Sizes = tuple[tuple[float, float], ...]
Images = tuple[tuple[int, QImage], ...]


class PagesView(QAbstractScrollArea):
    """Shows a PDF. While other pages are being drawn, those from before stay in sight."""

    moved = Signal()
    zoomed = Signal()

    def __init__(self, at_end: list[Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 160)
        self.pdf, self.sizes = b"", Sizes()
        self.factor = 0.0
        self._place_kept = (0, 0.0)
        self._is_arranging = False
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._drawing = Drawing(at_end, self)
        self._drawing.drawn.connect(self._on_drawn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pdf(self, pdf: bytes, sizes: Sizes) -> None:
        """Show other pages, at the place where the ones before were looked at."""
        self.pdf, self.sizes = pdf, sizes
        self._fresh.clear()
        self._images = {number: image for number, image in self._images.items() if number < len(sizes)}
        self._arrange()

    @property
    def scale(self) -> float:
        """Dots of the screen for a point; as wide as the view unless somebody zoomed."""
        if self.factor:
            return self.factor * POINT
        widest = max((width for width, _ in self.sizes), default=595.0)
        return float(max(0.1, (self.viewport().width() - 2 * _GAP) / widest))

    @property
    def page(self) -> int:
        """The page that is looked at, from 0 on."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        seen = [number for number in range(len(self.sizes)) if self._top(number) <= middle]
        return seen[-1] if seen else 0

    @property
    def is_drawn(self) -> bool:
        """Say whether all that is in sight is as the document is now."""
        seen = self._seen()
        return bool(seen) and not self._drawing.is_busy and all(number in self._fresh for number in seen)

    def zoom_by(self, step: float) -> None:
        """Go nearer, or farther away."""
        self.zoom_to(max(SMALLEST, min(LARGEST, self.scale / POINT * step)))

    def zoom_to(self, factor: float) -> None:
        """Show the pages so large, 1.0 being the size on paper; 0 as wide as the view."""
        self.factor = factor
        self._fresh.clear()
        self._arrange()
        self.zoomed.emit()

    def go_to(self, page: int, down: float = 0.0) -> None:
        """Bring a place into sight, near the top."""
        self._look_at(page, max(0.0, down - 12))

    def leave(self) -> None:
        """Stop drawing for good."""
        self._drawing.leave()

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self.viewport()), theme.current()
        painter.fillRect(event.rect(), shown.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._seen():
            place = self._place(number)
            painter.fillRect(place, Qt.GlobalColor.white)
            image = self._images.get(number)
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(shown.colour("strong_line"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.factor:
            self._fresh.clear()
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        ways: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + bar.pageStep()),
            Qt.Key.Key_Plus: partial(self.zoom_by, STEP),
            Qt.Key.Key_Minus: partial(self.zoom_by, 1 / STEP),
            Qt.Key.Key_0: partial(self.zoom_to, 0.0),
        }
        if key in ways:
            ways[key]()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            return
        super().wheelEvent(event)

    def _top(self, number: int) -> int:
        return _GAP + sum(round(height * self.scale) + _GAP for _, height in self.sizes[:number])

    def _looked_at(self) -> tuple[int, float]:
        """Return the page at the top edge, and how far down it the edge is, in points."""
        value = self.verticalScrollBar().value()
        page = max((number for number in range(len(self.sizes)) if self._top(number) <= value), default=0)
        return page, (value - self._top(page)) / self.scale

    def _look_at(self, page: int, down: float) -> None:
        self.verticalScrollBar().setValue(round(self._top(page) + down * self.scale))

    def _place(self, number: int) -> QRect:
        width, height = (round(side * self.scale) for side in self.sizes[number])
        room = self.viewport().width()
        left = (room - width) // 2 if width <= room else _GAP - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._top(number) - self.verticalScrollBar().value()), QSize(width, height))

    def _seen(self) -> list[int]:
        area = self.viewport().rect()
        return [number for number in range(len(self.sizes)) if self._place(number).intersects(area)]

    def _arrange(self) -> None:
        room, bar, across = self.viewport().size(), self.verticalScrollBar(), self.horizontalScrollBar()
        widest = max((round(width * self.scale) for width, _ in self.sizes), default=0)
        self._is_arranging = True  # what is looked at stays so, whatever the bar says meanwhile
        bar.setRange(0, max(0, self._top(len(self.sizes)) - room.height()))
        bar.setPageStep(max(1, room.height() - 40))
        bar.setSingleStep(40)
        across.setRange(0, max(0, widest + 2 * _GAP - room.width()) if self.factor else 0)
        across.setPageStep(room.width())
        self._is_arranging = False
        self._look_at(*self._place_kept)
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        if not self._is_arranging:
            self._place_kept = self._looked_at()
        self.viewport().update()
        self._ask()
        self.moved.emit()

    def _ask(self) -> None:
        """Have what is in sight and not drawn yet drawn, and the page after it, which is looked at next."""
        seen = self._seen()
        near = [*seen, *(number for number in (seen[-1] + 1,) if number < len(self.sizes))] if seen else []
        missing = tuple(number for number in near if number not in self._fresh)
        if any(number in seen for number in missing):
            scale = self.scale * self.devicePixelRatioF()
            self._drawing.ask(partial(_drawn, self.pdf, missing, scale))

    def _on_drawn(self, made: tuple[bytes, float, Images]) -> None:
        pdf, scale, images = made
        if pdf is not self.pdf or abs(scale - self.scale * self.devicePixelRatioF()) > 1e-6:
            self._ask()
            return
        for number, image in images:
            self._images[number] = image
            self._fresh.add(number)
        here = self.page
        for number in sorted(self._images, key=lambda one: abs(one - here))[_KEPT:]:
            del self._images[number]
            self._fresh.discard(number)
        self.viewport().update()
        self.moved.emit()


def _drawn(pdf: bytes, numbers: tuple[int, ...], scale: float, _progress: Progress) -> tuple[bytes, float, Images]:
    made = (
        (one.number, QImage(one.data, one.width, one.height, one.stride, QImage.Format.Format_RGB32).copy())
        for one in page_images(pdf, numbers, scale)
    )
    return pdf, scale, tuple(made)
