"""Texts in Latin letters in a window that runs from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.layouts import label
from ui.tables.writing import isolated


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_text_begins_where_the_window_begins_and_stays_in_order(mirrored: None) -> None:
    """Qt would put a Latin text to the left, and “4.2 strong” in the order “strong 4.2”."""
    text = label("4.2 strong", wrap=True)
    assert text.alignment() & Qt.AlignmentFlag.AlignRight
    assert text.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert isolated("4.2 strong") == "\u20684.2 strong\u2069"


def test_nothing_is_added_where_the_window_runs_from_left_to_right(qapp: QApplication) -> None:
    assert isolated("4.2 strong") == "4.2 strong"
    assert label("4.2 strong").alignment() & Qt.AlignmentFlag.AlignLeft
