"""The window as people start it, with one more entry in its menu: “Show the next dialog”.

Dialogs come up in the course of work, many of them only when something is wrong. The entry shows each in turn, closes
the one before and is disabled after the last.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.journeys.dialogs import dialogs
from ui import appearance
from ui.actions import HELP
from ui.app import make_application, make_window
from ui.main_window import MainWindow
from ui.preferences import Preferences, default_path
from ui.workspace import Workspace


class Dialogs:
    """Shows one dialog after the other."""

    def __init__(self, window: MainWindow) -> None:
        self._waiting = list(dialogs(window.findChildren(Workspace)[0]))
        self._shown: QWidget | None = None
        self._action = window.menus[HELP].addAction("Show the next dialog")
        # Not inside the call from outside, which waits for its answer meanwhile.
        self._action.triggered.connect(lambda: QTimer.singleShot(0, self._show_next))

    def _show_next(self) -> None:
        if self._shown is not None:
            self._shown.close()
            self._shown.deleteLater()
        name, make = self._waiting.pop(0)
        self._shown = make()
        self._shown.setObjectName(name)
        self._shown.show()
        self._action.setEnabled(bool(self._waiting))


def main(path: Path) -> int:
    app = make_application()
    preferences = Preferences.load(default_path())
    appearance.apply(app, preferences)
    window = make_window(preferences, path)
    kept: list[Dialogs] = []
    window.painted.connect(lambda: kept.append(Dialogs(window)))  # after it has filled itself
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
