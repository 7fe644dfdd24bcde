"""Starts the window: paints its shell first, loads everything else after that."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import appearance, theme
from ui.main_window import TITLE, MainWindow
from ui.preferences import Preferences, default_path


def run(path: Path | None) -> int:
    """Open the window on a workbook, or on the start screen, and stay until it is closed."""
    app = make_application()
    preferences = Preferences.load(default_path())
    appearance.apply(app, preferences)
    window = make_window(preferences, path)
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """Return the application with its style and type; the same one when asked again."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("creative-partnership-workbook")
    app.setApplicationDisplayName(TITLE)
    app.setStyle("Fusion")
    theme.load_fonts(app)
    return app


def make_window(preferences: Preferences, path: Path | None) -> MainWindow:
    """Return a shell that fills itself as soon as it has been painted."""
    window = MainWindow(preferences)
    window.show_frame(with_workbook=path is not None)
    window.show_waiting(f"Opening {path.stem} …" if path else "")

    def fill() -> None:
        from ui.workspace import Workspace  # SQLAlchemy and all pages come with it

        workspace = Workspace(window)
        workspace.begin(path)

    window.painted.connect(fill)
    return window
