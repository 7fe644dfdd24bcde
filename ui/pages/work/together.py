"""Keeps a table and a timeline together: one scroll, one chosen row, heads of the same height."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

Index = QModelIndex | QPersistentModelIndex


def keep_together(table: QTableView, timeline: QTableView) -> None:
    """Tie two views with the same rows to each other; the bar that scrolls both stands at the end of the second."""
    height = timeline.horizontalHeader().sizeHint().height()
    for view in (table, timeline):
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.horizontalHeader().setFixedHeight(height)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    timeline.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    first, second = table.verticalScrollBar(), timeline.verticalScrollBar()
    first.valueChanged.connect(second.setValue)
    second.valueChanged.connect(first.setValue)
    table.selectionModel().currentRowChanged.connect(lambda now, _old: _follow(now, timeline))
    timeline.selectionModel().currentRowChanged.connect(lambda now, _old: _follow(now, table))
    _follow(table.currentIndex(), timeline)


def _follow(now: Index, view: QTableView) -> None:
    """Make the same row the current one over there, in the column that is current there."""
    here = view.currentIndex()
    if now.isValid() and here.row() != now.row():
        view.setCurrentIndex(view.model().index(now.row(), max(0, here.column())))
