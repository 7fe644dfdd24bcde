"""Lets what stands beside each other stand below each other where text is too large, or the window too narrow, for it.

Qt squeezes what has no room until words lie on words. Here rows turn into columns first; what is still too large is
left to the scroll area around it, which needs to know the least size that shows everything.
"""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from ui import theme

_FOLDED = "folded"
_OWN_POLICY, _OWN_HEIGHT = "own_policy", "own_height"
_SIDE = 260
"""Pixels at the usual size of text under which neither side of a splitter is of use."""
_ROWS = 4
_ACROSS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)


@runtime_checkable
class Folds(Protocol):
    """A widget that knows by itself how it takes less room."""

    def fold_to(self, width: int) -> None:
        """Take no more than a width."""


def fit(widget: QWidget, width: int) -> None:
    """Fold the rows inside a widget that need more than a width, and unfold those that have room again."""
    if isinstance(widget, Folds):
        widget.fold_to(width)
    elif isinstance(widget, QSplitter):
        _fit_splitter(widget, width)
    elif isinstance(widget, QStackedWidget):
        _fit_stack(widget, width)
    elif not isinstance(widget, QAbstractScrollArea):
        layout = widget.layout()
        if layout is not None:
            _fit_layout(layout, width)


def needed_by(scrolled: QWidget, width: int) -> QSize:
    """Return what is to be scrolled takes, whatever it was asked to take before."""
    layout = scrolled.layout()
    if isinstance(layout, QBoxLayout) and layout.direction() not in _ACROSS:
        return _least_of_column(layout, width)
    return QSize(0, 0)


def least_size(widget: QWidget, width: int) -> QSize:
    """Return the least size at which nothing in a widget is cut off, if it is to be so wide."""
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        return QSize() if current is None else least_size(current, width)
    layout = widget.layout()
    if isinstance(layout, QBoxLayout) and layout.direction() not in _ACROSS:
        return _least_of_column(layout, width).expandedTo(_own_least(widget))
    if layout is not None and not isinstance(widget, QSplitter | QAbstractScrollArea):
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(max(width, least.width()))))
        return least.expandedTo(_own_least(widget))
    return _least_alone(widget, width)


def _least_width(widget: QWidget) -> int:
    """Return the least width alone, which is asked far more often and needs no heights."""
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        return 0 if current is None else _least_width(current)
    layout = widget.layout()
    if isinstance(layout, QBoxLayout) and layout.direction() not in _ACROSS:
        return max(_width_of_column(layout), widget.minimumWidth())
    return min(max(widget.minimumSizeHint().width(), widget.minimumWidth()), widget.maximumWidth())


def _width_of_column(layout: QBoxLayout) -> int:
    margins = layout.contentsMargins()
    return max((_width_of_item(item) for item in _items(layout)), default=0) + margins.left() + margins.right()


def _width_of_item(item: QLayoutItem) -> int:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        return _least_width(widget)
    if isinstance(inner, QBoxLayout) and inner.direction() not in _ACROSS:
        return _width_of_column(inner)
    return item.minimumSize().width()


def _own_least(widget: QWidget) -> QSize:
    """Return the least size that a widget was made with, whatever it was asked for later."""
    own = widget.property(_OWN_HEIGHT)
    return widget.minimumSize() if own is None else QSize(widget.minimumWidth(), own)


def _least_alone(widget: QWidget, width: int) -> QSize:
    least = widget.minimumSizeHint().expandedTo(_own_least(widget)).boundedTo(widget.maximumSize())
    if widget.hasHeightForWidth():
        return QSize(least.width(), max(least.height(), widget.heightForWidth(max(width, least.width()))))
    if isinstance(widget, QAbstractScrollArea):
        rows = QSize(0, _ROWS * theme.space("row"))
        return least.expandedTo(rows.boundedTo(widget.maximumSize()))
    return least


def _least_of_column(layout: QBoxLayout, width: int) -> QSize:
    margins = layout.contentsMargins()
    aside = margins.left() + margins.right()
    sizes = [_least_of_item(item, width - aside) for item in _items(layout)]
    gaps = layout.spacing() * max(0, sum(size.height() > 0 for size in sizes) - 1)
    height = sum(size.height() for size in sizes) + gaps + margins.top() + margins.bottom()
    return QSize(max((size.width() for size in sizes), default=0) + aside, height)


