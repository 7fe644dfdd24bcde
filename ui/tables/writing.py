"""In which direction a text is written where it is painted: as its letters go, whatever the window's side is.

A date or an amount in Latin letters would else be put in the wrong order in a window that reads to the left.
"""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_TO_THE_LEFT = ("R", "AL")


def reads_to_the_left(text: str) -> bool:
    """Say whether a text holds letters of a script that is written to the left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _TO_THE_LEFT for char in text)


def direction_flag(text: str, side: Qt.LayoutDirection) -> int:
    """Return the flag for `drawText` that keeps Latin text in order; none is needed in a window that reads right."""
    is_kept = side == Qt.LayoutDirection.RightToLeft and not reads_to_the_left(text)
    return int(Qt.TextFlag.TextForceLeftToRight) if is_kept else 0


def isolated(text: str) -> str:
    """Return a text that a widget writes as its letters go, also where it begins with a number."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return text
    return f"\u2068{text}\u2069"
