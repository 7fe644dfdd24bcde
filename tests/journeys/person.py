"""Somebody who works with the keyboard alone: presses keys, writes words and waits to see what comes of it.

A story is a generator of what the person does. It is carried on by timers, so that dialogs with event loops of their
own are answered like everything else. At the end the process is killed as the power would do it; see `living.py`.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_PATIENCE = 20.0
_MOST_TABS = 120


class Stuck(Exception):  # noqa: N818 - what a person would say
    """What was waited for did not come."""


@dataclass(frozen=True)
class Press:
    """Keys as menus write them, such as ``Ctrl+N``, once or several times."""

    keys: str
    times: int = 1


@dataclass(frozen=True)
class Write:
    """Words, letter by letter."""

    words: str


@dataclass(frozen=True)
class TabTo:
    """Go on with Tab until the control of this name has the focus."""

    name: str


@dataclass(frozen=True)
class Until:
    """Wait until something is seen."""

    what: str
    look: Callable[[], object]


Step = Press | Write | TabTo | Until
Story = Iterator[Step]


def focused() -> QWidget:
    """Return what takes the keys just now: a list that dropped down, a dialog's field, the window's."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inside: QWidget | None = popup.focusWidget()
        return popup if inside is None else inside
    modal = QApplication.activeModalWidget()
    if modal is not None and not modal.isActiveWindow():
        modal.activateWindow()
    if QApplication.activeWindow() is None:
        seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        (modal or seen[0]).activateWindow()  # a desktop does this by itself
        QApplication.processEvents()
    found = QApplication.focusWidget() or modal or QApplication.activeWindow()
    if found is None:
        raise Stuck("nothing takes the keys")
    return found


def dialog_in_front() -> QWidget | None:
    """Return the dialog that takes the keys; none while it is only about to."""
    modal = QApplication.activeModalWidget()
    if modal is None:
        return None
    if not modal.isActiveWindow():
        modal.activateWindow()  # a desktop does this by itself
        return None
    focus = QApplication.focusWidget()
    return modal if focus is not None and modal.isAncestorOf(focus) else None


def window_in_front() -> bool:
    """Say whether no dialog is open and something in the window takes the keys."""
    if QApplication.activeModalWidget() is not None:
        return False
    if QApplication.activeWindow() is None:
        focused()
        return False
    return QApplication.focusWidget() is not None


def where() -> str:
    """Say what is in front, for somebody who has to find out why a story got stuck."""
    modal, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
    front = "no dialog" if modal is None else type(modal).__name__
    return f"{front}, the focus on {type(focus).__name__} {'' if focus is None else focus.accessibleName()!r}"


def name_of(widget: QWidget) -> str:
    """Return what a control is called: a button without a name of its own by its text."""
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or own).partition(":")[0]


class Living:
    """Carries a story on, a step at a time; calls `end` when it is over or somebody is stuck."""

    def __init__(self, story: Story, end: Callable[[Exception | None], None]) -> None:
        self._story, self._end = story, end
        self._waiting: Until | None = None
        self._tabbing: TabTo | None = None
        self._count = 0
        self._since = time.monotonic()
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        try:
            self._one_step()
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001 - handed on to who started the story
            self._end(error)

    def _one_step(self) -> None:
        if self._tabbing is not None:
            self._tab(self._tabbing)
            return
        if self._waiting is not None and not self._waiting.look():
            if time.monotonic() - self._since > _PATIENCE:
                raise Stuck(f"waited for: {self._waiting.what}; {where()}")
            QTimer.singleShot(10, self._go_on)
            return
        self._waiting = None
        step = next(self._story)
        self._since = time.monotonic()
        if isinstance(step, Until):
            self._waiting = step
            QTimer.singleShot(0, self._go_on)
        elif isinstance(step, TabTo):
            self._tabbing, self._count = step, 0
            QTimer.singleShot(0, self._go_on)
        else:
            QTimer.singleShot(15, self._go_on)  # before the keys, because they may open a dialog that stays here
            self._do(step)

    def _tab(self, step: TabTo) -> None:
        if name_of(focused()) == step.name:
            self._tabbing = None
        elif self._count > _MOST_TABS:
            raise Stuck(f"Tab never came to {step.name}; it stands at {name_of(focused())!r}")
        else:
            self._count += 1
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTimer.singleShot(0, self._go_on)

    @staticmethod
    def _do(step: Press | Write) -> None:
        if isinstance(step, Write):
            QTest.keyClicks(focused(), step.words)
            return
        for _ in range(step.times):
            combination: QKeyCombination = QKeySequence(step.keys)[0]  # type: ignore[index]  # Qt can do it
            QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
