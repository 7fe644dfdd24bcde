"""Lets what stands beside each other stand below each other where text is too large, or the window too narrow, for it.

Qt squeezes what has no room until words lie on words. Here rows turn into columns first; what is still too large is
left to the scroll area around it, which needs to know the least size that shows everything.
"""

from collections.abc import Iterator

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
_OWN_POLICY = "own_policy"
_SIDE = 260
"""Pixels at the usual size of text under which neither side of a splitter is of use."""
_ROWS = 4
_ACROSS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)


def fit(widget: QWidget, width: int) -> None:
    """Fold the rows inside a widget that need more than a width, and unfold those that have room again."""
    if isinstance(widget, QSplitter):
        _fit_splitter(widget, width)
    elif isinstance(widget, QStackedWidget):
        _fit_stack(widget, width)
    elif not isinstance(widget, QAbstractScrollArea):
        layout = widget.layout()
        if layout is not None:
            _fit_layout(layout, width)


def least_size(widget: QWidget, width: int) -> QSize:
    """Return the least size at which nothing in a widget is cut off, if it is to be so wide."""
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        return QSize() if current is None else least_size(current, width)
    layout = widget.layout()
    if isinstance(layout, QBoxLayout) and layout.direction() not in _ACROSS:
        return _least_of_column(layout, width).expandedTo(widget.minimumSize())
    if layout is not None and not isinstance(widget, QSplitter | QAbstractScrollArea):
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(max(width, least.width()))))
        return least.expandedTo(widget.minimumSize())
    return _least_alone(widget, width)


def _least_alone(widget: QWidget, width: int) -> QSize:
    least = widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
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
    gaps = layout.spacing() * max(0, len(sizes) - 1)
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
    widths = [_least_of_item(item, 0).width() for item in _items(layout)]
    return sum(widths) + layout.spacing() * max(0, len(widths) - 1)


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
        needed = sum(max(theme.room(_SIDE), least_size(part, 0).width()) for part in shown)
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


def _ask_height(part: QWidget, height: int) -> None:
    asked = part.property("asked_height")
    if asked is None and part.minimumHeight():
        return
    if asked != height:
        part.setProperty("asked_height", height)
        part.setMinimumHeight(height)


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
        if item is not None and (not item.isEmpty() or not item.minimumSize().isEmpty()):
            yield item