def _least_of_item(item: QLayoutItem, width: int) -> QSize:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        return least_size(widget, min(width, widget.maximumWidth()))
    if isinstance(inner, QBoxLayout) and inner.direction() not in _ACROSS:
        return _least_of_column(inner, width)
    least = item.minimumSize()
    if item.hasHeightForWidth():
        least.setHeight(max(least.height(), item.minimumHeightForWidth(max(width, least.width()))))
    return least


def _fit_layout(layout: QLayout, width: int) -> None:
    margins = layout.contentsMargins()
    inside = width - margins.left() - margins.right()
    if isinstance(layout, QBoxLayout) and (layout.direction() in _ACROSS or layout.property(_FOLDED)):
        for item in _items(layout):
            _fit_item(item, inside)
        _fold(layout, is_folded=_needed_across(layout) > inside)
    else:
        for item in _items(layout):
            _fit_item(item, inside)


def _fit_item(item: QLayoutItem, width: int) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        fit(widget, min(width, widget.maximumWidth()))
    elif inner is not None:
        _fit_layout(inner, width)


def _needed_across(layout: QBoxLayout) -> int:
    widths = [_width_of_item(item) for item in _items(layout)]
    return sum(widths) + layout.spacing() * max(0, sum(width > 0 for width in widths) - 1)


def _fold(layout: QBoxLayout, *, is_folded: bool) -> None:
    if bool(layout.property(_FOLDED)) != is_folded:
        layout.setProperty(_FOLDED, is_folded)
        layout.setDirection(QBoxLayout.Direction.TopToBottom if is_folded else QBoxLayout.Direction.LeftToRight)
        for item in _items(layout):
            if isinstance(item.widget(), QAbstractButton):
                item.setAlignment(Qt.AlignmentFlag.AlignLeading if is_folded else Qt.AlignmentFlag(0))


def _fit_splitter(splitter: QSplitter, width: int) -> None:
    shown = [part for part in _widgets(splitter) if not part.isHidden()]
    was_across = splitter.orientation() == Qt.Orientation.Horizontal
    if was_across or splitter.property(_FOLDED):
        needed = sum(max(theme.room(_SIDE), _least_width(part)) for part in shown)
        is_folded = len(shown) > 1 and needed + splitter.handleWidth() * (len(shown) - 1) > width
        if is_folded == was_across:
            splitter.setProperty(_FOLDED, is_folded)
            splitter.setOrientation(Qt.Orientation.Vertical if is_folded else Qt.Orientation.Horizontal)
            splitter.setSizes([1000] * len(shown))
    is_down = splitter.orientation() == Qt.Orientation.Vertical
    for part in shown:
        own = part.width() if not is_down and part.width() else width
        fit(part, own)
        _ask_height(part, least_size(part, own).height())


def ask_size(widget: QWidget, size: QSize) -> None:
    """Let what scrolls be as large as it needs to be."""
    if widget.minimumSize() != size:
        widget.setMinimumSize(size)


def _ask_height(part: QWidget, height: int) -> None:
    """Ask for a least height; never for less than a widget was made with."""
    own = part.property(_OWN_HEIGHT)
    if own is None:
        own = part.minimumHeight()
        part.setProperty(_OWN_HEIGHT, own)
    if part.minimumHeight() != max(own, height):
        part.setMinimumHeight(max(own, height))


def _fit_stack(stack: QStackedWidget, width: int) -> None:
    """Only the page in front takes room; Qt would keep as much as the largest of all takes."""
    for page in _widgets(stack):
        own = page.property(_OWN_POLICY)
        is_front = page is stack.currentWidget()
        if not is_front and own is None:
            page.setProperty(_OWN_POLICY, page.sizePolicy())
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        elif is_front and own is not None:
            page.setProperty(_OWN_POLICY, None)
            page.setSizePolicy(own)
    current = stack.currentWidget()
    if current is not None:
        fit(current, width)
        _ask_height(stack, least_size(current, width).height())


def _widgets(holder: QSplitter | QStackedWidget) -> Iterator[QWidget]:
    for number in range(holder.count()):
        widget = holder.widget(number)
        if widget is not None:
            yield widget


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is not None and (not item.isEmpty() or item.spacerItem() is not None):
            yield item
