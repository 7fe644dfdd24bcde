"""Pictures of every page and dialog, in every theme and scale and from right to left, filled and empty.

`python -m tests.journeys.gallery` puts them into `build/gallery`, with sheets of six for a quick look. Nothing is
asserted here; people look.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.journeys.dialogs import dialogs
from tests.journeys.trackers_out import put_out
from ui import appearance, files, theme
from ui.app import make_application, make_window
from ui.editors.checklist import ChoicesEditor
from ui.editors.typed import LineEditor
from ui.main_window import MainWindow
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.preferences import Preferences
from ui.sections import SECTIONS
from ui.workspace import Workspace

OUT = Path("build/gallery")
SCREEN = "1366x740"
THUMB = 900


class Shooter:
    """Takes pictures of one window in one theme."""

    def __init__(self, folder: Path, window: MainWindow, workspace: Workspace) -> None:
        self.folder, self.window, self.workspace = folder, window, workspace
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        QTest.qWait(90)
        picture = (widget or self.window).grab()
        self._keep(name, picture)

    def over(self, name: str, dialog: QWidget) -> None:
        """Take a dialog as it lies over the window."""
        dialog.show()
        QTest.qWait(70)
        ground, front = self.window.grab(), dialog.grab()
        painter = QPainter(ground)
        where = dialog.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
        if not isinstance(dialog, QDialog) or dialog.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
            painter.drawPixmap(where, front)
        else:
            centre = QRect(QPoint(0, 0), front.deviceIndependentSize().toSize())
            centre.moveCenter(self.window.rect().center())
            painter.drawPixmap(centre.topLeft(), front)
        painter.end()
        dialog.close()
        self._keep(name, ground)

    def sheets(self, base: str) -> None:
        """Put six pictures to a sheet."""
        for number in range(0, len(self.taken), 6):
            images = [
                QImage(str(path)).scaledToWidth(THUMB, Qt.TransformationMode.SmoothTransformation)
                for path in self.taken[number : number + 6]
            ]
            height = max(image.height() for image in images)
            sheet = QImage(2 * THUMB + 10, 3 * (height + 10), QImage.Format.Format_RGB32)
            sheet.fill(Qt.GlobalColor.gray)
            painter = QPainter(sheet)
            for place, image in enumerate(images):
                painter.drawImage(QPoint((place % 2) * (THUMB + 10), (place // 2) * (height + 10)), image)
            painter.end()
            sheet.save(str(OUT / f"sheet-{base}-{number // 6 + 1}.png"))

    def _keep(self, name: str, picture: QPixmap) -> None:
        path = self.folder / f"{name}.png"
        picture.save(str(path))
        self.taken.append(path)


def pages(shooter: Shooter) -> None:
    session = shooter.workspace.session
    assert session is not None
    for section in SECTIONS:
        session.open_section(section.key)
        page = session.page
        assert page is not None
        page.enter()
        shooter.take(section.key)
        if isinstance(page, TablesPage):
            for number in range(1, len(page.keys)):
                page.tabs.setCurrentIndex(number)
                page.enter()
                shooter.take(f"{section.key}-{page.keys[number]}")
            page.tabs.setCurrentIndex(0)


def states(shooter: Shooter) -> None:
    """Moments that a page alone does not show: an open editor, a refused value, a message, a search."""
    session = shooter.workspace.session
    assert session is not None
    session.go_to("partners", session.bridge.book.records("partners")[1].id)
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panels["partners"]
    assert isinstance(panel, RecordPanel)
    panel.view.setCurrentIndex(panel.model.index(1, 2))
    panel.view.edit(panel.view.currentIndex())
    shooter.take("state-choice-in-cell")
    QTest.qWait(50)
    for popup in [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not shooter.window]:
        popup.close()
    editor = panel.form.rows["roles"].editor
    panel.form.go_to("roles")
    QTest.qWait(30)
    assert isinstance(editor, ChoicesEditor)
    editor.open_up()
    assert editor.popup is not None
    shooter.over("state-checklist", editor.popup)
    line = panel.form.rows["joined"].editor
    assert isinstance(line, LineEditor)
    panel.form.go_to("joined")
    line.line.setText("the day after tomorrow")
    line.committed.emit()
    shooter.take("state-refused")
    line.revert()
    session.go_to("resources", session.bridge.book.records("resources")[2].id)
    shooter.take("state-finding")
    shooter.workspace.message.say("Removed P-02 Planning Department.", "information", ("Undo", lambda: None))
    shooter.take("state-message")
    shooter.workspace.exports.bar.begin("Progress report")
    shooter.workspace.exports.bar.follow("Laying out pages", 12, 30)
    shooter.workspace.message.say("“Depot.cpw” or its folder may not be changed.", "error", ("Try again", lambda: None))
    shooter.take("state-export")
    shooter.workspace.exports.bar.end()
    shooter.workspace.message.hide()


@dataclass(frozen=True)
class Look:
    """One way in which somebody may see the program."""

    theme: str
    scale: str
    text_size: int = 100
    screen: str = SCREEN
    mirrored: bool = False

    @property
    def name(self) -> str:
        text = f"-text{self.text_size}" if self.text_size != 100 else ""
        screen = f"-{self.screen}" if self.screen != SCREEN else ""
        return f"{self.theme}-{self.scale}x{text}{screen}{'-mirrored' if self.mirrored else ''}"

    @property
    def options(self) -> list[str]:
        told = ["--theme", self.theme, "--scale", self.scale]
        told += ["--text-size", str(self.text_size), "--screen", self.screen]
        return [*told, "--mirrored"] if self.mirrored else told


def shoot(look: Look) -> None:
    """Take all pictures in one look."""
    app = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        preferences = Preferences(
            folder / "window.json",
            theme=look.theme,
            text_size=look.text_size,
            operator="Anna Berg",
            operator_confirmed=True,
        )
        appearance.apply(app, preferences)
        if look.mirrored:
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        filled, blank = folder / "Old Tram Depot.cpw", folder / "New partnership.cpw"
        with files.made(filled, files.template_start(files.EXAMPLE), preferences) as opened:
            put_out(opened.workbook)
        files.made(blank, files.blank_start("A partnership that begins today"), preferences).close()
        window = make_window(preferences, filled)
        window.resize(*(int(side) for side in look.screen.split("x")))
        window.show()
        while not window.findChildren(Workspace):
            QTest.qWait(20)
        workspace = window.findChildren(Workspace)[0]
        QTest.qWait(400)
        shooter = Shooter(OUT / look.name / "filled", window, workspace)
        pages(shooter)
        states(shooter)
        for title, make in dialogs(workspace):
            shooter.over(f"dialog-{title}", make())
        shooter.sheets(f"{look.name}-filled")
        workspace.open(blank)
        QTest.qWait(400)
        empty = Shooter(OUT / look.name / "empty", window, workspace)
        pages(empty)
        workspace.show_start()
        empty.take("start")
        preferences.recent.append(str(folder / "Gone.cpw"))
        workspace.start_page.show_recent(preferences.recent)
        empty.take("start-gone")
        empty.sheets(f"{look.name}-empty")
        window.close()
        QTimer.singleShot(0, app.quit)
        app.exec()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", choices=theme.THEMES)
    parser.add_argument("--scale", choices=("1", "2"))
    parser.add_argument("--text-size", type=int, default=100, help="in percent of the usual")
    parser.add_argument("--screen", default=SCREEN, help="room for the window, such as 1920x1052")
    parser.add_argument("--mirrored", action="store_true", help="from right to left")
    parser.add_argument("--here", action="store_true", help="on the screen that there is, in this process")
    options = parser.parse_args()
    if options.theme and options.scale:
        look = Look(options.theme, options.scale, options.text_size, options.screen, options.mirrored)
        (shoot if options.here else _shoot_apart)(look)
        return
    sizes = {"text_size": options.text_size, "screen": options.screen}
    looks = [Look(key, scale, **sizes) for key in theme.THEMES for scale in ("1", "2")]
    looks += [Look(key, "1", mirrored=True, **sizes) for key in ("light", "dark")]
    looks += [Look("light", "1", 300, screen) for screen in (SCREEN, "1920x1052") if options.text_size == 100]
    for look in looks:
        if options.theme in (None, look.theme) and options.scale in (None, look.scale):
            _shoot_apart(look)


def _shoot_apart(look: Look) -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": _screen(look, Path(folder)), "QT_SCALE_FACTOR": look.scale}
        command = [sys.executable, "-m", "tests.journeys.gallery", *look.options, "--here"]
        subprocess.run(command, env=environment, check=True)


def _screen(look: Look, folder: Path) -> str:
    """Return a platform with a screen that has the room of this look, so that dialogs are as large as they may be."""
    width, height = (int(side) * int(look.scale) for side in look.screen.split("x"))
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    told = folder / "screen.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={told}"


if __name__ == "__main__":
    main()
