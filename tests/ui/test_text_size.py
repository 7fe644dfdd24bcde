"""Text at three times its usual size, on a small screen: everything is whole and can be reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from tests.journeys.dialogs import dialogs
from tests.ui.conftest import OpenWindow
from ui import appearance, theme
from ui.pages.tables_page import TablesPage
from ui.preferences import Preferences
from ui.sections import SECTIONS
from ui.session import Session

_WHOLE = (QLabel, QAbstractButton, QLineEdit, QComboBox)
_SLACK = 2


@pytest.fixture
def large_text(qapp: QApplication, preferences: Preferences) -> Iterator[None]:
    preferences.text_size = theme.LARGEST_TEXT
    appearance.apply(qapp, preferences)
    yield
    preferences.text_size = appearance.USUAL_TEXT
    appearance.apply(qapp, preferences)


def test_nothing_is_cut_off_on_any_page(large_text: None, example: Path, open_window: OpenWindow) -> None:
    workspace = open_window(example)
    session = workspace.session
    assert session is not None
    wrong = {where: cut for where, page in _places(session) if (cut := list(_cut_off(page)))}
    assert wrong == {}
    bar = workspace.window.top_bar
    assert not list(_cut_off(bar))


def test_nothing_is_cut_off_in_any_dialog(large_text: None, example: Path, open_window: OpenWindow) -> None:
    wrong = {}
    for title, make in dialogs(open_window(example)):
        dialog = make()
        dialog.show()
        QTest.qWait(10)
        if cut := list(_cut_off(dialog)):
            wrong[title] = cut
        dialog.close()
        dialog.deleteLater()
    assert wrong == {}


def _places(session: Session) -> Iterator[tuple[str, QWidget]]:
    for section in SECTIONS:
        session.open_section(section.key)
        page = session.page
        assert page is not None
        for number in range(len(page.keys)) if isinstance(page, TablesPage) else (0,):
            if isinstance(page, TablesPage):
                page.tabs.setCurrentIndex(number)
            for _ in range(20):
                QTest.qWait(30)
                if not list(_cut_off(page)):
                    break
            yield f"{section.key} {number}", page


def _cut_off(page: QWidget) -> Iterator[str]:
    """Name what is seen in part only: squeezed, or beyond the edge of what it lies in and cannot be scrolled."""
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, _WHOLE) or not widget.isVisible() or _is_managed(widget):
            continue
        needed = widget.minimumSizeHint().height()
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
        if widget.height() + _SLACK < min(needed, widget.maximumHeight()) or _is_beyond(widget, page):
            text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
            yield f"{type(widget).__name__} “{text[:40]}” {widget.width()}x{widget.height()} of {needed}"


def _is_managed(widget: QWidget) -> bool:
    """Say whether a view or a field places it and scrolls it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QTableView):
            return True
        parent = parent.parentWidget()
    return False


def _is_beyond(widget: QWidget, page: QWidget) -> bool:
    inner: QWidget = widget
    while inner is not page:
        outer = inner.parentWidget()
        assert outer is not None
        if isinstance(outer.parentWidget(), QAbstractScrollArea):
            return False
        edge = outer.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not edge.contains(QRect(inner.pos(), inner.size())):
            return True
        inner = outer
    return False
