"""Small helpers for building widgets: boxes with spacing from roles, labels with a role, names for screen readers."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.theme import space
from ui.wrapping import WrappingRow

_HANDLE = 10
_Box = TypeVar("_Box", bound=QBoxLayout | WrappingRow)


def column(parent: QWidget | None = None, gap: str = "small", edge: str = "") -> QVBoxLayout:
    """Return a vertical box; `gap` and `edge` are roles of spacing, no edge being none at all."""
    box = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _spaced(box, gap, edge)


def row(parent: QWidget | None = None, gap: str = "small", edge: str = "") -> QHBoxLayout:
    """Return a horizontal box, which Qt mirrors in right-to-left languages."""
    box = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _spaced(box, gap, edge)


def wrapping_row(parent: QWidget | None = None, gap: str = "small", edge: str = "") -> WrappingRow:
    """Return a row of tools or buttons that goes on in a next line where one is not enough."""
    return _spaced(WrappingRow(parent), gap, edge)


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label with a role; its text is plain, so that what people type is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setAlignment(leading(Qt.AlignmentFlag.AlignVCenter))
    if role:
        made.setProperty("role", role)
    return made


def leading(upright: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Return the side on which the window begins; Qt would put a text where its own letters begin."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | upright
    return Qt.AlignmentFlag.AlignLeft | upright


def button(text: str, role: str = "", tip: str = "") -> QPushButton:
    """Return a button with a role; an ampersand in its text is a sign and not a key."""
    made = QPushButton(text.replace("&", "&&"))
    made.setAutoDefault(True)  # Enter presses it outside dialogs too
    if role:
        made.setProperty("role", role)
    if tip:
        made.setToolTip(tip)
    return made


def frame(role: str) -> QFrame:
    """Return an empty frame with a role."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """Return a widget in a scroll area of its own, which only scrolls: Tab goes on to what is in it."""
    inner.setProperty("role", "scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(inner)
    return area


def split(
    *parts: QWidget,
    sizes: Sequence[int] = (),
    stretch: Sequence[int] = (),
    direction: Qt.Orientation = Qt.Orientation.Horizontal,
) -> QSplitter:
    """Return parts beside each other, or below, whose border can be moved; none of them can be pushed away."""
    made = QSplitter(direction)
    for part in parts:
        made.addWidget(part)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(_HANDLE)
    for place, share in enumerate(stretch):
        made.setStretchFactor(place, share)
    if sizes:
        made.setSizes(list(sizes))
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _spaced(box: _Box, gap: str, edge: str) -> _Box:
    box.setSpacing(space(gap) if gap else 0)
    distance = space(edge) if edge else 0
    box.setContentsMargins(distance, distance, distance, distance)
    return box
