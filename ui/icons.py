"""Icons by name, drawn from the icon package's font in the colours of the theme.

Importing qtawesome costs 0.15 s and loads eleven fonts; the window needs one of them. So its files are read directly,
and each icon paints itself in the colour of a role at the moment it is drawn: a change of theme needs no new icons.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui import theme

_FONT = "phosphor-1.3.0.ttf"
_CHARACTERS = "phosphor-charmap-1.3.0.json"


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The icon package qtawesome is not installed")
    return Path(spec.origin).parent / "fonts"


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _FONT))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _characters() -> dict[str, str]:
    codes: dict[str, str] = json.loads((_folder() / _CHARACTERS).read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


def paint(painter: QPainter, name: str, rect: QRect, role: str) -> None:
    """Draw an icon into a rectangle in the colour of a role."""
    face = QFont(_family())
    face.setPixelSize(max(8, min(rect.width(), rect.height())))
    painter.save()
    painter.setFont(face)
    painter.setPen(theme.current().colour(role))
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, _characters()[name])
    painter.restore()


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, self._name, rect, "faint" if mode == QIcon.Mode.Disabled else self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon by its name in the icon font, without its family's prefix: ``users-three``."""
    if name not in _characters():
        raise KeyError(f"There is no icon {name!r}")
    return QIcon(_Engine(name, role))
