"""The timeline on which bars are moved, stretched and linked, by hand and by key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.timeline.drawing import Ground
from ui.timeline.gestures import Gesture, Part
from ui.timeline.keys import HELP, PARTS, step_of
from ui.timeline.model import TimelineModel
from ui.timeline.overlay import draw_gesture, draw_handle
from ui.timeline.pointing import CURSORS, Hit, hit
from ui.timeline.view import STEP, Index, TimelineView

_NUDGE = 24


class PlanView(TimelineView):
    """Shows a ghost while a bar is held; emits one operation when it is let go, and none when Esc was pressed.

    `said` carries in words what is shown at each moment, for the line below and for screen readers.
    """

    operation_wanted = Signal(object)
    said = Signal(str)
    link_wanted = Signal()
    dates_wanted = Signal()
    details_wanted = Signal()
    # Defaults of the class, because Qt names a current row while the base is being made.
    gesture: Gesture | None = None
    _part: Part = "whole"
    _pressed: tuple[Hit, QPointF] | None = None

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._hovered = -1
        self._pointer = QPointF()
        self.setAccessibleDescription(HELP)
        model.modelAboutToBeReset.connect(self.cancel)

    def finish(self) -> None:
        """Keep what the ghost shows, as one operation."""
        gesture, self.gesture, self._pressed = self.gesture, None, None
        self.viewport().update()
        if gesture is not None:
            operation = gesture.operation
            if operation is not None:
                self.operation_wanted.emit(operation)
            self._tell_row()

    def cancel(self) -> None:
        """Let everything be as it was."""
        if self.gesture is not None:
            self.gesture = None
            self._tell(f"{self._sentence()} (nothing was changed)")
        self._pressed = None
        self.viewport().update()

    def paint_over(self, ground: Ground) -> None:
        if self.gesture is not None:
            draw_gesture(self, ground, self.gesture, self._pointer)
            return
        for row in {self._hovered, self.currentIndex().row()}:
            draw_handle(self, ground, row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish()
        found = hit(self, event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if found is None:
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(self.model().index(found.row, 0))
        self._pressed = (found, event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pressed is None:
            self._hover(event.position())
            return
        found, begun = self._pressed
        if self.gesture is None:
            if (event.position() - begun).manhattanLength() < QApplication.startDragDistance():
                return
            day = self.day_at(begun.x())
            placing = found.part == "place"
            self.gesture = (
                Gesture.begin_placing(found.activity, day) if placing else Gesture.begin(found.part, found.activity)
            )
            self._press_day = day
        self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.finish()
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if hit(self, event.position()) is not None:
            self._pressed = None
            self.details_wanted.emit()
        else:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event, self._part, mirrored=self.mirrored)
        if step is not None:
            self._step(step.part, step.days)
        elif not self._command(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._pressed is None:
            self.finish()
        super().focusOutEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        self.finish()
        super().currentChanged(current, previous)
        self._part = "whole"
        self.said.emit(self._sentence())

    def _command(self, event: QKeyEvent) -> bool:
        """Carry out a key that is a command; returns whether it was one."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        if key == Qt.Key.Key_Escape and (self.gesture is not None or self._pressed is not None):
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.finish if self.gesture is not None else self.details_wanted.emit)()
        elif key in PARTS:
            self._choose_part(PARTS[key])
        elif key in _COMMANDS:
            self.finish()
            _COMMANDS[key](self)
        else:
            return False
        event.accept()
        return True

    def _choose_part(self, part: Part) -> None:
        self.finish()
        activity = self.current_activity()
        if activity is not None and not activity.milestone:
            self._part = part
        words = {"whole": "the bar", "start": "its start", "end": "its end"}[self._part]
        self._tell(f"{self._sentence()}: Left and Right now move {words}")

    def _step(self, part: Part, days: int) -> None:
        activity = self.current_activity()
        if activity is None:
            return
        if self.gesture is None or self.gesture.activity.id != activity.id or self.gesture.part != part:
            self.finish()
            activity = self.current_activity()
            self.gesture = None if activity is None else Gesture.begin(part, activity)
        if self.gesture is None:
            self._tell(f"{self._sentence()}; press P to set its first dates")
            return
        self.gesture = self.gesture.moved_to(self.gesture.days + days)
        self.show_span(self.gesture.ghost)
        self._tell_ghost()

    def _drag(self, at: QPointF) -> None:
        gesture = self.gesture
        if gesture is None:
            return
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor if gesture.part == "whole" else CURSORS[gesture.part])
        self._scroll_along(at)
        if gesture.part == "link":
            row = self.rowAt(int(at.y()))
            self.gesture = gesture.linked_to(self.rows.activity(row) if row >= 0 else None)
        else:
            self.gesture = gesture.moved_to((self.day_at(at.x()) - self._press_day).days)
        self._tell_ghost()

    def _scroll_along(self, at: QPointF) -> None:
        """Scroll when the pointer is dragged out of the view."""
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        out = -1 if at.x() < 0 else 1 if at.x() > width else 0
        if out:
            bar.setValue(bar.value() + _NUDGE * (-out if self.mirrored else out))
        down = self.verticalScrollBar()
        if self.gesture is not None and self.gesture.part == "link":
            below = -1 if at.y() < 0 else 1 if at.y() > self.viewport().height() else 0
            down.setValue(down.value() + _NUDGE * below)

    def _hover(self, at: QPointF) -> None:
        found = hit(self, at)
        row = self.rowAt(int(at.y()))
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if found is None else CURSORS[found.part])

    def _sentence(self) -> str:
        return self.rows.sentence(self.currentIndex().row())

    def _tell_ghost(self) -> None:
        self.viewport().update()
        if self.gesture is not None:
            self._tell(self.gesture.in_words(self.rows.bridge.formats))

    def _tell_row(self) -> None:
        self._tell(self._sentence())

    def _tell(self, words: str) -> None:
        self.said.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


_COMMANDS: dict[int, Callable[[PlanView], object]] = {
    Qt.Key.Key_L: lambda view: view.link_wanted.emit(),
    Qt.Key.Key_P: lambda view: view.dates_wanted.emit(),
    Qt.Key.Key_Plus: lambda view: view.zoom_by(STEP),
    Qt.Key.Key_Minus: lambda view: view.zoom_by(1 / STEP),
    Qt.Key.Key_0: lambda view: view.fit_all(),
    Qt.Key.Key_T: lambda view: view.go_to_today(),
}
