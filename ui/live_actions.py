"""The declared actions as Qt knows them: tied to handlers, enabled where they make sense, named for what they do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.actions import ACTIONS, Situation


class Actions(QObject):
    """The actions of one window as Qt knows them, each tied to its handler."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.title, self)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            action.setCheckable(spec.checkable)
            handler = handlers[spec.id]
            action.triggered.connect(lambda _checked=False, run=handler: run())
            self._actions[spec.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def show_icons(self) -> None:
        """Give the actions their icons; after the first paint, because the icon font has to be read."""
        from ui.icons import icon

        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon))

    def update(self, now: Situation) -> None:
        """Enable what makes sense, and name what undo and redo would do."""
        for spec in ACTIONS:
            enabled = spec.id in now.offers if spec.by_page else spec.enabled(now)
            self._actions[spec.id].setEnabled(enabled)
        self._actions["undo"].setText(f"&Undo “{_short(now.undo)}”" if now.undo else "&Undo")
        self._actions["redo"].setText(f"&Redo “{_short(now.redo)}”" if now.redo else "&Redo")


def _short(title: str) -> str:
    text = title.replace("&", "&&")
    return text if len(text) <= 60 else text[:59] + "…"
