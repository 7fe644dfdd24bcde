"""Lives one story through in a process of its own, and then kills that process: ``living.py STORY FOLDER [FILE]``."""

import os
import signal
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.journeys import stories, tracker_story
from tests.journeys.person import Living
from ui import theme
from ui.app import make_application, make_window
from ui.preferences import Preferences
from ui.workspace import Workspace

_TELLERS = {**stories.STORIES, **tracker_story.STORIES}


def main(name: str, folder: Path, path: Path | None) -> None:
    app = make_application()
    theme.apply(app, "light")
    preferences = Preferences(folder / "window.json", theme="light", operator="Anna Berg", operator_confirmed=True)
    preferences.export_folder = str(folder)
    window = make_window(preferences, path)
    window.resize(1366, 740)
    window.show()

    def begin() -> None:
        found = window.findChildren(Workspace)
        if not found:
            QTimer.singleShot(10, begin)
            return
        window.activateWindow()
        app.setProperty("living", Living(_TELLERS[name](found[0]), end))

    QTimer.singleShot(0, begin)
    app.exec()


def end(error: Exception | None) -> None:
    if error is None:
        os.kill(os.getpid(), signal.SIGKILL)
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    picture = QApplication.activeModalWidget() or next(iter(seen), None)
    if picture is not None:
        picture.grab().save(str(Path(sys.argv[2]) / "stuck.png"))
    traceback.print_exception(error)
    sys.stderr.flush()
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
