"""From the start of the process to the first painted window, against the smallest window that Qt can show."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Row, paired

FLOOR = """
import os, sys
from PySide6.QtWidgets import QApplication, QTableWidget
class Table(QTableWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
app = QApplication(sys.argv[:1])
table = Table()
table.show()
app.exec()
"""

OURS = """
import os, sys
from pathlib import Path
from ui.app import make_application, make_window
from ui import theme
from ui.preferences import Preferences
app = make_application()
preferences = Preferences.load(Path(sys.argv[2]))
theme.apply(app, preferences.theme)
window = make_window(preferences, Path(sys.argv[1]))
window.painted.disconnect()
window.painted.connect(lambda: os._exit(0))
window.show()
app.exec()
"""


def rows(_sizes: tuple[int, ...]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "example.cpw"
        subprocess.run([sys.executable, "main.py", "new", str(path), "--example"], check=True, capture_output=True)
        result = paired(lambda: _run(OURS, str(path), str(Path(name) / "none.toml")), lambda: _run(FLOOR), 11)
        yield Row("start to the first painted window", 0, result.ours, result.floor, result.ratio, 2)


def _run(script: str, *arguments: str) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, env=environment)
